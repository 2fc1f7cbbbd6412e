//! Invitations: who may invite whom, what accepting leads to, and that one person stays one.

use super::support::{ask, form as asking, own, with};
use crate::support::{Actor, Site};
use chrono::TimeDelta;
use tokio::task::JoinSet;

const EMAIL: &str = "ada@kestrel.example";
const FATIMA: &str = "fatima@kestrel.example";

/// What somebody who is invited says of themselves; the motivation is for the liaison.
pub const ACCEPT: [(&str, &str); 6] = [
    ("name", "Ada Nieuw"),
    ("function", "Engineer"),
    ("sector", "waste-water"),
    ("language", "en"),
    ("motivation", "We run two pumping stations and would like to learn from others."),
    ("agree", "yes"),
];

/// An invitation without fault, for Kestrel Controls.
pub fn form(email: &str) -> [(&'static str, &str); 4] {
    [("email", email), ("organisation", "kestrel-controls"), ("language", "en"), ("note", "")]
}

pub async fn invite(site: &Site, by: &mut Actor, email: &str) -> String {
    let sent = by.post("/join/invitations", &form(email)).await;
    assert_eq!(sent.status(), 303, "{}", sent.text("main"));
    site.word(&format!("select id::text from invitations where email = '{email}' and state = 'open'")).await
}

/// Somebody invited by the liaison.
pub async fn invited(site: &Site, email: &str) -> (Actor, String) {
    let mut lotte = site.liaison().await;
    let id = invite(site, &mut lotte, email).await;
    (lotte, id)
}

pub async fn link(site: &Site, email: &str) -> String {
    site.mails_to(email).await.pop().expect("an invitation").link()
}

async fn state(site: &Site, email: &str) -> String {
    site.word(&format!(
        "select state::text from invitations where email = '{email}' order by created_at desc, id desc limit 1"
    ))
    .await
}

async fn members(site: &Site, email: &str) -> i64 {
    site.number(&format!("select count(*) from members where lower(email) = lower('{email}') and state = 'active'"))
        .await
}

#[tokio::test]
async fn a_colleague_of_a_known_domain_is_a_member_at_once_and_sets_a_password() {
    let site = Site::demo().await;
    let mut fatima = site.demo_member(FATIMA).await;
    invite(&site, &mut fatima, EMAIL).await;
    let address = link(&site, EMAIL).await;
    let mut ada = site.anon();
    let page = ada.get(&address).await;
    assert_eq!((page.status(), page.page().as_str()), (200, "join/invitation"));
    assert!(page.text("main").contains("Fatima") && page.text("main").contains("Kestrel Controls"));
    assert_eq!(state(&site, EMAIL).await, "open", "opening changes nothing");
    assert_eq!(ada.post(&address, &[("name", "Ada Nieuw")]).await.status(), 422);
    let accepted = ada.post(&address, &ACCEPT).await;
    assert!(accepted.location().starts_with("/account/password/"), "{}", accepted.location());
    let password = [("password", "a long enough sentence"), ("password_again", "a long enough sentence")];
    let to = accepted.location().to_owned();
    assert_eq!(ada.post(&to, &password).await.location(), "/account/profile");
    assert_eq!((members(&site, EMAIL).await, state(&site, EMAIL).await.as_str()), (1, "accepted"));
    let kinds: Vec<_> = site.mails_to(EMAIL).await.into_iter().map(|mail| mail.kind).collect();
    assert_eq!(kinds[..2], ["join-mail-invitation", "join-mail-invitation-accepted"]);
    assert_eq!(site.anon().post(&address, &ACCEPT).await.status(), 410, "a link works once");
    let logged = "select string_agg(action, ' ' order by id) from audit_log where action like 'join.%'";
    assert_eq!(site.word(logged).await, "join.invited join.invitation-accepted");
}

#[tokio::test]
async fn time_goes_on_while_somebody_accepts() {
    let site = Site::demo().await;
    for by in [FATIMA, "lotte@voorbeeldpolder.example"] {
        let mut inviter = site.demo_member(by).await;
        for email in [format!("ada{}@kestrel.example", by.len()), format!("ada{}@nieuw.example", by.len())] {
            invite(&site, &mut inviter, &email).await;
            let address = link(&site, &email).await;
            // The clock of tests stands still; this one moves between any two steps.
            let clock = site.app.clock.clone();
            let moving = tokio::spawn(async move {
                loop {
                    clock.advance(TimeDelta::microseconds(1));
                    tokio::task::yield_now().await;
                }
            });
            let accepted = site.anon().post(&address, &ACCEPT).await;
            moving.abort();
            assert_eq!(accepted.status(), 303, "{email}: {}", accepted.text("main"));
        }
    }
}

#[tokio::test]
async fn a_coordinators_invitation_elsewhere_goes_to_the_liaison_and_a_liaisons_does_not() {
    let site = Site::demo().await;
    let mut fatima = site.demo_member(FATIMA).await;
    for email in ["ada@nieuw.example", "ada@gmail.com"] {
        invite(&site, &mut fatima, email).await;
        let accepted = site.anon().post(&link(&site, email).await, &ACCEPT).await;
        assert!(accepted.location().starts_with("/join/status/"), "{}", accepted.location());
        assert_eq!(site.anon().get(accepted.location()).await.status(), 200);
        assert_eq!(members(&site, email).await, 0);
        assert_eq!(site.mails_to(email).await.pop().map(|mail| mail.kind).as_deref(), Some("join-mail-invited"));
    }
    let mut lotte = site.liaison().await;
    let queue = lotte.get("/join/requests").await.text("main");
    assert!(queue.contains("Invited by Fatima Sample for Kestrel Controls"), "{queue}");
    let id = site.word("select id::text from join_requests where email = 'ada@nieuw.example'").await;
    assert_eq!(lotte.post(&format!("/join/requests/{id}/approve"), &[]).await.status(), 303);
    assert_eq!(members(&site, "ada@nieuw.example").await, 1);
    let noted =
        "select count(*) from invitations i join members m on m.id = i.member_id where m.email = 'ada@nieuw.example'";
    assert_eq!(site.number(noted).await, 1);
    invite(&site, &mut lotte, "bea@nieuw.example").await;
    let accepted = site.anon().post(&link(&site, "bea@nieuw.example").await, &ACCEPT).await;
    assert!(accepted.location().starts_with("/account/password/"));
}

#[tokio::test]
async fn an_inviter_who_lost_the_right_makes_no_member() {
    let site = Site::demo().await;
    let mut fatima = site.demo_member(FATIMA).await;
    invite(&site, &mut fatima, EMAIL).await;
    let address = link(&site, EMAIL).await;
    site.run(&format!(
        "update memberships set roles = '{{}}' where member_id = (select id from members where email = '{FATIMA}')"
    ))
    .await;
    let accepted = site.anon().post(&address, &ACCEPT).await;
    assert!(accepted.location().starts_with("/join/status/"), "{}", accepted.location());
    assert_eq!(members(&site, EMAIL).await, 0);
}

#[tokio::test]
async fn nobody_invites_for_another_organisation_and_a_role_takes_fresh_proof() {
    let site = Site::demo().await;
    let elsewhere = [("email", EMAIL), ("organisation", "waterschap-voorbeeldland"), ("language", "en")];
    let mut fatima = site.demo_member(FATIMA).await;
    assert_eq!(fatima.post("/join/invitations", &elsewhere).await.status(), 403);
    for mut actor in [site.member().await, site.by_password(FATIMA, polder::commands::demo::PASSWORD).await] {
        assert_eq!(actor.post("/join/invitations", &form(EMAIL)).await.status(), 403);
    }
    assert_eq!(site.anon().post("/join/invitations", &form(EMAIL)).await.status(), 401);
    assert_eq!(site.number("select count(*) from invitations").await, 0);
    let with_role = [("email", EMAIL), ("organisation", "kestrel-controls"), ("language", "en"), ("publisher", "yes")];
    site.run("update sessions set proven_at = null").await;
    assert_eq!(fatima.post("/join/invitations", &with_role).await.status(), 403);
    assert_eq!(site.number("select count(*) from invitations").await, 0);
    let mut fatima = site.demo_member(FATIMA).await;
    assert_eq!(fatima.post("/join/invitations", &with_role).await.status(), 303);
    assert_eq!(site.anon().post(&link(&site, EMAIL).await, &ACCEPT).await.status(), 303);
    let roles = format!(
        "select s.roles::text from memberships s join members m on m.id = s.member_id where m.email = '{EMAIL}'"
    );
    assert_eq!(site.word(&roles).await, "{publisher}");
}

#[tokio::test]
async fn an_invitation_is_revoked_sent_again_and_expires() {
    let site = Site::demo().await;
    let mut fatima = site.demo_member(FATIMA).await;
    let id = invite(&site, &mut fatima, EMAIL).await;
    assert_eq!(fatima.post("/join/invitations", &form("ADA@kestrel.example")).await.status(), 422, "one at a time");
    let first = link(&site, EMAIL).await;
    assert_eq!(fatima.post(&format!("/join/invitations/{id}/send"), &[]).await.status(), 303);
    let second = link(&site, EMAIL).await;
    assert_eq!(site.anon().get(&first).await.status(), 410);
    assert_eq!(site.anon().get(&second).await.status(), 200);
    let mut iris = site.demo_member("iris@voorbeeldland.example").await;
    for step in ["send", "revoke"] {
        assert_eq!(iris.post(&format!("/join/invitations/{id}/{step}"), &[]).await.status(), 404, "{step}");
    }
    assert_eq!(fatima.post(&format!("/join/invitations/{id}/revoke"), &[]).await.status(), 303);
    for step in ["send", "revoke"] {
        assert_eq!(fatima.post(&format!("/join/invitations/{id}/{step}"), &[]).await.status(), 409, "{step}");
    }
    assert_eq!(site.anon().post(&second, &ACCEPT).await.status(), 410);

    let id = invite(&site, &mut fatima, EMAIL).await;
    let third = link(&site, EMAIL).await;
    site.later(TimeDelta::days(22));
    assert_eq!(site.anon().post(&third, &ACCEPT).await.status(), 410);
    polder::join::clock::round(&site.app).await.expect("the database is up");
    assert_eq!(state(&site, EMAIL).await, "expired");
    let mut fatima = site.demo_member(FATIMA).await;
    assert_eq!(fatima.post(&format!("/join/invitations/{id}/revoke"), &[]).await.status(), 409);
    assert_eq!(fatima.post(&format!("/join/invitations/{id}/send"), &[]).await.status(), 303);
    assert_eq!(site.anon().post(&link(&site, EMAIL).await, &ACCEPT).await.status(), 303);
    assert_eq!(members(&site, EMAIL).await, 1);
}

#[tokio::test]
async fn who_declines_is_asked_no_more_and_the_inviter_is_told() {
    let site = Site::demo().await;
    let mut fatima = site.demo_member(FATIMA).await;
    invite(&site, &mut fatima, EMAIL).await;
    let address = link(&site, EMAIL).await;
    assert_eq!(site.anon().post(&format!("{address}/decline"), &[]).await.location(), "/join/declined");
    assert_eq!(site.anon().post(&address, &ACCEPT).await.status(), 410);
    assert_eq!(state(&site, EMAIL).await, "declined");
    assert_eq!(site.mails_to(FATIMA).await.pop().expect("a mail").kind, "join-mail-invitation-declined");
}

#[tokio::test]
async fn who_left_comes_back_by_an_invitation() {
    let site = Site::demo().await;
    let kees = "kees@voorbeeldland.example";
    site.run("update memberships set until = since, ended_because = 'left' where member_id = (select id from members where slug = 'kees-van-nergens')").await;
    let (_, _) = invited(&site, kees).await;
    let accepted = site.anon().post(&link(&site, kees).await, &ACCEPT).await;
    assert_eq!(accepted.status(), 303, "{}", accepted.text("main"));
    assert_eq!(members(&site, kees).await, 1);
    let name = "select name from members where slug = 'kees-van-nergens'";
    assert_eq!(site.word(name).await, "Kees van Nergens", "nobody is renamed by a link");
}

#[tokio::test]
async fn whoever_was_ended_comes_back_by_the_liaisons_word_alone() {
    let site = Site::demo().await;
    let tess = "tess@kestrel.example";
    let mut fatima = site.demo_member(FATIMA).await;
    let mut lotte = site.liaison().await;
    let end = |because: &str| {
        format!(
            "update memberships set until = '2026-11-24', ended_because = '{because}', end_reason = 'Passed something on, twice.',
                 ended_by = (select id from members where slug = 'lotte-verzonnen')
             where member_id = (select id from members where email = '{tess}')"
        )
    };
    site.run(&end("left")).await;
    invite(&site, &mut fatima, tess).await;
    let early = link(&site, tess).await;
    assert_eq!(state(&site, tess).await, "open");
    site.run(&format!(
        "update memberships set until = null where member_id = (select id from members where email = '{tess}')"
    ))
    .await;
    site.run(&end("ended")).await;
    assert_eq!(state(&site, tess).await, "revoked", "the ending takes the invitation along");
    assert_eq!(site.anon().post(&early, &ACCEPT).await.status(), 410);
    assert_eq!(fatima.post("/join/invitations", &form(tess)).await.status(), 422, "nor is there another");
    // One that was open all the same makes a request.
    site.run("update invitations set state = 'open', revoked_at = null, revoked_by = null").await;
    let accepted = site.anon().post(&early, &ACCEPT).await;
    assert!(accepted.location().starts_with("/join/status/"), "{}", accepted.location());
    assert_eq!(members(&site, tess).await, 0, "the liaison decides");
    let queue = lotte.get("/join/requests?lang=en").await.text("main");
    for told in [
        "Was a member of Kestrel Controls (fictional). This membership was ended on 24 November 2026",
        "Passed something on, twice.",
    ] {
        assert!(queue.contains(told), "{queue}");
    }
}

#[tokio::test]
async fn no_coordinator_invites_whom_a_decision_sent_away() {
    let tess = "tess@kestrel.example";
    for (how, status) in [("left", 303), ("ended", 422), ("departed", 422)] {
        let site = Site::demo().await;
        site.run(&format!(
            "update memberships set until = since, ended_because = '{how}'
             where member_id = (select id from members where email = '{tess}')"
        ))
        .await;
        let answer = site.demo_member(FATIMA).await.post("/join/invitations", &form(tess)).await;
        assert_eq!((answer.status(), answer.has("#email-error")), (status, status == 422), "{how}");
        if status == 422 {
            assert!(answer.text("#email-error").contains("A liaison decides"), "{}", answer.text("#email-error"));
            assert_eq!(site.liaison().await.post("/join/invitations", &form(tess)).await.status(), 303, "{how}");
        }
    }
}

#[tokio::test]
async fn accepting_settles_the_open_request_of_the_same_person() {
    let site = Site::demo().await;
    let (status, request) = own(&site, "koen@nieuw.example").await;
    let unproven = ask(&site, &asking("koen@nieuw.example")).await;
    let (mut lotte, _) = invited(&site, "Koen@nieuw.example").await;
    assert!(lotte.get(&request).await.text("main").contains("Invited by Lotte"));
    assert_eq!(site.anon().post(&link(&site, "Koen@nieuw.example").await, &ACCEPT).await.status(), 303);
    assert_eq!(members(&site, "koen@nieuw.example").await, 1);
    let same =
        "select count(*) from join_requests r join invitations i on i.request_id = r.id and i.member_id = r.member_id
                where r.state = 'approved'";
    assert_eq!(site.number(same).await, 1);
    site.tick().await;
    let kinds: Vec<_> =
        site.mails().into_iter().filter(|mail| mail.to.to_lowercase().contains("koen@")).map(|m| m.kind).collect();
    assert_eq!(
        kinds.iter().filter(|kind| kind.contains("approved") || kind.contains("accepted")).count(),
        1,
        "{kinds:?}"
    );
    assert!(site.anon().get(&status).await.text("h1").contains("You are welcome"));
    assert_eq!(lotte.post(&format!("{request}/approve"), &[]).await.status(), 409);
    // What was not proven yet leads nowhere any more.
    assert_ne!(site.anon().post(&unproven, &[]).await.status(), 500);
    assert_eq!(site.number("select count(*) from join_requests where state in ('waiting', 'asked') and email ilike 'koen@nieuw.example'").await, 0);
}

#[tokio::test]
async fn approving_the_request_accepts_the_invitation() {
    let site = Site::demo().await;
    let (_, request) = own(&site, "koen@nieuw.example").await;
    let (mut lotte, _) = invited(&site, "koen@nieuw.example").await;
    let address = link(&site, "koen@nieuw.example").await;
    assert_eq!(lotte.post(&format!("{request}/approve"), &[]).await.status(), 303);
    assert_eq!(state(&site, "koen@nieuw.example").await, "accepted");
    assert_eq!(site.anon().post(&address, &ACCEPT).await.status(), 410);
    assert_eq!(members(&site, "koen@nieuw.example").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn accepting_approving_and_proving_at_the_same_moment_make_one_member() {
    let site = Site::demo().await;
    for round in 0..4 {
        let email = format!("koen{round}@nieuw.example");
        let (_, request) = own(&site, &email).await;
        let newer = ask(&site, &with(asking(&email), &[("name", "Koen Anders")])).await;
        let (lotte, _) = invited(&site, &email).await;
        let address = link(&site, &email).await;
        let mut tasks = JoinSet::new();
        for n in 0..12 {
            let (mut lotte, mut koen) = (lotte.clone(), site.anon());
            let (request, address, newer) = (format!("{request}/approve"), address.clone(), newer.clone());
            tasks.spawn(async move {
                match n % 3 {
                    0 => lotte.post(&request, &[]).await.status(),
                    1 => koen.post(&address, &ACCEPT).await.status(),
                    _ => koen.post(&newer, &[]).await.status(),
                }
            });
        }
        let statuses = tasks.join_all().await;
        assert!(statuses.iter().all(|status| matches!(status, 303 | 409 | 410)), "{statuses:?}");
        assert_eq!(members(&site, &email).await, 1, "{statuses:?}");
        site.tick().await;
        let welcomes = site.mails().into_iter().filter(|mail| {
            mail.to.contains(&email) && (mail.kind.contains("approved") || mail.kind.contains("-accepted"))
        });
        assert_eq!(welcomes.count(), 1);
    }
}
