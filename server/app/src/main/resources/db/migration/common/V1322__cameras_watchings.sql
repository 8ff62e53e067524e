-- Who watches right now, and when the process that serves it was last alive: a row outlives its process, so that another
-- one can put the end on record. A ticket for an incident ends with it.
create table cameras.node (
    node uuid primary key,
    seen_at timestamp with time zone not null
);

create table cameras.watching (
    watching uuid primary key,
    node uuid not null,
    grant_id uuid not null,
    username varchar(100) not null,
    grid_code varchar(20) not null,
    expires_at timestamp with time zone not null
);

alter table cameras.ticket add column incident_id varchar(64);
create index ticket_by_grant on cameras.ticket (grant_id);
create index ticket_by_incident on cameras.ticket (incident_id);
