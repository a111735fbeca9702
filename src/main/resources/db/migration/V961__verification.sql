-- Verification (核实) of what is said about a member before a grade is decided. Contents live here and in the case
-- file; the engine knows ids, dates and answers of yes and no alone.
create table verification_case (
  id                  varchar(64)              not null primary key,
  case_id             varchar(64)              not null,
  organization        varchar(64)              not null,
  case_year           integer                  not null,
  person_id           varchar(64)              not null,
  -- Case and person while the verification is open, else its own id: no second one can be opened beside it.
  open_key            varchar(160)             not null unique,
  matter              text                     not null,
  -- Codes of the table disqualification_indicators, separated by commas.
  indicators          varchar(400)             not null,
  state               varchar(16)              not null,
  process_instance_id varchar(64),
  opened_at           timestamp with time zone not null,
  -- The day on which the findings were put to the person; before it he is not told.
  informed_on         date,
  conclusion          varchar(16),
  conclusion_text     text,
  closed_on           date,
  constraint verification_case_state check (state in ('OPEN', 'CLOSED', 'TERMINATED')),
  constraint verification_case_conclusion check (conclusion in ('CONFIRMED', 'PARTLY', 'NOT_CONFIRMED')),
  constraint verification_case_closed check ((state = 'CLOSED') = (closed_on is not null))
);
create index verification_case_case on verification_case (case_id);

create table verification_investigator (
  verification_id varchar(64) not null references verification_case (id),
  person_id       varchar(64) not null,
  leads           boolean     not null,
  constraint verification_investigator_once primary key (verification_id, person_id)
);
