//! The SQL that changes passkeys, in the name of the member whose they are.

use super::model::{MOST, Refusal};
use crate::auth::session;
use crate::db::WriteTx;
use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgPool;
use uuid::Uuid;

/// A passkey that was just made.
pub struct NewPasskey<'a> {
    pub credential_id: &'a [u8],
    pub credential: Value,
    pub name: &'a str,
    pub backed_up: bool,
}

/// What a browser is asked, or was.
pub struct Question {
    pub browser_hash: Vec<u8>,
    pub member_id: Option<Uuid>,
    pub purpose: String,
    pub state: Value,
    pub expires_at: DateTime<Utc>,
}

/// Keeps what a browser is asked, under the hash of its challenge.
pub async fn ask(pool: &PgPool, challenge_hash: &[u8], question: &Question) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into passkey_ceremonies (challenge_hash, browser_hash, member_id, purpose, state, expires_at)
         values ($1, $2, $3, $4, $5, $6)",
        challenge_hash,
        question.browser_hash,
        question.member_id,
        question.purpose,
        question.state,
        question.expires_at
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// What was asked with this challenge, and is asked no more: of two answers at once, one gets it. Outside of any change,
/// for it is over whatever comes of the answer.
pub async fn answer(pool: &PgPool, challenge_hash: &[u8]) -> sqlx::Result<Option<Question>> {
    sqlx::query_as!(
        Question,
        "delete from passkey_ceremonies where challenge_hash = $1
         returning browser_hash, member_id, purpose, state, expires_at",
        challenge_hash
    )
    .fetch_optional(pool)
    .await
}

/// Keeps a new passkey. Those of one member are kept one after another, so that there are never too many.
pub async fn add(
    tx: &mut WriteTx,
    member: Uuid,
    new: &NewPasskey<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<Result<Uuid, Refusal>> {
    hold(tx, member).await?;
    let count = sqlx::query_scalar!(r#"select count(*) as "count!" from passkeys where member_id = $1"#, member)
        .fetch_one(&mut **tx)
        .await?;
    if count >= MOST {
        return Ok(Err(Refusal::TooMany));
    }
    let id = sqlx::query_scalar!(
        "insert into passkeys (id, member_id, credential_id, credential, name, backed_up, created_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (credential_id) do nothing returning id",
        Uuid::now_v7(),
        member,
        new.credential_id,
        new.credential,
        new.name,
        new.backed_up,
        now
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(id.ok_or(Refusal::Known))
}

/// Notes that a passkey was used, and what it said of itself.
pub async fn used(
    tx: &mut WriteTx,
    id: Uuid,
    credential: &Value,
    backed_up: bool,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update passkeys set credential = $2, backed_up = $3, last_used_at = $4 where id = $1",
        id,
        credential,
        backed_up,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Gives a passkey another name; false if it is not there.
pub async fn rename(tx: &mut WriteTx, member: Uuid, id: Uuid, name: &str) -> sqlx::Result<bool> {
    let changed = sqlx::query!("update passkeys set name = $3 where id = $2 and member_id = $1", member, id, name)
        .execute(&mut **tx)
        .await?;
    Ok(changed.rows_affected() == 1)
}

/// Holds the row of a member: what decides on the ways in happens one after another.
pub async fn hold(tx: &mut WriteTx, member: Uuid) -> sqlx::Result<()> {
    sqlx::query!("select id from members where id = $1 for update", member).fetch_one(&mut **tx).await?;
    Ok(())
}

/// Removes a passkey; false if it is not there. With the last second factor, no session has shown one any more.
pub async fn remove(tx: &mut WriteTx, member: Uuid, id: Uuid) -> sqlx::Result<bool> {
    let removed =
        sqlx::query!("delete from passkeys where member_id = $1 and id = $2", member, id).execute(&mut **tx).await?;
    lower_without_factor(tx, member).await?;
    Ok(removed.rows_affected() == 1)
}

/// Removes all passkeys of a member whose second factor is lost; false if there was none.
pub async fn remove_all(tx: &mut WriteTx, member: Uuid) -> sqlx::Result<bool> {
    let removed =
        sqlx::query!("delete from passkeys where member_id = $1", member).execute(&mut **tx).await?.rows_affected();
    lower_without_factor(tx, member).await?;
    Ok(removed > 0)
}

async fn lower_without_factor(tx: &mut WriteTx, member: Uuid) -> sqlx::Result<()> {
    let has_one = sqlx::query_scalar!(
        r#"select exists (select from passkeys where member_id = $1)
           or exists (select from authenticators where member_id = $1 and confirmed_at is not null) as "has_one!""#,
        member
    )
    .fetch_one(&mut **tx)
    .await?;
    if has_one { Ok(()) } else { session::lower_all(tx, member).await }
}

/// Takes the password of a member away; false if there is none.
pub async fn remove_password(tx: &mut WriteTx, member: Uuid) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update members set password_hash = null where id = $1 and password_hash is not null and state = 'active'",
        member
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}
