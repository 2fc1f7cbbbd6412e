insert into sessions (token_hash, member_id, created_at, last_seen_at, expires_at, method, device, proven_at) values
    (sha256('another session'), '00000000-0000-7000-8000-000000000011', '2026-01-01', '2026-01-01', '2026-12-31',
     'password', 'Firefox, Windows', '2026-01-01');
