create type article_kind as enum ('practice', 'checklist', 'tool', 'research', 'case', 'news');

-- The lasting thing with an address. What a reader gets is one of its revisions.
create table articles (
    id           uuid primary key references items,
    slug         text unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'), -- given at first publication
    published_id uuid,                                                 -- the revision that readers get
    created_at   timestamptz not null
);

create type revision_state as enum ('draft', 'submitted', 'changes-asked', 'approved', 'published', 'superseded');

create table revisions (
    id               uuid primary key references items,
    article_id       uuid not null references articles,
    number           integer not null check (number > 0),
    state            revision_state not null,
    version          integer not null default 1, -- counts saves: the second of two writers is told
    title            text not null check (length(title) between 1 and 160),
    summary          text not null check (length(summary) <= 400),
    kind             article_kind not null,
    language         locale not null,
    sectors          text[] not null default '{}',
    body_markdown    text not null,
    -- Rendered when saved, never when read; the version says which renderer made it.
    body_html        text not null,
    headings         jsonb not null,
    words            integer not null,
    renderer_version smallint not null,
    reviewer_id      uuid references members,
    reviewed_for     text not null default '', -- the reviewer's organisations when the review was given
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    published_at     timestamptz,
    check ((state in ('published', 'superseded')) = (published_at is not null)),
    unique (article_id, number)
);
create unique index revisions_one_published on revisions (article_id) where state = 'published';
create unique index revisions_one_in_work on revisions (article_id)
    where state in ('draft', 'submitted', 'changes-asked', 'approved');
create index revisions_in_work_idx on revisions (updated_at desc, id)
    where state in ('draft', 'submitted', 'changes-asked', 'approved');
create index revisions_newest_idx on revisions (published_at desc, id desc) where state = 'published';
alter table articles add foreign key (published_id) references revisions;

-- What happened to a revision, for everybody who works on it: who, when, and with which words.
create type revision_action as enum ('created', 'submitted', 'assigned', 'approved', 'changes-asked', 'published');
create table revision_events (
    id          uuid primary key,
    revision_id uuid not null references revisions,
    at          timestamptz not null,
    actor_id    uuid not null references members,
    action      revision_action not null,
    note        text not null default ''
);
create index revision_events_idx on revision_events (revision_id, at);

alter table articles enable row level security;
create policy articles_read on articles for select to polder_app
    using (exists (select from items i where i.id = articles.id));
create policy articles_insert on articles for insert to polder_app with check ((select viewer_id()) is not null);
-- No update: an article changes by publishing, below.
grant select, insert on articles to polder_app;

alter table revisions enable row level security;
create policy revisions_read on revisions for select to polder_app
    using (exists (select from items i where i.id = revisions.id));
create policy revisions_insert on revisions for insert to polder_app with check ((select viewer_id()) is not null);
create policy revisions_update on revisions for update to polder_app using (exists (
    select from items i where i.id = revisions.id and i.stage = 'work'
      and (i.source_id = any ((select viewer_publishes_for())::uuid[]) or viewer_judges(i.id))
));
grant select, insert, update on revisions to polder_app;

-- The words of a review belong to those who work on the text, not to its readers.
alter table revision_events enable row level security;
create policy revision_events_read on revision_events for select to polder_app using (exists (
    select from items i where i.id = revision_id
      and (i.owner_id = (select viewer_id())
        or i.source_id = any ((select viewer_publishes_for())::uuid[])
        or viewer_judges(i.id))
));
create policy revision_events_insert on revision_events for insert to polder_app
    with check (actor_id = (select viewer_id()) and exists (select from items i where i.id = revision_id));
grant select, insert on revision_events to polder_app;

-- Numbers count all revisions of an article, also those that the writer may not read.
create function next_revision_number(article uuid) returns integer
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(max(number), 0) + 1 from revisions where article_id = article
$$;

-- Publishing touches the revision of before and the article itself, which the liaison may not be allowed to read; so it
-- is one step here, for a liaison to whom the text was handed. It ends what the review lent: from now on label and
-- audience decide. Returns the article's address, or null if the revision does not wait to be published.
create function publish_revision(revision uuid, present timestamptz, slug_wanted text, slug_else text) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    article uuid;
    address text;
begin
    if not viewer_has_role('liaison') or not exists (
        select from item_grants g where g.item_id = revision and g.reason = 'review' and g.circle = 'liaison') then
        return null;
    end if;
    select article_id into article from revisions where id = revision and state = 'approved' for update;
    if not found then
        return null;
    end if;
    -- What it said before is no longer for readers: the new label may be stricter.
    update items set stage = 'work'
        where id in (select r.id from revisions r where r.article_id = article and r.state = 'published');
    update revisions set state = 'superseded', updated_at = present where article_id = article and state = 'published';
    update revisions set state = 'published', published_at = present, updated_at = present where id = revision;
    delete from item_grants where item_id = revision and reason = 'review';
    update items set stage = 'published' where id = revision;
    -- The article is what its published revision is.
    update items a set stage = 'published', label = i.label, source_id = i.source_id
        from items i where a.id = article and i.id = revision;
    delete from item_grants where item_id = article;
    insert into item_grants (id, item_id, reason, organisation_id, member_id)
        select gen_random_uuid(), article, reason, organisation_id, member_id from item_grants
        where item_id = revision and reason = 'audience';
    -- Addresses are given out one after another.
    perform pg_advisory_xact_lock(hashtextextended('article addresses', 0));
    if exists (select from articles where slug = slug_wanted and id <> article) then
        slug_wanted := slug_else;
    end if;
    update articles set published_id = revision, slug = coalesce(slug, slug_wanted) where id = article
        returning slug into address;
    return address;
end
$$;
