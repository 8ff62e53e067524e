-- Who was sent somewhere hears of it by the id of the worker, not by the area the worker belongs to: that area's other
-- people have no part in it. The ids stand one a line.
alter table live.outbox add column workers varchar;
alter table live.entry add column workers varchar;
alter table live.entry add column former_workers varchar;
alter table live.place add column workers varchar;

update live.place set scope_code = substring(scope_code from 1 for position(' ' in scope_code) - 1)
    where position(' ' in scope_code) > 0;

-- What was written with those areas is not sent again: without a head an epoch begins, and every page reads a snapshot.
delete from live.entry;
delete from live.outbox;
delete from live.head;
