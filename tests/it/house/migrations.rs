//! Every migration meets data of its own time: after each, rows that fit are put in (`samples/<version>.sql`), so the
//! next one runs on tables that are not empty, as it will at an installation.

use super::source::{assert_none, files, root};
use crate::support::{Actor, Base};
use chrono::{TimeZone, Utc};
use polder::access::Viewer;
use polder::app::{self, App, Shared};
use polder::clock::Clock;
use polder::db::migrate::{self, MIGRATOR};
use polder::db::{Db, connect};
use polder::face::Face;
use polder::files::store::Store;
use polder::vocabulary::Vocabulary;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

const VERBS: [&str; 9] = ["add", "allow", "change", "create", "drop", "fill", "move", "rename", "restrict"];

/// A database with nothing in it.
async fn bare(name: &str) -> PgConnectOptions {
    let url = std::env::var("TEST_DATABASE_URL").expect("run through `tests/with-postgres`");
    let server = connect::owner(&url).expect("an address");
    let name = format!("polder_bare_{name}_{}", std::process::id());
    let mut conn = PgConnection::connect_with(&server).await.expect("the server");
    conn.execute(AssertSqlSafe(format!("create database {name} template template0"))).await.expect("a database");
    server.database(&name)
}

async fn app_on(owner: &PgConnectOptions) -> App {
    let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 9, 1, 12, 0, 0).single().expect("an instant"));
    let db = Db::new(connect::pool(connect::serving(owner), 4), clock.clone());
    let vocabulary =
        Vocabulary::load(&mut db.read(&Viewer::Nobody).await.expect("reads")).await.expect("the vocabulary");
    let (public_url, site_name) = ("http://polder.test".to_owned(), "Test community".into());
    let face = Face::default();
    // No page of this test asks for a file.
    let files = Store::Folder(std::path::PathBuf::from("nowhere"));
    let max_upload = 0;
    App::new(Shared { db, clock, vocabulary, public_url, site_name, face, security_contact: None, files, max_upload })
}

async fn migrations_run(conn: &mut PgConnection) -> i64 {
    let sql = "select count(*) from _sqlx_migrations where success";
    sqlx::query_scalar(sql).fetch_one(conn).await.expect("counts")
}

#[test]
fn a_migrations_name_says_when_and_what() {
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let is_good = |name: &str| {
        let Some((version, words)) = name.trim_end_matches(".sql").split_once('_') else { return false };
        let Some((verb, object)) = words.split_once('_') else { return false };
        version.len() == 14
            && version.chars().all(|c| c.is_ascii_digit())
            && VERBS.contains(&verb)
            && object.split('_').all(is_word)
    };
    let wrong: Vec<_> =
        files("migrations", "").into_iter().map(|file| file.name().to_owned()).filter(|name| !is_good(name)).collect();
    assert_none("A migration is called <14 digits>_<verb>_<object>.sql:", &wrong);
}

#[test]
fn every_migration_has_sample_rows() {
    let folder = root().join("tests/it/house/samples");
    let sample = |version: i64| folder.join(format!("{version}.sql"));
    let missing: Vec<_> =
        MIGRATOR.iter().filter(|m| !sample(m.version).exists()).map(|m| m.version.to_string()).collect();
    assert_none("Write tests/it/house/samples/<version>.sql (it may be empty) for:", &missing);
    let known = |name: &str| MIGRATOR.iter().any(|m| name == format!("{}.sql", m.version));
    let lost: Vec<_> = files("tests/it/house/samples", ".sql")
        .into_iter()
        .map(|f| f.name().to_owned())
        .filter(|n| !known(n))
        .collect();
    assert_none("Samples without a migration:", &lost);
}

#[tokio::test]
async fn every_migration_runs_on_the_rows_of_its_time_and_the_site_reads_them() {
    let owner = bare("steps").await;
    let mut conn = PgConnection::connect_with(&owner).await.expect("the owner's connection");
    for migration in MIGRATOR.iter() {
        let version = migration.version;
        MIGRATOR.run_to(version, &mut conn).await.unwrap_or_else(|error| panic!("{version}: {error}"));
        let sample = root().join(format!("tests/it/house/samples/{version}.sql"));
        let sql = std::fs::read_to_string(sample).expect("a sample");
        conn.execute(AssertSqlSafe(sql)).await.unwrap_or_else(|error| panic!("samples/{version}.sql: {error}"));
    }
    let tables: Vec<String> = sqlx::query_scalar(
        "select relname::text from pg_class where relkind = 'r' and \
                                                  relnamespace = 'public'::regnamespace order by 1",
    )
    .fetch_all(&mut conn)
    .await
    .expect("tables");
    for table in tables {
        let sql = format!("select count(*) from {table}");
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut conn).await.expect("counts");
        assert!(rows > 0, "no sample row in {table}: add one to the sample of its migration");
    }
    let mut visitor = Actor::new(app::router(app_on(&owner).await).expect("the routes fit together"));
    for (address, shows) in [
        ("/", "Sample"),
        ("/articles", "Sample"),
        ("/articles/sample", "Text."),
        ("/events", "Sample"),
        ("/events/sample", "Text."),
        ("/events/sample/event.ics", ":TLP:CLEAR Sample"),
        ("/partners", "Source"),
        ("/partners/unsettled", "Unsettled"),
        ("/join", "Sample"),
    ] {
        let answer = visitor.get(address).await;
        assert_eq!(answer.status(), 200, "{address}");
        assert!(answer.body().contains(shows), "{address}: {}", answer.body());
    }
}

#[tokio::test]
async fn migrating_twice_changes_nothing() {
    let owner = Base::Demo.database().await;
    let mut conn = PgConnection::connect_with(&owner).await.expect("the owner's connection");
    let before = migrations_run(&mut conn).await;
    assert_eq!(before, i64::try_from(MIGRATOR.iter().count()).expect("a number"));
    migrate::run(&owner).await.expect("runs again");
    assert_eq!(migrations_run(&mut conn).await, before);
}

#[tokio::test]
async fn two_processes_that_migrate_at_once_take_turns() {
    let owner = bare("twice").await;
    let (one, other) = tokio::join!(migrate::run(&owner), migrate::run(&owner));
    one.expect("runs");
    other.expect("waits, and finds it done");
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_refused() {
    let owner = Base::Empty.database().await;
    let mut conn = PgConnection::connect_with(&owner).await.expect("the owner's connection");
    conn.execute(
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
         values (29990101000000, 'from the future', true, '', 0)",
    )
    .await
    .expect("a later migration");
    let refused = migrate::run(&owner).await.expect_err("is refused");
    assert!(refused.to_string().contains("29990101000000"), "{refused}");
}
