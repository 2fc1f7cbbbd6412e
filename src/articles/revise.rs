//! The next revision of a published article: a draft with the same text, while the published one stays up.

use super::changes;
use super::form::Written;
use super::queries;
use super::work_queries;
use crate::access;
use crate::access::ItemKind;
use crate::db::broken_constraint;
use crate::error::{AppError, Result};
use crate::web::cx::MemberCx;
use crate::web::markdown;
use crate::web::page::go;
use crate::web::path::Path;
use axum::response::Response;
use uuid::Uuid;

/// What a second revision in work breaks.
const TAKEN: [&str; 2] = ["revisions_one_in_work", "revisions_article_id_number_key"];

/// `POST /articles/{slug}/revise`
pub async fn post(cx: MemberCx, Path(slug): Path<String>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let Some(article) = queries::by_slug(&mut tx, &slug).await? else {
        return Err(cx.missing(&mut tx, ItemKind::Article, &slug).await);
    };
    if !cx.me().publishes_for().any(|seat| seat.id == article.organisation_id) {
        return Err(AppError::Forbidden("error-forbidden-publisher"));
    }
    let published = work_queries::published_revision(&mut tx, article.id).await?.ok_or(AppError::NotFound)?;
    let audience = access::queries::audience(&mut tx, published.id).await?;
    let rendered = markdown::render_off_thread(published.body_markdown.clone(), markdown::setting(published.language))
        .await
        .map_err(|refused| AppError::Internal(refused.to_string().into()))?;
    let written = Written {
        title: published.title,
        summary: published.summary,
        kind: published.kind,
        language: published.language,
        source: published.source_id,
        label: published.label,
        audience,
        sectors: published.sectors,
        body: published.body_markdown,
        rendered,
    };
    let revision = Uuid::now_v7();
    let made =
        changes::insert_revision(&mut tx, (article.id, revision), &written, cx.me().id, cx.app.clock.now()).await;
    match made {
        // Pressed twice, or somebody was quicker: one draft is enough, and this is it.
        Err(error) if broken_constraint(&error).is_some_and(|name| TAKEN.contains(&name)) => {
            drop(tx);
            let existing = work_queries::in_work_of(&mut *cx.read().await?, article.id).await?;
            let id = existing.ok_or(AppError::Conflict("articles-conflict-revise"))?;
            return Ok(go(&cx, &format!("/articles/work/{id}"), None));
        }
        made => made?,
    }
    changes::carry_files(&mut tx, published.id, revision).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/articles/work/{revision}/edit"), None))
}
