-- Who may read, decided once. Every labelled thing has a row in `items`; its own table lets a row be seen when
-- its item can be seen. The rule itself is the one policy `items_read` below.

-- The viewer of this transaction: an active member, or nobody. The serving code sets `polder.viewer`.
create function viewer_id() returns uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select id from members
    where id = nullif(current_setting('polder.viewer', true), '')::uuid and state = 'active'
$$;

create function viewer_has_role(wanted community_role) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce((select wanted = any (roles) from members where id = viewer_id()), false)
$$;

create function viewer_organisations() returns uuid[]
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(array_agg(organisation_id), '{}') from memberships
    where member_id = viewer_id() and until is null
$$;

create function viewer_publishes_for() returns uuid[]
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(array_agg(organisation_id), '{}') from memberships
    where member_id = viewer_id() and until is null and 'publisher' = any (roles)
$$;

create type item_kind as enum ('article', 'revision', 'event');
-- Work is seen by those who work on it; published is seen by those whom its label and audience allow.
create type item_stage as enum ('work', 'published');

create table items (
    id        uuid primary key,
    kind      item_kind not null,
    stage     item_stage not null,
    label     label not null,
    source_id uuid not null references organisations, -- whose information it is
    owner_id  uuid not null references members        -- who works on it
);
create index items_source_idx on items (source_id);

-- Why somebody beyond the source may read an item: it was addressed to them, or it was handed to them to judge.
create type grant_reason as enum ('audience', 'review');

create table item_grants (
    id              uuid primary key,
    item_id         uuid not null references items on delete cascade,
    reason          grant_reason not null,
    organisation_id uuid references organisations,
    member_id       uuid references members,
    circle          community_role,
    check (num_nonnulls(organisation_id, member_id, circle) = 1),
    -- One of the three is set, so each of these counts the rows that it is about.
    unique (item_id, reason, organisation_id),
    unique (item_id, reason, member_id),
    unique (item_id, reason, circle)
);
-- Whether the source addressed an item to the viewer. TLP:RED knows persons only: an organisation says nothing there.
create function viewer_is_addressed(item uuid, item_label label) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from item_grants g
        where g.item_id = item and g.reason = 'audience'
          and (g.member_id = viewer_id()
            or (item_label <> 'RED' and g.organisation_id = any (viewer_organisations())))
    )
$$;

-- Whether a text in work was handed to the viewer to judge it: in person, or as one of a circle.
create function viewer_judges(item uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from item_grants g
        where g.item_id = item and g.reason = 'review'
          and (g.member_id = viewer_id() or (g.circle is not null and viewer_has_role(g.circle)))
    )
$$;

-- Whether somebody can be asked to judge a text: an active member of another organisation, whom its label and audience
-- would let read it. Asking never widens the circle that the source chose.
create function may_be_asked(item uuid, person uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from items i join members m on m.id = person
        where i.id = item and m.state = 'active' and m.id <> i.owner_id
          and not exists (select from memberships s
              where s.member_id = m.id and s.until is null and s.organisation_id = i.source_id)
          and (i.label in ('CLEAR', 'GREEN') or exists (
              select from item_grants g where g.item_id = i.id and g.reason = 'audience'
                and (g.member_id = m.id or (i.label <> 'RED' and exists (select from memberships s
                    where s.member_id = m.id and s.until is null and s.organisation_id = g.organisation_id)))))
    )
$$;

alter table items enable row level security;
create policy items_read on items for select to polder_app using (
    (stage = 'published' and label = 'CLEAR')
    or ((select viewer_id()) is not null and (
        (stage = 'published' and label = 'GREEN')
        or (stage = 'published' and label in ('AMBER', 'AMBER+STRICT') and source_id = any ((select viewer_organisations())::uuid[]))
        or (stage = 'published' and viewer_is_addressed(id, label))
        -- Its audience gets a text when it is published, not while it is written.
        or (stage = 'work' and owner_id = (select viewer_id()) and source_id = any ((select viewer_organisations())::uuid[]))
        or (stage = 'work' and source_id = any ((select viewer_publishes_for())::uuid[])
            and (label <> 'RED' or viewer_is_addressed(id, label)))
        or (stage = 'work' and viewer_judges(id))
    ))
);
-- Nothing is written without somebody to answer for it, and nobody changes what they may not read: an update's
-- `where` obeys the reading policy too.
create policy items_insert on items for insert to polder_app with check ((select viewer_id()) is not null);
create policy items_update on items for update to polder_app
    using (owner_id = (select viewer_id()) or source_id = any ((select viewer_publishes_for())::uuid[]));
grant select, insert, update on items to polder_app;

alter table item_grants enable row level security;
create policy item_grants_read on item_grants for select to polder_app
    using (exists (select from items i where i.id = item_id));
-- Who addresses a text, or hands it on, is who works on it.
create policy item_grants_insert on item_grants for insert to polder_app
    with check (exists (select from items i where i.id = item_id and (i.owner_id = (select viewer_id())
        or i.source_id = any ((select viewer_publishes_for())::uuid[]) or viewer_judges(i.id))));
create policy item_grants_delete on item_grants for delete to polder_app
    using (exists (select from items i where i.id = item_id and (i.owner_id = (select viewer_id())
        or i.source_id = any ((select viewer_publishes_for())::uuid[]) or viewer_judges(i.id))));
grant select, insert, delete on item_grants to polder_app;
