//! The SQL that changes second factors, in the name of the member whose they are.

use super::model::{Authenticator, Outcome, Proof};
use crate::auth::{recovery, session, totp};
use crate::db::WriteTx;
use crate::error::Result;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Makes a new secret that waits for its first code; false if one is in use, which has to be removed first.
pub async fn begin(tx: &mut WriteTx, member: Uuid, secret: &[u8], now: DateTime<Utc>) -> sqlx::Result<bool> {
    let made = sqlx::query!(
        "insert into authenticators (member_id, secret, created_at) values ($1, $2, $3)
         on conflict (member_id) do update
             set secret = excluded.secret, created_at = excluded.created_at, last_step = 0, failed = 0, failed_at = null
             where authenticators.confirmed_at is null",
        member,
        secret,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(made.rows_affected() == 1)
}

/// Puts the secret into use with the step of its first code, and makes recovery codes; `None` if it is no longer the
/// secret that waits.
pub async fn set(
    tx: &mut WriteTx,
    member: Uuid,
    secret: &[u8],
    step: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Vec<String>>> {
    let set = sqlx::query!(
        "update authenticators set confirmed_at = $3, last_step = $4
         where member_id = $1 and secret = $2 and confirmed_at is null",
        member,
        secret,
        now,
        step
    )
    .execute(&mut **tx)
    .await?;
    if set.rows_affected() != 1 {
        return Ok(None);
    }
    let codes = recovery::generate();
    let hashes: Vec<_> = codes.iter().filter_map(|code| recovery::hash(code)).collect();
    sqlx::query!("delete from recovery_codes where member_id = $1", member).execute(&mut **tx).await?;
    sqlx::query!(
        "insert into recovery_codes (member_id, code_hash) select $1, unnest($2::bytea[])",
        member,
        hashes.as_slice()
    )
    .execute(&mut **tx)
    .await?;
    Ok(Some(codes))
}

/// Takes a code, or counts it as wrong: the change is to be kept in either case. Of two at once one waits, so that
/// neither the same code nor more wrong ones than there may be get through.
pub async fn prove(tx: &mut WriteTx, member: Uuid, proof: &Proof, now: DateTime<Utc>) -> Result<Outcome> {
    let known = sqlx::query_as!(
        Authenticator,
        "select secret, created_at, confirmed_at, failed, failed_at from authenticators
         where member_id = $1 and confirmed_at is not null for update",
        member
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(known) = known else { return Ok(Outcome::NoneSet) };
    if let Some(until) = known.paused_until(now) {
        return Ok(Outcome::Paused(until));
    }
    let (is_right, outcome) = match proof {
        Proof::Code(code) => (take_code(tx, member, &known.secret, code, now).await?, Outcome::ByCode),
        Proof::Recovery(hash) => (take_recovery_code(tx, member, hash, now).await?, Outcome::ByRecoveryCode),
    };
    if is_right {
        sqlx::query!("update authenticators set failed = 0, failed_at = null where member_id = $1", member)
            .execute(&mut **tx)
            .await?;
        return Ok(outcome);
    }
    let (failed, failed_at) = known.after_wrong_code(now);
    sqlx::query!(
        "update authenticators set failed = $2, failed_at = $3 where member_id = $1",
        member,
        failed,
        failed_at
    )
    .execute(&mut **tx)
    .await?;
    let after = Authenticator { failed, failed_at: Some(failed_at), ..known };
    Ok(after.paused_until(now).map_or(Outcome::Wrong, Outcome::Paused))
}

async fn take_code(tx: &mut WriteTx, member: Uuid, secret: &[u8], code: &str, now: DateTime<Utc>) -> Result<bool> {
    let Some(step) = totp::step(secret, code, now)? else { return Ok(false) };
    let taken = sqlx::query!(
        "update authenticators set last_step = $2 where member_id = $1 and last_step < $2 and confirmed_at is not null",
        member,
        step
    )
    .execute(&mut **tx)
    .await?;
    Ok(taken.rows_affected() == 1)
}

async fn take_recovery_code(tx: &mut WriteTx, member: Uuid, hash: &[u8], now: DateTime<Utc>) -> Result<bool> {
    let taken = sqlx::query!(
        "update recovery_codes set used_at = $3 where member_id = $1 and code_hash = $2 and used_at is null",
        member,
        hash,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(taken.rows_affected() == 1)
}

/// Removes the second factor with its recovery codes, in all sessions; false if there was none in use.
pub async fn remove(tx: &mut WriteTx, member: Uuid) -> sqlx::Result<bool> {
    sqlx::query!("delete from recovery_codes where member_id = $1", member).execute(&mut **tx).await?;
    let removed = sqlx::query_scalar!(
        r#"delete from authenticators where member_id = $1 returning confirmed_at is not null as "was_set!""#,
        member
    )
    .fetch_optional(&mut **tx)
    .await?;
    session::lower_all(tx, member).await?;
    Ok(removed.unwrap_or(false))
}
