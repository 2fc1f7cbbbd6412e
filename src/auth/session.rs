//! Sessions: rows in Postgres, known by the hash of the cookie. A visitor has none.
//!
//! The secret of a session turns whenever its rights change: when a second factor or a password is shown in it, and when
//! roles or memberships change behind it (triggers `members_turn`, `memberships_turn`). Its id stays.

use super::agent;
use super::secret::{self, Secret};
use crate::access::{Me, Viewer};
use crate::app::App;
use crate::db::WriteTx;
use crate::error::{AppError, Result};
use crate::web::cookies::{self, Name};
use chrono::{DateTime, TimeDelta, Utc};
use http::HeaderMap;
use http::header::HeaderValue;
use serde::Deserialize;
use sqlx::{PgConnection, PgExecutor};
use std::sync::Arc;
use uuid::Uuid;

/// A second factor counts so long in the session that showed it.
pub const SECOND_FACTOR_LIMIT: TimeDelta = TimeDelta::hours(12);
/// What guards an account is changed only so long after its strongest factor was shown.
pub const FRESH_LIMIT: TimeDelta = TimeDelta::minutes(10);
/// How old the note of the last request may get before it is written again: a page view is rarely a write.
const SEEN_EVERY: TimeDelta = TimeDelta::minutes(10);
/// How long the secret before the last turn still works, for requests that were under way.
const FORMER_LIMIT: TimeDelta = TimeDelta::minutes(1);

/// How a session began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "sign_in_method", rename_all = "kebab-case")]
pub enum Method {
    Password,
    /// By setting a password with a link that was mailed.
    MailedLink,
    Passkey,
    /// At the configured OpenID provider.
    Provider,
}

impl Method {
    /// The word in text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::MailedLink => "mailed-link",
            Self::Passkey => "passkey",
            Self::Provider => "provider",
        }
    }
}

/// Who a session's cookie stands for, and the cookie with which its secret turned at this very request. One that ended,
/// or whose member was suspended, stands for nobody.
///
/// # Errors
/// When the database is away.
pub async fn viewer(app: &App, secret: &str) -> Result<(Viewer, Option<HeaderValue>)> {
    let now = app.clock.now();
    let hash = secret::hash(secret);
    let known = sqlx::query_scalar!(
        "select v || factors_of((v->>'id')::uuid) from session_viewer($1, $2, $3, $4, $5) v",
        hash,
        now,
        now - app.limits().session_idle.length(),
        now - SECOND_FACTOR_LIMIT,
        now - FRESH_LIMIT
    )
    .fetch_optional(app.db.pool())
    .await?
    .flatten();
    let Some(known) = known else {
        return Ok((Viewer::Nobody, None));
    };
    let internal = |error: serde_json::Error| AppError::Internal(error.to_string().into());
    let Seen { last_seen_at, turns } = Seen::deserialize(&known).map_err(internal)?;
    let mut me: Me = serde_json::from_value(known).map_err(internal)?;
    me.owes_rules = me.agreed_rules < i32::from(app.rules());
    me.amber_needs_second_factor = app.db.needs_second_factor_for_amber();
    if last_seen_at < now - SEEN_EVERY
        && let Err(cause) = touch(app, me.session, now).await
    {
        // The page matters more than the note.
        tracing::warn!(%cause, "a session's last request could not be noted");
    }
    let turned = if turns { turn(app, &hash).await? } else { None };
    Ok((Viewer::Member(Arc::new(me)), turned))
}

#[derive(Deserialize)]
struct Seen {
    last_seen_at: DateTime<Utc>,
    turns: bool,
}

async fn touch(app: &App, session: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("update sessions set last_seen_at = $2 where id = $1", session, now).execute(app.db.pool()).await?;
    Ok(())
}

/// Gives a session another secret; of two requests at once, one does it.
async fn turn(app: &App, hash: &[u8]) -> sqlx::Result<Option<HeaderValue>> {
    let fresh = Secret::generate();
    let now = app.clock.now();
    let ends = sqlx::query_scalar!(
        "update sessions set token_hash = $2, former_hash = token_hash, former_until = $3, turns = false
         where token_hash = $1 and turns returning expires_at",
        hash,
        fresh.hash,
        now + FORMER_LIMIT
    )
    .fetch_optional(app.db.pool())
    .await?;
    Ok(ends.map(|ends| cookie(app, &fresh, ends - now)))
}

fn cookie(app: &App, secret: &Secret, lives: TimeDelta) -> HeaderValue {
    cookies::set(app, Name::Session, &secret.text, Some(lives.num_seconds()))
}

/// A session that just began.
pub struct Begun {
    /// The header that gives it to the browser.
    pub cookie: HeaderValue,
    /// The secret itself, for the page that answers the very request.
    pub secret: String,
}

/// What was shown to begin a session.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    pub method: Method,
    /// Whether a second factor was shown with it.
    pub second_factor: bool,
    /// Whether the person showed just now who they are, as opposed to being remembered by a provider.
    pub is_fresh: bool,
}

impl From<Method> for Start {
    fn from(method: Method) -> Self {
        // Whoever used a passkey proved to the device to be there: both factors at once.
        Self { method, second_factor: method == Method::Passkey, is_fresh: true }
    }
}

/// Begins a session in the browser that sent these headers. Where the account has no second factor, what began it is the
/// strongest proof there is.
///
/// # Errors
/// When the database is away.
pub async fn begin(
    tx: &mut WriteTx,
    app: &App,
    headers: &HeaderMap,
    member: Uuid,
    start: impl Into<Start>,
) -> sqlx::Result<Begun> {
    let start = start.into();
    let secret = Secret::generate();
    let (now, lives) = (app.clock.now(), app.limits().session_absolute.length());
    sqlx::query!(
        "insert into sessions (token_hash, member_id, created_at, last_seen_at, expires_at, method, device, proven_at,
             second_factor_at)
         values ($1, $2, $3, $3, $4, $5, $6,
             case when $8 and ($7 or not has_second_factor($2)) then $3::timestamptz end,
             case when $7 then $3::timestamptz end)",
        secret.hash,
        member,
        now,
        now + lives,
        start.method as Method,
        agent::words(headers),
        start.second_factor,
        start.is_fresh
    )
    .execute(&mut **tx)
    .await?;
    Ok(Begun { cookie: cookie(app, &secret, lives), secret: secret.text })
}

/// What was shown in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A second factor.
    SecondFactor,
    /// The password again, of an account that has no second factor.
    Password,
    /// Oneself at the provider again, of an account that has neither.
    Provider,
}

/// Notes that a session showed this, and turns its secret at once: whoever knew the one before does not get what it now
/// may. `None` if the session is over, or what was shown is not enough any more: the account has a second factor since.
///
/// # Errors
/// When the database is away.
pub async fn raise(tx: &mut WriteTx, app: &App, me: &Me, shown: Shown) -> sqlx::Result<Option<HeaderValue>> {
    let fresh = Secret::generate();
    let now = app.clock.now();
    hold_factors(tx, me.id).await?;
    let ends = sqlx::query_scalar!(
        "update sessions set token_hash = $3, former_hash = null, former_until = null, turns = false, proven_at = $4,
             second_factor_at = case when $5 then $4 else second_factor_at end
         where id = $1 and member_id = $2 and ($5 or not has_second_factor($2)) returning expires_at",
        me.session,
        me.id,
        fresh.hash,
        now,
        shown == Shown::SecondFactor
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(ends.map(|ends| cookie(app, &fresh, ends - now)))
}

/// Turns the secret of this session and leaves all else: what guards the account changed, and whoever knew the secret of
/// before is out. `None` if the session is over.
///
/// # Errors
/// When the database is away.
pub async fn keep(tx: &mut WriteTx, app: &App, me: &Me) -> sqlx::Result<Option<HeaderValue>> {
    let fresh = Secret::generate();
    let ends = sqlx::query_scalar!(
        "update sessions set token_hash = $3, former_hash = null, former_until = null, turns = false
         where id = $1 and member_id = $2 returning expires_at",
        me.session,
        me.id,
        fresh.hash
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(ends.map(|ends| cookie(app, &fresh, ends - app.clock.now())))
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
pub async fn end(conn: impl PgExecutor<'_>, secret: &str) -> sqlx::Result<()> {
    let hash = secret::hash(secret);
    sqlx::query!("delete from sessions where token_hash = $1 or former_hash = $1", hash).execute(conn).await?;
    Ok(())
}

/// Ends one session of a member; false if there is none with this id.
///
/// # Errors
/// When the database is away.
pub async fn end_one(tx: &mut WriteTx, member: Uuid, session: Uuid) -> sqlx::Result<bool> {
    let ended = sqlx::query!("delete from sessions where id = $1 and member_id = $2", session, member)
        .execute(&mut **tx)
        .await?;
    Ok(ended.rows_affected() == 1)
}

/// Ends all sessions of a member.
///
/// # Errors
/// When the database is away.
pub async fn end_all(tx: &mut WriteTx, member: Uuid) -> sqlx::Result<u64> {
    Ok(sqlx::query!("delete from sessions where member_id = $1", member).execute(&mut **tx).await?.rows_affected())
}

/// Ends all sessions of a member but this one; says how many those were.
///
/// # Errors
/// When the database is away.
pub async fn end_others(tx: &mut WriteTx, me: &Me) -> sqlx::Result<u64> {
    let ended = sqlx::query!("delete from sessions where member_id = $1 and id <> $2", me.id, me.session)
        .execute(&mut **tx)
        .await?;
    Ok(ended.rows_affected())
}

/// What is shown in a session and what there is to show change one after another.
async fn hold_factors(tx: &mut WriteTx, member: Uuid) -> sqlx::Result<()> {
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended('factors ' || $1::text, 0))", member.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Nobody has just proved who they are: of a member who has a new factor, every session has to show it first.
///
/// # Errors
/// When the database is away.
pub async fn stale(tx: &mut WriteTx, member: Uuid) -> sqlx::Result<()> {
    hold_factors(tx, member).await?;
    sqlx::query!("update sessions set proven_at = null where member_id = $1", member).execute(&mut **tx).await?;
    Ok(())
}

/// A session as its owner sees it.
pub struct Open {
    pub id: Uuid,
    /// What the browser said of itself; empty if nothing we know.
    pub device: String,
    pub method: Method,
    pub created_at: DateTime<Utc>,
    pub last_seen_at: DateTime<Utc>,
    /// When a second factor was shown in it.
    pub second_factor_at: Option<DateTime<Utc>>,
    pub expires_at: DateTime<Utc>,
}

/// The open sessions of a member, the one used last first.
///
/// # Errors
/// When the database is away.
pub async fn open(conn: &mut PgConnection, app: &App, member: Uuid) -> sqlx::Result<Vec<Open>> {
    let now = app.clock.now();
    sqlx::query_as!(
        Open,
        r#"select id, device, method as "method: Method", created_at, last_seen_at, second_factor_at, expires_at
           from sessions where member_id = $1 and expires_at > $2 and last_seen_at > $3 order by last_seen_at desc, id"#,
        member,
        now,
        now - app.limits().session_idle.length()
    )
    .fetch_all(conn)
    .await
}
