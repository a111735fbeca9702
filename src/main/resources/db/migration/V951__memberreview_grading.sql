-- How the ballots of a run are to be held (测评安排). Frozen once the rounds are prepared.
create table memberreview_ballot_plan (
  case_id varchar(64) primary key,
  due_on date not null,
  recorder varchar(64) not null,
  on_paper boolean not null,
  committee_review boolean not null,
  masses_sheets integer not null,
  masses_scope varchar(16) not null,
  member_round varchar(64),
  committee_round varchar(64),
  masses_round varchar(64),
  saved_by varchar(64) not null,
  saved_at timestamp with time zone not null
);

create table memberreview_teller (
  case_id varchar(64) not null references memberreview_ballot_plan (case_id),
  position integer not null,
  person_id varchar(64) not null,
  primary key (case_id, person_id)
);

-- One member's grade on its way from the committee to the one that stands (评定事项).
create table memberreview_item (
  item_id varchar(64) primary key,
  case_id varchar(64) not null,
  organization varchar(64) not null,
  review_year integer not null,
  person_id varchar(64) not null,
  person_name varchar(100) not null,
  sort_order integer not null,
  state varchar(16) not null,
  dues varchar(8),
  organisation_life varchar(8),
  facts varchar(2000) not null,
  handling varchar(8),
  matter varchar(2000) not null,
  verification_id varchar(64),
  proposed varchar(16),
  reason varchar(2000) not null,
  final_grade varchar(16),
  constraint uq_memberreview_item unique (case_id, person_id)
);

-- Negative indicators ticked for a member (负面情形); they count unless they were disproved.
create table memberreview_item_indicator (
  item_id varchar(64) not null references memberreview_item (item_id),
  code varchar(64) not null,
  primary key (item_id, code)
);

-- What a table advised and what people decided, beside each other and never changed (8.2-6).
create table memberreview_decision (
  decision_id varchar(64) primary key,
  item_id varchar(64) not null references memberreview_item (item_id),
  body varchar(16) not null,
  decision_table varchar(64) not null,
  table_version integer not null,
  inputs varchar(2000) not null,
  advice varchar(16) not null,
  decided varchar(16) not null,
  reason varchar(2000) not null,
  decided_by varchar(64) not null,
  decided_at timestamp with time zone not null
);
create index idx_memberreview_decision_item on memberreview_decision (item_id);

-- A meeting of the committee that studies grades (支委会), by the task in which it was recorded.
create table memberreview_committee (
  task_id varchar(64) primary key,
  case_id varchar(64) not null,
  sitting integer not null,
  held_on date not null,
  overview varchar(4000) not null,
  encouragement varchar(2000) not null,
  settled boolean not null,
  saved_by varchar(64) not null,
  saved_at timestamp with time zone not null,
  constraint uq_memberreview_committee unique (case_id, sitting)
);

-- A meeting of all members of the branch that decides on the grades (党员大会).
create table memberreview_assembly (
  task_id varchar(64) primary key,
  case_id varchar(64) not null,
  sitting integer not null,
  session_number integer not null,
  held_on date not null,
  due integer not null,
  present integer not null,
  chair varchar(64) not null,
  manner varchar(16) not null,
  discussion varchar(4000) not null,
  settled boolean not null,
  saved_by varchar(64) not null,
  saved_at timestamp with time zone not null
);
create index idx_memberreview_assembly_case on memberreview_assembly (case_id);

create table memberreview_absence (
  task_id varchar(64) not null references memberreview_assembly (task_id),
  person_id varchar(64) not null,
  primary key (task_id, person_id)
);

-- A resolution (决议): on all items at once when subject is empty, else on one item.
create table memberreview_resolution (
  task_id varchar(64) not null references memberreview_assembly (task_id),
  subject varchar(64) not null,
  approve integer not null,
  against integer not null,
  abstain integer not null,
  primary key (task_id, subject)
);

-- The answer of the superior committee to one item (逐项审批). Not final until its task is done.
create table memberreview_approval (
  task_id varchar(64) not null,
  item_id varchar(64) not null references memberreview_item (item_id),
  answer varchar(16) not null,
  reason varchar(2000) not null,
  primary key (task_id, item_id)
);

-- What a member was told and what he answered (反馈和本人意见).
create table memberreview_feedback (
  item_id varchar(64) primary key references memberreview_item (item_id),
  opened_at timestamp with time zone not null,
  seen_at timestamp with time zone,
  answer varchar(16),
  answered_at timestamp with time zone,
  decision varchar(16)
);

-- Praise and help that follow from a grade (结果运用).
create table memberreview_praise (
  item_id varchar(64) primary key references memberreview_item (item_id),
  manner varchar(16) not null,
  title varchar(200) not null,
  put_forward boolean not null,
  wording varchar(2000) not null,
  saved_by varchar(64) not null,
  saved_at timestamp with time zone not null
);

create table memberreview_help (
  item_id varchar(64) primary key references memberreview_item (item_id),
  gap varchar(2000) not null,
  measures varchar(2000) not null,
  helpers varchar(200) not null,
  due_on date not null,
  progress varchar(2000) not null,
  outcome varchar(16),
  saved_by varchar(64) not null,
  saved_at timestamp with time zone not null
);

create table memberreview_disposal (
  item_id varchar(64) primary key references memberreview_item (item_id),
  disposal_id varchar(64) not null
);

-- Material for personnel files (干部人事档案材料移交登记), ticked off when the archivist has it.
create table memberreview_personnel_file (
  entry_id varchar(64) primary key,
  item_id varchar(64) not null references memberreview_item (item_id),
  target varchar(16) not null,
  file_class varchar(100) not null,
  note varchar(500) not null,
  entered_at timestamp with time zone not null,
  received_by varchar(64),
  received_at timestamp with time zone,
  constraint uq_memberreview_personnel unique (item_id, target, file_class)
);
