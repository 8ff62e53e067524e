-- Filing of each camera with the county police (Decree 799 art. 14): first use, what was filed, and what has changed since.
alter table cameras.camera add column last_seen_at timestamp with time zone;

create table cameras.filing (
    camera_id varchar(64) primary key,
    version bigint not null,
    first_used_on date,
    filed_on date,
    filing_number varchar(100),
    police_office varchar(200),
    storage_days integer,
    device_type varchar(100),
    filed_lng double precision,
    filed_lat double precision,
    filed_kind varchar(10),
    changed_on date
);
