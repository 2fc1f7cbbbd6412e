//! What comes, and what was.

use super::queries::{self, Row};
use crate::error::Result;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use crate::web::paging::{Paging, Wish};
use crate::web::query::Query;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;

/// Coming events that the page shows.
const COMING: i64 = 100;
/// Past events on one page.
const PAST: u16 = 20;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    page: Wish,
}

#[derive(Template)]
#[template(path = "events/list.html")]
struct ListPage {
    page: Page,
    coming: Vec<Row>,
    past: Vec<Row>,
    number: i64,
    more: bool,
    may_make: bool,
}

impl ListPage {
    fn at(number: i64) -> String {
        format!("/events?page={number}")
    }
}

/// `GET /events`
pub async fn get(cx: Cx, Query(wanted): Query<Wanted>) -> Result<Response> {
    let paging = Paging::new(wanted.page, PAST);
    let now = cx.app.clock.now();
    let mut tx = cx.read().await?;
    let coming = if paging.number == 1 { queries::coming(&mut tx, now, COMING).await? } else { Vec::new() };
    let mut past = queries::past(&mut tx, now, paging.limit(), paging.offset()).await?;
    let more = paging.cut(&mut past);
    let labels: Vec<_> = coming.iter().chain(&past).map(|row| row.label).collect();
    let may_make = cx.viewer.me().is_some_and(crate::access::Me::is_liaison);
    let address = if paging.number == 1 { "/events".to_owned() } else { ListPage::at(paging.number) };
    show(&ListPage {
        page: Page::new(&cx, "events/list").labelled(labels).public(address),
        coming,
        past,
        number: paging.number,
        more,
        may_make,
    })
}
