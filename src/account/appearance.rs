//! Choosing colours: as the system has them, light or dark. The reader stays where they are.

use crate::error::Result;
use crate::web::again::theme_cookie;
use crate::web::cx::Cx;
use crate::web::form::Form;
use crate::web::page::{go, local_address};
use crate::web::theme::Theme;
use axum::response::Response;
use http::header::SET_COOKIE;
use serde::Deserialize;

/// As sent.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AppearanceForm {
    appearance: String,
    back: String,
}

/// `POST /account/appearance`
pub async fn post(cx: Cx, Form(form): Form<AppearanceForm>) -> Result<Response> {
    let mut response = go(&cx, local_address(&form.back), None);
    if let Some(theme) = Theme::from_word(&form.appearance) {
        response.headers_mut().append(SET_COOKIE, theme_cookie(&cx.app, theme));
    }
    Ok(response)
}
