-- The old end of the audit log can go, and what is left still be proven: the last entry whose time is over stays, in front of
-- those that are kept. It carries its own time and hash, and the first kept entry follows it, so that an end which is cut off
-- too soon shows: the entry in front would have to be old, and the hash of an old one is not what the others follow. Each cut
-- is told by an entry of the log itself (installation.log-cut: up to which number, how many).

-- How long an entry is kept at least.
create function audit_period() returns interval language sql immutable parallel safe as $$ select interval '2555 days' $$;

-- As before; and an entry goes when its time is over and that of a later one is, by the database's own clock, whatever time
-- a program may tell it.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and tg_level = 'ROW' then
        if old.hash is null and old.id < 0 and new.hash is not null
           and (new.at, new.actor_id, new.action, new.subject_kind, new.subject_id, new.reason, new.request_id, new.detail)
               is not distinct from
               (old.at, old.actor_id, old.action, old.subject_kind, old.subject_id, old.reason, old.request_id, old.detail)
        then
            return new;
        end if;
    elsif tg_op = 'DELETE' and tg_level = 'ROW' then
        if old.at < clock_timestamp() - public.audit_period() and exists (
            select from public.audit_log a where a.id > old.id and a.at < clock_timestamp() - public.audit_period())
        then
            return old;
        end if;
    end if;
    raise exception 'the audit log only grows';
end
$$;

-- Removes the entries of before that time but the last of them, up to the first one that is of later; how many. A month or
-- more at once, so that the log does not fill with lines about itself.
create function cut_audit_log(before timestamptz, present timestamptz) returns bigint
    language plpgsql set search_path = public, pg_temp as $$
declare
    over timestamptz := least(before, clock_timestamp() - audit_period());
    front bigint;
    gone bigint;
begin
    -- The entry in front is over since the last cut; the one behind it says whether there is something to cut.
    if coalesce((select a.at from audit_log a where a.id > 0 order by a.id offset 1 limit 1) >= over - interval '30 days', true) then
        return 0;
    end if;
    select max(a.id) into strict front from audit_log a
        where a.id > 0 and a.id < coalesce((select min(b.id) from audit_log b where b.id > 0 and b.at >= over), a.id + 1);
    delete from audit_log where id between 1 and front - 1;
    get diagnostics gone = row_count;
    if gone > 0 then
        insert into audit_log (at, action, subject_kind, subject_id, detail)
            values (present, 'installation.log-cut', 'installation', '00000000-0000-0000-0000-000000000000',
                    jsonb_build_object('until', front - 1, 'entries', gone));
    end if;
    return gone;
end
$$;

-- Nobody who is served tells of a cut.
drop policy audit_log_insert on audit_log;
create policy audit_log_insert on audit_log for insert to polder_app
    with check ((actor_id = (select viewer_id())) is not false and action <> 'installation.log-cut');

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
