//! How often somebody may try: together at all instances, never to the harm of the owner, and told in words.

use crate::support::{Actor, Answer, Site};
use axum::Extension;
use axum::extract::ConnectInfo;
use chrono::TimeDelta;
use polder::auth::limits::Limits;
use polder::commands::demo::PASSWORD;
use polder::jobs;
use std::net::SocketAddr;

const SAM: &str = "sam@kestrel.example";
const NOBODY: &str = "nobody@nowhere.example";
const SIGN_IN: &str = "/account/sign-in";
const NEW_LINK: &str = "/account/new-link";

/// Somebody at a network of their own, at an instance with the limits of an installation that sets none.
async fn at(site: &Site, network: &str) -> Actor {
    let peer: SocketAddr = network.parse().expect("an address");
    Actor::new(site.instance(Limits::default()).await.layer(Extension(ConnectInfo(peer))))
}

async fn try_in(actor: &mut Actor, email: &str, password: &str) -> Answer {
    actor.post(SIGN_IN, &[("email", email), ("password", password)]).await
}

/// The statuses of so many guesses at once, one instance after the other.
async fn guess(actors: &[Actor], email: &'static str, times: usize) -> Vec<u16> {
    let mut at_once = tokio::task::JoinSet::new();
    for number in 0..times {
        let mut actor = actors[number % actors.len()].clone();
        at_once.spawn(async move { try_in(&mut actor, email, &format!("guess number {number}")).await.status() });
    }
    let mut all = at_once.join_all().await;
    all.sort_unstable();
    all
}

fn count(statuses: &[u16], wanted: u16) -> usize {
    statuses.iter().filter(|status| **status == wanted).count()
}

#[tokio::test]
async fn two_instances_let_no_more_guesses_through_than_one_and_the_owner_gets_in_all_the_same() {
    let site = Site::demo().await;
    let mut owner = at(&site, "192.0.2.1:1").await;
    assert_eq!(try_in(&mut owner, SAM, PASSWORD).await.status(), 303);
    owner.lose_cookie("polder-session");
    // Each in a network of its own: what stops them is the account.
    let strangers = [at(&site, "198.51.100.1:1").await, at(&site, "203.0.113.1:1").await];
    let statuses = guess(&strangers, SAM, 60).await;
    // The owner's first time in this browser took one of the ten.
    assert_eq!((count(&statuses, 422), count(&statuses, 429)), (9, 51), "{statuses:?}");
    let unknown = guess(&strangers, NOBODY, 60).await;
    assert_eq!((count(&unknown, 422), count(&unknown, 429)), (10, 50), "an unknown address alike");

    let right = try_in(&mut strangers[0].clone(), SAM, PASSWORD).await;
    assert_eq!(right.status(), 429, "even the right password is not looked at");
    assert!(right.headers().get("set-cookie").is_none());
    let mut mistaken = owner.clone();
    for _ in 0..5 {
        assert_eq!(try_in(&mut mistaken, "SAM@kestrel.example ", "mistyped").await.status(), 422);
    }
    assert_eq!(try_in(&mut mistaken, SAM, PASSWORD).await.status(), 303, "where they signed in before");
    // With the cookie of that browser nobody gets further at another account.
    assert_eq!(try_in(&mut mistaken, NOBODY, "x").await.status(), 429);

    site.later(TimeDelta::minutes(6));
    let next = guess(&strangers, SAM, 4).await;
    assert_eq!((count(&next, 422), count(&next, 429)), (1, 3), "one more every six minutes");
}

#[tokio::test]
async fn a_browser_that_was_stolen_guesses_no_more_than_a_stranger_and_a_new_password_forgets_it() {
    let site = Site::demo().await;
    let mut owner = at(&site, "192.0.2.1:1").await;
    assert_eq!(try_in(&mut owner, SAM, PASSWORD).await.status(), 303);
    let stolen = guess(std::slice::from_ref(&owner), SAM, 30).await;
    assert_eq!((count(&stolen, 422), count(&stolen, 429)), (10, 20));
    assert_eq!(owner.post(NEW_LINK, &[("email", SAM)]).await.status(), 303, "the way out of a pause");
    let link = site.mails_to(SAM).await.pop().expect("a mail").link();
    let typed = [("password", "zeven sloten tegelijk"), ("password_again", "zeven sloten tegelijk")];
    let mut elsewhere = at(&site, "192.0.2.2:1").await;
    assert_eq!(elsewhere.post(&link, &typed).await.status(), 303);
    assert_eq!(site.number("select count(*) from known_devices").await, 1, "the browser of the new password alone");
    assert!(elsewhere.cookie("polder-device").is_some());
}

#[tokio::test]
async fn the_page_says_when_to_come_again_keeps_the_address_and_stays_in_another_language() {
    let site = Site::demo().await;
    let mut stranger = at(&site, "198.51.100.1:1").await;
    guess(std::slice::from_ref(&stranger), NOBODY, 10).await;
    let form = [("email", NOBODY), ("password", "one more guess"), ("back", "/events")];
    let refused = stranger.post(SIGN_IN, &form).await;
    assert_eq!((refused.status(), refused.page().as_str()), (429, "account/sign_in"));
    assert_eq!(refused.header("retry-after"), "361");
    assert_eq!((refused.value("email").as_str(), refused.value("password").as_str()), (NOBODY, ""));
    assert_eq!(refused.attribute("main input[name=back]", "value"), "/events");
    // Noon in universal time is one o'clock in the site's zone.
    assert!(refused.text("#email-error").contains("24 November 2026, 13:06"), "{}", refused.text("#email-error"));
    assert!(refused.has("main form a[href='/account/new-link']"), "what to do instead");
    let packed = refused.attribute("input[name=shown_errors]", "value");
    let again = [("email", NOBODY), ("shown_errors", packed.as_str()), ("show_in", "nl")];
    let dutch = stranger.post(SIGN_IN, &again).await;
    assert!(dutch.text("#email-error").contains("24 november 2026, 13:06"), "{}", dutch.text("#email-error"));
    assert_eq!(dutch.value("email"), NOBODY);
}

#[tokio::test]
async fn whoever_makes_us_write_to_an_address_takes_no_link_to_a_password_from_its_owner() {
    let site = Site::demo().await;
    let mut stranger = at(&site, "198.51.100.1:1").await;
    for address in [NOBODY, SAM] {
        for number in 0..7 {
            let answer = stranger.post(NEW_LINK, &[("email", &address.to_uppercase())]).await;
            assert_eq!(answer.status(), if number < 5 { 303 } else { 429 }, "{address} {number}");
        }
    }
    assert_eq!(site.mails_to(SAM).await.len(), 5);
    let mut elsewhere = at(&site, "203.0.113.1:1").await;
    let form = [
        ("name", "Sam Kestrel"),
        ("email", SAM),
        ("new_organisation", "Somewhere"),
        ("function", "Engineer"),
        ("sector", "energy-gas"),
        ("motivation", "To learn from others and to share what we know."),
        ("language", "en"),
        ("agree", "yes"),
    ];
    for number in 0..5 {
        assert_eq!(elsewhere.post("/join", &form).await.status(), 303, "{number}");
    }
    let refused = elsewhere.post("/join", &form).await;
    assert_eq!((refused.status(), refused.page().as_str()), (429, "join/ask"), "{}", refused.text("main"));
    assert_eq!(refused.header("retry-after"), "17281", "a fifth of a day");
    assert_eq!(refused.value("name"), "Sam Kestrel");
    assert!(refused.text("main").contains("leave this page open"));
    // From one network to whatever addresses: ten were sent above.
    for number in 0..25 {
        let email = format!("n{number}@nowhere.example");
        let answer = stranger.post(NEW_LINK, &[("email", &email)]).await;
        assert_eq!(answer.status(), if number < 20 { 303 } else { 429 }, "{number}");
    }
    let email = "n24@nowhere.example";
    assert_eq!(elsewhere.post(NEW_LINK, &[("email", email)]).await.status(), 303, "who was refused took nothing");
}

#[tokio::test]
async fn a_network_tries_so_much_at_all_accounts_together_and_another_network_goes_on() {
    let site = Site::demo().await;
    // 64 bits of an IPv6 address are one customer's.
    let near = [at(&site, "[2001:db8:1:2::1]:1").await, at(&site, "[2001:db8:1:2:ffff::1]:1").await];
    let mut statuses = Vec::new();
    for number in 0..110 {
        let email = format!("n{number}@nowhere.example");
        statuses.push(try_in(&mut near[number % 2].clone(), &email, "x").await.status());
    }
    assert_eq!((count(&statuses[..100], 422), count(&statuses[100..], 429)), (100, 10), "{statuses:?}");
    assert_eq!(try_in(&mut near[0].clone(), SAM, PASSWORD).await.status(), 429);
    let mut far = at(&site, "[2001:db8:1:3::1]:1").await;
    assert_eq!(try_in(&mut far, SAM, PASSWORD).await.status(), 303);
}

#[tokio::test]
async fn rows_say_nothing_and_go_when_they_are_no_longer_needed() {
    let site = Site::demo().await;
    let mut stranger = at(&site, "198.51.100.1:1").await;
    guess(std::slice::from_ref(&stranger), SAM, 30).await;
    assert_eq!(site.number("select count(*) from limit_buckets").await, 3, "network, account, account in the long run");
    for number in 0..200 {
        let email = format!("n{number}@nowhere.example");
        let status = try_in(&mut stranger, &email, "x").await.status();
        assert_eq!(status, if number < 90 { 422 } else { 429 }, "{number}");
    }
    assert_eq!(site.number("select count(*) from limit_buckets").await, 3 + 2 * 90, "a refusal leaves no row");
    for sql in ["select secret from limit_secrets", "update limit_buckets set full_at = '2000-01-01'"] {
        let refused = sqlx::raw_sql(sql).execute(site.app.db.pool()).await.expect_err("not for the serving role");
        assert!(refused.to_string().contains("permission denied"), "{sql}: {refused}");
    }
    site.later(TimeDelta::days(31));
    jobs::tidy(site.app.db.pool(), &site.app.clock, site.app.limits()).await.expect("tidies");
    assert_eq!(site.number("select count(*) from limit_buckets").await, 0);
}

#[tokio::test]
async fn a_clock_that_goes_back_makes_nobody_wait_longer_than_a_step() {
    let site = Site::demo().await;
    let stranger = at(&site, "198.51.100.1:1").await;
    site.later(TimeDelta::days(3650));
    guess(std::slice::from_ref(&stranger), NOBODY, 12).await;
    site.later(-TimeDelta::days(3650));
    let mut actor = stranger.clone();
    let refused = try_in(&mut actor, NOBODY, "x").await;
    // What is kept in the long run gives one try in 7.2 hours.
    assert_eq!((refused.status(), refused.header("retry-after")), (429, "25921"));
    site.later(TimeDelta::seconds(25921));
    assert_eq!(try_in(&mut actor, NOBODY, "x").await.status(), 422);
    site.later(TimeDelta::days(31));
    let later = guess(std::slice::from_ref(&stranger), NOBODY, 12).await;
    assert_eq!(count(&later, 422), 10);
}

#[tokio::test]
async fn without_the_database_nobody_tries_anything() {
    let site = Site::demo().await;
    let mut actor = site.anon();
    site.app.db.pool().close().await;
    for (address, fields) in [(SIGN_IN, vec![("email", SAM), ("password", PASSWORD)]), (NEW_LINK, vec![("email", SAM)])]
    {
        let answer = actor.post(address, &fields).await;
        assert_eq!((answer.status(), answer.header("retry-after")), (503, "10"), "{address}");
    }
}
