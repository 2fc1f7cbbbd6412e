//! Adding somebody to a group, which lets them read what is addressed to it, and taking them out again.

use super::{changes, page, queries};
use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::members;
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use crate::web::page::go;
use crate::web::path::Path;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;

/// As chosen: a member's address.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MemberForm {
    member: String,
}

/// `POST /groups/{slug}/members`. Adding somebody who is in the group changes nothing.
pub async fn post(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<MemberForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let group = queries::by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?;
    if !changes::hold_open(&mut tx, group.id).await? {
        return Err(AppError::Conflict("groups-conflict-closed"));
    }
    let Some(member) = members::queries::active_id_by_slug(&mut tx, &form.member).await? else {
        drop(tx);
        let errors = Errors::one("member", "form-error-choice");
        return page::render(&cx, &slug, StatusCode::UNPROCESSABLE_ENTITY, form.member, errors).await;
    };
    if member == cx.me().id {
        drop(tx);
        let errors = Errors::one("member", "groups-error-oneself");
        return page::render(&cx, &slug, StatusCode::UNPROCESSABLE_ENTITY, form.member, errors).await;
    }
    let now = cx.app.clock.now();
    if changes::add(&mut tx, group.id, member, now).await? {
        let detail = json!({ "member": member });
        audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::GroupMemberAdded, group.id, detail).await?;
    }
    tx.commit().await?;
    Ok(go(&cx, &format!("/groups/{slug}"), Some(Flash::GroupMemberAdded)))
}

/// The page again, with who was chosen.
pub async fn again(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<MemberForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    page::render(&cx, &slug, errors.status(), form.member, errors).await
}

/// `POST /groups/{slug}/members/{member}/end`
pub async fn end(cx: MemberCx, Path((slug, member)): Path<(String, String)>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let group = queries::by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?;
    if !changes::hold_open(&mut tx, group.id).await? {
        return Err(AppError::Conflict("groups-conflict-closed"));
    }
    let ended = changes::end(&mut tx, group.id, &member, cx.app.clock.now()).await?;
    let member = ended.ok_or(AppError::Conflict("groups-conflict-ended"))?;
    let detail = json!({ "member": member });
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::GroupMemberEnded, group.id, detail).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/groups/{slug}"), Some(Flash::GroupMemberEnded)))
}
