create type event_kind as enum ('expert-session', 'working-group', 'site-visit', 'webinar', 'conference', 'exercise');

create table events (
    id            uuid primary key references items,
    slug          text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    version       integer not null default 1,
    title         text not null check (length(title) between 1 and 160),
    summary       text not null check (length(summary) <= 400),
    kind          event_kind not null,
    language      locale not null,
    body_markdown text not null,
    body_html     text not null,
    -- What the invitation says (local time and zone) and the instant that it means.
    starts_local  timestamp not null,
    ends_local    timestamp not null,
    zone          text not null,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    place         text not null check (length(place) between 1 and 200),
    online        boolean not null default false,
    capacity      integer check (capacity > 0),
    sequence      integer not null default 0, -- RFC 5545 3.8.7.4: rises when the meeting changes
    cancelled_at  timestamptz,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    check (ends_at > starts_at)
);
-- The same meeting planned twice is a button pressed twice.
create unique index events_once on events (lower(title), starts_at) where cancelled_at is null;
create index events_start_idx on events (starts_at, id);

create type attendance_answer as enum ('yes', 'maybe', 'no');
create table attendances (
    event_id  uuid not null references events,
    member_id uuid not null references members,
    answer    attendance_answer not null,
    at        timestamptz not null,
    primary key (event_id, member_id)
);

alter table events enable row level security;
create policy events_read on events for select to polder_app
    using (exists (select from items i where i.id = events.id));
create policy events_insert on events for insert to polder_app with check ((select viewer_id()) is not null);
create policy events_update on events for update to polder_app using ((select viewer_has_role('liaison')));
grant select, insert, update on events to polder_app;

-- Who comes is for members, also where the event itself is public; each answers for themselves alone.
alter table attendances enable row level security;
create policy attendances_read on attendances for select to polder_app
    using ((select viewer_id()) is not null and exists (select from events e where e.id = event_id));
create policy attendances_insert on attendances for insert to polder_app
    with check (member_id = (select viewer_id()) and exists (select from events e where e.id = event_id));
create policy attendances_update on attendances for update to polder_app
    using (member_id = (select viewer_id()));
grant select, insert, update on attendances to polder_app;
