-- Leave belongs to one round: a meeting held again (责令重新召开) needs leave anew.
alter table lifemeeting_leave add column meeting_round integer default 1 not null;
