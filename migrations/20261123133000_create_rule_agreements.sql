-- Which version of the house rules a member agreed to, and when. One in force that is newer than the newest of these is
-- asked for, and until then the member reads what everybody reads.
create table rule_agreements (
    member_id uuid not null references members,
    version   integer not null check (version > 0),
    agreed_at timestamptz not null,
    primary key (member_id, version)
);
alter table rule_agreements enable row level security;
-- One's own; a liaison counts them.
create policy rule_agreements_read on rule_agreements for select to polder_app
    using (member_id = (select viewer_id()) or (select viewer_has_role('liaison')));
-- For oneself; and what an applicant agreed to goes along to the member. Only a liaison sees requests.
create policy rule_agreements_insert on rule_agreements for insert to polder_app
    with check (member_id = (select viewer_id()) or exists (
        select from join_requests r where r.member_id = rule_agreements.member_id
            and r.rules_version = rule_agreements.version and r.created_at = rule_agreements.agreed_at));
grant select, insert on rule_agreements to polder_app;

-- Who was here before agreed to the first version when they came.
insert into rule_agreements (member_id, version, agreed_at)
    select id, 1, created_at from members where state <> 'deleted';

-- As before, with the newest version of the house rules that the member agreed to.
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

-- As before; what the member agreed to goes as well.
create or replace function delete_own_account(shown_as text, present timestamptz) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    person members;
begin
    select * into person from members where id = viewer_id() for no key update;
    if not found then
        return false;
    end if;
    if 'liaison' = any (person.roles) then
        perform pg_advisory_xact_lock(hashtextextended('the last liaison', 0));
        if not exists (select from members where 'liaison' = any (roles) and state = 'active' and id <> person.id) then
            raise exception 'the community keeps a liaison'
                using errcode = 'check_violation', constraint = 'members_keep_a_liaison';
        end if;
    end if;
    update memberships set until = present, ended_because = 'left', ended_by = person.id
        where member_id = person.id and until is null;
    update memberships set roles = '{}', end_reason = null where member_id = person.id;
    update working_group_members set until = present where member_id = person.id and until is null;
    delete from sessions where member_id = person.id;
    delete from passkeys where member_id = person.id;
    delete from passkey_ceremonies where member_id = person.id;
    delete from provider_identities where member_id = person.id;
    delete from provider_proposals where member_id = person.id;
    delete from authenticators where member_id = person.id;
    delete from recovery_codes where member_id = person.id;
    delete from known_devices where member_id = person.id;
    delete from rule_agreements where member_id = person.id;
    delete from join_digests where member_id = person.id;
    delete from attendances where member_id = person.id;
    delete from mail_links where subject_id = person.id
        or subject_id in (select id from address_changes where member_id = person.id)
        or subject_id in (select id from factor_recoveries where member_id = person.id);
    delete from address_changes where member_id = person.id;
    delete from factor_recoveries where member_id = person.id;
    -- Mails that waited for this person, and what failed on the way to the address.
    delete from jobs where strpos(payload::text, person.id::text) > 0
        or strpos(lower(payload::text), lower(person.email)) > 0
        or strpos(lower(coalesce(last_error, '')), lower(person.email)) > 0;
    -- One that is still open ends with the account.
    update join_requests set state = 'withdrawn', since = present
        where lower(email) = lower(person.email) and state in ('waiting', 'asked');
    perform empty_join_request(r.id, present) from join_requests r
        where r.member_id = person.id or lower(r.email) = lower(person.email);
    update members set state = 'deleted', slug = 'former-' || replace(person.id::text, '-', ''),
        email = person.id || '@deleted.invalid', name = shown_as, function = '', about_markdown = '', about_html = '',
        expertise = '', sectors = '{}', roles = '{}', password_hash = null, profile_at = null
    where id = person.id;
    return true;
end
$$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
