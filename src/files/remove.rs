//! Taking a file away again, while what it belongs to may be changed.

use super::{changes, queries};
use crate::access::ItemKind;
use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::page::go;
use crate::web::path::Path;
use axum::response::Response;
use serde_json::json;
use uuid::Uuid;

/// `POST /files/{id}/remove`
pub async fn post(cx: MemberCx, Path(id): Path<Uuid>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let Some((parent, content)) = changes::remove(&mut tx, id).await? else {
        if queries::by_id(&mut tx, id).await?.is_none() {
            // With a second factor, what is under TLP:RED would have been there.
            let _ = cx.open(ItemKind::File, &id.to_string()).await?;
            return Err(AppError::NotFound);
        }
        return Err(AppError::Conflict("files-conflict-step"));
    };
    let parent = queries::parent(&mut tx, parent).await?.ok_or(AppError::NotFound)?;
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::FileRemoved, id, json!({})).await?;
    tx.commit().await?;
    if let Err(error) = changes::forget_unheld(&cx.app.db, &cx.app.files, &content).await {
        tracing::warn!(%error, "content that no file holds stays in the store");
    }
    Ok(go(&cx, &parent.address, Some(Flash::FileRemoved)))
}
