-- What devices rang about: one card per camera (or device, or * for several) and kind, and how often.
create table cameras.alarm_card (
    card_id uuid primary key,
    ringer varchar(64) not null,
    name varchar(200) not null,
    kind varchar(30) not null,
    grid_code varchar(20) not null,
    incident_id varchar(64) not null, -- empty when nobody knows a place for one
    first_at timestamp with time zone not null,
    last_at timestamp with time zone not null,
    rang integer not null
);
create index alarm_card_by_ringer on cameras.alarm_card (ringer, kind, first_at);
create index alarm_card_by_time on cameras.alarm_card (last_at);
create index alarm_card_by_incident on cameras.alarm_card (incident_id);
