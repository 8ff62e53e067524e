-- What is hidden in a copy that was made: it may not leave the house any more once something else has to be hidden.
-- Copies made before this was kept count as if nothing were hidden in them.
alter table cameras.clip_export add column masks_hash varchar(64) default '' not null;
