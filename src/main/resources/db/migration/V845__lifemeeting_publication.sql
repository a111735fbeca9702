-- What was made known after a meeting: the notice downward or inside (通报), and measures of general concern (公布).
create table lifemeeting_publication (
  id           varchar(64)              not null primary key,
  case_id      varchar(64)              not null,
  organization varchar(64)              not null,
  kind         varchar(16)              not null,
  document_id  varchar(64)              not null,
  title        varchar(200)             not null,
  published_by varchar(64)              not null,
  published_at timestamp with time zone not null,
  constraint lifemeeting_publication_kind check (kind in ('NOTICE', 'MEASURES')),
  constraint lifemeeting_publication_once unique (document_id)
);
create index lifemeeting_publication_organization on lifemeeting_publication (organization, published_at);
