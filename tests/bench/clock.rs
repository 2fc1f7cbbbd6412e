//! How long PostgreSQL itself was busy, read from its log.

use polder::clock::Clock;
use polder::db::{Db, connect};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, PgConnection, PgPool};

/// A connection that serves, one that owns the tables, and one that reads the log of both.
pub struct Side {
    pub db: Db,
    pub owner: PgPool,
    log: PgConnection,
    path: String,
    read: i64,
}

impl Side {
    pub async fn new(owner: &PgConnectOptions) -> Self {
        let timed = owner.clone().options([("log_duration", "on")]);
        let one =
            |options| PgPoolOptions::new().max_connections(1).test_before_acquire(false).connect_lazy_with(options);
        let mut log = owner.connect().await.expect("the database");
        let path = "select current_setting('data_directory') || '/../log'";
        let path = sqlx::query_scalar(path).fetch_one(&mut log).await.expect("the log of tests/with-postgres");
        // The owner's side has the same settings, but for the role.
        let bare = timed.clone().options([("timezone", "UTC"), ("jit", "off"), ("statement_timeout", "10s")]);
        let db =
            Db::new(one(connect::serving(&timed)), Clock::fixed("2026-11-24T12:00:00Z".parse().expect("an instant")));
        Self { db, owner: one(bare), log, path, read: 0 }
    }

    /// Forgets what was measured until now.
    pub async fn skip(&mut self) {
        self.took().await;
    }

    /// The microseconds since the last look.
    pub async fn took(&mut self) -> f64 {
        let size = "select (pg_stat_file($1)).size";
        let size: i64 = sqlx::query_scalar(size).bind(&self.path).fetch_one(&mut self.log).await.expect("the log");
        let part = "select pg_read_file($1, $2, $3)";
        let part = sqlx::query_scalar(part).bind(&self.path).bind(self.read).bind(size - self.read);
        let text: String = part.fetch_one(&mut self.log).await.expect("the log");
        self.read = size;
        let durations = text.lines().filter_map(|line| line.split("duration: ").nth(1)?.strip_suffix(" ms"));
        durations.map(|ms| ms.parse::<f64>().expect("a number") * 1000.0).sum()
    }
}

/// The one in the middle.
pub fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().expect("measured at least once")
}
