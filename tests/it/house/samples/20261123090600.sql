insert into sessions (token_hash, member_id, created_at, last_seen_at, expires_at) values
    (sha256('session'), '00000000-0000-7000-8000-000000000011', '2026-01-01', '2026-01-01', '2026-01-31');
insert into mail_links (token_hash, purpose, subject_id, created_at, expires_at, used_at)
select sha256(purpose::text::bytea), purpose, '00000000-0000-7000-8000-000000000011', '2026-01-01', '2026-01-03', null
from unnest(enum_range(null::mail_link_purpose)) as purpose;
