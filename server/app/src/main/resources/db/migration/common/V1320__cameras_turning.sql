-- Where the head of a camera has its zero (heading, degrees), and which way each of its stored directions looks.
create table cameras.turning (
    camera_id varchar(64) primary key,
    version bigint not null,
    pan_zero double precision,
    mount_metres double precision
);

create table cameras.preset (
    camera_id varchar(64) not null,
    preset_number integer not null,
    name varchar(100) not null,
    bearing double precision not null,
    field_of_view double precision not null,
    primary key (camera_id, preset_number)
);
