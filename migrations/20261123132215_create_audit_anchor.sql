-- The old end of the audit log can go, and what is left still be proven. The anchor is the last entry that went: its number,
-- and its hash, which the first entry that is left follows. What went is told by an entry of the log itself
-- (installation.log-cut: the number, the hash, how many), so that an anchor which somebody put elsewhere fits no entry.

create table audit_anchor (
    only_one boolean primary key default true check (only_one),
    id       bigint not null,
    hash     bytea not null check (length(hash) = 32)
);
insert into audit_anchor (id, hash) values (0, decode(repeat('00', 32), 'hex'));

-- It goes forward only, to an entry that is there.
create function guard_audit_anchor() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_level = 'ROW' and tg_op = 'UPDATE' then
        if new.id > old.id and exists (select from audit_log a where a.id = new.id and a.hash = new.hash) then
            return new;
        end if;
    end if;
    raise exception 'the anchor of the audit log goes forward only';
end
$$;
create trigger audit_anchor_goes_forward before insert or update or delete on audit_anchor
    for each row execute function guard_audit_anchor();
create trigger audit_anchor_is_not_emptied before truncate on audit_anchor
    for each statement execute function guard_audit_anchor();

-- How long an entry is kept at least.
create function audit_period() returns interval language sql immutable parallel safe as $$ select interval '2555 days' $$;

-- As before; and an entry behind the anchor goes when its time is over by the database's own clock, whatever time a program
-- may tell it.
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
        if old.id between 1 and (select a.id from public.audit_anchor a)
           and old.at < clock_timestamp() - public.audit_period() then
            return old;
        end if;
    end if;
    raise exception 'the audit log only grows';
end
$$;

-- Removes the entries of before that time, up to the first one that is of later; how many. A month or more at once, so that
-- the log does not fill with lines about itself.
create function cut_audit_log(before timestamptz, present timestamptz) returns bigint
    language plpgsql set search_path = public, pg_temp as $$
declare
    over timestamptz := least(before, clock_timestamp() - audit_period());
    last audit_log;
    gone bigint;
begin
    if coalesce((select a.at from audit_log a where a.id > 0 order by a.id limit 1) >= over - interval '30 days', true) then
        return 0;
    end if;
    select * into strict last from audit_log a
        where a.id > 0 and a.id < coalesce((select min(b.id) from audit_log b where b.id > 0 and b.at >= over), a.id + 1)
        order by a.id desc limit 1;
    update audit_anchor set id = last.id, hash = last.hash;
    delete from audit_log where id between 1 and last.id;
    get diagnostics gone = row_count;
    insert into audit_log (at, action, subject_kind, subject_id, detail)
        values (present, 'installation.log-cut', 'installation', '00000000-0000-0000-0000-000000000000',
                jsonb_build_object('until', last.id, 'hash', encode(last.hash, 'hex'), 'entries', gone));
    return gone;
end
$$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
