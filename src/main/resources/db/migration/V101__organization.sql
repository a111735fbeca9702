create table organization_unit (
  code varchar(32) not null primary key,
  name varchar(200) not null,
  kind varchar(32) not null,
  level varchar(32) not null,
  superior varchar(32),
  tenant varchar(32) not null,
  path varchar(1000) not null,
  sort_order integer not null,
  active boolean not null,
  constraint organization_unit_superior foreign key (superior) references organization_unit (code)
);
create index organization_unit_by_superior on organization_unit (superior);
create index organization_unit_by_path on organization_unit (path);

create table organization_person (
  id varchar(64) not null primary key,
  name varchar(60) not null,
  gender varchar(8),
  email varchar(200),
  phone varchar(32),
  member_status varchar(32) not null,
  organization varchar(32) not null,
  relation varchar(32) not null,
  joined_on date,
  voting_right boolean not null,
  mobility varchar(32) not null,
  sanction varchar(32) not null,
  sanction_until date,
  circumstance varchar(32) not null,
  investigated boolean not null,
  left_on date,
  left_reason varchar(60),
  constraint organization_person_unit foreign key (organization) references organization_unit (code)
);
create index organization_person_by_unit on organization_person (organization);

-- granted says whether the engine's group for this position was given: terms begin and end with the calendar.
create table organization_position (
  id varchar(64) not null primary key,
  person_id varchar(64) not null,
  organization varchar(32) not null,
  role varchar(32) not null,
  title varchar(120) not null,
  position_rank integer not null,
  term_from date not null,
  term_to date,
  granted boolean not null,
  constraint organization_position_person foreign key (person_id) references organization_person (id),
  constraint organization_position_unit foreign key (organization) references organization_unit (code),
  constraint organization_position_once unique (person_id, organization, role, term_from)
);
create index organization_position_by_unit on organization_position (organization, role);

-- slot is 1 while an import writes and null otherwise: the unique constraint lets only one write at a time.
create table organization_import (
  id varchar(64) not null primary key,
  file_name varchar(200) not null,
  file_digest varchar(64) not null,
  workbook bytea,
  state varchar(32) not null,
  slot integer,
  rows_total integer not null,
  rows_done integer not null,
  message varchar(1000),
  organizations_added integer not null,
  organizations_changed integer not null,
  organizations_ended integer not null,
  people_added integer not null,
  people_changed integer not null,
  people_left integer not null,
  positions_added integer not null,
  positions_changed integer not null,
  positions_ended integer not null,
  created_by varchar(64) not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint organization_import_one_writer unique (slot)
);

create table organization_import_finding (
  import_id varchar(64) not null,
  seq integer not null,
  severity varchar(16) not null,
  sheet varchar(60) not null,
  row_number integer,
  column_name varchar(60),
  message varchar(1000) not null,
  primary key (import_id, seq),
  constraint organization_import_finding_import foreign key (import_id) references organization_import (id)
);

-- Who gave whom a first password and when; never the password.
create table organization_password_issue (
  id varchar(64) not null primary key,
  user_id varchar(64) not null,
  issued_by varchar(64) not null,
  issued_at timestamp with time zone not null
);
