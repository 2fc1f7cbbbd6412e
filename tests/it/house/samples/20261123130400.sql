insert into passkeys (id, member_id, credential_id, credential, name, backed_up, created_at, last_used_at) values
    ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-000000000011', sha256('credential one'), '{}', 'Firefox on Linux', false,
        '2026-01-01', null),
    ('00000000-0000-7000-8000-0000000000c2', '00000000-0000-7000-8000-000000000011', sha256('credential two'), '{}', 'iPhone', true,
        '2026-01-01', '2026-01-02');
