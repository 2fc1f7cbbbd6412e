//! Invitations to people who have an account: what the inviter is told, and what the member is.

use super::invitations::{form, invite};
use crate::support::Site;
use chrono::TimeDelta;

const FATIMA: &str = "fatima@kestrel.example";
const KEES: &str = "kees@voorbeeldland.example";

#[tokio::test]
async fn a_coordinator_is_told_of_colleagues_and_of_nobody_else() {
    let site = Site::demo().await;
    let mut fatima = site.demo_member(FATIMA).await;
    let told = fatima.post("/join/invitations", &form("SAM@kestrel.example")).await;
    assert_eq!((told.status(), told.value("email").as_str()), (422, "SAM@kestrel.example"));
    assert!(told.text("#email-error").contains("already a member of this organisation"), "{}", told.text("main"));
    site.run("update memberships set until = since, ended_because = 'asleep' where member_id = (select id from members where email = 'sam@kestrel.example')").await;
    let told = fatima.post("/join/invitations", &form("sam@kestrel.example")).await;
    assert_eq!(told.status(), 422);
    assert!(told.text("#email-error").contains("whose access sleeps"), "{}", told.text("main"));
    assert_eq!(site.number("select count(*) from invitations").await, 0);
    // Of two addresses elsewhere, one with an account, she sees the same.
    for email in [KEES, "nobody@voorbeeldland.example"] {
        invite(&site, &mut fatima, email).await;
    }
    let list = fatima.get("/join/invitations").await;
    let lines: Vec<_> =
        list.texts(".item-list .item").iter().map(|line| line.replace(KEES, "nobody@voorbeeldland.example")).collect();
    assert_eq!((lines.len(), &lines[0]), (2, &lines[1]));
}

#[tokio::test]
async fn a_liaison_is_told_of_every_member() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    for (email, words) in [("sam@kestrel.example", "already a member"), (KEES, "with another organisation")] {
        let told = lotte.post("/join/invitations", &form(email)).await;
        assert_eq!(told.status(), 422);
        assert!(told.text("#email-error").contains(words), "{}", told.text("main"));
    }
    assert_eq!(site.number("select count(*) from invitations").await, 0);
}

#[tokio::test]
async fn a_member_elsewhere_reads_whom_to_talk_to_each_time_and_the_invitation_expires_like_any() {
    let site = Site::demo().await;
    let mut fatima = site.demo_member(FATIMA).await;
    let id = invite(&site, &mut fatima, KEES).await;
    let mails = site.mails_to(KEES).await;
    let mail = mails.last().expect("a mail");
    assert_eq!(mail.kind, "join-mail-invitation-already");
    assert!(mail.text.contains("Fatima") && mail.text.contains("Lotte"), "{}", mail.text);
    assert!(!mail.text.contains("/join/invitation/"), "no link that leads nowhere: {}", mail.text);
    site.later(TimeDelta::days(22));
    polder::join::clock::round(&site.app).await.expect("the database is up");
    let mut fatima = site.demo_member(FATIMA).await;
    assert!(fatima.get("/join/invitations").await.text(".item-list").contains("Expired"));
    assert_eq!(fatima.post(&format!("/join/invitations/{id}/send"), &[]).await.status(), 303);
    assert_eq!(site.mails_to(KEES).await.len(), mails.len() + 1);
    // Meanwhile Kees came to work there: now she may know.
    site.run("insert into memberships (member_id, organisation_id, since) select m.id, o.id, m.created_at from members m, organisations o
              where m.email = 'kees@voorbeeldland.example' and o.slug = 'kestrel-controls'").await;
    let told = fatima.post(&format!("/join/invitations/{id}/send"), &[]).await;
    assert_eq!((told.status(), told.value("email").as_str()), (422, KEES));
    assert_eq!(fatima.post(&format!("/join/invitations/{id}/revoke"), &[]).await.status(), 303);
}
