//! The directory of members.

use super::queries::{self, Listed};
use crate::access::Label;
use crate::error::Result;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use crate::web::paging::{Paging, Wish};
use crate::web::query::Query;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;

/// Members on one page.
const PAGE: u16 = 60;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    page: Wish,
}

#[derive(Template)]
#[template(path = "members/list.html")]
struct ListPage {
    page: Page,
    rows: Vec<Listed>,
    number: i64,
    more: bool,
}

impl ListPage {
    fn at(number: i64) -> String {
        format!("/members?page={number}")
    }
}

/// `GET /members`
pub async fn get(cx: Cx, Query(wanted): Query<Wanted>) -> Result<Response> {
    let paging = Paging::new(wanted.page, PAGE);
    let mut rows = queries::list(&mut *cx.read().await?, paging.limit(), paging.offset()).await?;
    let more = paging.cut(&mut rows);
    show(&ListPage { page: Page::new(&cx, "members/list").labelled([Label::Green]), rows, number: paging.number, more })
}
