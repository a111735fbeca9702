-- What a superior laid down for the life meetings of a year (年度部署).
create table lifemeeting_year (
  case_id varchar(64) primary key,
  organization varchar(64) not null,
  deployed_year integer not null,
  theme_source varchar(16) not null,
  theme varchar(200),
  window_start date not null,
  window_end date not null,
  suggested date not null,
  deployed_by varchar(64) not null,
  deployed_at timestamp with time zone not null
);

create table lifemeeting_year_body (
  case_id varchar(64) not null,
  organization varchar(64) not null,
  organization_name varchar(255) not null,
  position integer not null,
  blocked_reason varchar(500),
  primary key (case_id, organization)
);

-- One row for each decision about a body that had not met in time.
create table lifemeeting_year_handling (
  case_id varchar(64) not null,
  organization varchar(64) not null,
  handling_round integer not null,
  decision varchar(16) not null,
  until_day date not null,
  handled_by varchar(64) not null,
  handled_at timestamp with time zone not null,
  primary key (case_id, organization, handling_round),
  foreign key (case_id, organization) references lifemeeting_year_body (case_id, organization)
);
