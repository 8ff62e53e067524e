-- A camera of a device that tells no position has none; it then belongs to the whole place.
alter table cameras.camera alter column location drop not null;
alter table cameras.camera add column kind varchar(10) default 'FIXED' not null;
alter table cameras.camera add column place_type varchar(30) default 'PUBLIC_PLACE' not null;
alter table cameras.camera add column transport varchar(20) default 'TCP_PASSIVE' not null;
alter table cameras.camera add column datum varchar(10) default 'WGS84' not null;
alter table cameras.camera add column source_x double precision;
alter table cameras.camera add column source_y double precision;
alter table cameras.camera add column source_crs varchar(40) default '' not null;
alter table cameras.camera add column located_by varchar(20) default 'GIVEN' not null;
alter table cameras.camera add column address_changes bigint default 0 not null;

-- Address, user name and password of a camera in one sealed text (AES-GCM); the key is not in the database.
create table cameras.stream_address (
    camera_id varchar(64) primary key,
    sealed varchar(8000) not null,
    changed_at timestamp with time zone not null
);
