//! One request for wider sharing: for who asked it, and for who speaks for the source and answers.

use super::changes;
use super::model::WiderState;
use super::work_queries::{self, Request};
use crate::access::Label;
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

const ALREADY: AppError = AppError::Conflict("items-conflict-answered");

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AnswerForm {
    pub answer: String,
}

#[derive(Template)]
#[template(path = "items/request.html")]
struct RequestPage {
    page: Page,
    request: Request,
    is_mine: bool,
    may_answer: bool,
    form: AnswerForm,
    errors: Errors,
}

/// `GET /items/wider/{request}`
pub async fn get(cx: MemberCx, Path(id): Path<Uuid>) -> Result<Response> {
    render(&cx, id, AnswerForm::default(), Errors::default()).await
}

/// The page again, with what was typed, as long as the request waits.
pub async fn again(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<AnswerForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, id, form, errors).await
}

/// `POST /items/wider/{request}/decline`
pub async fn decline(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<AnswerForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let request =
        work_queries::request(&mut tx, id).await?.filter(|request| request.speaks).ok_or(AppError::NotFound)?;
    if request.state != WiderState::Waiting {
        return Err(ALREADY);
    }
    let mut check = Check::new();
    let answer = check.text("answer", &form.answer, 10..=2000);
    if let Err(errors) = check.done() {
        drop(tx);
        return render(&cx, id, form, errors).await;
    }
    if !changes::decline(&mut tx, id, cx.me().id, &answer, cx.app.clock.now()).await? {
        return Err(ALREADY);
    }
    let job = Job::WiderAnswered { request: id, member: request.asked_by };
    jobs::enqueue(&mut tx, &cx.app.clock, &job).await?;
    let detail = json!({ "request": id });
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::WiderDeclined, request.item, detail).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/items/wider/{id}"), Some(Flash::WiderDeclined)))
}

/// `POST /items/wider/{request}/withdraw`
pub async fn withdraw(cx: MemberCx, Path(id): Path<Uuid>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let request = work_queries::request(&mut tx, id).await?;
    request.filter(|request| request.asked_by == cx.me().id).ok_or(AppError::NotFound)?;
    if !changes::withdraw(&mut tx, id).await? {
        return Err(ALREADY);
    }
    tx.commit().await?;
    Ok(go(&cx, &format!("/items/wider/{id}"), Some(Flash::WiderWithdrawn)))
}

async fn render(cx: &MemberCx, id: Uuid, form: AnswerForm, errors: Errors) -> Result<Response> {
    // What was asked about something under TLP:RED is seen by who can open that; the page does not say what it holds.
    let mut tx = cx.app.db.read_opened(&cx.viewer).await?;
    let request = work_queries::request(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    if request.label.is_none() && request.opens && !cx.me().second_factor {
        return Err(AppError::SecondFactorNeeded);
    }
    let is_mine = request.asked_by == cx.me().id;
    let may_answer = request.speaks && request.state == WiderState::Waiting;
    let address = may_answer.then(|| format!("/items/wider/{id}/decline"));
    let template = RequestPage {
        page: Page::new(cx, "items/request")
            .at(&format!("/items/wider/{id}"))
            .typed(address.as_deref())
            .labelled([request.label.unwrap_or(Label::Green).max(Label::Green)]),
        request,
        is_mine,
        may_answer,
        form,
        errors,
    };
    show_with(template.errors.status(), &template)
}
