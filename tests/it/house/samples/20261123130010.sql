-- A request that was asked for more, with a message of each kind and a note.
insert into join_requests (id, state, email, name, organisation_name, function, sector, motivation, language, rules_version,
    created_at, proven_at, since)
values ('00000000-0000-7000-8000-000000000130', 'asked', 'asked@sample.example', 'Sample', 'New organisation', 'Engineer',
    'sample', 'Because.', 'nl', 1, '2026-01-01', '2026-01-02', '2026-01-03');
insert into join_messages (id, request_id, at, kind, by_id, body)
select gen_random_uuid(), '00000000-0000-7000-8000-000000000130', '2026-01-03', kind,
    case when kind = 'question' then '00000000-0000-7000-8000-000000000011'::uuid end, 'Words.'
from unnest(enum_range(null::join_message_kind)) as kind;
insert into join_notes (id, request_id, at, by_id, body)
values (gen_random_uuid(), '00000000-0000-7000-8000-000000000130', '2026-01-03', '00000000-0000-7000-8000-000000000011', 'A note.');
insert into mail_links (token_hash, purpose, subject_id, created_at, expires_at)
values (decode(repeat('5c', 32), 'hex'), 'join-status', '00000000-0000-7000-8000-000000000130', '2026-01-03', '2036-01-01');
