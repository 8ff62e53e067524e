-- Copies of clips that leave the house: asked by one person, approved by another.
create table cameras.clip_export (
    id uuid primary key,
    clip_id uuid not null,
    state varchar(20) not null,
    purpose varchar(200) not null,
    reason varchar(500) not null,
    requested_by varchar(100) not null,
    requested_by_name varchar(200) not null,
    requested_at timestamp with time zone not null,
    decided_by varchar(100),
    decided_by_name varchar(200),
    decided_at timestamp with time zone,
    decision_comment varchar(500),
    made_at timestamp with time zone,
    bytes bigint not null,
    sha256 varchar(64) not null,
    expires_at timestamp with time zone,
    failure varchar(100),
    downloads integer not null
);
create index clip_export_by_clip on cameras.clip_export (clip_id);
create index clip_export_by_state on cameras.clip_export (state);
