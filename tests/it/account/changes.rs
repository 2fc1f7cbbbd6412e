//! Another password, another mail address, and a second factor that is lost: each in its steps, and each refused where a
//! step is missing, used twice, too late, or somebody else's.

use crate::support::{Actor, Site};
use chrono::TimeDelta;
use polder::account::recovery;
use polder::commands::demo::PASSWORD;

const COOKIE: &str = "polder-session";
const KEES: &str = "kees@voorbeeldland.example";
const NOOR: &str = "noor@voorbeeldland.example";
const NEW: &str = "noor@nieuw.example";
const WHY: [(&str, &str); 1] = [("reason", "Called back on the number of the organisation.")];
const RECOVERY: &str = "/members/kees-van-nergens/recovery";

async fn link(site: &Site, email: &str) -> String {
    site.mails_to(email).await.pop().expect("a mail").link()
}

async fn asked(site: &Site) -> (Actor, String, String) {
    let mut noor = site.demo_member(NOOR).await;
    assert_eq!(noor.post("/account/address", &[("email", NEW)]).await.status(), 303);
    (noor, link(site, NOOR).await, link(site, NEW).await)
}

async fn email(site: &Site) -> String {
    site.word("select email from members where slug = 'noor-fictief'").await
}

#[tokio::test]
async fn a_new_password_ends_all_other_sessions_and_keeps_this_one() {
    let site = Site::demo().await;
    let (mut here, mut there) = (site.demo_member(NOOR).await, site.demo_member(NOOR).await);
    assert_eq!(site.anon().post("/account/new-link", &[("email", NOOR)]).await.status(), 303);
    let lies_about = link(&site, NOOR).await;
    let new = "zes natte eenden op een rij";
    for (password, again) in [
        ("short", "short"),
        (new, "another"),
        ("droge voeten 2026 noor", "x"),
        ("passwordpassword", "passwordpassword"),
    ] {
        let wrong = here.post("/account/password", &[("password", password), ("password_again", again)]).await;
        assert_eq!(wrong.status(), 422, "{password}");
        assert_eq!((wrong.value("password"), wrong.value("password_again")), (String::new(), String::new()));
    }
    let secret = here.cookie(COOKIE).expect("a session").to_owned();
    let changed = here.post("/account/password", &[("password", new), ("password_again", new)]).await;
    assert_eq!(changed.location(), "/account");
    assert_ne!(here.cookie(COOKIE), Some(secret.as_str()));
    assert_eq!((here.get("/members").await.status(), there.get("/members").await.status()), (200, 401));
    assert_eq!(site.anon().get(&lies_about).await.status(), 410, "a link that lay about is over");
    let old = site.anon().post("/account/sign-in", &[("email", NOOR), ("password", PASSWORD)]).await;
    assert_eq!(old.status(), 422);
    assert_eq!(site.by_password(NOOR, new).await.get("/members").await.status(), 200);
    let kinds: Vec<_> = site.mails_to(NOOR).await.into_iter().map(|mail| mail.kind).collect();
    assert!(kinds.contains(&"account-mail-password-set".to_owned()), "{kinds:?}");
    assert_eq!(site.number("select count(*) from audit_log where action = 'account.password-set'").await, 1);
}

#[tokio::test]
async fn an_address_changes_when_both_mailboxes_confirmed_it_in_either_order() {
    for first in [0, 1] {
        let site = Site::demo().await;
        let (mut noor, old, new) = asked(&site).await;
        let links = if first == 0 { [old, new] } else { [new, old] };
        for link in &links {
            assert_eq!(site.anon().get(link).await.status(), 200);
        }
        assert_eq!(email(&site).await, NOOR, "opening changes nothing");
        assert_eq!(site.anon().post(&links[0], &[]).await.status(), 303);
        assert_eq!(email(&site).await, NOOR);
        assert_eq!(site.anon().post(&links[0], &[]).await.status(), 410, "once");
        assert!(noor.get("/account/address").await.text(".panel").contains("Confirmed on"));
        assert_eq!(site.anon().post(&links[1], &[]).await.status(), 303);
        assert_eq!(email(&site).await, NEW);
        for mailbox in [NOOR, NEW] {
            assert_eq!(site.mails_to(mailbox).await.pop().expect("a mail").kind, "account-mail-address-changed");
        }
        assert_eq!(site.by_password(NEW, PASSWORD).await.get("/members").await.status(), 200);
        assert_eq!(
            site.anon().post("/account/sign-in", &[("email", NOOR), ("password", PASSWORD)]).await.status(),
            422
        );
        for link in &links {
            assert_eq!(site.anon().get(link).await.status(), 410);
        }
    }
}

#[tokio::test]
async fn both_confirmed_at_once_change_it_once() {
    let site = Site::demo().await;
    let (_, old, new) = asked(&site).await;
    let tasks: Vec<_> = [old.clone(), new.clone(), old, new]
        .into_iter()
        .map(|link| {
            let mut anon = site.anon();
            tokio::spawn(async move { anon.post(&link, &[]).await.status() })
        })
        .collect();
    let mut statuses = Vec::new();
    for task in tasks {
        statuses.push(task.await.expect("answers"));
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 303, 410, 410]);
    assert_eq!(email(&site).await, NEW);
    assert_eq!(site.number("select count(*) from audit_log where action = 'account.address-changed'").await, 1);
}

#[tokio::test]
async fn a_change_of_address_that_is_stopped_too_late_or_replaced_is_over() {
    let site = Site::demo().await;
    let (mut noor, old, new) = asked(&site).await;
    assert_eq!(noor.post("/account/address", &[("email", "noor@anders.example")]).await.status(), 303);
    for link in [&old, &new] {
        assert_eq!(site.anon().post(link, &[]).await.status(), 410, "a newer wish took its place");
    }
    let (old, new) = (link(&site, NOOR).await, link(&site, "noor@anders.example").await);
    site.later(TimeDelta::days(2));
    for link in [&old, &new] {
        assert_eq!(site.anon().post(link, &[]).await.status(), 410, "after two days");
    }
    let mut noor = site.demo_member(NOOR).await;
    assert!(!noor.get("/account/address").await.has(".panel"));
    assert_eq!(noor.post("/account/address", &[("email", NEW)]).await.status(), 303);
    let new = link(&site, NEW).await;
    assert_eq!(noor.post("/account/address/stop", &[]).await.status(), 303);
    assert_eq!(site.anon().post(&new, &[]).await.status(), 410);
    for (typed, status) in
        [(NOOR, 422), ("NOOR@voorbeeldland.example", 422), ("nobody", 422), ("a@b.example\r\nBcc: x@y.example", 422)]
    {
        assert_eq!(noor.post("/account/address", &[("email", typed)]).await.status(), status, "{typed}");
    }
    assert_eq!(email(&site).await, NOOR);
}

#[tokio::test]
async fn an_address_that_is_taken_stays_whose_it_is_and_the_answer_does_not_tell() {
    let site = Site::demo().await;
    let mut noor = site.demo_member(NOOR).await;
    assert_eq!(noor.post("/account/address", &[("email", KEES)]).await.status(), 303, "as for any other");
    let mail = site.mails_to(KEES).await.pop().expect("a mail");
    assert_eq!(mail.kind, "account-mail-address-taken");
    assert!(!mail.text.contains("noor") && !mail.text.contains("/account/address/"), "{}", mail.text);
    // Somebody joins with it between the two.
    let (_, old, new) = asked(&site).await;
    assert_eq!(site.anon().post(&old, &[]).await.status(), 303);
    site.run(&format!("update members set email = '{NEW}' where email = 'marek@kestrel.example'")).await;
    assert_eq!(site.anon().post(&new, &[]).await.status(), 409);
    assert_eq!(email(&site).await, NOOR);
}

#[tokio::test]
async fn a_lost_second_factor_goes_after_a_waiting_time_that_its_owner_can_stop() {
    let site = Site::demo().await;
    let has =
        "select count(*) from authenticators a join members m on m.id = a.member_id where m.slug = 'kees-van-nergens'";
    let mut lotte = site.liaison().await;
    assert!(lotte.get("/members/kees-van-nergens").await.has(&format!("a[href='{RECOVERY}']")));
    assert_eq!(lotte.post(RECOVERY, &[("reason", "short")]).await.status(), 422);
    assert_eq!(lotte.post(RECOVERY, &WHY).await.status(), 303);
    assert_eq!(lotte.post(RECOVERY, &WHY).await.status(), 409, "once");
    let mail = site.mails_to(KEES).await.pop().expect("a mail");
    assert_eq!(mail.kind, "account-mail-recovery-started");
    assert!(site.member().await.get("/account").await.text(".notice-warning").len() > 20);
    // Stopped with the link.
    assert_eq!(site.anon().get(&mail.link()).await.status(), 200);
    assert_eq!(site.anon().post(&mail.link(), &[]).await.status(), 303);
    assert_eq!(site.anon().post(&mail.link(), &[]).await.status(), 410);
    site.later(TimeDelta::days(4));
    recovery::finish_due(&site.app).await.expect("runs");
    assert_eq!(site.number(has).await, 1, "it stays");
    // Not stopped: it goes, not a moment early, and every session is without it.
    let mut lotte = site.liaison().await;
    assert_eq!(lotte.post(RECOVERY, &WHY).await.status(), 303);
    site.later(TimeDelta::days(3) - TimeDelta::seconds(1));
    recovery::finish_due(&site.app).await.expect("runs");
    assert_eq!(site.number(has).await, 1);
    let mut strong = site.with_second_factor(KEES).await;
    site.run(&format!(
        "insert into passkeys (id, member_id, credential_id, credential, name, backed_up, created_at)
         select gen_random_uuid(), id, sha256('lost'), '{{}}', 'The lost one', false, created_at from members where email = '{KEES}'"
    ))
    .await;
    site.later(TimeDelta::seconds(1));
    // Nobody acts in the name of who sleeps: what is due waits.
    site.run(&format!("update members set state = 'asleep' where email = '{KEES}'")).await;
    recovery::finish_due(&site.app).await.expect("runs");
    assert_eq!(site.number(has).await, 1);
    site.run(&format!("update members set state = 'active' where email = '{KEES}'")).await;
    let (one, other) = tokio::join!(recovery::finish_due(&site.app), recovery::finish_due(&site.app));
    assert!(one.is_ok() && other.is_ok());
    assert_eq!(site.number(has).await, 0);
    assert_eq!(
        site.number("select count(*) from passkeys").await,
        0,
        "whoever has the device comes in with it no more"
    );
    assert!(strong.get("/account/second-factor").await.text("main").contains("You have no second factor yet"));
    assert_eq!(site.number("select count(*) from audit_log where action = 'account.second-factor-removed'").await, 1);
    assert_eq!(
        site.mails_to(KEES).await.into_iter().filter(|mail| mail.kind == "account-mail-recovery-done").count(),
        1
    );
    let late = site
        .mails_to(KEES)
        .await
        .into_iter()
        .rfind(|mail| mail.kind == "account-mail-recovery-started")
        .expect("a mail");
    assert_eq!(site.anon().post(&late.link(), &[]).await.status(), 410, "too late, and it says so");
}

#[tokio::test]
async fn a_liaison_starts_no_recovery_for_the_own_account_nor_where_there_is_nothing() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    let own = site.word("select slug from members where email = 'lotte@voorbeeldpolder.example'").await;
    for (member, status) in [(own.as_str(), 409), ("noor-fictief", 409), ("nobody-here", 404)] {
        let answer = lotte.post(&format!("/members/{member}/recovery"), &WHY).await;
        assert_eq!(answer.status(), status, "{member}");
        assert!(status == 404 || answer.body().contains("Called back"), "what was typed is kept");
    }
    assert_eq!(site.number("select count(*) from factor_recoveries").await, 0);
    assert_eq!(lotte.post(RECOVERY, &WHY).await.status(), 303);
    let mut bram = site.demo_member("bram@voorbeeldpolder.example").await;
    assert_eq!(bram.post(&format!("{RECOVERY}/stop"), &[]).await.status(), 303);
    assert_eq!(bram.post(&format!("{RECOVERY}/stop"), &[]).await.status(), 409);
    assert_eq!(site.member().await.post(RECOVERY, &WHY).await.status(), 403);
}
