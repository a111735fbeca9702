-- One record for each time the body convened: a meeting without quorum is recorded, too.
create table lifemeeting_session (
  task_id varchar(64) primary key,
  case_id varchar(64) not null,
  held_on date not null,
  recorded_by varchar(64) not null,
  recorded_at timestamp with time zone not null
);
create index idx_lifemeeting_session_case on lifemeeting_session (case_id);

create table lifemeeting_attendance (
  task_id varchar(64) not null references lifemeeting_session (task_id),
  person_id varchar(64) not null,
  presence varchar(16) not null,
  reason varchar(200),
  primary key (task_id, person_id)
);

-- Observers (列席人员) stand apart: they never count.
create table lifemeeting_observer (
  task_id varchar(64) not null references lifemeeting_session (task_id),
  position integer not null,
  name varchar(200) not null,
  primary key (task_id, position)
);

create table lifemeeting_explanation_list (
  task_id varchar(64) primary key,
  case_id varchar(64) not null,
  recorded_by varchar(64) not null,
  recorded_at timestamp with time zone not null
);

create table lifemeeting_explanation (
  task_id varchar(64) not null references lifemeeting_explanation_list (task_id),
  person_id varchar(64) not null,
  primary key (task_id, person_id)
);
