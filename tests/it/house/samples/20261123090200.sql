-- An article with a published and a superseded revision, one in work, and an event.
insert into items (id, kind, stage, label, source_id, owner_id)
select ('00000000-0000-7000-8000-0000000000' || tail)::uuid, kind::item_kind, stage::item_stage, label::label,
    '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000011'
from (values ('21', 'article', 'published', 'CLEAR'), ('22', 'revision', 'published', 'CLEAR'),
             ('23', 'revision', 'published', 'AMBER+STRICT'), ('24', 'revision', 'work', 'RED'),
             ('31', 'event', 'published', 'CLEAR')) as sample (tail, kind, stage, label);
insert into item_grants (id, item_id, reason, organisation_id, member_id, circle) values
    ('00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-000000000023', 'audience', '00000000-0000-7000-8000-000000000002', null, null),
    ('00000000-0000-7000-8000-000000000042', '00000000-0000-7000-8000-000000000024', 'audience', null, '00000000-0000-7000-8000-000000000011', null),
    ('00000000-0000-7000-8000-000000000043', '00000000-0000-7000-8000-000000000024', 'review', null, null, 'liaison');
