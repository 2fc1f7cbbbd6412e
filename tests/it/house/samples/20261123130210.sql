insert into organisations (id, slug, name, created_at, left_at, left_because) values
    ('00000000-0000-7000-8000-000000000003', 'gone', 'Gone', '2026-01-01', '2026-03-01', 'It closed its doors.');
insert into memberships (member_id, organisation_id, roles, since, until, ended_because, ended_by, end_reason, confirmed_at) values
    ('00000000-0000-7000-8000-000000000015', '00000000-0000-7000-8000-000000000001', '{publisher}', '2026-01-01', '2026-02-01',
     'ended', '00000000-0000-7000-8000-000000000011', 'Works elsewhere now.', '2026-01-01');
