-- The cameras each upper platform may see, under the 20 digits they have there, and whether it may turn them.
create table cameras.shared_camera (
    platform_id varchar(20) not null,
    camera_id varchar(64) not null,
    channel_id varchar(20) not null,
    ptz boolean not null,
    primary key (platform_id, camera_id),
    unique (platform_id, channel_id)
);
