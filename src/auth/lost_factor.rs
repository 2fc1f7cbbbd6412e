//! Second factors that were lost: a liaison starts the removal of one (`members::recovery`), the member can stop it
//! (`account::recovery`), and after a waiting time it is removed.

use crate::db::WriteTx;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// A removal that waits.
pub struct Recovery {
    pub id: Uuid,
    pub member_id: Uuid,
    pub started_by: Uuid,
    pub started_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    pub reason: String,
}

/// The removal that waits for a member.
pub async fn open_of(conn: &mut PgConnection, member: Uuid) -> sqlx::Result<Option<Recovery>> {
    sqlx::query_as!(
        Recovery,
        "select id, member_id, started_by, started_at, due_at, reason from factor_recoveries
         where member_id = $1 and done_at is null and stopped_at is null",
        member
    )
    .fetch_optional(conn)
    .await
}

/// One that waits, by its id.
pub async fn open_by_id(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<Recovery>> {
    sqlx::query_as!(
        Recovery,
        "select id, member_id, started_by, started_at, due_at, reason from factor_recoveries
         where id = $1 and done_at is null and stopped_at is null",
        id
    )
    .fetch_optional(conn)
    .await
}

/// When one is or was due, whatever became of it: for the mails about it.
pub async fn due_at(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<(Uuid, DateTime<Utc>)>> {
    let row = sqlx::query!("select member_id, due_at from factor_recoveries where id = $1", id).fetch_optional(conn);
    Ok(row.await?.map(|row| (row.member_id, row.due_at)))
}

/// Whether an account has something to remove.
pub async fn has_factor(conn: &mut PgConnection, member: Uuid) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select has_second_factor($1) as "has!""#, member).fetch_one(conn).await
}

/// Begins one; false if one waits already.
pub async fn start(tx: &mut WriteTx, recovery: &Recovery) -> sqlx::Result<bool> {
    let made = sqlx::query!(
        "insert into factor_recoveries (id, member_id, started_by, reason, started_at, due_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (member_id) where done_at is null and stopped_at is null do nothing",
        recovery.id,
        recovery.member_id,
        recovery.started_by,
        recovery.reason,
        recovery.started_at,
        recovery.due_at
    )
    .execute(&mut **tx)
    .await?;
    Ok(made.rows_affected() == 1)
}

/// Stops one; false if it is over.
pub async fn stop(tx: &mut WriteTx, id: Uuid, by: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let stopped = sqlx::query!(
        "update factor_recoveries set stopped_at = $3, stopped_by = $2
         where id = $1 and done_at is null and stopped_at is null",
        id,
        by,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(stopped.rows_affected() == 1)
}

/// Those whose waiting time is over: each with its member.
pub async fn due(conn: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<Vec<(Uuid, Uuid)>> {
    let rows = sqlx::query!(
        // Whoever sleeps keeps what there is until they are back: nobody acts in their name.
        "select r.id, r.member_id from factor_recoveries r join members m on m.id = r.member_id and m.state = 'active'
         where r.due_at <= $1 and r.done_at is null and r.stopped_at is null order by r.due_at limit 100",
        now
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.member_id)).collect())
}

/// Notes that one is done; false if somebody else did or it was stopped.
pub async fn finish(tx: &mut WriteTx, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update factor_recoveries set done_at = $2
         where id = $1 and due_at <= $2 and done_at is null and stopped_at is null",
        id,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
