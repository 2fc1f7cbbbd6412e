//! Signing in with a passkey alone: no address is typed, the device knows whose it is.

use super::ceremony::Asked;
use super::model::Purpose;
use super::{paused, proof};
use crate::account::sign_in::{self, SignInForm};
use crate::auth::secret::Secret;
use crate::auth::session::Method;
use crate::error::Result;
use crate::web::cookies::{self, Name};
use crate::web::cx::Cx;
use crate::web::form::{Errors, Form};
use axum::Json;
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use http::header::SET_COOKIE;

/// `POST /account/sign-in/passkey/begin`: what the browser is asked to sign.
pub async fn begin(cx: Cx, headers: HeaderMap) -> Result<Response> {
    if let Some(paused) = paused(&cx).await? {
        return Ok(paused);
    }
    // A browser keeps its cookie: two pages that are open there must not end each other's question.
    let browser = cookies::read(&headers, &cx.app, Name::Passkey).unwrap_or_else(|| Secret::generate().text);
    let asked = Asked { purpose: Purpose::SignIn, browser: &browser, member: None };
    let mut response = Json(proof::begin(&cx, &asked, &[]).await?).into_response();
    response.headers_mut().append(SET_COOKIE, cookies::set(&cx.app, Name::Passkey, &browser, None));
    Ok(response)
}

/// `POST /account/sign-in/passkey`
pub async fn post(cx: Cx, headers: HeaderMap, Form(form): Form<SignInForm>) -> Result<Response> {
    let browser = cookies::read(&headers, &cx.app, Name::Passkey).unwrap_or_default();
    let asked = Asked { purpose: Purpose::SignIn, browser: &browser, member: None };
    match proof::finish(&cx, &asked, form.answer()).await? {
        Ok(proven) => {
            let (member, tx) = (proven.member, proven.tx);
            sign_in::enter(cx, &headers, tx, sign_in::Entry { member, start: Method::Passkey.into() }, form).await
        }
        Err(refusal) => {
            refusal.log();
            sign_in::render(&cx, form, Errors::one("passkey", refusal.text_key()))
        }
    }
}
