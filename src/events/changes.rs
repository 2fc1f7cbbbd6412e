//! The SQL that changes events. None of it decides whether the change may happen.

use super::form::Planned;
use super::model::{Answer, EventKind};
use crate::access::changes::NewItem;
use crate::access::{self, ItemKind};
use crate::db::WriteTx;
use crate::i18n::Locale;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Makes an event, in work until it is published. A taken address breaks `events_slug_key`.
pub async fn insert(
    tx: &mut WriteTx,
    (id, slug): (Uuid, &str),
    planned: &Planned,
    by: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let new = NewItem { id, kind: ItemKind::Event, label: planned.label, source: planned.source, owner: by };
    access::changes::insert_item(tx, &new).await?;
    access::changes::address(tx, id, &planned.audience).await?;
    sqlx::query!(
        "insert into events (id, slug, title, summary, kind, language, body_markdown, body_html, starts_local, ends_local,
             zone, starts_at, ends_at, place, online, capacity, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)",
        id,
        slug,
        planned.title,
        planned.summary,
        planned.kind as EventKind,
        planned.language as Locale,
        planned.body,
        planned.html,
        planned.starts_local,
        planned.ends_local,
        planned.zone.name(),
        planned.starts_at,
        planned.ends_at,
        planned.place,
        planned.online,
        planned.capacity,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Publishes an event; false if the viewer may not publish under its label.
pub async fn publish(tx: &mut WriteTx, id: Uuid) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select publish_event($1) as "published!""#, id).fetch_one(&mut **tx).await
}

/// Changes an event; false if somebody changed it since `version`. Calendars learn of it by the sequence.
pub async fn update(
    tx: &mut WriteTx,
    id: Uuid,
    version: i32,
    planned: &Planned,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update events set title = $3, summary = $4, kind = $5, language = $6, body_markdown = $7, body_html = $8,
             starts_local = $9, ends_local = $10, zone = $11, starts_at = $12, ends_at = $13, place = $14, online = $15,
             capacity = $16, updated_at = $17, version = version + 1, sequence = sequence + 1
         where id = $1 and version = $2 and cancelled_at is null",
        id,
        version,
        planned.title,
        planned.summary,
        planned.kind as EventKind,
        planned.language as Locale,
        planned.body,
        planned.html,
        planned.starts_local,
        planned.ends_local,
        planned.zone.name(),
        planned.starts_at,
        planned.ends_at,
        planned.place,
        planned.online,
        planned.capacity,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Calls an event off; false if it was called off before.
pub async fn cancel(tx: &mut WriteTx, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update events set cancelled_at = $2, updated_at = $2, sequence = sequence + 1 where id = $1 and cancelled_at is null",
        id,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Whether there is a seat for one more. Holds the event, so that two do not take the last seat.
pub async fn has_seat(tx: &mut WriteTx, event: Uuid, member: Uuid) -> sqlx::Result<bool> {
    // A lock of its own: a member who answers may not change the event, so may not lock its row either.
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 0))", event).execute(&mut **tx).await?;
    let capacity = sqlx::query_scalar!("select capacity from events where id = $1", event).fetch_one(&mut **tx).await?;
    let Some(capacity) = capacity else { return Ok(true) };
    let taken = sqlx::query_scalar!(
        r#"select count(*) as "taken!" from attendances a join members m on m.id = a.member_id
           where a.event_id = $1 and a.answer = 'yes' and a.member_id <> $2 and m.state = 'active'"#,
        event,
        member
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(taken < i64::from(capacity))
}

/// Keeps a member's answer.
pub async fn answer(
    tx: &mut WriteTx,
    event: Uuid,
    member: Uuid,
    answer: Answer,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into attendances (event_id, member_id, answer, at) values ($1, $2, $3, $4)
         on conflict (event_id, member_id) do update set answer = excluded.answer, at = excluded.at
         where attendances.answer <> excluded.answer",
        event,
        member,
        answer as Answer,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether all of these addresses are active members'.
pub async fn are_active(tx: &mut WriteTx, slugs: &[String]) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select not exists (select from unnest($1::text[]) as wanted (slug) where not exists (
               select from members m where m.slug = wanted.slug and m.state = 'active')) as "all!""#,
        slugs
    )
    .fetch_one(&mut **tx)
    .await
}

/// Notes that these were there; the ids of those who were not on the list.
pub async fn note_present(
    tx: &mut WriteTx,
    event: Uuid,
    slugs: &[String],
    by: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "insert into presences (event_id, member_id, noted_at, noted_by)
         select $1, id, $3, $4 from members where slug = any ($2) order by id
         on conflict (event_id, member_id) do nothing returning member_id",
        event,
        slugs,
        now,
        by
    )
    .fetch_all(&mut **tx)
    .await
}

/// Takes these off the attendance list; the ids of those who were on it.
pub async fn note_absent(tx: &mut WriteTx, event: Uuid, slugs: &[String]) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "delete from presences p using members m
         where p.event_id = $1 and m.id = p.member_id and m.slug = any ($2) returning p.member_id",
        event,
        slugs
    )
    .fetch_all(&mut **tx)
    .await
}
