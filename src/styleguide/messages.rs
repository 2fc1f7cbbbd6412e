//! What happened, what goes on, and what is on its way.

use super::chapter::Chapter;
use crate::error::Result;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "styleguide/messages.html")]
struct MessagesPage {
    page: Page,
    chapter: Chapter,
}

/// `GET /styleguide/messages`
pub async fn get(cx: Cx) -> Result<Response> {
    show(&MessagesPage { page: Chapter::Messages.page(&cx), chapter: Chapter::Messages })
}
