-- The course of a case. Only inserted, never changed.
create table incidents.step (
    incident_seq bigint not null,
    step integer not null,
    action varchar(16) not null,
    event varchar(16),
    from_status varchar(12),
    to_status varchar(12) not null,
    actor varchar(100) not null,
    actor_name varchar(100) not null,
    at timestamp with time zone not null,
    device_at timestamp with time zone,
    request_key varchar(200),
    clock_left_seconds bigint,
    reason_code varchar(40),
    note varchar(2000),
    details varchar not null,
    former varchar,
    primary key (incident_seq, step),
    constraint step_of_incident foreign key (incident_seq) references incidents.incident (seq)
);

-- An order to a worker or a unit. under_way_worker is the worker while the order is under way, else null: the unique
-- index decides that one worker has one order under way.
create table incidents.assignment (
    id uuid primary key,
    version bigint not null,
    incident_seq bigint not null,
    worker_id varchar(64),
    worker_name varchar(100),
    unit_id varchar(32),
    scope_code varchar(20) not null,
    lead boolean not null,
    status varchar(12) not null,
    under_way_worker varchar(64),
    due_at timestamp with time zone,
    created_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    constraint assignment_of_incident foreign key (incident_seq) references incidents.incident (seq)
);
create index assignment_by_incident on incidents.assignment (incident_seq);
create index assignment_by_status on incidents.assignment (status);
create unique index assignment_one_under_way on incidents.assignment (under_way_worker);
