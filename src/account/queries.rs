//! All SQL of the room.

use crate::db::WriteTx;
use crate::i18n::Locale;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
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

/// The active member with this mail address.
pub async fn credentials(conn: &mut PgConnection, email: &str) -> sqlx::Result<Option<Credentials>> {
    sqlx::query_as!(
        Credentials,
        "select id, password_hash from members where lower(email) = lower($1) and state = 'active'",
        email
    )
    .fetch_optional(conn)
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
