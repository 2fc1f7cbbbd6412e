//! What the guide is, and its chapters.

use super::chapter::Chapter;
use crate::error::Result;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "styleguide/overview.html")]
struct OverviewPage {
    page: Page,
    chapters: [Chapter; 11],
}

/// `GET /styleguide`
pub async fn get(cx: Cx) -> Result<Response> {
    show(&OverviewPage { page: Page::new(&cx, "styleguide/overview"), chapters: Chapter::ALL })
}
