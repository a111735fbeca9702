-- One convening of the enlarged meeting (述职会议), by the task in which the attendance was recorded.
create table debriefing_session (
  task_id varchar(64) primary key,
  case_id varchar(64) not null,
  session_no integer not null,
  held_on date not null,
  started_at time not null,
  recorder varchar(64) not null,
  confirmed boolean not null,
  recorded_at timestamp with time zone not null,
  constraint uq_debriefing_session unique (case_id, session_no)
);

create table debriefing_attendance (
  task_id varchar(64) not null references debriefing_session (task_id),
  person_id varchar(64) not null,
  position integer not null,
  capacity varchar(16) not null,
  entry_id varchar(64),
  presence varchar(8) not null,
  reason varchar(200) not null,
  primary key (task_id, person_id)
);

-- Those who sit in without an account (列席人员).
create table debriefing_session_guest (
  task_id varchar(64) not null references debriefing_session (task_id),
  position integer not null,
  name varchar(200) not null,
  primary key (task_id, position)
);

-- What becomes of a debriefer who was absent (E29).
create table debriefing_absence (
  task_id varchar(64) not null references debriefing_session (task_id),
  entry_id varchar(64) not null,
  decision varchar(16) not null,
  reason varchar(500) not null,
  next_date date,
  decided_by varchar(64) not null,
  decided_at timestamp with time zone not null,
  primary key (task_id, entry_id)
);

-- Comments on a debriefer (点评意见): one row a commentator, problems one a line.
create table debriefing_comment (
  case_id varchar(64) not null,
  entry_id varchar(64) not null,
  position integer not null,
  commentator varchar(64) not null,
  by_secretary boolean not null,
  problems varchar(4000) not null,
  direction varchar(2000) not null,
  written_by varchar(64) not null,
  written_at timestamp with time zone not null,
  primary key (case_id, entry_id, position),
  constraint uq_debriefing_comment unique (case_id, entry_id, commentator)
);
