-- Inquiries by talk or letter (谈话函询, A14) until they become restricted documents.
create table lifemeeting_inquiry (
  case_id   varchar(64)  not null,
  person_id varchar(64)  not null,
  outcome   varchar(16)  not null,
  reference varchar(100) not null,
  matter    text         not null,
  primary key (case_id, person_id)
);

-- States that it was checked, also where no member was concerned.
create table lifemeeting_inquiry_check (
  task_id    varchar(64)              not null primary key,
  case_id    varchar(64)              not null,
  checked_by varchar(64)              not null,
  checked_at timestamp with time zone not null
);
