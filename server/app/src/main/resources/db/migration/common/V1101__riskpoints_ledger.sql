create schema if not exists riskpoints;

create table riskpoints.risk_point (
    id uuid primary key,
    version bigint not null,
    name varchar(100) not null,
    category varchar(30) not null,
    level varchar(10) not null,
    status varchar(20) not null,
    owner varchar(100) not null,
    cycle_days integer not null,
    reviewed_on date,
    review_by date,
    note varchar(1000) not null,
    grid_code varchar(20) not null,
    place geometry(Point, 4490) not null,
    -- as given, beside the converted place
    source_x double precision not null,
    source_y double precision not null,
    source_crs varchar(40) not null,
    method varchar(300) not null,
    accuracy_metres double precision not null,
    location_flags varchar(100) not null,
    updated_at timestamp with time zone not null
);
create index risk_point_by_grid on riskpoints.risk_point (grid_code);

-- One row per version: who changed what, from what.
create table riskpoints.change (
    risk_point_id uuid not null,
    version bigint not null,
    at timestamp with time zone not null,
    actor varchar(100) not null,
    action varchar(20) not null,
    changes varchar not null,
    primary key (risk_point_id, version)
);
