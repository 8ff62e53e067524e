-- Times at which the disk for clips was short of space; the newest row knows its case, so that no restart opens another.
create table cameras.disk_shortage (
    id uuid primary key,
    since timestamp with time zone not null,
    over_at timestamp with time zone,
    incident_id uuid, -- none while nobody knows a place for one
    reported_at timestamp with time zone
);
create index disk_shortage_by_time on cameras.disk_shortage (since);
