-- What keeps a clip from being deleted, and how long clips of a camera are kept at most without that.
create table cameras.clip_hold (
    id uuid primary key,
    clip_id uuid not null,
    reason varchar(500) not null,
    set_by varchar(100) not null,
    set_by_name varchar(200) not null,
    set_at timestamp with time zone not null,
    release_reason varchar(500),
    released_by varchar(100),
    released_by_name varchar(200),
    released_at timestamp with time zone
);
create index clip_hold_by_clip on cameras.clip_hold (clip_id);

create table cameras.clip_ceiling (
    camera_id varchar(64) primary key,
    days integer not null
);
