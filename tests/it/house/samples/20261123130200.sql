insert into members (id, slug, email, name, function, language, roles, state, created_at) values
    ('00000000-0000-7000-8000-000000000015', 'eve', 'eve@sample.example', 'Eve', 'Engineer', 'en', '{}', 'asleep', '2026-01-01');
