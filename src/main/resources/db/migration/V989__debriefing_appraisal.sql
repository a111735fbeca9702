-- What the organisers propose of one secretary (综合评价意见), then what the committee settled.
create table debriefing_opinion (
  entry_id varchar(64) primary key,
  case_id varchar(64) not null,
  daily varchar(2000) not null,
  field_grade varchar(16),
  daily_grade varchar(16),
  achievements varchar(4000) not null,
  problems varchar(4000) not null,
  grade varchar(16),
  reason varchar(2000) not null,
  studied_grade varchar(16),
  final_grade varchar(16),
  decided_on date,
  saved_by varchar(64) not null,
  saved_at timestamp with time zone not null
);
create index idx_debriefing_opinion_case on debriefing_opinion (case_id);

-- What tables advised and what people decided, beside each other and never changed (8.2-6).
create table debriefing_decision (
  decision_id varchar(64) primary key,
  entry_id varchar(64) not null,
  body varchar(16) not null,
  decision_tables varchar(200) not null,
  inputs varchar(2000) not null,
  advice varchar(500) not null,
  decided varchar(16) not null,
  reason varchar(2000) not null,
  decided_by varchar(64) not null,
  decided_at timestamp with time zone not null
);
create index idx_debriefing_decision_entry on debriefing_decision (entry_id);

-- How the grades together stood to the share that the plan allows, each time they were put forward.
create table debriefing_distribution (
  case_id varchar(64) not null,
  check_number integer not null,
  stage varchar(16) not null,
  total integer not null,
  good integer not null,
  max_good_percent integer not null,
  status varchar(16) not null,
  most integer not null,
  note varchar(500) not null,
  table_version integer not null,
  checked_by varchar(64) not null,
  checked_at timestamp with time zone not null,
  primary key (case_id, check_number)
);

-- A meeting of the committee that studies the grades (党委研究), by the task in which it was recorded.
create table debriefing_study (
  task_id varchar(64) primary key,
  case_id varchar(64) not null,
  study_number integer not null,
  held_on date not null,
  due integer not null,
  present integer not null,
  chair varchar(64) not null,
  host_last boolean not null,
  sent_back boolean not null,
  discussion varchar(4000) not null,
  outcome varchar(16),
  saved_by varchar(64) not null,
  saved_at timestamp with time zone not null
);
create index idx_debriefing_study_case on debriefing_study (case_id);

-- Opinions that absent members wrote are noted and never counted.
create table debriefing_study_absence (
  task_id varchar(64) not null references debriefing_study (task_id),
  person_id varchar(64) not null,
  written_opinion varchar(2000) not null,
  primary key (task_id, person_id)
);

create table debriefing_study_vote (
  task_id varchar(64) not null references debriefing_study (task_id),
  entry_id varchar(64) not null,
  grade varchar(16) not null,
  reason varchar(2000) not null,
  approve integer not null,
  against integer not null,
  abstain integer not null,
  primary key (task_id, entry_id)
);

-- Who kept out while an entry was studied (回避).
create table debriefing_study_recusal (
  task_id varchar(64) not null references debriefing_study (task_id),
  entry_id varchar(64) not null,
  person_id varchar(64) not null,
  primary key (task_id, entry_id, person_id)
);
