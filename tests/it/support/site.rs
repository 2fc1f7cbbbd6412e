//! A site under test.

use super::actor::Actor;
use super::answer::Mail;
use super::base::{self, Base};
use axum::Router;
use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use polder::app::{self, App};
use polder::auth::limits::Limits;
use polder::auth::provider::Provider;
use polder::auth::secret::Secret;
use polder::clock::Clock;
use polder::commands::demo;
use polder::face::Face;
use polder::mail::Mailer;
use polder::worker;
use sqlx::postgres::PgConnectOptions;
use std::path::Path;
use tempfile::TempDir;

/// The instant at which the clock of every test stands: a Tuesday at noon, universal time.
pub fn present() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).single().expect("an instant")
}

/// The public address of a site under test: http, so that its cookies have plain names.
pub const PUBLIC_URL: &str = "http://polder.test";

/// A site on a database of its own.
pub struct Site {
    pub app: App,
    pub router: Router,
    pub owner: PgConnectOptions,
    pub(super) mailer: Mailer,
    mails: TempDir,
    /// The data folder.
    pub data: TempDir,
}

impl Site {
    /// A site without members.
    pub async fn empty() -> Self {
        Self::with(Base::Empty, PUBLIC_URL).await
    }

    /// A site with the demo.
    pub async fn demo() -> Self {
        Self::with(Base::Demo, PUBLIC_URL).await
    }

    /// A site with a public address of its own.
    pub async fn with(base: Base, public_url: &str) -> Self {
        Self::looking(base, public_url, Face::default()).await
    }

    /// The demo with a logo, a colour or words of its own.
    pub async fn with_face(face: Face) -> Self {
        Self::looking(Base::Demo, PUBLIC_URL, face).await
    }

    /// The demo where TLP:AMBER needs a second factor as TLP:RED does.
    pub async fn with_amber_closed() -> Self {
        Self::made(Base::Demo, PUBLIC_URL, Face::default(), true).await
    }

    async fn looking(base: Base, public_url: &str, face: Face) -> Self {
        Self::made(base, public_url, face, false).await
    }

    async fn made(base: Base, public_url: &str, face: Face, amber_is_closed: bool) -> Self {
        let owner = base.database().await;
        let data = tempfile::tempdir().expect("a folder");
        let clock = Clock::fixed(present());
        let db = base::db(&owner, &clock).amber_needs_second_factor(amber_is_closed);
        let app = base::app(db, clock, public_url, face, data.path()).await;
        if base == Base::Demo {
            demo::put_files(&app.files).await.expect("the files of the demo");
        }
        let router = app::router(app.clone()).expect("the routes fit together");
        let mails = tempfile::tempdir().expect("a folder");
        let mailer = Mailer::folder(mails.path().to_path_buf(), "Test <polder@polder.test>").expect("a folder");
        Self { app, router, owner, mailer, mails, data }
    }

    /// The same site once more, as another instance on the same database, with these limits.
    pub async fn instance(&self, limits: Limits) -> Router {
        let (clock, face) = (self.app.clock.clone(), Face::default());
        let app = base::app(base::db(&self.owner, &clock), clock, PUBLIC_URL, face, self.data.path()).await;
        app::router(app.with_limits(limits)).expect("the routes fit together")
    }

    /// Signs its members in at another provider.
    pub fn signs_in_at(&mut self, provider: Provider) {
        self.app = self.app.clone().with_provider(Some(provider));
        self.router = app::router(self.app.clone()).expect("the routes fit together");
    }

    /// Puts another version of the house rules in force.
    pub fn has_rules(&mut self, version: i16) {
        self.app = self.app.clone().with_rules(version);
        self.router = app::router(self.app.clone()).expect("the routes fit together");
    }

    /// Sends mail another way.
    pub fn mail_by(&mut self, mailer: Mailer) {
        self.mailer = mailer;
    }

    /// Moves the clock forward.
    pub fn later(&self, by: TimeDelta) {
        self.app.clock.advance(by);
    }

    /// A visitor with a browser of their own.
    pub fn anon(&self) -> Actor {
        Actor::new(self.router.clone()).of_site(&self.app.clock, &self.owner)
    }

    /// Somebody signed in through the page for it. Whoever holds a role that rests without a second factor has shown one
    /// as well.
    pub async fn signed_in(&self, email: &str, password: &str) -> Actor {
        let actor = self.by_password(email, password).await;
        let now = self.app.clock.now();
        let holders =
            "select m.id from members m where m.roles && '{liaison,operator}' or exists (select from memberships e
             where e.member_id = m.id and e.until is null and 'coordinator' = any (e.roles))";
        self.run(&format!(
            "insert into authenticators (member_id, secret, created_at, confirmed_at)
             select id, decode(repeat('5a', 20), 'hex'), created_at, created_at from members
             where lower(email) = lower('{email}') and id in ({holders}) on conflict do nothing;
             update sessions set second_factor_at = '{now}', proven_at = '{now}'
             where member_id in (select id from members where lower(email) = lower('{email}')) and created_at = '{now}'
               and member_id in ({holders})"
        ))
        .await;
        actor
    }

    /// Somebody signed in with the password alone, in a browser where they signed in before.
    pub async fn by_password(&self, email: &str, password: &str) -> Actor {
        let mut actor = self.anon();
        let device = Secret::generate();
        self.run(&format!(
            "insert into known_devices (token_hash, member_id, created_at)
             select decode('{}', 'hex'), id, '{}' from members where lower(email) = lower('{email}')",
            hex::encode(&device.hash),
            self.app.clock.now()
        ))
        .await;
        actor.set_cookie("polder-device", &device.text);
        let answer = actor.post("/account/sign-in", &[("email", email), ("password", password)]).await;
        assert_eq!(answer.status(), 303, "{email} signs in");
        actor
    }

    /// A demo member.
    pub async fn demo_member(&self, email: &str) -> Actor {
        self.signed_in(email, polder::commands::demo::PASSWORD).await
    }

    /// The demo's liaison.
    pub async fn liaison(&self) -> Actor {
        self.demo_member("lotte@voorbeeldpolder.example").await
    }

    /// A demo publisher, of Kestrel Controls.
    pub async fn publisher(&self) -> Actor {
        self.demo_member("sam@kestrel.example").await
    }

    /// A demo member without any role, of Waterschap Voorbeeldland.
    pub async fn member(&self) -> Actor {
        self.demo_member("kees@voorbeeldland.example").await
    }

    /// A member at another browser, whose session has a second factor.
    pub async fn with_second_factor(&self, email: &str) -> Actor {
        let secret = Secret::generate();
        let hash = hex::encode(&secret.hash);
        let now = self.app.clock.now();
        let sql = format!(
            "insert into authenticators (member_id, secret, created_at, confirmed_at)
             select id, decode(repeat('5a', 20), 'hex'), created_at, created_at from members where email = '{email}'
             on conflict do nothing;
             insert into sessions (token_hash, member_id, created_at, last_seen_at, expires_at, method, second_factor_at, proven_at)
             select decode('{hash}', 'hex'), id, '{now}', '{now}', '{now}'::timestamptz + interval '1 day', 'password', '{now}', '{now}'
             from members where email = '{email}'"
        );
        self.run(&sql).await;
        let mut actor = self.anon();
        actor.set_cookie("polder-session", &secret.text);
        actor
    }

    /// Lets the worker do all that is due; returns how many jobs that were.
    pub async fn tick(&self) -> usize {
        let mut done = 0;
        while worker::tick(&self.app, &self.mailer).await.expect("the database is up") {
            done += 1;
        }
        done
    }

    /// The mails that left, the oldest first.
    pub fn mails(&self) -> Vec<Mail> {
        read_mails(self.mails.path())
    }

    /// The mails that left to an address, after letting the worker do what is due.
    pub async fn mails_to(&self, email: &str) -> Vec<Mail> {
        self.tick().await;
        self.mails().into_iter().filter(|mail| mail.to.contains(email)).collect()
    }
}

fn read_mails(folder: &Path) -> Vec<Mail> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the mail folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "eml"))
        .collect();
    files.sort();
    files.iter().map(|path| Mail::read(&std::fs::read(path).expect("a mail"))).collect()
}
