-- The second factor of a session: an authenticator app (TOTP, RFC 6238), and recovery codes for when it is lost.

-- When the session showed it; it counts for a while, in this session alone.
alter table sessions add second_factor_at timestamptz;

create table authenticators (
    member_id    uuid primary key references members,
    -- Kept as it is, for codes are computed from it; RFC 4226 recommends 160 bits.
    secret       bytea not null check (length(secret) between 20 and 64),
    created_at   timestamptz not null,
    confirmed_at timestamptz, -- until then it opens nothing
    last_step    bigint not null default 0, -- of the last code that was taken: each counts once (RFC 6238, 5.2)
    failed       smallint not null default 0, -- wrong codes of late
    failed_at    timestamptz -- the first of them; of those that began a pause, the last
);
alter table authenticators enable row level security;
create policy authenticators_own on authenticators to polder_app
    using (member_id = (select viewer_id())) with check (member_id = (select viewer_id()));
grant select, insert, update, delete on authenticators to polder_app;

-- Random, 80 bits, so a fast hash keeps them.
create table recovery_codes (
    member_id uuid not null references members,
    code_hash bytea not null check (length(code_hash) = 32),
    used_at   timestamptz,
    primary key (member_id, code_hash)
);
alter table recovery_codes enable row level security;
create policy recovery_codes_own on recovery_codes to polder_app
    using (member_id = (select viewer_id())) with check (member_id = (select viewer_id()));
grant select, insert, update, delete on recovery_codes to polder_app;

-- Everything a page must know of who asks, now with the second factor. Past the policies, for whoever asks is found here.
drop function session_viewer(bytea, timestamptz, timestamptz);
create function session_viewer(
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
        'has_authenticator', a.member_id is not null,
        'second_factor', a.member_id is not null and coalesce(s.second_factor_at > second_factor_since, false),
        'waiting_requests', case when 'liaison' = any (m.roles)
            then (select count(*) from join_requests where state = 'waiting') else 0 end)
    from sessions s join members m on m.id = s.member_id
    left join authenticators a on a.member_id = m.id and a.confirmed_at is not null
    where s.token_hash = secret_hash and s.expires_at > present and s.last_seen_at > idle_since and m.state = 'active'
$$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
