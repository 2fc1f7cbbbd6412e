//! Setting a password with a mailed link.

use crate::support::Site;
use chrono::TimeDelta;
use polder::commands::demo::PASSWORD;

const KEES: &str = "kees@voorbeeldland.example";
const NEW: &str = "vier natte polders op een rij";

async fn link(site: &Site) -> String {
    assert_eq!(site.anon().post("/account/new-link", &[("email", KEES)]).await.status(), 303);
    site.mails_to(KEES).await.pop().expect("a mail").link()
}

fn both(password: &str) -> [(&str, &str); 2] {
    [("password", password), ("password_again", password)]
}

#[tokio::test]
async fn a_link_sets_a_password_once_and_ends_all_sessions_of_before() {
    let site = Site::demo().await;
    let mut before = site.member().await;
    let link = link(&site).await;
    let mut kees = site.anon();
    assert_eq!(kees.get(&link).await.status(), 200);
    let set = kees.post(&link, &both(NEW)).await;
    assert_eq!(set.status(), 303);
    assert_eq!(kees.get("/members").await.status(), 200, "signed in here");
    assert_eq!(before.get("/members").await.status(), 401, "signed out everywhere else");
    for answer in [kees.get(&link).await, kees.post(&link, &both("een heel ander wachtwoord")).await] {
        assert_eq!(answer.status(), 410, "a link works once");
    }
    let sign_in = |password| [("email", KEES), ("password", password)];
    assert_eq!(site.anon().post("/account/sign-in", &sign_in(PASSWORD)).await.status(), 422);
    assert_eq!(site.anon().post("/account/sign-in", &sign_in(NEW)).await.status(), 303);
    let logged = site.number("select count(*) from audit_log where action = 'account.password-set'").await;
    assert_eq!(logged, 1);
}

#[tokio::test]
async fn a_password_that_is_short_long_or_typed_differently_is_refused_and_the_link_stays_good() {
    let site = Site::demo().await;
    let link = link(&site).await;
    let mut kees = site.anon();
    let long = "x".repeat(201);
    let wrong = [
        ("", "", "password"),
        ("fourteen chars", "fourteen chars", "password"),
        (long.as_str(), long.as_str(), "password"),
        (NEW, "", "password_again"),
        (NEW, "vier natte polders op een rij ", "password_again"),
    ];
    for (password, again, field) in wrong {
        let answer = kees.post(&link, &[("password", password), ("password_again", again)]).await;
        assert_eq!(answer.status(), 422, "{password:?} {again:?}");
        assert!(answer.has(&format!("#{field}-error")), "{password:?} {again:?}");
        assert_eq!(answer.value("password"), "", "a password never comes back");
        assert!(!answer.body().contains("vier natte"), "nowhere");
    }
    // Fifteen characters, also when each is four bytes.
    assert_eq!(kees.post(&link, &both("🚰🌊💧🐟🦆🐸⛵🚤🌧🏞🌷🚲🧀🐄🌬")).await.status(), 303);
}

#[tokio::test]
async fn a_link_runs_out_and_a_newer_password_ends_the_older_links() {
    let site = Site::demo().await;
    let (first, second) = (link(&site).await, link(&site).await);
    assert_ne!(first, second);
    assert_eq!(site.anon().post(&second, &both(NEW)).await.status(), 303);
    assert_eq!(site.anon().post(&first, &both("een heel ander wachtwoord")).await.status(), 410);
    let third = link(&site).await;
    site.later(TimeDelta::days(2));
    assert_eq!(site.anon().get(&third).await.status(), 410);
    assert_eq!(site.anon().post(&third, &both(NEW)).await.status(), 410);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_who_use_a_link_at_once_one_sets_the_password() {
    let site = Site::demo().await;
    let link = link(&site).await;
    let (mut one, mut other) = (site.anon(), site.anon());
    let (first, second) = (both(NEW), both("een heel ander wachtwoord"));
    let (a, b) = tokio::join!(one.post(&link, &first), other.post(&link, &second));
    let mut statuses = [a.status(), b.status()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410]);
}

#[tokio::test]
async fn a_suspended_member_sets_no_password() {
    let site = Site::demo().await;
    let link = link(&site).await;
    site.run(&format!("update members set state = 'suspended' where email = '{KEES}'")).await;
    let answer = site.anon().post(&link, &both(NEW)).await;
    assert_eq!(answer.status(), 410);
    assert!(answer.headers().get("set-cookie").is_none());
}

#[tokio::test]
async fn a_password_in_a_form_that_cannot_be_sent_is_never_shown_again() {
    let site = Site::demo().await;
    let answer = site.anon().post("/account/profile", &both(NEW)).await;
    assert_eq!(answer.status(), 401);
    assert!(!answer.body().contains("natte"), "{}", answer.body());
}
