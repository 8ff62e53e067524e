-- Pictures of a clip that a slow disk has cost.
alter table cameras.clip add column missing_pictures integer default 0 not null;
