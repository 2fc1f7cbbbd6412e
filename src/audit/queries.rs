//! The SQL of the log itself.

use super::Action;
use super::chain::{Head, Row};
use crate::db::WriteTx;
use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

/// What is written of an entry; the database numbers and chains it.
pub struct Entry<'a> {
    pub at: DateTime<Utc>,
    pub actor: Option<Uuid>,
    pub action: Action,
    pub subject: Uuid,
    pub reason: &'a str,
    pub request: Option<Uuid>,
    pub detail: Value,
}

/// Adds an entry.
pub async fn add(tx: &mut WriteTx, entry: &Entry<'_>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into audit_log (at, actor_id, action, subject_kind, subject_id, reason, request_id, detail)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        entry.at,
        entry.actor,
        entry.action.word(),
        entry.action.subject_kind(),
        entry.subject,
        entry.reason,
        entry.request,
        entry.detail,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Entries after this number, in the order of their numbers. As the owner: nobody who is served reads all of them.
pub async fn after(conn: &mut PgConnection, id: i64, limit: i64) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"select id, at, actor_id, action, subject_kind, subject_id, reason, request_id, detail::text as "detail!",
                  previous_hash, hash
           from audit_log where id > $1 order by id limit $2"#,
        id,
        limit
    )
    .fetch_all(conn)
    .await
}

/// The lowest number there is, if any: 1 until the oldest entries went.
pub async fn first(conn: &mut PgConnection) -> sqlx::Result<Option<i64>> {
    sqlx::query_scalar!("select min(id) from audit_log").fetch_one(conn).await
}

/// The number of the entry with this hash.
pub async fn with_hash(conn: &mut PgConnection, hash: &[u8]) -> sqlx::Result<Option<i64>> {
    sqlx::query_scalar!("select id from audit_log where hash = $1 order by id limit 1", hash).fetch_optional(conn).await
}

/// Where the chain ends, as the database keeps it.
pub async fn head(conn: &mut PgConnection) -> sqlx::Result<Option<Head>> {
    sqlx::query_as!(Head, "select id, hash from audit_head").fetch_optional(conn).await
}
