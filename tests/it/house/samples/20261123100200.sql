insert into glass_breaks (id, item_id, member_id, ground, reason, broken_at, until)
select gen_random_uuid(), '00000000-0000-7000-8000-000000000023', '00000000-0000-7000-8000-000000000011', ground,
    'Somebody reported it as abuse.', '2026-03-01T10:00Z', '2026-03-01T11:00Z' from unnest(enum_range(null::glass_ground)) as ground;
insert into item_grants (id, item_id, reason, group_id, event_id) values
    (gen_random_uuid(), '00000000-0000-7000-8000-000000000023', 'audience', '00000000-0000-7000-8000-000000000061', null),
    (gen_random_uuid(), '00000000-0000-7000-8000-000000000023', 'audience', null, '00000000-0000-7000-8000-000000000031');
insert into items (id, kind, stage, label, source_id, owner_id, parent_id, inherits) values
    ('00000000-0000-7000-8000-000000000071', 'file', 'published', 'CLEAR', '00000000-0000-7000-8000-000000000001',
     '00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000022', true);
