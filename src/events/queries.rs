//! What readers ask. Row-level security decides which events exist for them, and shows attendance to members only.

use super::model::{Answer, EventKind};
use crate::access::Label;
use crate::i18n::Locale;
use chrono::{DateTime, Datelike, NaiveDateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// An event in a list.
pub struct Row {
    pub slug: String,
    pub title: String,
    pub kind: EventKind,
    pub language: Locale,
    pub label: Label,
    pub starts_local: NaiveDateTime,
    pub starts_at: DateTime<Utc>,
    pub place: String,
    pub cancelled: bool,
}

impl Row {
    /// The day of the month, for the date block.
    pub fn day(&self) -> u32 {
        self.starts_local.day()
    }
}

/// An event.
pub struct Event {
    pub id: Uuid,
    pub slug: String,
    pub version: i32,
    pub title: String,
    pub summary: String,
    pub kind: EventKind,
    pub language: Locale,
    pub label: Label,
    pub source_id: Uuid,
    pub organisation: String,
    pub organisation_slug: String,
    pub body_markdown: String,
    pub body_html: String,
    pub starts_local: NaiveDateTime,
    pub ends_local: NaiveDateTime,
    pub zone: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub place: String,
    pub online: bool,
    pub capacity: Option<i32>,
    pub sequence: i32,
    pub cancelled_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

impl Event {
    /// The day of the month, for the date block.
    pub fn day(&self) -> u32 {
        self.starts_local.day()
    }
}

/// Somebody who comes.
pub struct Attendee {
    pub slug: String,
    pub name: String,
    pub organisations: String,
    pub answer: Answer,
}

/// Events that have not ended, the next first.
pub async fn coming(conn: &mut PgConnection, now: DateTime<Utc>, limit: i64) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"select e.slug, e.title, e.kind as "kind: EventKind", e.language as "language: Locale", i.label as "label: Label",
                  e.starts_local, e.starts_at, e.place, e.cancelled_at is not null as "cancelled!"
           from events e join items i on i.id = e.id
           where e.ends_at > $1 order by e.starts_at, e.id limit $2"#,
        now,
        limit
    )
    .fetch_all(conn)
    .await
}

/// Events that have ended, the latest first.
pub async fn past(conn: &mut PgConnection, now: DateTime<Utc>, limit: i64, offset: i64) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"select e.slug, e.title, e.kind as "kind: EventKind", e.language as "language: Locale", i.label as "label: Label",
                  e.starts_local, e.starts_at, e.place, e.cancelled_at is not null as "cancelled!"
           from events e join items i on i.id = e.id
           where e.ends_at <= $1 order by e.starts_at desc, e.id limit $2 offset $3"#,
        now,
        limit,
        offset
    )
    .fetch_all(conn)
    .await
}

/// One event.
pub async fn by_slug(conn: &mut PgConnection, slug: &str) -> sqlx::Result<Option<Event>> {
    sqlx::query_as!(
        Event,
        r#"select e.id, e.slug, e.version, e.title, e.summary, e.kind as "kind: EventKind",
                  e.language as "language: Locale", i.label as "label: Label", i.source_id, o.name as organisation,
                  o.slug as organisation_slug, e.body_markdown, e.body_html, e.starts_local, e.ends_local, e.zone,
                  e.starts_at, e.ends_at, e.place, e.online, e.capacity, e.sequence, e.cancelled_at, e.created_at,
                  e.updated_at
           from events e join items i on i.id = e.id join organisations o on o.id = i.source_id
           where e.slug = $1"#,
        slug
    )
    .fetch_optional(conn)
    .await
}

/// Who answered, those who come first. Nobody for a visitor.
pub async fn attendees(conn: &mut PgConnection, event: Uuid) -> sqlx::Result<Vec<Attendee>> {
    sqlx::query_as!(
        Attendee,
        r#"select m.slug, m.name, a.answer as "answer: Answer",
                  coalesce((select string_agg(o.name, ', ' order by o.name collate "nl-x-icu") from memberships s
                            join organisations o on o.id = s.organisation_id
                            where s.member_id = m.id and s.until is null), '') as "organisations!"
           from attendances a join members m on m.id = a.member_id
           where a.event_id = $1 and a.answer <> 'no' and m.state = 'active'
           order by a.answer, a.at, m.id limit 1000"#,
        event
    )
    .fetch_all(conn)
    .await
}

/// What a member answered.
pub async fn answer_of(conn: &mut PgConnection, event: Uuid, member: Uuid) -> sqlx::Result<Option<Answer>> {
    sqlx::query_scalar!(
        r#"select answer as "answer: Answer" from attendances where event_id = $1 and member_id = $2"#,
        event,
        member
    )
    .fetch_optional(conn)
    .await
}

/// Somebody who can be on the attendance list.
pub struct Person {
    pub slug: String,
    pub name: String,
    pub organisations: String,
    /// Whether they answered that they come or may come.
    pub said_so: bool,
    pub present: bool,
}

/// All active members and whoever is on the list, by name.
pub async fn people_for(conn: &mut PgConnection, event: Uuid) -> sqlx::Result<Vec<Person>> {
    sqlx::query_as!(
        Person,
        r#"select m.slug, m.name, p.member_id is not null as "present!",
                  coalesce(a.answer <> 'no', false) as "said_so!",
                  coalesce((select string_agg(o.name, ', ' order by o.name collate "nl-x-icu") from memberships s
                            join organisations o on o.id = s.organisation_id
                            where s.member_id = m.id and s.until is null), '') as "organisations!"
           from members m
           left join attendances a on a.member_id = m.id and a.event_id = $1
           left join presences p on p.member_id = m.id and p.event_id = $1
           where m.state = 'active' or p.member_id is not null
           order by m.name collate "nl-x-icu", m.id limit 5000"#,
        event
    )
    .fetch_all(conn)
    .await
}

/// Whether a member is on the attendance list.
pub async fn was_present(conn: &mut PgConnection, event: Uuid, member: Uuid) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from presences where event_id = $1 and member_id = $2) as "there!""#,
        event,
        member
    )
    .fetch_one(conn)
    .await
}

/// The address of the event with this title at this instant.
pub async fn slug_of(conn: &mut PgConnection, title: &str, starts_at: DateTime<Utc>) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!(
        "select slug from events where lower(title) = lower($1) and starts_at = $2 and cancelled_at is null",
        title,
        starts_at
    )
    .fetch_optional(conn)
    .await
}
