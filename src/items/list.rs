//! What waits behind a label: items under TLP:RED, requests for wider sharing, glasses that are open.

use super::model::WiderState;
use super::work_queries::{self, OpenGlass, Request, Sealed};
use crate::error::Result;
use crate::web::cx::MemberCx;
use crate::web::page::{Page, show};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "items/list.html")]
struct ListPage {
    page: Page,
    sealed: Vec<Sealed>,
    /// Requests that wait for my answer.
    for_me: Vec<Request>,
    mine: Vec<Request>,
    glasses: Vec<OpenGlass>,
    is_liaison: bool,
}

/// `GET /items`
pub async fn get(cx: MemberCx) -> Result<Response> {
    // A request about something under TLP:RED is seen by who can open that; the list says nothing of what it holds.
    let mut tx = cx.app.db.read_opened(&cx.viewer).await?;
    let sealed = work_queries::sealed(&mut tx).await?;
    let (mine, others): (Vec<_>, Vec<_>) =
        work_queries::requests(&mut tx).await?.into_iter().partition(|request| request.asked_by == cx.me().id);
    let is_liaison = cx.me().is_liaison();
    let glasses = work_queries::open_glasses(&mut tx, cx.app.clock.now()).await?;
    show(&ListPage {
        page: Page::new(&cx, "items/list"),
        sealed,
        for_me: others.into_iter().filter(|request| request.state == WiderState::Waiting && request.speaks).collect(),
        mine,
        glasses,
        is_liaison,
    })
}
