//! What the daily round of [`super::retention`] asks of the database.

use chrono::{DateTime, Utc};
use sqlx::PgPool;

/// Removes what was over before that time; how many rows went, and how many had to stay. None if it was done within a day.
pub async fn retain(
    pool: &PgPool,
    kind: &str,
    before: DateTime<Utc>,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<(i64, i64)>> {
    let run = sqlx::query!(
        r#"select removed as "removed!", kept as "kept!" from run_retention($1, $2, $3)"#,
        kind,
        before,
        now
    );
    Ok(run.fetch_optional(pool).await?.map(|run| (run.removed, run.kept)))
}

/// Writes down that it failed.
pub async fn retention_failed(pool: &PgPool, kind: &str, now: DateTime<Utc>, error: &str) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into retention_runs (kind, ran_at, error) values ($1, $2, $3) on conflict do nothing",
        kind,
        now,
        error
    )
    .execute(pool)
    .await?;
    Ok(())
}
