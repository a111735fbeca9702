create table procedure_case (
  case_id varchar(64) primary key,
  kind varchar(32) not null,
  organization varchar(64) not null,
  organization_name varchar(255) not null,
  case_year integer not null,
  business_key varchar(128) not null,
  -- Equals the business key while the run counts for its year; a cancelled run gives the year free.
  counting_key varchar(128) not null unique,
  process_instance_id varchar(64) not null unique,
  tenant varchar(64),
  started_by varchar(64),
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  state varchar(16) not null
);
create index idx_procedure_case_organization on procedure_case (organization, case_year);
create index idx_procedure_case_starter on procedure_case (started_by);

create table procedure_roster (
  case_id varchar(64) not null references procedure_case (case_id),
  person_id varchar(64) not null,
  person_name varchar(128) not null,
  person_rank integer not null,
  title varchar(255),
  principal boolean not null,
  voting boolean not null,
  frozen_at timestamp with time zone not null,
  primary key (case_id, person_id)
);

create table procedure_parameter (
  parameter varchar(64) not null,
  organization varchar(64) not null,
  applies_year integer not null,
  figure integer not null,
  set_by varchar(64) not null,
  primary key (parameter, organization, applies_year)
);
