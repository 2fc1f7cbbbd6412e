//! What the liaison does with a request: asks for more, approves with a note, declines with a reason. Of two decisions at
//! once one holds; the other liaison is told. An internal note can go with each.

use super::approving::{self, Approval, open};
use super::changes;
use super::model::Event;
use super::queries;
use super::request;
use crate::audit::{self, Action};
use crate::db::WriteTx;
use crate::error::{AppError, Result};
use crate::jobs::{self, Job, JoinNews};
use crate::web::cx::{FreshCx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::page::go;
use crate::web::path::Path;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

/// The form of a decision, as typed: one for all, so that none loses what was typed for another.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DecisionForm {
    /// Goes with the welcome mail of an approval.
    pub note: String,
    /// The slug of an organisation that the new one turns out to be; empty makes the new one.
    pub organisation: String,
    /// `yes` lets the new member write in the organisation's name.
    pub publisher: String,
    /// What the applicant is asked for.
    pub question: String,
    /// Why a request is declined.
    pub reason: String,
    /// What only liaisons read.
    pub internal: String,
}

/// The page again, with what was typed. A request that was decided meanwhile has no form that could hold it.
pub async fn again(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<DecisionForm>) -> Result<Response> {
    let request = queries::request(&mut *cx.read().await?, id).await?.ok_or(AppError::NotFound)?;
    approving::check_open(request.state, Event::Decline)?;
    let errors = cx.shown_errors();
    request::render(&cx, id, form, errors).await
}

/// The page again, with what was typed as a note, which can be added to any request.
pub async fn note_again(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<DecisionForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    request::render(&cx, id, form, errors).await
}

/// `POST /join/requests/{id}/approve`
pub async fn approve(cx: FreshCx, Path(id): Path<Uuid>, Form(form): Form<DecisionForm>) -> Result<Response> {
    let mut check = Check::new();
    let note = check.text("note", &form.note, 0..=2000);
    let internal = check.text("internal", &form.internal, 0..=2000);
    if let Err(errors) = check.done() {
        return request::render(&cx, id, form, errors).await;
    }
    let mut tx = cx.write().await?;
    let request = open(&mut tx, id, Event::Approve).await?;
    let approval = Approval { note: &note, organisation: &form.organisation, publisher: form.publisher == "yes" };
    if let Err(key) = approving::approve(&cx, &mut tx, &request, &approval).await? {
        drop(tx);
        return request::render(&cx, id, form, Errors::one("organisation", key)).await;
    }
    keep_note(&cx, &mut tx, id, &internal).await?;
    tx.commit().await?;
    Ok(go(&cx, "/join/requests", Some(Flash::RequestApproved)))
}

/// `POST /join/requests/{id}/decline`
pub async fn decline(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<DecisionForm>) -> Result<Response> {
    let mut check = Check::new();
    let reason = check.text("reason", &form.reason, 10..=2000);
    let internal = check.text("internal", &form.internal, 0..=2000);
    if let Err(errors) = check.done() {
        return request::render(&cx, id, form, errors).await;
    }
    let mut tx = cx.write().await?;
    let request = open(&mut tx, id, Event::Decline).await?;
    approving::settle(&cx, &mut tx, &request, (Event::Decline, &reason, None)).await?;
    keep_note(&cx, &mut tx, id, &internal).await?;
    jobs::enqueue(&mut tx, &cx.app.clock, &Job::JoinDeclined { request: id }).await?;
    let (clock, me) = (&cx.app.clock, Some(cx.me().id));
    audit::record_because(&mut tx, clock, me, Action::JoinDeclined, id, &reason, json!({})).await?;
    tx.commit().await?;
    Ok(go(&cx, "/join/requests", Some(Flash::RequestDeclined)))
}

/// `POST /join/requests/{id}/ask`
pub async fn ask(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<DecisionForm>) -> Result<Response> {
    let mut check = Check::new();
    let question = check.text("question", &form.question, 10..=2000);
    let internal = check.text("internal", &form.internal, 0..=2000);
    if let Err(errors) = check.done() {
        return request::render(&cx, id, form, errors).await;
    }
    let mut tx = cx.write().await?;
    open(&mut tx, id, Event::Ask).await?;
    if !changes::ask(&mut tx, id, cx.me().id, &question, cx.app.clock.now()).await? {
        return Err(AppError::Conflict("join-conflict-moved"));
    }
    keep_note(&cx, &mut tx, id, &internal).await?;
    jobs::enqueue(&mut tx, &cx.app.clock, &Job::JoinNews { request: id, news: JoinNews::Asked }).await?;
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::JoinAsked, id, json!({})).await?;
    tx.commit().await?;
    Ok(go(&cx, "/join/requests", Some(Flash::RequestAsked)))
}

/// `POST /join/requests/{id}/note`
pub async fn note(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<DecisionForm>) -> Result<Response> {
    let mut check = Check::new();
    let internal = check.text("internal", &form.internal, 1..=2000);
    if let Err(errors) = check.done() {
        return request::render(&cx, id, form, errors).await;
    }
    let mut tx = cx.write().await?;
    queries::request(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    keep_note(&cx, &mut tx, id, &internal).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/join/requests/{id}"), Some(Flash::NoteKept)))
}

async fn keep_note(cx: &MemberCx, tx: &mut WriteTx, request: Uuid, words: &str) -> Result<()> {
    if !words.is_empty() {
        changes::note(tx, request, cx.me().id, words, cx.app.clock.now()).await?;
    }
    Ok(())
}
