//! Whoever has no access any more reads so, by whichever way they came, and asks to be let in again.

use super::passkeys;
use crate::support::{Actor, Answer, Site};
use axum::Extension;
use axum::extract::ConnectInfo;
use chrono::TimeDelta;
use polder::auth::limits::Limits;
use polder::auth::links::{self, Purpose};
use polder::commands::demo::PASSWORD;
use std::net::SocketAddr;
use uuid::Uuid;

const ASLEEP: &str = "/account/asleep";
const PEOPLE: &str = "/partners/kestrel-controls/people";
const TESS: &str = "tess@kestrel.example";
const FATIMA: &str = "fatima@kestrel.example";
const LOTTE: &str = "lotte@voorbeeldpolder.example";

/// Puts the membership of somebody to sleep, or ends it otherwise.
async fn end(site: &Site, email: &str, how: &str) {
    site.run(&format!(
        "update memberships set until = '{}', ended_because = '{how}'
         where until is null and member_id = (select id from members where email = '{email}')",
        site.app.clock.now()
    ))
    .await;
}

async fn signs_in(actor: &mut Actor, email: &str) -> Answer {
    let page = actor.post("/account/sign-in", &[("email", email), ("password", PASSWORD)]).await;
    assert_eq!((page.status(), page.page().as_str()), (403, "account/asleep"));
    page
}

/// What the page of somebody carries as proof.
async fn proof(site: &Site, email: &str) -> String {
    signs_in(&mut site.anon(), email).await.value("proof")
}

async fn asks(site: &Site, proof: &str) -> Answer {
    site.anon().post(ASLEEP, &[("proof", proof)]).await
}

/// How many mails of a kind somebody got.
async fn mails(site: &Site, email: &str, kind: &str) -> usize {
    site.mails_to(email).await.into_iter().filter(|mail| mail.kind == kind).count()
}

async fn asked(site: &Site) -> i64 {
    site.number("select count(*) from audit_log where action = 'membership.wake-asked'").await
}

#[tokio::test]
async fn whoever_sleeps_asks_and_the_coordinator_is_told_once_and_lets_them_in() {
    let site = Site::demo().await;
    end(&site, TESS, "asleep").await;
    let mut tess = site.anon();
    let proof = signs_in(&mut tess, TESS).await.value("proof");
    let sent = tess.post(ASLEEP, &[("proof", &proof)]).await;
    assert_eq!(sent.location(), "/account/sign-in");
    assert!(tess.follow(&sent).await.text(".toast").contains("get a mail"));
    let mail = site.mails_to(FATIMA).await.pop().expect("a mail");
    assert_eq!((mail.kind.as_str(), mail.link().as_str()), ("members-mail-wake-asked", PEOPLE));
    assert!(mail.text.contains("Tess Testdijk") && mail.text.contains("Kestrel Controls"), "{}", mail.text);
    assert_eq!(mails(&site, LOTTE, "members-mail-wake-asked").await, 0, "there is a coordinator");

    // Pressed twice, and come back later: when it was asked, and nothing more.
    site.later(TimeDelta::minutes(5));
    let twice = tess.post(ASLEEP, &[("proof", &proof)]).await;
    assert_eq!((twice.status(), twice.page().as_str()), (409, "account/asleep"));
    assert!(twice.text(".notice").contains("24 November 2026, 13:00"), "{}", twice.text(".notice"));
    site.later(TimeDelta::days(6));
    let later = signs_in(&mut tess, TESS).await;
    assert!(later.text(".notice").contains("24 November 2026, 13:00") && !later.has("main form"), "nothing to press");
    assert_eq!((asked(&site).await, mails(&site, FATIMA, "members-mail-wake-asked").await), (1, 1));

    let mut fatima = site.demo_member(FATIMA).await;
    let people = fatima.get(PEOPLE).await;
    assert!(people.text("tbody tr:first-child").contains("Asked on 24 November 2026"), "{}", people.text("tbody"));
    assert!(fatima.get(&format!("{PEOPLE}/tess-testdijk")).await.text(".notice-warning").contains("24 November"));
    assert_eq!(fatima.post(&format!("{PEOPLE}/tess-testdijk/wake"), &[]).await.status(), 303);
    assert!(!fatima.get(PEOPLE).await.body().contains("to be let in again"), "that is over");
    assert_eq!(site.demo_member(TESS).await.get("/members").await.status(), 200);
}

#[tokio::test]
async fn after_a_week_it_can_be_asked_once_more() {
    let site = Site::demo().await;
    end(&site, TESS, "asleep").await;
    assert_eq!(asks(&site, &proof(&site, TESS).await).await.status(), 303);
    site.later(TimeDelta::days(7));
    assert_eq!(asks(&site, &proof(&site, TESS).await).await.status(), 303);
    assert_eq!((asked(&site).await, mails(&site, FATIMA, "members-mail-wake-asked").await), (2, 2));
}

#[tokio::test]
async fn two_pages_that_ask_at_once_send_one_mail() {
    let site = Site::demo().await;
    end(&site, TESS, "asleep").await;
    let (one, two) = (proof(&site, TESS).await, proof(&site, TESS).await);
    let (one, two) = tokio::join!(asks(&site, &one), asks(&site, &two));
    let mut statuses = [one.status(), two.status()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    assert_eq!((asked(&site).await, mails(&site, FATIMA, "members-mail-wake-asked").await), (1, 1));
}

#[tokio::test]
async fn whoever_was_sent_away_or_left_asks_the_liaison_and_nobody_else() {
    for how in ["ended", "left", "departed"] {
        let site = Site::demo().await;
        end(&site, TESS, how).await;
        assert_eq!(asks(&site, &proof(&site, TESS).await).await.status(), 303, "{how}");
        assert_eq!(mails(&site, LOTTE, "members-mail-wake-asked").await, 1, "{how}");
        assert_eq!(mails(&site, FATIMA, "members-mail-wake-asked").await, 0, "{how}");
    }
}

#[tokio::test]
async fn the_page_names_a_coordinator_only_where_they_let_somebody_in_again() {
    for (how, is_named) in [("asleep", true), ("left", true), ("ended", false), ("departed", false)] {
        let site = Site::demo().await;
        end(&site, TESS, how).await;
        let said = signs_in(&mut site.anon(), TESS).await.text("main");
        assert_eq!(said.contains("Fatima"), is_named, "{how}: {said}");
        assert_eq!(said.contains("as well: Lotte") || said.contains("as well: Bram"), is_named, "{how}: {said}");
        assert!(said.contains("Lotte"), "{how}: {said}");
    }
}

#[tokio::test]
async fn where_nobody_coordinates_the_liaison_is_asked_and_a_decision_closes_the_question() {
    let site = Site::demo().await;
    site.run(
        "update memberships set roles = '{}' where member_id = (select id from members where slug = 'fatima-sample')",
    )
    .await;
    end(&site, TESS, "asleep").await;
    assert_eq!(asks(&site, &proof(&site, TESS).await).await.status(), 303);
    assert_eq!(mails(&site, LOTTE, "members-mail-wake-asked").await, 1);
    site.later(TimeDelta::hours(1));
    // The liaison says no: the question is answered, and the mail that still waits says nothing.
    site.run("update jobs set state = 'waiting', ended_at = null where kind = 'wake-asked'").await;
    let mut lotte = site.liaison().await;
    let no = [("reason", "Works elsewhere now.")];
    assert_eq!(lotte.post(&format!("{PEOPLE}/tess-testdijk/end"), &no).await.status(), 303);
    assert!(!lotte.get(PEOPLE).await.body().contains("to be let in again"));
    assert_eq!(mails(&site, LOTTE, "members-mail-wake-asked").await, 1);
    assert!(signs_in(&mut site.anon(), TESS).await.has("main form"), "of this one nothing was asked");
}

#[tokio::test]
async fn a_proof_that_ran_out_is_of_another_kind_or_was_never_given_asks_nothing() {
    let site = Site::demo().await;
    end(&site, TESS, "asleep").await;
    let old = proof(&site, TESS).await;
    site.later(TimeDelta::minutes(61));
    let tess: Uuid =
        site.word(&format!("select id::text from members where email = '{TESS}'")).await.parse().expect("an id");
    let other = {
        let mut tx = site.app.db.write(&polder::access::Viewer::Nobody).await.expect("a change");
        let other = links::issue(&mut tx, &site.app.clock, Purpose::Password, tess).await.expect("a link");
        tx.commit().await.expect("is kept");
        other
    };
    for wrong in [&*old, &*other, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", ""] {
        let refused = asks(&site, wrong).await;
        assert_eq!((refused.status(), refused.page().as_str()), (409, "error"), "{wrong}");
        assert!(!refused.body().contains("Kestrel"), "it says nothing of anybody");
    }
    assert_eq!((asked(&site).await, site.number("select count(*) from jobs where kind = 'wake-asked'").await), (0, 0));
    // And no proof of this kind opens anything else.
    let proof = proof(&site, TESS).await;
    assert_eq!(site.anon().get(&format!("/account/password/{proof}")).await.status(), 410);
}

#[tokio::test]
async fn a_proof_asks_for_the_one_to_whom_it_was_given_whoever_sends_it() {
    let site = Site::demo().await;
    end(&site, TESS, "asleep").await;
    end(&site, "kees@voorbeeldland.example", "asleep").await;
    let of_tess = proof(&site, TESS).await;
    // Kees, or somebody who is signed in, sends the proof of Tess: it is she who asks.
    let mut kees = site.anon();
    drop(signs_in(&mut kees, "kees@voorbeeldland.example").await);
    assert_eq!(kees.post(ASLEEP, &[("proof", &of_tess)]).await.status(), 303);
    let who = "select string_agg(m.slug, ' ') from memberships s join members m on m.id = s.member_id where s.wake_asked_at is not null";
    assert_eq!(site.word(who).await, "tess-testdijk");
    assert_eq!(mails(&site, "iris@voorbeeldland.example", "members-mail-wake-asked").await, 0);
    let actor =
        "select m.slug from audit_log a join members m on m.id = a.actor_id where a.action = 'membership.wake-asked'";
    assert_eq!(site.word(actor).await, "tess-testdijk");
}

#[tokio::test]
async fn who_was_suspended_deleted_or_let_in_meanwhile_asks_nothing() {
    for (state, says) in
        [("suspended", "open for too long"), ("deleted", "open for too long"), ("active", "let you in")]
    {
        let site = Site::demo().await;
        end(&site, TESS, "asleep").await;
        let proof = proof(&site, TESS).await;
        site.run(&format!("update members set state = '{state}' where email = '{TESS}'")).await;
        let refused = asks(&site, &proof).await;
        assert_eq!(refused.status(), 409, "{state}");
        assert!(refused.text("main").contains(says), "{state}: {}", refused.text("main"));
        assert_eq!(asked(&site).await, 0, "{state}");
    }
}

#[tokio::test]
async fn a_network_that_asks_for_too_much_is_told_when_to_come_again_and_its_page_still_asks() {
    let site = Site::demo().await;
    end(&site, TESS, "asleep").await;
    let proof = proof(&site, TESS).await;
    let narrow = Limits { mail_network: "1/1h".parse().expect("a rate"), ..Limits::default() };
    let peer: SocketAddr = "192.0.2.7:1".parse().expect("an address");
    let mut tess = Actor::new(site.instance(narrow).await.layer(Extension(ConnectInfo(peer))));
    assert_eq!(tess.post("/account/new-link", &[("email", "nobody@nowhere.example")]).await.status(), 303);
    let paused = tess.post(ASLEEP, &[("proof", &proof)]).await;
    assert_eq!((paused.status(), paused.header("retry-after")), (429, "3601"));
    assert!(paused.text(".notice-warning").contains("14:00"), "{}", paused.text("main"));
    assert_eq!(asked(&site).await, 0);
    site.later(TimeDelta::minutes(59));
    assert_eq!(tess.post(ASLEEP, &[("proof", &proof)]).await.status(), 429);
    site.later(TimeDelta::minutes(1));
    let proof = signs_in(&mut site.anon(), TESS).await.value("proof");
    assert_eq!(tess.post(ASLEEP, &[("proof", &proof)]).await.status(), 303);
}

#[tokio::test]
async fn a_passkey_that_is_verified_leads_to_the_same_page_and_to_no_session() {
    for how in ["asleep", "ended"] {
        let site = Site::demo().await;
        let (_, mut device) = passkeys::noor(&site).await;
        end(&site, passkeys::NOOR, how).await;
        let mut noor = site.anon();
        let said = passkeys::sign_in(&mut noor, &mut device).await;
        assert_eq!((said.status(), said.page().as_str()), (403, "account/asleep"), "{how}");
        assert!(said.text("main").contains("Waterschap Voorbeeldland") && noor.cookie("polder-session").is_none());
        assert_eq!(site.number("select count(*) from sessions").await, 0);
        assert_eq!(site.number("select count(*) from passkeys where last_used_at is not null").await, 0);
        assert_eq!(noor.post(ASLEEP, &[("proof", &said.value("proof"))]).await.status(), 303);
        assert_eq!(asked(&site).await, 1);
    }
}

#[tokio::test]
async fn a_passkey_that_is_not_verified_tells_nothing_of_who_has_no_access() {
    let site = Site::demo().await;
    let (_, device) = passkeys::noor(&site).await;
    end(&site, passkeys::NOOR, "asleep").await;
    let mut lies = [device.clone(), device.clone(), device.clone(), device.clone()];
    lies[0].key = crate::support::Authenticator::new(passkeys::ORIGIN).key;
    lies[1].verifies = false;
    lies[2].id = vec![7; 16];
    lies[3].origin = "https://evil.example".into();
    for lie in &mut lies {
        let refused = passkeys::sign_in(&mut site.anon(), lie).await;
        assert_eq!((refused.status(), refused.page().as_str()), (422, "account/sign_in"));
        assert!(!refused.body().contains("Voorbeeldland"));
    }
    // Whoever is suspended or deleted is as unknown as before.
    for state in ["suspended", "deleted"] {
        site.run(&format!("update members set state = '{state}' where email = '{}'", passkeys::NOOR)).await;
        let refused = passkeys::sign_in(&mut site.anon(), &mut device.clone()).await;
        assert!(refused.text("#passkey-error").contains("does not belong"), "{state}");
    }
    assert_eq!(site.number("select count(*) from mail_links where purpose = 'wake-ask'").await, 0);
}
