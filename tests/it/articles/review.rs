//! Reviewing: by somebody of another organisation, once.

use super::support::{Changes, People, address, form, submitted, with};
use crate::support::Site;

const COMMENT: &str = "Say which controllers this was tried on.";

#[tokio::test]
async fn the_liaison_can_ask_nobody_who_should_not_judge() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let work = submitted(&mut people.sam, &form(&site, "To be judged").await).await;
    site.run("update members set state = 'suspended' where slug = 'joost-nietecht'").await;
    let offered = people.lotte.get(&work).await.attributes("select[name=reviewer] option", "value");
    assert!(offered.contains(&"noor-fictief".to_owned()));
    // The own organisation, the author, nobody, somebody who is suspended.
    for reviewer in ["marek-placeholder", "sam-example", "", "no-such-person", "joost-nietecht"] {
        assert!(reviewer.is_empty() || !offered.contains(&reviewer.to_owned()), "{reviewer} is offered");
        let refused = people.lotte.post(&format!("{work}/assign"), &[("reviewer", reviewer)]).await;
        assert_eq!(refused.status(), 422, "{reviewer}");
        assert!(refused.has("#reviewer-error"));
    }
    for actor in [&mut people.sam, &mut people.noor] {
        assert_eq!(actor.post(&format!("{work}/assign"), &[("reviewer", "noor-fictief")]).await.status(), 403);
    }
}

#[tokio::test]
async fn asking_somebody_never_widens_the_circle_that_the_source_chose() {
    let site = Site::demo().await;
    let mut people = People::with_second_factor(&site).await;
    let cases: [(&str, Changes<'_>, &[&str]); 5] = [
        // Waterschap Voorbeeldland is a client of the source.
        ("AMBER", &[], &["iris-voorbeeld", "joost-nietecht", "kees-van-nergens", "noor-fictief"]),
        ("AMBER+STRICT", &[], &[]),
        (
            "AMBER+STRICT",
            &[("audience", "stichting-voorbeeldpolder")],
            &["bram-denkbeeldig", "lotte-verzonnen", "olga-proefpersoon"],
        ),
        ("RED", &[("people", "noor-fictief")], &["noor-fictief"]),
        ("RED", &[("people", "marek-placeholder")], &[]),
    ];
    for (label, audience, expected) in cases {
        let typed = with(form(&site, &format!("Narrow {label}")).await, &[("label", label)]);
        let work = submitted(&mut people.sam, &with(typed, audience)).await;
        let page = people.lotte.get(&work).await;
        let mut offered = page.attributes("select[name=reviewer] option", "value");
        offered.retain(|slug| !slug.is_empty());
        offered.sort();
        assert_eq!(offered, expected, "{label} {audience:?}");
        let other = if expected.contains(&"kees-van-nergens") { "tess-testdijk" } else { "kees-van-nergens" };
        let refused = people.lotte.post(&format!("{work}/assign"), &[("reviewer", other)]).await;
        assert_eq!(refused.status(), 422, "{label}");
    }
}

#[tokio::test]
async fn only_the_one_who_was_asked_reviews_and_only_once() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let work = people.assigned(&form(&site, "Reviewed once").await).await;
    let review = format!("{work}/review");
    let approve = [("verdict", "approve")];
    assert_eq!(people.sam.post(&review, &approve).await.status(), 409, "the author");
    assert_eq!(people.lotte.post(&review, &approve).await.status(), 409, "the liaison");
    assert_eq!(site.member().await.post(&review, &approve).await.status(), 404, "somebody else");
    assert_eq!(people.noor.post(&review, &approve).await.status(), 303);
    for verdict in ["approve", "changes"] {
        let again = people.noor.post(&review, &[("verdict", verdict), ("comment", COMMENT)]).await;
        assert_eq!(again.status(), 409, "{verdict} after approving");
    }
    let id = work.rsplit('/').next().expect("an id");
    let told = site
        .number(&format!("select count(*) from revision_events where revision_id = '{id}' and action = 'approved'"))
        .await;
    assert_eq!(told, 1);
}

#[tokio::test]
async fn asking_for_changes_needs_words_and_brings_the_text_back_to_its_author() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let work = people.assigned(&form(&site, "Sent back").await).await;
    let review = format!("{work}/review");
    for (verdict, comment, field) in [
        ("changes", "", "comment"),
        ("changes", " too few ", "comment"),
        ("", COMMENT, "verdict"),
        ("maybe", COMMENT, "verdict"),
    ] {
        let refused = people.noor.post(&review, &[("verdict", verdict), ("comment", comment)]).await;
        assert_eq!(refused.status(), 422, "{verdict} {comment}");
        assert!(refused.has(&format!("#{field}-error")), "{verdict} {comment}");
        assert_eq!(refused.value("comment").trim(), comment.trim(), "what was typed stays");
    }
    let evil = format!("{COMMENT} <script>alert(1)</script>");
    assert_eq!(people.noor.post(&review, &[("verdict", "changes"), ("comment", &evil)]).await.status(), 303);
    let page = people.sam.get(&work).await;
    assert!(page.text(".timeline blockquote").contains("<script>"), "words are words");
    assert_eq!(page.count("main script"), 0);
    let mail = site.mails_to("sam@kestrel.example").await.pop().expect("a mail");
    assert_eq!(mail.kind, "articles-mail-changes-asked");
    // Handed in again, the same reviewer judges it.
    let typed = with(form(&site, "Sent back").await, &[("version", "1"), ("action", "submit")]);
    assert_eq!(super::support::send(&mut people.sam, &format!("{work}/edit"), &typed).await.status(), 303);
    assert_eq!(people.noor.post(&review, &[("verdict", "approve")]).await.status(), 303);
}

#[tokio::test]
async fn a_reviewer_who_was_replaced_loses_sight_of_the_text() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let work = people.assigned(&form(&site, "Passed on").await).await;
    assert_eq!(people.noor.get(&work).await.status(), 200);
    let assign = format!("{work}/assign");
    // A page that was open before somebody was asked does not take the text from that one.
    assert_eq!(people.lotte.post(&assign, &[("reviewer", "kees-van-nergens")]).await.status(), 409);
    let noor = people.lotte.get(&work).await.attribute("input[name=instead_of]", "value");
    let asked = people.lotte.post(&assign, &[("reviewer", "kees-van-nergens"), ("instead_of", &noor)]).await;
    assert_eq!(asked.status(), 303);
    assert_eq!(people.noor.get(&work).await.status(), 404);
    assert_eq!(people.noor.post(&format!("{work}/review"), &[("verdict", "approve")]).await.status(), 404);
    assert_eq!(site.member().await.post(&format!("{work}/review"), &[("verdict", "approve")]).await.status(), 303);
}

#[tokio::test]
async fn a_reviewer_who_moves_to_the_authors_organisation_judges_no_more() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let work = people.assigned(&form(&site, "A friend now").await).await;
    site.run(
        "insert into memberships (member_id, organisation_id, since)
         select m.id, o.id, '2026-11-24' from members m, organisations o
         where m.slug = 'noor-fictief' and o.slug = 'kestrel-controls'",
    )
    .await;
    assert_eq!(people.noor.post(&format!("{work}/review"), &[("verdict", "approve")]).await.status(), 409);
}

#[tokio::test]
async fn the_steps_cannot_be_taken_out_of_order() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let typed = form(&site, "In order").await;
    let work = super::support::draft(&mut people.sam, &typed).await;
    assert_eq!(people.lotte.post(&format!("{work}/publish"), &[]).await.status(), 404, "a draft is not there");
    assert_eq!(people.lotte.post(&format!("{work}/assign"), &[("reviewer", "noor-fictief")]).await.status(), 404);
    assert_eq!(people.sam.post(&format!("{work}/submit"), &[]).await.status(), 303);
    assert_eq!(people.sam.post(&format!("{work}/submit"), &[]).await.status(), 409, "handed in twice");
    assert_eq!(people.lotte.post(&format!("{work}/publish"), &[]).await.status(), 409, "not reviewed");
    assert_eq!(people.lotte.post(&format!("{work}/assign"), &[("reviewer", "noor-fictief")]).await.status(), 303);
    assert_eq!(people.lotte.post(&format!("{work}/publish"), &[]).await.status(), 409, "not approved");
    assert_eq!(people.noor.post(&format!("{work}/review"), &[("verdict", "approve")]).await.status(), 303);
    assert_eq!(people.lotte.post(&format!("{work}/assign"), &[("reviewer", "kees-van-nergens")]).await.status(), 409);
    assert_eq!(people.sam.post(&format!("{work}/publish"), &[]).await.status(), 403, "the author does not publish");
    assert_eq!(people.lotte.post(&format!("{work}/publish"), &[]).await.status(), 303);
    assert_eq!(people.lotte.post(&format!("{work}/publish"), &[]).await.status(), 409, "published twice");
    assert_eq!(people.sam.post(&format!("{work}/submit"), &[]).await.status(), 409);
    assert_eq!(people.noor.get(&address(&site, &work).await).await.status(), 200);
}
