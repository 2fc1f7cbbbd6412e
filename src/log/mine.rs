//! The entries about oneself.

use super::list::{PAGE, cut, labels, tabs};
use super::model::Wanted;
use super::queries::{self, Entry};
use crate::error::Result;
use crate::web::cx::MemberCx;
use crate::web::page::{Page, show};
use crate::web::query::Query;
use crate::web::ui::nav::Tab;
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "log/mine.html")]
struct MinePage {
    page: Page,
    entries: Vec<Entry>,
    tabs: Vec<Tab>,
    /// Where older entries are.
    older: Option<String>,
    is_first: bool,
}

/// `GET /log/mine`
pub async fn get(cx: MemberCx, Query(wanted): Query<Wanted>) -> Result<Response> {
    // Only the page of the list counts: the fields are the liaison's.
    let wanted = Wanted { before: wanted.before, ..Wanted::default() };
    let filter = wanted.filter();
    let mut entries = queries::list(&mut *cx.read().await?, &filter, Some(cx.me().id), PAGE + 1).await?;
    let older = cut(&mut entries).map(|id| wanted.address("/log/mine", Some(id)));
    let page = Page::new(&cx, "log/mine").labelled(labels(&entries));
    show(&MinePage { page, entries, tabs: tabs(&cx, "/log/mine"), older, is_first: filter.before.is_none() })
}
