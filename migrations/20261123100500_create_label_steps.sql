-- The steps that a label takes: published under a cap, made stricter at once, made wider with the source's consent, opened
-- under TLP:RED with a line in the log, opened beyond its audience for an hour and a reason.

-- The widest label under which the viewer may publish on their own authority, in the name of this organisation.
create function widest_alone(source uuid, what item_kind) returns label
    language sql stable security definer set search_path = public, pg_temp as $$
    select min(c.widest) from publication_caps c
    where (c.role = 'publisher' and source = any (viewer_publishes_for()))
       or (c.role = 'coordinator' and source = any (viewer_coordinates()))
       or (c.role = 'liaison' and what = 'event' and viewer_has_role('liaison'))
$$;

-- Whether the viewer may publish under this label on their own authority, in the name of this organisation.
create function may_publish_alone(source uuid, what item_kind, wanted label) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(wanted >= widest_alone(source, what), false)
$$;

-- Whether the viewer speaks for the source of an item that they can open: says who reads it, and answers for it. What
-- belongs to an item is spoken for by those who speak for the item too. To have broken the glass lends reading, not this.
create function speaks_for(item uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    me uuid := viewer_id();
    mine uuid[];
begin
    if me is null then
        return false;
    end if;
    mine := viewer_publishes_for() || viewer_coordinates();
    return exists (
        select from items i left join items above on above.id = i.parent_id
        where i.id = item
          and (i.source_id = any (mine)
            or (i.owner_id = me and i.source_id = any (viewer_organisations()))
            or above.source_id = any (mine)
            or (i.kind = 'event' and i.source_id = any (viewer_organisations()) and viewer_has_role('liaison')))
    ) and opens_all(array(select k from unnest(reader_keys()) k where k not like '%:glass:%'), item);
end
$$;

-- An article and the revision that readers get are one thing to them.
create function same_thing(item uuid) returns uuid[]
    language sql stable security definer set search_path = public, pg_temp as $$
    select array_agg(id) from (
        select item as id
        union select r.id from articles a join revisions r on r.id = a.published_id and r.article_id = a.id where a.id = item
        union select a.id from articles a join revisions r on r.id = a.published_id and r.article_id = a.id where r.id = item
    ) as one
$$;

-- The item at an address of a room.
create function item_at(wanted item_kind, name text) returns uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select case wanted
        when 'article' then (select a.id from articles a where a.slug = name)
        when 'event' then (select e.id from events e where e.slug = name)
        else (select i.id from items i where i.id::text = name and i.kind = wanted)
    end
$$;

-- Every opening of something under TLP:RED, and of anything beyond its audience. Kept for the source.
create table item_reads (
    id        bigint generated always as identity primary key,
    item_id   uuid not null references items,
    member_id uuid not null references members,
    at        timestamptz not null,
    beyond    boolean not null -- by a broken glass
);
create index item_reads_item_idx on item_reads (item_id, at desc);
alter table item_reads enable row level security;
create policy item_reads_read on item_reads for select to polder_app
    using (member_id = (select viewer_id()) or speaks_for(item_id));
grant select on item_reads to polder_app;

-- Asks to open one item that an ordinary reading does not show: `opened` (and logged), `second-factor` (it would open with
-- one), or `closed`, for what is not allowed as for what does not exist.
create function open_item(item uuid, present timestamptz) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    me uuid := viewer_id();
    strong boolean := coalesce(current_setting('polder.strong', true), '') = 'yes';
    held text[] := keys_of_person(me, '{open,amber,red}', true, present);
    is_beyond boolean;
begin
    if me is null or item is null or not opens_all(held, item) then
        return 'closed';
    end if;
    if not strong then
        return 'second-factor';
    end if;
    is_beyond := not opens_all(array(select k from unnest(held) k where k not like '%:glass:%'), item);
    if is_beyond or exists (select from items i where i.id = item and i.label = 'RED') then
        insert into item_reads (item_id, member_id, at, beyond) values (item, me, present, is_beyond);
    end if;
    return 'opened';
end
$$;

-- What waits for the viewer under TLP:RED: that it exists, from whom, since when; never what it says. Each is opened on
-- its own.
create function sealed_items() returns table (item_id uuid, kind item_kind, stage item_stage, source_id uuid)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    me uuid := viewer_id();
    held text[];
begin
    if me is null then
        return;
    end if;
    held := keys_of_person(me, '{red}', false, '-infinity');
    return query select i.id, i.kind, i.stage, i.source_id from items i
        where i.label = 'RED' and i.parent_id is null and i.kind <> 'article' and i.keys && held
          and not exists (select from revisions r where r.id = i.id and r.state = 'superseded');
end
$$;

-- How a label changed after publication, and why. For everybody who reads the item.
create table label_changes (
    id          uuid primary key,
    item_id     uuid not null references items,
    from_label  label not null,
    to_label    label not null,
    wider       boolean not null, -- somebody may read it now who could not before
    reason      text not null default '' check (length(reason) <= 2000),
    revision_id uuid references revisions, -- it came with this revision
    by_id       uuid not null references members,
    at          timestamptz not null
);
create index label_changes_item_idx on label_changes (item_id, at desc);
alter table label_changes enable row level security;
create policy label_changes_read on label_changes for select to polder_app
    using (exists (select from items i where i.id = item_id));
grant select on label_changes to polder_app;

-- A reader asks the source to share an item more widely.
create type wider_state as enum ('waiting', 'granted', 'declined', 'withdrawn');
create table wider_requests (
    id          uuid primary key,
    item_id     uuid not null references items,
    asked_by    uuid not null references members,
    asked_at    timestamptz not null,
    wanted      label not null,
    purpose     text not null check (length(purpose) between 10 and 2000),
    state       wider_state not null default 'waiting',
    answered_by uuid references members,
    answered_at timestamptz,
    answer      text not null default '' check (length(answer) <= 2000),
    check ((state in ('granted', 'declined')) = (answered_by is not null and answered_at is not null))
);
create unique index wider_requests_one_waiting on wider_requests (item_id, asked_by) where state = 'waiting';
create index wider_requests_item_idx on wider_requests (item_id);
alter table wider_requests enable row level security;
create policy wider_requests_read on wider_requests for select to polder_app
    using (asked_by = (select viewer_id()) or speaks_for(item_id));
create policy wider_requests_insert on wider_requests for insert to polder_app
    with check (asked_by = (select viewer_id()) and state = 'waiting' and exists (select from items i where i.id = item_id));
-- Withdrawn by who asked, declined by the source; granted by the step that makes it wider.
create policy wider_requests_update on wider_requests for update to polder_app
    using (state = 'waiting')
    with check ((state = 'withdrawn' and asked_by = (select viewer_id()))
        or (state = 'declined' and answered_by = (select viewer_id()) and speaks_for(item_id)));
grant select, insert on wider_requests to polder_app;
grant update (state, answered_by, answered_at, answer) on wider_requests to polder_app;

-- Whether this label and audience would reach somebody whom the item does not: whom it did not name, and who could not
-- read it.
create function reaches_others(
    it items, wanted label, organisations uuid[], groups uuid[], persons uuid[], meetings uuid[]
) returns boolean
    language sql stable set search_path = public, pg_temp as $$
    select wanted < it.label or (it.label > 'GREEN' and (
        exists (select from unnest(organisations) o where o <> it.source_id
            and not exists (select from item_grants g where g.item_id = it.id and g.reason = 'audience' and g.organisation_id = o))
        or exists (select from unnest(groups) o
            where not exists (select from item_grants g where g.item_id = it.id and g.reason = 'audience' and g.group_id = o))
        or exists (select from unnest(meetings) o
            where not exists (select from item_grants g where g.item_id = it.id and g.reason = 'audience' and g.event_id = o))
        or exists (select from unnest(persons) p
            where not exists (select from item_grants g where g.item_id = it.id and g.reason = 'audience' and g.member_id = p)
              and not it.keys && keys_of_person(p, '{open,amber,red}', false, '-infinity'))))
$$;

-- Whether a revision would reach somebody whom the published one does not. That is a step of its own, which asks for a
-- reason and tells the readers (`relabel_item`). For who can open the revision, who may not be able to read the other.
create function is_wider_than_published(revision uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(bool_or(reaches_others(b, n.label,
        array(select g.organisation_id from item_grants g where g.item_id = n.id and g.reason = 'audience' and g.organisation_id is not null),
        array(select g.group_id from item_grants g where g.item_id = n.id and g.reason = 'audience' and g.group_id is not null),
        array(select g.member_id from item_grants g where g.item_id = n.id and g.reason = 'audience' and g.member_id is not null),
        array(select g.event_id from item_grants g where g.item_id = n.id and g.reason = 'audience' and g.event_id is not null))), false)
    from revisions r
    join items n on n.id = r.id and reader_opens(n.id)
    join revisions o on o.article_id = r.article_id and o.state = 'published' and o.id <> r.id
    join items b on b.id = o.id
    where r.id = revision
$$;

-- What belongs to a page that becomes TLP:RED, and has an audience of its own, becomes TLP:RED with it: for those of the
-- named persons who are in that audience. Otherwise it would be addressed to organisations alone, which RED does not know.
create function keep_named_readers(pages uuid[], persons uuid[], meetings uuid[]) returns void
    language sql set search_path = public, pg_temp as $$
    insert into item_grants (id, item_id, reason, member_id)
        select gen_random_uuid(), i.id, 'audience', p.id
        from items i, (select unnest(persons) as id union select member_id from presences where event_id = any (meetings)) p
        where i.parent_id = any (pages) and not i.inherits
          and (i.label < 'RED' or not exists (select from item_grants g
              where g.item_id = i.id and g.reason = 'audience' and coalesce(g.member_id, g.event_id) is not null))
          and keys_of_item(i.id, least(i.label, 'AMBER+STRICT'), 'published', i.source_id, i.owner_id)
              && keys_of_person(p.id, '{open,amber}', false, '-infinity')
    on conflict do nothing
$$;

-- Gives a published item another label or audience. Stricter: at once. Wider, which is a wider label or anybody new: with
-- a reason, by who speaks for the source, and within what they may publish alone unless somebody else approved the item.
-- Returns `wider`, `stricter`, or why not: `unknown`, `not-yours`, `answered`, `audience`, `reason`, `approval`, `parent`,
-- `same`.
create function relabel_item(
    item uuid, wanted label, organisations uuid[], groups uuid[], persons uuid[], meetings uuid[], why text,
    request uuid, change uuid, present timestamptz
) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    it items;
    ids uuid[] := same_thing(item);
    is_wider boolean;
    same_words uuid[];
begin
    -- One after another with publishing, and then as it stands now.
    perform from items where id = coalesce((select article_id from revisions where id = item), item) for update;
    select * into it from items where id = item and stage = 'published' for update;
    if not found or not reader_opens(item) then
        return 'unknown';
    end if;
    if not speaks_for(item) then
        return 'not-yours';
    end if;
    -- What is declined or withdrawn meanwhile is not granted.
    perform from wider_requests where id = request and state = 'waiting' for update;
    if request is not null and not found then
        return 'answered';
    end if;
    if (wanted <= 'GREEN' and cardinality(organisations || groups || persons || meetings) > 0)
       or (wanted = 'RED' and (cardinality(organisations || groups) > 0 or cardinality(persons || meetings) = 0)) then
        return 'audience';
    end if;
    if exists (select from items above where above.id = it.parent_id and above.label > wanted) then
        return 'parent';
    end if;
    is_wider := reaches_others(it, wanted, organisations, groups, persons, meetings);
    -- The consent is the source's: of those who publish or answer for it.
    if is_wider and not (it.source_id = any (viewer_publishes_for() || viewer_coordinates())
            or (it.kind = 'event' and viewer_has_role('liaison'))) then
        return 'not-yours';
    end if;
    if is_wider and length(trim(why)) < 10 then
        return 'reason';
    end if;
    if is_wider and not it.approved and not may_publish_alone(it.source_id, it.kind, wanted) then
        return 'approval';
    end if;
    if it.label = wanted and not it.inherits and
        array(select distinct n from unnest(organisations || groups || persons || meetings) n order by n)
        = array(select coalesce(g.organisation_id, g.group_id, g.member_id, g.event_id) as n from item_grants g
                where g.item_id = item and g.reason = 'audience' order by n) then
        return 'same';
    end if;
    -- Other versions hold much of the same words: they become as strict, for the same people, and what was lent to judge
    -- one ends.
    same_words := array(select r.id from revisions r join items i on i.id = r.id
        where r.article_id = any (ids) and r.id <> all (ids) and i.label < wanted);
    if wanted = 'RED' then
        perform keep_named_readers(ids || same_words, persons, meetings);
    end if;
    delete from item_grants where item_id = any (same_words);
    update revisions set state = 'draft', version = version + 1, updated_at = present
        where id = any (same_words) and state <> 'superseded';
    update items set label = wanted where id = any (same_words);
    ids := ids || same_words;
    delete from item_grants where item_id = any (ids) and reason = 'audience';
    insert into item_grants (id, item_id, reason, organisation_id, group_id, member_id, event_id)
        select gen_random_uuid(), i, 'audience'::grant_reason, o, null::uuid, null::uuid, null::uuid from unnest(ids) i, unnest(organisations) o
        union all select gen_random_uuid(), i, 'audience', null, o, null, null from unnest(ids) i, unnest(groups) o
        union all select gen_random_uuid(), i, 'audience', null, null, o, null from unnest(ids) i, unnest(persons) o
        union all select gen_random_uuid(), i, 'audience', null, null, null, o from unnest(ids) i, unnest(meetings) o
        on conflict do nothing;
    update items set label = wanted, inherits = false where id = any (ids) and id <> all (same_words);
    insert into label_changes (id, item_id, from_label, to_label, wider, reason, by_id, at)
        values (change, item, it.label, wanted, is_wider, trim(why), viewer_id(), present);
    update wider_requests set state = 'granted', answered_by = viewer_id(), answered_at = present, answer = trim(why)
        where is_wider and id = request and item_id = any (ids) and state = 'waiting';
    return case when is_wider then 'wider' else 'stricter' end;
end
$$;

-- Breaks the glass: a liaison with a second factor gets an hour. Returns `broken`, `open` (in whose hour nothing more is
-- broken), or `nothing` for what does not exist.
create function break_glass(id uuid, item uuid, ground glass_ground, why text, present timestamptz) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not viewer_has_role('liaison') or coalesce(current_setting('polder.strong', true), '') <> 'yes' then
        raise exception 'only a liaison with a second factor breaks the glass' using errcode = 'insufficient_privilege';
    end if;
    -- One after another: twice at once is once.
    perform from items i where i.id = item for update;
    if not found then
        return 'nothing';
    end if;
    if exists (select from glass_breaks b where b.item_id = item and b.member_id = viewer_id() and b.until > present) then
        return 'open';
    end if;
    insert into glass_breaks (id, item_id, member_id, ground, reason, broken_at, until)
        select case when i = item then break_glass.id else gen_random_uuid() end, i, viewer_id(), ground, trim(why),
            present, present + interval '1 hour'
        -- What belongs to an item opens with it alone.
        from (select unnest(same_thing(item)) as i
            union select unnest(same_thing(c.parent_id)) from items c
            where c.id = item and c.parent_id is not null) as all_of_it;
    return 'broken';
end
$$;
alter table glass_breaks enable row level security;
create policy glass_breaks_read on glass_breaks for select to polder_app
    using (member_id = (select viewer_id()) or speaks_for(item_id));
grant select on glass_breaks to polder_app;

-- Who answers for an item: its owner, and the publishers and coordinators of its source. Ids only: whoever asks may not be
-- allowed to read it.
create function stewards(item uuid) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select m.id from items i
    join memberships s on s.organisation_id = i.source_id and s.until is null
        and (s.member_id = i.owner_id or 'publisher' = any (s.roles) or 'coordinator' = any (s.roles))
    join members m on m.id = s.member_id and m.state = 'active'
    where i.id = item
$$;

-- Who can open an item as it stands, and by which keys; for who speaks for it or works on it.
create function readers_of(item uuid) returns table (member_id uuid, key text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select p.member_id, p.key from items i, people_with_keys(i.keys) p
    where i.id = item and reader_opens(i.id)
      and (i.parent_id is null or opens_all(keys_of_person(p.member_id, '{open,amber,red}', false, '-infinity'), i.parent_id))
$$;

-- Publishing touches the revision of before and the article itself, which the viewer may not be allowed to read; so it is
-- one step here: by a liaison to whom an approved text was handed, or by a publisher of its source under a label that
-- needs nobody else. It ends what the review lent. Returns the article's address; null if the revision does not wait for it.
create or replace function publish_revision(revision uuid, present timestamptz, slug_wanted text, slug_else text) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    it items;
    r revisions;
    before items;
    address text;
    is_approved boolean;
begin
    -- One after another with a change of the label.
    perform from items where id = (select article_id from revisions where id = revision) for update;
    select * into r from revisions where id = revision for update;
    select * into it from items where id = revision;
    is_approved := r.state = 'approved' and viewer_has_role('liaison') and exists (
        select from item_grants g where g.item_id = revision and g.reason = 'review' and g.circle = 'liaison');
    if it.id is null or not (is_approved or (r.state in ('draft', 'changes-asked')
            and it.source_id = any (viewer_publishes_for())
            and may_publish_alone(it.source_id, 'article', it.label)))
       or not reader_opens(revision) or is_wider_than_published(revision) then
        return null;
    end if;
    select i.* into before from revisions o join items i on i.id = o.id
        where o.article_id = r.article_id and o.state = 'published';
    if before.source_id <> it.source_id then
        return null;
    end if;
    -- What it said before is no longer for readers: the new label may be stricter.
    update items set stage = 'work' where id = before.id;
    update revisions set state = 'superseded', updated_at = present where id = before.id;
    -- A review that was taken back is none.
    update revisions set state = 'published', published_at = present, updated_at = present,
        reviewed_for = case when is_approved then reviewed_for else '' end where id = revision;
    delete from item_grants where item_id = revision and reason = 'review';
    if it.label = 'RED' then
        perform keep_named_readers(array[revision],
            array(select g.member_id from item_grants g where g.item_id = revision and g.reason = 'audience' and g.member_id is not null),
            array(select g.event_id from item_grants g where g.item_id = revision and g.reason = 'audience' and g.event_id is not null));
    end if;
    update items set stage = 'published', approved = is_approved where id = revision;
    -- The article is what its published revision is.
    update items a set stage = 'published', label = it.label, source_id = it.source_id, approved = is_approved
        where a.id = r.article_id;
    delete from item_grants where item_id = r.article_id;
    insert into item_grants (id, item_id, reason, organisation_id, member_id, group_id, event_id)
        select gen_random_uuid(), r.article_id, reason, organisation_id, member_id, group_id, event_id from item_grants
        where item_id = revision and reason = 'audience';
    if before.label is distinct from it.label and before.id is not null then
        insert into label_changes (id, item_id, from_label, to_label, wider, revision_id, by_id, at)
            values (gen_random_uuid(), r.article_id, before.label, it.label, false, revision, viewer_id(), present);
    end if;
    -- Addresses are given out one after another.
    perform pg_advisory_xact_lock(hashtextextended('article addresses', 0));
    if exists (select from articles where slug = slug_wanted and id <> r.article_id) then
        slug_wanted := slug_else;
    end if;
    update articles set published_id = revision, slug = coalesce(slug, slug_wanted) where id = r.article_id
        returning slug into address;
    return address;
end
$$;

-- Publishes an event, by who made it or a liaison, within what they may publish alone.
create function publish_event(event uuid) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update items set stage = 'published'
        where id = event and kind = 'event' and stage = 'work' and (owner_id = viewer_id() or viewer_has_role('liaison'))
          and may_publish_alone(source_id, 'event', label);
    return found;
end
$$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
