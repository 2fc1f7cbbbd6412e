insert into vouch_asks (request_id, email, at)
values ('00000000-0000-7000-8000-000000000130', 'someone@sample.example', '2026-01-03');
insert into vouches (request_id, member_id, knows, words, at)
values ('00000000-0000-7000-8000-000000000130', '00000000-0000-7000-8000-000000000011', true, 'A colleague.', '2026-01-03');
