-- Spots of a fixed camera's picture and their places, JSON [[x, y, lng, lat], ...]; an empty list: withdrawn.
-- The camera's own place and heading are those at the time of the clicks.
create table cameras.calibration (
    camera_id varchar(64) primary key,
    version bigint not null,
    picture_width integer not null,
    picture_height integer not null,
    pairs varchar(20000) not null,
    mirrored boolean not null,
    rms_metres double precision not null,
    max_metres double precision not null,
    camera_lng double precision,
    camera_lat double precision,
    camera_heading double precision not null,
    moved_at timestamp with time zone,
    updated_at timestamp with time zone not null,
    updated_by varchar(100) not null
);
