-- Every task completion looks for sub-tasks by parent; the engine indexes that column on one database only.
create index if not exists idx_dangwu_task_parent on ACT_RU_TASK (PARENT_TASK_ID_);
-- Serves acquisition of timer jobs first and by due date.
create index if not exists idx_dangwu_job_type_due on ACT_RU_JOB (TYPE_ desc, DUEDATE_ asc);
