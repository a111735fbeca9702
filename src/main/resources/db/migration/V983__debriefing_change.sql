-- Whether a secretary still hands in a report of his own; who left for good does not (E25).
alter table debrief_entry add column writes_report boolean default true not null;

-- A secretary who left his post during the run (E25), as the organisers enter it.
create table debrief_replacement (
  task_id varchar(64) not null primary key,
  case_id varchar(64) not null,
  entry_id varchar(64) not null,
  successor varchar(64),
  successor_mode varchar(16),
  effective_on date not null,
  graded_party varchar(16) not null,
  predecessor_goes_on boolean not null,
  reason varchar(500) not null,
  requested_by varchar(64) not null,
  state varchar(16) not null
);

-- A secretary who is to give his account otherwise than planned (E26).
create table debrief_mode_request (
  task_id varchar(64) not null primary key,
  case_id varchar(64) not null,
  entry_id varchar(64) not null,
  wanted_mode varchar(16) not null,
  reason varchar(500) not null,
  requested_by varchar(64) not null,
  state varchar(16) not null
);
