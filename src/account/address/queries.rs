//! The SQL of changes of the mail address. Whoever confirms one may not be signed in: the link is the proof.

use crate::db::WriteTx;
use crate::jobs::Mailbox;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// A change of address.
pub struct Change {
    pub member_id: Uuid,
    pub old_email: String,
    pub new_email: String,
    pub asked_at: DateTime<Utc>,
    /// When the mailbox of before confirmed it.
    pub old_at: Option<DateTime<Utc>>,
    /// When the new one did.
    pub new_at: Option<DateTime<Utc>>,
}

/// Keeps a new wish.
pub async fn insert(
    tx: &mut WriteTx,
    id: Uuid,
    member: Uuid,
    old: &str,
    new: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into address_changes (id, member_id, old_email, new_email, asked_at) values ($1, $2, $3, $4, $5)",
        id,
        member,
        old,
        new,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Stops what waits for this member.
pub async fn stop_open(tx: &mut WriteTx, member: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "update address_changes set stopped_at = $2 where member_id = $1 and done_at is null and stopped_at is null",
        member,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The wish that waits, if it was made after `since`: before, its links are over.
pub async fn open_of(conn: &mut PgConnection, member: Uuid, since: DateTime<Utc>) -> sqlx::Result<Option<Change>> {
    sqlx::query_as!(
        Change,
        "select member_id, old_email, new_email, asked_at, old_at, new_at from address_changes
         where member_id = $1 and done_at is null and stopped_at is null and asked_at > $2",
        member,
        since
    )
    .fetch_optional(conn)
    .await
}

/// A wish that waits, by its id.
pub async fn open_by_id(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<Change>> {
    sqlx::query_as!(
        Change,
        "select member_id, old_email, new_email, asked_at, old_at, new_at from address_changes
         where id = $1 and done_at is null and stopped_at is null",
        id
    )
    .fetch_optional(conn)
    .await
}

/// A change that was made, by its id.
pub async fn done_by_id(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<Change>> {
    sqlx::query_as!(
        Change,
        "select member_id, old_email, new_email, asked_at, old_at, new_at from address_changes
         where id = $1 and done_at is not null",
        id
    )
    .fetch_optional(conn)
    .await
}

/// Notes that one of the mailboxes confirmed; `None` if the wish was stopped or is done.
pub async fn confirm(tx: &mut WriteTx, id: Uuid, mailbox: Mailbox, now: DateTime<Utc>) -> sqlx::Result<Option<Change>> {
    sqlx::query_as!(
        Change,
        "update address_changes set old_at = case when $2 then $3 else old_at end,
             new_at = case when $2 then new_at else $3 end
         where id = $1 and done_at is null and stopped_at is null
         returning member_id, old_email, new_email, asked_at, old_at, new_at",
        id,
        mailbox == Mailbox::Old,
        now
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Makes the change. Another member's address breaks `members_email_key`.
pub async fn apply(tx: &mut WriteTx, change: &Change, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "update members set email = $2 where id = $1 and email = $3",
        change.member_id,
        change.new_email,
        change.old_email
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update address_changes set done_at = $2 where member_id = $1 and done_at is null and stopped_at is null",
        change.member_id,
        now
    )
    .execute(&mut **tx)
    .await?;
    // What lies in the mailbox of before links the account to nobody any more.
    sqlx::query!("delete from provider_proposals where member_id = $1", change.member_id).execute(&mut **tx).await?;
    Ok(())
}
