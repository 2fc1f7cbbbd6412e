//! Choosing the language; the reader stays where they are.

use crate::error::Result;
use crate::i18n::Locale;
use crate::web::again::language_cookie;
use crate::web::cx::Cx;
use crate::web::form::Form;
use crate::web::page::{go, local_address};
use axum::response::Response;
use http::header::SET_COOKIE;
use serde::Deserialize;

/// As sent.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LanguageForm {
    language: String,
    back: String,
}

/// `POST /account/language`
pub async fn post(cx: Cx, Form(form): Form<LanguageForm>) -> Result<Response> {
    let mut response = go(&cx, local_address(&form.back), None);
    if let Some(locale) = Locale::from_tag(&form.language) {
        response.headers_mut().append(SET_COOKIE, language_cookie(&cx.app, locale));
    }
    Ok(response)
}
