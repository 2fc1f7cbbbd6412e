//! Adding files and taking them away.

use super::support::{add, body, draft, in_store, listed, send};
use crate::articles::support as articles;
use crate::support::{Actor, Site};

const CSV: &[u8] = b"step,who\n1,operator\n";

async fn refused(site: &Site, sam: &mut Actor, name: &str, content: &[u8], status: u16, words: &str) {
    let draft = draft(site, sam).await;
    let before = in_store(site);
    let answer = add(sam, &draft, name, content).await;
    assert_eq!((answer.status(), answer.page().as_str()), (status, "files/add"), "{name}: {}", answer.text("main"));
    assert!(answer.text("#file-error").contains(words), "{name}: {}", answer.text("#file-error"));
    assert!(answer.text(".notice").contains("Choose the file again"), "a browser cannot keep it, and the page says so");
    assert_eq!(answer.value("to"), draft);
    assert_eq!(listed(&sam.get(&format!("/articles/work/{draft}")).await), Vec::<String>::new());
    assert_eq!(in_store(site), before, "{name} leaves nothing");
}

#[tokio::test]
async fn a_writer_adds_a_file_to_a_draft_and_takes_it_away_again() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let draft = draft(&site, &mut sam).await;
    let work = format!("/articles/work/{draft}");
    let before = in_store(&site);
    let added = add(&mut sam, &draft, "Steps.csv", CSV).await;
    assert_eq!(added.location(), work);
    let page = sam.follow(&added).await;
    assert!(page.text("[role=status]").contains("The file is added"));
    assert_eq!(listed(&page), ["Steps.csv"]);
    assert!(page.text(".uploads").contains("Table, 1 kB") && page.text(".uploads").contains("As the page (TLP:GREEN)"));
    let file = sam.get(&page.attribute(".upload-name", "href")).await;
    assert_eq!((file.status(), file.bytes()), (200, CSV));
    let away = page.attribute(".upload-away", "action");
    assert_eq!(sam.post(&away, &[]).await.location(), work);
    assert_eq!(listed(&sam.get(&work).await), Vec::<String>::new());
    assert_eq!((in_store(&site), site.number("select count(*) from items where kind = 'file' and not exists (select from files f where f.id = items.id)").await), (before, 0));
    assert_eq!(sam.post(&away, &[]).await.status(), 404, "it is gone");
    let told = site.word("select string_agg(action, ' ' order by id) from audit_log where subject_kind = 'file'").await;
    assert_eq!(told, "file.added file.removed");
}

#[tokio::test]
async fn what_a_file_cannot_be_is_said_and_leaves_nothing() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    refused(&site, &mut sam, "", b"", 422, "Choose a file").await;
    refused(&site, &mut sam, "empty.csv", b"", 422, "is empty").await;
    refused(&site, &mut sam, "picture.png", b"<!doctype html><script>alert(1)</script>", 422, "not one of the kinds")
        .await;
    refused(&site, &mut sam, "plan.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", 422, "not one of the kinds")
        .await;
    refused(&site, &mut sam, "setup.pdf", b"MZ\x90\0\x03\0\0\0\x04\0", 422, "not one of the kinds").await;
    refused(&site, &mut sam, "go.txt", b"#!/bin/sh\nrm -r /\n", 422, "not one of the kinds").await;
    let large = vec![b'x'; 20_000_001];
    refused(&site, &mut sam, "large.txt", &large, 413, "larger than 20 MB").await;
    let huge = vec![b'x'; 90_000_000];
    refused(&site, &mut sam, "huge.txt", &huge, 413, "larger than 20 MB").await;
    let draft = draft(&site, &mut sam).await;
    assert_eq!(add(&mut sam, &draft, "fits.txt", &large[1..]).await.status(), 303, "the limit itself is within it");
}

#[tokio::test]
async fn an_upload_that_is_interrupted_leaves_nothing() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let draft = draft(&site, &mut sam).await;
    let before = in_store(&site);
    let whole = body(&[("to", &draft)], Some(("Steps.csv", &CSV.repeat(1000))));
    for length in [whole.len() - 20, whole.len() / 2, 200, 60, 10, 0] {
        let answer = send(&mut sam, whole[..length].to_vec()).await;
        assert!(matches!(answer.status(), 400 | 404), "{length}: {}", answer.status());
        assert_eq!(in_store(&site), before, "{length}");
    }
    assert_eq!(site.number("select count(*) from audit_log where subject_kind = 'file'").await, 0);
}

#[tokio::test]
async fn only_who_may_change_the_page_adds_to_it() {
    let site = Site::demo().await;
    let mut people = articles::People::of(&site).await;
    let draft = draft(&site, &mut people.sam).await;
    let handed_in = articles::submitted(&mut people.sam, &articles::form(&site, "Handed in").await).await;
    let handed_in = super::support::id(&handed_in);
    let event = site.word("select id::text from events where slug = 'webinar-one-way-process-data'").await;
    let nothing = uuid::Uuid::now_v7().to_string();
    let before = in_store(&site);
    let mut kees = site.member().await;
    for (who, actor, to, status) in [
        ("anybody", &mut site.anon(), &draft, 401),
        ("a member, a draft", &mut kees, &draft, 404),
        ("a member, nothing", &mut site.member().await, &nothing, 404),
        ("a member, an event", &mut site.member().await, &event, 409),
        ("a publisher, an event", &mut people.sam.clone(), &event, 409),
        ("a writer, handed in", &mut people.sam, &handed_in, 409),
        ("a liaison, handed in", &mut people.lotte, &handed_in, 409),
        ("a liaison, a draft", &mut people.bram, &draft, 404),
    ] {
        let answer = add(actor, to, "Steps.csv", CSV).await;
        assert_eq!(answer.status(), status, "{who}: {}", answer.text("main"));
    }
    assert_eq!(in_store(&site), before);
    assert_eq!(
        add(&mut people.lotte, &event, "Programme.csv", CSV).await.location(),
        "/events/webinar-one-way-process-data"
    );
    let page = site.anon().get("/events/webinar-one-way-process-data").await;
    assert_eq!(listed(&page), ["Programme.csv"]);
    assert!(!page.has(".upload-away") && !page.has("form[action='/files']"));
    let away = people.lotte.get("/events/webinar-one-way-process-data").await.attribute(".upload-away", "action");
    assert_eq!(kees.post(&away, &[]).await.status(), 409, "who reads it and may not take it away is told");
    assert_eq!(site.anon().post(&away, &[]).await.status(), 401);
}

#[tokio::test]
async fn a_label_of_its_own_is_chosen_on_a_page_that_keeps_the_choice() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let draft = draft(&site, &mut sam).await;
    let address = format!("/files/to/{draft}");
    let page = sam.get(&address).await;
    assert_eq!(
        (page.status(), page.attributes("input[name=label]", "value")),
        (200, ["", "AMBER", "AMBER+STRICT", "RED"].map(str::to_owned).into())
    );
    assert_eq!(site.member().await.get(&address).await.status(), 404);
    let fields = [("to", draft.as_str()), ("label", "AMBER"), ("audience", "waterschap-voorbeeldland")];
    let none = send(&mut sam, body(&fields, None)).await;
    assert_eq!((none.status(), none.attribute("input[name=label][checked]", "value").as_str()), (422, "AMBER"));
    assert_eq!(none.attribute("input[name=audience][checked]", "value"), "waterschap-voorbeeldland");
    assert_eq!(send(&mut sam, body(&fields, Some(("Stricter.csv", CSV)))).await.status(), 303);
    let page = sam.get(&format!("/articles/work/{draft}")).await;
    assert!(page.text(".uploads").contains("TLP:AMBER Stricter than the page"), "{}", page.text(".uploads"));
    assert!(page.text("body").contains("TLP:AMBER"));
    for (changes, field) in [
        (vec![("label", "CLEAR")], "label"),
        (vec![("label", "RED"), ("people", "kees-van-nergens")], "label"),
        (vec![("label", "GREEN"), ("audience", "waterschap-voorbeeldland")], "audience"),
        (vec![("label", ""), ("audience", "waterschap-voorbeeldland")], "label"),
        (vec![("label", "PURPLE")], "label"),
        (vec![("label", "AMBER"), ("audience", "nobody")], "audience"),
    ] {
        let fields = [vec![("to", draft.as_str())], changes.clone()].concat();
        let answer = send(&mut sam, body(&fields, Some(("x.csv", CSV)))).await;
        assert_eq!(answer.status(), 422, "{changes:?}");
        assert!(answer.has(&format!("#{field} .field-error")), "{changes:?}: {:?}", answer.texts(".field-error"));
    }
}

#[tokio::test]
async fn a_page_holds_twenty_files() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let draft = draft(&site, &mut sam).await;
    for number in 1..=20 {
        assert_eq!(add(&mut sam, &draft, &format!("{number}.csv"), CSV).await.status(), 303);
    }
    let answer = add(&mut sam, &draft, "21.csv", CSV).await;
    assert!(answer.status() == 422 && answer.text("#file-error").contains("20 files"), "{}", answer.text("main"));
    let page = sam.get(&format!("/articles/work/{draft}")).await;
    assert_eq!((listed(&page).len(), page.has("form[action='/files']")), (20, false));
}

#[tokio::test]
async fn the_next_revision_begins_with_the_files_of_the_one_before() {
    let site = Site::demo().await;
    let mut people = articles::People::of(&site).await;
    let form = articles::form(&site, "With files").await;
    let work = articles::draft(&mut people.sam, &form).await;
    let draft = super::support::id(&work);
    assert_eq!(add(&mut people.sam, &draft, "Steps.csv", CSV).await.status(), 303);
    let own = [("to", draft.as_str()), ("label", "AMBER"), ("audience", "waterschap-voorbeeldland")];
    assert_eq!(send(&mut people.sam, body(&own, Some(("Own.csv", b"a,b\n")))).await.status(), 303);
    let version = articles::with(form.clone(), &[("version", "1"), ("action", "submit")]);
    assert_eq!(articles::send(&mut people.sam, &format!("{work}/edit"), &version).await.status(), 303);
    assert_eq!(people.lotte.post(&format!("{work}/assign"), &[("reviewer", "noor-fictief")]).await.status(), 303);
    assert_eq!(listed(&people.noor.get(&work).await), ["Own.csv", "Steps.csv"], "who judges the text judges its files");
    assert_eq!(people.noor.post(&format!("{work}/review"), &[("verdict", "approve")]).await.status(), 303);
    assert_eq!(people.lotte.post(&format!("{work}/publish"), &[]).await.status(), 303);
    let article = articles::address(&site, &work).await;
    assert_eq!(listed(&people.noor.get(&article).await), ["Own.csv", "Steps.csv"]);
    assert_eq!(listed(&people.bram.get(&article).await), ["Steps.csv"]);
    assert_eq!(add(&mut people.sam, &draft, "Late.csv", CSV).await.status(), 409, "what is published stays");

    let revised = people.sam.post(&format!("{article}/revise"), &[]).await;
    let next = revised.location().trim_end_matches("/edit").to_owned();
    let page = people.sam.get(&next).await;
    assert_eq!(listed(&page), ["Own.csv", "Steps.csv"]);
    assert!(
        page.text(".uploads").contains("As the page (TLP:GREEN)")
            && page.text(".uploads").contains("TLP:AMBER Stricter")
    );
    // Taking it away there leaves the published one its content.
    let away = page.attribute(".uploads li:last-child .upload-away", "action");
    assert_eq!(people.sam.post(&away, &[]).await.status(), 303);
    let published = people.bram.get(&article).await;
    assert_eq!(listed(&published), ["Steps.csv"]);
    assert_eq!(people.bram.get(&published.attribute(".upload-name", "href")).await.bytes(), CSV);
}

#[tokio::test]
async fn a_switch_keeps_the_choice_of_a_label_and_says_that_the_file_is_to_be_chosen_again() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let draft = draft(&site, &mut sam).await;
    let page = sam.get(&format!("/files/to/{draft}")).await;
    let switch = "button[name=show_in][value=nl]";
    assert_eq!(page.attribute(switch, "formenctype"), "application/x-www-form-urlencoded", "no file goes with it");
    let chosen =
        [("to", draft.as_str()), ("label", "AMBER"), ("audience", "waterschap-voorbeeldland"), ("show_in", "nl")];
    let dutch = sam.post(&page.attribute(switch, "formaction"), &chosen).await;
    assert_eq!((dutch.status(), dutch.attribute("html", "lang").as_str()), (200, "nl"));
    assert_eq!(dutch.attribute("input[name=label][checked]", "value"), "AMBER");
    assert_eq!(dutch.attribute("input[name=audience][checked]", "value"), "waterschap-voorbeeldland");
    assert!(dutch.text("main .notice").contains("Kies het bestand opnieuw"));
}
