//! All working groups.

use super::queries::{self, Listed};
use crate::access::Label;
use crate::error::Result;
use crate::web::cx::MemberCx;
use crate::web::page::{Page, show};
use crate::web::paging::{Paging, Wish};
use crate::web::query::Query;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;

/// Groups on one page.
const PAGE: u16 = 40;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    page: Wish,
}

#[derive(Template)]
#[template(path = "groups/list.html")]
struct ListPage {
    page: Page,
    rows: Vec<Listed>,
    number: i64,
    more: bool,
    may_make: bool,
}

impl ListPage {
    fn at(number: i64) -> String {
        format!("/groups?page={number}")
    }
}

/// `GET /groups`
pub async fn get(cx: MemberCx, Query(wanted): Query<Wanted>) -> Result<Response> {
    let paging = Paging::new(wanted.page, PAGE);
    let mut rows = queries::list(&mut *cx.read().await?, cx.me().id, paging.limit(), paging.offset()).await?;
    let more = paging.cut(&mut rows);
    show(&ListPage {
        page: Page::new(&cx, "groups/list").labelled([Label::Green]),
        rows,
        number: paging.number,
        more,
        may_make: cx.me().is_liaison(),
    })
}
