create schema if not exists dispatch;

create table dispatch.worker (
    worker_id varchar(64) primary key,
    version bigint not null,
    display_name varchar(100) not null,
    grid_code varchar(20) not null,
    skills varchar(400) not null,
    on_duty boolean not null
);
create index worker_by_grid on dispatch.worker (grid_code);

-- Fixes of people on duty, for a short time only; the retention clock deletes them.
create table dispatch.position_fix (
    worker_id varchar(64) not null,
    fixed_at timestamp with time zone not null,
    received_at timestamp with time zone not null,
    lng double precision not null,
    lat double precision not null,
    accuracy_metres double precision,
    primary key (worker_id, fixed_at)
);
create index position_fix_by_age on dispatch.position_fix (fixed_at);
