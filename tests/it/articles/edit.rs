//! Writing: preview, draft, and two who write at once.

use super::support::{BODY, address, draft, form, send, with};
use crate::support::Site;
use polder::commands::demo::PASSWORD;

const COUNT: &str = "select (select count(*) from revisions) + (select count(*) from articles)
                     + (select count(*) from items) + (select count(*) from revision_events)";

#[tokio::test]
async fn a_preview_shows_the_text_and_saves_nothing() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let before = site.number(COUNT).await;
    let typed = with(form(&site, "A title").await, &[("action", "preview"), ("body", "Some *emphasis* here.")]);
    let page = send(&mut sam, "/articles/new", &typed).await;
    assert_eq!(page.status(), 200);
    assert_eq!(page.text(".preview em"), "emphasis");
    assert_eq!(page.value("body"), "Some *emphasis* here.");
    assert_eq!(page.value("title"), "A title");
    assert!(page.has("input[name=label][value=GREEN][checked]"));
    // A preview asks nothing of the other fields.
    let empty = sam.post("/articles/new", &[("action", "preview")]).await;
    assert_eq!(empty.status(), 200);
    assert_eq!(site.number(COUNT).await, before);
    let jobs = "select count(*) from jobs where kind <> 'account-news'";
    assert_eq!(site.number(jobs).await, 0);
}

#[tokio::test]
async fn a_preview_of_a_saved_draft_changes_nothing() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let work = draft(&mut sam, &form(&site, "A title").await).await;
    let typed = with(form(&site, "Another").await, &[("action", "preview"), ("version", "1"), ("body", "New.")]);
    let page = send(&mut sam, &format!("{work}/edit"), &typed).await;
    assert_eq!((page.status(), page.text(".preview p").as_str()), (200, "New."));
    let kept = sam.get(&format!("{work}/edit")).await;
    assert_eq!((kept.value("title").as_str(), kept.value("version").as_str()), ("A title", "1"));
}

#[tokio::test]
async fn a_draft_needs_little_and_keeps_all_of_it() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let odd = "First\r\n\r\n<b>& \"quotes\" 🚰\t</textarea>\u{a0}end";
    let typed = with(form(&site, "A <title> & more").await, &[("body", odd), ("summary", "")]);
    let work = draft(&mut sam, &typed).await;
    let kept = sam.get(&format!("{work}/edit")).await;
    assert_eq!(kept.value("body"), odd.replace("\r\n", "\n"));
    assert_eq!(kept.value("title"), "A <title> & more");
    assert_eq!(sam.get(&work).await.text("h1"), "A <title> & more");
}

#[tokio::test]
async fn of_two_who_save_the_same_version_the_second_keeps_what_was_typed() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let work = draft(&mut sam, &form(&site, "A title").await).await;
    let edit = format!("{work}/edit");
    let first = with(form(&site, "By the first").await, &[("version", "1")]);
    assert_eq!(send(&mut sam, &edit, &first).await.status(), 303);
    for action in ["save", "submit"] {
        let second = with(
            form(&site, "By the second").await,
            &[("version", "1"), ("body", &format!("{BODY} Typed by the second.")), ("action", action)],
        );
        let conflict = send(&mut sam, &edit, &second).await;
        assert_eq!(conflict.status(), 409);
        assert_eq!(conflict.page(), "articles/edit");
        assert!(conflict.value("body").ends_with("Typed by the second."));
        assert!(conflict.has("#body-error"));
    }
    let kept = sam.get(&edit).await;
    assert_eq!((kept.value("title").as_str(), kept.value("version").as_str()), ("By the first", "2"));
    assert!(sam.get(&work).await.text(".badge-accent").contains("Draft"), "nothing was handed in");
}

#[tokio::test]
async fn an_audience_stays_when_a_draft_is_saved_again() {
    let site = Site::demo().await;
    let mut sam = site.with_second_factor("sam@kestrel.example").await;
    let amber = with(form(&site, "For one").await, &[("label", "AMBER"), ("audience", "waterschap-voorbeeldland")]);
    let work = draft(&mut sam, &amber).await;
    let edit = format!("{work}/edit");
    let checked = "input[name=audience][checked]";
    assert_eq!(sam.get(&edit).await.attributes(checked, "value"), ["waterschap-voorbeeldland"]);
    assert_eq!(send(&mut sam, &edit, &with(amber.clone(), &[("version", "1")])).await.status(), 303);
    assert_eq!(sam.get(&edit).await.attributes(checked, "value"), ["waterschap-voorbeeldland"]);
    // One more, then another one only, then persons instead.
    let two = with(amber.clone(), &[("version", "2"), ("audience", "stichting-voorbeeldpolder")]);
    assert_eq!(send(&mut sam, &edit, &two).await.status(), 303);
    assert_eq!(sam.get(&edit).await.count(checked), 2);
    let one = with(
        form(&site, "For one").await,
        &[("label", "AMBER"), ("audience", "stichting-voorbeeldpolder"), ("version", "3")],
    );
    assert_eq!(send(&mut sam, &edit, &one).await.status(), 303);
    assert_eq!(sam.get(&edit).await.attributes(checked, "value"), ["stichting-voorbeeldpolder"]);
    let red = with(form(&site, "For one").await, &[("label", "RED"), ("people", "noor-fictief"), ("version", "4")]);
    assert_eq!(send(&mut sam, &edit, &red).await.status(), 303);
    let form_now = sam.get(&edit).await;
    assert_eq!(form_now.count(checked), 0);
    assert_eq!(form_now.attributes("input[name=people][checked]", "value"), ["noor-fictief", "sam-example"]);
    let green = with(form(&site, "For all").await, &[("version", "5")]);
    assert_eq!(send(&mut sam, &edit, &green).await.status(), 303);
    assert_eq!(sam.get(&edit).await.count("input[checked][name=audience], input[checked][name=people]"), 0);
}

#[tokio::test]
async fn a_co_publisher_goes_on_writing_also_when_it_becomes_red() {
    let site = Site::demo().await;
    let mut lotte = site.with_second_factor("lotte@voorbeeldpolder.example").await;
    let mut bram = site.with_second_factor("bram@voorbeeldpolder.example").await;
    let house = site.word("select id::text from organisations where slug = 'stichting-voorbeeldpolder'").await;
    let base = with(form(&site, "Of the house").await, &[("organisation", &house)]);
    let work = draft(&mut lotte, &base).await;
    let red = with(base.clone(), &[("label", "RED"), ("people", "noor-fictief"), ("version", "1")]);
    let saved = send(&mut bram, &format!("{work}/edit"), &red).await;
    assert_eq!(saved.status(), 303, "{}", saved.text("main"));
    assert_eq!(bram.get(&work).await.status(), 200, "who wrote it still reads it");
    assert_eq!(lotte.get(&work).await.status(), 200, "and who began it");
    let again = site.by_password("lotte@voorbeeldpolder.example", PASSWORD).await.get(&work).await;
    assert_eq!((again.status(), again.text("h1").contains("Of the house")), (403, false), "with a second factor");
}

#[tokio::test]
async fn nobody_edits_what_was_handed_in_or_belongs_to_another() {
    let site = Site::demo().await;
    let (mut sam, mut iris) = (site.publisher().await, site.demo_member("iris@voorbeeldland.example").await);
    let typed = form(&site, "Handed in").await;
    let work = super::support::submitted(&mut sam, &typed).await;
    let changed = with(typed.clone(), &[("version", "1"), ("title", "Changed")]);
    assert_eq!(sam.get(&format!("{work}/edit")).await.status(), 409);
    let refused = send(&mut sam, &format!("{work}/edit"), &changed).await;
    assert_eq!(refused.status(), 409);
    assert!(refused.body().contains("One two three four"), "what was typed is not lost");
    assert_eq!(send(&mut iris, &format!("{work}/edit"), &changed).await.status(), 404);
    assert_eq!(iris.get(&format!("{work}/edit")).await.status(), 404);
    assert_eq!(sam.get(&work).await.text("h1"), "Handed in");
    // In another organisation's name nobody writes.
    let other = site.word("select id::text from organisations where slug = 'waterschap-voorbeeldland'").await;
    let forged = send(&mut sam, "/articles/new", &with(typed, &[("organisation", &other)])).await;
    assert_eq!(forged.status(), 422);
    assert!(forged.has("#organisation-error"));
}

#[tokio::test]
async fn the_addresses_of_the_room_are_no_articles() {
    let site = Site::demo().await;
    let mut people = super::support::People::of(&site).await;
    for (title, expected) in
        [("New", "/articles/new-article"), ("work", "/articles/work-article"), ("!!!", "/articles/article")]
    {
        let work = people.published(&form(&site, title).await).await;
        let article = address(&site, &work).await;
        assert_eq!(article, expected);
        assert_eq!(people.sam.get(&article).await.page(), "articles/page");
        assert_eq!(people.sam.get("/articles/new").await.page(), "articles/edit");
        assert_eq!(people.sam.get("/articles/work").await.page(), "articles/work");
    }
}

#[tokio::test]
async fn the_audience_is_folded_by_kind_and_each_head_counts_what_is_chosen() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let new = sam.get("/articles/new").await;
    assert!(!new.has("#audience-picker[open]") && !new.has(".picker-circle[open]"));
    assert_eq!(new.text(".picker-circle:has(#audience) > summary"), "Organisations 0 chosen");
    let days = new.attributes("#meetings label time", "datetime");
    assert!(!days.is_empty() && days.iter().all(|day| day.len() == 10), "{days:?}");
    assert!(new.has("#people .choices-scroll"), "a long list has a box of its own");
    let to = [("label", "AMBER"), ("audience", "waterschap-voorbeeldland"), ("audience", "stichting-voorbeeldpolder")];
    let work = draft(&mut sam, &with(form(&site, "For two").await, &to)).await;
    let page = sam.get(&format!("{work}/edit")).await;
    assert!(page.has("#audience-picker[open]"));
    assert_eq!(page.count(".picker-circle[open]"), 1);
    assert_eq!(page.text(".picker-circle[open] > summary"), "Organisations 2 chosen");
    let boxes = page.attributes("#audience input", "value");
    let first: std::collections::BTreeSet<_> = boxes.iter().take(2).map(String::as_str).collect();
    assert_eq!(first, ["stichting-voorbeeldpolder", "waterschap-voorbeeldland"].into(), "not hidden in a long list");
    // What is wrong lies open, so that the list of faults leads to it.
    let wrong = send(&mut sam, "/articles/new", &with(form(&site, "For nobody").await, &[("label", "RED")])).await;
    assert!(wrong.status() == 422 && wrong.has(".picker-circle[open] #people .field-error"));
}

#[tokio::test]
async fn a_draft_says_who_of_its_audience_opens_nothing_any_more_and_keeps_them() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let group = site.word("select slug from working_groups where closed_at is null order by slug limit 1").await;
    let typed =
        with(form(&site, "For some").await, &[("label", "AMBER"), ("groups", &group), ("people", "noor-fictief")]);
    let work = draft(&mut sam, &typed).await;
    site.run(&format!(
        "update working_groups set closed_at = created_at where slug = '{group}';
         update members set state = 'suspended' where slug = 'noor-fictief'"
    ))
    .await;
    let edit = format!("{work}/edit");
    let page = sam.get(&edit).await;
    assert!(page.text(&format!("label[for=groups-{group}]")).ends_with("(closed)"));
    assert!(page.text("label[for=people-noor-fictief]").ends_with("(no longer active)"));
    assert!(page.has(&format!("#groups-{group}[checked]")) && page.has("#people-noor-fictief[checked]"));
    let grants =
        format!("select count(*) from item_grants where item_id = '{}'", work.rsplit('/').next().expect("an id"));
    let saved = send(&mut sam, &edit, &with(typed.clone(), &[("version", "1")])).await;
    assert_eq!((saved.status(), site.number(&grants).await), (303, 2), "{}", saved.texts(".field-error").join(" "));
    // Shown again in another language they are still there.
    let again = send(&mut sam, &edit, &with(typed, &[("version", "2"), ("show_in", "nl")])).await;
    assert!(again.text(&format!("label[for=groups-{group}]")).ends_with("(gesloten)"));
    let none = with(form(&site, "For some").await, &[("label", "AMBER"), ("version", "2")]);
    assert_eq!(send(&mut sam, &edit, &none).await.status(), 303);
    assert_eq!(site.number(&grants).await, 0);
    assert!(!sam.get(&edit).await.has(&format!("#groups-{group}")), "what was dropped is not offered again");
}
