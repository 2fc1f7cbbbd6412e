//! Two ways into the database: as its owner, to migrate; as the serving role, for everything else.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, PgPool};
use std::str::FromStr;
use std::time::Duration;

/// The role that serves: it owns nothing, and reads and writes what policies and grants let it.
pub const SERVING_ROLE: &str = "polder_app";
/// How long a request waits for a connection before it is told that the database is away.
pub const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(2);
/// Connections of the serving pool. Postgres does its work on few; more only queue there instead of here.
pub const POOL_SIZE: u32 = 16;
/// No statement of a page may run longer.
const STATEMENT_TIMEOUT: &str = "10s";
/// No transaction may sit idle longer, holding its locks. A mail that takes its time is the longest wait inside one.
const IDLE_TIMEOUT: &str = "60s";

/// Connection options of the owner, from a `postgres://` address.
///
/// # Errors
/// When the address cannot be read.
pub fn owner(url: &str) -> sqlx::Result<PgConnectOptions> {
    Ok(PgConnectOptions::from_str(url)?.application_name("polder").disable_statement_logging())
}

/// The same, acting as the role that owns nothing. Set as a start-up option, so that `reset role` comes back to it.
pub fn serving(owner: &PgConnectOptions) -> PgConnectOptions {
    owner.clone().options([
        ("role", SERVING_ROLE),
        ("statement_timeout", STATEMENT_TIMEOUT),
        ("idle_in_transaction_session_timeout", IDLE_TIMEOUT),
        ("timezone", "UTC"),
        // Compiling a statement takes longer than any statement of a page.
        ("jit", "off"),
    ])
}

/// The serving pool. It opens connections when asked for one, so a database that is away at the start delays nothing.
pub fn pool(serving: PgConnectOptions, size: u32) -> PgPool {
    PgPoolOptions::new()
        .max_connections(size)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .test_before_acquire(true)
        .connect_lazy_with(serving)
}
