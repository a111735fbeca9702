-- Rounds (一轮测评): what is voted on, by whom, on which scale. Frozen when the round is prepared.
create table ballot_round (
  round_id varchar(64) primary key,
  case_id varchar(64) not null,
  organization varchar(64) not null,
  kind varchar(32) not null,
  title varchar(200) not null,
  state varchar(16) not null,
  attempt integer not null,
  repeats varchar(64) references ballot_round (round_id),
  recorder varchar(64) not null,
  rate_self boolean not null,
  min_to_show integer not null,
  quota_grade varchar(16),
  quota_most integer,
  quota_binding boolean not null,
  on_paper boolean not null,
  due_at timestamp with time zone not null,
  process_instance_id varchar(64),
  public_key bytea,
  wrapped_key bytea,
  returned_sheets integer not null,
  collected integer,
  blank integer,
  intact boolean,
  tally_hash varchar(64)
);
create index idx_ballot_round_case on ballot_round (case_id);
create index idx_ballot_round_process on ballot_round (process_instance_id);

create table ballot_grade (
  round_id varchar(64) not null references ballot_round (round_id),
  sort_order integer not null,
  code varchar(16) not null,
  label varchar(30) not null,
  primary key (round_id, code)
);

create table ballot_object (
  round_id varchar(64) not null references ballot_round (round_id),
  sort_order integer not null,
  object_id varchar(64) not null,
  name varchar(100) not null,
  detail varchar(200) not null,
  primary key (round_id, object_id)
);

-- Classes of voters; small ones share a drawer, so that no drawer is small.
create table ballot_class (
  round_id varchar(64) not null references ballot_round (round_id),
  sort_order integer not null,
  code varchar(16) not null,
  label varchar(60) not null,
  sheets integer not null,
  drawer integer not null,
  primary key (round_id, code)
);

create table ballot_voter (
  round_id varchar(64) not null references ballot_round (round_id),
  voter_id varchar(64) not null,
  class_code varchar(16) not null,
  primary key (round_id, voter_id)
);

-- The first teller is the chief one (总监票人).
create table ballot_teller (
  round_id varchar(64) not null references ballot_round (round_id),
  sort_order integer not null,
  person_id varchar(64) not null,
  primary key (round_id, person_id)
);

-- Who has voted: no time, no order, nothing else.
create table ballot_register (
  round_id varchar(64) not null references ballot_round (round_id),
  voter_id varchar(64) not null,
  status varchar(8) not null,
  primary key (round_id, voter_id)
);

-- Single-use tokens of printed sheets; the token itself is known to its sheet of paper alone.
create table ballot_token (
  token_hash varchar(64) primary key,
  round_id varchar(64) not null references ballot_round (round_id),
  class_code varchar(16) not null,
  used boolean not null
);
create index idx_ballot_token_round on ballot_token (round_id);

-- The box: no voter, no time, no sequence, no sheet. The grade is ciphertext of one length.
create table ballot_box (
  id uuid primary key,
  round_id varchar(64) not null references ballot_round (round_id),
  target_id varchar(64) not null,
  drawer integer not null,
  grade bytea not null
);
create index idx_ballot_box_round on ballot_box (round_id);

-- What came out of the box, shuffled, after it was closed.
create table ballot_sealed (
  id uuid primary key,
  round_id varchar(64) not null references ballot_round (round_id),
  target_id varchar(64) not null,
  drawer integer not null,
  grade varchar(16) not null
);
create index idx_ballot_sealed_round on ballot_sealed (round_id);

-- Paper ballots counted by tellers stand apart from the secret electronic rows.
create table ballot_paper (
  round_id varchar(64) primary key references ballot_round (round_id),
  issued integer not null,
  collected integer not null,
  valid integer not null,
  spoiled integer not null,
  entered_by varchar(64) not null
);

create table ballot_paper_count (
  round_id varchar(64) not null references ballot_paper (round_id),
  object_id varchar(64) not null,
  grade varchar(16) not null,
  votes integer not null,
  primary key (round_id, object_id, grade)
);

create table ballot_signature (
  round_id varchar(64) not null references ballot_round (round_id),
  person_id varchar(64) not null,
  agrees boolean not null,
  reason varchar(500) not null,
  signed_at timestamp with time zone not null,
  primary key (round_id, person_id)
);

-- What happened to a round as a whole; single votes are never logged.
create table ballot_log (
  id uuid primary key,
  round_id varchar(64) not null references ballot_round (round_id),
  event varchar(16) not null,
  detail varchar(500) not null,
  actor varchar(64) not null,
  happened_at timestamp with time zone not null
);
create index idx_ballot_log_round on ballot_log (round_id);
