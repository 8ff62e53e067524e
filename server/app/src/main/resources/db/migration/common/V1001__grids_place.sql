create schema if not exists grids;

-- The one township this installation serves. Its version rises with every change of outline, grids or base map.
create table grids.place (
    id integer primary key,
    version bigint not null,
    code varchar(9) not null,
    name varchar(100) not null,
    synthetic boolean not null,
    outline geometry(MultiPolygon, 4490) not null,
    updated_at timestamp with time zone not null,
    constraint place_only_one check (id = 1)
);

-- A code may have several versions, one after the other; it never comes back for something else.
create table grids.village (
    id uuid primary key,
    code varchar(12) not null,
    name varchar(100) not null,
    valid_from timestamp with time zone not null,
    valid_to timestamp with time zone
);
create index village_by_code on grids.village (code);

create table grids.grid (
    id uuid primary key,
    code varchar(20) not null,
    name varchar(100) not null,
    village_code varchar(12) not null,
    kind varchar(20) not null,
    households integer not null,
    shape geometry(MultiPolygon, 4490) not null,
    valid_from timestamp with time zone not null,
    valid_to timestamp with time zone
);
create index grid_by_code on grids.grid (code);
