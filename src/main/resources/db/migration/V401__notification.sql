-- One message to one person. The unique key makes a second notification of the same occasion impossible.
create table notification_message (
  id varchar(64) primary key,
  announcement_key varchar(200) not null,
  template varchar(100) not null,
  recipient varchar(64) not null,
  event varchar(100) not null,
  message_level varchar(16) not null,
  case_id varchar(64),
  organization varchar(64) not null,
  task_id varchar(64),
  due_on date,
  subject varchar(255) not null,
  body text not null,
  in_inbox boolean not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint uq_notification_message unique (announcement_key, template, recipient)
);
create index idx_notification_message_inbox on notification_message (recipient, in_inbox, created_at);
create index idx_notification_message_unread on notification_message (recipient, read_at);

-- The outbox: what still has to leave, or has left, by mail or webhook.
create table notification_delivery (
  id varchar(64) primary key,
  message_id varchar(64) not null references notification_message (id),
  channel varchar(16) not null,
  state varchar(16) not null,
  attempts integer not null,
  -- While sending: end of the lease, after which another node may take over.
  next_attempt_at timestamp with time zone not null,
  -- Token of the claim; only its holder may settle the row.
  claim varchar(64),
  reason varchar(32),
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint uq_notification_delivery unique (message_id, channel)
);
create index idx_notification_delivery_due on notification_delivery (state, next_attempt_at);

-- A role that a rule names and nobody holds, while others of the same rule were told.
create table notification_vacancy (
  announcement_key varchar(200) not null,
  template varchar(100) not null,
  recipient_kind varchar(32) not null,
  organization varchar(64) not null,
  event varchar(100) not null,
  created_at timestamp with time zone not null,
  primary key (announcement_key, template, recipient_kind)
);
create index idx_notification_vacancy_created on notification_vacancy (created_at);
