-- The departments an incident can be sent to.
create table incidents.unit (
    id varchar(32) primary key,
    zh varchar(100) not null,
    en varchar(100) not null,
    place integer not null
);

insert into incidents.unit (id, zh, en, place) values
    ('centre', '综治中心', 'Governance centre', 1),
    ('justice', '司法所', 'Justice office', 2),
    ('police', '派出所', 'Police station', 3),
    ('emergency', '应急管理办公室', 'Emergency office', 4),
    ('market', '市场监管所', 'Market supervision office', 5),
    ('urban', '城管中队', 'Urban management squad', 6),
    ('health', '卫生院', 'Health centre', 7),
    ('civil', '民政办', 'Civil affairs office', 8),
    ('land', '自然资源所', 'Land and resources office', 9),
    ('forestry', '林业站', 'Forestry station', 10),
    ('water', '水利站', 'Water station', 11),
    ('transport', '交管站', 'Road traffic station', 12),
    ('labour', '人社所', 'Labour and social security office', 13),
    ('petition', '信访办', 'Petition office', 14);
