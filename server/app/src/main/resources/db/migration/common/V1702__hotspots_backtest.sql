-- How well the marked places did, as last computed; one row, written whole.
create table hotspots.backtest (
    name varchar(40) primary key,
    tested_on date not null,
    answer varchar not null
);
