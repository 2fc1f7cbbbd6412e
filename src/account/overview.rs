//! What guards the own account, on one page, and where each part is changed.

use super::queries::{self, Guards};
use crate::error::{AppError, Result};
use crate::web::cx::MemberCx;
use crate::web::page::{Page, show};
use askama::Template;
use axum::response::Response;

/// The page's address.
pub const ADDRESS: &str = "/account";

#[derive(Template)]
#[template(path = "account/overview.html")]
struct OverviewPage {
    page: Page,
    guards: Guards,
    /// What members call the provider with which they can sign in.
    provider: Option<String>,
}

/// `GET /account`
pub async fn get(cx: MemberCx) -> Result<Response> {
    let now = cx.app.clock.now();
    let since = now - cx.app.limits().session_idle.length();
    let guards = queries::guards(&mut *cx.read().await?, cx.me().id, now, since).await?.ok_or(AppError::NotFound)?;
    let provider = cx.app.provider().map(|provider| provider.name().to_owned());
    show(&OverviewPage { page: Page::new(&cx, "account/overview"), guards, provider })
}
