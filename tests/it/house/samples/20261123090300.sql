insert into articles (id, slug, created_at) values ('00000000-0000-7000-8000-000000000021', 'sample', '2026-01-01');
insert into revisions (id, article_id, number, state, title, summary, kind, language, sectors, body_markdown, body_html,
    headings, words, renderer_version, created_at, updated_at, published_at)
select ('00000000-0000-7000-8000-0000000000' || tail)::uuid, '00000000-0000-7000-8000-000000000021', number,
    state::revision_state, 'Sample', '', 'practice', 'en', '{sample}', 'Text.', '<p>Text.</p>', '[]', 1, 1, '2026-01-01',
    '2026-01-01', published::timestamptz
from (values ('22', 2, 'published', '2026-02-01'), ('23', 1, 'superseded', '2026-01-02'), ('24', 3, 'submitted', null))
    as sample (tail, number, state, published);
update articles set published_id = '00000000-0000-7000-8000-000000000022';
insert into revision_events (id, revision_id, at, actor_id, action) values
    ('00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-000000000024', '2026-01-01', '00000000-0000-7000-8000-000000000011', 'created');
