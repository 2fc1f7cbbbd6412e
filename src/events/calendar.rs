//! An event as a calendar file (RFC 5545). A member's file says what that member answered, and of nobody else.

use super::model::Answer;
use super::queries::{self, Event};
use super::timezone;
use crate::access::ItemKind;
use crate::error::{AppError, Result};
use crate::mail::Recipient;
use crate::members;
use crate::web::cx::{Cx, open};
use crate::web::path::Path;
use axum::response::{IntoResponse, Response};
use chrono_tz::Tz;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use icalendar::{CalendarDateTime, Component, EventLike, EventStatus, Property};

/// `GET /events/{slug}/event.ics`
pub async fn get(cx: Cx, Path(slug): Path<String>) -> Result<Response> {
    let (mut tx, event) = open!(cx, ItemKind::Event, &slug, |tx| queries::by_slug(&mut tx, &slug));
    let mine = match cx.viewer.me() {
        Some(me) => {
            let answer = queries::answer_of(&mut tx, event.id, me.id).await?;
            members::queries::recipient(&mut tx, me.id).await?.zip(answer)
        }
        None => None,
    };
    let file = write(&event, mine.as_ref().map(|(me, answer)| (me, *answer)), &cx.app.public_url)?;
    let mut response = file.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    // The label stands in the name of the file as well.
    let name = format!("attachment; filename=\"TLP-{}-{}.ics\"", event.label.word(), event.slug);
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment")));
    Ok(response)
}

fn write(event: &Event, mine: Option<(&Recipient, Answer)>, public_url: &str) -> Result<String> {
    let zone: Tz = event.zone.parse().map_err(|_| AppError::Internal(format!("unknown zone {}", event.zone).into()))?;
    let entry = entry(event, mine, public_url)
        .try_into_string()
        .map_err(|_| AppError::Internal("a calendar entry cannot be written".into()))?;
    // Put together by hand: the crate would give the zone and each of its rules a UID and a DTSTAMP, which RFC 5545 does
    // not let them have.
    Ok(format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Polder//Events//EN\r\nCALSCALE:GREGORIAN\r\n{}{entry}END:VCALENDAR\r\n",
        timezone::block(zone, event.starts_at, event.ends_at)
    ))
}

fn entry(event: &Event, mine: Option<(&Recipient, Answer)>, public_url: &str) -> icalendar::Event {
    let address = format!("{public_url}/events/{}", event.slug);
    let at = |date_time| CalendarDateTime::WithTimezone { date_time, tzid: event.zone.clone() };
    let mut entry = icalendar::Event::new();
    entry
        .uid(&format!("{}@polder", event.id))
        .append_property(in_language("SUMMARY", &format!("{} {}", event.label, event.title), event))
        .append_property(in_language(
            "DESCRIPTION",
            &format!("{}\n\n{}\n\n{address}", event.label, event.summary),
            event,
        ))
        .location(&event.place)
        .starts(at(event.starts_local))
        .ends(at(event.ends_local))
        .timestamp(event.updated_at)
        .created(event.created_at)
        .last_modified(event.updated_at)
        .sequence(event.sequence.unsigned_abs())
        .url(&address)
        .status(if event.cancelled_at.is_some() { EventStatus::Cancelled } else { EventStatus::Confirmed });
    if let Some((me, answer)) = mine {
        let status = match answer {
            Answer::Yes => "ACCEPTED",
            Answer::Maybe => "TENTATIVE",
            Answer::No => "DECLINED",
        };
        let mut attendee = Property::new("ATTENDEE", format!("mailto:{}", me.email));
        attendee.add_parameter("CN", &quoted(&me.name));
        attendee.add_parameter("PARTSTAT", status);
        entry.append_property(attendee.done());
    }
    entry
}

/// A text in the language of the event, which it names (RFC 5545, 3.2.10): none of it is in the reader's.
fn in_language(name: &str, text: &str, event: &Event) -> Property {
    let mut property = Property::new(name, text);
    property.add_parameter("LANGUAGE", event.language.tag());
    property.done()
}

/// A parameter's value in quotes; it may hold neither quotes nor line breaks itself (RFC 5545, 3.2).
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "'").replace(char::is_control, " "))
}
