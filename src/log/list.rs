//! The list of all entries, for the liaison.

use super::model::{self, Wanted};
use super::queries::{self, Entry};
use crate::access::Label;
use crate::audit::Action;
use crate::error::Result;
use crate::web::cx::MemberCx;
use crate::web::form::Errors;
use crate::web::page::{Page, show_with};
use crate::web::query::Query;
use crate::web::ui::nav::Tab;
use askama::Template;
use axum::response::Response;
use http::StatusCode;

/// Entries on one page.
pub const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "log/list.html")]
struct ListPage {
    page: Page,
    wanted: Wanted,
    errors: Errors,
    entries: Vec<Entry>,
    /// Word and text.
    actions: Vec<(&'static str, String)>,
    tabs: Vec<Tab>,
    /// Where older entries are.
    older: Option<String>,
}

/// `GET /log`
pub async fn get(cx: MemberCx, Query(wanted): Query<Wanted>) -> Result<Response> {
    render(&cx, wanted, StatusCode::OK, Errors::default()).await
}

/// The page, with what was chosen.
pub async fn render(cx: &MemberCx, wanted: Wanted, status: StatusCode, errors: Errors) -> Result<Response> {
    let mut entries = queries::list(&mut *cx.read().await?, &wanted.filter(), None, PAGE + 1).await?;
    let older = cut(&mut entries).map(|id| wanted.address("/log", Some(id)));
    let texts = cx.texts();
    let mut actions: Vec<_> = Action::ALL
        .iter()
        .copied()
        .map(|action| (action.word(), texts.of_set("log-action", model::key(action)).to_string()))
        .collect();
    actions.sort_by(|one, other| one.1.cmp(&other.1));
    let address = wanted.address("/log", wanted.filter().before);
    let page = Page::new(cx, "log/list").at(&address).labelled(labels(&entries));
    show_with(status, &ListPage { page, errors, entries, actions, tabs: tabs(cx, "/log"), older, wanted })
}

/// The labels of what the entries name.
pub fn labels(entries: &[Entry]) -> impl Iterator<Item = Label> + use<'_> {
    entries.iter().filter(|entry| entry.subject.is_some()).filter_map(|entry| entry.label)
}

/// Takes off the entry that is not shown; the number of the last one that is, if there was one.
pub fn cut(entries: &mut Vec<Entry>) -> Option<i64> {
    let shown = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = entries.len() > shown;
    entries.truncate(shown);
    entries.last().map(|entry| entry.id).filter(|_| more)
}

/// The views of the log that there are for a liaison; others have one.
pub fn tabs(cx: &MemberCx, current: &str) -> Vec<Tab> {
    if !cx.me().is_liaison() {
        return Vec::new();
    }
    let tab = |key, address: &str, is_current| Tab {
        text: cx.texts().text(key).to_string(),
        address: address.to_owned(),
        count: None,
        is_current,
    };
    let (all, mine, retention) = ("/log", "/log/mine", "/log/retention");
    vec![
        tab("log-tab-all", all, current == all),
        tab("log-tab-mine", mine, current == mine),
        tab("log-tab-retention", retention, current == retention),
    ]
}
