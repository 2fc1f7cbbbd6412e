//! A publisher publishes alone within the cap of the role, and not beyond it whatever is sent.

use super::support::{Changes, address, draft, form, send, with};
use crate::support::{Actor, Answer, Site};

const SURE: &[(&str, &str)] = &[("sure", "yes")];

async fn alone(actor: &mut Actor, work: &str) -> Answer {
    actor.post(&format!("{work}/publish-alone"), SURE).await
}

async fn written(site: &Site, actor: &mut Actor, label: &str, more: Changes<'_>) -> String {
    draft(actor, &with(with(form(site, &format!("Alone {label}")).await, &[("label", label)]), more)).await
}

async fn is_draft(site: &Site, work: &str) -> bool {
    let id = work.rsplit('/').next().expect("an id");
    site.word(&format!("select state::text from revisions where id = '{id}'")).await == "draft"
}

#[tokio::test]
async fn within_the_cap_it_reaches_its_readers_and_the_log_says_that_nobody_approved_it() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let work = written(&site, &mut sam, "AMBER", &[("audience", "waterschap-voorbeeldland")]).await;
    let page = sam.get(&work).await;
    assert!(page.text("#main-form").contains("you may publish as widely as TLP:AMBER without anybody’s approval"));
    // Without the tick it asks.
    let asked = sam.post(&format!("{work}/publish-alone"), &[]).await;
    assert_eq!((asked.status(), asked.has("#sure-error")), (422, true));
    assert!(is_draft(&site, &work).await);
    let done = alone(&mut sam, &work).await;
    let article = address(&site, &work).await;
    assert_eq!(done.location(), article);
    let shown = sam.follow(&done).await;
    assert_eq!((shown.status(), shown.text(".toast p").as_str()), (200, "Published."));
    assert!(shown.text("[aria-labelledby=glance]").contains("Nobody outside the source"));
    assert_eq!(site.member().await.get(&article).await.status(), 200, "named in the audience");
    assert_eq!(site.liaison().await.get(&article).await.status(), 404);
    let id = work.rsplit('/').next().expect("an id");
    let line = format!("select detail::text from audit_log where action = 'article.published' and subject_id = '{id}'");
    assert_eq!(site.word(&line).await, r#"{"label": "AMBER", "approved": false}"#);
    assert_eq!(site.number(&format!("select count(*) from items where id = '{id}' and not approved")).await, 1);
    // Once.
    assert_eq!(alone(&mut sam, &work).await.status(), 409);
    assert_eq!(site.number("select count(*) from audit_log where detail->>'approved' = 'false'").await, 1);
}

#[tokio::test]
async fn wider_than_the_cap_is_refused_in_a_sentence_also_by_a_forged_form() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    for label in ["CLEAR", "GREEN"] {
        let work = written(&site, &mut sam, label, &[]).await;
        let page = sam.get(&work).await;
        assert!(!page.has("[formaction$='/publish-alone']") && !page.has("#sure"), "{label}");
        assert!(page.text("#main-form").contains(&format!("This text is TLP:{label} and reaches more people")));
        let forged = alone(&mut sam, &work).await;
        assert_eq!((forged.status(), is_draft(&site, &work).await), (403, true), "{label}");
        assert!(forged.text("main").contains("publish this widely without somebody’s approval"), "{label}");
    }
    // The form of the cap, and nothing that is sent, decides: a wider cap lets GREEN pass, none lets nothing pass.
    site.run("update publication_caps set widest = 'GREEN' where role = 'publisher'").await;
    let work = written(&site, &mut sam, "GREEN", &[("title", "With a wider cap")]).await;
    assert_eq!(alone(&mut sam, &work).await.status(), 303);
    site.run("update publication_caps set widest = null").await;
    let work = written(&site, &mut sam, "AMBER+STRICT", &[]).await;
    assert!(sam.get(&work).await.text("#main-form").contains("needs the approval of somebody else"));
    assert_eq!(alone(&mut sam, &work).await.status(), 403);
    assert!(is_draft(&site, &work).await);
}

#[tokio::test]
async fn nobody_else_can_and_what_they_may_not_read_does_not_exist() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let work = written(&site, &mut sam, "AMBER", &[("audience", "waterschap-voorbeeldland")]).await;
    let nowhere = "/articles/work/01900000-0000-7000-8000-000000000000";
    for (email, status) in [
        ("marek@kestrel.example", 403),
        ("kees@voorbeeldland.example", 403),
        ("noor@voorbeeldland.example", 403),
        ("iris@voorbeeldland.example", 404),
        ("lotte@voorbeeldpolder.example", 404),
    ] {
        let mut actor = site.demo_member(email).await;
        let (one, other) = (alone(&mut actor, &work).await, alone(&mut actor, nowhere).await);
        assert_eq!((one.status(), other.status()), (status, status), "{email}");
        assert_eq!(one.text("main h1"), other.text("main h1"), "{email}");
    }
    assert_eq!(alone(&mut site.anon(), &work).await.status(), 401);
    assert!(is_draft(&site, &work).await);
    // A liaison who was handed the text judges it, and does not publish it past the review.
    assert_eq!(sam.post(&format!("{work}/submit"), &[]).await.status(), 303);
    for mut actor in [sam.clone(), site.liaison().await] {
        assert_eq!(alone(&mut actor, &work).await.status(), 409, "it is in review");
    }
    let page = sam.get(&work).await;
    assert!(!page.has("[formaction$='/publish-alone']"));
}

#[tokio::test]
async fn what_handing_in_asks_for_is_asked_for_here_too() {
    let site = Site::demo().await;
    site.run("update publication_caps set widest = 'CLEAR' where role = 'publisher'").await;
    let mut sam = site.publisher().await;
    let empty = written(&site, &mut sam, "AMBER", &[("body", "Too short."), ("title", "Short")]).await;
    assert_eq!(alone(&mut sam, &empty).await.status(), 409);
    let body = format!("{} See 10.20.30.40.", super::support::BODY);
    let telling = written(&site, &mut sam, "GREEN", &[("body", &body)]).await;
    let refused = alone(&mut sam, &telling).await;
    assert_eq!((refused.status(), refused.has("#looked-error"), refused.has("#sure[checked]")), (422, true, true));
    let mark = refused.attribute("#looked", "value");
    let done = sam.post(&format!("{telling}/publish-alone"), &[("sure", "yes"), ("looked", &mark)]).await;
    assert_eq!(done.status(), 303);
}

#[tokio::test]
async fn red_needs_the_second_factor() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    sam.second_factor().await;
    let work = written(&site, &mut sam, "RED", &[("people", "noor-fictief")]).await;
    let mut weak = site.publisher().await;
    for address in [format!("{work}/publish-alone"), "/articles/work/nothing/publish-alone".into()] {
        let answer = weak.post(&address, SURE).await;
        assert_eq!(answer.status(), if address.starts_with(&work) { 403 } else { 404 });
    }
    assert!(is_draft(&site, &work).await);
    // Another publisher of the source, who is not named, learns nothing.
    site.run("update memberships set roles = '{publisher}' where member_id = (select id from members where email = 'marek@kestrel.example')").await;
    let mut marek = site.demo_member("marek@kestrel.example").await;
    assert_eq!(alone(&mut marek, &work).await.status(), 404);
    let done = alone(&mut sam, &work).await;
    assert_eq!(done.location(), address(&site, &work).await);
    assert_eq!(sam.follow(&done).await.status(), 200);
}

#[tokio::test]
async fn a_review_that_was_taken_back_is_not_claimed() {
    let site = Site::demo().await;
    let mut people = super::support::People::of(&site).await;
    let fields = with(form(&site, "Taken back").await, &[("label", "AMBER"), ("audience", "waterschap-voorbeeldland")]);
    let work = people.approved(&fields).await;
    let back = [("verdict", "changes"), ("comment", "The source asked for it back.")];
    assert_eq!(people.lotte.post(&format!("{work}/review"), &back).await.status(), 303);
    let changed = with(fields, &[("version", "1"), ("body", &format!("{} And more.", super::support::BODY))]);
    assert_eq!(send(&mut people.sam, &format!("{work}/edit"), &changed).await.status(), 303);
    let done = alone(&mut people.sam, &work).await;
    assert_eq!(done.status(), 303, "{}", done.text("main"));
    let shown = people.sam.follow(&done).await;
    assert!(shown.text("[aria-labelledby=glance]").contains("Nobody outside the source"));
    assert_eq!(people.noor.get(&work).await.status(), 404, "the review lent the reading of the work, which is over");
}
