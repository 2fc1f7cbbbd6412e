//! What is kept for how long, and what the daily round (`jobs::retention`) did about it.

use super::list::tabs;
use super::queries::{self, Run};
use crate::error::Result;
use crate::jobs::retention::{PERIODS, Period};
use crate::web::cx::MemberCx;
use crate::web::page::{Page, show};
use crate::web::ui::nav::Tab;
use askama::Template;
use axum::response::Response;

/// A kind of thing with its period and its last run.
struct Row {
    period: Period,
    run: Option<Run>,
}

#[derive(Template)]
#[template(path = "log/retention.html")]
struct RetentionPage {
    page: Page,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
}

/// `GET /log/retention`
pub async fn get(cx: MemberCx) -> Result<Response> {
    let mut runs = queries::last_runs(&mut *cx.read().await?).await?;
    let mut run = |kind: &str| runs.iter().position(|run| run.kind == kind).map(|at| runs.swap_remove(at));
    let rows = PERIODS.into_iter().map(|period| Row { run: run(period.kind), period }).collect();
    show(&RetentionPage { page: Page::new(&cx, "log/retention"), tabs: tabs(&cx, "/log/retention"), rows })
}
