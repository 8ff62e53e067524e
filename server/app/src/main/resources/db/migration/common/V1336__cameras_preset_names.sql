-- What people here call the directions that are stored in a camera: a device keeps a number, rarely a name.
create table cameras.preset_name (
    camera_id varchar(64) not null,
    preset_number integer not null,
    name varchar(100) not null,
    primary key (camera_id, preset_number)
);
