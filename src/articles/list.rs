//! The list of articles, narrowed by words, kind, sector and language.

use super::model::ArticleKind;
use super::queries::{self, Card, Filter};
use crate::access;
use crate::error::Result;
use crate::i18n::Locale;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use crate::web::paging::{Paging, Wish};
use crate::web::query::Query;
use askama::Template;
use axum::response::Response;
use serde::{Deserialize, Serialize};

/// Articles on one page.
const PAGE: u16 = 20;

#[derive(Deserialize, Serialize, Default, Clone)]
#[serde(default)]
pub struct Wanted {
    q: String,
    kind: String,
    sector: String,
    language: String,
    page: Wish,
}

#[derive(Template)]
#[template(path = "articles/list.html")]
struct ListPage {
    page: Page,
    wanted: Wanted,
    cards: Vec<Card>,
    kinds: Vec<(&'static str, String)>,
    sectors: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
    number: i64,
    more: bool,
    may_write: bool,
    /// Items that wait for the reader and stand in no list.
    sealed: i64,
}

impl ListPage {
    fn is_narrowed(&self) -> bool {
        !self.wanted.q.is_empty() || self.is_narrowed_by_list()
    }

    /// Whether a choice was made from one of the lists, which are then shown.
    fn is_narrowed_by_list(&self) -> bool {
        let wanted = &self.wanted;
        [&wanted.kind, &wanted.sector, &wanted.language].into_iter().any(|choice| !choice.is_empty())
    }

    /// The address of another page of the same list.
    fn at(&self, number: i64) -> String {
        let wanted = Wanted { page: number.into(), ..self.wanted.clone() };
        format!("/articles?{}", serde_html_form::to_string(&wanted).unwrap_or_default())
    }
}

/// `GET /articles`
pub async fn get(cx: Cx, Query(wanted): Query<Wanted>) -> Result<Response> {
    let paging = Paging::new(wanted.page, PAGE);
    let filter = Filter {
        kind: ArticleKind::from_word(&wanted.kind),
        sector: cx.app.vocabulary.sector(&wanted.sector).map(|sector| sector.code.clone()),
        language: Locale::ALL.into_iter().find(|locale| locale.tag() == wanted.language),
        organisation: None,
        words: queries::words(&wanted.q),
    };
    let mut tx = cx.read().await?;
    let mut cards = queries::list(&mut tx, &filter, paging.limit(), paging.offset()).await?;
    let sealed = access::queries::sealed_count(&mut tx, &cx.viewer).await?;
    drop(tx);
    let more = paging.cut(&mut cards);
    let texts = cx.texts();
    let kinds = ArticleKind::ALL.map(|kind| (kind.word(), texts.of_set("articles-kind", kind).to_string()));
    // A narrowed list is a part of the whole one.
    let address = if paging.number == 1 { "/articles".to_owned() } else { format!("/articles?page={}", paging.number) };
    let page = Page::new(&cx, "articles/list").labelled(cards.iter().map(|card| card.label));
    let template = ListPage {
        page: page.public(address),
        wanted,
        cards,
        kinds: kinds.into(),
        sectors: cx.app.vocabulary.choices(cx.locale),
        languages: Locale::choices(),
        number: paging.number,
        more,
        sealed,
        may_write: cx.viewer.me().is_some_and(|me| me.publishes_for().next().is_some()),
    };
    show(&template)
}
