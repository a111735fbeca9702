-- What the branch planned for its review of the year (F-B1).
create table memberreview_plan (
  case_id          varchar(64)   not null primary key,
  study_from       date          not null,
  study_to         date          not null,
  summary_due      date          not null,
  peer_on          date          not null,
  assembly_on      date          not null,
  combined         boolean       not null,
  org_life_form    varchar(16)   not null,
  masses_way       varchar(16)   not null,
  committee_review boolean       not null,
  remark           varchar(2000) not null,
  planned_by       varchar(64)   not null,
  planned_at       timestamp with time zone not null
);

-- What the recorder of a group's mutual review ticked; the words spoken are in the case file alone.
create table memberreview_peer_mark (
  case_id    varchar(64) not null,
  group_name varchar(60) not null,
  person_id  varchar(64) not null,
  present    boolean     not null,
  presented  boolean     not null,
  talk       boolean     not null,
  primary key (case_id, group_name, person_id)
);
