//! Cards, rows, people, facts, time.

use super::chapter::Chapter;
use super::samples;
use crate::access::Label;
use crate::error::Result;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use askama::Template;
use axum::response::Response;
use chrono::{DateTime, Utc};

#[derive(Template)]
#[template(path = "styleguide/lists.html")]
struct ListsPage {
    page: Page,
    chapter: Chapter,
    people: [&'static str; 3],
    labels: [Label; 5],
    now: DateTime<Utc>,
}

/// `GET /styleguide/lists`
pub async fn get(cx: Cx) -> Result<Response> {
    show(&ListsPage {
        page: Chapter::Lists.page(&cx),
        chapter: Chapter::Lists,
        people: samples::PEOPLE,
        labels: Label::ALL,
        now: cx.app.clock.now(),
    })
}
