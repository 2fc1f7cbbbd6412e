create type join_state as enum ('unproven', 'waiting', 'approved', 'declined', 'replaced');

create table join_requests (
    id                uuid primary key,
    state             join_state not null,
    email             text not null check (length(email) <= 254),
    name              text not null check (length(name) between 1 and 120),
    organisation_id   uuid references organisations,
    organisation_name text check (length(organisation_name) between 1 and 120),
    function          text not null check (length(function) between 1 and 120),
    sector            text not null references sectors,
    motivation        text not null check (length(motivation) between 1 and 4000),
    language          locale not null,
    rules_version     smallint not null,
    created_at        timestamptz not null,
    proven_at         timestamptz,
    decided_at        timestamptz,
    decided_by        uuid references members,
    decision_note     text not null default '',
    member_id         uuid references members,
    check (num_nonnulls(organisation_id, organisation_name) = 1),
    check ((state in ('approved', 'declined')) = (decided_at is not null and decided_by is not null)),
    check ((state = 'approved') = (member_id is not null))
);
-- One open request a person: a newer one takes the place of the older.
create unique index join_requests_one_waiting on join_requests (lower(email)) where state = 'waiting';
create index join_requests_state_idx on join_requests (state, proven_at);

-- Somebody who asks is no member: only the liaison reads requests. The two steps that the applicant takes run as
-- functions below, which know the request by the secret that was mailed.
alter table join_requests enable row level security;
create policy join_requests_read on join_requests for select to polder_app
    using ((select viewer_has_role('liaison')));
create policy join_requests_insert on join_requests for insert to polder_app
    with check (state = 'unproven' and proven_at is null and decided_at is null and member_id is null);
create policy join_requests_update on join_requests for update to polder_app
    using ((select viewer_has_role('liaison')));
grant select, insert, update on join_requests to polder_app;
