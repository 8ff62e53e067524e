-- Fewer rights than the creator's, when given; last use in steps of an hour, so that a call is no write.
alter table access.token add column roles varchar(400);
alter table access.token add column scope varchar(20);
alter table access.token add column last_used_at timestamp with time zone;
