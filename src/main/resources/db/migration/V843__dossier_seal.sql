-- Since when the documents of a case that are to be sealed (封存) open only with a stated reason.
create table dossier_seal (
  case_id   varchar(64)              not null primary key,
  sealed_at timestamp with time zone not null,
  sealed_by varchar(64)              not null
);

-- One row for each time somebody opened a sealed document and said why. Rows are only ever added.
create table dossier_opening (
  id          varchar(64)              not null primary key,
  document_id varchar(64)              not null references dossier_document (id),
  user_id     varchar(64)              not null,
  opened_at   timestamp with time zone not null,
  reason      varchar(200)             not null
);
create index dossier_opening_document on dossier_opening (document_id, user_id);

alter table dossier_access_log add column reason varchar(200);
