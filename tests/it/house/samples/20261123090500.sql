-- A request in each state.
insert into join_requests (id, state, email, name, organisation_id, organisation_name, function, sector, motivation,
    language, rules_version, created_at, proven_at, decided_at, decided_by, member_id)
select gen_random_uuid(), state, state || '@sample.example', 'Sample',
    case when state = 'waiting' then '00000000-0000-7000-8000-000000000001'::uuid end,
    case when state <> 'waiting' then 'New organisation' end, 'Engineer', 'sample', 'Because.', 'nl', 1, '2026-01-01',
    case when state <> 'unproven' then '2026-01-02'::timestamptz end,
    case when state in ('approved', 'declined') then '2026-01-03'::timestamptz end,
    case when state in ('approved', 'declined') then '00000000-0000-7000-8000-000000000011'::uuid end,
    case when state = 'approved' then '00000000-0000-7000-8000-000000000012'::uuid end
from unnest(enum_range(null::join_state)) as state;
