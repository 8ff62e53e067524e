-- What follows on any restore: nobody stays signed in by a session of the past, and the live streams begin a new
-- epoch, so that no page trusts offsets of a history that is undone. The same as Restored.java does when embedded.
delete from access.spring_session;
update live.head set epoch = gen_random_uuid()::varchar;
