-- A limit may also depend on the channel: petitions have their own law (Regulations on Petition Work, articles 22, 23
-- and 34: first handling within 15 days, conclusion within 60, one extension of at most 30).
create table incidents.time_limit_by_source (
    source varchar(24) not null,
    kind varchar(16) not null,
    category varchar(40) not null,
    complexity varchar(8) not null,
    step varchar(8) not null,
    amount integer not null,
    unit varchar(12) not null,
    pausable boolean not null,
    extendable boolean not null,
    primary key (source, kind, category, complexity, step)
);
insert into incidents.time_limit_by_source
    (source, kind, category, complexity, step, amount, unit, pausable, extendable)
    select '', kind, category, complexity, step, amount, unit, pausable, extendable from incidents.time_limit;
drop table incidents.time_limit;
alter table incidents.time_limit_by_source rename to time_limit;

-- Only matters that can wait: a fire told of by petition is still a fire.
insert into incidents.time_limit (source, kind, category, complexity, step, amount, unit, pausable, extendable) values
    ('PETITION', 'DISPUTE', '', '', 'ACCEPT', 15, 'DAY', false, false),
    ('PETITION', 'HELP', '', '', 'ACCEPT', 15, 'DAY', false, false),
    ('PETITION', 'OTHER', '', '', 'ACCEPT', 15, 'DAY', false, false),
    ('PETITION', 'DISPUTE', '', '', 'HANDLE', 60, 'DAY', true, true),
    ('PETITION', 'HELP', '', '', 'HANDLE', 60, 'DAY', true, true),
    ('PETITION', 'OTHER', '', '', 'HANDLE', 60, 'DAY', true, true);
