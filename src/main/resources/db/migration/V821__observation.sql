-- Who observes which meeting (督导列席), as decided so far.
create table lifemeeting_observation (
  case_id varchar(64) primary key,
  problem_level varchar(16) not null,
  assigned_leader varchar(64),
  agreed boolean,
  proposed_by varchar(64) not null,
  proposed_at timestamp with time zone not null,
  answered_by varchar(64),
  answered_at timestamp with time zone
);

create table lifemeeting_observation_seat (
  case_id varchar(64) not null references lifemeeting_observation (case_id),
  person_id varchar(64) not null,
  group_number integer not null,
  leads boolean not null,
  primary key (case_id, person_id)
);
create index idx_lifemeeting_observation_seat_person on lifemeeting_observation_seat (person_id);
