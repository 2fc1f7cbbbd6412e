//! The address of an item that says nothing of it: mails use it, for the addresses of pages hold their titles.

use super::queries;
use crate::access;
use crate::error::{AppError, Result};
use crate::web::cx::Cx;
use crate::web::page::go;
use crate::web::path::Path;
use axum::response::Response;
use uuid::Uuid;

/// `GET /items/{id}`: leads to its page, where it is opened and, under TLP:RED, written down.
pub async fn get(cx: Cx, Path(id): Path<Uuid>) -> Result<Response> {
    let mut tx = cx.app.db.read_opened(&cx.viewer).await?;
    if let Some(address) = queries::address(&mut tx, id).await? {
        return Ok(go(&cx, &address, None));
    }
    let Some(me) = cx.viewer.me() else { return Err(AppError::NotFound) };
    let opens = !me.second_factor && access::queries::may_open(&mut tx, id, me.id).await?;
    Err(if opens { AppError::SecondFactorNeeded } else { AppError::NotFound })
}
