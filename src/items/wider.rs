//! A reader asks the source to share an item more widely.

use super::changes;
use super::opening;
use super::queries::Item;
use super::work_queries::{self, Asked};
use crate::access::{self, Label};
use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::jobs::{self, Job};
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::page::{Page, go, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct WiderForm {
    pub label: String,
    pub purpose: String,
}

#[derive(Template)]
#[template(path = "items/wider.html")]
struct WiderPage {
    page: Page,
    item: Item,
    form: WiderForm,
    errors: Errors,
    labels: Vec<Label>,
    /// The request that waits already.
    waiting: Option<Uuid>,
}

/// What came of looking for the item to ask about.
enum Place {
    /// With the request that waits already.
    Ask(Item, Option<Asked>),
    /// The label is theirs to change.
    Theirs(String),
}

/// `GET /items/{id}/wider`
pub async fn get(cx: MemberCx, Path(id): Path<Uuid>) -> Result<Response> {
    match place(&cx, id).await? {
        Place::Ask(item, None) => render(&cx, item, None, WiderForm::default(), Errors::default()),
        Place::Ask(_, Some(waiting)) => Ok(go(&cx, &format!("/items/wider/{}", waiting.id), None)),
        Place::Theirs(address) => Ok(go(&cx, &address, None)),
    }
}

/// The page again, with what was typed.
pub async fn again(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<WiderForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    match place(&cx, id).await? {
        Place::Ask(item, waiting) => render(&cx, item, waiting, form, errors),
        Place::Theirs(address) => Ok(go(&cx, &address, None)),
    }
}

/// `POST /items/{id}/wider`
pub async fn post(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<WiderForm>) -> Result<Response> {
    let (item, waiting) = match place(&cx, id).await? {
        Place::Ask(item, waiting) => (item, waiting),
        Place::Theirs(address) => return Ok(go(&cx, &address, None)),
    };
    let mut check = Check::new();
    let wanted = Label::from_word(&form.label).filter(|label| wider_than(item.label).contains(label));
    let wanted = check.choice("label", wanted);
    let purpose = check.text("purpose", &form.purpose, 10..=2000);
    let checked = check.done();
    let (Ok(()), Some(wanted)) = (&checked, wanted) else {
        return render(&cx, item, waiting, form, checked.err().unwrap_or_default());
    };
    if let Some(waiting) = waiting {
        return one_waits(&cx, item, waiting, (wanted, &purpose), form);
    }
    let (request, now) = (Uuid::now_v7(), cx.app.clock.now());
    let mut tx = cx.write().await?;
    if !changes::ask(&mut tx, (request, item.id, cx.me().id), wanted, &purpose, now).await? {
        let waiting = work_queries::my_waiting_request(&mut tx, item.id).await?.ok_or(AppError::NotFound)?;
        drop(tx);
        return one_waits(&cx, item, waiting, (wanted, &purpose), form);
    }
    for member in changes::stewards(&mut tx, item.id).await?.into_iter().filter(|steward| *steward != cx.me().id) {
        jobs::enqueue(&mut tx, &cx.app.clock, &Job::WiderAsked { request, member }).await?;
    }
    let detail = json!({ "request": request, "wanted": wanted.word() });
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::WiderAsked, item.id, detail).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/items/wider/{request}"), Some(Flash::WiderAsked)))
}

async fn place(cx: &MemberCx, id: Uuid) -> Result<Place> {
    let (mut tx, item) = opening::open(cx, id).await?;
    if !item.is_published {
        return Err(AppError::Conflict("items-conflict-in-work"));
    }
    if item.label == Label::Clear {
        return Err(AppError::Conflict("items-conflict-clear"));
    }
    if access::queries::speaks_for(&mut tx, item.id).await? {
        return Ok(Place::Theirs(format!("/items/{}/label", item.id)));
    }
    let waiting = work_queries::my_waiting_request(&mut tx, item.id).await?;
    Ok(Place::Ask(item, waiting))
}

/// The button was pressed twice; or something else is asked while a request waits, which is not lost.
fn one_waits(
    cx: &MemberCx,
    item: Item,
    waiting: Asked,
    (wanted, purpose): (Label, &str),
    form: WiderForm,
) -> Result<Response> {
    if waiting.wanted == wanted && waiting.purpose == purpose {
        return Ok(go(cx, &format!("/items/wider/{}", waiting.id), None));
    }
    render(cx, item, Some(waiting), form, Errors::one("purpose", "items-error-waiting"))
}

/// The labels that somebody can ask for: wider ones, and the same for more people where it names its readers.
fn wider_than(label: Label) -> Vec<Label> {
    let is_asked = |wanted: &Label| *wanted < label || (*wanted == label && label >= Label::Amber);
    Label::ALL.into_iter().filter(is_asked).collect()
}

fn render(cx: &MemberCx, item: Item, waiting: Option<Asked>, form: WiderForm, errors: Errors) -> Result<Response> {
    let template = WiderPage {
        page: Page::new(cx, "items/wider").typed(&*format!("/items/{}/wider", item.id)).labelled([item.label]),
        labels: wider_than(item.label),
        waiting: waiting.map(|asked| asked.id),
        item,
        form,
        errors,
    };
    show_with(template.errors.status(), &template)
}
