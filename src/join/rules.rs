//! The house rules that every member agrees to; for a liaison, with how many agreed to which version.

use super::model::house_rules;
use super::queries::{self, Agreed};
use crate::error::{AppError, Result};
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
    /// How many members agreed to which version; for a liaison.
    agreed: Option<Vec<Agreed>>,
}

/// `GET /join/house-rules`
pub async fn get(cx: Cx) -> Result<Response> {
    let body = markdown::render(house_rules(cx.locale), &markdown::setting(cx.locale))
        .map_err(|refused| AppError::Internal(refused.to_string().into()))?
        .html;
    let agreed = match cx.viewer.me() {
        Some(me) if me.is_liaison() => Some(queries::agreed(&mut *cx.read().await?).await?),
        _ => None,
    };
    let page = Page::new(&cx, "join/rules").public("/join/house-rules");
    show(&RulesPage { page, version: cx.app.rules(), body, agreed })
}
