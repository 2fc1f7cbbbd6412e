//! The page of what went wrong: what happened, what is kept, what to do next.

use crate::error::AppError;
use crate::i18n::Text;
use crate::web::cx::Cx;
use crate::web::form::Carried;
use crate::web::page::{Page, show_with};
use askama::Template;
use axum::response::{IntoResponse, Response};
use http::header::{ALLOW, HeaderValue, RETRY_AFTER};
use http::{HeaderMap, StatusCode};

/// Seconds after which a browser or a crawler may try again when the database is away.
const RETRY_SECONDS: HeaderValue = HeaderValue::from_static("10");

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    title: Text,
    text: Text,
    next: Text,
    detail: Option<Text>,
    request_id: String,
    /// The page of ours that the request came from.
    from: Option<String>,
    /// What was typed, to be sent again from this page.
    kept: Option<Carried>,
    sign_in: bool,
    status: u16,
    /// Where signing in leads: the page asked for, or where a form was sent.
    back: String,
    packed: String,
    /// Whether it was a change that was sent, so that it is offered again after signing in, even if it has no fields.
    was_sent: bool,
}

/// The page for an error. `typed` is what the request brought; `earlier` the headers of the bare answer.
pub fn page(cx: &Cx, error: AppError, typed: Option<Carried>, earlier: &HeaderMap) -> Response {
    let texts = cx.texts();
    let name = error.text_key();
    let can_resend = matches!(
        error,
        AppError::SignInNeeded
            | AppError::Forbidden(_)
            | AppError::Unavailable(_)
            | AppError::Internal(_)
            | AppError::Conflict(_)
            | AppError::NotFound
            | AppError::LinkOver
    );
    let was_sent = typed.is_some();
    let kept = typed.filter(|kept| can_resend && !kept.is_empty());
    let template = ErrorPage {
        page: Page::new(cx, "error"),
        title: texts.text(&format!("{name}-title")),
        text: texts.text(&format!("{name}-text")),
        next: texts.text(&format!("{name}-next")),
        detail: error.detail_key().map(|key| texts.text(key)),
        request_id: cx.request_id.to_string(),
        from: cx.came_from.as_deref().map(str::to_owned),
        sign_in: matches!(error, AppError::SignInNeeded),
        status: error.status().as_u16(),
        back: cx.address.to_string(),
        packed: kept.as_ref().map(Carried::packed).unwrap_or_default(),
        kept,
        was_sent,
    };
    // The page itself cannot fail for want of anything outside; if it does, the status still tells.
    let mut response =
        show_with(error.status(), &template).unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response());
    if let Some(allow) = earlier.get(ALLOW) {
        response.headers_mut().insert(ALLOW, allow.clone());
    }
    if matches!(error, AppError::Unavailable(_)) {
        response.headers_mut().insert(RETRY_AFTER, RETRY_SECONDS);
    }
    response.extensions_mut().insert(error);
    response
}
