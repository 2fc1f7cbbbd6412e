insert into jobs (id, kind, payload, state, run_at, created_at, ended_at)
select gen_random_uuid(), 'password-link', '{"job": "password-link", "member": "00000000-0000-7000-8000-000000000011"}',
    state, '2026-01-01', '2026-01-01', case when state <> 'waiting' then '2026-01-01'::timestamptz end
from unnest(enum_range(null::job_state)) as state;
insert into audit_log (at, actor_id, action, subject_kind, subject_id) values
    ('2026-01-01', null, 'installation.demo-loaded', 'installation', '00000000-0000-0000-0000-000000000000');
