//! The calendar file, read back by a parser and by eye (RFC 5545).

use super::support::{form, made, send, with};
use crate::support::{Actor, Site};
use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime, EventLike};

async fn file(actor: &mut Actor, event: &str) -> String {
    let answer = actor.get(&format!("{event}/event.ics")).await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
    answer.body().to_owned()
}

fn parsed(file: &str) -> icalendar::Event {
    let calendar: Calendar = file.parse().expect("a calendar");
    let mut events = calendar.components.into_iter().filter_map(|component| match component {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    let event = events.next().expect("an event");
    assert!(events.next().is_none(), "one event");
    event
}

/// The lines as they were before folding (3.1).
fn unfolded(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").replace("\r\n\t", "").split("\r\n").map(str::to_owned).collect()
}

fn property(event: &icalendar::Event, name: &str) -> String {
    event.property_value(name).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn the_file_says_what_the_page_says() {
    let site = Site::demo().await;
    let event = made(&site, &form("Pumps and people")).await;
    let text = file(&mut site.member().await, &event).await;
    let read = parsed(&text);
    assert_eq!(read.get_summary(), Some("TLP:GREEN Pumps and people"));
    assert_eq!(read.get_location().map(|place| place.replace('\\', "")).as_deref(), Some("Pump house, Delft"));
    assert_eq!(property(&read, "STATUS"), "CONFIRMED");
    assert_eq!(property(&read, "SEQUENCE"), "0");
    assert_eq!(read.get_url(), Some(format!("http://polder.test{event}").as_str()));
    assert!(read.get_uid().is_some_and(|uid| uid.ends_with("@polder")));
    let Some(DatePerhapsTime::DateTime(starts)) = read.get_start() else { panic!("no start in {text}") };
    let utc = starts.try_into_utc().expect("an instant");
    assert_eq!(utc.to_rfc3339(), "2027-02-09T12:30:00+00:00");
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Amsterdam",
        "END:VTIMEZONE",
        "DTSTART;TZID=Europe/Amsterdam:20270209T133000",
    ] {
        assert!(unfolded(&text).iter().any(|l| l == line), "{line} in {text}");
    }
    assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1);
    let zone = text.split("END:VTIMEZONE").next().unwrap_or_default();
    assert!(!zone.contains("UID") && !zone.contains("DTSTAMP"), "a zone has neither (3.6.5): {zone}");
    assert_eq!(file(&mut site.member().await, &event).await, text, "asked twice it is the same");
    assert!(unfolded(&text).iter().any(|line| line.starts_with("DTSTAMP:") && line.ends_with('Z')), "{text}");
    assert!(unfolded(&text).iter().any(|line| line.starts_with("PRODID:")));
}

#[tokio::test]
async fn the_sequence_rises_with_every_change_and_the_uid_stays() {
    let site = Site::demo().await;
    let mut liaison = site.liaison().await;
    let event = made(&site, &form("Moved twice")).await;
    let first = parsed(&file(&mut liaison, &event).await);
    for version in 1..=2 {
        let typed =
            with(form("Moved twice"), &[("version", &version.to_string()), ("place", &format!("Room {version}"))]);
        assert_eq!(send(&mut liaison, &format!("{event}/edit"), &typed).await.status(), 303);
        let now = parsed(&file(&mut liaison, &event).await);
        assert_eq!(property(&now, "SEQUENCE"), version.to_string());
        assert_eq!(now.get_uid(), first.get_uid());
    }
    assert_eq!(liaison.post(&format!("{event}/cancel"), &[]).await.status(), 303);
    let last = parsed(&file(&mut liaison, &event).await);
    assert_eq!(property(&last, "SEQUENCE"), "3");
    assert_eq!(property(&last, "STATUS"), "CANCELLED");
    assert_eq!(last.get_uid(), first.get_uid());
}

#[tokio::test]
async fn only_the_one_who_asks_is_named_as_coming() {
    let site = Site::demo().await;
    let event = made(&site, &with(form("Who comes"), &[("label", "CLEAR")])).await;
    let (mut kees, mut sam) = (site.member().await, site.publisher().await);
    for (answer, status) in [("yes", "ACCEPTED"), ("maybe", "TENTATIVE"), ("no", "DECLINED")] {
        assert_eq!(kees.post(&format!("{event}/answer"), &[("answer", answer)]).await.status(), 303);
        let lines = unfolded(&file(&mut kees, &event).await);
        let attendees: Vec<_> = lines.iter().filter(|line| line.starts_with("ATTENDEE")).collect();
        assert_eq!(attendees.len(), 1, "{lines:?}");
        assert!(attendees[0].contains(&format!("PARTSTAT={status}")), "{}", attendees[0]);
        assert!(attendees[0].contains("Kees van Nergens"), "{}", attendees[0]);
        assert!(attendees[0].ends_with(":mailto:kees@voorbeeldland.example"), "{}", attendees[0]);
    }
    for mut other in [sam.clone(), site.anon()] {
        let text = file(&mut other, &event).await;
        assert!(!text.contains("ATTENDEE") && !text.contains("Kees") && !text.contains("mailto:"), "{text}");
    }
    assert_eq!(sam.post(&format!("{event}/answer"), &[("answer", "yes")]).await.status(), 303);
    assert!(!file(&mut sam, &event).await.contains("Kees"));
}

#[tokio::test]
async fn a_name_with_marks_of_its_own_does_not_break_the_file() {
    let site = Site::demo().await;
    site.run(
        "update members set name = E'Kees \"de Pomp\"; van, Nergens:\\r\\nX-EVIL:1' where slug = 'kees-van-nergens'",
    )
    .await;
    let event = made(&site, &form("Odd names")).await;
    let mut kees = site.member().await;
    assert_eq!(kees.post(&format!("{event}/answer"), &[("answer", "yes")]).await.status(), 303);
    let text = file(&mut kees, &event).await;
    let lines = unfolded(&text);
    assert_eq!(lines.iter().filter(|line| line.starts_with("ATTENDEE")).count(), 1);
    assert!(!lines.iter().any(|line| line.starts_with("X-EVIL")), "{text}");
    parsed(&text);
}

#[tokio::test]
async fn commas_semicolons_backslashes_and_line_breaks_are_escaped_and_long_lines_folded() {
    let site = Site::demo().await;
    let long = "Pompen, sluizen; gemalen \\ dijken: 🚰 één coöperatie ".repeat(3);
    let title = long.trim().to_owned();
    let typed =
        with(form(&title), &[("place", "Delft; room 1, floor 2 \\ left"), ("summary", &format!("{title} {title}"))]);
    let event = made(&site, &typed).await;
    let text = file(&mut site.member().await, &event).await;
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "lines end with CR LF");
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    let lines = unfolded(&text);
    let line = |name: &str| lines.iter().find(|line| line.starts_with(name)).cloned().unwrap_or_default();
    assert_eq!(line("LOCATION:"), "LOCATION:Delft\\; room 1\\, floor 2 \\\\ left");
    let escaped = title.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;");
    assert_eq!(line("SUMMARY;"), format!("SUMMARY;LANGUAGE=en:TLP:GREEN {escaped}"));
    assert!(line("DESCRIPTION;").contains("\\n\\n"), "{}", line("DESCRIPTION;"));
    assert!(text.is_char_boundary(0) && !text.contains('\u{fffd}'), "no letter is cut in two");
    parsed(&text);
}

#[tokio::test]
async fn the_label_stands_in_the_name_of_the_file() {
    let site = Site::demo().await;
    let event = made(&site, &with(form("In a folder"), &[("label", "AMBER+STRICT")])).await;
    assert!(!event.contains("folder"), "the address of what is restricted has no words: {event}");
    let answer = site.liaison().await.get(&format!("{event}/event.ics")).await;
    assert_eq!(
        answer.header("content-disposition"),
        format!("attachment; filename=\"TLP-AMBER+STRICT-{}.ics\"", event.trim_start_matches("/events/"))
    );
}

#[tokio::test]
async fn the_file_names_the_language_of_its_words_whatever_its_reader_reads() {
    let site = Site::demo().await;
    for (language, title) in [("nl", "Pompen, mensen; en meer"), ("en", "Pumps, people; and more")] {
        let event = made(&site, &with(form(title), &[("language", language)])).await;
        let lines = unfolded(&file(&mut site.member().await.reading("en"), &event).await);
        let line = |name: &str| lines.iter().find(|line| line.starts_with(name)).cloned().unwrap_or_default();
        let escaped = title.replace(',', "\\,").replace(';', "\\;");
        assert_eq!(line("SUMMARY"), format!("SUMMARY;LANGUAGE={language}:TLP:GREEN {escaped}"));
        assert!(line("DESCRIPTION").starts_with(&format!("DESCRIPTION;LANGUAGE={language}:TLP:GREEN\\n\\n")));
    }
}
