//! Brings a database to the form that this program expects.

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection};

/// The migrations, compiled in. One static, so that the program holds them once.
pub static MIGRATOR: Migrator = sqlx::migrate!();

/// Applies what is missing, as the owner. Several processes may try at once: they wait for each other.
///
/// # Errors
/// When the database is away, or was migrated by a newer program.
pub async fn run(owner: &PgConnectOptions) -> Result<(), MigrateError> {
    let mut connection = owner.connect().await?;
    MIGRATOR.run(&mut connection).await?;
    connection.close().await?;
    Ok(())
}

/// Lets the serving role sign in by itself, for a private database, whose door is a socket of its own account.
///
/// # Errors
/// When the database is away.
pub async fn let_serving_role_in(owner: &PgConnectOptions) -> sqlx::Result<()> {
    let mut connection = owner.connect().await?;
    sqlx::raw_sql("alter role polder_app login").execute(&mut connection).await?;
    connection.close().await
}
