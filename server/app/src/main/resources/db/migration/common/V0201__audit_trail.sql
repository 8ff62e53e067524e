create schema if not exists audit;

-- Several chains side by side, so that writers do not all wait for one row; each is verified by itself.
create table audit.chain_head (
    chain integer primary key,
    height bigint not null,
    hash varchar(64) not null
);

create table audit.record (
    chain integer not null,
    height bigint not null,
    at timestamp with time zone not null,
    actor varchar(100) not null,
    action varchar(100) not null,
    subject varchar(200) not null,
    scope_code varchar(20) not null,
    details varchar not null,
    prev_hash varchar(64) not null,
    hash varchar(64) not null,
    primary key (chain, height)
);
create index record_by_time on audit.record (at);
create index record_by_subject on audit.record (subject);

insert into audit.chain_head (chain, height, hash) values
    (0, 0, '0000000000000000000000000000000000000000000000000000000000000000'),
    (1, 0, '0000000000000000000000000000000000000000000000000000000000000000'),
    (2, 0, '0000000000000000000000000000000000000000000000000000000000000000'),
    (3, 0, '0000000000000000000000000000000000000000000000000000000000000000');
