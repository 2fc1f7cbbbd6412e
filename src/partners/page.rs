//! One partner: what it is, what it published, and, for members, who belongs to it.

use super::model;
use super::queries::{self, Client, Organisation};
use crate::access::Label;
use crate::articles::queries::{self as articles, Card};
use crate::error::{AppError, Result};
use crate::members::queries::{self as members, Listed};
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use crate::web::path::Path;
use crate::web::preview::{self, Preview};
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
    clients: Vec<Client>,
    belongs: bool,
    coordinates: bool,
    is_liaison: bool,
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
    let clients = queries::clients(&mut tx, organisation.id).await?;
    let labels = articles.iter().map(|card| card.label).chain(cx.viewer.me().map(|_| Label::Green));
    let labels: Vec<_> = labels.chain((!clients.is_empty()).then_some(Label::AmberStrict)).collect();
    let sectors = cx.app.vocabulary.names(&organisation.sectors, cx.locale);
    let preview = || {
        // Its words may be in the other language than the reader's.
        let (language, about) = organisation.about(cx.locale).unwrap_or((cx.locale, ""));
        Preview::of_site(&cx.app, language, organisation.name.clone(), preview::shortened(about))
    };
    show(&PartnerPage {
        page: Page::new(&cx, "partners/page").labelled(labels).public(format!("/partners/{slug}")).previewed(preview),
        belongs: cx.viewer.me().is_some_and(|me| me.belongs_to(organisation.id)),
        coordinates: cx.viewer.me().is_some_and(|me| model::coordinates(me, organisation.id)),
        is_liaison: cx.viewer.me().is_some_and(crate::access::Me::is_liaison),
        organisation,
        sectors,
        articles,
        people,
        clients,
    })
}
