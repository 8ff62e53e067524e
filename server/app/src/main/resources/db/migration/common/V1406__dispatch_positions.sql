-- Fixes are blurred to 500 m some days after, and deleted later; see gridsight.dispatch.
alter table dispatch.position_fix add column blurred boolean default false not null;
create index position_fix_to_blur on dispatch.position_fix (blurred, fixed_at);

-- Times in which workers' pages may share positions by themselves: declared by a leader, for hours, with a reason.
create table dispatch.emergency (
    id uuid primary key,
    scope_code varchar(20) not null,
    reason varchar(500) not null,
    declared_by varchar(100) not null,
    declared_name varchar(100) not null,
    declared_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    ended_by varchar(100)
);
create index emergency_by_end on dispatch.emergency (ends_at);

-- Who looked at workers' places, for those who were looked at; the audit trail holds the same looks for auditors.
create table dispatch.look (
    id uuid primary key,
    looked_at timestamp with time zone not null,
    username varchar(100) not null,
    way varchar(40) not null,
    area_code varchar(20) not null,
    incident_seq bigint
);
create index look_by_time on dispatch.look (looked_at);
