-- Browsers in which a member signed in before. What strangers try at the account does not shut these out. Kept as the
-- SHA-256 of the cookie, as sessions are.
create table known_devices (
    token_hash bytea primary key check (length(token_hash) = 32),
    member_id  uuid not null references members,
    created_at timestamptz not null
);
create index known_devices_member_idx on known_devices (member_id);
grant select, insert, delete on known_devices to polder_app;
