-- Who may read, decided by keys. An item has the keys that open it, worked out from label, stage, source and audience; a
-- reader has the keys of who they are; one shared key opens. Both sides are told here, once, and every policy asks the
-- same question. RED has a class of keys of its own that a reader holds only while opening one such item on purpose,
-- with a second factor: so no list, count, feed or search can ever show one.
--
-- Instead of a predicate over joined tables (items_read before): a key can be compared without another table, so what a
-- row costs does not grow with the audience; and it can be asked for somebody else ("who can see this?").

alter table items
    add column parent_id uuid references items,
    -- As its parent: the label follows. Otherwise a label of its own, never wider than the parent's.
    add column inherits  boolean not null default false,
    -- Published after somebody else approved it, not on its source's own authority.
    add column approved  boolean not null default false,
    add column keys      text[] not null default '{}',
    add constraint items_inherit_from_something check (not inherits or parent_id is not null),
    add constraint items_pages_stand_alone check (kind not in ('article', 'revision', 'event') or parent_id is null);
create index items_parent_idx on items (parent_id) where parent_id is not null;
-- What waits for a reader under TLP:RED is counted by every list.
create index items_red_keys_idx on items using gin (keys) where label = 'RED' and parent_id is null;

alter table item_grants
    add column group_id uuid references working_groups,
    add column event_id uuid references events,
    drop constraint item_grants_check,
    add constraint item_grants_name_one
        check (num_nonnulls(organisation_id, member_id, circle, group_id, event_id) = 1),
    add constraint item_grants_judges_are_people check (case reason
        when 'audience' then circle is null
        else num_nonnulls(organisation_id, group_id, event_id) = 0 end),
    add unique (item_id, reason, group_id),
    add unique (item_id, reason, event_id);

-- A liaison who must see an item beyond its audience: why, since when, until when.
create type glass_ground as enum ('abuse-report', 'legal-duty');
create table glass_breaks (
    id        uuid primary key,
    item_id   uuid not null references items,
    member_id uuid not null references members,
    ground    glass_ground not null,
    reason    text not null check (length(reason) between 20 and 2000),
    broken_at timestamptz not null,
    until     timestamptz not null check (until > broken_at)
);
create index glass_breaks_member_idx on glass_breaks (member_id, until);
create index glass_breaks_item_idx on glass_breaks (item_id);

-- How wide a label each role may publish under without anybody's approval; empty: none.
create table publication_caps (
    role   text primary key check (role in ('publisher', 'coordinator', 'liaison')),
    widest label
);
insert into publication_caps (role, widest) values ('publisher', 'AMBER'), ('coordinator', 'AMBER'), ('liaison', 'CLEAR');
grant select on publication_caps to polder_app;

-- The item's side -----------------------------------------------------------------------------------------------------

create function label_class(of_label label) returns text
    language sql immutable parallel safe as $$
    select case when of_label = 'RED' then 'red' when of_label in ('AMBER', 'AMBER+STRICT') then 'amber' else 'open' end
$$;

-- The keys that open an item with this label and audience. A line for each way in.
create function keys_that_open(
    item_label label, item_stage item_stage, source uuid, owner uuid, organisations uuid[], groups uuid[], persons uuid[],
    meetings uuid[], judges uuid[], circles text[], broken uuid[]
) returns text[]
    language plpgsql immutable parallel safe set search_path = public, pg_temp as $$
begin
    return (select coalesce(array_agg(key order by key), '{}') from (
        -- Published: label and audience decide.
        select 'everyone' as key where item_stage = 'published' and item_label = 'CLEAR'
        union select 'members' where item_stage = 'published' and item_label = 'GREEN'
        union select 'amber:member-of:' || source where item_stage = 'published' and item_label in ('AMBER', 'AMBER+STRICT')
        union select 'amber:client-of:' || source where item_stage = 'published' and item_label = 'AMBER'
        union select 'amber:member-of:' || o from unnest(organisations) o where item_stage = 'published' and item_label in ('AMBER', 'AMBER+STRICT')
        union select 'amber:client-of:' || o from unnest(organisations) o where item_stage = 'published' and item_label = 'AMBER'
        union select 'amber:group:' || g from unnest(groups) g where item_stage = 'published' and item_label in ('AMBER', 'AMBER+STRICT')
        union select 'amber:person:' || p from unnest(persons) p where item_stage = 'published' and item_label in ('AMBER', 'AMBER+STRICT')
        union select 'amber:present:' || m from unnest(meetings) m where item_stage = 'published' and item_label in ('AMBER', 'AMBER+STRICT')
        -- TLP:RED knows persons only, by name or by having been there.
        union select 'red:person:' || p from unnest(persons) p where item_stage = 'published' and item_label = 'RED'
        union select 'red:present:' || m from unnest(meetings) m where item_stage = 'published' and item_label = 'RED'
        -- In work: its audience gets a text when it is published, not while it is written.
        union select label_class(item_label) || ':writer:' || owner || '@' || source where item_stage = 'work'
        union select label_class(item_label) || ':publisher:' || source where item_stage = 'work' and item_label <> 'RED'
        union select 'red:publisher:' || source || '@' || p from unnest(persons) p where item_stage = 'work' and item_label = 'RED'
        union select label_class(item_label) || ':judge:' || j from unnest(judges) j where item_stage = 'work'
        union select label_class(item_label) || ':circle:' || c from unnest(circles) c where item_stage = 'work'
        -- Beyond the audience, for an hour and a reason; on purpose under any label, so that each opening is written down.
        union select 'red:glass:' || b from unnest(broken) b
    ) as ways);
end
$$;

-- The same for an item with the grants that it has, as if it had this label and stood at this stage.
create function keys_of_item(item uuid, item_label label, item_stage item_stage, source uuid, owner uuid) returns text[]
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return (select keys_that_open(item_label, item_stage, source, owner,
        array_agg(organisation_id) filter (where reason = 'audience' and organisation_id is not null),
        array_agg(group_id) filter (where reason = 'audience' and group_id is not null),
        array_agg(member_id) filter (where reason = 'audience' and member_id is not null),
        array_agg(event_id) filter (where reason = 'audience' and event_id is not null),
        array_agg(member_id) filter (where reason = 'review' and member_id is not null),
        array_agg(circle::text) filter (where reason = 'review' and circle is not null),
        (select array_agg(b.id) from glass_breaks b where b.item_id = item))
    from item_grants where item_id = item);
end
$$;

-- Label and keys of a row, whatever was written there.
create function set_item_keys() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    above items;
begin
    if new.parent_id is not null then
        select * into above from items where id = new.parent_id;
        if new.inherits then
            new.label := above.label;
        elsif new.label < above.label then
            raise exception 'an item is never wider than what it belongs to'
                using errcode = 'check_violation', constraint = 'items_never_wider';
        end if;
    end if;
    new.keys := case
        -- The words of a review belong to those who work on the text, also when its readers get the text, or somebody
        -- opens it by a broken glass: they have a glass of their own.
        when new.inherits and new.kind = 'note' then array(
            select k from unnest(keys_of_item(above.id, above.label, 'work', above.source_id, above.owner_id)) k
            where k not like '%:glass:%'
            union all select 'red:glass:' || b.id from glass_breaks b where b.item_id = new.id)
        when new.inherits then above.keys
        else keys_of_item(new.id, new.label, new.stage, new.source_id, new.owner_id)
    end;
    return new;
end
$$;

-- What belongs to an item follows when it becomes stricter, or changes hands.
create function follow_parent() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update items set label = greatest(label, new.label) where parent_id = new.id and (inherits or label < new.label);
    return null;
end
$$;

create function refresh_item_keys() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update items set label = label where id = coalesce(new.item_id, old.item_id);
    return null;
end
$$;

-- The label of the published version of a text, for who can open the other one.
create function published_label(revision uuid) returns label
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return (select i.label from revisions r
        join revisions o on o.article_id = r.article_id and o.state = 'published' and o.id <> r.id
        join items i on i.id = o.id
        where r.id = revision and reader_opens(revision));
end
$$;

-- The serving role takes the steps below; it does not write label, stage or source of what is published.
create function guard_items() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if current_user <> 'polder_app' then
        return new;
    end if;
    if tg_op = 'INSERT' then
        if new.stage <> 'work' or new.parent_id is not null or new.approved then
            raise exception 'an item is published by a step' using errcode = 'insufficient_privilege';
        end if;
    elsif (new.kind, new.parent_id, new.inherits, new.approved, new.stage, new.owner_id, new.source_id)
              is distinct from (old.kind, old.parent_id, old.inherits, old.approved, old.stage, old.owner_id, old.source_id)
          or (new.label is distinct from old.label and (old.stage = 'published'
              or exists (select from revisions r where r.id = old.id and r.state not in ('draft', 'changes-asked'))
              -- A new version holds the words of the published one.
              or (new.label < old.label and new.label < published_label(new.id)))) then
        raise exception 'a published item changes by a step' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

-- Articles, revisions and events are read in long lists. They carry the keys of their item, so that what a list asks is in
-- the row itself, whatever was written there; revisions also the source, by which lists are narrowed.
alter table articles add column keys text[] not null default '{}';
alter table events add column keys text[] not null default '{}';
-- One event is published once; that another one exists for other readers is nobody's business.
drop index events_once;
create unique index events_once on events (lower(title), starts_at, hash_array_extended(keys, 0)) where cancelled_at is null;
alter table revisions add column keys text[] not null default '{}', add column source_id uuid references organisations;

create function copy_item_keys() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    select i.keys into strict new.keys from items i where i.id = new.id;
    if tg_table_name = 'revisions' then
        select i.source_id into strict new.source_id from items i where i.id = new.id;
    end if;
    return new;
end
$$;
create trigger articles_keys before insert or update on articles for each row execute function copy_item_keys();
create trigger revisions_keys before insert or update on revisions for each row execute function copy_item_keys();
create trigger events_keys before insert or update on events for each row execute function copy_item_keys();

create function pass_keys_on() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    case new.kind
        when 'article' then update articles set keys = new.keys where id = new.id;
        when 'revision' then update revisions set keys = new.keys where id = new.id;
        when 'event' then update events set keys = new.keys where id = new.id;
        else null;
    end case;
    return null;
end
$$;

-- In the order of their names.
create trigger items_a_guard before insert or update on items for each row execute function guard_items();
create trigger items_b_keys before insert or update on items for each row execute function set_item_keys();
create trigger items_c_follow after update on items for each row execute function follow_parent();
create trigger items_d_pass_on after update on items for each row
    when (old.keys is distinct from new.keys or old.source_id is distinct from new.source_id)
    execute function pass_keys_on();
create trigger item_grants_keys after insert or update or delete on item_grants
    for each row execute function refresh_item_keys();
create trigger glass_breaks_keys after insert on glass_breaks for each row execute function refresh_item_keys();

-- The reader's side ---------------------------------------------------------------------------------------------------

-- The keys of a person, in the classes that the occasion allows, but those of a client. A line for each thing that somebody
-- can be; in small steps, for every page begins with this.
create function own_keys_of(person uuid, classes text[], strong boolean, present timestamptz) returns text[]
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    their_roles community_role[];
    seats uuid[];
    desks uuid[];
    held text[] := '{everyone}';
    works text[] := '{}'; -- in every class
    named text[] := '{}'; -- where a label knows persons
    circles text[] := '{}'; -- where it knows more than persons
    beyond text[] := '{}'; -- in the class of what is opened on purpose
begin
    select roles into their_roles from members where id = person and state = 'active';
    if not found then
        return held;
    end if;
    select array_agg(organisation_id), array_agg(organisation_id) filter (where 'publisher' = any (roles)) into seats, desks
        from memberships where member_id = person and until is null;
    held := held || 'members'::text;
    works := works || ('judge:' || person);
    works := works || array(select 'circle:' || role from unnest(their_roles) role);
    works := works || array(select 'writer:' || person || '@' || o from unnest(seats) o);
    works := works || array(select 'publisher:' || o from unnest(desks) o);
    named := named || ('person:' || person);
    named := named || array(select 'present:' || p.event_id from presences p where p.member_id = person);
    circles := circles || array(select 'member-of:' || o from unnest(seats) o);
    circles := circles || array(select 'group:' || g.group_id from working_group_members g join working_groups w on w.id = g.group_id where g.member_id = person and g.until is null and w.closed_at is null);
    beyond := beyond || array(select 'publisher:' || o || '@' || person from unnest(desks) o);
    if strong and 'liaison' = any (their_roles) then
        beyond := beyond || array(select 'glass:' || b.id from glass_breaks b where b.member_id = person and b.until > present);
    end if;
    return held || array(select class || ':' || subject from unnest(classes) class, unnest(works || case class
        when 'amber' then named || circles when 'red' then named || beyond else '{}' end) subject);
end
$$;

-- The keys of a client of other organisations: apart, because there can be a hundred of them, and few pages need them.
create function client_keys_of(person uuid, classes text[]) returns text[]
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    held text[] := '{}';
begin
    held := held || array(select 'amber:client-of:' || c.organisation_id from members m join memberships s on s.member_id = m.id join organisation_clients c on c.client_id = s.organisation_id where m.id = person and m.state = 'active' and s.until is null and 'amber' = any (classes));
    return held;
end
$$;

-- All keys of a person.
create function keys_of_person(person uuid, classes text[], strong boolean, present timestamptz) returns text[]
    language sql stable security definer set search_path = public, pg_temp as $$
    select own_keys_of(person, classes, strong, present) || client_keys_of(person, classes)
$$;

-- Who can hold these keys: the same from the other side, for all people at once. No person has the two that need none.
create function people_with_keys(wanted text[]) returns table (member_id uuid, key text)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
    return query with k as materialized (
        select key, split_part(key, ':', 2) as kind, split_part(split_part(key, ':', 3), '@', 1) as subject,
            nullif(split_part(split_part(key, ':', 3), '@', 2), '') as object
        from unnest(wanted) key
    )
    select found.member_id, found.key from (
        select s.member_id, k.key from k join memberships s on k.kind = 'member-of' and s.organisation_id::text = k.subject and s.until is null
        union select s.member_id, k.key from k join organisation_clients c on k.kind = 'client-of' and c.organisation_id::text = k.subject join memberships s on s.organisation_id = c.client_id and s.until is null
        union select g.member_id, k.key from k join working_group_members g on k.kind = 'group' and g.group_id::text = k.subject and g.until is null join working_groups w on w.id = g.group_id and w.closed_at is null
        union select p.member_id, k.key from k join presences p on k.kind = 'present' and p.event_id::text = k.subject
        union select m.id, k.key from k join members m on k.kind in ('person', 'judge') and m.id::text = k.subject
        union select s.member_id, k.key from k join memberships s on k.kind = 'writer' and s.member_id::text = k.subject and s.organisation_id::text = k.object and s.until is null
        union select s.member_id, k.key from k join memberships s on k.kind = 'publisher' and s.organisation_id::text = k.subject and s.member_id::text = coalesce(k.object, s.member_id::text) and s.until is null and 'publisher' = any (s.roles)
        union select m.id, k.key from k join members m on k.kind = 'circle' and k.subject = any (m.roles::text[])
    ) as found
    join members m on m.id = found.member_id and m.state = 'active';
end
$$;

-- The helpers of the policies, as before, in a language that plans a statement once a session and not at every call.
create or replace function viewer_id() returns uuid
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return (select id from members
        where id = nullif(current_setting('polder.viewer', true), '')::uuid and state = 'active');
end
$$;

create or replace function viewer_has_role(wanted community_role) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return coalesce((select wanted = any (roles) from members where id = viewer_id()), false);
end
$$;

create or replace function viewer_organisations() returns uuid[]
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return (select coalesce(array_agg(organisation_id), '{}') from memberships
        where member_id = viewer_id() and until is null);
end
$$;

create or replace function viewer_publishes_for() returns uuid[]
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return (select coalesce(array_agg(organisation_id), '{}') from memberships
        where member_id = viewer_id() and until is null and 'publisher' = any (roles));
end
$$;

create or replace function viewer_coordinates() returns uuid[]
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return (select coalesce(array_agg(organisation_id), '{}') from memberships
        where member_id = viewer_id() and until is null and 'coordinator' = any (roles));
end
$$;

-- Binds the transaction to a reader. `red` opens the class that no list may hold; `amber_is_open` says whether this site
-- lets TLP:AMBER be read without a second factor; `glass` whether a broken glass counts, which lends reading alone.
create function enter(
    person uuid, strong boolean, red boolean, amber_is_open boolean, present timestamptz, glass boolean default false
) returns void
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    classes text[] := array['open']
        || case when amber_is_open or strong then array['amber'] else '{}' end
        || case when red and strong then array['red'] else '{}' end;
begin
    perform set_config('polder.viewer', person::text, true);
    perform set_config('polder.strong', case when strong then 'yes' else '' end, true);
    perform set_config('polder.keys', array_to_string(own_keys_of(person, classes, strong and glass, present), ' '), true);
    perform set_config('polder.client_keys', case when 'amber' = any (classes) then 'not yet' else '' end, true);
end
$$;

-- With nobody set, only what is for everyone exists. Words between spaces: three times as fast to read as an array's text.
create function reader_own_keys() returns text[]
    language sql stable parallel safe as $$
    select string_to_array(coalesce(nullif(current_setting('polder.keys', true), ''), 'everyone'), ' ')
$$;

-- The keys of a client, worked out when first asked for: most of what somebody reads opens without them.
create function find_client_keys() returns text
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return set_config('polder.client_keys', array_to_string(client_keys_of(current_setting('polder.viewer')::uuid, '{amber}'), ' '), true);
end
$$;
create function reader_client_keys() returns text[]
    language sql stable as $$
    select string_to_array(case current_setting('polder.client_keys', true) when 'not yet' then find_client_keys()
        else coalesce(current_setting('polder.client_keys', true), '') end, ' ')
$$;

create function reader_keys() returns text[]
    language sql stable as $$
    select reader_own_keys() || reader_client_keys()
$$;

-- Whether a reader with these keys may open the item and all that it belongs to.
create function opens_all(keys_held text[], item uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    one record;
    next_id uuid := item;
begin
    while next_id is not null loop
        select i.parent_id, i.keys into one from items i where i.id = next_id;
        if not found or (one.keys && keys_held) is not true then
            return false;
        end if;
        next_id := one.parent_id;
    end loop;
    return item is not null;
end
$$;

-- Whether the reader may: without the keys of a client, where those are not needed.
create function reader_opens(item uuid) returns boolean
    language sql stable as $$
    select opens_all(reader_own_keys(), item) or opens_all(reader_keys(), item)
$$;

-- Whether the reader may open what an item belongs to. A file that follows its page has the page's keys: asking again would
-- cost as much as the page.
create function reader_opens_above(kind item_kind, inherits boolean, parent uuid) returns boolean
    language sql stable as $$
    select (kind = 'file' and inherits) or reader_opens(parent)
$$;

-- The one question, of every row. Written as the function of the operator `&&`, of which the planner thinks that a third
-- of all rows passes; of the operator it thinks one in a hundred, and would collect and sort where it can walk an index.
drop policy items_read on items;
create policy items_read on items for select to polder_app using (
    (arrayoverlap(keys, (select reader_own_keys())) or arrayoverlap(keys, (select reader_client_keys())))
    and (parent_id is null or reader_opens_above(kind, inherits, parent_id)));
drop policy articles_read on articles;
create policy articles_read on articles for select to polder_app using (
    arrayoverlap(keys, (select reader_own_keys())) or arrayoverlap(keys, (select reader_client_keys())));
drop policy revisions_read on revisions;
create policy revisions_read on revisions for select to polder_app using (
    arrayoverlap(keys, (select reader_own_keys())) or arrayoverlap(keys, (select reader_client_keys())));
drop policy events_read on events;
create policy events_read on events for select to polder_app using (
    arrayoverlap(keys, (select reader_own_keys())) or arrayoverlap(keys, (select reader_client_keys())));
drop function viewer_is_addressed(uuid, label);

-- To whom a text is addressed is settled while it is written; afterwards by `relabel_item`, and of a file by `add_file`.
drop policy item_grants_insert on item_grants;
create policy item_grants_insert on item_grants for insert to polder_app
    with check (exists (select from items i where i.id = item_id and i.stage = 'work' and case
        -- Its writers say to whom, while they write, and hand it to the liaisons.
        when reason = 'audience' or circle = 'liaison' then
            (i.owner_id = (select viewer_id()) or i.source_id = any ((select viewer_publishes_for())::uuid[]))
            and (circle = 'liaison' or not exists (select from revisions r where r.id = i.id and r.state not in ('draft', 'changes-asked')))
        -- The liaison asks somebody whom the source lets read it.
        else (select viewer_has_role('liaison')) and may_be_asked(i.id, member_id)
    end));
drop policy item_grants_delete on item_grants;
create policy item_grants_delete on item_grants for delete to polder_app
    using (exists (select from items i where i.id = item_id
        and (reason = 'review' or i.stage = 'work')
        and (i.owner_id = (select viewer_id()) or i.source_id = any ((select viewer_publishes_for())::uuid[])
            or (reason = 'review' and viewer_judges(i.id)))));

drop policy items_insert on items;
create policy items_insert on items for insert to polder_app with check (owner_id = (select viewer_id()));

-- Whether somebody can be asked to judge a text: an active member of another organisation, whom its label and audience
-- would let read it. Asking never widens the circle that the source chose.
create or replace function may_be_asked(item uuid, person uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from items i join members m on m.id = person
        where i.id = item and m.state = 'active' and m.id <> i.owner_id
          and not exists (select from memberships s
              where s.member_id = m.id and s.until is null and s.organisation_id = i.source_id)
          and keys_of_item(i.id, i.label, 'published', i.source_id, i.owner_id)
              && keys_of_person(m.id, '{open,amber,red}', false, '-infinity')
    )
$$;

-- The words of a review are items of their own: a label, a source, and never wider than the text.
create function make_note() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into items (id, kind, stage, label, source_id, owner_id, parent_id, inherits)
    select new.id, 'note', 'work', i.label, coalesce((
               select s.organisation_id from memberships s where s.member_id = new.actor_id and s.until is null
               order by s.organisation_id = i.source_id desc, s.since, s.organisation_id limit 1), i.source_id),
           new.actor_id, i.id, true
    from items i where i.id = new.revision_id and (viewer_id() is null or reader_opens(i.id));
    -- What is not there for the viewer and what does not exist are refused alike.
    if not found and viewer_id() is not null then
        raise exception 'nothing to tell of' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
update items set approved = stage = 'published';
update revisions set keys = '{}'; -- the trigger fills in what holds
alter table revisions alter column source_id set not null;
insert into items (id, kind, stage, label, source_id, owner_id, parent_id, inherits)
    select e.id, 'note', 'work', i.label, i.source_id, e.actor_id, i.id, true
    from revision_events e join items i on i.id = e.revision_id;
alter table revision_events add foreign key (id) references items;
create trigger revision_events_item before insert on revision_events for each row execute function make_note();
drop policy revision_events_insert on revision_events;
create policy revision_events_insert on revision_events for insert to polder_app
    -- Who reads it in work, works on it.
    with check (actor_id = (select viewer_id()) and exists (select from items i where i.id = revision_id and i.stage = 'work'));

-- What is made begins in work and is its maker's; what it is about stays.
drop policy articles_insert on articles;
create policy articles_insert on articles for insert to polder_app with check (exists (select from items i
    where i.id = articles.id and i.kind = 'article' and i.stage = 'work' and i.owner_id = (select viewer_id())));
revoke insert on articles from polder_app;
grant insert (id, created_at) on articles to polder_app;
drop policy revisions_insert on revisions;
create policy revisions_insert on revisions for insert to polder_app with check (state = 'draft' and exists (
    select from items i join items a on a.id = revisions.article_id and a.source_id = i.source_id
    where i.id = revisions.id and i.kind = 'revision' and i.stage = 'work' and i.owner_id = (select viewer_id())));
drop policy events_insert on events;
create policy events_insert on events for insert to polder_app with check (exists (select from items i
    where i.id = events.id and i.kind = 'event' and i.stage = 'work' and i.owner_id = (select viewer_id())));

-- Publishers write, while it is written; those who judge say what they think of it; publishing is a step of its own.
create function guard_revisions() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if current_user <> 'polder_app' then
        return new;
    end if;
    if (new.id, new.article_id, new.number) is distinct from (old.id, old.article_id, old.number)
       or ((new.title, new.summary, new.kind, new.language, new.sectors, new.body_markdown, new.body_html)
               is distinct from (old.title, old.summary, old.kind, old.language, old.sectors, old.body_markdown, old.body_html)
           and (old.state not in ('draft', 'changes-asked') or not exists (
               select from items i where i.id = old.id and i.source_id = any (viewer_publishes_for()))))
       or (new.state is distinct from old.state and (new.state in ('published', 'superseded')
           or (new.state in ('approved', 'changes-asked') and not viewer_judges(old.id)))) then
        raise exception 'a revision changes by a step' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger revisions_guard before update on revisions for each row execute function guard_revisions();
drop policy revision_events_read on revision_events;
create policy revision_events_read on revision_events for select to polder_app
    using (exists (select from items i where i.id = revision_events.id));

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
