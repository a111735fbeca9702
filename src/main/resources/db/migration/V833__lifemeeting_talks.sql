-- Units in the charge of each member (分管单位): entered once, used again every year.
create table lifemeeting_unit_in_charge (
  id           varchar(64)  not null primary key,
  organization varchar(64)  not null,
  person_id    varchar(64)  not null,
  unit_name    varchar(100) not null,
  head_name    varchar(50)  not null,
  constraint lifemeeting_unit_once unique (organization, person_id, unit_name)
);

-- Talks (谈心谈话): that they took place and on which topics, never what was said.
create table lifemeeting_talk (
  id          varchar(64)  not null primary key,
  case_id     varchar(64)  not null,
  kind        varchar(16)  not null,
  person_id   varchar(64)  not null,
  -- MEMBERS: user id of the other member; UNIT: name of the unit; REQUESTED: who asked for it.
  counterpart varchar(100) not null,
  talked_on   date         not null,
  place       varchar(100) not null,
  topics      varchar(500) not null,
  secrecy     varchar(16)  not null
);
create index idx_lifemeeting_talk on lifemeeting_talk (case_id);

-- Why a talk that is wanted did not take place.
create table lifemeeting_talk_gap (
  case_id varchar(64)  not null,
  gap     varchar(200) not null,
  reason  varchar(300) not null,
  primary key (case_id, gap)
);
