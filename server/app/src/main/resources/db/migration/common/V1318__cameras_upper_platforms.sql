-- Platforms above us at which we sign in by GB/T 28181; the password is sealed (AES-GCM), the key is not in the database.
create table cameras.upper_platform (
    platform_id varchar(20) primary key,
    version bigint not null,
    display_name varchar(200) not null,
    sip_domain varchar(20) not null,
    host varchar(253) not null,
    port integer not null,
    username varchar(20) not null,
    sealed varchar(2000) not null,
    transport varchar(10) not null,
    edition varchar(10) not null,
    charset varchar(10) not null,
    enabled boolean not null,
    agreement varchar(500) not null
);
