insert into provider_attempts (state_hash, browser_hash, purpose, session_id, back, carried, resend, asked_at, expires_at) values
    (sha256('state one'), sha256('browser'), 'sign-in', null, '/articles', 'title=Words', true, '2026-01-01', '2026-01-02'),
    (sha256('state two'), sha256('browser'), 'link', '00000000-0000-7000-8000-000000000099', '', '', false, '2026-01-01', '2026-01-02');
insert into provider_proposals (id, issuer, subject, member_id, created_at) values
    ('00000000-0000-7000-8000-000000000098', 'https://id.example', 'another', '00000000-0000-7000-8000-000000000011', '2026-01-01');
