//! The SQL that reads second factors; the database shows everybody only their own.

use super::model::Authenticator;
use sqlx::PgConnection;
use uuid::Uuid;

/// A member's authenticator.
pub async fn of(conn: &mut PgConnection, member: Uuid) -> sqlx::Result<Option<Authenticator>> {
    sqlx::query_as!(
        Authenticator,
        "select secret, created_at, confirmed_at, failed, failed_at from authenticators where member_id = $1",
        member
    )
    .fetch_optional(conn)
    .await
}

/// How many recovery codes are left.
pub async fn codes_left(conn: &mut PgConnection, member: Uuid) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from recovery_codes where member_id = $1 and used_at is null"#,
        member
    )
    .fetch_one(conn)
    .await
}
