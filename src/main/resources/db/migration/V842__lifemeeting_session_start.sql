-- When the meeting began: a written statement handed in later is late. Unknown for meetings recorded before.
alter table lifemeeting_session add column started_at time;
