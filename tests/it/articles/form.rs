//! What a form may hold: labels and their audiences, limits, and what handing in needs.

use super::support::{BODY, Changes, draft, form, send, with};
use crate::support::Site;

#[tokio::test]
async fn each_label_takes_the_audience_that_it_knows_and_no_other() {
    let site = Site::demo().await;
    let mut sam = site.with_second_factor("sam@kestrel.example").await;
    let organisation = ("audience", "waterschap-voorbeeldland");
    let person = ("people", "noor-fictief");
    let group = ("groups", "remote-access");
    let cases: [(&str, Changes<'_>, Option<&str>); 17] = [
        ("CLEAR", &[], None),
        ("CLEAR", &[organisation], Some("audience")),
        ("CLEAR", &[person], Some("people")),
        ("GREEN", &[], None),
        ("GREEN", &[organisation], Some("audience")),
        ("GREEN", &[group], Some("groups")),
        ("AMBER", &[], None),
        ("AMBER", &[organisation], None),
        ("AMBER", &[person], None),
        ("AMBER", &[group], None),
        ("AMBER+STRICT", &[organisation], None),
        ("AMBER+STRICT", &[organisation, person, group], None),
        ("RED", &[], Some("people")),
        ("RED", &[person], None),
        ("RED", &[organisation], Some("audience")),
        ("RED", &[organisation, person], Some("audience")),
        ("RED", &[group, person], Some("groups")),
    ];
    for (label, audience, wrong) in cases {
        let typed = with(form(&site, "Labelled").await, &[("label", label)]);
        let answer = send(&mut sam, "/articles/new", &with(typed, audience)).await;
        match wrong {
            None => assert_eq!(answer.status(), 303, "{label} {audience:?} {:?}", answer.texts(".field-error")),
            Some(field) => {
                assert_eq!(answer.status(), 422, "{label} {audience:?}");
                assert!(answer.has(&format!("#{field} .field-error")), "{label} {audience:?}");
                assert!(answer.has(&format!("input[name=label][value='{label}'][checked]")), "the choice stays");
            }
        }
    }
}

#[tokio::test]
async fn there_is_no_label_by_default_and_no_unknown_one() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    assert!(!sam.get("/articles/new").await.has("input[name=label][checked]"));
    for label in ["", "green", "AMBER STRICT", "TLP:GREEN", "PURPLE"] {
        let answer = send(&mut sam, "/articles/new", &with(form(&site, "Labelled").await, &[("label", label)])).await;
        assert_eq!(answer.status(), 422, "{label}");
        assert!(answer.has("#label .field-error"), "{label}");
    }
}

#[tokio::test]
async fn handing_in_an_incomplete_text_names_what_is_missing_and_saves_nothing() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let before = site.number("select count(*) from revisions").await;
    let fields = with(form(&site, "Incomplete").await, &[("action", "submit")]);
    let cases = [
        ("summary", "Too short"),
        ("summary", ""),
        ("body", "Ten words are not enough for anybody to review."),
        ("body", ""),
    ];
    for (field, value) in cases {
        let answer = send(&mut sam, "/articles/new", &with(fields.clone(), &[(field, value)])).await;
        assert_eq!(answer.status(), 422, "{field} {value}");
        assert!(answer.has(&format!("#{field}-error")), "{field} {value}");
    }
    let no_sector: Vec<_> = fields.iter().filter(|field| field.0 != "sectors").cloned().collect();
    assert!(send(&mut sam, "/articles/new", &no_sector).await.has("#sectors .field-error"));
    // Words in code do not count as text.
    let code = format!("```\n{BODY}\n```\n");
    assert_eq!(send(&mut sam, "/articles/new", &with(fields, &[("body", &code)])).await.status(), 422);
    assert_eq!(site.number("select count(*) from revisions").await, before);
}

#[tokio::test]
async fn a_draft_that_is_incomplete_cannot_be_handed_in_from_its_page() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let work = draft(&mut sam, &with(form(&site, "Incomplete").await, &[("body", "Short."), ("summary", "")])).await;
    let refused = sam.post(&format!("{work}/submit"), &[]).await;
    assert_eq!(refused.status(), 409);
    assert!(refused.text("main .notice").contains("50 words"), "{}", refused.text("main"));
    assert!(sam.get(&work).await.text(".badge-accent").contains("Draft"));
}

#[tokio::test]
async fn limits_hold_at_the_character() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    for (field, limit) in [("title", 160), ("summary", 400)] {
        let fits = "é".repeat(limit);
        let base = form(&site, "Limits").await;
        assert_eq!(send(&mut sam, "/articles/new", &with(base.clone(), &[(field, &fits)])).await.status(), 303);
        let over = send(&mut sam, "/articles/new", &with(base, &[(field, &format!("{fits}é"))])).await;
        assert_eq!(over.status(), 422, "{field}");
        assert!(over.has(&format!("#{field}-error")));
    }
    let long = "x".repeat(200_001);
    let over = send(&mut sam, "/articles/new", &with(form(&site, "Limits").await, &[("body", &long)])).await;
    assert_eq!(over.status(), 422);
    assert_eq!(over.value("body").len(), long.len(), "the long text is not lost");
}

#[tokio::test]
async fn only_publishers_write() {
    let site = Site::demo().await;
    let typed = form(&site, "Not mine").await;
    let reviewer = site.demo_member("noor@voorbeeldland.example").await;
    for (mut actor, status) in [(site.anon(), 401), (site.member().await, 403), (reviewer, 403)] {
        assert_eq!(actor.get("/articles/new").await.status(), status);
        let refused = send(&mut actor, "/articles/new", &typed).await;
        assert_eq!(refused.status(), status);
        assert!(refused.body().contains("One two three four") || refused.body().contains("One+two+three"), "kept");
    }
    let mut sam = site.publisher().await;
    let work = draft(&mut sam, &typed).await;
    for step in ["edit", "submit"] {
        assert_eq!(send(&mut site.member().await, &format!("{work}/{step}"), &typed).await.status(), 403, "{step}");
    }
}
