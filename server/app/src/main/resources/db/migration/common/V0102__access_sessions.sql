-- The tables of Spring Session JDBC under our schema; sessions survive a restart.
create table access.spring_session (
    primary_id char(36) not null,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_by_id on access.spring_session (session_id);
create index spring_session_by_expiry on access.spring_session (expiry_time);
create index spring_session_by_name on access.spring_session (principal_name);
