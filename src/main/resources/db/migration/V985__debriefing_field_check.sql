-- What a field team saw of one secretary (实地考核记录); the document is made when it is handed in.
create table debriefing_field_check (
  entry_id varchar(36) primary key,
  case_id varchar(64) not null,
  field_check_id varchar(36) not null,
  checked_on date,
  methods varchar(200) not null,
  places text not null,
  people_met text not null,
  facts text not null,
  problems text not null,
  impression varchar(16),
  written_by varchar(64) not null,
  written_at timestamp with time zone not null,
  handed_in_at timestamp with time zone
);

create index ix_debriefing_field_check_case on debriefing_field_check (case_id);

-- What was judged and on what evidence; the table field_evidence says what may be evidence.
create table debriefing_field_item (
  entry_id varchar(36) not null,
  position integer not null,
  criterion varchar(200) not null,
  evidence varchar(32) not null,
  finding text not null,
  primary key (entry_id, position),
  foreign key (entry_id) references debriefing_field_check (entry_id)
);
