insert into known_devices (token_hash, member_id, created_at) values
    (sha256('device'), '00000000-0000-7000-8000-000000000011', '2026-01-01');
