//! All partners, grouped by what they are in the plant.

use super::model::OrganisationKind;
use super::queries::{self, Listed};
use crate::error::Result;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use crate::web::preview::Preview;
use askama::Template;
use axum::response::Response;

struct Group {
    /// The word of the kind, `unknown` for those that the liaison has not settled yet, `former` for those that left.
    kind: String,
    organisations: Vec<Listed>,
}

#[derive(Template)]
#[template(path = "partners/list.html")]
struct ListPage {
    page: Page,
    groups: Vec<Group>,
}

/// `GET /partners`
pub async fn get(cx: Cx) -> Result<Response> {
    let mut rows = queries::list(&mut *cx.read().await?).await?;
    for row in &mut rows {
        row.sectors = cx.app.vocabulary.names(&row.sectors, cx.locale);
    }
    let (former, mut rows): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.has_left);
    let kinds = OrganisationKind::ALL.into_iter().map(Some).chain([None]);
    let mut groups = Vec::new();
    for kind in kinds {
        let (of_kind, rest): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.kind == kind);
        rows = rest;
        if !of_kind.is_empty() {
            let kind = kind.map_or_else(|| "unknown".to_owned(), |kind| kind.to_string());
            groups.push(Group { kind, organisations: of_kind });
        }
    }
    if !former.is_empty() {
        groups.push(Group { kind: "former".to_owned(), organisations: former });
    }
    let said = |key: &str| cx.texts().text(key).to_string();
    let preview = || Preview::of_site(&cx.app, cx.locale, said("partners-nav"), said("partners-lede"));
    show(&ListPage { page: Page::new(&cx, "partners/list").public("/partners").previewed(preview), groups })
}
