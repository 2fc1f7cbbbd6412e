//! The database: one pool that serves, and transactions that carry their viewer.
//!
//! Labelled rows are read in a transaction bound to a viewer ([`Db::read`]); Postgres's row-level security does the
//! rest. With nobody set, only TLP:CLEAR exists, so a forgotten `where` shows nothing it should not.

pub mod cluster;
pub mod connect;
pub mod migrate;

use crate::access::Viewer;
use sqlx::{AssertSqlSafe, PgConnection, PgPool, Postgres, Transaction};
use std::ops::{Deref, DerefMut};

/// The serving side of the database. Its connections act as `polder_app`, which owns no table.
#[derive(Clone, Debug)]
pub struct Db {
    pool: PgPool,
}

/// A reading transaction in one viewer's name. It needs no end: dropping it ends it.
pub struct ReadTx(Transaction<'static, Postgres>);

/// A writing transaction in one viewer's name. What is not committed did not happen. Functions that belong inside a
/// change (audit, enqueue) ask for it by type.
pub struct WriteTx(Transaction<'static, Postgres>);

impl Db {
    /// Serves from this pool, whose connections must act as the serving role (see [`connect`]).
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }

    /// The pool, for what has no label: sessions, links, jobs.
    pub fn pool(&self) -> &PgPool {
        &self.pool
    }

    /// Begins reading as `viewer`, in one round trip.
    pub async fn read(&self, viewer: &Viewer) -> sqlx::Result<ReadTx> {
        Ok(ReadTx(self.begin("begin isolation level repeatable read, read only", viewer).await?))
    }

    /// Begins a change as `viewer`, in one round trip.
    pub async fn write(&self, viewer: &Viewer) -> sqlx::Result<WriteTx> {
        Ok(WriteTx(self.begin("begin", viewer).await?))
    }

    async fn begin(&self, begin: &str, viewer: &Viewer) -> sqlx::Result<Transaction<'static, Postgres>> {
        self.pool.begin_with(AssertSqlSafe(format!("{begin}; {}", bind(viewer)))).await
    }
}

/// The statement that binds the running transaction to a viewer. `set local` takes no parameters; what is put in is a
/// UUID or nothing.
fn bind(viewer: &Viewer) -> String {
    let viewer = viewer.id().map(|id| id.to_string()).unwrap_or_default();
    format!("set local polder.viewer = '{viewer}'")
}

impl WriteTx {
    /// Goes on in another viewer's name, for a change in which several have a hand.
    pub async fn act_as(&mut self, viewer: &Viewer) -> sqlx::Result<()> {
        sqlx::raw_sql(AssertSqlSafe(bind(viewer))).execute(&mut *self.0).await?;
        Ok(())
    }

    /// Makes the change real.
    pub async fn commit(self) -> sqlx::Result<()> {
        self.0.commit().await
    }
}

impl Deref for ReadTx {
    type Target = PgConnection;
    fn deref(&self) -> &PgConnection {
        &self.0
    }
}

impl DerefMut for ReadTx {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.0
    }
}

impl Deref for WriteTx {
    type Target = PgConnection;
    fn deref(&self) -> &PgConnection {
        &self.0
    }
}

impl DerefMut for WriteTx {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.0
    }
}

/// The name of the constraint that a statement broke, to tell the person which field it was about.
pub fn broken_constraint(error: &sqlx::Error) -> Option<&str> {
    error.as_database_error().and_then(|e| e.constraint())
}

/// Whether the database could not be asked at all, as opposed to having said no: the request may work later.
pub fn is_unavailable(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) | sqlx::Error::Tls(_) => true,
        // PostgreSQL, appendix A: class 08 connection, 53 too many of something, 57P shutting down or starting; 57014 took
        // too long, 25P03 idle too long, 40 deadlock or serialisation.
        sqlx::Error::Database(e) => e.code().is_some_and(|code| {
            ["08", "53", "57P", "57014", "25P03", "40"].iter().any(|class| code.starts_with(class))
        }),
        _ => false,
    }
}
