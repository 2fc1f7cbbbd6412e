//! Who will know of an event, and what it tells, before it is published.

use super::support::{Fields, form, made, send, with};
use crate::support::Site;

const EVENTS: &str =
    "select (select count(*) from events) + (select count(*) from items) + (select count(*) from audit_log)";

fn asked(fields: Fields) -> Fields {
    with(fields, &[("action", "readers")])
}

#[tokio::test]
async fn who_will_read_it_is_told_before_it_is_published_and_nothing_typed_is_lost() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    let before = site.number(EVENTS).await;
    let typed =
        with(asked(form("A closed session")), &[("label", "RED"), ("people", "noor-fictief"), ("starts", "soon")]);
    let page = send(&mut lotte, "/events/new", &typed).await;
    assert_eq!((page.status(), page.text(".advice-count").as_str()), (200, "2 people of 2 organisations."));
    assert_eq!((page.value("title").as_str(), page.value("starts").as_str()), ("A closed session", "soon"));
    assert_eq!(page.attributes("input[name=people][checked]", "value"), ["noor-fictief"]);
    assert_eq!(page.attribute("button[value=readers]", "formaction"), "/events/new#who-reads");
    let unset = send(&mut lotte, "/events/new", &with(asked(form("x")), &[("label", "")])).await;
    assert_eq!((unset.status(), unset.count(".field-error"), unset.has("#label .field-error")), (422, 1, true));
    let again = with(typed, &[("action", ""), ("previewed", "readers"), ("show_in", "nl")]);
    assert_eq!(send(&mut lotte, "/events/new", &again).await.text(".advice-count"), "2 mensen van 2 organisaties.");
    assert_eq!(site.number(EVENTS).await, before);
}

#[tokio::test]
async fn of_a_published_event_it_tells_who_reads_it_whatever_the_form_says() {
    let site = Site::demo().await;
    let water = [("label", "AMBER"), ("audience", "waterschap-voorbeeldland")];
    let event = made(&site, &with(form("For the water authority"), &water)).await;
    let mut lotte = site.liaison().await;
    let fields = with(asked(form("Typed and not saved")), &[("label", "CLEAR"), ("version", "1")]);
    let page = send(&mut lotte, &format!("{event}/edit"), &fields).await;
    assert_eq!((page.status(), page.value("title").as_str()), (200, "Typed and not saved"));
    assert!(page.text(".advice-count").contains(" people of 2 organisations."), "{}", page.text(".advice-count"));
    assert_eq!(lotte.get(&event).await.text("h1"), "For the water authority");
}

#[tokio::test]
async fn whoever_publishes_has_looked_at_what_suits_a_stricter_label() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    let telling =
        with(form("Telling"), &[("body", "Bring the key of 10.20.30.40; call 06 12345678."), ("label", "CLEAR")]);
    let preview = send(&mut lotte, "/events/new", &with(telling.clone(), &[("action", "preview")])).await;
    assert!(preview.has(".preview a[href='#suits-stricter']") && preview.has("#looked:not([checked])"));
    let before = site.number(EVENTS).await;
    let refused = send(&mut lotte, "/events/new", &telling).await;
    assert_eq!((refused.status(), refused.has("#looked-error")), (422, true));
    assert_eq!(refused.value("body"), "Bring the key of 10.20.30.40; call 06 12345678.");
    assert_eq!(site.number(EVENTS).await, before);
    for forged in ["yes", "0000000000000000"] {
        assert_eq!(send(&mut lotte, "/events/new", &with(telling.clone(), &[("looked", forged)])).await.status(), 422);
    }
    let looked = with(telling.clone(), &[("looked", &refused.attribute("#looked", "value"))]);
    let event = made(&site, &looked).await;
    // What is published is asked about no more; what comes to it is.
    let edit = format!("{event}/edit");
    assert!(!lotte.get(&edit).await.has("#looked"));
    let same = with(telling.clone(), &[("title", "Telling it"), ("version", "1")]);
    assert_eq!(send(&mut lotte, &edit, &same).await.status(), 303);
    let more = with(telling, &[("version", "2"), ("body", "10.20.30.40, 06 12345678 and plc-kelder-07")]);
    let refused = send(&mut lotte, &edit, &more).await;
    assert_eq!((refused.status(), refused.count(".advice-list li")), (422, 1));
    let looked = with(more, &[("looked", &refused.attribute("#looked", "value"))]);
    assert_eq!(send(&mut lotte, &edit, &looked).await.status(), 303);
}
