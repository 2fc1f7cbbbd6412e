-- The states of a request: unproven -> waiting -> (asked <-> waiting) -> approved | declined | withdrawn | expired.
-- A newer request of the same address makes the older one withdrawn, and it says by which.

drop policy join_requests_insert on join_requests;
drop function join_request_letter(uuid);
drop function join_request_by_link(bytea);
drop function prove_join_request(bytea, timestamptz);
drop index join_requests_one_waiting;
drop index join_requests_state_idx;
alter table join_requests drop constraint join_requests_check1, drop constraint join_requests_check2;

alter type join_state rename to old_join_state;
create type join_state as enum ('unproven', 'waiting', 'asked', 'approved', 'declined', 'withdrawn', 'expired');
alter table join_requests alter column state type join_state
    using (case state::text when 'replaced' then 'withdrawn' else state::text end)::join_state;
drop type old_join_state;

alter table join_requests
    -- When it came to stand where it stands.
    add column since       timestamptz,
    -- When the applicant was reminded of the question that the liaison asked.
    add column reminded_at timestamptz,
    add column replaced_by uuid references join_requests on delete set null;
update join_requests old set replaced_by = (
    select newer.id from join_requests newer
    where lower(newer.email) = lower(old.email) and newer.proven_at is not null
      and (newer.created_at, newer.id) > (old.created_at, old.id)
    order by newer.created_at, newer.id limit 1)
where state = 'withdrawn';
update join_requests r set
    since = coalesce(decided_at, (select n.proven_at from join_requests n where n.id = r.replaced_by), proven_at, created_at),
    proven_at = case when state = 'unproven' then null else coalesce(proven_at, created_at) end;
alter table join_requests
    alter column since set not null,
    add constraint join_requests_decided check (
        (state in ('approved', 'declined')) = (decided_at is not null and decided_by is not null)),
    add constraint join_requests_member check ((state = 'approved') = (member_id is not null)),
    add constraint join_requests_proven check (
        case when state = 'unproven' then proven_at is null when state = 'expired' then true else proven_at is not null end),
    add constraint join_requests_replaced check (replaced_by is null or state = 'withdrawn');
-- One open request a person.
create unique index join_requests_one_open on join_requests (lower(email)) where state in ('waiting', 'asked');
create index join_requests_state_idx on join_requests (state, proven_at);
create index join_requests_email_idx on join_requests (lower(email));

-- The steps between the states, whoever takes them; `src/join/model.rs` says who may.
create function check_join_step() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if (old.state, new.state) not in (
        ('unproven', 'waiting'), ('unproven', 'withdrawn'), ('unproven', 'expired'),
        ('waiting', 'asked'), ('waiting', 'approved'), ('waiting', 'declined'), ('waiting', 'withdrawn'),
        ('asked', 'waiting'), ('asked', 'approved'), ('asked', 'declined'), ('asked', 'withdrawn'), ('asked', 'expired'))
    then
        raise exception 'a request cannot go from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger join_requests_step before update of state on join_requests
    for each row when (old.state is distinct from new.state) execute function check_join_step();

create policy join_requests_insert on join_requests for insert to polder_app
    with check (state = 'unproven' and proven_at is null and decided_at is null and member_id is null);

-- What applicant and liaison wrote to each other about a request. Both read it.
create type join_message_kind as enum ('question', 'answer', 'addition');
create table join_messages (
    id         uuid primary key,
    request_id uuid not null references join_requests on delete cascade,
    at         timestamptz not null,
    kind       join_message_kind not null,
    -- The liaison who asked; the applicant is no member.
    by_id      uuid references members,
    body       text not null check (length(body) between 1 and 4000),
    check ((kind = 'question') = (by_id is not null))
);
create index join_messages_request_idx on join_messages (request_id, at, id);
alter table join_messages enable row level security;
create policy join_messages_read on join_messages for select to polder_app using ((select viewer_has_role('liaison')));
create policy join_messages_insert on join_messages for insert to polder_app
    with check (by_id = (select viewer_id()) and (select viewer_has_role('liaison')));
grant select, insert on join_messages to polder_app;

-- What liaisons note for each other. No function that an applicant reaches returns any of it.
create table join_notes (
    id         uuid primary key,
    request_id uuid not null references join_requests on delete cascade,
    at         timestamptz not null,
    by_id      uuid not null references members,
    body       text not null check (length(body) between 1 and 2000)
);
create index join_notes_request_idx on join_notes (request_id, at, id);
alter table join_notes enable row level security;
create policy join_notes_read on join_notes for select to polder_app using ((select viewer_has_role('liaison')));
create policy join_notes_insert on join_notes for insert to polder_app
    with check (by_id = (select viewer_id()) and (select viewer_has_role('liaison')));
grant select, insert on join_notes to polder_app;

-- The applicant's own view of a request, by a secret that only the mailbox's owner has. Past the policy, for an applicant
-- has no account. Nothing of one that ended longer ago than `ended_after`.
create function join_request_by_link(secret_hash bytea, ended_after timestamptz)
    returns table (id uuid, state join_state, name text, email text, organisation text, function text, sector text,
                   motivation text, language locale, created_at timestamptz, proven_at timestamptz, since timestamptz,
                   decision_note text, replaced boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
    select r.id, r.state, r.name, r.email, coalesce(o.name, r.organisation_name), r.function, r.sector, r.motivation,
           r.language, r.created_at, r.proven_at, r.since, r.decision_note, r.replaced_by is not null
    from mail_links l
    join join_requests r on r.id = l.subject_id
    left join organisations o on o.id = r.organisation_id
    where l.token_hash = secret_hash and l.purpose in ('join-proof', 'join-status')
      and (r.state in ('unproven', 'waiting', 'asked') or r.since > ended_after)
$$;

-- What the applicant may read of what was written, for the same reason.
create function join_messages_by_link(secret_hash bytea, ended_after timestamptz)
    returns table (kind join_message_kind, at timestamptz, body text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select m.kind, m.at, m.body from join_messages m
    where m.request_id = (select r.id from join_request_by_link(secret_hash, ended_after) r)
    order by m.at, m.id
$$;

-- A step of the applicant, past the policy because an applicant has no account: an answer, an addition, or (without words)
-- the withdrawal. Null if the request does not stand where it is expected to.
create function step_by_link(secret_hash bytea, ended_after timestamptz, expected join_state, next join_state, message uuid,
                             said join_message_kind, words text, present timestamptz) returns uuid
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    request join_requests;
begin
    select r.* into request from join_requests r
    where r.id = (select own.id from join_request_by_link(secret_hash, ended_after) own) for update of r;
    if not found or request.state <> expected then
        return null;
    end if;
    if not coalesce(
        case when said = 'answer' then (expected, next) = ('asked', 'waiting')
             when said = 'addition' then expected in ('waiting', 'asked') and next = expected
             when said is null then expected in ('waiting', 'asked') and next = 'withdrawn' end, false)
    then
        return null;
    end if;
    if said is not null then
        insert into join_messages (id, request_id, at, kind, body) values (message, request.id, present, said, words);
    end if;
    if next <> expected then
        update join_requests set state = next, since = present where id = request.id;
    end if;
    return request.id;
end
$$;

-- What the worker needs to write to the applicant, in whose name it acts: somebody without an account.
create function join_request_letter(request uuid)
    returns table (email text, name text, language locale, state join_state, decision_note text, question text,
                   since timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
    select r.email, r.name, r.language, r.state, r.decision_note, coalesce((
        select m.body from join_messages m where m.request_id = r.id and m.kind = 'question'
        order by m.at desc, m.id desc limit 1), ''), r.since
    from join_requests r where r.id = request
$$;

-- The steps of the clock, taken by the worker in nobody's name. Each answers whom to write to.
create function expire_unproven_requests(before timestamptz, present timestamptz) returns void
    language sql security definer set search_path = public, pg_temp as $$
    update join_requests set state = 'expired', since = present where state = 'unproven' and created_at < before
$$;
create function expire_asked_requests(before timestamptz, present timestamptz) returns setof uuid
    language sql security definer set search_path = public, pg_temp as $$
    update join_requests set state = 'expired', since = present where state = 'asked' and since < before returning id
$$;
create function remind_asked_requests(before timestamptz, present timestamptz) returns setof uuid
    language sql security definer set search_path = public, pg_temp as $$
    update join_requests set reminded_at = present
    where state = 'asked' and since < before and reminded_at is null returning id
$$;

-- Requests that nobody proved hold the data of somebody who may not even know of them.
create or replace function forget_unproven_requests(before timestamptz) returns void
    language sql security definer set search_path = public, pg_temp as $$
    delete from join_requests where state in ('unproven', 'expired') and proven_at is null and created_at < before
$$;
-- Links to a request work for a while after its end. Past the policy: which requests ended, only liaisons see.
create function forget_join_links(ended_before timestamptz) returns void
    language sql security definer set search_path = public, pg_temp as $$
    delete from mail_links l using join_requests r
    where r.id = l.subject_id and l.purpose in ('join-proof', 'join-status')
      and r.state in ('approved', 'declined', 'withdrawn', 'expired') and r.since < ended_before
$$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
