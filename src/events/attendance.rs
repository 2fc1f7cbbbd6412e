//! The attendance list: who was there, as the liaison noted it. What is bound to it can be read by those on it, so it is
//! not what people answered before.

use super::queries::{self, Event, Person};
use super::{changes, model};
use crate::access::{ItemKind, Label};
use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::web::cx::{MemberCx, open};
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use crate::web::page::{Page, go, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;

/// As ticked. Members go by their addresses.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AttendanceForm {
    /// Who is ticked.
    present: Vec<String>,
    /// Who was ticked when the page was made. Only the difference is a change, so that nobody undoes another's.
    before: Vec<String>,
}

/// People to tick, under a heading of their own.
struct Group {
    key: &'static str,
    people: Vec<Person>,
}

#[derive(Template)]
#[template(path = "events/attendance.html")]
struct AttendancePage {
    page: Page,
    event: Event,
    has_begun: bool,
    groups: Vec<Group>,
    form: AttendanceForm,
    errors: Errors,
}

/// `GET /events/{slug}/attendance`
pub async fn get(cx: MemberCx, Path(slug): Path<String>) -> Result<Response> {
    render(&cx, &slug, StatusCode::OK, None, Errors::default()).await
}

/// `POST /events/{slug}/attendance`
pub async fn post(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<AttendanceForm>) -> Result<Response> {
    let now = cx.app.clock.now();
    let mut tx = cx.write().await?;
    let event = queries::by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?;
    if event.starts_at > now {
        return Err(AppError::Conflict("events-conflict-not-begun"));
    }
    let (added, removed) = model::difference(&form.before, &form.present);
    let oneself = added.contains(&cx.me().slug);
    if oneself || !changes::are_active(&mut tx, &added).await? {
        drop(tx);
        let key = if oneself { "events-error-oneself" } else { "events-error-attendance" };
        let errors = Errors::one("present", key);
        return render(&cx, &slug, StatusCode::UNPROCESSABLE_ENTITY, Some(form), errors).await;
    }
    let added = changes::note_present(&mut tx, event.id, &added, cx.me().id, now).await?;
    let removed = changes::note_absent(&mut tx, event.id, &removed).await?;
    if !added.is_empty() || !removed.is_empty() {
        let detail = json!({ "added": added, "removed": removed });
        audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::AttendanceNoted, event.id, detail).await?;
    }
    tx.commit().await?;
    Ok(go(&cx, &format!("/events/{slug}/attendance"), Some(Flash::AttendanceSaved)))
}

/// The page again, with what was ticked.
pub async fn again(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<AttendanceForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, &slug, errors.status(), Some(form), errors).await
}

async fn render(
    cx: &MemberCx,
    slug: &str,
    status: StatusCode,
    ticked: Option<AttendanceForm>,
    errors: Errors,
) -> Result<Response> {
    let (mut tx, event) = open!(cx, ItemKind::Event, slug, |tx| queries::by_slug(&mut tx, slug));
    let has_begun = event.starts_at <= cx.app.clock.now();
    let people = if has_begun { queries::people_for(&mut tx, event.id).await? } else { Vec::new() };
    let form = ticked.unwrap_or_else(|| {
        let noted: Vec<_> = people.iter().filter(|p| p.present).map(|p| p.slug.clone()).collect();
        AttendanceForm { present: noted.clone(), before: noted }
    });
    let (expected, others) = people.into_iter().partition(|person| person.said_so);
    let groups = vec![
        Group { key: "events-attendance-expected", people: expected },
        Group { key: "events-attendance-others", people: others },
    ];
    let address = format!("/events/{slug}/attendance");
    let template = AttendancePage {
        page: Page::new(cx, "events/attendance")
            .at(&address)
            .typed(has_begun.then_some(&*address))
            .labelled([event.label, Label::Green]),
        event,
        has_begun,
        groups,
        form,
        errors,
    };
    show_with(status, &template)
}
