-- Members vouch for applicants. They never see the queue: one request, as far as that takes, if the applicant named them
-- or named their organisation.

-- Whom the applicant named: an address, a member's or not. The answer to the applicant is the same.
create table vouch_asks (
    request_id uuid not null references join_requests on delete cascade,
    email      text not null check (length(email) between 3 and 254),
    at         timestamptz not null
);
create unique index vouch_asks_once on vouch_asks (request_id, lower(email));
alter table vouch_asks enable row level security;
create policy vouch_asks_read on vouch_asks for select to polder_app using ((select viewer_has_role('liaison')));
grant select on vouch_asks to polder_app;

create table vouches (
    request_id uuid not null references join_requests on delete cascade,
    member_id  uuid not null references members,
    knows      boolean not null,
    words      text not null check (length(words) <= 1000),
    at         timestamptz not null,
    primary key (request_id, member_id)
);
alter table vouches enable row level security;
create policy vouches_read on vouches for select to polder_app
    using ((select viewer_has_role('liaison')) or member_id = (select viewer_id()));
grant select on vouches to polder_app;

-- What was said about a person holds for the newer request of the same person, if that says so: of the same mailbox, but with
-- another name or organisation, it was said about somebody else. Whoever was asked can say it anew.
create function pass_vouches_on() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into vouches (request_id, member_id, knows, words, at)
        select newer.id, v.member_id, v.knows, v.words, v.at from vouches v join join_requests newer on newer.id = new.replaced_by
        where v.request_id = new.id and lower(newer.name) = lower(new.name)
          and newer.organisation_id is not distinct from new.organisation_id
          and lower(newer.organisation_name) is not distinct from lower(new.organisation_name)
        on conflict do nothing;
    insert into vouch_asks (request_id, email, at)
        select new.replaced_by, email, at from vouch_asks where request_id = new.id
        on conflict do nothing;
    return null;
end
$$;
create trigger join_requests_pass_vouches_on after update of replaced_by on join_requests
    for each row when (old.replaced_by is null and new.replaced_by is not null) execute function pass_vouches_on();

-- The applicant names somebody; null if the request is not open, or that was said before.
create function name_acquaintance(secret_hash bytea, ended_after timestamptz, address text, present timestamptz) returns uuid
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    request uuid;
begin
    select r.id into request from join_requests r
    where r.id = (select own.id from join_request_by_link(secret_hash, ended_after) own)
      and r.state in ('waiting', 'asked') for share of r;
    if request is null then
        return null;
    end if;
    insert into vouch_asks (request_id, email, at) values (request, address, present) on conflict do nothing;
    if not found then
        return null;
    end if;
    return request;
end
$$;

-- Whom the applicant named, for the applicant's own page.
create function acquaintances_by_link(secret_hash bytea, ended_after timestamptz) returns table (email text, at timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.email, a.at from vouch_asks a
    where a.request_id = (select r.id from join_request_by_link(secret_hash, ended_after) r)
    order by a.at, a.email
$$;

-- What a member sees of a request to vouch for it: nothing, unless named or of the organisation that was named. Past the
-- policy, for requests are the liaison's.
create function request_to_vouch_for(request uuid)
    returns table (id uuid, name text, organisation text, function text, is_open boolean, is_own boolean, has_said boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
    select r.id, r.name, coalesce(o.name, r.organisation_name), r.function, r.state in ('waiting', 'asked'),
           lower(r.email) = lower(m.email),
           exists (select from vouches v where v.request_id = r.id and v.member_id = m.id)
    from join_requests r left join organisations o on o.id = r.organisation_id
    join members m on m.id = viewer_id() and m.state = 'active'
    where r.id = request and r.proven_at is not null and (
        exists (select from vouch_asks a where a.request_id = r.id and lower(a.email) = lower(m.email))
        or exists (select from memberships s where s.member_id = m.id and s.until is null
                   and s.organisation_id = r.organisation_id))
$$;

-- Says it, once, while the request is open; false if that was not so any more.
create function vouch_for(request uuid, known boolean, said text, present timestamptz) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform from join_requests r where r.id = request and r.state in ('waiting', 'asked') for share of r;
    if not found or not exists (
        select from request_to_vouch_for(request) one where one.is_open and not one.is_own)
    then
        return false;
    end if;
    insert into vouches (request_id, member_id, knows, words, at) values (request, viewer_id(), known, said, present)
        on conflict do nothing;
    return found;
end
$$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
