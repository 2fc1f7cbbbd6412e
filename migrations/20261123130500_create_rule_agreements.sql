-- Which version of the house rules a member agreed to, and when. One in force that is newer than the newest of these is
-- asked for, and until then the member reads what everybody reads.
create table rule_agreements (
    member_id uuid not null references members,
    version   integer not null check (version > 0),
    agreed_at timestamptz not null,
    primary key (member_id, version)
);
alter table rule_agreements enable row level security;
-- One's own; a liaison counts them.
create policy rule_agreements_read on rule_agreements for select to polder_app
    using (member_id = (select viewer_id()) or (select viewer_has_role('liaison')));
-- For oneself; and what an applicant agreed to goes along to the member. Only a liaison sees requests.
create policy rule_agreements_insert on rule_agreements for insert to polder_app
    with check (member_id = (select viewer_id()) or exists (
        select from join_requests r where r.member_id = rule_agreements.member_id
            and r.rules_version = rule_agreements.version and r.created_at = rule_agreements.agreed_at));
grant select, insert on rule_agreements to polder_app;

-- Who was here before agreed to the first version when they came.
insert into rule_agreements (member_id, version, agreed_at)
    select id, 1, created_at from members;
