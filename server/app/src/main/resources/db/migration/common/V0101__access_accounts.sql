create schema if not exists access;

create table access.account (
    username varchar(64) primary key,
    version bigint not null,
    display_name varchar(100) not null,
    password_hash varchar(200) not null,
    roles varchar(400) not null,
    scope varchar(20) not null,
    worker_id varchar(64),
    unit_id varchar(64),
    failures integer not null,
    locked_until timestamp with time zone,
    disabled boolean not null,
    created_at timestamp with time zone not null
);

create table access.token (
    token_hash varchar(64) primary key,
    username varchar(64) not null,
    token_name varchar(100) not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null
);
create index token_by_user on access.token (username);

-- One row per Idempotency-Key: written in the transaction of the work, so that a repeat gets the same answer.
create table access.idempotency (
    username varchar(64) not null,
    request_key varchar(200) not null,
    body_hash varchar(64) not null,
    answer_status integer,
    answer_location varchar(300),
    answer varchar,
    created_at timestamp with time zone not null,
    primary key (username, request_key)
);
create index idempotency_by_age on access.idempotency (created_at);
