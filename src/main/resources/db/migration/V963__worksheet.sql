-- What people write on the sheets of their tasks (办理单): a draft until the task is completed, a record afterwards.
create table worksheet_record (
  task_id    varchar(64)              not null primary key,
  process    varchar(64)              not null,
  matter_id  varchar(64)              not null,
  element    varchar(96)              not null,
  title      varchar(128)             not null,
  -- Field name to text, as JSON.
  answers    text                     not null,
  -- Label and text of what readers of the matter are shown, as JSON; written when the task is completed.
  shown      text                     not null,
  written_by varchar(64)              not null,
  written_at timestamp with time zone not null,
  final      boolean                  not null
);
create index worksheet_record_matter on worksheet_record (process, matter_id);
