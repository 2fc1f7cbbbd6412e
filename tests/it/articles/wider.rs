//! A new version reaches nobody whom the published one does not: that is a step of the label, with a reason.

use super::support::{Changes, Fields, People, address, form, send, with};
use crate::support::Site;
use polder::access::Viewer;

/// Publishes under TLP:AMBER for one organisation, begins a new version and returns its address.
async fn begun(site: &Site, people: &mut People, label: &str, audience: Changes<'_>) -> (String, Fields) {
    let fields = with(with(form(site, "Kept narrow").await, &[("label", label)]), audience);
    let first = people.published(&fields).await;
    let article = address(site, &first).await;
    let work = people.sam.post(&format!("{article}/revise"), &[]).await;
    assert_eq!(work.status(), 303, "{}", work.text("main"));
    (work.location().trim_end_matches("/edit").to_owned(), fields)
}

#[tokio::test]
async fn a_new_version_that_reaches_more_is_not_even_a_draft() {
    let site = Site::demo().await;
    let mut people = People::with_second_factor(&site).await;
    let water: Changes<'_> = &[("audience", "waterschap-voorbeeldland")];
    let cases: [(&str, Changes<'_>, &str, Changes<'_>, bool); 7] = [
        ("GREEN", &[], "CLEAR", &[], true),
        ("AMBER", water, "GREEN", &[], true),
        ("AMBER+STRICT", water, "AMBER", water, true),
        (
            "AMBER",
            water,
            "AMBER",
            &[("audience", "waterschap-voorbeeldland"), ("audience", "stichting-voorbeeldpolder")],
            true,
        ),
        (
            "RED",
            &[("people", "noor-fictief")],
            "RED",
            &[("people", "noor-fictief"), ("people", "lotte-verzonnen")],
            true,
        ),
        ("AMBER", water, "AMBER", &[], false),
        ("GREEN", &[], "AMBER", water, false),
    ];
    for (label, audience, then, whom, is_wider) in cases {
        let case = format!("{label} {audience:?} to {then} {whom:?}");
        let (work, _) = begun(&site, &mut people, label, audience).await;
        let next = with(with(form(&site, "Kept narrow").await, &[("label", then), ("version", "1")]), whom);
        let edit = format!("{work}/edit");
        let handed_in = send(&mut people.sam, &edit, &with(next.clone(), &[("action", "submit")])).await;
        if !is_wider {
            assert_eq!(handed_in.status(), 303, "{case}: {:?}", handed_in.texts(".field-error"));
            continue;
        }
        assert_eq!(handed_in.status(), 422, "{case}");
        assert!(handed_in.text("#label .field-error").contains("people whom the published one does not"), "{case}");
        assert!(handed_in.has(&format!("input[name=label][value='{then}'][checked]")), "{case}: the choice stays");
        assert_eq!(send(&mut people.sam, &edit, &next).await.status(), 422, "{case}: its colleagues would read it");
        let id = work.rsplit('/').next().expect("an id");
        assert_eq!(site.word(&format!("select label::text from items where id = '{id}'")).await, label, "{case}");
    }
}

#[tokio::test]
async fn what_became_stricter_while_a_version_waited_is_not_made_wider_by_it() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let (work, fields) = begun(&site, &mut people, "AMBER", &[("audience", "waterschap-voorbeeldland")]).await;
    let next = with(fields, &[("version", "1"), ("action", "submit")]);
    assert_eq!(send(&mut people.sam, &format!("{work}/edit"), &next).await.status(), 303);
    assert_eq!(people.lotte.post(&format!("{work}/assign"), &[("reviewer", "noor-fictief")]).await.status(), 303);
    assert_eq!(people.noor.post(&format!("{work}/review"), &[("verdict", "approve")]).await.status(), 303);
    let id = work.rsplit('/').next().expect("an id");
    let article = site.word(&format!("select article_id::text from revisions where id = '{id}'")).await;
    let label = format!("/items/{article}/label");
    let began = people.sam.get(&label).await.value("began");
    // The same label for fewer people.
    let stricter = [("label", "AMBER"), ("began", &began), ("action", "save")];
    assert_eq!(people.sam.post(&label, &stricter).await.status(), 303);
    let refused = people.lotte.post(&format!("{work}/publish"), &[]).await;
    assert_eq!(refused.status(), 409);
    assert!(refused.text("main").contains("people whom the published one does not"), "{}", refused.text("main"));
    // Nor by a statement that forgets to ask.
    let sql = format!("select publish_revision('{id}', now(), 'one', 'two') is null");
    let lotte = site.word("select id::text from members where email = 'lotte@voorbeeldpolder.example'").await;
    let viewer = Viewer::OnBehalfOf(lotte.parse().expect("an id"));
    let mut tx = site.app.db.write(&viewer).await.expect("a change");
    let is_null: bool = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&mut *tx).await.expect("an answer");
    assert!(is_null);
}

#[tokio::test]
async fn the_address_of_what_is_restricted_has_no_words() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    for (label, has_words) in [("CLEAR", true), ("GREEN", true), ("AMBER", false), ("AMBER+STRICT", false)] {
        let audience: Changes<'_> = if has_words { &[] } else { &[("audience", "waterschap-voorbeeldland")] };
        let title = format!("Pumps of {}", label.replace('+', " "));
        let work = people.published(&with(with(form(&site, &title).await, &[("label", label)]), audience)).await;
        let found = address(&site, &work).await;
        assert_eq!(found.contains("pumps"), has_words, "{found}");
        assert_eq!(people.sam.get(&found).await.text("h1"), title);
    }
}
