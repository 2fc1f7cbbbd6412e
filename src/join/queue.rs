//! The liaison's queue: who waits, longest first, what stands out about them, and what became of the others.

use super::model::{FREE_MAIL, JoinState};
use super::standing_out::{self, Line};
use super::work_queries::{self, Filter};
use crate::error::Result;
use crate::partners;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use crate::web::paging::{Paging, Wish};
use crate::web::query::Query;
use askama::Template;
use axum::response::Response;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Requests on one page.
const PAGE: u16 = 50;

/// How the domain of an address may go with the organisation, to choose from.
const DOMAINS: [&str; 3] = ["fits", "other", "free"];

/// What the queue is narrowed to, as the address says it.
#[derive(Deserialize, Serialize, Default, Clone)]
#[serde(default)]
pub struct Wanted {
    state: String,
    q: String,
    organisation: String,
    domain: String,
    /// `yes` for those who name a new organisation.
    new: String,
    /// Days that they wait at least.
    days: String,
    page: Wish,
}

impl Wanted {
    fn state(&self) -> JoinState {
        JoinState::from_word(&self.state)
            .filter(|state| JoinState::IN_QUEUE.contains(state))
            .unwrap_or(JoinState::Waiting)
    }

    fn days(&self) -> Option<i64> {
        self.days.trim().parse().ok().filter(|days| (1..=3650).contains(days))
    }

    fn is_narrowed_by_list(&self) -> bool {
        [&self.organisation, &self.domain, &self.new, &self.days].into_iter().any(|field| !field.is_empty())
    }

    fn is_narrowed(&self) -> bool {
        !self.q.is_empty() || self.is_narrowed_by_list()
    }
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
    wanted: Wanted,
    lines: Vec<Line>,
    organisations: Vec<(String, String)>,
    domains: [&'static str; 3],
    number: i64,
    more: bool,
    now: DateTime<Utc>,
}

impl QueuePage {
    fn at(&self, number: i64) -> String {
        let wanted = Wanted { page: number.into(), ..self.wanted.clone() };
        format!("/join/requests?{}", serde_html_form::to_string(&wanted).unwrap_or_default())
    }

    /// Days since a request came to the liaison.
    fn days(&self, line: &Line) -> i64 {
        days_since(line, self.now)
    }
}

/// Days since a request came to the liaison.
pub fn days_since(line: &Line, now: DateTime<Utc>) -> i64 {
    (now - line.row.proven_at.unwrap_or(line.row.since)).num_days().max(0)
}

/// `GET /join/requests`
pub async fn get(cx: Cx, Query(wanted): Query<Wanted>) -> Result<Response> {
    let state = wanted.state();
    let paging = Paging::new(wanted.page, PAGE);
    let now = cx.app.clock.now();
    let mut tx = cx.read().await?;
    let choices = partners::queries::choices(&mut tx).await?;
    let filter = Filter {
        state,
        organisation: choices.iter().find(|choice| choice.slug == wanted.organisation).map(|choice| choice.id),
        domain: DOMAINS.into_iter().find(|domain| *domain == wanted.domain),
        is_new: wanted.new == "yes",
        waiting_before: wanted.days().map(|days| now - TimeDelta::days(days)),
        words: wanted.q.trim().to_owned(),
        free: FREE_MAIL.map(str::to_owned).into(),
    };
    let counts = work_queries::counts(&mut tx).await?;
    let mut rows = work_queries::queue(&mut tx, &filter, paging.limit(), paging.offset()).await?;
    let more = paging.cut(&mut rows);
    let mut lines = standing_out::look(&mut tx, rows, now).await?;
    for line in &mut lines {
        let sector = std::slice::from_ref(&line.row.sector);
        line.row.sector = cx.app.vocabulary.names(sector, cx.locale).join(", ");
    }
    let count = |wanted| counts.iter().find(|(state, _)| *state == wanted).map_or(0, |(_, count)| *count);
    let tabs = JoinState::IN_QUEUE.map(|tab| Tab { state: tab, count: count(tab), current: tab == state }).into();
    show(&QueuePage {
        page: Page::new(&cx, "join/queue"),
        tabs,
        state,
        wanted,
        lines,
        organisations: choices.into_iter().map(|choice| (choice.slug, choice.name)).collect(),
        domains: DOMAINS,
        number: paging.number,
        more,
        now,
    })
}
