insert into provider_identities (issuer, subject, member_id, linked_at, last_used_at) values
    ('https://id.example', 'somebody', '00000000-0000-7000-8000-000000000011', '2026-01-01', '2026-01-02');
