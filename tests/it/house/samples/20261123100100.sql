update sessions set second_factor_at = '2026-01-02' where token_hash = sha256('session');
insert into authenticators (member_id, secret, created_at, confirmed_at, last_step, failed, failed_at) values
    ('00000000-0000-7000-8000-000000000011', 'a secret of 20 bytes', '2026-01-01', '2026-01-01', 1, 0, null),
    ('00000000-0000-7000-8000-000000000012', 'a secret of 20 bytes', '2026-01-01', null, 0, 1, '2026-01-01');
insert into recovery_codes (member_id, code_hash, used_at) values
    ('00000000-0000-7000-8000-000000000011', sha256('one'), '2026-01-02'),
    ('00000000-0000-7000-8000-000000000011', sha256('two'), null);
