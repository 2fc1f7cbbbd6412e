//! Browsers in which somebody signed in before, known by a cookie of their own (OWASP, "device cookies"). It opens
//! nothing: it tells the owner's tries to sign in from a stranger's, so that a stranger who uses up the tries of an
//! account does not shut its owner out. A network would not do: a stranger may sit in the same one.

use super::secret::{self, Secret};
use crate::app::App;
use crate::db::WriteTx;
use crate::web::cookies::{self, Name};
use chrono::TimeDelta;
use http::HeaderMap;
use http::header::HeaderValue;
use uuid::Uuid;

/// How long a browser is known after signing in there.
pub const LIMIT: TimeDelta = TimeDelta::days(365);

/// The name under which the tries of this browser count, if the account with this address signed in here before.
///
/// # Errors
/// When the database is away.
pub async fn known(app: &App, headers: &HeaderMap, email: &str) -> sqlx::Result<Option<String>> {
    let Some(secret) = cookies::read(headers, app, Name::Device) else { return Ok(None) };
    let hash = secret::hash(&secret);
    let is_known = sqlx::query_scalar!(
        r#"select exists (select from known_devices d join members m on m.id = d.member_id
               where d.token_hash = $1 and lower(m.email) = lower($2) and d.created_at > $3) as "is_known!""#,
        hash,
        email.trim(),
        app.clock.now() - LIMIT
    )
    .fetch_one(app.db.pool())
    .await?;
    Ok(is_known.then(|| hex::encode(hash)))
}

/// A browser that is known from now on.
pub struct Known {
    /// The header that gives it its new cookie.
    pub cookie: HeaderValue,
    /// Whether it was known before: then its owner need not be told.
    pub is_old: bool,
}

/// Knows the browser of a request from now on, by a new cookie in the place of the one it had.
///
/// # Errors
/// When the database is away.
pub async fn know(tx: &mut WriteTx, app: &App, headers: &HeaderMap, member: Uuid) -> sqlx::Result<Known> {
    let now = app.clock.now();
    let mut is_old = false;
    if let Some(former) = cookies::read(headers, app, Name::Device) {
        let hash = secret::hash(&former);
        let since = sqlx::query_scalar!(
            "delete from known_devices where token_hash = $1 and member_id = $2 returning created_at",
            hash,
            member
        )
        .fetch_optional(&mut **tx)
        .await?;
        is_old = since.is_some_and(|since| since > now - LIMIT);
    }
    let secret = Secret::generate();
    sqlx::query!(
        "insert into known_devices (token_hash, member_id, created_at) values ($1, $2, $3)",
        secret.hash,
        member,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(Known { cookie: cookies::set(app, Name::Device, &secret.text, Some(LIMIT.num_seconds())), is_old })
}

/// Forgets all browsers of a member: somebody else may know the password that was used there.
///
/// # Errors
/// When the database is away.
pub async fn forget_all(tx: &mut WriteTx, member: Uuid) -> sqlx::Result<()> {
    sqlx::query!("delete from known_devices where member_id = $1", member).execute(&mut **tx).await?;
    Ok(())
}
