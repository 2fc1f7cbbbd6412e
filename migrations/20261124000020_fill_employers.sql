-- An applicant who types the name of an organisation that is here belongs to it as if it had been chosen: what is said about
-- its mail domain, its people and who may vouch then holds for the right one, and a liaison who approves a new organisation
-- never lets somebody into an old one.

create function name_employer() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    known uuid;
begin
    select o.id into known from organisations o where lower(o.name) = lower(btrim(new.organisation_name));
    if found then
        new.organisation_id := known;
        new.organisation_name := null;
    end if;
    return new;
end
$$;
create trigger join_requests_name_employer before insert on join_requests
    for each row when (new.organisation_name is not null) execute function name_employer();

-- And the other way round: requests that wait when an organisation gets that name. One that is being decided on is left to
-- whoever decides.
create function name_employees() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update join_requests set organisation_id = new.id, organisation_name = null
    where id in (
        select r.id from join_requests r
        where lower(btrim(r.organisation_name)) = lower(new.name) and r.state in ('unproven', 'waiting', 'asked')
        for update skip locked
    );
    return null;
end
$$;
create trigger organisations_name_employees after insert or update of name on organisations
    for each row execute function name_employees();

-- What arrived before.
update join_requests r set organisation_id = o.id, organisation_name = null
from organisations o
where lower(btrim(r.organisation_name)) = lower(o.name) and r.state in ('unproven', 'waiting', 'asked');

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
