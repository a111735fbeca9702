-- Rectification (整改): what was to be put right, by whom, until when, and what became of it. Contents live here and
-- in the case file; the engine knows numbers and dates alone.

-- The list as it is being written; its rows become items when the task is completed.
create table rectification_list (
  task_id      varchar(64)              not null primary key,
  case_id      varchar(64)              not null,
  -- Grows with every save; a save that names an older one is refused.
  revision     integer                  not null,
  draft        text                     not null,
  -- Why there is nothing to rectify, else empty.
  none_reason  varchar(2000)            not null,
  saved_by     varchar(64)              not null,
  saved_at     timestamp with time zone not null,
  completed_at timestamp with time zone
);
create index rectification_list_case on rectification_list (case_id);

create table rectification_item (
  -- Number of the item, e.g. LM-2026-YL01-Z03.
  id                  varchar(64)              not null primary key,
  case_id             varchar(64)              not null,
  case_number         varchar(48)              not null,
  item_number         integer                  not null,
  procedure_key       varchar(64)              not null,
  organization        varchar(64)              not null,
  item_year           integer                  not null,
  problem             text                     not null,
  goal                text                     not null,
  measures            text                     not null,
  help_needed         text                     not null,
  owner               varchar(64)              not null,
  due_on              date                     not null,
  severity            varchar(16)              not null,
  state               varchar(16)              not null,
  process_instance_id varchar(64),
  listed_by           varchar(64)              not null,
  listed_at           timestamp with time zone not null,
  submitted_at        timestamp with time zone,
  closed_on           date,
  constraint rectification_item_number unique (case_number, item_number),
  constraint rectification_item_severity check (severity in ('ORDINARY', 'IMPORTANT', 'GRAVE')),
  constraint rectification_item_state check (state in ('LISTED', 'OPEN', 'SUBMITTED', 'CLOSED', 'TERMINATED')),
  constraint rectification_item_closed check ((state = 'CLOSED') = (closed_on is not null))
);
create index rectification_item_case on rectification_item (case_id);
create index rectification_item_organization on rectification_item (organization, item_year);

create table rectification_progress (
  id          varchar(64)              not null primary key,
  item_id     varchar(64)              not null references rectification_item (id),
  report      text                     not null,
  evidence    text                     not null,
  reported_by varchar(64)              not null,
  reported_at timestamp with time zone not null
);
create index rectification_progress_item on rectification_progress (item_id);

-- Requests for the superior's help (A32). At most one is open.
create table rectification_help (
  id           varchar(64)              not null primary key,
  item_id      varchar(64)              not null references rectification_item (id),
  -- The item's id while the request is open, else the request's own: no second one can be opened.
  open_key     varchar(64)              not null unique,
  request      text                     not null,
  requested_by varchar(64)              not null,
  requested_at timestamp with time zone not null,
  state        varchar(16)              not null,
  answer       text,
  answered_by  varchar(64),
  answered_at  timestamp with time zone,
  constraint rectification_help_state check (state in ('OPEN', 'ANSWERED', 'WITHDRAWN', 'LAPSED'))
);
create index rectification_help_item on rectification_help (item_id);

create table rectification_extension (
  id           varchar(64)              not null primary key,
  item_id      varchar(64)              not null references rectification_item (id),
  open_key     varchar(64)              not null unique,
  old_due      date                     not null,
  new_due      date                     not null,
  reason       text                     not null,
  requested_by varchar(64)              not null,
  requested_at timestamp with time zone not null,
  state        varchar(16)              not null,
  agreed       boolean,
  opinion      text,
  decided_by   varchar(64),
  decided_at   timestamp with time zone,
  constraint rectification_extension_state check (state in ('OPEN', 'AGREED', 'REFUSED', 'LAPSED'))
);
create index rectification_extension_item on rectification_extension (item_id);

create table rectification_verification (
  task_id     varchar(64)              not null primary key,
  item_id     varchar(64)              not null references rectification_item (id),
  passed      boolean                  not null,
  opinion     text                     not null,
  verifier    varchar(64)              not null,
  verified_at timestamp with time zone not null,
  -- Set when the task is completed; until then the verifier may still change his mind.
  final       boolean                  not null
);
create index rectification_verification_item on rectification_verification (item_id);

-- Who was told how urgently that an item is late (E32).
create table rectification_escalation (
  id           varchar(64) not null primary key,
  item_id      varchar(64) not null references rectification_item (id),
  told_on      date        not null,
  level_told   varchar(16) not null,
  overdue_days integer     not null,
  constraint rectification_escalation_once unique (item_id, told_on, level_told)
);

-- The table suggests, a person decides (A34): both are kept, with what the suggestion rested on.
create table rectification_accountability (
  id           varchar(64)              not null primary key,
  item_id      varchar(64)              not null references rectification_item (id),
  open_key     varchar(64)              not null unique,
  raised_on    date                     not null,
  overdue_days integer                  not null,
  severity     varchar(16)              not null,
  reported     boolean                  not null,
  suggestion   varchar(16)              not null,
  table_id     varchar(128)             not null,
  decision     varchar(16),
  reason       text,
  decided_by   varchar(64),
  decided_at   timestamp with time zone,
  -- Set when the task is completed.
  final        boolean                  not null
);
create index rectification_accountability_item on rectification_accountability (item_id);

create table rectification_owner_change (
  id         varchar(64)              not null primary key,
  item_id    varchar(64)              not null references rectification_item (id),
  old_owner  varchar(64)              not null,
  new_owner  varchar(64)              not null,
  reason     varchar(2000)            not null,
  changed_by varchar(64)              not null,
  changed_at timestamp with time zone not null
);
create index rectification_owner_change_item on rectification_owner_change (item_id);
