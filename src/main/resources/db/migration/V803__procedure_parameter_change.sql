-- Who set which figure when; a missing new figure means that the own figure was withdrawn.
create table procedure_parameter_change (
  id varchar(64) primary key,
  parameter varchar(64) not null,
  organization varchar(64) not null,
  applies_year integer not null,
  old_figure integer,
  new_figure integer,
  changed_by varchar(64) not null,
  changed_at timestamp with time zone not null
);
create index idx_procedure_parameter_change on procedure_parameter_change (organization, applies_year);
