-- How often in a row the reporter was not reached, and when last: the third time ends the revisit.
alter table incidents.incident add column unreached integer default 0 not null;
alter table incidents.incident add column unreached_at timestamp with time zone;
