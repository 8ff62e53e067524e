-- The tailer asks for the places of some things, so the thing comes first in the key: with the stream in front every
-- question read the whole table.
create table live.place_by_subject (
    subject varchar(64) not null,
    stream varchar(16) not null,
    scope_code varchar(20) not null,
    west double precision,
    south double precision,
    east double precision,
    north double precision,
    primary key (subject, stream)
);
insert into live.place_by_subject (subject, stream, scope_code, west, south, east, north)
    select subject, stream, scope_code, west, south, east, north from live.place;
drop table live.place;
alter table live.place_by_subject rename to place;
