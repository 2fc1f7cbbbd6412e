//! A step that is not taken for now, because it was tried too often.

use crate::web::form::Errors;
use axum::response::Response;
use chrono::{DateTime, TimeDelta, Utc};
use http::StatusCode;
use http::header::{HeaderValue, RETRY_AFTER};

/// The form's own page with 429 (RFC 6585, 4), and when to come again.
pub fn not_before(until: DateTime<Utc>, now: DateTime<Utc>, mut page: Response) -> Response {
    *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    page.headers_mut().insert(RETRY_AFTER, HeaderValue::from((until - now).num_seconds().max(0) + 1));
    page
}

/// What stands on that page beside a field. The sentence tells the minute, rounded up: who comes then is not too early.
pub fn error(field: &'static str, key: &'static str, until: DateTime<Utc>) -> Errors {
    Errors::at(field, key, until + TimeDelta::seconds(59))
}
