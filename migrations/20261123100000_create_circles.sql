-- Circles that a source can address besides organisations and persons: working groups, the clients that an
-- organisation lists, and those who were at a meeting.

create table working_groups (
    id         uuid primary key,
    slug       text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name       text not null check (length(name) between 1 and 120),
    about      text not null default '' check (length(about) <= 400),
    created_at timestamptz not null,
    closed_at  timestamptz -- from then on it opens nothing
);
create unique index working_groups_name_key on working_groups (lower(name));

create table working_group_members (
    group_id  uuid not null references working_groups,
    member_id uuid not null references members,
    since     timestamptz not null,
    until     timestamptz,
    primary key (group_id, member_id)
);
create index working_group_members_idx on working_group_members (member_id) where until is null;

-- Whose clients may read what is TLP:AMBER for this organisation.
create table organisation_clients (
    organisation_id uuid not null references organisations,
    client_id       uuid not null references organisations,
    since           timestamptz not null,
    listed_by       uuid not null references members,
    primary key (organisation_id, client_id),
    check (organisation_id <> client_id)
);
create index organisation_clients_client_idx on organisation_clients (client_id);

-- The attendance list: who was there, as noted by those who ran the meeting. Not `attendances`, which is what people
-- said before: nobody may read the minutes by pressing "I come".
create table presences (
    event_id  uuid not null references events,
    member_id uuid not null references members,
    noted_at  timestamptz not null,
    noted_by  uuid not null references members,
    primary key (event_id, member_id)
);
create index presences_member_idx on presences (member_id);

create function viewer_coordinates() returns uuid[]
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(array_agg(organisation_id), '{}') from memberships
    where member_id = viewer_id() and until is null and 'coordinator' = any (roles)
$$;

-- These tables decide who reads, so who may write them is decided here too.
alter table working_groups enable row level security;
create policy working_groups_read on working_groups for select to polder_app using ((select viewer_id()) is not null);
create policy working_groups_insert on working_groups for insert to polder_app
    with check ((select viewer_has_role('liaison')));
create policy working_groups_update on working_groups for update to polder_app
    using ((select viewer_has_role('liaison')));
grant select, insert, update on working_groups to polder_app;

alter table working_group_members enable row level security;
create policy working_group_members_read on working_group_members for select to polder_app
    using ((select viewer_id()) is not null);
-- Not oneself: who is in a group reads what is addressed to it, and no role reads more by itself.
create policy working_group_members_insert on working_group_members for insert to polder_app
    with check ((select viewer_has_role('liaison')) and member_id <> (select viewer_id()));
create policy working_group_members_update on working_group_members for update to polder_app
    using ((select viewer_has_role('liaison')))
    with check (member_id <> (select viewer_id()) or until is not null);
grant select, insert, update on working_group_members to polder_app;

-- Who is whose client is between the two of them, and the liaison who answers for the community.
alter table organisation_clients enable row level security;
create policy organisation_clients_read on organisation_clients for select to polder_app using (
    organisation_id = any ((select viewer_organisations())::uuid[])
    or client_id = any ((select viewer_organisations())::uuid[])
    or (select viewer_has_role('liaison'))
);
create policy organisation_clients_insert on organisation_clients for insert to polder_app
    with check (listed_by = (select viewer_id()) and organisation_id = any ((select viewer_coordinates())::uuid[]));
create policy organisation_clients_delete on organisation_clients for delete to polder_app
    using (organisation_id = any ((select viewer_coordinates())::uuid[]));
grant select, insert, delete on organisation_clients to polder_app;

alter table presences enable row level security;
create policy presences_read on presences for select to polder_app
    using (member_id = (select viewer_id()) or (select viewer_has_role('liaison')));
create policy presences_insert on presences for insert to polder_app
    with check (noted_by = (select viewer_id()) and (select viewer_has_role('liaison'))
        -- Another liaison was there as well, for the same reason.
        and member_id <> (select viewer_id())
        and exists (select from events e where e.id = event_id));
create policy presences_delete on presences for delete to polder_app using ((select viewer_has_role('liaison')));
grant select, insert, delete on presences to polder_app;

-- The kinds and reasons that the next file needs: PostgreSQL lets a new word of a type be used from the next change on.
alter type item_kind add value 'file';
alter type item_kind add value 'note';
alter type item_kind add value 'comment';
alter type item_kind add value 'material';
alter type item_kind add value 'minutes';
alter type item_kind add value 'collection';

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
