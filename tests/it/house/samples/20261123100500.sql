insert into item_reads (item_id, member_id, at, beyond) values
    ('00000000-0000-7000-8000-000000000024', '00000000-0000-7000-8000-000000000011', '2026-03-01', false);
insert into label_changes (id, item_id, from_label, to_label, wider, reason, by_id, at) values
    (gen_random_uuid(), '00000000-0000-7000-8000-000000000021', 'GREEN', 'CLEAR', true, 'Nothing in it needs care.', '00000000-0000-7000-8000-000000000011', '2026-03-01');
insert into wider_requests (id, item_id, asked_by, asked_at, wanted, purpose, state, answered_by, answered_at)
select gen_random_uuid(), '00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-000000000011', '2026-03-01', 'CLEAR',
    'For our supplier.', state, case when state in ('granted', 'declined') then '00000000-0000-7000-8000-000000000011'::uuid end,
    case when state in ('granted', 'declined') then '2026-03-02'::timestamptz end
from unnest(enum_range(null::wider_state)) as state;
