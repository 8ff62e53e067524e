create schema if not exists hotspots;

-- What was shown on a day, as last computed on it; written whole, so a repeat after any crash gives the same row.
create table hotspots.day_map (
    map_day date primary key,
    made_at timestamp with time zone not null,
    -- what the incidents looked like: an equal mark means nothing to compute
    mark varchar(2000) not null,
    answer varchar not null
);

-- Who keeps the map at the moment; one node at a time, taken over when its time is up.
create table hotspots.lease (
    name varchar(40) primary key,
    holder varchar(64) not null,
    held_until timestamp with time zone not null
);
insert into hotspots.lease (name, holder, held_until) values ('map', 'nobody', timestamp with time zone '1970-01-01 00:00:00+00:00');
