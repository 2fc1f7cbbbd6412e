-- What is kept for how long: a daily run for each kind of thing, and what it did.

create table retention_runs (
    kind    text not null,
    ran_at  timestamptz not null,
    -- Rows that went.
    removed bigint not null default 0,
    -- Rows past their period that had to stay.
    kept    bigint not null default 0,
    error   text check (length(error) <= 500),
    primary key (kind, ran_at)
);
alter table retention_runs enable row level security;
create policy retention_runs_read on retention_runs for select to polder_app
    using ((select viewer_has_role('liaison')));
-- What went well is written by the function that did it.
create policy retention_runs_insert on retention_runs for insert to polder_app
    with check (error is not null and removed = 0);
grant select, insert on retention_runs to polder_app;

-- Removes what was over before that time, unless that was done within a day; no row then. In nobody's name, so past the
-- policies: what goes is decided by age alone.
create function run_retention(wanted text, before timestamptz, present timestamptz)
    returns table (removed bigint, kept bigint)
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    gone bigint := 0;
    stayed bigint := 0;
begin
    -- Two instances do it one after another, and the second finds it done.
    perform pg_advisory_xact_lock(hashtextextended('retention ' || wanted, 0));
    if exists (select from retention_runs r where r.kind = wanted and r.error is null
               and r.ran_at > present - interval '23 hours') then
        return;
    end if;
    case wanted
    when 'requests' then
        select count(empty_join_request(r.id, present)::text) into gone from join_requests r
        where r.state in ('approved', 'declined', 'withdrawn', 'expired') and r.since < before and r.emptied_at is null;
    when 'invitations' then
        select count(empty_invitation(i.id, present)::text) into gone from invitations i
        where i.state <> 'open' and i.since < before and i.emptied_at is null;
    when 'answers' then
        delete from attendances a using events e where e.id = a.event_id and e.ends_at < before;
        get diagnostics gone = row_count;
    when 'attendance' then
        -- A list of who was there opens what is addressed to that meeting: it is kept as long as something is.
        delete from presences p using events e where e.id = p.event_id and e.ends_at < before
            and not exists (select from item_grants g where g.event_id = e.id);
        get diagnostics gone = row_count;
        select count(*) into stayed from presences p join events e on e.id = p.event_id where e.ends_at < before;
    when 'jobs-done' then
        delete from jobs where state = 'done' and ended_at < before;
        get diagnostics gone = row_count;
    when 'jobs-failed' then
        delete from jobs where state = 'failed' and ended_at < before;
        get diagnostics gone = row_count;
    when 'reads' then
        delete from item_reads where at < before;
        get diagnostics gone = row_count;
    when 'audit' then
        gone := cut_audit_log(before, present);
        select count(*) into stayed from audit_log where at < before;
    when 'addresses' then
        delete from address_changes where coalesce(done_at, stopped_at, asked_at) < before;
        get diagnostics gone = row_count;
    when 'runs' then
        delete from retention_runs r where r.ran_at < before;
        get diagnostics gone = row_count;
    end case;
    insert into retention_runs (kind, ran_at, removed, kept) values (wanted, present, gone, stayed);
    return query select gone, stayed;
end
$$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
