-- A superior's yearly draw (随机抽查). Seed and candidates are stored before anything is drawn.
create table lifemeeting_draw (
  case_id varchar(64) primary key,
  organization varchar(64) not null,
  draw_year integer not null,
  draw_count integer not null,
  seed varchar(64) not null,
  frozen_by varchar(64) not null,
  frozen_at timestamp with time zone not null,
  drawn_at timestamp with time zone
);
create index idx_lifemeeting_draw_organization on lifemeeting_draw (organization, draw_year);

create table lifemeeting_draw_candidate (
  case_id varchar(64) not null references lifemeeting_draw (case_id),
  organization varchar(64) not null,
  organization_name varchar(255) not null,
  position integer not null,
  digest varchar(64),
  place integer,
  drawn boolean,
  primary key (case_id, organization),
  unique (case_id, place)
);

create table lifemeeting_draw_seat (
  case_id varchar(64) not null,
  organization varchar(64) not null,
  person_id varchar(64) not null,
  leads boolean not null,
  primary key (case_id, organization, person_id),
  foreign key (case_id, organization) references lifemeeting_draw_candidate (case_id, organization)
);
create index idx_lifemeeting_draw_seat_person on lifemeeting_draw_seat (person_id);
