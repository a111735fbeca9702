-- What the superior prepares for his comment on a secretary (预备点评要点); no document, never filed.
create table debriefing_comment_note (
  entry_id varchar(36) primary key,
  case_id varchar(64) not null,
  points text not null,
  revision integer not null,
  written_by varchar(64) not null,
  written_at timestamp with time zone not null
);

create index ix_debriefing_comment_note_case on debriefing_comment_note (case_id);
