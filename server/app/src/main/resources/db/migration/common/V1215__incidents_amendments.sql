-- What somebody wants to put right in a case, often from a device that was offline meanwhile. Where another person has
-- changed the same field since, both values are kept until a duty officer decides.
create table incidents.amendment (
    id uuid primary key,
    incident_seq bigint not null,
    author varchar(100) not null,
    author_name varchar(200) not null,
    base_version bigint not null,
    -- JSON: field -> value seen, value wanted, value there when it came
    merged varchar not null,
    kept varchar not null,
    reason varchar(300),
    device_at timestamp with time zone,
    clock_skew_seconds bigint,
    received_at timestamp with time zone not null,
    state varchar(8) not null,
    decided_by varchar(100),
    decided_by_name varchar(200),
    decided_at timestamp with time zone,
    -- JSON: field -> MINE or THEIRS
    taken varchar
);
create index amendment_by_incident on incidents.amendment (incident_seq, state);
