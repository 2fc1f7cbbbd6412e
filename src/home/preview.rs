//! The picture of the site for those who show its address elsewhere.

use crate::error::Result;
use crate::i18n::Locale;
use crate::web::cx::Cx;
use crate::web::preview::{self, Wanted};
use crate::web::query::Query;
use axum::response::Response;
use http::{HeaderMap, Method};

/// `GET /preview.png`: in the language that the address names, else in English; who asks makes no difference.
pub async fn get(cx: Cx, method: Method, headers: HeaderMap, Query(wanted): Query<Wanted>) -> Result<Response> {
    let locale = wanted.language.unwrap_or(Locale::En);
    preview::answer(&cx.app, &method, &headers, preview::site_card(&cx.app, locale)).await
}
