-- Clips kept as evidence. The pictures themselves lie in files; here stands what they are and the chain over their bytes.
create table cameras.clip (
    id uuid primary key,
    camera_id varchar(64) not null,
    camera_name varchar(200) not null,
    grid_code varchar(20) not null,
    incident_id uuid not null,
    incident_number varchar(20) not null,
    source varchar(10) not null,
    state varchar(20) not null,
    ending varchar(20),
    cause varchar(100),
    asked_from timestamp with time zone not null,
    asked_to timestamp with time zone not null,
    begun_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    duration_millis bigint not null,
    bytes bigint not null,
    segments integer not null,
    chain_head varchar(64) not null,
    mime varchar(120) not null,
    masked boolean not null,
    masks varchar(20000) not null,
    saved_by varchar(100) not null,
    saved_by_name varchar(200) not null,
    grant_id uuid not null,
    continues uuid,
    retain_until timestamp with time zone not null,
    deleted_at timestamp with time zone,
    deletion_ground varchar(40)
);
create index clip_by_incident on cameras.clip (incident_id);
create index clip_by_camera on cameras.clip (camera_id);
create index clip_by_begin on cameras.clip (begun_at, id);
create index clip_by_state on cameras.clip (state);

-- Each link: SHA-256 of the link before and the bytes of this segment.
create table cameras.clip_segment (
    clip_id uuid not null,
    number integer not null,
    first_byte bigint not null,
    length bigint not null,
    first_millis bigint not null,
    shown_at timestamp with time zone not null,
    link varchar(64) not null,
    primary key (clip_id, number)
);
