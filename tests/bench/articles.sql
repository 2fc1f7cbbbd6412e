-- A community at work: 100,000 published articles, a quarter of them public, the others for members, clients, groups,
-- meetings and persons. The same at every run. Keys come from the schema's own functions; the triggers that would ask
-- for them row by row are off meanwhile.
set session_replication_role = replica;
select setseed(0.5);

create temp table words as
select array['remote','access','controller','pump','valve','safety','zone','conduit','backup','restore','vendor','patch',
    'inventory','logging','segment','firewall','historian','operator','engineer','station','recipe','alarm','sensor','drive',
    'password','exercise','supplier','contract','spare','firmware','asset','wireless','lock','bridge','tunnel','sluice'] as w;
create temp table bodies as
select b as nr, (select string_agg(w[1 + floor(random() * 36)::int], ' ') from words, generate_series(1, 600) where b = b) as text
from generate_series(1, 100) b;

insert into organisations (id, slug, name, kind, created_at)
select md5('organisation' || n)::uuid, 'made-' || n, 'Made organisation ' || n, 'asset-owner', '2026-01-01' from generate_series(1, 300) n;
insert into members (id, slug, email, name, function, language, roles, created_at)
select md5('member' || n)::uuid, 'made-' || n, 'made-' || n || '@made.example', 'Member ' || n, 'Engineer', 'en',
    case when n = 3000 then '{liaison}' else '{}' end::community_role[], '2026-01-01'
from generate_series(1, 3000) n;
-- Ten of each organisation; one in eight belongs to another as well.
insert into memberships (member_id, organisation_id, roles, since)
select md5('member' || n)::uuid, md5('organisation' || 1 + (n + 7 * twice) % 300)::uuid,
    case when n % 5 = 0 then '{publisher}' else '{}' end::organisation_role[], '2026-01-01'
from generate_series(1, 3000) n, generate_series(0, 1) twice where twice = 0 or n % 8 = 0;
-- Each is a client of two others; organisation 2, of member 1, is a client of a hundred.
insert into organisation_clients (organisation_id, client_id, since, listed_by)
select distinct on (o, c) md5('organisation' || o)::uuid, md5('organisation' || c)::uuid, '2026-01-01'::timestamptz, md5('member1')::uuid
from (select 1 + (n * 13 + k * 31) % 300 as o, n as c from generate_series(1, 300) n, generate_series(1, 2) k
    union select n, 2 from generate_series(101, 200) n) pairs where o <> c;
insert into sessions (token_hash, member_id, created_at, last_seen_at, expires_at, method)
select sha256(convert_to('member' || n, 'UTF8')), md5('member' || n)::uuid, '2026-11-24', '2026-11-24', '2026-12-24', 'password' from generate_series(1, 3000) n;
insert into working_groups (id, slug, name, created_at)
select md5('group' || n)::uuid, 'made-' || n, 'Made group ' || n, '2026-01-01' from generate_series(1, 40) n;
insert into working_group_members (group_id, member_id, since)
select md5('group' || n)::uuid, md5('member' || 1 + (n * 75 + k) % 3000)::uuid, '2026-01-01'
from generate_series(1, 40) n, generate_series(1, 30) k;
insert into working_group_members (group_id, member_id, since)
select md5('group' || n)::uuid, md5('member' || k)::uuid, '2026-01-01' from generate_series(1, 3) n, (values (1), (2), (3000)) v (k)
on conflict do nothing;
insert into items (id, kind, stage, label, source_id, owner_id, approved, keys)
select md5('event' || n)::uuid, 'event', 'published', 'GREEN', md5('organisation' || n)::uuid, md5('member' || n)::uuid, true, '{members}'
from generate_series(1, 60) n;
insert into events (id, slug, title, summary, kind, language, body_markdown, body_html, starts_local, ends_local, zone, starts_at,
    ends_at, place, created_at, updated_at, keys)
select md5('event' || n)::uuid, 'made-' || n, 'Made meeting ' || n, '', 'expert-session', 'en', '', '', t, t + interval '2 hours',
    'Europe/Amsterdam', t, t + interval '2 hours', 'The Hague', t, t, '{members}'
from generate_series(1, 60) n, lateral (select timestamp '2026-01-01' + n * interval '3 days' as t) day;
insert into presences (event_id, member_id, noted_at, noted_by)
select distinct on (1, 2) md5('event' || n)::uuid, md5('member' || 1 + (n * 53 + k * 7) % 3000)::uuid, timestamptz '2026-01-01', md5('member3000')::uuid
from generate_series(1, 60) n, generate_series(1, 30) k;

-- In the order of time, as they come. 25 % CLEAR, 35 % GREEN, 25 % AMBER, 10 % AMBER+STRICT, 5 % RED. A source out of ten writes half of all.
create temp table made as
select n, md5('article' || n)::uuid as article, md5('revision' || n)::uuid as revision,
    (case when dice < 0.25 then 'CLEAR' when dice < 0.6 then 'GREEN' when dice < 0.85 then 'AMBER' when dice < 0.95 then 'AMBER+STRICT'
        else 'RED' end)::label as label,
    case when n % 2 = 0 then 1 + (n * 7 % 30) * 10 else 1 + n * 11 % 300 end as source, floor(random() * 1000000)::int as seed
from (select n, random() as dice from generate_series(1, 100000) n) d;
-- Besides the source: one to three organisations, and now and then a group, a person or a meeting.
create temp table addressed as
select n, label, 'organisation' as way, 1 + (seed + k * 17) % 300 as whom from made, generate_series(1, 1 + seed % 3) k where label in ('AMBER', 'AMBER+STRICT')
union select n, label, 'group', 1 + seed % 40 from made where label in ('AMBER', 'AMBER+STRICT') and seed % 5 = 0
union select n, label, 'person', 1 + (seed * 3 + k * 29) % 3000 from made, generate_series(1, 3) k where label = 'RED' or (label >= 'AMBER' and seed % 11 = 0)
union select n, label, 'meeting', 1 + seed % 60 from made where label >= 'AMBER' and seed % 7 = 0;
create index on addressed (n);

create temp table opened as
select m.*, md5('organisation' || source)::uuid as source_id, md5('member' || (case when source = 1 then 300 else source - 1 end))::uuid as owner_id,
    keys_that_open(label, 'published', md5('organisation' || source)::uuid, md5('member' || source)::uuid,
        array(select md5('organisation' || whom)::uuid from addressed a where a.n = m.n and way = 'organisation'),
        array(select md5('group' || whom)::uuid from addressed a where a.n = m.n and way = 'group'),
        array(select md5('member' || whom)::uuid from addressed a where a.n = m.n and way = 'person'),
        array(select md5('event' || whom)::uuid from addressed a where a.n = m.n and way = 'meeting'),
        null, null, null) as keys
from made m;
insert into items (id, kind, stage, label, source_id, owner_id, approved, keys)
select article, 'article'::item_kind, 'published'::item_stage, label, source_id, owner_id, true, keys from opened
union all select revision, 'revision'::item_kind, 'published'::item_stage, label, source_id, owner_id, true, keys from opened;
insert into item_grants (id, item_id, reason, organisation_id, group_id, member_id, event_id)
select gen_random_uuid(), item, 'audience'::grant_reason, case way when 'organisation' then md5(way || whom)::uuid end, case way when 'group' then md5(way || whom)::uuid end,
    case way when 'person' then md5('member' || whom)::uuid end, case way when 'meeting' then md5('event' || whom)::uuid end
from addressed join made using (n), unnest(array[article, revision]) item;
insert into articles (id, slug, published_id, created_at, keys)
select article, 'made-' || n, revision, timestamptz '2016-01-01' + n * interval '50 minutes', keys from opened order by n;
insert into revisions (id, article_id, number, state, title, summary, kind, language, sectors, body_markdown, body_html, headings, words,
    renderer_version, created_at, updated_at, published_at, keys, source_id)
select revision, article, 1, 'published',
    initcap(w[1 + seed % 36]) || ' ' || w[1 + seed / 7 % 36] || ' for ' || w[1 + seed / 13 % 36] || ' and ' || w[1 + seed / 31 % 36] || ' ' || n,
    'How a ' || w[1 + seed / 3 % 36] || ' at our ' || w[1 + seed / 5 % 36] || ' keeps its ' || w[1 + seed / 11 % 36] || ' when the '
        || w[1 + seed / 17 % 36] || ' fails, what it took and what we would do otherwise.',
    (array['practice','checklist','tool','research','case','news'])[1 + seed % 6]::article_kind,
    (case when seed % 4 = 0 then 'nl' else 'en' end)::locale, (array['drinking-water', (array['waste-water','chemicals','transport-rail','prisons','food'])[1 + seed % 5]])
        [1 + seed % 2 : 2],
    b.text, '<p>' || b.text || '</p>', '[]', 600, 1, t, t, t, keys, source_id
from opened cross join words join bodies b on b.nr = 1 + seed % 100, lateral (select timestamptz '2016-01-01' + n * interval '50 minutes' as t) at order by n;

-- A fifth has a file, as its page; one in fifty also one for persons only.
insert into items (id, kind, stage, label, source_id, owner_id, parent_id, inherits, keys)
select md5('file' || n)::uuid, 'file'::item_kind, 'published'::item_stage, label, source_id, owner_id, revision, true, keys from opened where n % 5 = 0
union all select md5('red' || n)::uuid, 'file'::item_kind, 'published'::item_stage, 'RED'::label, source_id, owner_id, revision, false,
    array['red:person:' || md5('member' || 1 + seed % 3000)::uuid] from opened where n % 50 = 0;
insert into item_grants (id, item_id, reason, member_id)
select gen_random_uuid(), md5('red' || n)::uuid, 'audience', md5('member' || 1 + seed % 3000)::uuid from opened where n % 50 = 0;
insert into files (id, name, media_type, bytes, sha256, created_at)
select id, 'Drawing.pdf', 'application/pdf', 1000, decode(repeat('00', 32), 'hex'), '2026-01-01' from items where kind = 'file' and source_id in
    (select id from organisations where slug like 'made-%');
-- One in thirty changed its label once.
insert into label_changes (id, item_id, from_label, to_label, wider, reason, by_id, at)
select gen_random_uuid(), article, 'RED'::label, label, true, 'It was discussed in public since.', owner_id, timestamptz '2026-11-01' from opened where n % 30 = 0;

set session_replication_role = origin;
