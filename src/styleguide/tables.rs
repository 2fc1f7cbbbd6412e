//! Tables that stack or scroll, a matrix, a calendar.

use super::chapter::Chapter;
use super::samples;
use crate::access::Label;
use crate::error::Result;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use crate::web::ui::matrix::Matrix;
use crate::web::ui::month::Month;
use askama::Template;
use axum::response::Response;
use chrono::{DateTime, Utc};

#[derive(Template)]
#[template(path = "styleguide/tables.html")]
struct TablesPage {
    page: Page,
    chapter: Chapter,
    people: [&'static str; 3],
    label: Label,
    now: DateTime<Utc>,
    matrix: Matrix,
    month: Month,
    quiet: Month,
}

/// `GET /styleguide/tables`
pub async fn get(cx: Cx) -> Result<Response> {
    let (texts, now) = (cx.texts(), cx.app.clock.now());
    let month = samples::month(&texts, now);
    let next = month.after().unwrap_or(month.first());
    show(&TablesPage {
        page: Chapter::Tables.page(&cx),
        chapter: Chapter::Tables,
        people: samples::PEOPLE,
        label: Label::Green,
        now,
        matrix: samples::matrix(&texts),
        quiet: Month::new(next, now.date_naive(), Vec::new()),
        month,
    })
}
