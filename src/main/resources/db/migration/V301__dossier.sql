-- The case file (卷宗). Contents live here and nowhere else; no table of the engine knows them.

create table dossier_document (
  id           varchar(64)              not null primary key,
  case_id      varchar(64)              not null,
  doc_type     varchar(64)              not null,
  -- User id of the person a per-person document is about, '' for documents of the whole body.
  subject      varchar(64)              not null,
  doc_version  integer                  not null,
  title        varchar(200)             not null,
  secrecy      varchar(16)              not null,
  state        varchar(8)               not null,
  author       varchar(64)              not null,
  created_at   timestamp with time zone not null,
  updated_at   timestamp with time zone not null,
  finalized_at timestamp with time zone,
  finalized_by varchar(64),
  constraint dossier_document_version unique (case_id, doc_type, subject, doc_version),
  constraint dossier_document_secrecy check (secrecy in ('PUBLIC', 'INTERNAL', 'WORK_SECRET')),
  constraint dossier_document_state check (
    (state = 'DRAFT' and finalized_at is null) or (state = 'FINAL' and finalized_at is not null))
);

create table dossier_section (
  document_id varchar(64)              not null references dossier_document (id),
  section_key varchar(64)              not null,
  content     text                     not null,
  -- Grows with every save; a save that names an older one is refused.
  revision    integer                  not null,
  sha256      varchar(64)              not null,
  updated_by  varchar(64)              not null,
  updated_at  timestamp with time zone not null,
  primary key (document_id, section_key)
);

create table dossier_file (
  id          varchar(64)              not null primary key,
  document_id varchar(64)              not null references dossier_document (id),
  kind        varchar(16)              not null,
  file_name   varchar(255)             not null,
  media_type  varchar(128)             not null,
  byte_count  bigint                   not null,
  sha256      varchar(64)              not null,
  created_by  varchar(64)              not null,
  created_at  timestamp with time zone not null,
  constraint dossier_file_kind check (kind in ('UPLOAD', 'GENERATED'))
);
create index dossier_file_document on dossier_file (document_id);

-- In pieces, because H2 limits a binary value to one megabyte and a large one would be held twice in memory.
create table dossier_file_piece (
  file_id  varchar(64) not null references dossier_file (id),
  piece_no integer     not null,
  content  bytea       not null,
  primary key (file_id, piece_no)
);

-- Who looked at, wrote, took out or was refused which document. Rows are only ever added; contents are never named.
create table dossier_access_log (
  id          bigint generated always as identity primary key,
  logged_at   timestamp with time zone not null,
  user_id     varchar(64)              not null,
  action      varchar(16)              not null,
  case_id     varchar(64),
  document_id varchar(64),
  doc_type    varchar(64),
  subject     varchar(64),
  file_id     varchar(64),
  constraint dossier_access_log_action check (action in ('READ', 'WRITE', 'EXPORT', 'REFUSED'))
);
create index dossier_access_log_case on dossier_access_log (case_id, logged_at);
