-- Devices and platforms that have signed in by GB/T 28181, and which of their channels each camera is.
create table cameras.device (
    device_id varchar(64) primary key,
    online boolean not null,
    gb_version varchar(20) not null,
    over_tcp boolean not null,
    manufacturer varchar(200) not null,
    model varchar(200) not null,
    firmware varchar(200) not null,
    registered_at timestamp with time zone not null,
    seen_at timestamp with time zone not null
);

create table cameras.channel (
    camera_id varchar(64) primary key,
    device_id varchar(64) not null,
    channel_id varchar(64) not null,
    online boolean not null,
    unique (device_id, channel_id)
);
