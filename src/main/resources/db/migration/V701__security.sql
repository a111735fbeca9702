-- Whether a password was given by somebody else and must be changed; the version ends older sessions.
create table security_password_state (
  user_id    varchar(64) not null primary key,
  initial    boolean not null,
  version    integer not null,
  changed_at timestamp with time zone not null
);
