//! Closing a group: from then on it opens nothing. It stays in the list, with who was in it.

use super::{changes, queries};
use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::page::go;
use crate::web::path::Path;
use axum::response::Response;
use serde_json::json;

/// `POST /groups/{slug}/close`
pub async fn post(cx: MemberCx, Path(slug): Path<String>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let group = queries::by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?;
    if !changes::close(&mut tx, group.id, cx.app.clock.now()).await? {
        return Err(AppError::Conflict("groups-conflict-closed"));
    }
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::GroupClosed, group.id, json!({})).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/groups/{slug}"), Some(Flash::GroupClosed)))
}
