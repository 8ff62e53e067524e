-- What one shift writes down for the next. Rows are only added, so that two officers who write at once lose nothing;
-- deleted after 30 days.
create table dispatch.handover_note (
    id uuid primary key,
    scope_code varchar(20) not null,
    words varchar(4000) not null,
    written_by varchar(100) not null,
    written_name varchar(100) not null,
    written_at timestamp with time zone not null
);
create index handover_note_by_time on dispatch.handover_note (written_at);
