-- Tickets for pictures; the register of views itself is in the audit chains.
create table cameras.ticket (
    ticket_hash varchar(64) primary key,
    grant_id uuid not null,
    camera_id varchar(64) not null,
    grid_code varchar(20) not null,
    username varchar(100) not null,
    purpose varchar(20) not null,
    granted_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    standing_key varchar(128) not null,
    standing_token boolean not null
);
create index ticket_by_expiry on cameras.ticket (expires_at);
