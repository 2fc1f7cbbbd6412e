-- An invitation in each state.
insert into invitations (id, state, since, email, organisation_id, invited_by, roles, language, note, created_at, expires_at,
    accepted_at, request_id, revoked_at, revoked_by)
select gen_random_uuid(), state, '2026-01-02', state || '@sample.example', '00000000-0000-7000-8000-000000000001',
    '00000000-0000-7000-8000-000000000011', '{publisher}', 'nl', 'Come.', '2026-01-01', '2026-01-22',
    case when state = 'accepted' then '2026-01-02'::timestamptz end,
    case when state = 'accepted' then '00000000-0000-7000-8000-000000000130'::uuid end,
    case when state = 'revoked' then '2026-01-02'::timestamptz end,
    case when state = 'revoked' then '00000000-0000-7000-8000-000000000011'::uuid end
from unnest(enum_range(null::invitation_state)) as state;
insert into mail_links (token_hash, purpose, subject_id, created_at, expires_at)
values (decode(repeat('6c', 32), 'hex'), 'join-invitation', '00000000-0000-7000-8000-000000000130', '2026-01-03', '2026-02-01');
