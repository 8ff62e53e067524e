create schema if not exists incidents;

-- Blocks of 50: the product takes value .. value + 49.
create sequence incidents.incident_seq start with 1 increment by 50;

create table incidents.incident (
    seq bigint primary key,
    id uuid not null,
    version bigint not null,
    number varchar(20) not null,
    case_code varchar(32) not null,
    -- the matter
    kind varchar(16) not null,
    category varchar(40),
    scale varchar(16),
    title varchar(200) not null,
    description varchar(4000) not null,
    address varchar(300),
    source varchar(24) not null,
    -- where it is, and how that was told
    location geometry(Point, 4490) not null,
    source_x double precision,
    source_y double precision,
    source_crs varchar(64),
    location_method varchar(120),
    location_accuracy double precision,
    location_flags varchar(200) not null,
    grid_code varchar(20) not null,
    grid_name varchar(100) not null,
    village_code varchar(20) not null,
    village_name varchar(100) not null,
    occurred_at timestamp with time zone not null,
    received_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    steps integer not null,
    -- everything a move may change
    status varchar(12) not null,
    unit_id varchar(32),
    complexity varchar(8) not null,
    clock_step varchar(8),
    clock_unit varchar(12),
    clock_started_at timestamp with time zone,
    limit_seconds bigint,
    due_at timestamp with time zone,
    escalate_at timestamp with time zone,
    paused_at timestamp with time zone,
    left_seconds bigint,
    pausable boolean not null,
    extendable boolean not null,
    extended boolean not null,
    escalation integer not null,
    returns integer not null,
    reopens integer not null,
    merged_into bigint,
    outcome varchar(16),
    closed_at timestamp with time zone,
    level varchar(8),
    level_rule varchar(20)
);
create unique index incident_by_id on incidents.incident (id);
create unique index incident_by_case_code on incidents.incident (case_code);
create index incident_by_received on incidents.incident (received_at, seq);
create index incident_by_occurred on incidents.incident (occurred_at);
create index incident_by_status on incidents.incident (status, received_at, seq);
create index incident_by_grid on incidents.incident (grid_code);
create index incident_by_escalation on incidents.incident (escalate_at);
create index incident_by_merge on incidents.incident (merged_into);

-- Who told us, one row per report. A merge moves no row: the reporters of a case are its own and those of the
-- incidents merged into it, so that unmerging loses nothing.
create table incidents.report (
    id uuid primary key,
    incident_seq bigint not null,
    reporter_name varchar(100),
    reporter_phone varchar(40),
    reporter_address varchar(300),
    source varchar(24) not null,
    received_at timestamp with time zone not null,
    constraint report_of_incident foreign key (incident_seq) references incidents.incident (seq)
);
create index report_by_incident on incidents.report (incident_seq);
