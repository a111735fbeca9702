-- The plan of a debriefing (述职评议考核方案) as it was saved last.
create table debrief_plan (
  case_id varchar(64) not null primary key,
  plan_year integer not null,
  report_due date,
  field_due date,
  session_on date,
  study_on date,
  report_up_due date,
  place varchar(200) not null,
  comment_mode varchar(16),
  rate_written boolean not null,
  max_good_percent integer not null,
  session_weight integer,
  field_weight integer,
  daily_weight integer,
  remark varchar(2000) not null,
  agreed boolean not null,
  saved_by varchar(64) not null,
  saved_at timestamp with time zone not null
);

create table debrief_plan_class (
  case_id varchar(64) not null,
  class_code varchar(32) not null,
  label varchar(100) not null,
  weight integer not null,
  sheets integer not null,
  class_order integer not null,
  primary key (case_id, class_code)
);

-- Nobody votes twice, whatever classes he belongs to.
create table debrief_plan_participant (
  case_id varchar(64) not null,
  person_id varchar(64) not null,
  class_code varchar(32) not null,
  participant_order integer not null,
  primary key (case_id, person_id)
);

-- entry_id is empty for what holds for all.
create table debrief_plan_key (
  case_id varchar(64) not null,
  key_order integer not null,
  entry_id varchar(64) not null,
  source varchar(100) not null,
  key_text varchar(1000) not null,
  primary key (case_id, key_order)
);

create table debrief_plan_criterion (
  case_id varchar(64) not null,
  code varchar(64) not null,
  label varchar(200) not null,
  note varchar(500) not null,
  criterion_order integer not null,
  primary key (case_id, code)
);

create table debrief_plan_team (
  field_check_id varchar(64) not null primary key,
  case_id varchar(64) not null,
  leader varchar(64) not null,
  team_order integer not null
);

create table debrief_plan_team_member (
  field_check_id varchar(64) not null,
  person_id varchar(64) not null,
  member_order integer not null,
  primary key (field_check_id, person_id)
);

create table debrief_plan_team_entry (
  case_id varchar(64) not null,
  entry_id varchar(64) not null,
  field_check_id varchar(64) not null,
  primary key (case_id, entry_id)
);
