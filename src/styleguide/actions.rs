//! Buttons, menus, dialogs.

use super::chapter::Chapter;
use crate::error::Result;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "styleguide/actions.html")]
struct ActionsPage {
    page: Page,
    chapter: Chapter,
}

/// `GET /styleguide/actions`
pub async fn get(cx: Cx) -> Result<Response> {
    show(&ActionsPage { page: Chapter::Actions.page(&cx), chapter: Chapter::Actions })
}
