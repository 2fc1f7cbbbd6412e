//! Home, composed for who comes: a visitor or a member.

use crate::access;
use crate::access::standing::Waiting;
use crate::articles::queries::{self as articles, Card, Filter};
use crate::articles::work_queries;
use crate::error::Result;
use crate::events::queries::{self as events, Row};
use crate::partners::queries::{self as partners, Listed};
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use crate::web::preview::Preview;
use askama::Template;
use axum::response::Response;

/// Articles and events that the page shows.
const SHOWN: i64 = 6;

#[derive(Template)]
#[template(path = "home/visitor.html")]
struct VisitorPage {
    page: Page,
    articles: Vec<Card>,
    events: Vec<Row>,
    partners: Vec<Listed>,
}

#[derive(Template)]
#[template(path = "home/member.html")]
struct MemberPage {
    page: Page,
    name: String,
    is_liaison: bool,
    waiting_requests: i64,
    works: bool,
    in_work: i64,
    waiting: Waiting,
    articles: Vec<Card>,
    events: Vec<Row>,
}

/// `GET /`
pub async fn get(cx: Cx) -> Result<Response> {
    let mut tx = cx.read().await?;
    let articles = articles::list(&mut tx, &Filter::default(), SHOWN, 0).await?;
    let events = events::coming(&mut tx, cx.app.clock.now(), SHOWN).await?;
    let labels: Vec<_> = articles.iter().map(|card| card.label).chain(events.iter().map(|row| row.label)).collect();
    let Some(me) = cx.viewer.me() else {
        let partners = partners::list(&mut tx).await?;
        let said = |key: &str| cx.texts().text(key).to_string();
        let preview = || Preview::of_site(&cx.app, cx.locale, said("home-headline"), said("home-lede"));
        let page = Page::new(&cx, "home/visitor").public("/").previewed(preview);
        return show(&VisitorPage { page, articles, events, partners });
    };
    let works = me.works_on_articles();
    let in_work = if works { work_queries::count_in_work(&mut tx).await? } else { 0 };
    let waiting = access::queries::waiting(&mut tx).await?;
    let template = MemberPage {
        page: Page::new(&cx, "home/member").public("/").labelled(labels),
        name: me.name.clone(),
        is_liaison: me.is_liaison(),
        waiting_requests: me.waiting_requests,
        works,
        in_work,
        waiting,
        articles,
        events,
    };
    show(&template)
}
