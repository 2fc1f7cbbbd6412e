-- How often something may be tried: a bucket of tokens for each account, device, address or network that tried of late.
-- In the database, so that all instances count together.

-- What buckets are named with: who reads them learns no address, not even by trying addresses.
create table limit_secrets (
    is_only boolean primary key default true check (is_only),
    secret  bytea not null check (length(secret) = 32)
);
insert into limit_secrets (secret)
select sha256(convert_to(string_agg(gen_random_uuid()::text, ''), 'UTF8')) from generate_series(1, 4);
-- Nobody but the function below reads it.

-- A bucket is the instant at which it will be full again; one that is full needs no row. No index on that instant: it
-- would make each try dearer, and full ones are looked for once an hour.
create table limit_buckets (
    key     bytea primary key check (length(key) = 32),
    full_at timestamptz not null
);
grant select, delete on limit_buckets to polder_app;

-- Takes one token of each bucket, or none of any if one is empty: then it returns from when on all have one. A bucket
-- holds `most` tokens and gains one every `step` microseconds. As its owner, for the secret.
create function take_tokens(
    kinds text[], subjects text[], most integer[], steps bigint[], present timestamptz
) returns timestamptz
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    keys bytea[];
    open_from timestamptz;
begin
    select array_agg(sha256(s.secret || convert_to(w.kind || ' ' || lower(w.subject), 'UTF8')) order by w.at) into keys
    from limit_secrets s, unnest(kinds, subjects) with ordinality as w (kind, subject, at);
    -- Locks them all, always in the same order: two requests wait for each other's end and never in a circle.
    insert into limit_buckets (key, full_at) select k, present from unnest(keys) as k order by k
        on conflict (key) do update set full_at = limit_buckets.full_at;
    -- A clock that was set back may find a bucket emptier than empty; it counts as empty.
    update limit_buckets b
    set full_at = least(b.full_at, present + w.most * w.step * interval '1 microsecond')
    from unnest(keys, most, steps) as w (key, most, step)
    where b.key = w.key and b.full_at > present + w.most * w.step * interval '1 microsecond';
    select max(b.full_at - (w.most - 1) * w.step * interval '1 microsecond') into open_from
    from limit_buckets b join unnest(keys, most, steps) as w (key, most, step) on b.key = w.key
    where b.full_at > present + (w.most - 1) * w.step * interval '1 microsecond';
    if open_from is null then
        update limit_buckets b set full_at = greatest(b.full_at, present) + w.step * interval '1 microsecond'
        from unnest(keys, most, steps) as w (key, most, step) where b.key = w.key;
    else
        -- Who is refused leaves no rows behind.
        delete from limit_buckets where key = any (keys) and full_at <= present;
    end if;
    return open_from;
end
$$;
revoke execute on function take_tokens(text[], text[], integer[], bigint[], timestamptz) from public;
grant execute on function take_tokens(text[], text[], integer[], bigint[], timestamptz) to polder_app;
