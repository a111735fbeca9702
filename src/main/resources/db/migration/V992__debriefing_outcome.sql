-- To which organisations the notice of a debriefing goes (通报范围).
create table debrief_notice_range (
  case_id      varchar(64) not null,
  organization varchar(64) not null,
  primary key (case_id, organization)
);

-- How far each report is made public (述职报告公开范围), and until when readers may remark.
create table debrief_report_range (
  entry_id     varchar(64) not null primary key,
  case_id      varchar(64) not null,
  report_range varchar(16) not null
);
create table debrief_remark_period (
  case_id     varchar(64) not null primary key,
  remarks_until date      not null
);
