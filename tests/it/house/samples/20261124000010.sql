update memberships set wake_asked_at = '2026-02-02' where member_id = '00000000-0000-7000-8000-000000000015';
insert into mail_links (token_hash, purpose, subject_id, created_at, expires_at) values
    (decode(repeat('9a', 32), 'hex'), 'wake-ask', '00000000-0000-7000-8000-000000000015', '2026-02-02', '2026-02-03');
