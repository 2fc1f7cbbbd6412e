//! Calling an event off. It stays in the list and in calendars, marked as such.

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

/// `POST /events/{slug}/cancel`
pub async fn post(cx: MemberCx, Path(slug): Path<String>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let Some(event) = queries::by_slug(&mut tx, &slug).await? else {
        return Err(cx.missing(&mut tx, ItemKind::Event, &slug).await);
    };
    if !changes::cancel(&mut tx, event.id, cx.app.clock.now()).await? {
        return Err(AppError::Conflict("events-conflict-cancelled"));
    }
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::EventCancelled, event.id, json!({})).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/events/{slug}"), Some(Flash::EventCancelled)))
}
