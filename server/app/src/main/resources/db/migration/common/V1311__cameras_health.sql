-- What the product's own looks at a camera have measured: figures, never a picture.
create table cameras.health (
    camera_id varchar(64) primary key,
    checked_at timestamp with time zone not null,
    pictured_at timestamp with time zone,
    drift_seconds double precision,
    drift_at timestamp with time zone,
    measures varchar(2000) not null,
    usual_view varchar(4000)
);

-- Confirmed faults; a row stays after the cure while its case is open, so that no second case is made.
create table cameras.fault (
    camera_id varchar(64) not null,
    fault varchar(20) not null,
    since timestamp with time zone not null,
    cured_at timestamp with time zone,
    reported_at timestamp with time zone,
    incident_id uuid,
    primary key (camera_id, fault)
);
