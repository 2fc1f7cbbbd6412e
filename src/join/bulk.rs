//! Several requests approved at once: ticked in the queue, looked at together, and confirmed. The same page tells
//! afterwards what became of each.

use super::approving::{self, Approval};
use super::model::{Event, JoinState};
use super::queries;
use super::standing_out::{self, Line};
use super::work_queries;
use crate::error::{AppError, Result};
use crate::web::cx::{FreshCx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::Form;
use crate::web::page::{Page, go, show};
use crate::web::query::Query;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use std::collections::BTreeSet;
use uuid::Uuid;

/// As many as one page of the queue holds.
const MOST: usize = 50;

/// The requests that were ticked.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Ticked {
    request: Vec<String>,
    /// `yes` on the page that tells what became of them.
    done: String,
}

impl Ticked {
    fn ids(&self) -> Vec<Uuid> {
        let ids: BTreeSet<Uuid> = self.request.iter().filter_map(|id| id.parse().ok()).collect();
        ids.into_iter().take(MOST).collect()
    }
}

/// A request that is not, or no longer, to be approved here, and what became of it.
struct Outcome {
    line: Line,
    by: Option<String>,
}

#[derive(Template)]
#[template(path = "join/bulk.html")]
struct BulkPage {
    page: Page,
    /// Those that wait and can be approved.
    ready: Vec<Line>,
    /// Those that wait and cannot: the address is a member's.
    members: Vec<Line>,
    others: Vec<Outcome>,
    done: bool,
}

impl BulkPage {
    /// How many of them a liaison should look at twice.
    fn standing_out(&self) -> usize {
        self.ready.iter().filter(|line| line.stands_out()).count()
    }

    /// The same page without one of them.
    fn without(&self, left_out: &Uuid) -> String {
        let rest = self.ready.iter().filter(|line| line.row.id != *left_out);
        address(rest.map(|line| line.row.id), false)
    }
}

fn address(ids: impl Iterator<Item = Uuid>, done: bool) -> String {
    let mut fields: Vec<(&str, String)> = ids.map(|id| ("request", id.to_string())).collect();
    if done {
        fields.push(("done", "yes".to_owned()));
    }
    format!("/join/requests/bulk?{}", serde_html_form::to_string(&fields).unwrap_or_default())
}

/// `GET /join/requests/bulk`
pub async fn get(cx: MemberCx, Query(ticked): Query<Ticked>) -> Result<Response> {
    let mut tx = cx.read().await?;
    let rows = work_queries::lines(&mut tx, &ticked.ids()).await?;
    let (mut ready, mut members, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for line in standing_out::look(&mut tx, rows, cx.app.clock.now()).await? {
        match line.row.state {
            JoinState::Waiting if line.is_member() => members.push(line),
            JoinState::Waiting => ready.push(line),
            _ => {
                let by = queries::request(&mut tx, line.row.id).await?.and_then(|request| request.decided_by);
                others.push(Outcome { line, by });
            }
        }
    }
    let page = Page::new(&cx, "join/bulk");
    show(&BulkPage { page, ready, members, others, done: ticked.done == "yes" })
}

/// `POST /join/requests/bulk`. Each is a change of its own: one that cannot be approved keeps none of the others back.
pub async fn post(cx: FreshCx, Form(ticked): Form<Ticked>) -> Result<Response> {
    let ids = ticked.ids();
    for id in &ids {
        match approve(&cx, *id).await {
            // The page that follows says so beside it.
            Ok(()) | Err(AppError::Conflict(_) | AppError::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    let flash = (!ids.is_empty()).then_some(Flash::BulkDone);
    Ok(go(&cx, &address(ids.into_iter(), true), flash))
}

async fn approve(cx: &MemberCx, id: Uuid) -> Result<()> {
    let mut tx = cx.write().await?;
    let request = approving::open(&mut tx, id, Event::Approve).await?;
    // Who was asked something is looked at one by one.
    if request.state != JoinState::Waiting {
        return Err(AppError::Conflict("join-conflict-asked"));
    }
    match approving::approve(cx, &mut tx, &request, &Approval::default()).await? {
        Ok(()) => Ok(tx.commit().await?),
        Err(key) => Err(AppError::Conflict(key)),
    }
}
