-- Photos of incidents. The pictures lie in files below the data directory; here stands what they are and how they came.
-- A photo may come before its incident: it names it by the id its maker gave it, so there is no foreign key.
create table incidents.photo (
    id uuid primary key,
    incident_id uuid not null,
    step varchar(8) not null,
    -- 1 .. most photos of a case; none once it was refused
    slot integer,
    state varchar(10) not null,
    refusal varchar(40),
    uploader varchar(100) not null,
    uploader_name varchar(200) not null,
    -- the incident was not there yet when the upload began
    waiting boolean not null,
    length bigint not null,
    -- as the device told them
    taken_at timestamp with time zone,
    taken_lon double precision,
    taken_lat double precision,
    clock_skew_seconds bigint,
    width integer,
    height integer,
    digest varchar(64),
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    received_at timestamp with time zone
);
create unique index photo_by_slot on incidents.photo (incident_id, slot);
create index photo_by_uploader on incidents.photo (uploader, state);
create index photo_by_expiry on incidents.photo (state, expires_at);
