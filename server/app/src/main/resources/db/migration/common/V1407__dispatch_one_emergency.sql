-- The area while an emergency runs there, else null: of two leaders who declare one at the same moment the unique index
-- lets one through.
alter table dispatch.emergency add column running_scope varchar(20);
create unique index emergency_one_running on dispatch.emergency (running_scope);
