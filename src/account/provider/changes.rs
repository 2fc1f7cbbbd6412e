//! The SQL that changes who is who at the provider, in the name of the member, and what is remembered of those who are
//! there.

use super::queries::linked;
use crate::db::WriteTx;
use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;

/// Somebody who is away at the provider.
pub struct Attempt {
    pub browser_hash: Vec<u8>,
    pub purpose: String,
    pub session_id: Option<Uuid>,
    pub back: String,
    pub carried: String,
    pub resend: bool,
    pub asked_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

/// Remembers somebody who goes there, under the hash of the state that comes back.
pub async fn begin(pool: &PgPool, state_hash: &[u8], attempt: &Attempt) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into provider_attempts
             (state_hash, browser_hash, purpose, session_id, back, carried, resend, asked_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        state_hash,
        attempt.browser_hash,
        attempt.purpose,
        attempt.session_id,
        attempt.back,
        attempt.carried,
        attempt.resend,
        attempt.asked_at,
        attempt.expires_at
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Who went there with this state, and is back: of two at once, one gets it. Outside of any change, for it is over
/// whatever comes of the answer.
pub async fn take(pool: &PgPool, state_hash: &[u8]) -> sqlx::Result<Option<Attempt>> {
    sqlx::query_as!(
        Attempt,
        "delete from provider_attempts where state_hash = $1
         returning browser_hash, purpose, session_id, back, carried, resend, asked_at, expires_at",
        state_hash
    )
    .fetch_optional(pool)
    .await
}

/// What came of linking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Linking {
    Done,
    /// It was so before.
    WasSo,
    /// The one or the other is linked otherwise.
    Taken,
}

/// Links an account to somebody at the provider.
pub async fn link(
    tx: &mut WriteTx,
    member: Uuid,
    issuer: &str,
    subject: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Linking> {
    let made = sqlx::query!(
        "insert into provider_identities (issuer, subject, member_id, linked_at) values ($1, $2, $3, $4)
         on conflict do nothing",
        issuer,
        subject,
        member,
        now
    )
    .execute(&mut **tx)
    .await?;
    if made.rows_affected() == 1 {
        return Ok(Linking::Done);
    }
    let is_so = linked(tx, member, issuer).await?.is_some_and(|known| known.subject == subject);
    Ok(if is_so { Linking::WasSo } else { Linking::Taken })
}

/// Notes that a link was used.
pub async fn used(tx: &mut WriteTx, member: Uuid, issuer: &str, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "update provider_identities set last_used_at = $3 where member_id = $1 and issuer = $2",
        member,
        issuer,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Ends a link; false if there was none.
pub async fn unlink(tx: &mut WriteTx, member: Uuid, issuer: &str) -> sqlx::Result<bool> {
    let ended = sqlx::query!("delete from provider_identities where member_id = $1 and issuer = $2", member, issuer)
        .execute(&mut **tx)
        .await?;
    Ok(ended.rows_affected() == 1)
}

/// Remembers who may be the same person, until the mailbox of the account agrees.
pub async fn propose(
    tx: &mut WriteTx,
    member: Uuid,
    issuer: &str,
    subject: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Uuid> {
    let id = Uuid::now_v7();
    sqlx::query!(
        "insert into provider_proposals (id, issuer, subject, member_id, created_at) values ($1, $2, $3, $4, $5)",
        id,
        issuer,
        subject,
        member,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}
