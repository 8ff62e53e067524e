-- People named in a matter, in clear: on the wire only masked, or unmasked on record. A merge moves no row, as with
-- reports, so that unmerging loses none.
create table incidents.party (
    id uuid primary key,
    incident_seq bigint not null,
    place integer not null,
    side varchar(8) not null,
    name varchar(100) not null,
    phone varchar(40),
    id_kind varchar(16),
    id_number varchar(40),
    address varchar(300),
    constraint party_of_incident foreign key (incident_seq) references incidents.incident (seq)
);
create index party_by_incident on incidents.party (incident_seq);
