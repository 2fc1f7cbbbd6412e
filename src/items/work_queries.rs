//! What waits: items behind a label that no list shows, requests for wider sharing, glasses that are open; and how
//! somebody else sees an item.

use super::model::{Way, WiderState};
use crate::access::{ItemKind, Label};
use crate::i18n::Locale;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// An item that waits under TLP:RED. Its title is not here: nothing says it before it is opened.
pub struct Sealed {
    pub id: Uuid,
    /// The article of a published text, as requests name it.
    pub page: Uuid,
    pub kind: ItemKind,
    pub is_published: bool,
    pub source: String,
    /// When it was published, or last changed while in work. Only for whoever could open it now: a session without a
    /// second factor is told of no more than that it waits.
    pub since: Option<DateTime<Utc>>,
    /// When the viewer opened it last.
    pub opened_at: Option<DateTime<Utc>>,
}

impl Sealed {
    /// What tells two of the same kind and source apart, as their titles may not.
    pub fn reference(&self) -> String {
        reference(self.page)
    }
}

/// A request for wider sharing. What it is about stays unsaid here too.
pub struct Request {
    pub id: Uuid,
    pub item: Uuid,
    pub asked_by: Uuid,
    pub asker: String,
    pub asked_at: DateTime<Utc>,
    pub wanted: Label,
    pub purpose: String,
    pub state: WiderState,
    pub answered_by: Option<String>,
    pub answered_at: Option<DateTime<Utc>>,
    pub answer: String,
    /// Kind, label and source, as long as the viewer can read the item.
    pub kind: Option<ItemKind>,
    pub label: Option<Label>,
    pub source: Option<String>,
    /// Whether the viewer could read the item with a second factor.
    pub opens: bool,
    /// Whether the viewer speaks for the item.
    pub speaks: bool,
}

impl Request {
    /// What tells two about the same kind and source apart.
    pub fn reference(&self) -> String {
        reference(self.item)
    }
}

/// The end of an item's number, which its address shows anyway.
fn reference(item: Uuid) -> String {
    item.simple().to_string().split_off(26)
}

/// A glass that the viewer has open.
pub struct OpenGlass {
    pub item: Uuid,
    pub until: DateTime<Utc>,
}

impl OpenGlass {
    /// What tells two apart.
    pub fn reference(&self) -> String {
        reference(self.item)
    }
}

/// Somebody in whose place an item can be looked at.
pub struct Other {
    pub id: Uuid,
    pub name: String,
    pub is_active: bool,
}

/// What an item, or parts of it of one kind under one label, are to somebody else.
pub struct Seen {
    pub is_whole: bool,
    pub count: i64,
    pub kind: ItemKind,
    pub label: Label,
    pub opens: bool,
}

/// The text of an item.
pub struct Text {
    pub title: String,
    pub summary: String,
    pub body_html: String,
    pub language: Locale,
}

/// What waits for the viewer under TLP:RED.
pub async fn sealed(conn: &mut PgConnection) -> sqlx::Result<Vec<Sealed>> {
    sqlx::query_as!(
        Sealed,
        r#"select s.item_id as "id!", coalesce(a.id, s.item_id) as "page!", s.kind as "kind!: ItemKind", s.stage = 'published' as "is_published!", o.name as source,
                  coalesce(r.published_at, r.updated_at, e.created_at) as since,
                  (select max(b.at) from item_reads b where b.item_id = any (same_thing(s.item_id)) and b.member_id = viewer_id())
                      as opened_at
           from sealed_items() s
           join organisations o on o.id = s.source_id
           left join revisions r on r.id = s.item_id
           left join articles a on a.published_id = s.item_id
           left join events e on e.id = s.item_id
           order by s.item_id desc limit 200"#
    )
    .fetch_all(conn)
    .await
}

/// Requests: those that wait for the viewer's answer, and the viewer's own.
pub async fn requests(conn: &mut PgConnection) -> sqlx::Result<Vec<Request>> {
    sqlx::query_as!(
        Request,
        r#"select w.id, w.item_id as item, w.asked_by, a.name as asker, w.asked_at, w.wanted as "wanted: Label", w.purpose,
                  w.state as "state: WiderState", b.name as "answered_by?", w.answered_at, w.answer,
                  i.kind as "kind?: ItemKind", i.label as "label?: Label", o.name as "source?", speaks_for(w.item_id) as "speaks!",
                  opens_all(keys_of_person(viewer_id(), '{open,amber,red}', false, '-infinity'), w.item_id) as "opens!"
           from wider_requests w
           join members a on a.id = w.asked_by
           left join members b on b.id = w.answered_by
           left join items i on i.id = w.item_id
           left join organisations o on o.id = i.source_id
           where w.state = 'waiting' or w.asked_by = viewer_id()
           order by w.state, w.asked_at desc, w.id limit 100"#
    )
    .fetch_all(conn)
    .await
}

/// What somebody asked for, as long as it waits.
pub struct Asked {
    pub id: Uuid,
    pub wanted: Label,
    pub purpose: String,
}

/// One request, for who asked and for who speaks for the source.
pub async fn request(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<Request>> {
    sqlx::query_as!(
        Request,
        r#"select w.id, w.item_id as item, w.asked_by, a.name as asker, w.asked_at, w.wanted as "wanted: Label", w.purpose,
                  w.state as "state: WiderState", b.name as "answered_by?", w.answered_at, w.answer,
                  i.kind as "kind?: ItemKind", i.label as "label?: Label", o.name as "source?", speaks_for(w.item_id) as "speaks!",
                  opens_all(keys_of_person(viewer_id(), '{open,amber,red}', false, '-infinity'), w.item_id) as "opens!"
           from wider_requests w
           join members a on a.id = w.asked_by
           left join members b on b.id = w.answered_by
           left join items i on i.id = w.item_id
           left join organisations o on o.id = i.source_id
           where w.id = $1"#,
        id
    )
    .fetch_optional(conn)
    .await
}

/// The request of the viewer about an item that waits for an answer.
pub async fn my_waiting_request(conn: &mut PgConnection, item: Uuid) -> sqlx::Result<Option<Asked>> {
    sqlx::query_as!(
        Asked,
        r#"select id, wanted as "wanted: Label", purpose from wider_requests
           where item_id = $1 and asked_by = viewer_id() and state = 'waiting'"#,
        item
    )
    .fetch_optional(conn)
    .await
}

/// Glasses that the viewer has open, the last to close first. An article and its text are one.
pub async fn open_glasses(conn: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<Vec<OpenGlass>> {
    sqlx::query_as!(
        OpenGlass,
        r#"select distinct on (b.until, b.reason) b.item_id as item, b.until from glass_breaks b
           where b.member_id = viewer_id() and b.until > $1 order by b.until desc, b.reason, b.item_id"#,
        now
    )
    .fetch_all(conn)
    .await
}

/// A member by the last part of their address, active or not.
pub async fn other(conn: &mut PgConnection, slug: &str) -> sqlx::Result<Option<Other>> {
    sqlx::query_as!(Other, r#"select id, name, state = 'active' as "is_active!" from members where slug = $1"#, slug)
        .fetch_optional(conn)
        .await
}

/// The keys of a member who has a second factor.
pub async fn keys_of(conn: &mut PgConnection, member: Uuid, now: DateTime<Utc>) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(r#"select keys_of_person($1, '{open,amber,red}', true, $2) as "keys!""#, member, now)
        .fetch_one(conn)
        .await
}

/// An item and what belongs to it, as far as the viewer can read them, each with whether these keys open it. The item
/// itself comes first.
pub async fn seen_with(conn: &mut PgConnection, item: Uuid, keys: &[String]) -> sqlx::Result<Vec<Seen>> {
    sqlx::query_as!(
        Seen,
        r#"select i.id = $1 as "is_whole!", count(*) as "count!", i.kind as "kind: ItemKind", i.label as "label: Label",
                  opens_all($2, i.id) as "opens!"
           from items i where i.id = $1 or (i.parent_id = any (same_thing($1))
               -- Of the notes those that say something; each step of a text leaves one.
               and not exists (select from revision_events v where v.id = i.id and v.note = ''))
           group by 1, 3, 4, 5 order by 1 desc, 3, 4, 5 desc"#,
        item,
        keys
    )
    .fetch_all(conn)
    .await
}

/// By which of these keys an item opens.
pub async fn ways_with(conn: &mut PgConnection, item: Uuid, keys: &[String]) -> sqlx::Result<Vec<Way>> {
    let rows = sqlx::query!(
        r#"with k as (
               select coalesce(nullif(split_part(key, ':', 2), ''), key) as kind,
                   split_part(split_part(key, ':', 3), '@', 1) as subject, i.source_id
               from items i, unnest(i.keys) key where i.id = $1 and key = any ($2))
           select k.kind as "kind!", k.subject = k.source_id::text as "is_source!", coalesce(o.name, w.name, e.title) as subject
           from k
           left join organisations o on o.id::text = k.subject
           left join working_groups w on w.id::text = k.subject
           left join events e on e.id::text = k.subject
           order by k.kind, k.subject"#,
        item,
        keys
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| Way::of_key(&row.kind, row.is_source, row.subject)).collect())
}

/// The text of an item as readers get it.
pub async fn text(conn: &mut PgConnection, item: Uuid) -> sqlx::Result<Option<Text>> {
    sqlx::query_as!(
        Text,
        r#"select r.title as "title!", r.summary as "summary!", r.body_html as "body_html!", r.language as "language!: Locale"
           from revisions r where r.id = coalesce((select a.published_id from articles a where a.id = $1), $1)
           union all
           select e.title, e.summary, e.body_html, e.language from events e where e.id = $1"#,
        item
    )
    .fetch_optional(conn)
    .await
}
