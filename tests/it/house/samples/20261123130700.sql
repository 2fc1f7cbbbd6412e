insert into address_changes (id, member_id, old_email, new_email, asked_at) values
    ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-000000000011', 'a@example.org', 'b@example.org', '2026-01-01');
insert into factor_recoveries (id, member_id, started_by, reason, started_at, due_at) values
    ('00000000-0000-7000-8000-0000000000c2', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000011',
     'Called back on a known number.', '2026-01-01', '2026-01-04');
