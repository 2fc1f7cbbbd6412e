insert into passkey_ceremonies (challenge_hash, browser_hash, member_id, purpose, state, expires_at) values
    (sha256('challenge one'), sha256('session'), '00000000-0000-7000-8000-000000000011', 'add', '{}', '2026-01-01'),
    (sha256('challenge two'), sha256('browser'), null, 'sign-in', '{}', '2026-01-01');
