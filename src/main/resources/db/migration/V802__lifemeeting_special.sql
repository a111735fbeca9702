-- Which occasion a special run was called for (A03). What it is about stands in the dossier.
create table lifemeeting_special (
  case_id varchar(64) primary key references procedure_case (case_id),
  trigger_code varchar(64) not null,
  reference varchar(200),
  -- The year's own run during whose preparation the occasion came up (E09), if any.
  during_case varchar(64) references procedure_case (case_id)
);
