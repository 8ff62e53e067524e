create schema if not exists cameras;

create table cameras.camera (
    camera_id varchar(64) primary key,
    version bigint not null,
    display_name varchar(200) not null,
    grid_code varchar(20) not null,
    location geometry(Point, 4490) not null,
    heading double precision not null,
    field_of_view double precision not null,
    range_metres double precision not null,
    status varchar(20) not null,
    source varchar(20) not null,
    masked boolean not null
);
create index camera_by_grid on cameras.camera (grid_code);
