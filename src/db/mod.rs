//! The database: one pool that serves, and transactions that carry their viewer.
//!
//! Labelled rows are read in a transaction bound to a viewer ([`Db::read`]); Postgres's row-level security does the
//! rest. With nobody set, only TLP:CLEAR exists, so a forgotten `where` shows nothing it should not. TLP:RED exists only
//! in a change, and where one item was opened on purpose ([`Db::read_opened`]).

pub mod cluster;
pub mod connect;
pub mod migrate;

use crate::access::Viewer;
use crate::clock::Clock;
use sqlx::{AssertSqlSafe, PgConnection, PgPool, Postgres, Transaction};
use std::ops::{Deref, DerefMut};
use uuid::Uuid;

/// The serving side of the database. Its connections act as `polder_app`, which owns no table.
#[derive(Clone, Debug)]
pub struct Db {
    pool: PgPool,
    clock: Clock,
    amber_needs_second_factor: bool,
}

/// A reading transaction in one viewer's name. It needs no end: dropping it ends it.
pub struct ReadTx(Transaction<'static, Postgres>);

/// A writing transaction in one viewer's name. What is not committed did not happen. Functions that belong inside a
/// change (audit, enqueue) ask for it by type.
pub struct WriteTx {
    tx: Transaction<'static, Postgres>,
    db: Db,
    request: Option<Uuid>,
}

impl Db {
    /// Serves from this pool, whose connections must act as the serving role (see [`connect`]).
    pub fn new(pool: PgPool, clock: Clock) -> Self {
        Self { pool, clock, amber_needs_second_factor: false }
    }

    /// The same, where TLP:AMBER and TLP:AMBER+STRICT need a second factor as TLP:RED does.
    #[must_use]
    pub fn amber_needs_second_factor(mut self, needs: bool) -> Self {
        self.amber_needs_second_factor = needs;
        self
    }

    /// Whether TLP:AMBER needs a second factor here.
    pub fn needs_second_factor_for_amber(&self) -> bool {
        self.amber_needs_second_factor
    }

    /// The pool, for what has no label: sessions, links, jobs.
    pub fn pool(&self) -> &PgPool {
        &self.pool
    }

    /// Begins reading as `viewer`, in one round trip. Nothing under TLP:RED exists in it.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn read(&self, viewer: &Viewer) -> sqlx::Result<ReadTx> {
        Ok(ReadTx(self.begin("begin isolation level repeatable read, read only", viewer, Reach::Listed).await?))
    }

    /// Begins reading as `viewer` after one item was opened (`open_item` in the database, which logs it): here TLP:RED
    /// exists, as far as the viewer may read it.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn read_opened(&self, viewer: &Viewer) -> sqlx::Result<ReadTx> {
        Ok(ReadTx(self.begin("begin isolation level repeatable read, read only", viewer, Reach::Opened).await?))
    }

    /// Begins a change as `viewer`, in one round trip. A change is about one thing: TLP:RED exists in it.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn write(&self, viewer: &Viewer) -> sqlx::Result<WriteTx> {
        let tx = self.begin("begin", viewer, Reach::Named).await?;
        Ok(WriteTx { tx, db: self.clone(), request: None })
    }

    async fn begin(&self, begin: &str, viewer: &Viewer, reach: Reach) -> sqlx::Result<Transaction<'static, Postgres>> {
        self.pool.begin_with(AssertSqlSafe(format!("{begin}; {}", self.bind(viewer, reach)))).await
    }

    /// The statement that binds the running transaction to a viewer and the keys that the viewer holds. It takes no
    /// parameters, so that it travels with `begin`; what is put in is a UUID, words of ours and an instant.
    fn bind(&self, viewer: &Viewer, reach: Reach) -> String {
        let Some(id) = viewer.id() else {
            return "set local polder.viewer = ''; set local polder.keys = ''; set local polder.client_keys = ''"
                .into();
        };
        let amber = !self.amber_needs_second_factor;
        let now = self.clock.now().to_rfc3339();
        // A command that changes something in a member's name is given on the machine itself; a job only reads.
        let (red, glass) = (reach != Reach::Listed, reach == Reach::Opened);
        let strong = viewer.has_second_factor() || (red && matches!(viewer, Viewer::OnBehalfOf(_)));
        // Nor does the role of a recipient rest when a job works for it.
        let acts = strong || matches!(viewer, Viewer::OnBehalfOf(_));
        format!("select enter('{id}', {strong}, {acts}, {red}, {amber}, '{now}', {glass})")
    }
}

/// Which keys a transaction holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// What lists may show: nothing under TLP:RED.
    Listed,
    /// Also TLP:RED, as a named reader: what a change needs. A broken glass lends reading, not this.
    Named,
    /// All that one opening shows, also through a broken glass.
    Opened,
}

impl WriteTx {
    /// The same, as part of a request: the audit log names it.
    #[must_use]
    pub fn of_request(self, id: Uuid) -> Self {
        Self { request: Some(id), ..self }
    }

    /// The request that the change is part of; none when it was given on the machine itself.
    pub fn request(&self) -> Option<Uuid> {
        self.request
    }

    /// Goes on in another viewer's name, for a change in which several have a hand.
    pub async fn act_as(&mut self, viewer: &Viewer) -> sqlx::Result<()> {
        let bind = self.db.bind(viewer, Reach::Named);
        sqlx::raw_sql(AssertSqlSafe(bind)).execute(&mut *self.tx).await?;
        Ok(())
    }

    /// Makes the change real.
    pub async fn commit(self) -> sqlx::Result<()> {
        self.tx.commit().await
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
        &self.tx
    }
}

impl DerefMut for WriteTx {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.tx
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
