//! Sessions: they begin with signing in, and end on the server.

use crate::support::{Actor, Site};
use chrono::TimeDelta;
use polder::commands::demo::PASSWORD;

const COOKIE: &str = "polder-session";
const KEES: &str = "kees@voorbeeldland.example";

fn with_session(site: &Site, secret: &str) -> Actor {
    let mut actor = site.anon();
    actor.set_cookie(COOKIE, secret);
    actor
}

#[tokio::test]
async fn a_cookie_that_was_there_before_signing_in_is_not_used() {
    let site = Site::demo().await;
    let planted = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let mut victim = with_session(&site, planted);
    let signed_in = victim.post("/account/sign-in", &[("email", KEES), ("password", PASSWORD)]).await;
    assert_eq!(signed_in.status(), 303);
    let fresh = victim.cookie(COOKIE).expect("a session").to_owned();
    assert_ne!(fresh, planted);
    assert_eq!(with_session(&site, planted).get("/members").await.status(), 401);
    assert_eq!(with_session(&site, &fresh).get("/members").await.status(), 200);
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    let secret = kees.cookie(COOKIE).expect("a session").to_owned();
    assert_eq!(kees.get("/account/sign-out").await.status(), 405, "opening an address signs nobody out");
    assert_eq!(kees.get("/members").await.status(), 200);
    let out = kees.post("/account/sign-out", &[]).await;
    assert_eq!(out.location(), "/");
    assert_eq!(kees.cookie(COOKIE), None, "the browser forgets it");
    assert!(kees.follow(&out).await.text(".flash").contains("signed out"));
    assert_eq!(with_session(&site, &secret).get("/members").await.status(), 401, "the server forgets it");
    assert_eq!(kees.post("/account/sign-out", &[]).await.status(), 303, "twice does no harm");
}

#[tokio::test]
async fn signing_out_here_leaves_the_session_elsewhere() {
    let site = Site::demo().await;
    let (mut here, mut there) = (site.member().await, site.member().await);
    assert_eq!(here.post("/account/sign-out", &[]).await.status(), 303);
    assert_eq!(there.get("/members").await.status(), 200);
}

#[tokio::test]
async fn an_unused_session_ends_after_a_week_and_a_used_one_after_a_month() {
    let site = Site::demo().await;
    let (mut idle, mut busy) = (site.member().await, site.member().await);
    for day in 1..=29 {
        site.later(TimeDelta::days(1));
        assert_eq!(busy.get("/members").await.status(), 200, "day {day}");
    }
    assert_eq!(idle.get("/members").await.status(), 401, "nobody used it for a week");
    site.later(TimeDelta::days(1));
    assert_eq!(busy.get("/members").await.status(), 401, "a month is the end of any");
}

#[tokio::test]
async fn a_suspended_member_is_out_at_the_next_request() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    assert_eq!(kees.get("/members").await.status(), 200);
    site.run(&format!("update members set state = 'suspended' where email = '{KEES}'")).await;
    assert_eq!(kees.get("/members").await.status(), 401);
    assert_eq!(kees.get("/members/kees-van-nergens").await.status(), 401);
    let others = site.publisher().await.get("/members").await;
    assert!(!others.body().contains("Kees van Nergens"), "and leaves the directory");
}

#[tokio::test]
async fn roles_that_end_end_at_the_next_request() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    assert_eq!(lotte.get("/join/requests").await.status(), 200);
    site.run("update members set roles = '{}' where email = 'lotte@voorbeeldpolder.example'").await;
    assert_eq!(lotte.get("/join/requests").await.status(), 403);
    let mut sam = site.publisher().await;
    assert_eq!(sam.get("/articles/new").await.status(), 200);
    let of_sam = "where member_id = (select id from members where slug = 'sam-example')";
    site.run(&format!("update memberships set roles = '{{}}' {of_sam}")).await;
    assert_eq!(sam.get("/articles/new").await.status(), 403);
    site.run(&format!("update memberships set until = '2026-11-01' {of_sam}")).await;
    assert_eq!(sam.get("/articles/new").await.status(), 401, "no membership holds: the session is over");
}

#[tokio::test]
async fn a_session_cookie_of_any_shape_is_nobody() {
    let site = Site::demo().await;
    for secret in ["", "x", "null", "'--", &"a".repeat(4000), "\"quoted\"", "a=b=c"] {
        let page = with_session(&site, secret).get("/members").await;
        assert_eq!(page.status(), 401, "{secret}");
        assert_eq!(with_session(&site, secret).get("/").await.status(), 200, "{secret}");
    }
}

#[tokio::test]
async fn the_database_holds_no_secret_that_opens_anything() {
    let site = Site::demo().await;
    let kees = site.member().await;
    let secret = kees.cookie(COOKIE).expect("a session");
    let kept = site
        .word("select string_agg(encode(token_hash, 'escape') || encode(token_hash, 'base64'), ' ') from sessions")
        .await;
    assert!(!kept.contains(secret));
    assert_eq!(site.number("select count(*) from members where password_hash not like '$argon2id$%'").await, 0);
}
