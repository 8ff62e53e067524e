-- A change may be heard in several areas: the codes stand in one column with blanks between them.
alter table live.outbox alter column scope_code set data type varchar;
alter table live.entry alter column scope_code set data type varchar;
alter table live.entry alter column former_scope set data type varchar;
alter table live.place alter column scope_code set data type varchar;
