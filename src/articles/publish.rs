//! Publishing: the liaison makes an approved revision what readers get; or its source does, under a label that needs
//! nobody's approval.

use super::changes;
use super::form;
use super::model::{RevisionAction, Step};
use super::submit;
use super::work_item::{self, StepForm};
use super::work_queries::{self, Revision};
use crate::access::{self, ItemKind, Label};
use crate::audit::{self, Action};
use crate::db::WriteTx;
use crate::error::{AppError, Result};
use crate::jobs::ArticleNews;
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
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
    if work_queries::is_wider_than_published(&mut tx, id).await? {
        return Err(submit::WIDER);
    }
    publish(&cx, &mut tx, &revision, true).await?.ok_or(NOT_NOW)?;
    tx.commit().await?;
    // Not to the article: its label may not let the liaison read it.
    Ok(go(&cx, "/articles/work", Some(Flash::ArticlePublished)))
}

/// `POST /articles/work/{id}/publish-alone`: in the name of its source, within what its role may publish alone.
pub async fn post_alone(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<StepForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    work_queries::lock(&mut tx, id).await?;
    let Some(revision) = work_queries::revision(&mut tx, id).await? else {
        return Err(cx.missing(&mut tx, ItemKind::Revision, &id.to_string()).await);
    };
    if !revision.standing().allows(cx.me(), Step::PublishAlone) {
        return Err(NOT_NOW);
    }
    if !form::is_complete(&revision.summary, &revision.sectors, revision.words) {
        return Err(AppError::Conflict("articles-conflict-incomplete"));
    }
    let widest = access::queries::widest_alone(&mut tx, revision.source_id).await?;
    if widest.is_none_or(|widest| revision.label < widest) {
        return Err(AppError::Forbidden("access-error-cap"));
    }
    if work_queries::is_wider_than_published(&mut tx, id).await? {
        return Err(submit::WIDER);
    }
    let unseen = submit::unseen(&cx, &mut tx, id, &form).await?;
    let unsure = if form.sure == "yes" { Errors::default() } else { Errors::one("sure", "articles-error-sure") };
    if !unseen.is_empty() || !unsure.is_empty() {
        drop(tx);
        return work_item::mend(&cx, id, form, unseen.and(unsure)).await;
    }
    let slug = publish(&cx, &mut tx, &revision, false).await?.ok_or(NOT_NOW)?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/articles/{slug}"), Some(Flash::ArticlePublished)))
}

/// Publishes, and tells of it; the address of the article, or nothing if the database says no.
async fn publish(cx: &MemberCx, tx: &mut WriteTx, revision: &Revision, approved: bool) -> Result<Option<String>> {
    let (id, now) = (revision.id, cx.app.clock.now());
    let wanted = address(&revision.title, revision.label, revision.article_id);
    // Told while the review still lends the right to tell.
    changes::tell(tx, id, cx.me().id, RevisionAction::Published, "", now).await?;
    let otherwise = slug::with_tail(&wanted, revision.article_id);
    let Some(address) = changes::publish(tx, id, (&wanted, &otherwise), now).await? else { return Ok(None) };
    submit::tell_all(cx, tx, id, ArticleNews::Published, vec![revision.owner_id]).await?;
    let detail = if approved { json!({}) } else { json!({ "approved": false, "label": revision.label.word() }) };
    audit::record(tx, &cx.app.clock, Some(cx.me().id), Action::ArticlePublished, id, detail).await?;
    Ok(Some(address))
}

/// An address says what a text is about, to whoever sees a history, a log or the address of a taken one: for what is
/// restricted it has no words.
fn address(title: &str, label: Label, article: Uuid) -> String {
    match label {
        Label::Clear | Label::Green => free_of_rooms(slug::slug(title, "article")),
        Label::Amber | Label::AmberStrict | Label::Red => slug::with_tail("article", article),
    }
}

/// `/articles/new` and `/articles/work` are screens of the room; a title may not take their place.
fn free_of_rooms(slug: String) -> String {
    if matches!(slug.as_str(), "new" | "work") { format!("{slug}-article") } else { slug }
}
