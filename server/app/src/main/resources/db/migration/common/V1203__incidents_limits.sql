-- Time limits are data; an empty kind, category or complexity fits all, the closest fit counts.
create table incidents.time_limit (
    kind varchar(16) not null,
    category varchar(40) not null,
    complexity varchar(8) not null,
    step varchar(8) not null,
    amount integer not null,
    unit varchar(12) not null,
    pausable boolean not null,
    extendable boolean not null,
    primary key (kind, category, complexity, step)
);

insert into incidents.time_limit (kind, category, complexity, step, amount, unit, pausable, extendable) values
    ('', '', '', 'ACCEPT', 1, 'WORKING_DAY', false, false),
    ('FOREST_FIRE', '', '', 'ACCEPT', 1, 'HOUR', false, false),
    ('FLOOD', '', '', 'ACCEPT', 1, 'HOUR', false, false),
    ('HAZARD', '', '', 'ACCEPT', 4, 'HOUR', false, false),
    ('SECURITY', '', '', 'ACCEPT', 1, 'HOUR', false, false),
    ('TRAFFIC', '', '', 'ACCEPT', 1, 'HOUR', false, false),
    ('', '', '', 'HANDLE', 7, 'WORKING_DAY', true, true),
    -- one county's rule for disputes: 1, 7 and 20 days
    ('DISPUTE', '', 'SIMPLE', 'HANDLE', 1, 'DAY', true, true),
    ('DISPUTE', '', 'GENERAL', 'HANDLE', 7, 'DAY', true, true),
    ('DISPUTE', '', 'COMPLEX', 'HANDLE', 20, 'DAY', true, true),
    ('FOREST_FIRE', '', '', 'HANDLE', 4, 'HOUR', false, true),
    ('FLOOD', '', '', 'HANDLE', 4, 'HOUR', false, true),
    ('SECURITY', '', '', 'HANDLE', 24, 'HOUR', true, true),
    ('TRAFFIC', '', '', 'HANDLE', 24, 'HOUR', true, true),
    ('HAZARD', '', '', 'HANDLE', 5, 'WORKING_DAY', true, true),
    ('SANITATION', '', '', 'HANDLE', 3, 'WORKING_DAY', true, true),
    ('HELP', '', '', 'HANDLE', 5, 'WORKING_DAY', true, true),
    ('CAMERA_FAULT', '', '', 'HANDLE', 3, 'WORKING_DAY', true, true),
    ('', '', '', 'VERIFY', 2, 'WORKING_DAY', false, false),
    ('', '', '', 'REVISIT', 3, 'WORKING_DAY', false, false),
    ('', '', '', 'CLOSE', 2, 'WORKING_DAY', false, false);

-- Days that differ here from the official calendar shipped with the product (work-calendar.csv).
create table incidents.work_calendar (
    on_day date primary key,
    working boolean not null,
    note varchar(100) not null
);
