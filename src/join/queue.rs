//! The liaison's queue: who waits, longest first, and what was decided.

use super::model::JoinState;
use super::queries::{self, QueueRow};
use crate::error::Result;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use crate::web::paging::{Paging, Wish};
use crate::web::query::Query;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;

/// Requests on one page.
const PAGE: u16 = 50;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    state: String,
    page: Wish,
}

struct Tab {
    state: JoinState,
    count: i64,
    current: bool,
}

#[derive(Template)]
#[template(path = "join/queue.html")]
struct QueuePage {
    page: Page,
    tabs: Vec<Tab>,
    state: JoinState,
    rows: Vec<QueueRow>,
    number: i64,
    more: bool,
}

impl QueuePage {
    fn at(&self, number: i64) -> String {
        format!("/join/requests?state={}&page={number}", self.state)
    }
}

/// `GET /join/requests`
pub async fn get(cx: Cx, Query(wanted): Query<Wanted>) -> Result<Response> {
    let state = JoinState::from_word(&wanted.state)
        .filter(|state| JoinState::IN_QUEUE.contains(state))
        .unwrap_or(JoinState::Waiting);
    let paging = Paging::new(wanted.page, PAGE);
    let mut tx = cx.read().await?;
    let counts = queries::counts(&mut tx).await?;
    let mut rows = queries::queue(&mut tx, state, paging.limit(), paging.offset()).await?;
    let more = paging.cut(&mut rows);
    for row in &mut rows {
        row.sector = cx.app.vocabulary.names(std::slice::from_ref(&row.sector), cx.locale).join(", ");
    }
    let count = |wanted| counts.iter().find(|(state, _)| *state == wanted).map_or(0, |(_, count)| *count);
    let tabs = JoinState::IN_QUEUE.map(|tab| Tab { state: tab, count: count(tab), current: tab == state }).into();
    show(&QueuePage { page: Page::new(&cx, "join/queue"), tabs, state, rows, number: paging.number, more })
}
