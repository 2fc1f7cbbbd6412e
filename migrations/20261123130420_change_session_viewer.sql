-- A passkey is a second factor as an authenticator app is.
create or replace function session_viewer(
    secret_hash bytea, present timestamptz, idle_since timestamptz, second_factor_since timestamptz
) returns jsonb
    language sql stable security definer set search_path = public, pg_temp as $$
    select jsonb_build_object(
        'id', m.id, 'slug', m.slug, 'name', m.name, 'language', m.language, 'roles', to_jsonb(m.roles),
        'organisations', coalesce((
            select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'roles', to_jsonb(s.roles)) order by o.name)
            from memberships s join organisations o on o.id = s.organisation_id
            where s.member_id = m.id and s.until is null), '[]'),
        'last_seen_at', s.last_seen_at,
        'has_authenticator', f.has_one,
        'second_factor', f.has_one and coalesce(s.second_factor_at > second_factor_since, false),
        'waiting_requests', case when 'liaison' = any (m.roles)
            then (select count(*) from join_requests where state = 'waiting') else 0 end)
    from sessions s join members m on m.id = s.member_id
    cross join lateral (select exists (select from authenticators a where a.member_id = m.id and a.confirmed_at is not null)
        or exists (select from passkeys p where p.member_id = m.id) as has_one) f
    where s.token_hash = secret_hash and s.expires_at > present and s.last_seen_at > idle_since and m.state = 'active'
$$;
