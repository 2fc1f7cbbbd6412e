//! Signing in at an OpenID Connect provider: a real one, asked over HTTP, from its discovery to its keys.

use super::passkeys::NOOR;
use crate::support::{Actor, Answer, RealProvider, Site, Walker, provider, site_present};
use chrono::Utc;

/// The demo with a real provider; its clock shows the real time, as the provider's does.
#[expect(clippy::disallowed_methods, reason = "a provider of its own goes by the real time")]
async fn site() -> (Site, RealProvider) {
    let (mut site, real) = (Site::demo().await, RealProvider::start().await);
    site.later(Utc::now() - site_present());
    site.signs_in_at(provider(&real.issuer, false));
    (site, real)
}

/// Presses a button that leads to the provider, and goes there.
pub async fn leave(actor: &mut Actor, address: &str, fields: &[(&str, &str)]) -> String {
    let answer = actor.post(address, fields).await;
    assert_eq!(answer.status(), 200, "{}", answer.text("main"));
    let link = answer.attribute("#provider", "href");
    // Browsers hold the redirect of a form to the policy of its page; this leads on without one.
    assert_eq!(answer.header("refresh"), format!("0;url={link}"));
    link
}

async fn go(actor: &mut Actor, walker: &mut Walker, address: &str, person: &str) -> Answer {
    let link = leave(actor, address, &[("back", "/members")]).await;
    let back = walker.walk(&link, person).await;
    assert!(back.starts_with("/account/provider/return?"), "{back}");
    actor.get(&back).await
}

#[tokio::test]
async fn a_member_links_the_account_and_signs_in_at_the_provider_and_ends_the_link() {
    let (site, _real) = site().await;
    let (mut noor, mut walker) = (site.demo_member(NOOR).await, Walker::new());
    assert!(noor.get("/account/provider").await.text("main").contains("is not linked to Example ID"));
    let linked = go(&mut noor, &mut walker, "/account/provider/link", "noor").await;
    assert_eq!(linked.location(), "/account/provider");
    let page = noor.follow(&linked).await;
    assert!(page.text("main").contains("Your account is linked to Example ID since"), "{}", page.text("main"));

    let mut elsewhere = site.anon();
    let answer = go(&mut elsewhere, &mut walker, "/account/sign-in/provider", "noor").await;
    assert_eq!(answer.location(), "/members");
    assert!(elsewhere.follow(&answer).await.body().contains("Noor"));
    assert_eq!(site.number("select count(*) from sessions where method = 'provider'").await, 1);
    assert_eq!(
        site.number("select count(*) from audit_log where action = 'account.signed-in' and detail->>'by' = 'provider'")
            .await,
        1
    );

    assert_eq!(noor.post("/account/provider/unlink", &[]).await.location(), "/account/provider");
    let actions = "select string_agg(action, ' ' order by id) from audit_log where action like 'account.provider%'";
    assert_eq!(site.word(actions).await, "account.provider-linked account.provider-unlinked");
    let subjects: Vec<_> = site.mails_to(NOOR).await.into_iter().map(|mail| mail.subject).collect();
    assert!(subjects.iter().any(|subject| subject.ends_with("is niet meer aan Example ID gekoppeld")), "{subjects:?}");
    assert!(subjects.iter().any(|subject| subject.ends_with("account is aan Example ID gekoppeld")), "{subjects:?}");
    // From there nobody comes in any more but through the mailbox.
    let answer = go(&mut site.anon(), &mut walker, "/account/sign-in/provider", "noor").await;
    assert_eq!(answer.location(), "/account/sign-in");
}

#[tokio::test]
async fn an_account_is_linked_when_its_mailbox_agrees_and_never_by_an_address_alone() {
    let (site, _real) = site().await;
    let mut visitor = site.anon();
    let answer = go(&mut visitor, &mut Walker::new(), "/account/sign-in/provider", "noor").await;
    assert!(visitor.follow(&answer).await.body().contains("We have mailed you a link"));
    assert_eq!(site.number("select count(*) from provider_identities").await, 0, "nothing is linked yet");
    assert_eq!(site.number("select count(*) from sessions").await, 0);
    let mail = site.mails_to(NOOR).await.pop().expect("a mail");
    let link = mail.link();
    let page = site.anon().get(&link).await;
    assert!(page.text("main").contains("Only link them if you yourself"), "{}", page.text("main"));
    assert_eq!(site.number("select count(*) from provider_identities").await, 0, "opening it links nothing");
    let mut reader = site.anon();
    assert_eq!(reader.post(&link, &[]).await.location(), "/account/sign-in");
    assert_eq!(site.number("select count(*) from sessions").await, 0, "the mail lets nobody in");
    assert_eq!(reader.post(&link, &[]).await.status(), 410, "a link works once");
    let answer = go(&mut visitor, &mut Walker::new(), "/account/sign-in/provider", "noor").await;
    assert_eq!(answer.location(), "/members");

    // An address that the provider does not answer for, and one that is no member's.
    for person in ["doubtful", "stranger"] {
        let answer = go(&mut site.anon(), &mut Walker::new(), "/account/sign-in/provider", person).await;
        assert_eq!(answer.status(), 422);
        assert!(answer.text("#provider-error").contains("not linked to a member here"), "{person}");
        assert!(answer.body().contains("href=\"/join\""));
    }
    assert_eq!(site.number("select count(*) from provider_proposals").await, 1);
}

#[tokio::test]
async fn a_mailbox_alone_is_less_than_a_second_factor() {
    let (site, _real) = site().await;
    site.run(&format!(
        "insert into authenticators (member_id, secret, created_at, confirmed_at)
         select n.id, a.secret, a.created_at, a.confirmed_at from members n, authenticators a join members k on k.id = a.member_id
         where n.email = '{NOOR}' and k.email = 'kees@voorbeeldland.example'"
    ))
    .await;
    let _ = go(&mut site.anon(), &mut Walker::new(), "/account/sign-in/provider", "noor").await;
    let link = site.mails_to(NOOR).await.pop().expect("a mail").link();
    let linked = "select count(*) from provider_identities";
    assert_eq!(site.anon().post(&link, &[]).await.status(), 401);
    assert_eq!(site.member().await.post(&link, &[]).await.status(), 401, "somebody else");
    let mut noor = site.by_password(NOOR, polder::commands::demo::PASSWORD).await;
    assert_eq!(noor.post(&link, &[]).await.status(), 403);
    assert_eq!(site.number(linked).await, 0);
    assert_eq!(site.with_second_factor(NOOR).await.post(&link, &[]).await.status(), 303);
    assert_eq!(site.number(linked).await, 1);
}

#[tokio::test]
async fn who_has_nothing_else_shows_at_the_provider_anew_who_they_are() {
    let (site, _real) = site().await;
    let (mut noor, mut walker) = (site.demo_member(NOOR).await, Walker::new());
    let _ = go(&mut noor, &mut walker, "/account/provider/link", "noor").await;
    assert_eq!(noor.post("/account/second-factor/confirm/provider", &[]).await.status(), 409, "there is a password");
    site.run(&format!("update members set password_hash = null where email = '{NOOR}'")).await;
    let mut noor = site.anon();
    let _ = go(&mut noor, &mut walker, "/account/sign-in/provider", "noor").await;
    // Who is only remembered there has shown nothing just now.
    let asked = noor.post("/account/provider/unlink", &[]).await;
    assert_eq!(asked.status(), 403);
    assert!(asked.has("#main-form [formaction='/account/second-factor/confirm/provider']"), "{}", asked.text("main"));
    let page = noor.get("/account/second-factor/confirm").await;
    assert!(page.has("#provider") && !page.has("#password"));
    let link = leave(&mut noor, "/account/second-factor/confirm/provider", &[("back", "/account/provider")]).await;
    assert!(link.contains("prompt=login") && link.contains("max_age=0"), "{link}");
    let back = walker.walk(&link, "noor").await;
    assert_eq!(noor.get(&back).await.location(), "/account/provider");
    // Fresh now; but it is the only way in.
    let answer = noor.post("/account/provider/unlink", &[]).await;
    assert_eq!(answer.status(), 409);
    assert!(answer.body().contains("only way into your account"));

    // As somebody else there.
    let link = leave(&mut noor, "/account/second-factor/confirm/provider", &[]).await;
    let back = Walker::new().walk(&link, "stranger").await;
    let answer = noor.get(&back).await;
    assert!(answer.text("#provider-error").contains("somebody else"), "{}", answer.text("main"));
}

#[tokio::test]
async fn what_was_typed_comes_along_to_the_provider_and_back() {
    let (site, _real) = site().await;
    let (mut noor, mut walker) = (site.demo_member(NOOR).await, Walker::new());
    let _ = go(&mut noor, &mut walker, "/account/provider/link", "noor").await;
    noor.lose_cookie("polder-session");
    let lost = noor.post("/account/profile", &[("name", "Noor"), ("about", "Typed without a session")]).await;
    assert_eq!(lost.status(), 401);
    let kept = |name: &str| lost.attribute(&format!("#main-form [name={name}]"), "value");
    let (back, carried) = (kept("back"), kept("carried"));
    let fields = [("back", &*back), ("carried", &*carried), ("resend", "yes")];
    let link = leave(&mut noor, "/account/sign-in/provider", &fields).await;
    let answer = noor.get(&walker.walk(&link, "noor").await).await;
    assert_eq!(answer.status(), 200);
    assert!(answer.body().contains("Typed without a session"), "{}", answer.text("main"));
}
