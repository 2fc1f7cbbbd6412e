//! A reader asks for wider sharing; the source answers, or the reader withdraws.

use super::support::{KEES, PIA, SAM, article, article_for, ask, label_of};
use crate::house::scene::Scene;

#[tokio::test]
async fn asking_twice_shows_the_request_that_waits() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "AMBER").await;
    let kees = scene.actor("member-of-audience");
    assert_eq!(kees.get(&format!("/items/{item}/wider")).await.status(), 200);
    let request = ask(kees, item).await;
    assert_eq!(ask(kees, item).await, request);
    assert_eq!(kees.get(&format!("/items/{item}/wider")).await.location(), request);
    assert_eq!(scene.site.number("select count(*) from wider_requests").await, 1);
    let mail = scene.site.mails_to(SAM).await.pop().expect("a mail");
    assert_eq!((mail.kind.as_str(), mail.link()), ("items-mail-asked", request.clone()));
    assert!(!mail.raw.contains("Made") && !mail.raw.contains("AMBER") && !mail.raw.contains("pumps"));
    let shown = scene.actor("publisher-of-source").get(&request).await;
    assert!(shown.body().contains("who mends the pumps") && !shown.body().contains("Made AMBER"));
    let mut cody = scene.with_second_factor("cody@kestrel.example").await;
    assert!(cody.get("/items").await.has("[aria-labelledby=for-me] li"));
    assert!(cody.get("/").await.has(".counters a[href='/items']"));
}

#[tokio::test]
async fn what_is_asked_is_wider_and_says_why() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "GREEN").await;
    let kees = scene.actor("member-of-audience");
    let address = format!("/items/{item}/wider");
    for (label, purpose, field) in [
        ("GREEN", "For our supplier.", "#label"),
        ("RED", "For our supplier.", "#label"),
        ("CLEAR", "short", "#purpose-error"),
    ] {
        let sent = kees.post(&address, &[("label", label), ("purpose", purpose)]).await;
        assert_eq!((sent.status(), sent.has(field)), (422, true), "{label} {purpose}");
        assert_eq!(sent.value("purpose").trim(), purpose);
    }
    let open = article(&scene, "CLEAR").await;
    assert_eq!(scene.actor("member-of-audience").get(&format!("/items/{open}/wider")).await.status(), 409);
    let hidden = article(&scene, "AMBER").await;
    assert_eq!(scene.actor("member-elsewhere").get(&format!("/items/{hidden}/wider")).await.status(), 404);
    let own = scene.actor("author").get(&address).await;
    assert_eq!(own.location(), format!("/items/{item}/label"), "the source asks nobody");
}

#[tokio::test]
async fn agreeing_leads_to_the_label_with_the_wish_filled_in_and_grants_it() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "AMBER").await;
    scene.site.run(&format!("update items set approved = true where id = '{item}'")).await;
    let request = ask(scene.actor("member-of-audience"), item).await;
    let sam = scene.actor("author");
    let address = sam.get(&request).await.attribute("a.button-primary", "href");
    let form = sam.get(&address).await;
    assert_eq!(form.attribute("input[name=label][checked]", "value"), "GREEN");
    assert!(!form.has("#audience input[checked]"), "TLP:GREEN names nobody");
    let (began, id) = (form.value("began"), form.value("request"));
    let fields =
        [("label", "GREEN"), ("began", &began), ("request", &id), ("reason", "It is old by now."), ("action", "save")];
    assert_eq!(sam.post(&address, &fields).await.status(), 303);
    let shown = scene.actor("member-of-audience").get(&request).await;
    assert!(shown.text(".badge").contains("Granted") && shown.body().contains("It is old by now."));
    let mails = scene.site.mails_to(KEES).await;
    assert!(mails.iter().any(|mail| mail.kind == "items-mail-answered" && mail.link() == request));
    let late = scene
        .actor("publisher-of-source")
        .post(&format!("{request}/decline"), &[("answer", "No, not now, sorry.")])
        .await;
    assert_eq!(late.status(), 409, "it was answered");
}

#[tokio::test]
async fn declining_takes_a_reason_and_holds_once() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "AMBER").await;
    let request = ask(scene.actor("member-of-audience"), item).await;
    let address = format!("{request}/decline");
    let silent = scene.actor("author").post(&address, &[("answer", "No.")]).await;
    assert_eq!((silent.status(), silent.has("#answer-error"), silent.value("answer").trim()), (422, true, "No."));
    let said = [("answer", "Our customer asked us not to.")];
    assert_eq!(scene.actor("author").post(&address, &said).await.location(), request);
    assert_eq!(scene.actor("publisher-of-source").post(&address, &said).await.status(), 409);
    assert_eq!(scene.actor("member-of-audience").post(&format!("{request}/withdraw"), &[]).await.status(), 409);
    assert!(scene.actor("member-of-audience").get(&request).await.body().contains("asked us not to"));
    assert_eq!(label_of(&scene, item).await, "AMBER");
    assert!(scene.site.mails_to(KEES).await.iter().any(|mail| mail.kind == "items-mail-answered"));
    assert_ne!(ask(scene.actor("member-of-audience"), item).await, request, "one may ask again");
}

#[tokio::test]
async fn what_was_withdrawn_cannot_be_answered() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "AMBER").await;
    let request = ask(scene.actor("member-of-audience"), item).await;
    assert_eq!(scene.actor("member-of-audience").post(&format!("{request}/withdraw"), &[]).await.location(), request);
    let late =
        scene.actor("author").post(&format!("{request}/decline"), &[("answer", "Our customer asked us not to.")]).await;
    assert_eq!(late.status(), 409);
    assert!(scene.actor("member-of-audience").get("/items").await.text("[aria-labelledby=mine]").contains("Withdrawn"));
}

#[tokio::test]
async fn to_a_stranger_a_request_does_not_exist() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "AMBER").await;
    let request = ask(scene.actor("member-of-audience"), item).await;
    for stranger in ["member-elsewhere", "publisher-of-audience", "member-of-source", "liaison", "operator"] {
        let actor = scene.actor(stranger);
        assert_eq!(actor.get(&request).await.status(), 404, "{stranger}");
        for step in ["decline", "withdraw"] {
            let sent = actor.post(&format!("{request}/{step}"), &[("answer", "I decide this, not you.")]).await;
            assert_eq!(sent.status(), 404, "{stranger} {step}");
        }
    }
    let asker = scene
        .actor("member-of-audience")
        .post(&format!("{request}/decline"), &[("answer", "I decide this myself.")])
        .await;
    assert_eq!(asker.status(), 404, "nobody answers their own request");
    assert_eq!(scene.actor("author").post(&format!("{request}/withdraw"), &[]).await.status(), 404);
}

#[tokio::test]
async fn something_else_that_is_asked_while_a_request_waits_is_kept() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "AMBER").await;
    let kees = scene.actor("member-of-audience");
    let request = ask(kees, item).await;
    let other = [("label", "CLEAR"), ("purpose", "For the operators of all our pumps.")];
    let kept = kees.post(&format!("/items/{item}/wider"), &other).await;
    assert_eq!((kept.status(), kept.value("purpose").trim()), (422, other[1].1));
    assert_eq!(kept.attribute(".notice a", "href"), request);
    assert!(kept.text("#purpose-error").contains("Withdraw it first"));
    assert_eq!(scene.site.number("select count(*) from wider_requests").await, 1);
}

#[tokio::test]
async fn declined_and_granted_at_once_one_of_both_holds() {
    let scene = Scene::new().await;
    for _ in 0..6 {
        let item = article(&scene, "AMBER").await;
        scene.site.run(&format!("update items set approved = true where id = '{item}'")).await;
        let mut kees = scene.with_second_factor(KEES).await;
        let request = ask(&mut kees, item).await;
        let (mut sam, mut pia) = (scene.with_second_factor(SAM).await, scene.with_second_factor(PIA).await);
        let address = format!("/items/{item}/label?request={}", request.rsplit('/').next().expect("an id"));
        let form = sam.get(&address).await;
        let (began, id) = (form.value("began"), form.value("request"));
        let fields = [
            ("label", "GREEN"),
            ("began", &*began),
            ("request", &*id),
            ("reason", "It is old by now."),
            ("action", "save"),
        ];
        let decline = format!("{request}/decline");
        let (granted, declined) =
            tokio::join!(sam.post(&address, &fields), pia.post(&decline, &[("answer", "No, we do not want this.")]));
        let mut both = [granted.status(), declined.status()];
        both.sort_unstable();
        assert_eq!(both, [303, 409]);
        let state = scene.site.word(&format!("select state::text from wider_requests where id = '{id}'")).await;
        assert_eq!(label_of(&scene, item).await, if state == "granted" { "GREEN" } else { "AMBER" });
    }
}

#[tokio::test]
async fn a_request_about_red_opens_with_a_second_factor_as_the_item_does() {
    let mut scene = Scene::new().await;
    let item = article_for(&scene, "RED", &["person"]).await;
    let mut nina = scene.with_second_factor(super::support::NINA).await;
    let request = ask(&mut nina, item).await;
    assert_eq!(nina.get(&request).await.status(), 200);
    let weak = scene.actor("named-person");
    assert_eq!(weak.get(&request).await.status(), 403);
    let list = weak.get("/items").await.text("[aria-labelledby=mine]");
    assert!(list.contains("Opens with your second factor"), "{list}");
}
