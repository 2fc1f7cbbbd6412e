insert into organisations (id, slug, name, kind, sectors, created_at) values
    ('00000000-0000-7000-8000-000000000001', 'source', 'Source', 'asset-owner', '{sample}', '2026-01-01'),
    ('00000000-0000-7000-8000-000000000002', 'unsettled', 'Unsettled', null, '{}', '2026-01-01');
insert into members (id, slug, email, name, function, language, roles, state, created_at) values
    ('00000000-0000-7000-8000-000000000011', 'ann', 'ann@sample.example', 'Ann', 'Engineer', 'en', '{liaison,reviewer}', 'active', '2026-01-01'),
    ('00000000-0000-7000-8000-000000000012', 'ben', 'Ben@sample.example', 'Ben', '', 'nl', '{}', 'suspended', '2026-01-01');
insert into memberships (member_id, organisation_id, roles, since, until) values
    ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000001', '{publisher,coordinator}', '2026-01-01', null),
    ('00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000002', '{}', '2026-01-01', '2026-02-01');
