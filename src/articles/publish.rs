//! Publishing: the liaison makes an approved revision what readers get.

use super::changes;
use super::model::{RevisionAction, Step};
use super::submit;
use super::work_queries;
use crate::access::ItemKind;
use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::jobs::ArticleNews;
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::page::go;
use crate::web::path::Path;
use crate::web::slug;
use axum::response::Response;
use serde_json::json;
use uuid::Uuid;

const NOT_NOW: AppError = AppError::Conflict("articles-conflict-publish");

/// `POST /articles/work/{id}/publish`
pub async fn post(cx: MemberCx, Path(id): Path<Uuid>) -> Result<Response> {
    let mut tx = cx.write().await?;
    work_queries::lock(&mut tx, id).await?;
    let Some(revision) = work_queries::revision(&mut tx, id).await? else {
        return Err(cx.missing(&mut tx, ItemKind::Revision, &id.to_string()).await);
    };
    if !revision.standing().allows(cx.me(), Step::Publish) {
        return Err(NOT_NOW);
    }
    let now = cx.app.clock.now();
    let wanted = free_of_rooms(slug::slug(&revision.title, "article"));
    // Told while the review still lends the right to tell.
    changes::tell(&mut tx, id, cx.me().id, RevisionAction::Published, "", now).await?;
    let otherwise = slug::with_tail(&wanted, revision.article_id);
    changes::publish(&mut tx, id, (&wanted, &otherwise), now).await?.ok_or(NOT_NOW)?;
    submit::tell_all(&cx, &mut tx, id, ArticleNews::Published, vec![revision.owner_id]).await?;
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::ArticlePublished, id, json!({})).await?;
    tx.commit().await?;
    // Not to the article: its label may not let the liaison read it.
    Ok(go(&cx, "/articles/work", Some(Flash::ArticlePublished)))
}

/// `/articles/new` and `/articles/work` are screens of the room; a title may not take their place.
fn free_of_rooms(slug: String) -> String {
    if matches!(slug.as_str(), "new" | "work") { format!("{slug}-article") } else { slug }
}
