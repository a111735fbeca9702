-- Disposal of unqualified members (处置不合格党员). Names, grounds and reasons live here and in the case file; the
-- engine knows ids, dates, counts and answers of yes and no alone.
create table disposal_case (
  id                  varchar(64)              not null primary key,
  case_id             varchar(64)              not null,
  organization        varchar(64)              not null,
  case_year           integer                  not null,
  person_id           varchar(64)              not null,
  verification_id     varchar(64),
  -- Case and person while the disposal is open, else its own id.
  open_key            varchar(160)             not null unique,
  state               varchar(16)              not null,
  -- Grows with every proposal that is made anew.
  proposal_round      integer                  not null,
  measure             varchar(24),
  process_instance_id varchar(64),
  opened_at           timestamp with time zone not null,
  -- The day on which the person was told the result and the opinion; before it he is not told.
  informed_on         date,
  decided_on          date,
  -- Last day of the time limit (限期改正).
  correct_until       date,
  closed_on           date,
  constraint disposal_case_state check (state in ('OPEN', 'DISPOSED', 'LIFTED', 'EDUCATED', 'HANDED_OVER', 'DROPPED', 'REVOKED', 'TERMINATED'))
);
create index disposal_case_case on disposal_case (case_id);

-- What the table disposal_type suggested and what the committee decided (8.2): both are kept.
create table disposal_proposal (
  disposal_id      varchar(64)              not null references disposal_case (id),
  proposal_round   integer                  not null,
  ground           varchar(32)              not null,
  -- Version of the table, its inputs and its answer.
  table_id         varchar(128)             not null,
  inputs           text                     not null,
  suggestion       varchar(24)              not null,
  suggestion_text  text                     not null,
  measure          varchar(24)              not null,
  months           integer,
  facts            text                     not null,
  reason           text                     not null,
  proposed_by      varchar(64)              not null,
  proposed_at      timestamp with time zone not null,
  first_talker     varchar(64),
  second_talker    varchar(64),
  constraint disposal_proposal_once primary key (disposal_id, proposal_round)
);

-- Members who need not be counted as due (D06): the superior's consent and the assembly's approval, each of its own.
create table disposal_exclusion (
  disposal_id       varchar(64)  not null references disposal_case (id),
  proposal_round    integer      not null,
  person_id         varchar(64)  not null,
  reason            varchar(32)  not null,
  evidence          text         not null,
  superior_approved boolean      not null,
  assembly_approved boolean      not null,
  constraint disposal_exclusion_once primary key (disposal_id, proposal_round, person_id)
);

create table disposal_vote (
  disposal_id    varchar(64)              not null references disposal_case (id),
  proposal_round integer                  not null,
  ballot_number  integer                  not null,
  voted_on       date                     not null,
  way            varchar(16)              not null,
  due            integer                  not null,
  present        integer                  not null,
  approve        integer                  not null,
  oppose         integer                  not null,
  abstain        integer                  not null,
  void           integer                  not null,
  outcome        varchar(16)              not null,
  recorded_by    varchar(64)              not null,
  recorded_at    timestamp with time zone not null,
  constraint disposal_vote_once primary key (disposal_id, proposal_round, ballot_number),
  constraint disposal_vote_way check (way in ('SECRET', 'HANDS')),
  constraint disposal_vote_counts check (present <= due and approve + oppose + abstain + void <= present)
);

create table disposal_appeal (
  id          varchar(64)              not null primary key,
  disposal_id varchar(64)              not null references disposal_case (id),
  -- The disposal's id while the appeal is open, else its own.
  open_key    varchar(64)              not null unique,
  statement   text                     not null,
  appealed_at timestamp with time zone not null,
  suspended   boolean                  not null,
  result      varchar(16),
  reason      text,
  decided_by  varchar(64),
  decided_at  timestamp with time zone,
  constraint disposal_appeal_result check (result in ('UPHELD', 'REVOKED'))
);
create index disposal_appeal_disposal on disposal_appeal (disposal_id);
