-- What was made known (通报、公布、公开), for all procedures; who may read it; what readers remarked.
create table publication (
  id            varchar(64)              not null primary key,
  case_id       varchar(64)              not null,
  organization  varchar(64)              not null,
  kind          varchar(20)              not null,
  document_type varchar(64)              not null,
  document_id   varchar(64)              not null,
  title         varchar(300)             not null,
  remarks_until date,
  published_by  varchar(64)              not null,
  published_at  timestamp with time zone not null,
  constraint publication_once unique (document_id)
);
create index publication_case on publication (case_id);

create table publication_reader (
  publication_id varchar(64)  not null references publication (id),
  reader_key     varchar(100) not null,
  primary key (publication_id, reader_key)
);
create index publication_reader_key on publication_reader (reader_key);

-- Without author where the reader gave no name; never more than the day.
create table publication_remark (
  id             varchar(64)   not null primary key,
  publication_id varchar(64)   not null references publication (id),
  remark         varchar(4000) not null,
  author         varchar(64),
  remarked_on    date          not null,
  handling       varchar(4000),
  handled_by     varchar(64)
);
create index publication_remark_of on publication_remark (publication_id);

insert into publication (id, case_id, organization, kind, document_type, document_id, title, published_by, published_at)
  select id, case_id, organization, case kind when 'NOTICE' then '通报' else '公布' end,
         case kind when 'NOTICE' then 'downwardNotice' else 'publicMeasures' end,
         document_id, title, published_by, published_at
  from lifemeeting_publication;
insert into publication_reader (publication_id, reader_key)
  select id, case kind when 'NOTICE' then concat('INSIDE:', organization) else 'EVERYBODY:*' end
  from lifemeeting_publication;
drop table lifemeeting_publication;

-- Material for personnel files (个人档案材料移交登记), one register for all procedures. organization: whose
-- procedure it was; unit: where the person works.
create table personnel_file (
  entry_id       varchar(64)              not null primary key,
  source         varchar(64)              not null,
  case_id        varchar(64)              not null,
  organization   varchar(64)              not null,
  file_year      integer                  not null,
  matter         varchar(60)              not null,
  unit           varchar(64)              not null,
  person_id      varchar(64)              not null,
  person_name    varchar(100)             not null,
  sort_order     integer                  not null,
  target         varchar(16)              not null,
  file_class     varchar(100)             not null,
  destination    varchar(300)             not null,
  note           varchar(500)             not null,
  receipt_needed boolean                  not null,
  receipt_day    date,
  receipt_number varchar(100),
  receiver       varchar(100),
  entered_at     timestamp with time zone not null,
  received_by    varchar(64),
  received_at    timestamp with time zone,
  constraint uq_personnel_file unique (source, target, file_class)
);
create index personnel_file_organization on personnel_file (organization);
create index personnel_file_case on personnel_file (case_id);

insert into personnel_file (entry_id, source, case_id, organization, file_year, matter, unit, person_id, person_name,
    sort_order, target, file_class, destination, note, receipt_needed, entered_at, received_by, received_at)
  select p.entry_id, p.item_id, i.case_id, i.organization, i.review_year, '民主评议党员', i.organization, i.person_id, i.person_name,
         i.sort_order, p.target, p.file_class, '', p.note, false, p.entered_at, p.received_by, p.received_at
  from memberreview_personnel_file p join memberreview_item i on i.item_id = p.item_id;
drop table memberreview_personnel_file;
