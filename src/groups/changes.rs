//! The SQL that changes groups. None of it decides who may; the tables let liaisons only.

use super::form::Described;
use crate::db::WriteTx;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Makes a group. A taken address breaks `working_groups_slug_key`, a taken name `working_groups_name_key`.
pub async fn insert(
    tx: &mut WriteTx,
    (id, slug): (Uuid, &str),
    group: &Described,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into working_groups (id, slug, name, about, created_at) values ($1, $2, $3, $4, $5)",
        id,
        slug,
        group.name,
        group.about,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Says what a group is called and for; false if somebody changed or closed it since `version`. Its address stays.
pub async fn update(tx: &mut WriteTx, id: Uuid, version: i32, group: &Described) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update working_groups set name = $3, about = $4, version = version + 1
         where id = $1 and version = $2 and closed_at is null",
        id,
        version,
        group.name,
        group.about
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Closes a group; false if it was closed before. Who was in it stays on record.
pub async fn close(tx: &mut WriteTx, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update working_groups set closed_at = $2, version = version + 1 where id = $1 and closed_at is null",
        id,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Holds a group, so that nobody closes it meanwhile; false if it is closed.
pub async fn hold_open(tx: &mut WriteTx, id: Uuid) -> sqlx::Result<bool> {
    let open = sqlx::query_scalar!("select id from working_groups where id = $1 and closed_at is null for share", id)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(open.is_some())
}

/// Adds a member, also one who was in the group before; false if they are in it.
pub async fn add(tx: &mut WriteTx, group: Uuid, member: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "insert into working_group_members (group_id, member_id, since) values ($1, $2, $3)
         on conflict (group_id, member_id) do update set since = excluded.since, until = null
         where working_group_members.until is not null",
        group,
        member,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Ends somebody's time in a group, by their address; their id, or nothing if they are not in it.
pub async fn end(tx: &mut WriteTx, group: Uuid, slug: &str, now: DateTime<Utc>) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "update working_group_members w set until = $3 from members m
         where w.group_id = $1 and m.id = w.member_id and m.slug = $2 and w.until is null returning w.member_id",
        group,
        slug,
        now
    )
    .fetch_optional(&mut **tx)
    .await
}
