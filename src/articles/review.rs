//! Reviewing: the liaison asks somebody of another organisation, who approves or asks for changes.

use super::changes;
use super::model::{RevisionAction, RevisionState, Step};
use super::submit;
use super::work_item::{self, StepForm};
use super::work_queries;
use crate::access::{CommunityRole, ItemKind};
use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::jobs::{self, ArticleNews, Job};
use crate::members;
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::page::go;
use crate::web::path::Path;
use axum::response::Response;
use serde_json::json;
use uuid::Uuid;

/// `POST /articles/work/{id}/assign`
pub async fn assign(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<StepForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    work_queries::lock(&mut tx, id).await?;
    let Some(revision) = work_queries::revision(&mut tx, id).await? else {
        return Err(cx.missing(&mut tx, ItemKind::Revision, &id.to_string()).await);
    };
    if !revision.standing().allows(cx.me(), Step::Assign) {
        return Err(AppError::Conflict("articles-conflict-assign"));
    }
    let candidates = work_queries::candidates(&mut tx, id).await?;
    let Some(reviewer) = candidates.iter().find(|candidate| candidate.slug == form.reviewer) else {
        drop(tx);
        return work_item::mend(&cx, id, form, Errors::one("reviewer", "form-error-choice")).await;
    };
    if form.instead_of != revision.reviewer_id.map(|id| id.to_string()).unwrap_or_default() {
        return Err(AppError::Conflict("articles-conflict-assigned"));
    }
    let now = cx.app.clock.now();
    changes::assign(&mut tx, id, reviewer.id, now).await?;
    changes::tell(&mut tx, id, cx.me().id, RevisionAction::Assigned, &reviewer.name, now).await?;
    let job = Job::ArticleNews { revision: id, member: reviewer.id, news: ArticleNews::Assigned };
    jobs::enqueue(&mut tx, &cx.app.clock, &job).await?;
    let detail = json!({ "reviewer": reviewer.id });
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::ReviewerAssigned, id, detail).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/articles/work/{id}"), Some(Flash::ReviewerAssigned)))
}

/// `POST /articles/work/{id}/review`
pub async fn post(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<StepForm>) -> Result<Response> {
    let (step, to, action, news) = match form.verdict.as_str() {
        "approve" => (Step::Approve, RevisionState::Approved, RevisionAction::Approved, ArticleNews::Approved),
        _ => (Step::AskChanges, RevisionState::ChangesAsked, RevisionAction::ChangesAsked, ArticleNews::ChangesAsked),
    };
    let mut tx = cx.write().await?;
    work_queries::lock(&mut tx, id).await?;
    let Some(revision) = work_queries::revision(&mut tx, id).await? else {
        return Err(cx.missing(&mut tx, ItemKind::Revision, &id.to_string()).await);
    };
    if !revision.standing().allows(cx.me(), step) {
        return Err(AppError::Conflict("articles-conflict-review"));
    }
    let mut check = Check::new();
    check.must("verdict", matches!(form.verdict.as_str(), "approve" | "changes"), "form-error-choice");
    // Asking for changes without saying which helps nobody.
    let shortest = if form.verdict == "changes" { 10 } else { 0 };
    let comment = check.text("comment", &form.comment, shortest..=4000);
    if let Err(errors) = check.done() {
        drop(tx);
        return work_item::mend(&cx, id, form, errors).await;
    }
    let now = cx.app.clock.now();
    if !changes::move_on(&mut tx, id, revision.state, to, now).await? {
        return Err(AppError::Conflict("articles-conflict-review"));
    }
    changes::tell(&mut tx, id, cx.me().id, action, &comment, now).await?;
    let mut told = vec![revision.owner_id];
    if step == Step::Approve {
        changes::note_reviewer(&mut tx, id).await?;
        told.extend(members::queries::ids_with_role(&mut tx, CommunityRole::Liaison).await?);
    }
    submit::tell_all(&cx, &mut tx, id, news, told).await?;
    let detail = json!({ "verdict": form.verdict });
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::ArticleReviewed, id, detail).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/articles/work/{id}"), Some(Flash::ReviewSent)))
}
