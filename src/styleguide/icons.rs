//! Icons, each with what it stands for.

use super::chapter::Chapter;
use crate::error::Result;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use askama::Template;
use axum::response::Response;

/// The icons of `img/icons.svg`.
pub const ICONS: [&str; 42] = [
    "search",
    "menu",
    "close",
    "check",
    "plus",
    "arrow-left",
    "arrow-right",
    "chevron-down",
    "chevron-up",
    "external",
    "link",
    "copy",
    "edit",
    "trash",
    "print",
    "download",
    "upload",
    "calendar",
    "clock",
    "place",
    "person",
    "people",
    "organisation",
    "document",
    "label",
    "lock",
    "eye",
    "bell",
    "mail",
    "warning",
    "info",
    "question",
    "filter",
    "sort",
    "language",
    "sun",
    "moon",
    "history",
    "merge",
    "sign-out",
    "star",
    "mark",
];

#[derive(Template)]
#[template(path = "styleguide/icons.html")]
struct IconsPage {
    page: Page,
    chapter: Chapter,
    icons: &'static [&'static str],
}

/// `GET /styleguide/icons`
pub async fn get(cx: Cx) -> Result<Response> {
    show(&IconsPage { page: Chapter::Icons.page(&cx), chapter: Chapter::Icons, icons: &ICONS })
}
