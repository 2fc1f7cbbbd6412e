-- Sessions that their owner can tell apart and end, that show how fresh their proof is, and whose secret turns when
-- the rights behind it change.

create type sign_in_method as enum ('password', 'mailed-link', 'passkey', 'provider');

-- Of before: how they began is not known, but there was no other way than these two.
alter table sessions
    -- Stays the same when the secret turns: what the list of sessions ends.
    add id           uuid not null default gen_random_uuid() unique,
    add method       sign_in_method not null default 'password',
    -- What the browser said of itself, in two words such as "Firefox, Windows". No address: it would tell where somebody was.
    add device       text not null default '' check (length(device) <= 60),
    -- When the strongest factor of the account was last shown in this session. A change of what guards the account
    -- asks for one that is minutes old.
    add proven_at    timestamptz,
    -- The rights of the member changed: the next request gets a new secret.
    add turns        boolean not null default false,
    -- The secret before the last turn, for requests that were under way.
    add former_hash  bytea check (length(former_hash) = 32),
    add former_until timestamptz,
    add check ((former_hash is null) = (former_until is null));
alter table sessions alter method drop default;
create index sessions_former_idx on sessions (former_hash) where former_hash is not null;

-- A change of rights turns the secret of every open session of the member: one that was stolen before does not carry
-- the new rights unnoticed. The rights themselves are read at each request.
create function turn_sessions() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_table_name = 'members' then
        update sessions set turns = true where member_id = new.id;
    elsif tg_op = 'DELETE' then
        update sessions set turns = true where member_id = old.member_id;
    else
        update sessions set turns = true where member_id = new.member_id;
    end if;
    return null;
end
$$;
create trigger members_turn after update of roles on members
    for each row when (old.roles is distinct from new.roles) execute function turn_sessions();
create trigger memberships_begin_turn after insert or delete on memberships
    for each row execute function turn_sessions();
create trigger memberships_turn after update on memberships
    for each row when ((old.roles, old.until) is distinct from (new.roles, new.until)) execute function turn_sessions();

-- Roles that decide about others count only in a session that showed a second factor, and in work that is done in the
-- member's name by a job or on the machine itself: `enter` says which.
create or replace function viewer_has_role(wanted community_role) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return (wanted = 'reviewer' or coalesce(current_setting('polder.acts', true), '') = 'yes')
        and coalesce((select wanted = any (roles) from members where id = viewer_id()), false);
end
$$;

create or replace function viewer_coordinates() returns uuid[]
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    if coalesce(current_setting('polder.acts', true), '') <> 'yes' then
        return '{}';
    end if;
    return (select coalesce(array_agg(organisation_id), '{}') from memberships
        where member_id = viewer_id() and until is null and 'coordinator' = any (roles));
end
$$;

-- As before, and `acts`: whether those roles count. Without them the keys of their circles are not held either.
drop function enter(uuid, boolean, boolean, boolean, timestamptz, boolean);
create function enter(
    person uuid, strong boolean, acts boolean, red boolean, amber_is_open boolean, present timestamptz,
    glass boolean default false
) returns void
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    classes text[] := array['open']
        || case when amber_is_open or strong then array['amber'] else '{}' end
        || case when red and strong then array['red'] else '{}' end;
    held text[] := own_keys_of(person, classes, strong and glass, present);
begin
    if not acts then
        held := array_remove(array_remove(held, 'open:circle:liaison'), 'amber:circle:liaison');
        held := array_remove(array_remove(held, 'open:circle:operator'), 'amber:circle:operator');
    end if;
    perform set_config('polder.viewer', person::text, true);
    perform set_config('polder.strong', case when strong then 'yes' else '' end, true);
    perform set_config('polder.acts', case when acts then 'yes' else '' end, true);
    perform set_config('polder.keys', array_to_string(held, ' '), true);
    perform set_config('polder.client_keys', case when 'amber' = any (classes) then 'not yet' else '' end, true);
end
$$;

-- Whether an account has something to show besides its password.
create function has_second_factor(member uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (select from authenticators a where a.member_id = member and a.confirmed_at is not null);
end
$$;

-- Everything a page must know of who asks, in one round trip. A second factor that was shown elsewhere (where the operator
-- said so) counts also for those who have none here; whoever removes their last one has it taken from all their sessions.
drop function session_viewer(bytea, timestamptz, timestamptz, timestamptz);
create function session_viewer(
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
        'agreed_rules', coalesce((select max(a.version) from rule_agreements a where a.member_id = m.id), 0),
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
