//! What is in work: my drafts, what waits for my review, what waits for the liaison.

use super::model::{RevisionState, Step};
use super::work_queries::{self, WorkRow};
use crate::access;
use crate::error::Result;
use crate::web::cx::MemberCx;
use crate::web::page::{Page, show};
use askama::Template;
use axum::response::Response;

struct Section {
    /// The end of its text keys: `mine`, `review`, `assign`, `publish`, `elsewhere`.
    name: &'static str,
    rows: Vec<WorkRow>,
}

#[derive(Template)]
#[template(path = "articles/work.html")]
struct WorkPage {
    page: Page,
    sections: Vec<Section>,
    may_write: bool,
    /// Items that wait for the member and stand in no list.
    sealed: i64,
}

/// `GET /articles/work`
pub async fn get(cx: MemberCx) -> Result<Response> {
    let mut tx = cx.read().await?;
    let rows = work_queries::in_work(&mut tx).await?;
    let sealed = access::queries::sealed_count(&mut tx, &cx.viewer).await?;
    drop(tx);
    let me = cx.me();
    let mut sections =
        ["review", "assign", "publish", "mine", "elsewhere"].map(|name| Section { name, rows: Vec::new() });
    for row in rows {
        let standing = row.standing();
        let place = if standing.allows(me, Step::Approve) {
            0
        } else if me.is_liaison() && row.state == RevisionState::Submitted && row.reviewer_id.is_none() {
            1
        } else if standing.allows(me, Step::Publish) {
            2
        } else if standing.allows(me, Step::Edit) {
            3
        } else {
            4
        };
        if let Some(section) = sections.get_mut(place) {
            section.rows.push(row);
        }
    }
    let labels: Vec<_> = sections.iter().flat_map(|section| &section.rows).map(|row| row.label).collect();
    let sections = sections.into_iter().filter(|section| !section.rows.is_empty()).collect();
    let may_write = me.publishes_for().next().is_some();
    let page = Page::new(&cx, "articles/work").labelled(labels).in_work();
    show(&WorkPage { page, sections, may_write, sealed })
}
