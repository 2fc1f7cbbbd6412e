insert into events (id, slug, title, summary, kind, language, body_markdown, body_html, starts_local, ends_local, zone,
    starts_at, ends_at, place, capacity, cancelled_at, created_at, updated_at) values
    ('00000000-0000-7000-8000-000000000031', 'sample', 'Sample', '', 'webinar', 'nl', 'Text.', '<p>Text.</p>',
     '2026-10-25T02:30', '2026-10-25T04:00', 'Europe/Amsterdam', '2026-10-25T00:30Z', '2026-10-25T03:00Z', 'Here', 1, null,
     '2026-01-01', '2026-01-01');
insert into attendances (event_id, member_id, answer, at) values
    ('00000000-0000-7000-8000-000000000031', '00000000-0000-7000-8000-000000000011', 'maybe', '2026-01-01');
