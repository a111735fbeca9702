-- What became of each request for leave (请假). One row for each request; of several the last counts.
create table lifemeeting_leave (
  request_id varchar(64) not null primary key,
  case_id varchar(64) not null,
  person_id varchar(64) not null,
  reason_category varchar(64) not null,
  decision varchar(16) not null,
  recorded_at timestamp with time zone not null,
  constraint lifemeeting_leave_decision check (decision in ('GRANTED', 'REFUSED', 'NOT_ALLOWED'))
);
create index idx_lifemeeting_leave_case on lifemeeting_leave (case_id, person_id);
