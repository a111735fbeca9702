-- What sort of unit an organisation works in (单位类别); nothing is guessed for those already there.
alter table organization_unit add column unit_type varchar(32) default 'OTHER' not null;

-- The secretaries of a debriefing (述职对象). Nothing is deleted: who leaves is marked.
create table debrief_entry (
  entry_id varchar(64) not null primary key,
  case_id varchar(64) not null,
  organization varchar(32) not null,
  organization_name varchar(200) not null,
  person_id varchar(64) not null,
  person_name varchar(60) not null,
  title varchar(100) not null,
  unit_type varchar(32) not null,
  category varchar(32) not null,
  entry_mode varchar(16) not null,
  table_mode varchar(16) not null,
  mode_required boolean not null,
  exception_reason varchar(500),
  entry_state varchar(16) not null,
  graded boolean not null,
  authority varchar(16) not null,
  entry_order integer not null,
  source_note varchar(500) not null,
  constraint debrief_entry_once unique (case_id, organization, person_id)
);
