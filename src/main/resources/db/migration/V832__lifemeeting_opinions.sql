-- How opinions were gathered for a life meeting (A09).
create table lifemeeting_collection (
  case_id       varchar(64)   not null primary key,
  collected_by  varchar(32)   not null,
  collector     varchar(200)  not null,
  scope         varchar(1500) not null,
  none_received boolean       not null
);

-- Opinions of the same tenor that are fed back as one, with the numbers of the originals.
create table lifemeeting_opinion_group (
  id        varchar(64) not null primary key,
  case_id   varchar(64) not null,
  addressee varchar(80) not null,
  content   text        not null
);

-- Each opinion in the words of who gave it; nothing says who that was.
create table lifemeeting_opinion (
  id          varchar(64) not null primary key,
  case_id     varchar(64) not null,
  opinion_no  integer     not null,
  source      varchar(32) not null,
  addressee   varchar(80) not null,
  content     text        not null,
  -- Receipt number of the discipline commission when the opinion reports a violation: not fed back (A33).
  handed_over varchar(100),
  group_id    varchar(64) references lifemeeting_opinion_group (id),
  constraint lifemeeting_opinion_number unique (case_id, opinion_no)
);
