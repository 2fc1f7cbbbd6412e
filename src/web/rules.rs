//! What a member does who has not agreed to the house rules in force: agree, take the own data, leave. All else leads to
//! the page that asks, and what everybody may read stays readable.

use crate::access::Who;
use crate::error::AppError;
use crate::web::cx::Cx;
use crate::web::page::go;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// The page that asks.
pub const ADDRESS: &str = "/account/house-rules";

/// The routes that are as open to such a member as to any. Whoever does not agree takes the data and goes, and
/// ends a stolen session without agreeing to anything first; for some of that they show who they are.
pub const OPEN: [&str; 17] = [
    ADDRESS,
    "/account/sign-out",
    "/account/language",
    "/account/appearance",
    "/account/data",
    "/account/data/export",
    "/account/delete",
    "/account/leave",
    "/account/sessions",
    "/account/sessions/{id}/end",
    "/account/sessions/end-others",
    "/account/sessions/end-all",
    "/account/second-factor/confirm",
    "/account/second-factor/confirm/passkey",
    "/account/second-factor/confirm/passkey/begin",
    "/account/second-factor/confirm/provider",
    "/account/provider/return",
];

/// Whether this route is closed to whoever asks until they agree.
pub fn hold_back(cx: &Cx, path: &str) -> bool {
    cx.viewer.me().is_some_and(|me| me.owes_rules) && !OPEN.contains(&path)
}

/// Lets such a member see what a visitor sees. What is not there for a visitor may be there for a member.
pub async fn as_visitor(who: Who, cx: Cx, mut request: Request, next: Next) -> Response {
    if who != Who::Anyone {
        return AppError::RulesNeeded.into_response();
    }
    request.extensions_mut().insert(cx.held_back());
    let response = next.run(request).await;
    match response.extensions().get::<AppError>() {
        Some(AppError::NotFound | AppError::SignInNeeded) => AppError::RulesNeeded.into_response(),
        _ => response,
    }
}

/// The address of the page that asks, from which one goes on to `back`.
pub fn asking(back: &str) -> String {
    let query = serde_html_form::to_string([("back", back)]).unwrap_or_default();
    format!("{ADDRESS}?{query}")
}

/// On to the page that asks.
pub fn lead(cx: &Cx, back: &str) -> Response {
    let mut response = go(cx, &asking(back), None);
    response.extensions_mut().insert(AppError::RulesNeeded);
    response
}
