-- How the participants of one session rate (现场评议安排). Frozen once the round is prepared.
create table debriefing_rating (
  case_id varchar(64) not null,
  session_no integer not null,
  due_on date not null,
  round_id varchar(64),
  saved_by varchar(64) not null,
  saved_at timestamp with time zone not null,
  primary key (case_id, session_no)
);

create table debriefing_rating_teller (
  case_id varchar(64) not null,
  session_no integer not null,
  position integer not null,
  person_id varchar(64) not null,
  primary key (case_id, session_no, person_id)
);

-- Single-use sheets for those present without an account, by class of voters.
create table debriefing_rating_sheets (
  case_id varchar(64) not null,
  session_no integer not null,
  class_code varchar(16) not null,
  sheets integer not null,
  primary key (case_id, session_no, class_code)
);
