-- Passkeys (WebAuthn): the public half of a key that a member's device keeps.
create table passkeys (
    id            uuid primary key,
    member_id     uuid not null references members,
    -- By which the device names it; unique, for signing in finds the member by it.
    credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
    credential    jsonb not null, -- public key, signature counter and flags, as the library keeps them
    name          text not null check (length(name) between 1 and 60),
    backed_up     boolean not null, -- synced by its provider, so that it outlives the device
    created_at    timestamptz not null,
    last_used_at  timestamptz
);
create index passkeys_member_idx on passkeys (member_id);
alter table passkeys enable row level security;
create policy passkeys_own on passkeys to polder_app
    using (member_id = (select viewer_id())) with check (member_id = (select viewer_id()));
grant select, insert, update, delete on passkeys to polder_app;
