-- Lists that secretaries write for the superior who appraised them: whose item it is, and who follows it up. Both are
-- empty on the list of a body.
alter table rectification_item add column secretary varchar(64) default '' not null;
alter table rectification_item add column superior varchar(64) default '' not null;
create index rectification_item_superior on rectification_item (superior, item_year);

-- A secretary's list is kept by his entry in the run, not by a task: being returned it is written on in another task.
alter table rectification_list rename column task_id to list_id;

create table rectification_list_review (
  task_id     varchar(64)              not null primary key,
  list_id     varchar(64)              not null,
  passed      boolean                  not null,
  -- Why it is returned; may be empty when it passed.
  opinion     text                     not null,
  reviewer    varchar(64)              not null,
  reviewed_at timestamp with time zone not null,
  -- Set when the task is completed; until then the reviewer may still change his mind.
  final       boolean                  not null
);
create index rectification_list_review_list on rectification_list_review (list_id);
