//! The house rules that every member agrees to.

use super::model::RULES_VERSION;
use crate::error::{AppError, Result};
use crate::i18n::Locale;
use crate::web::cx::Cx;
use crate::web::markdown;
use crate::web::page::{Page, show};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "join/rules.html")]
struct RulesPage {
    page: Page,
    version: i16,
    body: String,
}

/// `GET /join/house-rules`
pub async fn get(cx: Cx) -> Result<Response> {
    let source = match cx.locale {
        Locale::En => include_str!("house-rules.en.md"),
        Locale::Nl => include_str!("house-rules.nl.md"),
    };
    let body = markdown::render(source, &markdown::setting(cx.locale))
        .map_err(|refused| AppError::Internal(refused.to_string().into()))?
        .html;
    show(&RulesPage { page: Page::new(&cx, "join/rules").public("/join/house-rules"), version: RULES_VERSION, body })
}
