//! The narrowed list as a file. That somebody took it stands in the log, and so this is no reading but a change.

use super::list::render;
use super::model::Wanted;
use super::{csv, queries};
use crate::audit::{self, Action};
use crate::error::Result;
use crate::web::cx::FreshCx;
use crate::web::form::{Errors, Form};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use serde_json::json;
use uuid::Uuid;

/// The most entries that one file holds.
const MOST: i64 = 20_000;

/// `POST /log/export`
pub async fn post(cx: FreshCx, Form(wanted): Form<Wanted>) -> Result<Response> {
    // The whole of what was chosen, not from the page on at which it was asked for.
    let wanted = Wanted { before: String::new(), ..wanted };
    let filter = wanted.filter();
    let mut tx = cx.read().await?;
    let found: Vec<i64> = queries::list(&mut tx, &filter, None, MOST + 1).await?.iter().map(|entry| entry.id).collect();
    if i64::try_from(found.len()).unwrap_or(i64::MAX) > MOST {
        drop(tx);
        let errors = Errors::one("from", "log-error-too-many");
        return render(&cx, wanted, StatusCode::UNPROCESSABLE_ENTITY, errors).await;
    }
    let lines = queries::lines(&mut tx, &found).await?;
    drop(tx);
    // What somebody searched for can be a word of something with a label: only what was chosen from a list is kept.
    let detail = json!({
        "entries": found.len(), "last": found.first(), "action": filter.action.map(Action::word),
        "since": filter.from, "until": filter.until,
        "narrowed": wanted.is_narrowed(),
    });
    let mut tx = cx.write().await?;
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::LogExported, Uuid::nil(), detail).await?;
    tx.commit().await?;

    let name = format!("attachment; filename=\"audit-log-{}.csv\"", cx.app.clock.now().format("%Y-%m-%d"));
    let mut response = csv::file(cx.texts(), &lines).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment")));
    Ok(response)
}
