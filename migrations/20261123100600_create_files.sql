-- Files that belong to a revision of an article or to an event. Each is an item: its label and audience say who reads it,
-- and so do those of what it belongs to. What it holds is on disk, under the name of its SHA-256.

create table files (
    id         uuid primary key references items,
    name       text not null check (length(name) between 1 and 120 and name !~ '[[:cntrl:]/\\]'),
    media_type text not null check (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
    bytes      bigint not null check (bytes > 0),
    sha256     bytea not null check (length(sha256) = 32),
    created_at timestamptz not null
);
create index files_content_idx on files (sha256);

alter table files enable row level security;
create policy files_read on files for select to polder_app
    using (exists (select from items i where i.id = files.id));
-- No insert and no delete: a file comes and goes by the steps below.
grant select on files to polder_app;

-- Whether the viewer may add files to something or take them away: who writes the text, while it is written; the liaison
-- for an event.
create function may_attach(parent uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from items i
        where i.id = parent and reader_opens(i.id)
          and ((i.kind = 'revision' and i.source_id = any (viewer_publishes_for()) and exists (
                    select from revisions r where r.id = i.id and r.state in ('draft', 'changes-asked')))
            or (i.kind = 'event' and viewer_has_role('liaison') and exists (
                    select from events e where e.id = i.id and e.cancelled_at is null)))
    )
$$;

-- Adds a file. Past the policies because who adds one with an audience of its own cannot read it before the audience is
-- there. Without a label it is as what it belongs to.
create function add_file(
    file uuid, parent uuid, file_name text, file_type text, size bigint, content bytea, wanted label,
    organisations uuid[], groups uuid[], persons uuid[], meetings uuid[], most integer, present timestamptz
) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    above items;
begin
    -- Not while it is handed in.
    perform from revisions where id = parent for update;
    select * into above from items where id = parent for update;
    if not found or not may_attach(parent) then
        raise exception 'only who writes it adds files' using errcode = 'insufficient_privilege';
    end if;
    if (select count(*) from items i join files f on f.id = i.id where i.parent_id = parent) >= most then
        raise exception 'no more files here' using errcode = 'check_violation', constraint = 'files_not_so_many';
    end if;
    if (coalesce(wanted, 'CLEAR') <= 'GREEN' and cardinality(organisations || groups || persons || meetings) > 0)
       or (wanted = 'RED' and (cardinality(organisations || groups) > 0 or cardinality(persons || meetings) = 0)) then
        raise exception 'not an audience of this label' using errcode = 'check_violation', constraint = 'files_audience';
    end if;
    insert into items (id, kind, stage, label, source_id, owner_id, parent_id, inherits)
        values (file, 'file', 'published', coalesce(wanted, above.label), above.source_id, viewer_id(), parent, wanted is null);
    insert into item_grants (id, item_id, reason, organisation_id, group_id, member_id, event_id)
        select gen_random_uuid(), file, 'audience'::grant_reason, o, null::uuid, null::uuid, null::uuid from unnest(organisations) o
        union all select gen_random_uuid(), file, 'audience', null, o, null, null from unnest(groups) o
        union all select gen_random_uuid(), file, 'audience', null, null, o, null from unnest(persons) o
        union all select gen_random_uuid(), file, 'audience', null, null, null, o from unnest(meetings) o;
    insert into files (id, name, media_type, bytes, sha256, created_at)
        values (file, file_name, file_type, size, content, present);
end
$$;

-- Takes a file away, by who may add one and can open this one. Tells what it belonged to and the hash of what it held;
-- nothing for what is not allowed as for what does not exist. The item stays where something tells of it, such as who
-- opened it.
create function remove_file(file uuid, out parent uuid, out content bytea)
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform from revisions where id = (select i.parent_id from items i where i.id = file) for update;
    if not exists (select from items i where i.id = file and i.kind = 'file' and may_attach(i.parent_id))
       or not opens_all(keys_of_person(viewer_id(), '{open,amber,red}', false, '-infinity'), file) then
        return;
    end if;
    select parent_id into parent from items where id = file;
    delete from files where id = file returning sha256 into content;
    begin
        delete from items where id = file;
    exception when foreign_key_violation then
        null;
    end;
end
$$;

-- The next revision of a text begins with the files of the one before, also with those that its writer may not read: nobody
-- loses a file because somebody else wrote on.
create function carry_files(from_revision uuid, to_revision uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    one record;
    next_id uuid;
begin
    if not may_attach(to_revision) or is_wider_than_published(to_revision)
       or not exists (select from revisions a join revisions b on b.article_id = a.article_id
            where a.id = from_revision and a.state = 'published' and b.id = to_revision) then
        raise exception 'only who writes it adds files' using errcode = 'insufficient_privilege';
    end if;
    for one in select i.label, i.source_id, i.owner_id, i.inherits, f.* from items i join files f on f.id = i.id
            where i.parent_id = from_revision loop
        next_id := gen_random_uuid();
        insert into items (id, kind, stage, label, source_id, owner_id, parent_id, inherits)
            select next_id, 'file', 'published', greatest(one.label, above.label), one.source_id, one.owner_id, above.id,
                one.inherits
            from items above where above.id = to_revision;
        insert into item_grants (id, item_id, reason, organisation_id, group_id, member_id, event_id)
            select gen_random_uuid(), next_id, reason, organisation_id, group_id, member_id, event_id from item_grants
            where item_id = one.id and reason = 'audience';
        insert into files (id, name, media_type, bytes, sha256, created_at)
            values (next_id, one.name, one.media_type, one.bytes, one.sha256, one.created_at);
    end loop;
end
$$;

-- What waits for the viewer under TLP:RED among the files of something that they read: that it exists, never what it is.
-- Each is opened on its own.
create function sealed_files(parent uuid) returns table (file_id uuid)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    me uuid := viewer_id();
    held text[];
begin
    if me is null or not exists (select from items i where i.parent_id = parent and i.label = 'RED') then
        return;
    end if;
    held := keys_of_person(me, '{open,amber,red}', false, '-infinity');
    return query select i.id from items i join files f on f.id = i.id
        where i.parent_id = parent and i.label = 'RED' and not reader_opens(i.id) and opens_all(held, i.id)
        order by f.created_at, i.id;
end
$$;

-- Whether any file still holds this, so that what none holds can be thrown away. Told to the program, never to a reader.
create function content_is_held(content bytea) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from files where sha256 = content)
$$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
