-- Sentences that the principal lets stand in a text to be published although the check found them (脱密核对).
-- The sentence itself is not kept here: it stands in the document.
create table dossier_redaction_decision (
  id         varchar(64)              not null primary key,
  case_id    varchar(64)              not null,
  doc_type   varchar(64)              not null,
  sentence   varchar(64)              not null,
  reason     varchar(300)             not null,
  decided_by varchar(64)              not null,
  decided_at timestamp with time zone not null,
  constraint dossier_redaction_sentence unique (case_id, doc_type, sentence)
);
