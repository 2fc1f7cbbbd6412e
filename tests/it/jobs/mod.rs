//! Work for later: retried, given up, done once.

mod retention;

use crate::support::{Site, SmtpServer};
use chrono::TimeDelta;
use polder::mail::Mailer;
use polder::worker;
use tokio::task::JoinSet;

const KEES: &str = "kees@voorbeeldland.example";

/// A site that mails to a server which answers every recipient so.
async fn mailing(code: u16) -> (Site, SmtpServer) {
    let mut site = Site::demo().await;
    let server = SmtpServer::start().await;
    server.answer_recipients_with(code);
    site.mail_by(Mailer::smtp(&server.url, "Test <polder@polder.test>").expect("a mailer"));
    (site, server)
}

async fn ask_for_link(site: &Site) {
    assert_eq!(site.anon().post("/account/new-link", &[("email", KEES)]).await.status(), 303);
}

async fn state(site: &Site) -> (String, i64) {
    let state = site.word("select state::text from jobs order by created_at desc, id desc limit 1").await;
    (state, site.number("select attempts::bigint from jobs order by created_at desc, id desc limit 1").await)
}

#[tokio::test]
async fn what_the_server_refuses_for_now_is_sent_later_with_growing_waits() {
    let (site, server) = mailing(451).await;
    ask_for_link(&site).await;
    assert_eq!(site.tick().await, 1);
    assert_eq!(state(&site).await, ("waiting".into(), 1));
    assert_eq!(site.tick().await, 0, "not at once");
    let mut waited = TimeDelta::zero();
    for wait in [1, 2, 4] {
        site.later(TimeDelta::minutes(wait) - TimeDelta::seconds(1));
        assert_eq!(site.tick().await, 0, "not before {wait} minutes");
        site.later(TimeDelta::seconds(1));
        assert_eq!(site.tick().await, 1, "after {wait} minutes");
        waited += TimeDelta::minutes(wait);
    }
    assert_eq!(state(&site).await, ("waiting".into(), 4));
    server.answer_recipients_with(250);
    site.later(TimeDelta::minutes(8));
    assert_eq!(site.tick().await, 1);
    assert_eq!(state(&site).await, ("done".into(), 5));
    let mails = server.mails();
    assert_eq!(mails.len(), 1, "it arrives once");
    assert_eq!(site.anon().get(&mails[0].link()).await.status(), 200, "with a link that works");
}

#[tokio::test]
async fn after_eight_tries_it_is_given_up_and_stays_to_be_looked_at() {
    let (site, server) = mailing(451).await;
    ask_for_link(&site).await;
    let mut tries = 0;
    for _ in 0..400 {
        tries += site.tick().await;
        site.later(TimeDelta::minutes(1));
    }
    assert_eq!(tries, 8);
    assert_eq!(state(&site).await, ("failed".into(), 8));
    let reason = site.word("select last_error from jobs order by created_at desc limit 1").await;
    assert!(reason.contains("451"), "{reason}");
    server.answer_recipients_with(250);
    site.later(TimeDelta::days(60));
    polder::jobs::tidy(site.app.db.pool(), &site.app.clock, site.app.limits()).await.expect("tidies");
    assert_eq!(site.tick().await, 0);
    assert_eq!(state(&site).await.0, "failed", "what failed is not forgotten");
}

#[tokio::test]
async fn what_the_server_refuses_for_good_is_given_up_at_once() {
    let (site, server) = mailing(550).await;
    ask_for_link(&site).await;
    assert_eq!(site.tick().await, 1);
    assert_eq!(state(&site).await, ("failed".into(), 1));
    assert!(site.word("select last_error from jobs order by created_at desc limit 1").await.contains("550"));
    server.answer_recipients_with(250);
    site.later(TimeDelta::days(1));
    assert_eq!(site.tick().await, 0);
    assert!(server.mails().is_empty());
}

#[tokio::test]
async fn one_that_fails_keeps_no_other_waiting() {
    let (site, server) = mailing(451).await;
    ask_for_link(&site).await;
    assert_eq!(site.tick().await, 1);
    server.answer_recipients_with(250);
    let other = [("email", "sam@kestrel.example")];
    assert_eq!(site.anon().post("/account/new-link", &other).await.status(), 303);
    assert_eq!(site.tick().await, 1);
    assert_eq!(server.mails().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn workers_at_once_send_each_mail_once() {
    let (site, server) = mailing(250).await;
    for n in 0..20 {
        site.run(&format!(
            "insert into jobs (id, kind, payload, run_at, created_at)
             select gen_random_uuid(), 'password-link', jsonb_build_object('job', 'password-link', 'email', email), '2026-11-24', '2026-11-24'
             from members order by id offset {} limit 1",
            n % 12
        ))
        .await;
    }
    let mut workers = JoinSet::new();
    for _ in 0..4 {
        let (app, mailer) = site.worker_parts();
        workers.spawn(async move {
            let mut done = 0;
            while worker::tick(&app, &mailer).await.expect("the database is up") {
                done += 1;
            }
            done
        });
    }
    let done: usize = workers.join_all().await.into_iter().sum();
    assert_eq!((done, server.mails().len()), (20, 20));
    assert_eq!(site.number("select count(*) from jobs where state = 'done' and attempts = 1").await, 20);
}

#[tokio::test]
async fn a_job_that_this_program_does_not_know_fails_and_blocks_nothing() {
    let site = Site::demo().await;
    for payload in ["{\"job\": \"brew-coffee\"}", "{}", "[]", "null", "{\"job\": \"password-link\", \"email\": 7}"] {
        site.run(&format!(
            "insert into jobs (id, kind, payload, run_at, created_at)
             values (gen_random_uuid(), 'x', '{payload}', '2026-11-01', '2026-11-01')"
        ))
        .await;
    }
    ask_for_link(&site).await;
    assert_eq!(site.mails_to(KEES).await.len(), 1);
    assert_eq!(site.number("select count(*) from jobs where state = 'failed' and last_error is not null").await, 5);
}

#[tokio::test]
async fn a_job_about_what_is_gone_is_done_without_a_mail() {
    let site = Site::demo().await;
    let none = "019376b0-0000-7000-8000-000000000000";
    for payload in [
        "{\"job\": \"password-link\", \"email\": \"nobody@nowhere.example\"}".to_owned(),
        format!("{{\"job\": \"join-proof\", \"request\": \"{none}\"}}"),
        format!("{{\"job\": \"join-declined\", \"request\": \"{none}\"}}"),
        format!(
            "{{\"job\": \"article-news\", \"revision\": \"{none}\", \"member\": \"{none}\", \"news\": \"published\"}}"
        ),
    ] {
        site.run(&format!(
            "insert into jobs (id, kind, payload, run_at, created_at)
             values (gen_random_uuid(), 'x', '{payload}', '2026-11-01', '2026-11-01')"
        ))
        .await;
    }
    assert_eq!(site.tick().await, 4);
    assert!(site.mails().is_empty());
    assert_eq!(site.number("select count(*) from jobs where state = 'done'").await, 4);
}

#[tokio::test]
async fn no_job_holds_a_secret_or_a_title() {
    let site = Site::demo().await;
    ask_for_link(&site).await;
    let payloads = site.word("select coalesce(string_agg(payload::text, ' '), '') from jobs").await;
    assert!(!payloads.contains("http") && !payloads.contains("name"), "{payloads}");
    let link = site.mails_to(KEES).await.pop().expect("a mail").link();
    let secret = link.rsplit('/').next().expect("a secret");
    let kept = site.word("select coalesce(string_agg(j::text, ' '), '') from (select * from jobs) j").await;
    assert!(!kept.contains(secret));
}
