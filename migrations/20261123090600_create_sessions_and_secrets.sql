-- Secrets are kept as their SHA-256: who reads this table can sign in as nobody.
create table sessions (
    token_hash   bytea primary key check (length(token_hash) = 32),
    member_id    uuid not null references members,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null
);
create index sessions_member_idx on sessions (member_id);
grant select, insert, update, delete on sessions to polder_app;

-- A link that was mailed: for one purpose, about one subject, once, for a while.
create type mail_link_purpose as enum ('join-proof', 'password');
create table mail_links (
    token_hash bytea primary key check (length(token_hash) = 32),
    purpose    mail_link_purpose not null,
    subject_id uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index mail_links_subject_idx on mail_links (subject_id);
grant select, insert, update, delete on mail_links to polder_app;

-- The applicant's own view of a request, by the secret that only the mailbox's owner has.
create function join_request_by_link(secret_hash bytea) returns setof join_requests
    language sql stable security definer set search_path = public, pg_temp as $$
    select r.* from join_requests r
    join mail_links l on l.subject_id = r.id and l.purpose = 'join-proof'
    where l.token_hash = secret_hash
$$;

-- Proving the address: the request moves to the liaison; an older one that waits for the same address gives way. One
-- that is itself older than what waits gives way to it, and null is returned as for a link that is over.
create function prove_join_request(secret_hash bytea, proven timestamptz) returns uuid
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    request join_requests;
begin
    select r.* into request from join_requests r
    join mail_links l on l.subject_id = r.id and l.purpose = 'join-proof'
    where l.token_hash = secret_hash and l.used_at is null and l.expires_at > proven
      and r.state = 'unproven'
    for update of r, l;
    if not found then
        return null;
    end if;
    -- Requests of one address are proven one after another.
    perform pg_advisory_xact_lock(hashtextextended('join ' || lower(request.email), 0));
    update mail_links set used_at = proven where token_hash = secret_hash;
    if exists (select from join_requests r where lower(r.email) = lower(request.email) and r.state = 'waiting'
               and (r.created_at, r.id) > (request.created_at, request.id)) then
        update join_requests set state = 'replaced', proven_at = proven where id = request.id;
        return null;
    end if;
    update join_requests set state = 'replaced' where lower(email) = lower(request.email) and state = 'waiting';
    update join_requests set state = 'waiting', proven_at = proven where id = request.id;
    return request.id;
end
$$;

-- What the worker needs to write to the applicant, in whose name it acts: somebody without an account.
create function join_request_letter(request uuid)
    returns table (email text, name text, language locale, state join_state, decision_note text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select email, name, language, state, decision_note from join_requests where id = request
$$;

-- Everything a page must know of who asks, in one round trip: the session decides, the rest is for the page's frame.
create function session_viewer(secret_hash bytea, present timestamptz, idle_since timestamptz) returns jsonb
    language sql stable security definer set search_path = public, pg_temp as $$
    select jsonb_build_object(
        'id', m.id, 'slug', m.slug, 'name', m.name, 'language', m.language, 'roles', to_jsonb(m.roles),
        'organisations', coalesce((
            select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'roles', to_jsonb(s.roles)) order by o.name)
            from memberships s join organisations o on o.id = s.organisation_id
            where s.member_id = m.id and s.until is null), '[]'),
        'last_seen_at', s.last_seen_at,
        'waiting_requests', case when 'liaison' = any (m.roles)
            then (select count(*) from join_requests where state = 'waiting') else 0 end)
    from sessions s join members m on m.id = s.member_id
    where s.token_hash = secret_hash and s.expires_at > present and s.last_seen_at > idle_since and m.state = 'active'
$$;

-- Requests that nobody proved hold the data of somebody who may not even know of them.
create function forget_unproven_requests(before timestamptz) returns void
    language sql security definer set search_path = public, pg_temp as $$
    delete from join_requests where state = 'unproven' and created_at < before
$$;
