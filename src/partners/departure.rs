//! An organisation leaves the community, and may come back: a liaison's step. Its people lose their access in the same
//! change, open sessions too; its texts stay under its name.

use super::changes;
use super::people::tell;
use super::queries::{self, Organisation};
use crate::access::Label;
use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::jobs::MembershipNews;
use crate::members::work_queries as memberships;
use crate::web::cx::{FreshCx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::page::{Page, go, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DepartureForm {
    reason: String,
}

/// As ticked.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ReturnForm {
    /// `yes` lets the people who went with the organisation come back with it.
    people: String,
}

#[derive(Template)]
#[template(path = "partners/departure.html")]
struct DeparturePage {
    page: Page,
    organisation: Organisation,
    people: i64,
    form: DepartureForm,
    back: ReturnForm,
    errors: Errors,
}

/// `GET /partners/{slug}/departure`
pub async fn get(cx: MemberCx, Path(slug): Path<String>) -> Result<Response> {
    let (form, back) = (DepartureForm::default(), ReturnForm::default());
    render(&cx, &slug, StatusCode::OK, (form, back), Errors::default()).await
}

/// `POST /partners/{slug}/departure`
pub async fn post(cx: FreshCx, Path(slug): Path<String>, Form(form): Form<DepartureForm>) -> Result<Response> {
    let mut check = Check::new();
    let reason = check.text("reason", &form.reason, 10..=2000);
    if let Err(errors) = check.done() {
        let forms = (form, ReturnForm::default());
        return render(&cx, &slug, StatusCode::UNPROCESSABLE_ENTITY, forms, errors).await;
    }
    let mut tx = cx.write().await?;
    let organisation = queries::by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?.id;
    let (me, now) = (cx.me().id, cx.app.clock.now());
    if !changes::depart(&mut tx, organisation, &reason, now).await? {
        return Err(AppError::Conflict("partners-conflict-departed"));
    }
    let people = memberships::end_all(&mut tx, organisation, me, now).await.map_err(memberships::refused)?;
    let detail = json!({ "people": people.len() });
    let (clock, action) = (&cx.app.clock, Action::OrganisationDeparted);
    audit::record_because(&mut tx, clock, Some(me), action, organisation, &reason, detail).await?;
    for member in people {
        let pair = (member, organisation);
        tell(&cx, &mut tx, pair, Action::MembershipEnded, "", Some(MembershipNews::Departed)).await?;
    }
    tx.commit().await?;
    Ok(go(&cx, &format!("/partners/{slug}"), Some(Flash::OrganisationDeparted)))
}

/// The page again, with what was typed.
pub async fn again(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<DepartureForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, &slug, errors.status(), (form, ReturnForm::default()), errors).await
}

/// `POST /partners/{slug}/return`
pub async fn come_back(cx: FreshCx, Path(slug): Path<String>, Form(form): Form<ReturnForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let organisation = queries::by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?.id;
    if !changes::come_back(&mut tx, organisation).await? {
        return Err(AppError::Conflict("partners-conflict-returned"));
    }
    let people = match &*form.people {
        "yes" => memberships::wake_all(&mut tx, organisation).await?,
        _ => Vec::new(),
    };
    let detail = json!({ "people": people.len() });
    let (clock, me) = (&cx.app.clock, Some(cx.me().id));
    audit::record(&mut tx, clock, me, Action::OrganisationReturned, organisation, detail).await?;
    for member in people {
        let pair = (member, organisation);
        tell(&cx, &mut tx, pair, Action::MembershipWoken, "", Some(MembershipNews::Woken)).await?;
    }
    tx.commit().await?;
    Ok(go(&cx, &format!("/partners/{slug}"), Some(Flash::OrganisationReturned)))
}

/// The page again, with what was ticked.
pub async fn again_return(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<ReturnForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, &slug, errors.status(), (DepartureForm::default(), form), errors).await
}

async fn render(
    cx: &MemberCx,
    slug: &str,
    status: StatusCode,
    (form, back): (DepartureForm, ReturnForm),
    errors: Errors,
) -> Result<Response> {
    let mut tx = cx.read().await?;
    let organisation = queries::by_slug(&mut tx, slug).await?.ok_or(AppError::NotFound)?;
    let people = memberships::count(&mut tx, organisation.id, organisation.left_at.is_some()).await?;
    let step = if organisation.left_at.is_some() { "return" } else { "departure" };
    let sent_to = format!("/partners/{slug}/{step}");
    let page = Page::new(cx, "partners/departure").at(&format!("/partners/{slug}/departure")).typed(&*sent_to);
    let page = page.labelled([Label::Green]);
    show_with(status, &DeparturePage { page, organisation, people, form, back, errors })
}
