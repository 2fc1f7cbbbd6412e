//! Narrowing a list.

use super::chapter::Chapter;
use super::samples;
use crate::error::Result;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use crate::web::ui::facets::Facets;
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "styleguide/finding.html")]
struct FindingPage {
    page: Page,
    chapter: Chapter,
    facets: Facets,
}

/// `GET /styleguide/finding`
pub async fn get(cx: Cx) -> Result<Response> {
    let facets = samples::facets(&cx.texts());
    show(&FindingPage { page: Chapter::Finding.page(&cx), chapter: Chapter::Finding, facets })
}
