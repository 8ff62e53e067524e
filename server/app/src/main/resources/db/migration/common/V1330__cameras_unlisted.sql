-- Since when the device of a camera no longer lists it as a channel; null while it does, and for cameras without a device.
alter table cameras.camera add column unlisted_at timestamp with time zone;
