-- Passwords of single GB/T 28181 devices, sealed (AES-GCM); a device without one proves the common password.
create table cameras.device_password (
    device_id varchar(64) primary key,
    sealed varchar(2000) not null,
    changed_at timestamp with time zone not null
);
