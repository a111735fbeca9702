-- The register of the archive (归档登记). Packages themselves lie in files; what is here says what each must look like.

-- Last piece number given out; runs without gaps within fonds, year, retention and department.
create table archive_counter (
  fonds        varchar(64) not null,
  archive_year integer     not null,
  retention    varchar(8)  not null,
  department   varchar(64) not null,
  last_number  integer     not null,
  primary key (fonds, archive_year, retention, department)
);

create table archive_package (
  id                varchar(64)              not null primary key,
  case_id           varchar(64)              not null unique,
  procedure_key     varchar(64)              not null,
  organization      varchar(64)              not null,
  organization_name varchar(255)             not null,
  archive_year      integer                  not null,
  business_key      varchar(128)             not null,
  archive_number    varchar(128)             not null unique,
  title             varchar(500)             not null,
  secrecy           varchar(16)              not null,
  piece_count       integer                  not null,
  -- Relative to the archive directory, so that it can be moved.
  location          varchar(500)             not null,
  byte_count        bigint                   not null,
  sha256            varchar(64)              not null,
  -- The four-properties report as stored in the package, for the page.
  report            text                     not null,
  filed_at          timestamp with time zone not null,
  filed_by          varchar(64)              not null,
  checked_at        timestamp with time zone not null,
  check_passed      boolean                  not null
);
create index archive_package_organization on archive_package (organization, archive_year);
create index archive_package_checked on archive_package (checked_at);

create table archive_item (
  package_id       varchar(64)              not null references archive_package (id),
  item_order       integer                  not null,
  archive_number   varchar(128)             not null unique,
  fonds            varchar(64)              not null,
  archive_year     integer                  not null,
  retention        varchar(8)               not null,
  department       varchar(64)              not null,
  piece_number     integer                  not null,
  title            varchar(500)             not null,
  document_type    varchar(64)              not null,
  subject          varchar(64)              not null,
  document_version integer                  not null,
  secrecy          varchar(16)              not null,
  retention_label  varchar(32)              not null,
  file_count       integer                  not null,
  byte_count       bigint                   not null,
  -- Of the list of its files with their digests, as metadata.json of the package gives it.
  sha256           varchar(64)              not null,
  author           varchar(64)              not null,
  formed_at        timestamp with time zone not null,
  primary key (package_id, item_order),
  constraint archive_item_piece unique (fonds, archive_year, retention, department, piece_number)
);

-- Every fixity check and its outcome. Rows are only ever added.
create table archive_check (
  id         bigint generated always as identity primary key,
  package_id varchar(64)              not null references archive_package (id),
  checked_at timestamp with time zone not null,
  checked_by varchar(64)              not null,
  passed     boolean                  not null,
  findings   text                     not null
);
create index archive_check_package on archive_check (package_id, checked_at);

-- Who looked at, took out, checked or was refused which package. Rows are only ever added.
create table archive_access_log (
  id         bigint generated always as identity primary key,
  logged_at  timestamp with time zone not null,
  user_id    varchar(64)              not null,
  action     varchar(16)              not null,
  package_id varchar(64)              not null,
  constraint archive_access_log_action check (action in ('VIEW', 'DOWNLOAD', 'CHECK', 'REFUSED'))
);
create index archive_access_log_package on archive_access_log (package_id, logged_at);
