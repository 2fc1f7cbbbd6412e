-- Who a member is at the OpenID Connect provider of the installation: its own name for the person, which never changes and
-- is given to nobody else. The mail address there decides nothing.
create table provider_identities (
    issuer       text not null check (length(issuer) between 1 and 500),
    subject      text not null check (length(subject) between 1 and 255),
    member_id    uuid not null references members,
    linked_at    timestamptz not null,
    last_used_at timestamptz,
    primary key (issuer, subject),
    unique (member_id, issuer)
);
alter table provider_identities enable row level security;
create policy provider_identities_own on provider_identities to polder_app
    using (member_id = (select viewer_id())) with check (member_id = (select viewer_id()));
grant select, insert, update, delete on provider_identities to polder_app;

-- Whose it is, for signing in, when nobody is signed in yet; and whether that member has access.
create function provider_member(wanted_issuer text, wanted_subject text) returns table (member_id uuid, is_suspended boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
    select m.id, m.state = 'suspended' from provider_identities p join members m on m.id = p.member_id
    where p.issuer = wanted_issuer and p.subject = wanted_subject
$$;

-- As before, with the ways in that are no second factor: a page asks for nothing that is not there.
create or replace function factors_of(member uuid) returns jsonb
    language sql stable security definer set search_path = public, pg_temp as $$
    select jsonb_build_object(
        'has_app', exists (select from authenticators a where a.member_id = member and a.confirmed_at is not null),
        'has_passkey', exists (select from passkeys p where p.member_id = member),
        'has_password', exists (select from members m where m.id = member and m.password_hash is not null),
        'provider', (select min(p.issuer) from provider_identities p where p.member_id = member))
$$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
