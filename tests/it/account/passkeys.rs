//! Passkeys: made, named, used to sign in and to confirm, and removed.

use crate::support::{Actor, Answer, Authenticator, Site, code};
use polder::commands::demo::{PASSWORD, SECOND_FACTOR};
use serde_json::Value;

/// A demo member without a second factor.
pub const NOOR: &str = "noor@voorbeeldland.example";
pub const ORIGIN: &str = "http://polder.test";

/// What a browser is asked at an address.
pub async fn asked(actor: &mut Actor, address: &str) -> Value {
    let answer = actor.post(address, &[]).await;
    assert_eq!(answer.status(), 200, "{}", answer.text("main"));
    assert_eq!(answer.header("content-type"), "application/json");
    serde_json::from_str(answer.body()).expect("JSON")
}

/// Adds the passkey of a device.
pub async fn add(actor: &mut Actor, device: &mut Authenticator) -> Answer {
    let asked = asked(actor, "/account/passkeys/begin").await;
    actor.post("/account/passkeys", &[("name", "Laptop"), ("answer", &device.make(&asked))]).await
}

/// Signs in with it.
pub async fn sign_in(actor: &mut Actor, device: &mut Authenticator) -> Answer {
    let asked = asked(actor, "/account/sign-in/passkey/begin").await;
    actor.post("/account/sign-in/passkey", &[("answer", &device.sign(&asked)), ("back", "/members")]).await
}

/// A device with a passkey of Noor, who is signed in.
pub async fn noor(site: &Site) -> (Actor, Authenticator) {
    let (mut noor, mut device) = (site.demo_member(NOOR).await, Authenticator::new(ORIGIN));
    assert_eq!(add(&mut noor, &mut device).await.location(), "/account/passkeys");
    (noor, device)
}

#[tokio::test]
async fn a_passkey_is_asked_for_so_that_the_device_finds_it_by_itself_and_its_owner_proves_to_be_there() {
    let site = Site::demo().await;
    let mut noor = site.demo_member(NOOR).await;
    let asked = asked(&mut noor, "/account/passkeys/begin").await;
    let wanted = &asked["publicKey"]["authenticatorSelection"];
    assert_eq!(
        (wanted["residentKey"].as_str(), wanted["userVerification"].as_str()),
        (Some("required"), Some("required"))
    );
    // The host of the configured address, whatever the request says.
    assert_eq!(asked["publicKey"]["rp"]["id"], "polder.test");
    let mut forged = site.demo_member(NOOR).await.with_header("host", "evil.example");
    assert_eq!(self::asked(&mut forged, "/account/passkeys/begin").await["publicKey"]["rp"]["id"], "polder.test");
}

#[tokio::test]
async fn a_passkey_is_added_listed_renamed_and_removed_and_its_owner_is_told() {
    let site = Site::demo().await;
    let (mut noor, mut second) = (self::noor(&site).await.0, Authenticator::new(ORIGIN));
    second.synced = true;
    assert_eq!(add(&mut noor, &mut second).await.status(), 303);
    let list = noor.get("/account/passkeys").await;
    assert_eq!(list.texts(".item h2"), ["Laptop", "Laptop"]);
    assert!(list.texts(".item p")[0].starts_with("Bound to one device"), "{:?}", list.texts(".item p"));
    assert!(list.body().contains("Synced: on all your devices"));

    let link = list.attribute(".item h2 a", "href");
    assert_eq!(noor.get(&link).await.value("name"), "Laptop");
    assert_eq!(noor.post(&link, &[("name", " ")]).await.status(), 422);
    assert_eq!(noor.post(&link, &[("name", "Key on my ring")]).await.location(), "/account/passkeys");
    assert_eq!(noor.get("/account/passkeys").await.texts(".item h2")[0], "Key on my ring");

    let remove = format!("{link}/remove");
    assert!(noor.get(&remove).await.text(".lede").contains("Key on my ring"));
    assert_eq!(noor.post(&remove, &[]).await.location(), "/account/passkeys");
    assert_eq!(noor.get(&remove).await.status(), 404);
    assert_eq!(noor.get("/account/passkeys").await.texts(".item h2"), ["Laptop"]);

    let kinds: Vec<_> = site.mails_to(NOOR).await.into_iter().map(|mail| mail.kind).collect();
    let (added, removed) = ("account-mail-passkey-added", "account-mail-passkey-removed");
    assert_eq!(kinds, [added, added, removed]);
    let sql = "select string_agg(action, ' ' order by id) from audit_log where action like '%passkey%'";
    assert_eq!(site.word(sql).await, "account.passkey-added account.passkey-added account.passkey-removed");
}

#[tokio::test]
async fn a_passkey_alone_signs_in_with_both_factors() {
    let site = Site::demo().await;
    let (noor, mut device) = noor(&site).await;
    drop(noor);
    let mut elsewhere = site.anon();
    assert_eq!(sign_in(&mut elsewhere, &mut device).await.location(), "/members");
    let page = elsewhere.get("/account/second-factor/confirm").await;
    assert!(page.has("button[data-passkey]") && !page.has("#code"), "there is no app to show codes");
    // The session showed both: it may change what opens the account.
    assert!(elsewhere.get("/account/passkeys").await.has("button[data-make]"));
    assert_eq!(site.number("select count(*) from sessions where second_factor_at is not null").await, 2);
    assert_eq!(site.word("select detail->>'by' from audit_log order by id desc limit 1").await, "passkey");
    assert!(elsewhere.get("/account/passkeys").await.body().contains("last used"));
}

#[tokio::test]
async fn a_form_that_was_sent_without_a_session_goes_along() {
    let site = Site::demo().await;
    let (_, mut device) = noor(&site).await;
    let mut late = site.anon();
    let lost = late.post("/account/profile", &[("about", "A text of some words")]).await;
    assert_eq!(lost.status(), 401);
    let asked = asked(&mut late, "/account/sign-in/passkey/begin").await;
    let (back, carried) = (lost.value("back"), lost.value("carried"));
    let answer = device.sign(&asked);
    let form = [("answer", &*answer), ("back", &*back), ("carried", &*carried), ("resend", "yes")];
    let page = late.post("/account/sign-in/passkey", &form).await;
    assert_eq!((page.status(), page.page().as_str()), (200, "account/go_on"));
    assert!(page.body().contains("A text of some words"));
}

#[tokio::test]
async fn a_passkey_confirms_in_a_session_that_began_with_a_password() {
    let site = Site::demo().await;
    let (_, mut device) = noor(&site).await;
    let mut noor = site.demo_member(NOOR).await;
    assert!(!noor.get("/account/passkeys").await.has("button[data-make]"), "the password alone adds none");
    let refused = noor.post("/account/passkeys/begin", &[]).await;
    assert_eq!(refused.status(), 403);
    let asked = asked(&mut noor, "/account/second-factor/confirm/passkey/begin").await;
    assert_eq!(asked["publicKey"]["allowCredentials"].as_array().map(Vec::len), Some(1));
    // A device that was told which passkey need not say whose it is.
    device.owner = None;
    let form = [("answer", &*device.sign(&asked)), ("back", "/account/passkeys")];
    let answer = noor.post("/account/second-factor/confirm/passkey", &form).await;
    assert_eq!(answer.location(), "/account/passkeys", "{:?}", answer.texts(".field-error"));
    assert!(noor.get("/account/passkeys").await.has("button[data-make]"));
}

#[tokio::test]
async fn who_has_an_authenticator_app_shows_it_before_adding_a_passkey() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    for address in ["/account/passkeys/begin", "/account/passkeys", "/account/passkeys/password"] {
        assert_eq!(kees.post(address, &[]).await.status(), 403, "{address}");
    }
    let code = code(SECOND_FACTOR, site.app.clock.now());
    assert_eq!(kees.post("/account/second-factor/confirm", &[("code", &code)]).await.status(), 303);
    assert_eq!(add(&mut kees, &mut Authenticator::new(ORIGIN)).await.status(), 303);
}

#[tokio::test]
async fn the_password_can_go_when_there_is_a_passkey_and_one_way_in_always_stays() {
    let site = Site::demo().await;
    let mut plain = site.demo_member(NOOR).await;
    assert_eq!(plain.post("/account/passkeys/password", &[]).await.status(), 409, "it is the only way in");
    let (mut noor, mut device) = noor(&site).await;
    let page = noor.get("/account/passkeys").await;
    let link = page.attribute(".item h2 a", "href");
    assert!(noor.get("/account/passkeys/password").await.has("form[action='/account/passkeys/password']"));
    assert_eq!(noor.post("/account/passkeys/password", &[]).await.location(), "/account/passkeys");
    let refused = site.anon().post("/account/sign-in", &[("email", NOOR), ("password", PASSWORD)]).await;
    assert_eq!(refused.status(), 422);
    let only = noor.post(&format!("{link}/remove"), &[]).await;
    assert_eq!(only.status(), 409);
    assert!(only.text("main").contains("the only way into your account"));
    assert!(!noor.get(&format!("{link}/remove")).await.has("form[action$='/remove']"));
    assert_eq!(sign_in(&mut site.anon(), &mut device).await.status(), 303);
    let kinds: Vec<_> = site.mails_to(NOOR).await.into_iter().map(|mail| mail.kind).collect();
    assert_eq!(kinds, ["account-mail-passkey-added", "account-mail-password-removed", "account-mail-new-device"]);
    // With the last second factor no session has shown one any more.
    site.run("update members set password_hash = 'x' where email = 'noor@voorbeeldland.example'").await;
    assert_eq!(noor.post(&format!("{link}/remove"), &[]).await.status(), 303);
    assert_eq!(site.number("select count(*) from sessions where second_factor_at is not null").await, 0);
}

#[tokio::test]
async fn a_member_has_twenty_at_most() {
    let site = Site::demo().await;
    let (mut noor, _) = noor(&site).await;
    let asked = asked(&mut noor, "/account/passkeys/begin").await;
    site.run(
        "insert into passkeys (id, member_id, credential_id, credential, name, backed_up, created_at)
         select gen_random_uuid(), member_id, sha256(n::text::bytea), credential, 'More', false, created_at
         from passkeys, generate_series(1, 19) n",
    )
    .await;
    let answer = Authenticator::new(ORIGIN).make(&asked);
    let full = noor.post("/account/passkeys", &[("name", "One more"), ("answer", &answer)]).await;
    assert_eq!(full.status(), 422);
    assert!(full.body().contains("You have twenty passkeys"));
    assert!(!noor.get("/account/passkeys").await.has("button[data-make]"));
    assert_eq!(site.number("select count(*) from passkeys").await, 20);
}

#[tokio::test]
async fn where_the_address_is_a_bare_number_passkeys_are_not_offered_and_the_page_says_why() {
    let site = Site::with(crate::support::Base::Demo, "http://127.0.0.1:8000").await;
    assert!(!site.anon().get("/account/sign-in").await.has("button[data-passkey]"));
    assert_eq!(site.anon().post("/account/sign-in/passkey/begin", &[]).await.status(), 409);
    let page = site.demo_member(NOOR).await.get("/account/passkeys").await;
    assert!(page.text("main").contains("because it is a bare number") && !page.has("button[data-make]"));
}
