//! Planning and changing.

use super::support::{form, made, send, with};
use crate::support::Site;

#[tokio::test]
async fn what_is_wrong_stands_next_to_its_field_and_what_was_typed_stays() {
    let site = Site::demo().await;
    let mut liaison = site.liaison().await;
    let before = site.number("select count(*) from events").await;
    let long = "x".repeat(161);
    let cases = [
        ("title", ""),
        ("title", long.as_str()),
        ("summary", "Too short"),
        ("kind", "party"),
        ("language", "tlh"),
        ("label", ""),
        ("label", "RED"),
        ("starts", ""),
        ("starts", "tomorrow"),
        ("starts", "2027-02-30T10:00"),
        ("starts", "1999-12-31T10:00"),
        ("starts", "2027-03-28T02:30"),
        ("starts", "99999-02-09T13:30"),
        ("ends", "2027-02-09T25:00"),
        ("ends", "2027-02-09T13:30"),
        ("ends", "2027-02-09T13:29"),
        ("ends", "2026-02-09T17:00"),
        ("zone", ""),
        ("zone", "Europe/Atlantis"),
        ("zone", "../../etc/passwd"),
        ("place", ""),
        ("capacity", "0"),
        ("capacity", "-3"),
        ("capacity", "many"),
        ("capacity", "99999999999999999999"),
        ("body", ""),
    ];
    for (field, value) in cases {
        let answer = send(&mut liaison, "/events/new", &with(form("Wrong somewhere"), &[(field, value)])).await;
        assert_eq!(answer.status(), 422, "{field} {value:.30}");
        // Under TLP:RED it is the persons that are missing.
        let field = if value == "RED" { "people" } else { field };
        assert!(
            answer.has(&format!("#{field}-error")) || answer.has(&format!("#{field} .field-error")),
            "{field} {value:.30}: {:?}",
            answer.texts(".field-error")
        );
        if !matches!(field, "kind" | "language" | "label" | "zone" | "people") {
            assert_eq!(answer.value(field), value, "{field}");
        }
        assert_eq!(answer.value("version"), "0");
    }
    let empty = liaison.post("/events/new", &[]).await;
    assert_eq!(empty.status(), 422);
    assert!(empty.count(".error-summary li") >= 8);
    assert_eq!(site.number("select count(*) from events").await, before);
}

#[tokio::test]
async fn a_preview_saves_nothing() {
    let site = Site::demo().await;
    let mut liaison = site.liaison().await;
    let before = site.number("select count(*) from events").await;
    let page =
        send(&mut liaison, "/events/new", &with(form("Only a look"), &[("action", "preview"), ("title", "")])).await;
    assert_eq!((page.status(), page.text(".preview em").as_str()), (200, "on time"));
    assert_eq!(site.number("select count(*) from events").await, before);
}

#[tokio::test]
async fn a_local_time_means_its_instant_on_both_sides_of_a_clock_change() {
    let site = Site::demo().await;
    let cases = [
        // starts, ends, zone, length in minutes
        ("2027-01-12T09:00", "2027-01-12T10:00", "Europe/Amsterdam", 60, "2027-01-12 08:00"),
        ("2027-07-12T09:00", "2027-07-12T10:00", "Europe/Amsterdam", 60, "2027-07-12 07:00"),
        // The night that has 23 hours, and the one that has 25.
        ("2027-03-27T22:00", "2027-03-28T06:00", "Europe/Amsterdam", 420, "2027-03-27 21:00"),
        ("2027-10-30T22:00", "2027-10-31T06:00", "Europe/Amsterdam", 540, "2027-10-30 20:00"),
        // An hour that comes twice is the first of the two.
        ("2027-10-31T02:30", "2027-10-31T03:30", "Europe/Amsterdam", 120, "2027-10-31 00:30"),
        ("2027-04-13T14:00", "2027-04-13T15:15", "Europe/London", 75, "2027-04-13 13:00"),
        ("2027-04-13T14:00", "2027-04-13T15:15", "Asia/Kathmandu", 75, "2027-04-13 08:15"),
        ("2027-04-13T14:00", "2027-04-13T15:15", "UTC", 75, "2027-04-13 14:00"),
    ];
    for (starts, ends, zone, minutes, instant) in cases {
        let typed = with(form("At a time"), &[("starts", starts), ("ends", ends), ("zone", zone)]);
        let event = made(&site, &typed).await;
        let slug = event.rsplit('/').next().expect("a slug");
        let row = format!("from events where slug = '{slug}'");
        let length = site.number(&format!("select (extract(epoch from ends_at - starts_at) / 60)::bigint {row}")).await;
        assert_eq!(length, minutes, "{starts} {zone}");
        let kept =
            site.word(&format!("select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') {row}")).await;
        assert_eq!(kept, instant, "{starts} {zone}");
        let page = site.member().await.get(&event).await;
        let clock = &starts[11..];
        assert!(page.text(".person p").contains(clock) && page.text(".person p").contains(zone), "{starts} {zone}");
        let form = site.liaison().await.get(&format!("{event}/edit")).await;
        assert_eq!(form.value("starts"), starts, "as it was typed");
    }
}

#[tokio::test]
async fn of_two_who_change_it_the_second_is_told_and_keeps_the_text() {
    let site = Site::demo().await;
    let event = made(&site, &form("Changed by two")).await;
    let edit = format!("{event}/edit");
    let (mut lotte, mut bram) = (site.liaison().await, site.demo_member("bram@voorbeeldpolder.example").await);
    let first = with(form("Changed by Lotte"), &[("version", "1")]);
    assert_eq!(send(&mut lotte, &edit, &first).await.location(), event);
    let second = with(form("Changed by Bram"), &[("version", "1"), ("body", "Typed by Bram.")]);
    let conflict = send(&mut bram, &edit, &second).await;
    assert_eq!(conflict.status(), 409);
    assert_eq!(conflict.page(), "events/edit");
    assert_eq!(
        (conflict.value("title").as_str(), conflict.value("body").as_str()),
        ("Changed by Bram", "Typed by Bram.")
    );
    assert_eq!(bram.get(&event).await.text("h1"), "Changed by Lotte");
}

#[tokio::test]
async fn the_label_of_a_published_event_stays_whatever_the_form_says() {
    let site = Site::demo().await;
    let event = made(&site, &form("Stays green")).await;
    let typed = with(form("Stays green"), &[("version", "1"), ("label", "CLEAR"), ("audience", "kestrel-controls")]);
    assert_eq!(send(&mut site.liaison().await, &format!("{event}/edit"), &typed).await.status(), 303);
    assert_eq!(site.anon().get(&event).await.status(), 404);
    assert_eq!(site.member().await.get(&event).await.text(".tlp"), "TLP:GREEN");
}

#[tokio::test]
async fn events_of_one_day_and_title_get_addresses_of_their_own() {
    let site = Site::demo().await;
    let mut addresses = Vec::new();
    for hour in ["10:00", "11:00", "12:00"] {
        addresses.push(made(&site, &with(form("The same"), &[("starts", &format!("2027-02-09T{hour}"))])).await);
    }
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses.len(), 3);
    assert!(addresses.contains(&"/events/2027-02-09-the-same".to_owned()), "{addresses:?}");
}

#[tokio::test]
async fn a_button_that_is_pressed_twice_makes_one_event() {
    let site = Site::demo().await;
    let first = made(&site, &form("Pressed twice")).await;
    for _ in 0..2 {
        assert_eq!(made(&site, &form("Pressed twice")).await, first, "and leads to it");
    }
    assert_eq!(site.number("select count(*) from events where title = 'Pressed twice'").await, 1);
}

#[tokio::test]
async fn only_liaisons_plan_change_and_cancel() {
    let site = Site::demo().await;
    let event = made(&site, &form("Not for all")).await;
    for (mut actor, status) in [(site.anon(), 401), (site.member().await, 403), (site.publisher().await, 403)] {
        for step in ["/events/new".to_owned(), format!("{event}/edit"), format!("{event}/cancel")] {
            let answer = send(&mut actor, &step, &form("Taken over")).await;
            assert_eq!(answer.status(), status, "{step}");
        }
        assert_eq!(actor.get("/events/new").await.status(), status);
    }
    assert!(!site.member().await.get(&event).await.has(&format!("a[href='{event}/edit']")));
}

#[tokio::test]
async fn an_event_for_others_with_the_same_title_and_time_is_nobodys_business() {
    let site = Site::demo().await;
    let restricted = |title: &str| with(form(title), &[("label", "AMBER")]);
    let first = made(&site, &restricted("The same day")).await;
    let hidden = "update items set keys = '{amber:member-of:nobody}' where kind = 'event' and id = (select id from events where title = 'The same day')";
    site.run(&format!(
        "alter table items disable trigger items_b_keys; {hidden}; alter table items enable trigger items_b_keys"
    ))
    .await;
    let second = made(&site, &restricted("The same day")).await;
    assert_ne!(first, second);
    assert!(second.starts_with("/events/event-"), "{second}");
    assert_eq!(site.number("select count(*) from events where title = 'The same day'").await, 2);
}
