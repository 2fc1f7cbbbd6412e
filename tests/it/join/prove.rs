//! The mailed link: once, for a while, for the newest request.

use super::support::{MOTIVATION, ask, form, send, with};
use crate::support::Site;
use chrono::TimeDelta;

const EMAIL: &str = "koen@nieuw.example";

#[tokio::test]
async fn a_link_that_never_was_is_over_whatever_it_looks_like() {
    let site = Site::demo().await;
    let mut stranger = site.anon();
    for secret in ["x", "%20", "..%2f..%2fetc", "%F0%9F%92%A7", &"a".repeat(5000), "'%20or%201=1--"] {
        let address = format!("/join/proof/{secret}");
        let page = stranger.get(&address).await;
        assert_eq!(page.status(), 410, "{secret}");
        assert_eq!(page.page(), "error");
        assert_eq!(stranger.post(&address, &[]).await.status(), 410, "{secret}");
    }
    assert_eq!(stranger.get("/join/proof/a%00b").await.status(), 400);
    assert_eq!(stranger.get("/join/proof/%FF%FE").await.status(), 404);
}

#[tokio::test]
async fn pressing_twice_proves_once_and_tells_where_the_request_stands() {
    let site = Site::demo().await;
    let link = ask(&site, &form(EMAIL)).await;
    let mut stranger = site.anon();
    assert!(stranger.get(&link).await.has("main form[method=post]"));
    for _ in 0..3 {
        let again = stranger.post(&link, &[]).await;
        assert_eq!(again.location(), link);
        let page = stranger.follow(&again).await;
        assert_eq!(page.status(), 200);
        assert_eq!(page.text("h1"), "Your request is with the liaison");
        assert!(!page.has("main form"));
    }
    site.tick().await;
    let told = site.mails().iter().filter(|mail| mail.kind == "join-mail-waiting").count();
    assert_eq!(told, 2, "each of the two liaisons is told once");
}

#[tokio::test]
async fn an_expired_link_proves_nothing_and_says_what_to_do() {
    let site = Site::demo().await;
    let link = ask(&site, &form(EMAIL)).await;
    site.later(TimeDelta::days(3) + TimeDelta::seconds(1));
    let mut stranger = site.anon();
    for answer in [stranger.get(&link).await, stranger.post(&link, &[]).await] {
        assert_eq!(answer.status(), 410);
        assert!(answer.text("main").contains("send your request to join again"));
    }
    let unproven = format!("select count(*) from join_requests where email = '{EMAIL}' and state = 'unproven'");
    assert_eq!(site.number(&unproven).await, 1);
}

#[tokio::test]
async fn the_page_tells_where_the_request_stands_also_weeks_later() {
    let site = Site::demo().await;
    let link = ask(&site, &form(EMAIL)).await;
    let mut stranger = site.anon();
    assert_eq!(stranger.post(&link, &[]).await.status(), 303);
    site.later(TimeDelta::days(40));
    polder::jobs::tidy(site.app.db.pool(), &site.app.clock, site.app.limits()).await.expect("tidies");
    let page = stranger.get(&link).await;
    assert_eq!(page.status(), 200);
    assert_eq!(page.text("h1"), "Your request is with the liaison");
}

#[tokio::test]
async fn of_two_requests_of_one_address_the_newer_takes_the_place_of_the_older() {
    let site = Site::demo().await;
    let older = ask(&site, &with(form(EMAIL), &[("function", "The older")])).await;
    site.later(TimeDelta::minutes(1));
    let newer = ask(&site, &with(form("Koen@Nieuw.example"), &[("function", "The newer")])).await;
    let mut stranger = site.anon();
    assert_eq!(stranger.post(&older, &[]).await.status(), 303);
    assert_eq!(stranger.post(&newer, &[]).await.status(), 303);
    assert_eq!(stranger.get(&older).await.text("h1"), "You sent a newer request");
    assert_eq!(stranger.get(&newer).await.text("h1"), "Your request is with the liaison");
    let queue = site.liaison().await.get("/join/requests").await;
    assert!(queue.body().contains("The newer") && !queue.body().contains("The older"));
}

#[tokio::test]
async fn the_newer_request_holds_also_when_the_older_is_proven_after_it() {
    let site = Site::demo().await;
    let older = ask(&site, &with(form(EMAIL), &[("function", "The older")])).await;
    site.later(TimeDelta::minutes(1));
    let newer = ask(&site, &with(form(EMAIL), &[("function", "The newer")])).await;
    let mut stranger = site.anon();
    assert_eq!(stranger.post(&newer, &[]).await.status(), 303);
    assert_eq!(stranger.post(&older, &[]).await.location(), older);
    assert_eq!(stranger.get(&newer).await.text("h1"), "Your request is with the liaison");
    assert_eq!(stranger.get(&older).await.text("h1"), "You sent a newer request");
    let queue = site.liaison().await.get("/join/requests").await;
    assert!(queue.body().contains("The newer") && !queue.body().contains("The older"));
}

#[tokio::test]
async fn a_mail_scanner_that_opens_the_link_changes_nothing() {
    let site = Site::demo().await;
    let link = ask(&site, &form(EMAIL)).await;
    for _ in 0..3 {
        assert_eq!(site.anon().get(&link).await.status(), 200);
    }
    assert_eq!(site.tick().await, 0, "nobody was told anything");
    assert_eq!(site.anon().post(&link, &[]).await.status(), 303, "the button still works");
}

#[tokio::test]
async fn the_secret_of_one_purpose_opens_no_other_door() {
    let site = Site::demo().await;
    let link = ask(&site, &form(EMAIL)).await;
    let secret = link.rsplit('/').next().expect("a secret");
    assert_eq!(site.anon().get(&format!("/account/password/{secret}")).await.status(), 410);
    let password = [("password", "a long enough sentence"), ("password_again", "a long enough sentence")];
    assert_eq!(site.anon().post(&format!("/account/password/{secret}"), &password).await.status(), 410);
    let mut stranger = site.anon();
    stranger.set_cookie("polder-session", secret);
    assert_eq!(stranger.get("/members").await.status(), 401);
}

#[tokio::test]
async fn many_requests_of_one_address_end_in_one_that_waits() {
    let site = Site::demo().await;
    for number in 0..12 {
        let typed = with(form(EMAIL), &[("motivation", &format!("{MOTIVATION} Number {number}."))]);
        assert_eq!(send(&mut site.anon(), "/join", &typed).await.status(), 303);
        site.later(TimeDelta::seconds(1));
    }
    for mail in site.mails_to(EMAIL).await {
        assert_eq!(site.anon().post(&mail.link(), &[]).await.status(), 303);
    }
    let waits = format!("select count(*) from join_requests where email = '{EMAIL}' and state = 'waiting'");
    assert_eq!(site.number(&waits).await, 1);
}
