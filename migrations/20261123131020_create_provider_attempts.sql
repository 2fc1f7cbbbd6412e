-- Somebody who was sent to the provider, until the answer comes: once, for ten minutes, in the browser that began. What
-- the provider's answer is compared with is computed from the state and the secret of that browser: nothing here helps who
-- reads it.
create table provider_attempts (
    state_hash   bytea primary key check (length(state_hash) = 32),
    browser_hash bytea not null check (length(browser_hash) = 32),
    purpose      text not null check (purpose in ('sign-in', 'link', 'confirm')),
    session_id   uuid, -- of the member who links or confirms; null for signing in
    back         text not null check (length(back) <= 2000),
    -- The form that was sent without a session, to be offered again afterwards.
    carried      text not null check (length(carried) <= 262144),
    resend       boolean not null,
    asked_at     timestamptz not null,
    expires_at   timestamptz not null,
    check ((session_id is null) = (purpose = 'sign-in'))
);
create index provider_attempts_expires_idx on provider_attempts (expires_at);
grant select, insert, delete on provider_attempts to polder_app;

-- Somebody at the provider who has the address of a member: linked when a link that was mailed there is confirmed.
create table provider_proposals (
    id         uuid primary key,
    issuer     text not null check (length(issuer) between 1 and 500),
    subject    text not null check (length(subject) between 1 and 255),
    member_id  uuid not null references members,
    created_at timestamptz not null
);
create index provider_proposals_member_idx on provider_proposals (member_id);
create index provider_proposals_created_idx on provider_proposals (created_at);
grant select, insert, delete on provider_proposals to polder_app;
