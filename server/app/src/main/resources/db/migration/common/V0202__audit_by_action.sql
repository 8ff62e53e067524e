-- The view register reads one action out of the chains.
create index record_by_action on audit.record (action, at);
