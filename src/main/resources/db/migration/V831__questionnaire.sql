-- Anonymous questionnaires (征求意见问卷).
create table questionnaire (
  id           varchar(64)  not null primary key,
  case_id      varchar(64)  not null,
  -- The case while the questionnaire is open, null afterwards: at most one is open for a case.
  open_case    varchar(64)  unique,
  title        varchar(200) not null,
  asker        varchar(200) not null,
  introduction text         not null,
  closes_on    date         not null,
  closed       boolean      not null,
  -- Only the SHA-256 of the link's token: who reads this table cannot open the page.
  token_hash   varchar(64)  not null unique,
  -- Signs the one-time number of each form handed out.
  form_key     varchar(64)  not null,
  received     integer      not null,
  characters   integer      not null
);
create index idx_questionnaire_case on questionnaire (case_id);

create table questionnaire_question (
  questionnaire_id varchar(64)  not null references questionnaire (id),
  question_no      integer      not null,
  topic            varchar(80)  not null,
  label            varchar(300) not null,
  primary key (questionnaire_id, question_no),
  constraint questionnaire_topic unique (questionnaire_id, topic)
);

-- Each answer alone: no person, no address, no time, no number in order, nothing that ties the answers of one
-- form together. Contents change places when one is added, so that where a row lies says nothing either.
create table questionnaire_answer (
  id               varchar(64) not null primary key,
  questionnaire_id varchar(64) not null references questionnaire (id),
  topic            varchar(80) not null,
  content          text        not null
);
create index idx_questionnaire_answer on questionnaire_answer (questionnaire_id, topic);

-- One-time numbers of forms that were sent, so that sending again does not count twice.
create table questionnaire_form (
  questionnaire_id varchar(64) not null references questionnaire (id),
  form_hash        varchar(64) not null,
  primary key (questionnaire_id, form_hash)
);
