//! Handing a draft in: from here the liaisons see it, because its author wants them to.

use super::changes;
use super::form::FEWEST_WORDS;
use super::model::{RevisionAction, RevisionState, Step};
use super::work_queries;
use crate::access::CommunityRole;
use crate::audit::{self, Action};
use crate::db::WriteTx;
use crate::error::{AppError, Result};
use crate::jobs::{self, ArticleNews, Job};
use crate::members;
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::page::go;
use crate::web::path::Path;
use axum::response::Response;
use serde_json::json;
use uuid::Uuid;

/// `POST /articles/work/{id}/submit`: hands in what was saved before.
pub async fn post(cx: MemberCx, Path(id): Path<Uuid>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let revision = work_queries::revision(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let words = revision.body_markdown.split_whitespace().count();
    if revision.summary.chars().count() < 40 || revision.sectors.is_empty() || words < FEWEST_WORDS {
        return Err(AppError::Conflict("articles-conflict-incomplete"));
    }
    hand_in(&cx, &mut tx, id).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/articles/work/{id}"), Some(Flash::ArticleSubmitted)))
}

/// Hands a draft in as part of a change. A reviewer who asked for changes gets it back.
pub async fn hand_in(cx: &MemberCx, tx: &mut WriteTx, id: Uuid) -> Result<()> {
    work_queries::lock(tx, id).await?;
    let revision = work_queries::revision(tx, id).await?.ok_or(AppError::NotFound)?;
    if !revision.standing().allows(cx.me(), Step::Submit) {
        return Err(AppError::Conflict("articles-conflict-submit"));
    }
    let now = cx.app.clock.now();
    if !changes::move_on(tx, id, revision.state, RevisionState::Submitted, now).await? {
        return Err(AppError::Conflict("articles-conflict-submit"));
    }
    changes::hand_to_liaisons(tx, id).await?;
    changes::tell(tx, id, cx.me().id, RevisionAction::Submitted, "", now).await?;
    let mut told = members::queries::ids_with_role(tx, CommunityRole::Liaison).await?;
    told.extend(revision.reviewer_id);
    for member in told.into_iter().filter(|member| *member != cx.me().id) {
        let job = Job::ArticleNews { revision: id, member, news: ArticleNews::Submitted };
        jobs::enqueue(tx, &cx.app.clock, &job).await?;
    }
    audit::record(tx, &cx.app.clock, Some(cx.me().id), Action::ArticleSubmitted, id, json!({})).await?;
    Ok(())
}
