-- Invitations: a coordinator invites for the own organisation, the liaison for any. `src/join/invitations/model.rs` has the steps.
create type invitation_state as enum ('open', 'accepted', 'declined', 'revoked', 'expired');
create table invitations (
    id              uuid primary key,
    state           invitation_state not null,
    since           timestamptz not null,
    email           text not null check (length(email) between 3 and 254),
    organisation_id uuid not null references organisations,
    invited_by      uuid not null references members,
    roles           organisation_role[] not null default '{}' check (roles <@ '{publisher}'),
    language        locale not null,
    note            text not null default '' check (length(note) <= 2000),
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    accepted_at     timestamptz,
    -- The request that it led to, and the member whom it made.
    request_id      uuid references join_requests on delete set null,
    member_id       uuid references members,
    revoked_at      timestamptz,
    revoked_by      uuid references members,
    -- The outcome stays, the person does not.
    emptied_at      timestamptz,
    constraint invitations_accepted check ((state = 'accepted') = (accepted_at is not null)),
    constraint invitations_revoked check ((state = 'revoked') = (revoked_at is not null and revoked_by is not null))
);
-- One person is invited once at a time.
create unique index invitations_one_open on invitations (lower(email)) where state = 'open';
create index invitations_email_idx on invitations (lower(email));
create index invitations_list_idx on invitations (created_at, id);
alter table invitations enable row level security;
create policy invitations_read on invitations for select to polder_app
    using ((select viewer_has_role('liaison')) or organisation_id = any ((select viewer_coordinates())::uuid[])
        or (select viewer_id()) in (invited_by, member_id));
create policy invitations_insert on invitations for insert to polder_app
    with check (invited_by = (select viewer_id()) and state = 'open'
        and ((select viewer_has_role('liaison')) or organisation_id = any ((select viewer_coordinates())::uuid[])));
create policy invitations_update on invitations for update to polder_app
    using ((select viewer_has_role('liaison')) or organisation_id = any ((select viewer_coordinates())::uuid[]));
grant select, insert, update (state, since, expires_at, accepted_at, member_id, revoked_at, revoked_by) on invitations
    to polder_app;

-- Whether it makes a member at once: a liaison's does, and a coordinator's where the address is one of the organisation's.
-- Asked anew each time: who invited may have lost the right meanwhile. Addresses at the free providers belong to nobody.
-- Somebody whose membership was ended comes back by the liaison's word alone.
create function invitation_makes_member(invitation invitations, free text[]) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from members m where m.id = invitation.invited_by and m.state = 'active' and (
        'liaison' = any (m.roles)
        or (not exists (select from members p join memberships e on e.member_id = p.id
                        where lower(p.email) = lower(invitation.email) and p.state = 'left' and e.ended_because = 'ended')
            and exists (select from memberships s where s.member_id = m.id and s.organisation_id = invitation.organisation_id
                    and s.until is null and 'coordinator' = any (s.roles))
            and at.domain <> all (free)
            and invitation.organisation_id = (
                select d.organisation_id from organisation_domains d
                where at.domain = d.domain or right(at.domain, length(d.domain) + 1) = '.' || d.domain
                order by length(d.domain) desc limit 1))))
    from (select lower(substring(invitation.email from '[^@]*$')) as domain) at
$$;

-- An invitation that is open, by the secret that only the mailbox's owner has. Past the policy: there is no account yet.
create function invitation_by_link(secret_hash bytea, free text[], present timestamptz)
    returns table (id uuid, email text, organisation_id uuid, organisation text, inviter_id uuid, inviter text,
                   roles organisation_role[], language locale, note text, expires_at timestamptz, makes_member boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
    select i.id, i.email, o.id, o.name, m.id, m.name, i.roles, i.language, i.note, i.expires_at,
           invitation_makes_member(i, free)
    from mail_links l
    join invitations i on i.id = l.subject_id
    join organisations o on o.id = i.organisation_id
    join members m on m.id = i.invited_by
    where l.token_hash = secret_hash and l.purpose = 'join-invitation' and l.used_at is null and l.expires_at > present
      and i.state = 'open' and i.expires_at > present
$$;

-- How the invitation of a link stands that opens nothing any more, and whether it made a member: for whoever has the link,
-- to be told what to do instead.
create function invitation_end_by_link(secret_hash bytea, present timestamptz)
    returns table (state invitation_state, is_member boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
    select case when i.state = 'open' and i.expires_at <= present then 'expired' else i.state end, i.member_id is not null
    from mail_links l join invitations i on i.id = l.subject_id
    where l.token_hash = secret_hash and l.purpose = 'join-invitation'
$$;

-- All that happens to one address happens one after another: this lock is taken before any row of it.
create function hold_address(address text) returns void
    language sql set search_path = public, pg_temp as $$
    select pg_advisory_xact_lock(hashtextextended('join ' || lower(address), 0))
$$;

-- The same, held until the change ends; its links are used up. Empty if somebody was earlier.
create function take_invitation(secret_hash bytea, free text[], present timestamptz)
    returns table (id uuid, email text, organisation_id uuid, organisation text, inviter_id uuid, inviter text,
                   roles organisation_role[], language locale, note text, expires_at timestamptz, makes_member boolean)
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    address text;
begin
    select found.email into address from invitation_by_link(secret_hash, free, present) found;
    if address is null then
        return;
    end if;
    perform hold_address(address);
    perform from invitations i join mail_links l on l.subject_id = i.id
        where l.token_hash = secret_hash and l.purpose = 'join-invitation' for update of i;
    return query select * from invitation_by_link(secret_hash, free, present);
    update mail_links l set used_at = present
        where l.purpose = 'join-invitation' and l.used_at is null
          and l.subject_id = (select k.subject_id from mail_links k where k.token_hash = secret_hash);
end
$$;

-- The invitation of a link that this change used up.
create function taken_invitation(secret_hash bytea, present timestamptz) returns invitations
    language sql stable security definer set search_path = public, pg_temp as $$
    select i.* from mail_links l join invitations i on i.id = l.subject_id
    where l.token_hash = secret_hash and l.purpose = 'join-invitation' and l.used_at = present and i.state = 'open'
$$;

-- It made this member. What the same person asked for is settled in the right of who invited; the request is returned.
create function accept_invitation(secret_hash bytea, member uuid, free text[], rules smallint, present timestamptz)
    returns uuid
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    taken invitations;
    settled uuid;
begin
    taken := taken_invitation(secret_hash, present);
    if taken.id is null or not invitation_makes_member(taken, free)
       or not exists (select from members m where m.id = member and lower(m.email) = lower(taken.email)) then
        raise exception 'this invitation makes no such member' using errcode = 'insufficient_privilege';
    end if;
    update join_requests r set state = 'approved', decided_by = taken.invited_by, decided_at = present, since = present,
        member_id = member
        where lower(r.email) = lower(taken.email) and r.state in ('waiting', 'asked') returning r.id into settled;
    update join_requests r set state = 'withdrawn', proven_at = present, since = present
        where lower(r.email) = lower(taken.email) and r.state = 'unproven';
    update invitations i set state = 'accepted', since = present, accepted_at = present, member_id = member,
        request_id = settled where i.id = taken.id;
    insert into rule_agreements (member_id, version, agreed_at) values (member, rules, present) on conflict do nothing;
    return settled;
end
$$;

-- It leads to the liaison: a request whose address the link has proven. An older one of the same person gives way.
create function queue_invitation(secret_hash bytea, request uuid, said_name text, said_function text, said_sector text,
                                 said_motivation text, said_language locale, rules smallint, present timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    taken invitations;
begin
    taken := taken_invitation(secret_hash, present);
    if taken.id is null then
        raise exception 'no invitation was taken' using errcode = 'insufficient_privilege';
    end if;
    insert into join_requests (id, state, email, name, organisation_id, function, sector, motivation, language, rules_version,
            created_at, since)
        values (request, 'unproven', taken.email, said_name, taken.organisation_id, said_function, said_sector,
            said_motivation, said_language, rules, present, present);
    update join_requests r set state = 'withdrawn', proven_at = coalesce(proven_at, present), since = present,
        replaced_by = request
        where lower(r.email) = lower(taken.email) and r.state in ('unproven', 'waiting', 'asked') and r.id <> request;
    update join_requests r set state = 'waiting', proven_at = present where r.id = request;
    update invitations i set state = 'accepted', since = present, accepted_at = present, request_id = request
        where i.id = taken.id;
end
$$;

-- A membership that somebody ends takes along what invites the same person.
create function revoke_with_membership() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update invitations i set state = 'revoked', since = new.until, revoked_at = new.until, revoked_by = new.ended_by
    from members m where m.id = new.member_id and lower(i.email) = lower(m.email) and i.state = 'open';
    return null;
end
$$;
create trigger memberships_revoke_invitations after update of until on memberships for each row
    when (new.until is not null and new.ended_because = 'ended' and new.ended_by is not null) execute function revoke_with_membership();

-- Whoever was invited does not want to.
create function decline_invitation(secret_hash bytea, present timestamptz) returns void
    language sql security definer set search_path = public, pg_temp as $$
    update invitations i set state = 'declined', since = present where i.id = (select t.id from taken_invitation(secret_hash, present) t)
$$;

-- A step of the clock, taken by the worker in nobody's name.
create function expire_invitations(present timestamptz) returns void
    language sql security definer set search_path = public, pg_temp as $$
    update invitations set state = 'expired', since = expires_at where state = 'open' and expires_at <= present
$$;

-- Proving the address: the request moves to the liaison; an older one that is open for the same address gives way. One
-- that is itself older than what is open gives way to it, and null is returned as for a link that is over. The lock on the
-- address comes first, as everywhere: it orders proving and accepting.
create function prove_join_request(secret_hash bytea, proven timestamptz) returns uuid
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    request join_requests;
    newer uuid;
begin
    perform hold_address(r.email) from join_requests r
        join mail_links l on l.subject_id = r.id and l.purpose = 'join-proof' where l.token_hash = secret_hash;
    select r.* into request from join_requests r
    join mail_links l on l.subject_id = r.id and l.purpose = 'join-proof'
    where l.token_hash = secret_hash and l.used_at is null and l.expires_at > proven
      and r.state = 'unproven'
    for update of r, l;
    if not found then
        return null;
    end if;
    update mail_links set used_at = proven where token_hash = secret_hash;
    select r.id into newer from join_requests r
    where lower(r.email) = lower(request.email) and r.state in ('waiting', 'asked')
      and (r.created_at, r.id) > (request.created_at, request.id);
    if found then
        update join_requests set state = 'withdrawn', since = proven, proven_at = proven, replaced_by = newer
        where id = request.id;
        return null;
    end if;
    update join_requests set state = 'withdrawn', since = proven, replaced_by = request.id
    where lower(email) = lower(request.email) and state in ('waiting', 'asked');
    update join_requests set state = 'waiting', since = proven, proven_at = proven where id = request.id;
    return request.id;
end
$$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
