insert into audit_log (at, actor_id, action, subject_kind, subject_id, reason, request_id, detail)
select '2026-01-01 10:00:00.123456+00', id, 'join.approved', 'join-request', gen_random_uuid(), 'Known to us.', gen_random_uuid(),
    jsonb_build_object('member', id) from members limit 2;
insert into audit_log (at, action, subject_kind, subject_id) values
    ('2026-01-02', 'installation.cap-changed', 'installation', '00000000-0000-0000-0000-000000000000');
