-- Rows are only added: the newest version of a person counts, older ones show how it was before.
create table memberreview_roster (
  case_id          varchar(64)  not null,
  person_id        varchar(64)  not null,
  -- Number of the snapshot in which this row came in; 1 as the roster was frozen.
  snapshot         integer      not null,
  person_name      varchar(100) not null,
  person_order     integer      not null,
  leader           boolean      not null,
  -- What the decision table was asked.
  member_status    varchar(16)  not null,
  voting_right     boolean      not null,
  org_relation     varchar(16)  not null,
  mobility         varchar(16)  not null,
  sanction         varchar(32)  not null,
  attended_meeting boolean      not null,
  leaders_excluded boolean      not null,
  investigated     boolean      not null,
  phase            varchar(16)  not null,
  change_kind      varchar(24)  not null,
  -- What it answered.
  participates     boolean      not null,
  can_rate         boolean      not null,
  can_vote         boolean      not null,
  gets_grade       boolean      not null,
  counts_in_base   boolean      not null,
  state            varchar(16)  not null,
  reason           varchar(400) not null,
  primary key (case_id, person_id, snapshot)
);

create table memberreview_roster_change (
  case_id      varchar(64)              not null,
  snapshot     integer                  not null,
  person_id    varchar(64)              not null,
  change_kind  varchar(24)              not null,
  effective_on date                     not null,
  -- Where the change is on record: number of the letter, of the decision and so on.
  reference    varchar(200)             not null,
  phase        varchar(16)              not null,
  decided_by   varchar(100)             not null,
  recorded_at  timestamp with time zone not null,
  primary key (case_id, snapshot)
);

-- Who need not be counted among those due, with the consents on record (D06).
create table memberreview_due_exclusion (
  -- The task in which it was proposed.
  proposal          varchar(64)  not null,
  person_id         varchar(64)  not null,
  case_id           varchar(64)  not null,
  reason            varchar(32)  not null,
  evidence          varchar(400) not null,
  proposed_by       varchar(64)  not null,
  state             varchar(16)  not null,
  superior_approved boolean,
  superior_by       varchar(64),
  superior_on       date,
  assembly_approved boolean,
  assembly_by       varchar(64),
  assembly_on       date,
  excluded          boolean      not null,
  primary key (proposal, person_id)
);
create index idx_memberreview_due_exclusion_case on memberreview_due_exclusion (case_id);

create table memberreview_roster_request (
  task_id      varchar(64)  not null primary key,
  case_id      varchar(64)  not null,
  person_id    varchar(64)  not null,
  change_kind  varchar(24)  not null,
  effective_on date         not null,
  reference    varchar(200) not null,
  group_name   varchar(60)  not null,
  requested_by varchar(64)  not null,
  state        varchar(16)  not null
);
create index idx_memberreview_roster_request_case on memberreview_roster_request (case_id);

create table memberreview_group (
  case_id    varchar(64)  not null,
  group_name varchar(60)  not null,
  position   integer      not null,
  leader_id  varchar(64)  not null,
  primary key (case_id, group_name)
);

create table memberreview_group_member (
  case_id    varchar(64) not null,
  person_id  varchar(64) not null,
  group_name varchar(60) not null,
  primary key (case_id, person_id)
);

create table memberreview_refusal (
  case_id     varchar(64)              not null,
  person_id   varchar(64)              not null,
  recorded_by varchar(64)              not null,
  recorded_at timestamp with time zone not null,
  primary key (case_id, person_id)
);

