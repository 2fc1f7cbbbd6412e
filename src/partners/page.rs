//! One partner: what it is, what it published, and, for members, who belongs to it.

use super::queries::{self, Organisation};
use crate::access::Label;
use crate::articles::queries::{self as articles, Card};
use crate::error::{AppError, Result};
use crate::i18n::Locale;
use crate::members::queries::{self as members, Listed};
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;

/// The newest practices that the page shows.
const NEWEST: i64 = 20;

#[derive(Template)]
#[template(path = "partners/page.html")]
struct PartnerPage {
    page: Page,
    organisation: Organisation,
    sectors: Vec<String>,
    articles: Vec<Card>,
    people: Vec<Listed>,
}

impl PartnerPage {
    /// What it says of itself: in the reader's language, or in the other one if it has said it in that one only.
    fn about(&self) -> Option<(Locale, &str)> {
        let mut both = [(Locale::En, &*self.organisation.about_en), (Locale::Nl, &*self.organisation.about_nl)];
        both.sort_by_key(|(locale, _)| *locale != self.page.locale());
        both.into_iter().find(|(_, about)| !about.is_empty())
    }
}

/// `GET /partners/{slug}`
pub async fn get(cx: Cx, Path(slug): Path<String>) -> Result<Response> {
    let mut tx = cx.read().await?;
    let organisation = queries::by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?;
    let articles = articles::by_organisation(&mut tx, organisation.id, NEWEST).await?;
    let people = match cx.viewer.me() {
        Some(_) => members::of_organisation(&mut tx, organisation.id).await?,
        None => Vec::new(),
    };
    let labels: Vec<_> = articles.iter().map(|card| card.label).chain(cx.viewer.me().map(|_| Label::Green)).collect();
    let sectors = cx.app.vocabulary.names(&organisation.sectors, cx.locale);
    show(&PartnerPage {
        page: Page::new(&cx, "partners/page").labelled(labels).public(format!("/partners/{slug}")),
        organisation,
        sectors,
        articles,
        people,
    })
}
