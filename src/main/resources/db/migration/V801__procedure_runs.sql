-- 0 is the run of the year; special runs are counted from 1 within their year.
alter table procedure_case add column special_number integer default 0 not null;

-- By whose decision a run was broken off (E35). The decision itself stands in the dossier.
create table procedure_termination (
  case_id varchar(64) primary key references procedure_case (case_id),
  decided_by varchar(64) not null,
  requested_by varchar(64),
  reference varchar(200),
  terminated_at timestamp with time zone not null
);

-- Facts for the appraisal (A35), never opinions: what happened, when, and whether a rule was kept.
create table procedure_fact (
  case_id varchar(64) not null references procedure_case (case_id),
  fact varchar(64) not null,
  -- Empty for what happens once in a run, else what tells one occurrence from another.
  occurrence varchar(64) not null,
  organization varchar(64) not null,
  fact_year integer not null,
  fact_day date not null,
  figure integer,
  figure_of integer,
  kept boolean,
  recorded_at timestamp with time zone not null,
  primary key (case_id, fact, occurrence)
);
create index idx_procedure_fact_organization on procedure_fact (organization, fact_year);
