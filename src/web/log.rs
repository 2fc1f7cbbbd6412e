//! One log line a request, with the cause of what went wrong. It names the route, not the address: an address can tell
//! that a restricted article exists.

use crate::error::AppError;
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use http::header::{HeaderName, HeaderValue};
use std::time::Instant;
use uuid::Uuid;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The middleware: gives the request its id and writes the line.
pub async fn log(mut request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = Uuid::now_v7();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or_else(|| "-".into(), |path| path.as_str().to_owned());
    request.extensions_mut().insert(id);
    let mut response = next.run(request).await;
    let status = response.status().as_u16();
    let ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    match response.extensions().get::<AppError>() {
        Some(cause @ AppError::Internal(_)) => {
            tracing::error!(%id, %method, route, status, ms, %cause, "request");
        }
        Some(cause @ AppError::Unavailable(_)) => tracing::warn!(%id, %method, route, status, ms, %cause, "request"),
        Some(cause) => tracing::info!(%id, %method, route, status, ms, %cause, "request"),
        None => tracing::info!(%id, %method, route, status, ms, "request"),
    }
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}
