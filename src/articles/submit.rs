//! Handing a draft in: from here the liaisons see it, because its author wants them to.

use super::changes;
use super::form;
use super::model::{RevisionAction, RevisionState, Step};
use super::work_item::{self, StepForm};
use super::work_queries;
use crate::access::{CommunityRole, ItemKind, advice};
use crate::audit::{self, Action};
use crate::db::WriteTx;
use crate::error::{AppError, Result};
use crate::jobs::{self, ArticleNews, Job};
use crate::members;
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use crate::web::page::go;
use crate::web::path::Path;
use axum::response::Response;
use serde_json::json;
use uuid::Uuid;

/// A new version reaches nobody whom the published one does not: that is a step of the label, with a reason.
pub const WIDER: AppError = AppError::Conflict("articles-conflict-wider");

/// `POST /articles/work/{id}/submit`: hands in what was saved before.
pub async fn post(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<StepForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    work_queries::lock(&mut tx, id).await?;
    let unseen = unseen(&cx, &mut tx, id, &form).await?;
    if !unseen.is_empty() {
        drop(tx);
        return work_item::mend(&cx, id, form, unseen).await;
    }
    hand_in(&cx, &mut tx, id).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/articles/work/{id}"), Some(Flash::ArticleSubmitted)))
}

/// What suits a stricter label in a text that could go on now, and its author has not looked at.
pub async fn unseen(cx: &MemberCx, tx: &mut WriteTx, id: Uuid, form: &StepForm) -> Result<Errors> {
    let Some(revision) = work_queries::revision(tx, id).await? else { return Ok(Errors::default()) };
    let is_ready = form::is_complete(&revision.summary, &revision.sectors, revision.words);
    if !is_ready || !revision.standing().allows(cx.me(), Step::Submit) {
        return Ok(Errors::default());
    }
    Ok(advice::warnings(tx, revision.words_written(), revision.label).await?.unseen(&form.looked))
}

/// Hands a draft in as part of a change. A reviewer who asked for changes gets it back.
pub async fn hand_in(cx: &MemberCx, tx: &mut WriteTx, id: Uuid) -> Result<()> {
    work_queries::lock(tx, id).await?;
    let Some(revision) = work_queries::revision(tx, id).await? else {
        return Err(cx.missing(tx, ItemKind::Revision, &id.to_string()).await);
    };
    if !revision.standing().allows(cx.me(), Step::Submit) {
        return Err(AppError::Conflict("articles-conflict-submit"));
    }
    if !form::is_complete(&revision.summary, &revision.sectors, revision.words) {
        return Err(AppError::Conflict("articles-conflict-incomplete"));
    }
    if work_queries::is_wider_than_published(tx, id).await? {
        return Err(WIDER);
    }
    let now = cx.app.clock.now();
    if !changes::move_on(tx, id, revision.state, RevisionState::Submitted, now).await? {
        return Err(AppError::Conflict("articles-conflict-submit"));
    }
    changes::hand_to_liaisons(tx, id).await?;
    changes::tell(tx, id, cx.me().id, RevisionAction::Submitted, "", now).await?;
    let mut told = members::queries::ids_with_role(tx, CommunityRole::Liaison).await?;
    told.extend(revision.reviewer_id);
    tell_all(cx, tx, id, ArticleNews::Submitted, told).await?;
    audit::record(tx, &cx.app.clock, Some(cx.me().id), Action::ArticleSubmitted, id, json!({})).await?;
    Ok(())
}

/// Tells those who work on a text what happened, each once, and not the one who did it.
pub async fn tell_all(cx: &MemberCx, tx: &mut WriteTx, id: Uuid, news: ArticleNews, mut told: Vec<Uuid>) -> Result<()> {
    told.sort_unstable();
    told.dedup();
    for member in told.into_iter().filter(|member| *member != cx.me().id) {
        jobs::enqueue(tx, &cx.app.clock, &Job::ArticleNews { revision: id, member, news }).await?;
    }
    Ok(())
}
