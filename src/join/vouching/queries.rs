//! All SQL about vouching. Liaisons see all of it, a member the own words.

use crate::auth::secret;
use crate::db::WriteTx;
use crate::join::model::LINKS_AFTER_END;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// What a member sees of a request.
pub struct ToVouchFor {
    pub id: Uuid,
    pub name: String,
    pub organisation: String,
    pub function: String,
    pub is_open: bool,
    /// Whether it is the member's own.
    pub is_own: bool,
    /// Whether the member said something about it before.
    pub has_said: bool,
}

/// What a member said about an applicant.
pub struct Vouch {
    pub of: Uuid,
    pub name: String,
    pub slug: String,
    pub knows: bool,
    pub words: String,
    pub at: DateTime<Utc>,
}

/// The request, if the viewer was named in it or belongs to its organisation.
pub async fn request(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<ToVouchFor>> {
    sqlx::query_as!(
        ToVouchFor,
        r#"select id as "id!", name as "name!", organisation as "organisation!", function as "function!",
                  is_open as "is_open!", is_own as "is_own!", has_said as "has_said!"
           from request_to_vouch_for($1)"#,
        id
    )
    .fetch_optional(conn)
    .await
}

/// Keeps what the viewer says; false if that cannot be said any more.
pub async fn vouch(
    tx: &mut WriteTx,
    request: Uuid,
    knows: bool,
    words: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select vouch_for($1, $2, $3, $4) as "said!""#, request, knows, words, now)
        .fetch_one(&mut **tx)
        .await
}

/// What members said about those who sent these requests, in order.
pub async fn of_requests(conn: &mut PgConnection, ids: &[Uuid]) -> sqlx::Result<Vec<Vouch>> {
    sqlx::query_as!(
        Vouch,
        "select v.request_id as of, m.name, m.slug, v.knows, v.words, v.at
         from vouches v join members m on m.id = v.member_id
         where v.request_id = any ($1) order by v.at, m.id limit 1000",
        ids
    )
    .fetch_all(conn)
    .await
}

/// Whom an applicant named.
pub struct Acquaintance {
    pub email: String,
    pub at: DateTime<Utc>,
}

/// Whom the applicant with this link named, the first one first.
pub async fn acquaintances_by_link(
    conn: &mut PgConnection,
    link: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Acquaintance>> {
    sqlx::query_as!(
        Acquaintance,
        r#"select email as "email!", at as "at!" from acquaintances_by_link($1, $2)"#,
        secret::hash(link),
        now - LINKS_AFTER_END
    )
    .fetch_all(conn)
    .await
}

/// The same for the liaison.
pub async fn acquaintances(conn: &mut PgConnection, request: Uuid) -> sqlx::Result<Vec<Acquaintance>> {
    sqlx::query_as!(Acquaintance, "select email, at from vouch_asks where request_id = $1 order by at, email", request)
        .fetch_all(conn)
        .await
}

/// Keeps whom the applicant named; `None` if that is nothing new, or the request is not open.
pub async fn name_acquaintance(
    tx: &mut WriteTx,
    link: &str,
    email: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select name_acquaintance($1, $2, $3, $4)",
        secret::hash(link),
        now - LINKS_AFTER_END,
        email,
        now
    )
    .fetch_one(&mut **tx)
    .await
}
