//! What the room asks about one item: what it is, who can read it and why, and what was done with its label.

use super::model::{Ground, Way};
use crate::access::advice::Words;
use crate::access::{ItemKind, Label};
use crate::i18n::Locale;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// An item; of an article that readers get, the article.
pub struct Item {
    pub id: Uuid,
    pub kind: ItemKind,
    pub is_published: bool,
    pub label: Label,
    pub source_id: Uuid,
    pub source: String,
    /// Empty if it has none of its own.
    pub title: String,
    pub language: Option<Locale>,
}

/// Somebody who can read it.
pub struct Reader {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub organisations: Vec<String>,
    pub ways: Vec<Way>,
}

/// What belongs to an item: how many of a kind under one label.
pub struct Part {
    pub count: i64,
    pub kind: ItemKind,
    pub label: Label,
    pub inherits: bool,
}

/// A change of its label.
pub struct Change {
    pub at: DateTime<Utc>,
    pub from: Label,
    pub to: Label,
    pub wider: bool,
    pub reason: String,
    pub by: String,
}

/// One time that somebody opened it, where that is written down.
pub struct Opened {
    pub at: DateTime<Utc>,
    pub name: String,
    pub beyond: bool,
}

/// A broken glass.
pub struct Broken {
    pub name: String,
    pub ground: Ground,
    pub reason: String,
    pub at: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

/// An item that the viewer can read.
pub async fn item(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<Item>> {
    sqlx::query_as!(
        Item,
        r#"select i.id, i.kind as "kind: ItemKind", i.stage = 'published' as "is_published!", i.label as "label: Label",
                  i.source_id, o.name as source, coalesce(r.title, e.title, '') as "title!",
                  coalesce(r.language, e.language) as "language: Locale"
           from items i
           join organisations o on o.id = i.source_id
           left join articles a on a.id = i.id
           left join revisions r on r.id = coalesce(a.published_id, i.id)
           left join events e on e.id = i.id
           where i.id = coalesce((select p.id from articles p where p.published_id = $1), $1)"#,
        id
    )
    .fetch_optional(conn)
    .await
}

/// The address of the page that shows an item, if the viewer can read it.
pub async fn address(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<String>> {
    let row = sqlx::query_scalar!(
        r#"select coalesce('/articles/' || a.slug, '/events/' || e.slug, '/articles/work/' || r.id)
           from items i
           left join articles a on a.published_id is not null and coalesce(i.parent_id, i.id) in (a.id, a.published_id)
           left join events e on e.id = coalesce(i.parent_id, i.id)
           left join revisions r on r.id = coalesce(i.parent_id, i.id)
               or (r.article_id = coalesce(i.parent_id, i.id) and r.state <> 'superseded')
           where i.id = $1 limit 1"#,
        id
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.flatten())
}

/// Who can read it as it stands, by name, and why; nobody in particular if it is TLP:CLEAR.
pub async fn readers(conn: &mut PgConnection, item: Uuid) -> sqlx::Result<Vec<Reader>> {
    let rows = sqlx::query!(
        r#"with found as (
               select p.member_id, split_part(p.key, ':', 2) as kind, split_part(split_part(p.key, ':', 3), '@', 1) as subject
               from readers_of($1) p
               union select m.id, 'members', '' from items i, members m
                   where i.id = $1 and 'members' = any (i.keys) and m.state = 'active')
           select m.id, m.slug, m.name,
                  array(select o.name from memberships s join organisations o on o.id = s.organisation_id
                        where s.member_id = m.id and s.until is null order by o.name collate "nl-x-icu") as "organisations!",
                  f.kind as "kind!", f.subject = i.source_id::text as "is_source!",
                  coalesce(o.name, w.name, e.title) as subject
           from found f
           join items i on i.id = $1
           join members m on m.id = f.member_id
           left join organisations o on o.id::text = f.subject
           left join working_groups w on w.id::text = f.subject
           left join events e on e.id::text = f.subject
           order by m.name collate "nl-x-icu", m.id, f.kind, f.subject"#,
        item
    )
    .fetch_all(conn)
    .await?;
    let mut readers: Vec<Reader> = Vec::new();
    for row in rows {
        let way = Way::of_key(&row.kind, row.is_source, row.subject);
        match readers.last_mut().filter(|last| last.id == row.id) {
            Some(last) => last.ways.push(way),
            None => readers.push(Reader {
                id: row.id,
                slug: row.slug,
                name: row.name,
                organisations: row.organisations,
                ways: vec![way],
            }),
        }
    }
    Ok(readers)
}

/// The words of an item as its writer wrote them; a file has none.
pub async fn words(conn: &mut PgConnection, item: Uuid) -> sqlx::Result<Option<Words>> {
    sqlx::query_as!(
        Words,
        r#"select r.title as "title!", r.summary as "summary!", r.body_markdown as "body!"
           from revisions r where r.id = coalesce((select a.published_id from articles a where a.id = $1), $1)
           union all
           select e.title, e.summary, e.body_markdown from events e where e.id = $1"#,
        item
    )
    .fetch_optional(conn)
    .await
}

/// What belongs to it, as far as the viewer can read that. Each step of a text leaves a note; those that say nothing do
/// not count.
pub async fn parts(conn: &mut PgConnection, item: Uuid) -> sqlx::Result<Vec<Part>> {
    sqlx::query_as!(
        Part,
        r#"select count(*) as "count!", kind as "kind: ItemKind", label as "label: Label", inherits from items i
           where parent_id = any (same_thing($1))
             and not exists (select from revision_events v where v.id = i.id and v.note = '')
           group by kind, label, inherits order by kind, label, inherits"#,
        item
    )
    .fetch_all(conn)
    .await
}

/// How its label changed, the latest first.
pub async fn changes(conn: &mut PgConnection, item: Uuid) -> sqlx::Result<Vec<Change>> {
    sqlx::query_as!(
        Change,
        r#"select c.at, c.from_label as "from: Label", c.to_label as "to: Label", c.wider, c.reason, m.name as by
           from label_changes c join members m on m.id = c.by_id
           where c.item_id = $1 order by c.at desc, c.id desc limit 100"#,
        item
    )
    .fetch_all(conn)
    .await
}

/// When it was opened, where that is written down, the latest first.
pub async fn opened(conn: &mut PgConnection, item: Uuid) -> sqlx::Result<Vec<Opened>> {
    sqlx::query_as!(
        Opened,
        r#"select r.at, m.name, r.beyond from item_reads r join members m on m.id = r.member_id
           where r.item_id = any (same_thing($1)) order by r.at desc, r.id desc limit 100"#,
        item
    )
    .fetch_all(conn)
    .await
}

/// Every broken glass, the latest first.
pub async fn broken(conn: &mut PgConnection, item: Uuid) -> sqlx::Result<Vec<Broken>> {
    sqlx::query_as!(
        Broken,
        r#"select m.name, b.ground as "ground: Ground", b.reason, b.broken_at as at, b.until
           from glass_breaks b join members m on m.id = b.member_id
           where b.item_id = $1 order by b.broken_at desc, b.id desc limit 100"#,
        item
    )
    .fetch_all(conn)
    .await
}

/// A word for its label and audience as they are; another one after any change of them.
pub async fn version(conn: &mut PgConnection, item: Uuid) -> sqlx::Result<Option<String>> {
    let row = sqlx::query_scalar!(
        r#"select md5(i.label::text || coalesce((
               select string_agg(coalesce(g.organisation_id, g.group_id, g.member_id, g.event_id)::text, ' '
                   order by coalesce(g.organisation_id, g.group_id, g.member_id, g.event_id))
               from item_grants g where g.item_id = i.id and g.reason = 'audience'), ''))
           from items i where i.id = $1"#,
        item
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.flatten())
}

/// One change of a label.
pub async fn change(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<Change>> {
    sqlx::query_as!(
        Change,
        r#"select c.at, c.from_label as "from: Label", c.to_label as "to: Label", c.wider, c.reason, m.name as by
           from label_changes c join members m on m.id = c.by_id where c.id = $1"#,
        id
    )
    .fetch_optional(conn)
    .await
}
