//! One event: when, where, for whom, and who comes.

use super::model::Answer;
use super::preview;
use super::queries::{self, Attendee, Event};
use crate::access::{self, ItemKind, Label, Standing};
use crate::error::Result;
use crate::files;
use crate::files::model::Shelf;
use crate::web::cx::{Cx, open};
use crate::web::form::Errors;
use crate::web::page::{Page, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use http::StatusCode;

#[derive(Template)]
#[template(path = "events/page.html")]
struct EventPage {
    page: Page,
    event: Event,
    attendees: Vec<Attendee>,
    mine: Option<Answer>,
    answers: [Answer; 3],
    errors: Errors,
    is_past: bool,
    may_change: bool,
    standing: Standing,
    /// Whether the reader keeps the attendance list.
    keeps_list: bool,
    /// Whether the reader is on it.
    on_list: bool,
    files: Shelf,
}

impl EventPage {
    fn coming(&self) -> i64 {
        i64::try_from(self.attendees.iter().filter(|a| a.answer == Answer::Yes).count()).unwrap_or(i64::MAX)
    }

    fn seats_left(&self) -> Option<i64> {
        self.event.capacity.map(|capacity| (i64::from(capacity) - self.coming()).max(0))
    }

    fn one_day(&self) -> bool {
        self.event.starts_local.date() == self.event.ends_local.date()
    }
}

/// `GET /events/{slug}`
pub async fn get(cx: Cx, Path(slug): Path<String>) -> Result<Response> {
    render(&cx, &slug, StatusCode::OK, Errors::default()).await
}

/// The page, also after an answer that cannot be kept.
pub async fn render(cx: &Cx, slug: &str, status: StatusCode, errors: Errors) -> Result<Response> {
    let (mut tx, event) = open!(cx, ItemKind::Event, slug, |tx| queries::by_slug(&mut tx, slug));
    let (attendees, mine, on_list) = match cx.viewer.me() {
        Some(me) => (
            queries::attendees(&mut tx, event.id).await?,
            queries::answer_of(&mut tx, event.id, me.id).await?,
            queries::was_present(&mut tx, event.id, me.id).await?,
        ),
        None => (Vec::new(), None, false),
    };
    let about = (event.id, event.label);
    let standing = access::queries::standing(&mut tx, about, &cx.viewer, cx.app.clock.now()).await?;
    let may_change = cx.viewer.me().is_some_and(crate::access::Me::is_liaison) && event.cancelled_at.is_none();
    let files = files::queries::shelf(&mut tx, event.id, may_change, cx.app.max_upload).await?;
    let template = EventPage {
        // Who comes is for members, also where the event itself is public.
        page: Page::new(cx, "events/page")
            .at(&format!("/events/{slug}"))
            .public(format!("/events/{slug}"))
            .labelled([event.label])
            .labelled(files.labels())
            .labelled(cx.viewer.me().map(|_| Label::Green))
            .previewed(|| preview::of(&cx.app, &event)),
        is_past: event.ends_at <= cx.app.clock.now(),
        keeps_list: cx.viewer.me().is_some_and(crate::access::Me::is_liaison),
        on_list,
        may_change,
        event,
        attendees,
        mine,
        answers: Answer::ALL,
        errors,
        standing,
        files,
    };
    show_with(status, &template)
}
