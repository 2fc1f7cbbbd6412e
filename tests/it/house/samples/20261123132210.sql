insert into members (id, slug, email, name, function, language, state, created_at) values
    ('00000000-0000-7000-8000-0000000000d1', 'former-1', '1@deleted.invalid', 'Former member', '', 'en', 'deleted', '2026-01-01');
insert into join_requests (id, state, email, name, organisation_name, function, sector, motivation, language, rules_version,
                           created_at, proven_at, since, emptied_at) values
    ('00000000-0000-7000-8000-0000000000d2', 'withdrawn', '', '-', 'Gone', '-', 'sample', '-', 'en', 1, '2026-01-01',
     '2026-01-01', '2026-01-02', '2026-07-02');
