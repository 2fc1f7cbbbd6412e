//! The form of an event, as typed and as checked.

use super::model::{EventKind, exists, instant};
use super::queries::Event;
use crate::access::advice::{self, Readership, Words};
use crate::access::audience::{Circles, Picked};
use crate::access::{Audience, Label, Me};
use crate::i18n::Locale;
use crate::web::form::{Check, Errors};
use crate::web::markdown;
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use uuid::Uuid;

/// As typed.
#[derive(Deserialize, Default, Debug, Clone)]
#[serde(default)]
pub struct EventForm {
    pub title: String,
    pub summary: String,
    pub kind: String,
    pub language: String,
    pub label: String,
    pub audience: Vec<String>,
    pub groups: Vec<String>,
    pub people: Vec<String>,
    pub meetings: Vec<String>,
    /// Local time, as a browser sends `datetime-local`: `2026-12-08T13:30`.
    pub starts: String,
    pub ends: String,
    pub zone: String,
    pub place: String,
    pub online: String,
    pub capacity: String,
    pub body: String,
    pub version: i32,
    /// `preview`, `readers` or `save`.
    pub action: String,
    /// The action whose answer the page showed: `preview` or `readers`.
    pub previewed: String,
    /// Which warnings the author has looked at ([`advice::Warnings::mark`]).
    pub looked: String,
}

/// As checked.
#[derive(Debug, Clone)]
pub struct Planned {
    pub title: String,
    pub summary: String,
    pub kind: EventKind,
    pub language: Locale,
    pub source: Uuid,
    pub label: Label,
    pub audience: Audience,
    pub starts_local: NaiveDateTime,
    pub ends_local: NaiveDateTime,
    pub zone: Tz,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub place: String,
    pub online: bool,
    pub capacity: Option<i32>,
    pub body: String,
    pub html: String,
}

impl EventForm {
    /// The form that a page begins with: the event as it is.
    pub fn of(event: &Event) -> Self {
        Self {
            title: event.title.clone(),
            summary: event.summary.clone(),
            kind: event.kind.word().into(),
            language: event.language.tag().into(),
            label: event.label.word().into(),
            starts: event.starts_local.format("%Y-%m-%dT%H:%M").to_string(),
            ends: event.ends_local.format("%Y-%m-%dT%H:%M").to_string(),
            zone: event.zone.clone(),
            place: event.place.clone(),
            online: if event.online { "yes".into() } else { String::new() },
            capacity: event.capacity.map(|seats| seats.to_string()).unwrap_or_default(),
            body: event.body_markdown.clone(),
            version: event.version,
            ..Self::default()
        }
    }

    /// Whether only something is to be shown, and nothing saved.
    pub fn wants_a_look(&self) -> bool {
        matches!(self.action.as_str(), "preview" | "readers")
    }

    /// The words that may suit a stricter label.
    pub fn words(&self) -> Words {
        Words { title: self.title.clone(), summary: self.summary.clone(), body: self.body.clone() }
    }

    /// Checks who is to read it, and nothing else.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn readership(&self, me: &Me, circles: &Circles) -> Result<Readership, Errors> {
        let source = ("label", me.organisations.first().map(|seat| seat.id));
        advice::readership(source, (&self.label, self.picked()), me, circles)
    }

    /// Checks what was typed, and renders it.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub async fn check(&self, me: &Me, circles: &Circles) -> Result<Planned, Errors> {
        let mut check = Check::new();
        let title = check.line("title", &self.title, 3..=160);
        let summary = check.line("summary", &self.summary, 20..=400);
        let kind = check.choice("kind", EventKind::from_word(&self.kind));
        let language = check.choice("language", Locale::from_tag(&self.language));
        let label = check.choice("label", Label::from_word(&self.label));
        let audience = circles.check(&mut check, label, self.picked());
        if let Err(key) = me.may_hold(label) {
            check.fail("label", key, 0);
        }
        let source = check.choice("label", me.organisations.first().map(|seat| seat.id));
        let (starts_local, ends_local) = (local(&self.starts), local(&self.ends));
        check.must("starts", starts_local.is_some(), "events-error-time");
        check.must("ends", ends_local.is_some(), "events-error-time");
        let zone = check.choice("zone", self.zone.parse::<Tz>().ok());
        for (field, local) in [("starts", starts_local), ("ends", ends_local)] {
            let exists = local.zip(zone).is_none_or(|(local, zone)| exists(local, zone));
            check.must(field, exists, "events-error-gap");
        }
        let at = |local: Option<NaiveDateTime>| local.zip(zone).and_then(|(local, zone)| instant(local, zone));
        let (starts_at, ends_at) = (at(starts_local), at(ends_local));
        if let (Some(starts), Some(ends)) = (starts_at, ends_at) {
            check.must("ends", ends > starts, "events-error-order");
        }
        let place = check.line("place", &self.place, 2..=200);
        let capacity = seats(&self.capacity);
        check.must("capacity", capacity.is_some(), "events-error-seats");
        let body = check.text("body", &self.body, 1..=markdown::MAX_SOURCE_BYTES);
        let html =
            match markdown::render_off_thread(body.clone(), markdown::setting(language.unwrap_or_default())).await {
                Ok(rendered) => rendered.html,
                Err(refused) => {
                    check.fail("body", refused.text_key(), refused.limit());
                    String::new()
                }
            };
        check.done()?;
        let (Some(kind), Some(language), Some(label), Some(source), Some(audience)) =
            (kind, language, label, source, audience)
        else {
            return Err(Errors::default());
        };
        let (Some(starts_local), Some(ends_local), Some(zone), Some(starts_at), Some(ends_at), Some(capacity)) =
            (starts_local, ends_local, zone, starts_at, ends_at, capacity)
        else {
            return Err(Errors::one("starts", "events-error-time"));
        };
        let online = self.online == "yes";
        let audience = if label == Label::Red { audience.with(me.id) } else { audience };
        Ok(Planned {
            title,
            summary,
            kind,
            language,
            source,
            label,
            audience,
            starts_local,
            ends_local,
            zone,
            starts_at,
            ends_at,
            place,
            online,
            capacity,
            body,
            html,
        })
    }

    /// Who was chosen to read it.
    pub fn picked(&self) -> Picked<'_> {
        Picked { organisations: &self.audience, groups: &self.groups, people: &self.people, meetings: &self.meetings }
    }
}

/// Seats: none given is no limit; `None` outside if it is no number of seats.
#[expect(clippy::option_option, reason = "no limit and no number are different")]
fn seats(typed: &str) -> Option<Option<i32>> {
    match typed.trim() {
        "" => Some(None),
        number => number.parse().ok().filter(|seats| (1..=100_000).contains(seats)).map(Some),
    }
}

fn local(typed: &str) -> Option<NaiveDateTime> {
    ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
        .into_iter()
        .find_map(|form| NaiveDateTime::parse_from_str(typed.trim(), form).ok())
        .filter(|local| (2000..2200).contains(&chrono::Datelike::year(local)))
}
