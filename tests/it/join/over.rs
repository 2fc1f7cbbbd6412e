//! Links of invitations that open nothing any more: each says what became of it and what helps.

use super::invitations::{ACCEPT, invite, invited, link};
use crate::support::{Answer, Site};
use chrono::TimeDelta;

const EMAIL: &str = "ada@kestrel.example";

/// The title, and where the button leads.
fn over(answer: &Answer) -> (u16, String, String) {
    (answer.status(), answer.text("h1"), answer.attribute("main a.button-primary", "href"))
}

fn said(title: &str, address: &str) -> (u16, String, String) {
    (410, title.to_owned(), address.to_owned())
}

#[tokio::test]
async fn the_link_of_an_invitation_that_was_used_leads_to_signing_in() {
    let site = Site::demo().await;
    invited(&site, EMAIL).await;
    let address = link(&site, EMAIL).await;
    assert_eq!(site.anon().post(&address, &ACCEPT).await.status(), 303);
    let signing_in = said("You have an account already", "/account/sign-in");
    assert_eq!(over(&site.anon().get(&address).await), signing_in);
    assert_eq!(over(&site.anon().post(&address, &ACCEPT).await), signing_in);
    assert_eq!(over(&site.anon().post(&format!("{address}/decline"), &[]).await), signing_in);
}

#[tokio::test]
async fn an_invitation_that_waits_for_the_liaison_says_so() {
    let site = Site::demo().await;
    let mut fatima = site.demo_member("fatima@kestrel.example").await;
    invite(&site, &mut fatima, "ada@nieuw.example").await;
    let address = link(&site, "ada@nieuw.example").await;
    assert!(site.anon().post(&address, &ACCEPT).await.location().starts_with("/join/status/"));
    let page = site.anon().get(&address).await;
    assert_eq!(over(&page), said("You accepted this invitation already", "/account/sign-in"));
    assert!(page.text("main").contains("the mail about your request"));
}

#[tokio::test]
async fn an_invitation_that_ended_leads_to_who_invited_or_to_asking() {
    let site = Site::demo().await;
    let (mut lotte, id) = invited(&site, EMAIL).await;
    let first = link(&site, EMAIL).await;
    assert_eq!(lotte.post(&format!("/join/invitations/{id}/send"), &[]).await.status(), 303);
    let second = link(&site, EMAIL).await;
    assert_eq!(over(&site.anon().get(&first).await), said("There is a newer link", "/join"));
    assert_eq!(lotte.post(&format!("/join/invitations/{id}/revoke"), &[]).await.status(), 303);
    let page = site.anon().get(&second).await;
    assert_eq!(over(&page), said("This invitation was revoked", "/join"));
    assert!(page.text("main").contains("Ask who invited you, or ask to join yourself."), "{}", page.text("main"));
    invited(&site, EMAIL).await;
    let third = link(&site, EMAIL).await;
    assert_eq!(site.anon().post(&format!("{third}/decline"), &[]).await.location(), "/join/declined");
    assert_eq!(over(&site.anon().get(&third).await), said("You declined this invitation", "/join"));
    invited(&site, EMAIL).await;
    let fourth = link(&site, EMAIL).await;
    site.later(TimeDelta::days(22));
    for _ in 0..2 {
        assert_eq!(over(&site.anon().get(&fourth).await), said("This invitation has expired", "/join"));
        polder::join::clock::round(&site.app).await.expect("the clock's steps");
    }
    let never = "/join/invitation/never-was";
    assert_eq!(over(&site.anon().get(never).await), said("This link leads to no invitation", "/join"));
}

#[tokio::test]
async fn who_became_a_member_in_another_way_is_told_before_filling_anything_in() {
    let site = Site::demo().await;
    invited(&site, EMAIL).await;
    let address = link(&site, EMAIL).await;
    site.run("update members set email = 'ADA@kestrel.example' where slug = 'kees-van-nergens'").await;
    let told = over(&site.anon().get(&address).await);
    assert_eq!(told, said("You have an account already", "/account/sign-in"));
    assert_eq!(over(&site.anon().post(&address, &ACCEPT).await), told);
    assert_eq!(site.word("select state::text from invitations").await, "open", "nothing was taken");
}
