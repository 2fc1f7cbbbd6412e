-- What a browser was asked to sign with a passkey, until it answers: once, for some minutes. Kept here and not in the
-- browser, so that no answer counts twice.
create table passkey_ceremonies (
    challenge_hash bytea primary key check (length(challenge_hash) = 32),
    -- Of the cookie of the browser that was asked: its session, or for signing in one for this purpose.
    browser_hash   bytea not null check (length(browser_hash) = 32),
    member_id      uuid references members, -- null for signing in, where the answer says who it is
    purpose        text not null check (purpose in ('sign-in', 'add', 'confirm')),
    state          jsonb not null,
    expires_at     timestamptz not null,
    check ((member_id is null) = (purpose = 'sign-in'))
);
create index passkey_ceremonies_expires_idx on passkey_ceremonies (expires_at);
grant select, insert, delete on passkey_ceremonies to polder_app;
