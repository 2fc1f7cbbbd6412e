//! Databases: two templates, made once a run (one empty, one with the demo), and a copy for each test.

use polder::access::Viewer;
use polder::app::{App, Shared};
use polder::auth::limits::Limits;
use polder::auth::provider::{Chosen, Provider};
use polder::clock::Clock;
use polder::commands::demo;
use polder::db::{Db, connect, migrate};
use polder::face::Face;
use polder::files::store::Store;
use polder::vocabulary::Vocabulary;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::sync::OnceCell;

/// What a test's database begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// Tables and vocabulary.
    Empty,
    /// The demo as well: members in all roles, articles of every label, events, requests.
    Demo,
}

static EMPTY: OnceCell<()> = OnceCell::const_new();
static DEMO: OnceCell<()> = OnceCell::const_new();
static COUNT: AtomicU32 = AtomicU32::new(0);

impl Base {
    fn template(self) -> String {
        let name = match self {
            Self::Empty => "empty",
            Self::Demo => "demo",
        };
        format!("polder_{name}_{}", std::process::id())
    }

    /// A database of its own, as its owner.
    pub async fn database(self) -> PgConnectOptions {
        EMPTY.get_or_init(make_empty).await;
        if self == Self::Demo {
            DEMO.get_or_init(make_demo).await;
        }
        let name = format!("polder_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        copy(&self.template(), &name).await;
        server().database(&name)
    }
}

/// The server that `tests/with-postgres` started.
pub fn server() -> PgConnectOptions {
    let url = std::env::var("TEST_DATABASE_URL").expect("run through `make test`, or `tests/with-postgres cargo test`");
    connect::owner(&url).expect("TEST_DATABASE_URL is an address")
}

/// A database to serve from.
pub fn db(owner: &PgConnectOptions, clock: &Clock) -> Db {
    Db::new(connect::pool(connect::serving(owner), 8), clock.clone())
}

/// An application on a database, with the given clock.
pub async fn app(db: Db, clock: Clock, public_url: &str, face: Face, data: &Path) -> App {
    let mut tx = db.read(&Viewer::Nobody).await.expect("a connection");
    let vocabulary = Vocabulary::load(&mut tx).await.expect("the vocabulary");
    drop(tx);
    let files = Store::below(data, clock.now()).await.expect("a place for files");
    App::new(Shared {
        db,
        clock,
        vocabulary,
        public_url: public_url.into(),
        site_name: "Test community".into(),
        face,
        security_contact: Some("mailto:security@polder.test".into()),
        files,
        max_upload: 20_000_000,
    })
    // Tests meet thousands of addresses where nothing is; house/timing has the beat.
    .with_beat(Duration::ZERO)
    // One that does not answer; account/provider.rs has one that does.
    .with_provider(Some(provider("http://127.0.0.1:9", false)))
    // Tests sign in more often than people do; account/limits.rs has the limits.
    .with_limits(no_limits())
}

/// A provider of sign-ins, such as one at a port of this machine.
pub fn provider(issuer: &str, trusts_amr: bool) -> Provider {
    let chosen = Chosen {
        issuer: issuer.into(),
        client_id: "polder".into(),
        client_secret: super::provider::CLIENT_SECRET.into(),
        name: "Example ID".into(),
        trusts_amr,
        is_plain: true,
    };
    Provider::new(chosen, super::site::PUBLIC_URL).expect("an address")
}

/// Limits that nobody reaches.
pub fn no_limits() -> Limits {
    let wide = "1000000/1s".parse().expect("a rate");
    Limits {
        sign_in: wide,
        sign_in_long: wide,
        sign_in_network: wide,
        mail: wide,
        mail_network: wide,
        messages: wide,
        begin_network: wide,
        ..Limits::default()
    }
}

async fn make_empty() {
    let name = Base::Empty.template();
    let mut conn = server().connect().await.expect("the test server");
    conn.execute(AssertSqlSafe(format!("create database {name}"))).await.expect("a template");
    conn.close().await.expect("closes");
    migrate::run(&server().database(&name)).await.expect("the migrations run");
}

async fn make_demo() {
    let name = Base::Demo.template();
    copy(&Base::Empty.template(), &name).await;
    let data = tempfile::tempdir().expect("a folder");
    let clock = Clock::fixed(super::site::present());
    let db = db(&server().database(&name), &clock);
    let app = app(db, clock, "http://polder.test", Face::default(), data.path()).await;
    assert!(demo::load_if_empty(&app).await.expect("the demo loads"));
    app.db.pool().close().await;
}

async fn copy(template: &str, name: &str) {
    // A template may not be in use; copies of the same one take turns.
    static TURN: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
    let _turn = TURN.lock().await;
    let mut conn = server().connect().await.expect("the test server");
    conn.execute(AssertSqlSafe(format!("create database {name} template {template}"))).await.expect("a database");
    conn.close().await.expect("closes");
}
