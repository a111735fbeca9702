-- What a grass-roots committee laid down for the review of members of a year (年度部署).
create table memberreview_year (
  case_id varchar(64) primary key,
  organization varchar(64) not null,
  deployed_year integer not null,
  ends_on date not null,
  suggested date not null,
  combined boolean not null,
  masses_way varchar(16) not null,
  leaders_excluded boolean not null,
  deployed_by varchar(64) not null,
  deployed_at timestamp with time zone not null
);

create table memberreview_year_body (
  case_id varchar(64) not null,
  organization varchar(64) not null,
  organization_name varchar(255) not null,
  position integer not null,
  blocked_reason varchar(500),
  primary key (case_id, organization)
);

-- One row for each decision about a branch; without a day it holds for good.
create table memberreview_year_handling (
  case_id varchar(64) not null,
  organization varchar(64) not null,
  handling_round integer not null,
  decision varchar(16) not null,
  until_day date,
  handled_by varchar(64) not null,
  handled_at timestamp with time zone not null,
  primary key (case_id, organization, handling_round),
  foreign key (case_id, organization) references memberreview_year_body (case_id, organization)
);
