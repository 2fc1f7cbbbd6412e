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

-- As before; only `strong` is another: a second factor that was shown at the provider counts (where the operator said so)
-- also for those who have none here. Whoever removes their last one has it taken from all their sessions as well.
create or replace function session_viewer(
    secret_hash bytea, present timestamptz, idle_since timestamptz, second_factor_since timestamptz,
    fresh_since timestamptz
) returns jsonb
    language sql stable security definer set search_path = public, pg_temp as $$
    select jsonb_build_object(
        'id', m.id, 'slug', m.slug, 'name', m.name, 'language', m.language, 'session', s.id,
        'roles', to_jsonb(case when p.strong then m.roles else array(
            select role from unnest(m.roles) role where role = 'reviewer') end),
        'organisations', coalesce((
            select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'roles', to_jsonb(
                case when p.strong then e.roles else array_remove(e.roles, 'coordinator') end)) order by o.name)
            from memberships e join organisations o on o.id = e.organisation_id
            where e.member_id = m.id and e.until is null), '[]'),
        'resting_roles', to_jsonb(case when p.strong then '{}' else array_remove(m.roles, 'reviewer') end),
        'rests_as_coordinator', not p.strong and exists (
            select from memberships e where e.member_id = m.id and e.until is null and 'coordinator' = any (e.roles)),
        'last_seen_at', s.last_seen_at,
        'turns', s.turns and s.token_hash = secret_hash,
        'has_authenticator', p.has_factor,
        'second_factor', p.strong,
        'fresh', coalesce(s.proven_at > fresh_since, false),
        'waiting_requests', case when p.strong and 'liaison' = any (m.roles)
            then (select count(*) from join_requests where state = 'waiting') else 0 end)
    from sessions s join members m on m.id = s.member_id
    cross join lateral (
        select has_second_factor(m.id) as has_factor,
            coalesce(s.second_factor_at > second_factor_since, false) as strong) p
    where (s.token_hash = secret_hash or (s.former_hash = secret_hash and s.former_until > present))
      and s.expires_at > present and s.last_seen_at > idle_since and m.state = 'active'
$$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
