//! All SQL of the room.

use crate::db::WriteTx;
use crate::i18n::Locale;
use crate::jobs::{self, Job};
use crate::members::work_queries as memberships;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;
use sqlx::PgConnection;
use sqlx::types::Json;
use uuid::Uuid;

/// What signing in needs.
pub struct Credentials {
    pub id: Uuid,
    pub password_hash: Option<String>,
}

/// The own profile, to be changed.
pub struct OwnProfile {
    pub name: String,
    pub email: String,
    pub function: String,
    pub about_markdown: String,
    pub expertise: String,
    pub sectors: Vec<String>,
    pub language: Locale,
    pub profile_at: Option<DateTime<Utc>>,
}

/// The changes to a profile.
pub struct ProfileChange<'a> {
    pub name: &'a str,
    pub function: &'a str,
    pub about_markdown: &'a str,
    pub about_html: &'a str,
    pub expertise: &'a str,
    pub sectors: &'a [String],
    pub language: Locale,
}

/// The member with this mail address, also one who has no access any more; not one who was suspended.
pub async fn credentials(conn: &mut PgConnection, email: &str) -> sqlx::Result<Option<Credentials>> {
    sqlx::query_as!(
        Credentials,
        "select id, password_hash from members where lower(email) = lower($1) and state <> 'suspended'",
        email
    )
    .fetch_optional(conn)
    .await
}

/// Whether this is still the hash of a member's password; it stays so until the change is over.
pub async fn has_hash(tx: &mut WriteTx, member: Uuid, hash: Option<&str>) -> sqlx::Result<bool> {
    let found = sqlx::query_scalar!(
        "select id from members where id = $1 and password_hash = $2 for no key update",
        member,
        hash
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(found.is_some())
}

/// Whether a member belongs to no organisation any more.
pub async fn is_gone(tx: &mut WriteTx, member: Uuid) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select state in ('asleep', 'left') as "is_gone!" from members where id = $1"#, member)
        .fetch_one(&mut **tx)
        .await
}

/// The hash of a member's password, if there is one.
pub async fn password_hash(conn: &mut PgConnection, member: Uuid) -> sqlx::Result<Option<String>> {
    let hash = sqlx::query_scalar!("select password_hash from members where id = $1 and state = 'active'", member)
        .fetch_optional(conn)
        .await?;
    Ok(hash.flatten())
}

/// Keeps the hash of a new password; false if the member is no longer active.
pub async fn set_password(tx: &mut WriteTx, member: Uuid, hash: &str) -> sqlx::Result<bool> {
    let changed =
        sqlx::query!("update members set password_hash = $2 where id = $1 and state = 'active'", member, hash)
            .execute(&mut **tx)
            .await?;
    Ok(changed.rows_affected() == 1)
}

/// What guards an account.
pub struct Guards {
    pub email: String,
    pub has_password: bool,
    pub second_factor_since: Option<DateTime<Utc>>,
    pub recovery_codes: i64,
    pub sessions: i64,
    /// The address that waits to be confirmed.
    pub new_email: Option<String>,
    /// When a lost second factor will be removed.
    pub recovery_due: Option<DateTime<Utc>>,
}

/// The guards of a member's own account; sessions count that are open `now` and were used since then.
pub async fn guards(
    conn: &mut PgConnection,
    member: Uuid,
    now: DateTime<Utc>,
    idle_since: DateTime<Utc>,
) -> sqlx::Result<Option<Guards>> {
    sqlx::query_as!(
        Guards,
        r#"select m.email, m.password_hash is not null as "has_password!",
               (select confirmed_at from authenticators a where a.member_id = m.id) as second_factor_since,
               (select count(*) from recovery_codes c where c.member_id = m.id and c.used_at is null) as "recovery_codes!",
               (select count(*) from sessions s where s.member_id = m.id and s.expires_at > $2 and s.last_seen_at > $3) as "sessions!",
               (select new_email from address_changes c where c.member_id = m.id and c.done_at is null
                    and c.stopped_at is null and c.asked_at > $2 - interval '2 days') as new_email,
               (select due_at from factor_recoveries r where r.member_id = m.id and r.done_at is null
                    and r.stopped_at is null) as recovery_due
           from members m where m.id = $1"#,
        member,
        now,
        idle_since
    )
    .fetch_optional(conn)
    .await
}

/// The own profile.
pub async fn profile(conn: &mut PgConnection, member: Uuid) -> sqlx::Result<Option<OwnProfile>> {
    sqlx::query_as!(
        OwnProfile,
        r#"select name, email, function, about_markdown, expertise, sectors, language as "language: Locale", profile_at
           from members where id = $1"#,
        member
    )
    .fetch_optional(conn)
    .await
}

/// Saves the own profile.
pub async fn save_profile(
    tx: &mut WriteTx,
    member: Uuid,
    change: &ProfileChange<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update members set name = $2, function = $3, about_markdown = $4, about_html = $5, expertise = $6,
             sectors = $7, language = $8, profile_at = $9
         where id = $1",
        member,
        change.name,
        change.function,
        change.about_markdown,
        change.about_html,
        change.expertise,
        change.sectors,
        change.language as Locale,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The mail address of an account that is open.
pub async fn email(conn: &mut PgConnection, member: Uuid) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!("select email from members where id = $1 and state = 'active'", member)
        .fetch_optional(conn)
        .await
}

/// Whether nobody else could let people in.
pub async fn is_last_liaison(conn: &mut PgConnection, member: Uuid) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select 'liaison' = any (roles) and not exists (
               select from members l where 'liaison' = any (l.roles) and l.state = 'active' and l.id <> $1) as "is!"
           from members where id = $1"#,
        member
    )
    .fetch_one(conn)
    .await
}

/// A job that went with an account before it was done.
#[derive(Deserialize)]
pub struct Untold {
    pub job: Value,
    /// The address of before that it was for, if it was.
    pub former: Option<String>,
}

/// Deletes the account of the viewer; what was not told any more, or `None` if there is no account.
pub async fn delete(tx: &mut WriteTx, shown_as: &str, now: DateTime<Utc>) -> sqlx::Result<Option<Vec<Untold>>> {
    // Who is told of it is known before; a job that names the member would go with the account.
    let places = sqlx::query!(
        "select s.organisation_id, m.id, m.name from memberships s join members m on m.id = s.member_id
         where m.id = viewer_id() and s.until is null order by s.organisation_id"
    )
    .fetch_all(&mut **tx)
    .await?;
    let untold =
        sqlx::query_scalar!(r#"select delete_own_account($1, $2) as "untold: Json<Vec<Untold>>""#, shown_as, now)
            .fetch_one(&mut **tx)
            .await?;
    let Some(Json(untold)) = untold else { return Ok(None) };
    for place in places {
        for to in memberships::answerers(tx, place.organisation_id, place.id).await? {
            let job = Job::PersonDeleted { name: place.name.clone(), organisation: place.organisation_id, to };
            jobs::enqueue_at(tx, now, &job).await?;
        }
    }
    Ok(Some(untold))
}
