-- What the one sent says to an order. asked_at: when it was given, or open again; without an answer for too long
-- unanswered_since is set.
alter table incidents.assignment add column asked_at timestamp with time zone;
update incidents.assignment set asked_at = created_at;
alter table incidents.assignment alter column asked_at set not null;
alter table incidents.assignment add column accepted_at timestamp with time zone;
alter table incidents.assignment add column on_the_way_at timestamp with time zone;
alter table incidents.assignment add column unanswered_since timestamp with time zone;
-- Work on it began; with ended_at the stretches of work that the rest rule looks at.
alter table incidents.assignment add column begun_at timestamp with time zone;
-- The officer who gave it.
alter table incidents.assignment add column assigned_by varchar(100);
alter table incidents.assignment add column assigned_by_name varchar(100);
-- The how manieth order of this worker: two officers who send one worker at the same moment take the same turn, and the
-- unique index lets one of them through. Null for orders of before and for a restored past.
alter table incidents.assignment add column worker_turn bigint;
create unique index assignment_one_turn on incidents.assignment (worker_id, worker_turn);
create index assignment_by_end on incidents.assignment (ended_at);
