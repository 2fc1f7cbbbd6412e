insert into organisations (id, slug, name, created_at) values
    ('00000000-0000-7000-8000-000000000240', 'named-later', 'Named Later', '2026-01-01');
insert into join_requests (id, state, email, name, organisation_name, function, sector, motivation, language, rules_version,
    created_at, since)
values ('00000000-0000-7000-8000-000000000241', 'unproven', 'named@sample.example', 'Sample', ' named later ', 'Engineer',
    'sample', 'Because.', 'nl', 1, '2026-01-01', '2026-01-01');
