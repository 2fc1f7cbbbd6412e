-- The mail domains of an organisation: an applicant whose address has one of them works there. Liaisons keep them.
create table organisation_domains (
    organisation_id uuid not null references organisations,
    domain          text not null primary key check (domain = lower(domain) and domain ~ '^[^[:space:]@]+\.[^[:space:]@.]+$' and length(domain) <= 253),
    added_at        timestamptz not null,
    added_by        uuid not null references members
);
create index organisation_domains_organisation_idx on organisation_domains (organisation_id, domain);
alter table organisation_domains enable row level security;
create policy organisation_domains_read on organisation_domains for select to polder_app
    using ((select viewer_has_role('liaison')));
create policy organisation_domains_insert on organisation_domains for insert to polder_app
    with check (added_by = (select viewer_id()) and (select viewer_has_role('liaison')));
create policy organisation_domains_delete on organisation_domains for delete to polder_app
    using ((select viewer_has_role('liaison')));
grant select, insert, delete on organisation_domains to polder_app;

-- How a liaison wants to be told of requests by mail.
create type notice_choice as enum ('at-once', 'daily', 'never');
alter table members add column join_notices notice_choice not null default 'at-once';

-- The daily mails that were sent, so that of several instances one sends it.
create table join_digests (
    day       date not null,
    member_id uuid not null references members,
    primary key (day, member_id)
);
grant select, insert, delete on join_digests to polder_app;
