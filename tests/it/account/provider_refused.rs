//! What a provider, or somebody who plays one, does not get through: each is refused with a sentence, logged once, and changes
//! nothing.

use super::passkeys::NOOR;
use super::provider::leave;
use crate::support::{Actor, Answer, Log, LyingProvider, Says, Site, key, provider};
use chrono::TimeDelta;
use serde_json::json;
use std::time::Duration;

const REFUSED: &str = "an answer of the provider was refused";
const SIGN_IN: &str = "/account/sign-in/provider";
const RETURN: &str = "/account/provider/return";

/// The demo with a provider at which Noor is `noor`.
async fn site(trusts_amr: bool) -> (Site, LyingProvider) {
    let (mut site, lying) = (Site::demo().await, LyingProvider::start().await);
    site.signs_in_at(provider(&lying.issuer, trusts_amr));
    site.run(&format!(
        "insert into provider_identities (issuer, subject, member_id, linked_at)
         select '{}', 'noor', id, created_at from members where email = '{NOOR}'",
        lying.issuer
    ))
    .await;
    (site, lying)
}

fn parameter(link: &str, name: &str) -> String {
    let query = link.split_once('?').expect("a query").1;
    let fields: Vec<(String, String)> = serde_html_form::from_str(query).expect("fields");
    fields.into_iter().find(|(field, _)| field == name).expect("a parameter").1
}

/// Goes to the provider, which then has a true answer about somebody; gives where that answer leads.
async fn ask(site: &Site, lying: &LyingProvider, actor: &mut Actor, at: &str, subject: &str) -> String {
    let link = leave(actor, at, &[("back", "/members")]).await;
    assert_eq!(parameter(&link, "code_challenge_method"), "S256");
    assert_eq!(parameter(&link, "redirect_uri"), "http://polder.test/account/provider/return");
    lying.tell(subject, &parameter(&link, "nonce"), site.app.clock.now());
    format!("{RETURN}?code=a-code&state={}", parameter(&link, "state"))
}

async fn refused(site: &Site, answer: &Answer, sentence: &str, what: &str) {
    assert_eq!(answer.status(), 422, "{what}");
    assert!(answer.text("#provider-error").contains(sentence), "{what}: {}", answer.text("#provider-error"));
    assert_eq!(site.number("select count(*) from sessions").await, 0, "{what}");
    assert_eq!(
        site.number("select count(*) from provider_identities where last_used_at is not null").await,
        0,
        "{what}"
    );
    assert_eq!(site.number("select count(*) from provider_attempts").await, 0, "{what}: it is used up");
}

#[tokio::test]
async fn a_token_that_lies_is_refused() {
    type Lie = fn(&mut Says);
    let (site, lying) = site(false).await;
    let lies: [(&str, Lie); 19] = [
        ("another nonce", |says| says.claims["nonce"] = json!("another")),
        ("no nonce", |says| says.claims["nonce"] = json!(null)),
        ("another audience", |says| says.claims["aud"] = json!("somebody")),
        ("one audience too many", |says| says.claims["aud"] = json!(["polder", "somebody"])),
        ("another party", |says| says.claims["azp"] = json!("somebody")),
        ("another issuer", |says| says.claims["iss"] = json!("https://evil.example")),
        ("expired", |says| says.claims["exp"] = json!(says.claims["iat"].as_i64().expect("a time"))),
        ("from the future", |says| says.claims["iat"] = json!(says.claims["iat"].as_i64().expect("a time") + 200)),
        ("signed in in the future", |says| {
            says.claims["auth_time"] = json!(says.claims["iat"].as_i64().expect("a time") + 200);
        }),
        ("no subject", |says| says.claims["sub"] = json!("")),
        ("another access token", |says| says.claims["at_hash"] = json!("AAAAAAAAAAAAAAAAAAAAAA")),
        ("signed with another key", |says| says.key = key(2)),
        ("signed with a key that nobody knows", |says| {
            says.key = key(2);
            says.header["kid"] = json!("two");
        }),
        ("no signature", |says| {
            says.header = json!({ "alg": "none" });
            says.signature = Some(String::new());
        }),
        ("signed with our secret", |says| says.header = json!({ "alg": "HS256" })),
        ("a signature that is cut off", |says| says.signature = Some("AAAA".into())),
        ("no token", |says| says.error = Some((200, json!({ "access_token": "x", "token_type": "Bearer" })))),
        ("a code that it does not know", |says| says.error = Some((400, json!({ "error": "invalid_grant" })))),
        ("no JSON of ours", |says| says.error = Some((200, json!(["what"])))),
    ];
    for (what, lie) in lies {
        let (log, mut actor) = (Log::keep(), site.anon());
        let back = ask(&site, &lying, &mut actor, SIGN_IN, "noor").await;
        lying.say(lie);
        refused(&site, &actor.get(&back).await, "could not be trusted", what).await;
        assert_eq!(log.count(REFUSED), 1, "{what}");
    }
    // And the truth comes in, with the verifier that belongs to what was asked.
    let mut actor = site.anon();
    let back = ask(&site, &lying, &mut actor, SIGN_IN, "noor").await;
    assert_eq!(actor.get(&back).await.location(), "/members");
    assert!(lying.says().form.contains("code_verifier="), "{}", lying.says().form);
}

#[tokio::test]
async fn an_answer_counts_once_for_ten_minutes_in_the_browser_that_asked() {
    let (site, lying) = site(false).await;
    let over = "nothing that was asked in this browser";
    let mut actor = site.anon();
    let log = Log::keep();
    for state in ["", "&state=", "&state=made-up"] {
        refused(&site, &actor.get(&format!("{RETURN}?code=x{state}")).await, over, "no state of ours").await;
    }
    let back = ask(&site, &lying, &mut actor, SIGN_IN, "noor").await;
    refused(&site, &site.anon().get(&back).await, over, "another browser").await;
    refused(&site, &actor.get(&back).await, over, "used up by that").await;
    let mut other = site.anon();
    let theirs = ask(&site, &lying, &mut other, SIGN_IN, "noor").await;
    refused(&site, &actor.get(&theirs).await, over, "another browser that asked as well").await;
    let back = ask(&site, &lying, &mut actor, SIGN_IN, "noor").await;
    site.later(TimeDelta::minutes(10));
    refused(&site, &actor.get(&back).await, over, "too late").await;
    assert_eq!(log.count(REFUSED), 7);

    let back = ask(&site, &lying, &mut actor, SIGN_IN, "noor").await;
    assert_eq!(actor.get(&back).await.status(), 303);
    let replayed = actor.get(&back).await;
    assert_eq!(replayed.status(), 422, "a replay");
    assert_eq!(site.number("select count(*) from sessions").await, 1);

    // What one session began to link, no other finishes.
    let (mut kees, mut sam) = (site.member().await, site.publisher().await);
    kees.second_factor().await;
    let back = ask(&site, &lying, &mut kees, "/account/provider/link", "kees").await;
    sam.set_cookie("polder-provider", kees.cookie("polder-provider").expect("a cookie"));
    assert!(sam.get(&back).await.text("#provider-error").contains(over));
    assert_eq!(site.number("select count(*) from provider_identities").await, 1);
}

#[tokio::test]
async fn an_error_another_issuer_and_a_provider_that_is_away_or_slow_are_told() {
    let (mut site, lying) = site(false).await;
    let mut actor = site.anon();
    for (error, sentence) in [("access_denied", "cancelled or refused"), ("server_error", "could not be trusted")] {
        let log = Log::keep();
        let back = ask(&site, &lying, &mut actor, SIGN_IN, "noor").await;
        let answer = actor.get(&back.replace("code=a-code", &format!("error={error}"))).await;
        refused(&site, &answer, sentence, error).await;
        assert_eq!(log.count(REFUSED), 1);
    }
    // RFC 9207: one that says that it names itself must, and nobody else may be named.
    let back = ask(&site, &lying, &mut actor, SIGN_IN, "noor").await;
    refused(&site, &actor.get(&format!("{back}&iss=https://evil.example")).await, "trusted", "another").await;
    lying.say(|says| says.metadata["authorization_response_iss_parameter_supported"] = json!(true));
    site.signs_in_at(provider(&lying.issuer, false));
    let mut actor = site.anon();
    let back = ask(&site, &lying, &mut actor, SIGN_IN, "noor").await;
    refused(&site, &actor.get(&back).await, "trusted", "not named").await;

    // What it publishes is another's, leads away from this machine without https, or does not come.
    let (log, away) = (Log::keep(), "does not answer just now");
    for (field, value) in
        [("issuer", "https://evil.example"), ("jwks_uri", "http://evil.example/keys"), ("token_endpoint", "x")]
    {
        let before = lying.says().metadata;
        lying.say(|says| says.metadata[field] = json!(value));
        site.signs_in_at(provider(&lying.issuer, false));
        refused(&site, &site.anon().post(SIGN_IN, &[]).await, away, field).await;
        lying.say(|says| says.metadata = before);
    }
    lying.say(|says| says.delay = Duration::from_mins(1));
    site.signs_in_at(provider(&lying.issuer, false).with_patience(Duration::from_millis(50)));
    refused(&site, &site.anon().post(SIGN_IN, &[]).await, away, "slow").await;
    site.signs_in_at(provider("http://127.0.0.1:9", false));
    let answer = site.anon().post(SIGN_IN, &[("back", "/members"), ("carried", "eyJ")]).await;
    refused(&site, &answer, away, "away").await;
    let kept = |name: &str| answer.attribute(&format!("#main-form [name={name}]"), "value");
    assert_eq!((&*kept("back"), &*kept("carried")), ("/members", "eyJ"), "nothing is lost");
    assert_eq!(log.count(REFUSED), 5);
    // The page and the other ways are there as before.
    assert_eq!(site.by_password(NOOR, polder::commands::demo::PASSWORD).await.get("/members").await.status(), 200);
}

#[tokio::test]
async fn new_keys_are_fetched_once_a_minute_at_most() {
    let (site, lying) = site(false).await;
    let turn = |number: u8, name: &'static str| {
        lying.say(|says| {
            says.published = (name.into(), key(number));
            says.key = key(number);
            says.header["kid"] = json!(name);
        });
    };
    let mut actor = site.anon();
    let back = ask(&site, &lying, &mut actor, SIGN_IN, "noor").await;
    turn(2, "two");
    assert_eq!(actor.get(&back).await.status(), 422, "its keys were fetched just now");
    assert_eq!(lying.says().keys_asked, 1);
    site.later(TimeDelta::minutes(1));
    let back = ask(&site, &lying, &mut actor, SIGN_IN, "noor").await;
    turn(2, "two");
    assert_eq!(actor.get(&back).await.status(), 303);
    for _ in 0..3 {
        let back = ask(&site, &lying, &mut actor, SIGN_IN, "noor").await;
        turn(3, "three");
        assert_eq!(actor.get(&back).await.status(), 422);
    }
    assert_eq!(lying.says().keys_asked, 2, "nobody makes us ask more often");
}

#[tokio::test]
async fn a_second_factor_there_counts_only_where_the_operator_says_so() {
    for (trusts, methods, counts) in
        [(false, json!(["mfa"]), false), (true, json!(["pwd"]), false), (true, json!(["pwd", "otp"]), true)]
    {
        let (site, lying) = site(trusts).await;
        let mut actor = site.anon();
        let back = ask(&site, &lying, &mut actor, SIGN_IN, "noor").await;
        lying.say(|says| says.claims["amr"] = methods.clone());
        assert_eq!(actor.get(&back).await.status(), 303);
        let strong = "select count(*) from sessions where second_factor_at is not null";
        assert_eq!(site.number(strong).await, i64::from(counts), "{trusts} {methods}");
    }
}

#[tokio::test]
async fn an_account_without_access_stays_out_and_a_link_is_of_one_account() {
    let (site, lying) = site(false).await;
    site.run(&format!("update members set state = 'suspended' where email = '{NOOR}'")).await;
    let mut actor = site.anon();
    let back = ask(&site, &lying, &mut actor, SIGN_IN, "noor").await;
    refused(&site, &actor.get(&back).await, "has no access at present", "suspended").await;
    site.run(&format!("update members set state = 'asleep' where email = '{NOOR}'")).await;
    let back = ask(&site, &lying, &mut actor, SIGN_IN, "noor").await;
    let asleep = actor.get(&back).await;
    assert_eq!((asleep.status(), asleep.page().as_str()), (403, "account/asleep"));
    site.run(&format!("update members set state = 'active' where email = '{NOOR}'")).await;
    let mut kees = site.member().await;
    kees.second_factor().await;
    let back = ask(&site, &lying, &mut kees, "/account/provider/link", "noor").await;
    assert!(kees.get(&back).await.text("#provider-error").contains("already linked to another"));
    // Linking needs fresh proof; nothing of it is there in an installation without a provider.
    site.later(TimeDelta::minutes(11));
    assert_eq!(kees.post("/account/provider/link", &[]).await.status(), 403);
    let mut bare = Actor::new(polder::app::router(site.app.clone().with_provider(None)).expect("routes"));
    assert_eq!(bare.get(&format!("{RETURN}?code=x&state=y")).await.status(), 404);
    assert!(!bare.get("/account/sign-in").await.has("#provider"));
}
