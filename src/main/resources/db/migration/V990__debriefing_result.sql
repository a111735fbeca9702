-- What a secretary was told and what he said to it (反馈和本人意见).
create table debriefing_feedback (
  entry_id varchar(64) primary key,
  case_id varchar(64) not null,
  person_id varchar(64) not null,
  opened_at timestamp with time zone not null,
  seen_at timestamp with time zone,
  acknowledged_at timestamp with time zone,
  statement varchar(4000) not null
);
create index idx_debriefing_feedback_person on debriefing_feedback (person_id);

-- Who read results through the interface, and who was refused. Rows are only added.
create table debriefing_result_reading (
  reading_id varchar(64) primary key,
  read_at timestamp with time zone not null,
  reader varchar(64) not null,
  organization varchar(64) not null,
  result_year integer,
  case_id varchar(64),
  granted boolean not null
);
create index idx_debriefing_result_reading on debriefing_result_reading (organization, read_at);

-- Those whose grade asks for a decision on what is done (约谈等), and what was decided.
create table debriefing_low_grade (
  entry_id varchar(64) primary key,
  case_id varchar(64) not null,
  organization varchar(64) not null,
  opened_at timestamp with time zone not null,
  measures varchar(200),
  decided_at timestamp with time zone
);
create index idx_debriefing_low_grade_case on debriefing_low_grade (case_id);
