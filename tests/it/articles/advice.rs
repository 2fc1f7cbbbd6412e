//! The choice of a label is helped: who would read it, and what in the text suits a stricter one.

use super::support::{BODY, Changes, Fields, draft, form, send, submitted, with};
use crate::support::{Actor, Answer, Site};

const ROWS: &str = "select (select count(*) from revisions) + (select count(*) from items)
                    + (select count(*) from item_grants) + (select count(*) from revision_events)
                    + (select count(*) from audit_log) + (select count(*) from jobs)";

/// A text that tells too much: an address, a name of a machine, and a member.
fn telling() -> String {
    format!("{BODY}\n\nKees van Nergens looks after 10.20.30.40, which is plc-rwzi-03.")
}

async fn ask(actor: &mut Actor, fields: &Fields, changes: Changes<'_>) -> Answer {
    send(actor, "/articles/new", &with(with(fields.clone(), &[("action", "readers")]), changes)).await
}

#[tokio::test]
async fn who_would_read_it_is_told_before_anything_is_saved_and_nothing_typed_is_lost() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let before = site.number(ROWS).await;
    let fields = with(form(&site, "For some").await, &[("summary", "Short"), ("body", "Not *finished*")]);
    let amber: Changes<'_> = &[("label", "AMBER"), ("audience", "waterschap-voorbeeldland")];
    let page = ask(&mut sam, &fields, amber).await;
    assert_eq!(page.status(), 200);
    // Kestrel, the water authority, and the clients that the two list.
    let sql =
        "with named as (select id from organisations where slug in ('kestrel-controls', 'waterschap-voorbeeldland')),
                    all_of_them as (select id from named union
                        select client_id from organisation_clients where organisation_id in (select id from named))
               select count(distinct m.id) from members m join memberships s on s.member_id = m.id and s.until is null
               where m.state = 'active' and s.organisation_id in (select id from all_of_them)";
    let people = site.number(sql).await;
    assert!(page.text(".advice-count").starts_with(&format!("{people} people of ")), "{}", page.text(".advice-count"));
    let list = page.texts(".advice .advice-list li");
    assert!(list.iter().any(|line| line.starts_with("Kestrel Controls") && line.contains("Sam Example")), "{list:?}");
    assert_eq!(page.value("summary"), "Short");
    assert_eq!(page.value("body"), "Not *finished*");
    assert!(page.has("input[name=label][value=AMBER][checked]"));
    assert_eq!(page.attributes("input[name=audience][checked]", "value"), ["waterschap-voorbeeldland"]);
    assert!(!page.has(".preview") && !page.has(".error-summary"));
    // Without a script the browser goes to the answer.
    assert_eq!(page.attribute("button[value=readers]", "formaction"), "/articles/new#who-reads");
    assert!(page.has("h2#who-reads"));
    // The other labels.
    let everybody = ask(&mut sam, &fields, &[("label", "CLEAR")]).await;
    assert_eq!(everybody.text(".advice-count"), "Everybody, also without an account.");
    let active = site.number("select count(*) from members where state = 'active'").await;
    let green = ask(&mut sam, &fields, &[("label", "GREEN")]).await;
    assert!(green.text(".advice-count").starts_with(&format!("Every active member: {active} people of ")));
    let red = ask(&mut sam, &fields, &[("label", "RED"), ("people", "noor-fictief")]).await;
    assert_eq!(red.text(".advice-count"), "2 people of 2 organisations.");
    let alone = ask(&mut sam, &fields, &[("label", "RED"), ("people", "sam-example")]).await;
    assert_eq!(alone.text(".advice-count"), "One person of one organisation.");
    let mut dutch = sam.clone().reading("nl");
    assert_eq!(
        ask(&mut dutch, &fields, &[("label", "RED"), ("people", "noor-fictief")]).await.text(".advice-count"),
        "2 mensen van 2 organisaties."
    );
    assert_eq!(site.number(ROWS).await, before);
    assert_eq!(site.tick().await, 0);
}

#[tokio::test]
async fn what_is_missing_to_tell_stands_beside_its_field_and_only_that() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let cases: [(Changes<'_>, &str); 5] = [
        (&[("label", "")], "#label .field-error"),
        (&[("organisation", "00000000-0000-0000-0000-000000000000")], "#organisation-error"),
        (&[("label", "AMBER"), ("audience", "nobody-here")], "#audience .field-error"),
        (&[("label", "CLEAR"), ("audience", "waterschap-voorbeeldland")], "#audience .field-error"),
        (&[("label", "RED")], "#people .field-error"),
    ];
    let fields = with(form(&site, "x").await, &[("title", ""), ("body", "kept")]);
    for (changes, place) in cases {
        let page = ask(&mut sam, &fields, changes).await;
        assert_eq!((page.status(), page.has(place), page.count(".field-error")), (422, true, 1), "{changes:?}");
        assert!(!page.has("#who-reads") && page.value("body") == "kept", "{changes:?}");
    }
    // An organisation for which one does not write is asked about by nobody.
    let water = site.word("select id::text from organisations where slug = 'waterschap-voorbeeldland'").await;
    let other = ask(&mut sam, &fields, &[("label", "AMBER"), ("organisation", &water)]).await;
    assert_eq!((other.status(), other.has("#who-reads")), (422, false));
}

#[tokio::test]
async fn a_saved_draft_is_asked_about_as_it_is_typed_now() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let work = draft(&mut sam, &form(&site, "Saved green").await).await;
    let typed =
        with(form(&site, "Typed red").await, &[("label", "RED"), ("people", "noor-fictief"), ("action", "readers")]);
    let page = send(&mut sam, &format!("{work}/edit"), &typed).await;
    assert_eq!((page.status(), page.text(".advice-count").as_str()), (200, "2 people of 2 organisations."));
    assert_eq!(page.value("title"), "Typed red");
    // It stays when the page is shown in another language.
    let fields = with(typed, &[("action", ""), ("previewed", "readers"), ("show_in", "nl")]);
    let again = send(&mut sam, &format!("{work}/edit"), &fields).await;
    assert_eq!((again.status(), again.text(".advice-count").as_str()), (200, "2 mensen van 2 organisaties."));
    assert_eq!(sam.get(&format!("{work}/edit")).await.value("title"), "Saved green");
}

#[tokio::test]
async fn what_suits_a_stricter_label_is_told_by_kind_words_and_place_and_never_stops_a_draft() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let fields = with(form(&site, "Telling").await, &[("body", &telling())]);
    let line = telling().lines().count();
    let preview = send(&mut sam, "/articles/new", &with(fields.clone(), &[("action", "preview")])).await;
    assert!(preview.has(".preview a[href='#suits-stricter']"));
    let told = preview.texts(".advice-list li");
    assert_eq!(told.len(), 2, "a member may be named among members: {told:?}");
    assert!(told[0].starts_with("Address inside a network: 10.20.30.40"), "{told:?}");
    assert!(told[1].contains("plc-rwzi-03") && told[1].contains(&format!("line {line}; TLP:AMBER or stricter")));
    let asked = ask(&mut sam, &fields, &[("label", "CLEAR")]).await;
    assert_eq!(asked.count(".notice-warning .advice-list li"), 3, "the world is told of no member");
    assert!(asked.text(".notice-warning .advice-list").contains("Name of a member: Kees van Nergens"));
    // Strict enough: nothing to say.
    for label in ["AMBER", "AMBER+STRICT"] {
        assert!(!ask(&mut sam, &fields, &[("label", label)]).await.has("#suits-stricter"), "{label}");
    }
    // Saving a draft asks nothing, and tells it afterwards.
    let work = draft(&mut sam, &fields).await;
    for page in [sam.get(&format!("{work}/edit")).await, sam.get(&work).await] {
        assert_eq!((page.status(), page.count(".advice-list li")), (200, 2), "{}", page.page());
    }
    let dutch = sam.clone().reading("nl").get(&work).await;
    assert!(dutch.text("#suits-stricter").starts_with("2 plekken in deze tekst"), "{}", dutch.text("#suits-stricter"));
    // Title and summary are read too, and a text of somebody else's making stays text.
    let odd = with(
        fields,
        &[("title", "Where 10.9.8.7 <b>is</b>"), ("summary", "Ask plc-kelder-07 <script>"), ("action", "preview")],
    );
    let page = send(&mut sam, "/articles/new", &odd).await;
    let told = page.texts(".advice-list li").join("|");
    assert!(told.contains("10.9.8.7 in the title") && told.contains("plc-kelder-07 in the summary"), "{told}");
    assert!(!page.has(".advice-list script, .advice-list b"));
}

#[tokio::test]
async fn whoever_hands_in_has_looked_at_what_is_there_now() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let fields = with(form(&site, "Telling").await, &[("body", &telling()), ("action", "submit")]);
    let before = site.number(ROWS).await;
    let refused = send(&mut sam, "/articles/new", &fields).await;
    assert_eq!((refused.status(), refused.count(".error-summary li")), (422, 1));
    assert!(refused.has("#looked-error") && refused.value("body") == telling());
    assert_eq!(refused.value("title"), "Telling");
    assert_eq!(site.number(ROWS).await, before);
    assert!(refused.text("label[for=looked]").contains("every member of the community"));
    let mark = refused.attribute("#looked", "value");
    // A mark that is made up, or of another text or label, is none.
    let more = format!("{} 10.20.30.41", telling());
    let cases: [Changes<'_>; 4] = [
        &[("looked", "yes")],
        &[("looked", "")],
        &[("looked", &mark), ("body", &more)],
        &[("looked", &mark), ("label", "CLEAR")],
    ];
    for changes in cases {
        let page = send(&mut sam, "/articles/new", &with(fields.clone(), changes)).await;
        assert_eq!((page.status(), page.has("#looked[checked]")), (422, false), "{changes:?}");
    }
    // Something else is wrong as well: the tick stays.
    let short = send(&mut sam, "/articles/new", &with(fields.clone(), &[("looked", &mark), ("summary", "")])).await;
    assert!(short.status() == 422 && short.has("#looked[checked]"));
    assert_eq!(send(&mut sam, "/articles/new", &with(fields.clone(), &[("looked", &mark)])).await.status(), 303);
    // A stricter label needs no tick.
    let strict = with(fields, &[("label", "AMBER")]);
    assert_eq!(send(&mut sam, "/articles/new", &strict).await.status(), 303);
    // A text in which nothing is found is handed in as ever.
    submitted(&mut sam, &form(&site, "Plain").await).await;
}

#[tokio::test]
async fn a_saved_draft_is_not_handed_in_past_the_question() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let work = draft(&mut sam, &with(form(&site, "Telling").await, &[("body", &telling())])).await;
    let refused = sam.post(&format!("{work}/submit"), &[]).await;
    assert_eq!((refused.status(), refused.page().as_str()), (422, "articles/work_item"));
    assert!(refused.has("#looked-error"));
    assert!(sam.get(&work).await.text(".badge-accent").contains("Draft"));
    let mark = refused.attribute("#looked", "value");
    // By the form of the page of the text as well.
    let typed = with(form(&site, "Telling").await, &[("body", &telling()), ("version", "1"), ("action", "submit")]);
    assert_eq!(send(&mut sam, &format!("{work}/edit"), &typed).await.status(), 422);
    let switched = sam.post(&format!("{work}/submit"), &[("looked", &mark), ("show_in", "nl")]).await;
    assert!(switched.status() == 200 && switched.has("#looked[checked]"), "the tick stays in the other language");
    let state = format!("select state::text from revisions where id = '{}'", work.rsplit('/').next().expect("an id"));
    assert_eq!(site.word(&state).await, "draft", "and nothing was done");
    assert_eq!(sam.post(&format!("{work}/submit"), &[("looked", &mark)]).await.location(), work);
    assert!(!sam.get(&work).await.has("#looked"), "it is with somebody else now");
    // The reviewer is asked nothing.
    assert!(!site.liaison().await.get(&work).await.has("#suits-stricter"));
}

#[tokio::test]
async fn the_places_stand_by_the_text_and_each_page_leads_there_once() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let fields = with(form(&site, "Telling").await, &[("body", &telling())]);
    let edit = format!("{}/edit", draft(&mut sam, &fields).await);
    let way = "a[href='#suits-stricter']";
    let kept = sam.get(&edit).await;
    let at = |mark: &str| kept.body().find(mark).unwrap_or_else(|| panic!("{mark}"));
    assert!(at("id=\"body\"") < at("id=\"suits-stricter\""));
    assert!(at("id=\"suits-stricter\"") < at("id=\"label\""), "the text is near, the sectors are not");
    assert!(at("href=\"#suits-stricter\"") < at("id=\"title\""), "on top of the form");
    assert_eq!(kept.count(way), 1);
    let sent = |changes: Changes<'_>| with(with(fields.clone(), &[("action", "submit")]), changes);
    let short = send(&mut sam, "/articles/new", &sent(&[("summary", "")])).await;
    assert!(short.has(&format!(".error-summary + .notice-warning {way}")) && short.count(way) == 1);
    let unseen = send(&mut sam, "/articles/new", &sent(&[])).await;
    assert!(unseen.has(".error-summary a[href='#looked']") && !unseen.has(way), "the list of faults leads there");
    for (action, place) in [("preview", ".preview"), ("readers", ".advice + .notice-warning")] {
        let page = send(&mut sam, "/articles/new", &sent(&[("action", action)])).await;
        assert!(page.has(&format!("{place} {way}")) && page.count(way) == 1, "{action}");
    }
    assert!(!sam.get("/articles/new").await.has(way));
}
