//! Sessions: rows in Postgres, known by the hash of the cookie. A visitor has none.

use super::secret::{self, Secret};
use crate::access::{Me, Viewer};
use crate::app::App;
use crate::db::WriteTx;
use crate::error::{AppError, Result};
use crate::web::cookies::{self, Name};
use chrono::{DateTime, TimeDelta, Utc};
use http::header::HeaderValue;
use serde::Deserialize;
use std::sync::Arc;
use uuid::Uuid;

/// A session ends so long after signing in, however much it is used.
pub const ABSOLUTE_LIMIT: TimeDelta = TimeDelta::days(30);
/// A session ends so long after its last request.
pub const IDLE_LIMIT: TimeDelta = TimeDelta::days(7);
/// A second factor counts so long in the session that showed it.
pub const SECOND_FACTOR_LIMIT: TimeDelta = TimeDelta::hours(12);
/// How old the note of the last request may get before it is written again: a page view is rarely a write.
const SEEN_EVERY: TimeDelta = TimeDelta::minutes(10);

/// Who a session's cookie stands for. One that ended, or whose member was suspended, stands for nobody.
///
/// # Errors
/// When the database is away.
pub async fn viewer(app: &App, secret: &str) -> Result<Viewer> {
    let now = app.clock.now();
    let hash = secret::hash(secret);
    let known = sqlx::query_scalar!(
        "select session_viewer($1, $2, $3, $4)",
        hash,
        now,
        now - IDLE_LIMIT,
        now - SECOND_FACTOR_LIMIT
    )
    .fetch_optional(app.db.pool())
    .await?
    .flatten();
    let Some(known) = known else {
        return Ok(Viewer::Nobody);
    };
    let internal = |error: serde_json::Error| AppError::Internal(error.to_string().into());
    let Seen { last_seen_at } = Seen::deserialize(&known).map_err(internal)?;
    let mut me: Me = serde_json::from_value(known).map_err(internal)?;
    me.amber_needs_second_factor = app.db.needs_second_factor_for_amber();
    if last_seen_at < now - SEEN_EVERY
        && let Err(cause) = touch(app, &hash, now).await
    {
        // The page matters more than the note.
        tracing::warn!(%cause, "a session's last request could not be noted");
    }
    Ok(Viewer::Member(Arc::new(me)))
}

#[derive(Deserialize)]
struct Seen {
    last_seen_at: DateTime<Utc>,
}

async fn touch(app: &App, hash: &[u8], now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("update sessions set last_seen_at = $2 where token_hash = $1", hash, now)
        .execute(app.db.pool())
        .await?;
    Ok(())
}

/// A session that just began.
pub struct Begun {
    /// The header that gives it to the browser.
    pub cookie: HeaderValue,
    /// The secret itself, for the page that answers the very request.
    pub secret: String,
}

/// Begins a session.
///
/// # Errors
/// When the database is away.
pub async fn begin(tx: &mut WriteTx, app: &App, member: Uuid) -> sqlx::Result<Begun> {
    let secret = Secret::generate();
    let now = app.clock.now();
    sqlx::query!(
        "insert into sessions (token_hash, member_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $4)",
        secret.hash,
        member,
        now,
        now + ABSOLUTE_LIMIT
    )
    .execute(&mut **tx)
    .await?;
    let cookie = cookies::set(app, Name::Session, &secret.text, Some(ABSOLUTE_LIMIT.num_seconds()));
    Ok(Begun { cookie, secret: secret.text })
}

/// Notes that the session of a cookie showed a second factor; false if it is no session of this member.
///
/// # Errors
/// When the database is away.
pub async fn raise(tx: &mut WriteTx, app: &App, secret: &str, member: Uuid) -> sqlx::Result<bool> {
    let hash = secret::hash(secret);
    let changed = sqlx::query!(
        "update sessions set second_factor_at = $3 where token_hash = $1 and member_id = $2",
        hash,
        member,
        app.clock.now()
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Forgets that any session of a member showed a second factor.
///
/// # Errors
/// When the database is away.
pub async fn lower_all(tx: &mut WriteTx, member: Uuid) -> sqlx::Result<()> {
    sqlx::query!("update sessions set second_factor_at = null where member_id = $1", member).execute(&mut **tx).await?;
    Ok(())
}

/// Ends the session of a cookie.
///
/// # Errors
/// When the database is away.
pub async fn end(app: &App, secret: &str) -> sqlx::Result<()> {
    let hash = secret::hash(secret);
    sqlx::query!("delete from sessions where token_hash = $1", hash).execute(app.db.pool()).await?;
    Ok(())
}

/// Ends all sessions of a member.
///
/// # Errors
/// When the database is away.
pub async fn end_all(tx: &mut WriteTx, member: Uuid) -> sqlx::Result<()> {
    sqlx::query!("delete from sessions where member_id = $1", member).execute(&mut **tx).await?;
    Ok(())
}
