//! What no passkey opens: each is refused with a sentence, logged once, and changes nothing.

use super::passkeys::{NOOR, ORIGIN, add, asked, noor, sign_in};
use crate::support::{Actor, Answer, Authenticator, Log, Site};
use chrono::TimeDelta;
use serde_json::{Value, json};

const REFUSED: &str = "an answer with a passkey was refused";

async fn send(actor: &mut Actor, answer: &str) -> Answer {
    actor.post("/account/sign-in/passkey", &[("answer", answer)]).await
}

/// Nobody came in by it, it is told beside the button, and stands in the log once.
async fn refused(site: &Site, answer: &Answer, sentence: &str, what: &str) {
    assert_eq!(answer.status(), 422, "{what}");
    assert!(answer.text("#passkey-error").contains(sentence), "{what}: {}", answer.text("#passkey-error"));
    assert_eq!(site.number("select count(*) from sessions").await, 1, "{what}");
    assert_eq!(site.number("select count(*) from passkeys where last_used_at is not null").await, 0, "{what}");
}

#[tokio::test]
async fn an_answer_that_lies_is_refused() {
    type Lie = fn(&mut Authenticator, &mut Value);
    let site = Site::demo().await;
    let (_, honest) = noor(&site).await;
    let (accepted, over) = ("was not accepted", "took longer than five minutes");
    let lies: [(&str, &str, Lie); 9] = [
        ("another origin", accepted, |device, _| device.origin = "https://evil.example".into()),
        ("another port", accepted, |device, _| device.origin = "http://polder.test:81".into()),
        ("another site", accepted, |device, _| device.site = "evil.example".into()),
        ("its owner did not prove to be there", accepted, |device, _| device.verifies = false),
        ("a key of somebody else", accepted, |device, _| {
            let (id, owner) = (device.id.clone(), device.owner.clone());
            *device = Authenticator { id, owner, ..Authenticator::new(ORIGIN) };
        }),
        ("a counter that went back", "a copy of it may exist", |device, _| device.counter = 1),
        ("a passkey that nobody has", "does not belong", |device, _| device.id = vec![7; 16]),
        ("nobody's passkey", "does not belong", |device, _| device.owner = None),
        ("another question", over, |_, asked| asked["publicKey"]["challenge"] = json!("A".repeat(43))),
    ];
    site.run("update passkeys set credential = jsonb_set(credential, '{cred,counter}', '5')").await;
    for (what, sentence, lie) in lies {
        let log = Log::keep();
        let mut actor = site.anon();
        let mut question = asked(&mut actor, "/account/sign-in/passkey/begin").await;
        let mut device = Authenticator { counter: 9, ..honest.clone() };
        lie(&mut device, &mut question);
        refused(&site, &send(&mut actor, &device.sign(&question)).await, sentence, what).await;
        assert_eq!(log.count(REFUSED), 1, "{what}");
    }
    // What is no answer at all.
    for nonsense in ["{}", "[", "\u{1f9ef}", "{\"id\":\"\",\"rawId\":\"\",\"type\":\"x\",\"response\":{}}"] {
        refused(&site, &send(&mut site.anon(), nonsense).await, accepted, nonsense).await;
    }
    refused(&site, &send(&mut site.anon(), "").await, "takes a script", "nothing").await;
    // And the honest one comes in.
    let mut device = Authenticator { counter: 9, ..honest };
    assert_eq!(sign_in(&mut site.anon(), &mut device).await.status(), 303);
}

#[tokio::test]
async fn an_answer_counts_once_for_five_minutes_in_the_browser_that_was_asked() {
    let site = Site::demo().await;
    let (_, mut device) = noor(&site).await;
    let over = "took longer than five minutes";

    let (mut asked_one, mut other) = (site.anon(), site.anon());
    let question = asked(&mut asked_one, "/account/sign-in/passkey/begin").await;
    let _ = asked(&mut other, "/account/sign-in/passkey/begin").await;
    let answer = device.sign(&question);
    refused(&site, &send(&mut other, &answer).await, over, "another browser").await;
    refused(&site, &send(&mut asked_one, &answer).await, over, "used up by that").await;
    refused(&site, &send(&mut site.anon(), &answer).await, over, "a browser without a cookie").await;

    let question = asked(&mut asked_one, "/account/sign-in/passkey/begin").await;
    site.later(TimeDelta::minutes(5));
    refused(&site, &send(&mut asked_one, &device.sign(&question)).await, over, "too late").await;

    // Two pages that are open in one browser do not end each other's question; an answer counts once.
    let (first, second) = (
        asked(&mut asked_one, "/account/sign-in/passkey/begin").await,
        asked(&mut asked_one, "/account/sign-in/passkey/begin").await,
    );
    let (first, second) = (device.sign(&first), device.sign(&second));
    assert_eq!(send(&mut asked_one, &first).await.status(), 303);
    assert_eq!(send(&mut asked_one, &first).await.status(), 422, "a replay");
    assert_eq!(send(&mut asked_one, &second).await.status(), 303);
}

#[tokio::test]
async fn a_passkey_of_another_account_confirms_nothing() {
    let site = Site::demo().await;
    let (_, mut device) = noor(&site).await;
    let mut kees = site.member().await;
    kees.second_factor().await;
    let mut own = Authenticator::new(ORIGIN);
    assert_eq!(add(&mut kees, &mut own).await.status(), 303);
    let mut kees = site.member().await;
    let log = Log::keep();
    let confirm = "/account/second-factor/confirm/passkey";
    for owner in [device.owner.clone(), None, own.owner.clone()] {
        device.owner = owner;
        let question = asked(&mut kees, &format!("{confirm}/begin")).await;
        let answer = kees.post(confirm, &[("answer", &device.sign(&question))]).await;
        assert_eq!(answer.status(), 422);
        assert!(answer.text("#passkey-error").contains("does not belong"));
    }
    assert_eq!(log.count(REFUSED), 3);
    assert_eq!(kees.post("/account/passkeys/begin", &[]).await.status(), 403, "nothing was confirmed");
    // A question of another session, and one for another purpose.
    let question = asked(&mut site.member().await, &format!("{confirm}/begin")).await;
    assert_eq!(kees.post(confirm, &[("answer", &own.sign(&question))]).await.status(), 422);
    let question = asked(&mut kees, "/account/sign-in/passkey/begin").await;
    assert_eq!(kees.post(confirm, &[("answer", &own.sign(&question))]).await.status(), 422);
    let question = asked(&mut kees, &format!("{confirm}/begin")).await;
    assert_eq!(send(&mut kees, &own.sign(&question)).await.status(), 422);
    let question = asked(&mut kees, &format!("{confirm}/begin")).await;
    assert_eq!(kees.post(confirm, &[("answer", &own.sign(&question))]).await.status(), 303);
}

#[tokio::test]
async fn a_passkey_is_added_only_by_who_was_asked_and_only_once() {
    let site = Site::demo().await;
    let (mut noor, mut device) = noor(&site).await;
    let log = Log::keep();
    let again = add(&mut noor, &mut device).await;
    assert!(again.text("#passkey-error").contains("is here already"));
    let mut kees = site.member().await;
    kees.second_factor().await;
    let theirs = add(&mut kees, &mut device).await;
    assert!(theirs.text("#passkey-error").contains("is here already"), "also when it is another account's");
    // A question that was asked of somebody else, of another site, without proof of being there.
    let question = asked(&mut noor, "/account/passkeys/begin").await;
    let mut fresh = Authenticator::new(ORIGIN);
    let form = |answer: String| [("name", "Mine".to_owned()), ("answer", answer)];
    let post = async |actor: &mut Actor, answer: String| {
        let form = form(answer);
        let fields: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        actor.post("/account/passkeys", &fields).await.status()
    };
    assert_eq!(post(&mut kees, fresh.make(&question)).await, 422);
    for lie in [
        Authenticator { verifies: false, ..fresh.clone() },
        Authenticator { origin: "https://evil.example".into(), ..fresh.clone() },
        Authenticator { site: "evil.example".into(), ..fresh.clone() },
    ] {
        let question = asked(&mut noor, "/account/passkeys/begin").await;
        assert_eq!(post(&mut noor, { lie }.make(&question)).await, 422);
    }
    assert_eq!(log.count(REFUSED), 6);
    assert_eq!(site.number("select count(*) from passkeys").await, 1);
    // Those of others cannot be seen, renamed or removed.
    let id = site.word("select id::text from passkeys").await;
    assert_eq!(kees.get(&format!("/account/passkeys/{id}")).await.status(), 404);
    assert_eq!(kees.post(&format!("/account/passkeys/{id}"), &[("name", "Mine")]).await.status(), 404);
    assert_eq!(kees.post(&format!("/account/passkeys/{id}/remove"), &[]).await.status(), 404);
}

#[tokio::test]
async fn a_suspended_member_does_not_come_in_and_a_network_begins_so_often() {
    let site = Site::demo().await;
    let (_, mut device) = noor(&site).await;
    site.run(&format!("update members set state = 'suspended' where email = '{NOOR}'")).await;
    assert_eq!(sign_in(&mut site.anon(), &mut device).await.status(), 422);
    site.run("delete from limit_buckets").await;
    let begin_network = "2/1h".parse().expect("a rate");
    let limits = polder::auth::limits::Limits { begin_network, ..polder::auth::limits::Limits::default() };
    let mut visitor = Actor::new(site.instance(limits).await);
    for expected in [200, 200, 429, 429] {
        let answer = visitor.post("/account/sign-in/passkey/begin", &[]).await;
        assert_eq!(answer.status(), expected);
        if expected == 429 {
            assert_eq!(answer.header("retry-after"), "1801");
            assert!(answer.body().contains("Too many sign-ins"), "{}", answer.body());
        }
    }
}
