-- What an upper platform may do with each camera of its list: see it live, see what its device has recorded; ptz is the right
-- to control its head. What was shared before was shared live.
alter table cameras.shared_camera add column live boolean default true not null;
alter table cameras.shared_camera add column playback boolean default false not null;
