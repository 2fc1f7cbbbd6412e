insert into organisation_domains (organisation_id, domain, added_at, added_by)
values ('00000000-0000-7000-8000-000000000001', 'sample.example', '2026-01-01', '00000000-0000-7000-8000-000000000011');
insert into join_digests (day, member_id) values ('2026-01-01', '00000000-0000-7000-8000-000000000011');
