-- From which version on the documents of a case belong to the round that is under way, after a
-- meeting was ordered to be held again (A37). The row with an empty subject stands for the type.
create table dossier_renewal (
  case_id      varchar(64) not null,
  doc_type     varchar(64) not null,
  subject      varchar(64) not null,
  -- The newest version of the rounds before; 0 where there was none.
  last_version integer     not null,
  -- Whether the documents of the present round were sealed, too.
  sealed       boolean     not null,
  primary key (case_id, doc_type, subject)
);
