//! Showing the second factor in this session with a passkey.

use super::ceremony::Asked;
use super::model::{Purpose, Refusal};
use super::{paused, proof, queries};
use crate::account::second_factor::confirm::{self, ConfirmForm};
use crate::auth::session;
use crate::error::{AppError, Result};
use crate::web::cookies::{self, Name};
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use axum::Json;
use axum::response::{IntoResponse, Response};
use http::HeaderMap;

/// `POST /account/second-factor/confirm/passkey/begin`: what the browser is asked to sign.
pub async fn begin(cx: MemberCx, headers: HeaderMap) -> Result<Response> {
    if let Some(paused) = paused(&cx).await? {
        return Ok(paused);
    }
    let allowed = queries::credential_ids(&mut *cx.read().await?, cx.me().id).await?;
    if allowed.is_empty() {
        return Err(AppError::Conflict("account-conflict-no-passkey"));
    }
    let session = cookies::read(&headers, &cx.app, Name::Session).unwrap_or_default();
    let asked = Asked { purpose: Purpose::Confirm, browser: &session, member: Some(cx.me().id) };
    Ok(Json(proof::begin(&cx, &asked, &allowed).await?).into_response())
}

/// `POST /account/second-factor/confirm/passkey`
pub async fn post(cx: MemberCx, headers: HeaderMap, Form(form): Form<ConfirmForm>) -> Result<Response> {
    let session = cookies::read(&headers, &cx.app, Name::Session).unwrap_or_default();
    let asked = Asked { purpose: Purpose::Confirm, browser: &session, member: Some(cx.me().id) };
    match proof::finish(&cx, &asked, form.answer()).await? {
        Ok(mut proven) => {
            if !session::raise(&mut proven.tx, &cx.app, &session, proven.member).await? {
                return Err(AppError::SignInNeeded);
            }
            proven.tx.commit().await?;
            confirm::go_on(&cx, form, Flash::SecondFactorShown)
        }
        Err(refusal) => refused(&cx, form, &refusal).await,
    }
}

async fn refused(cx: &MemberCx, form: ConfirmForm, refusal: &Refusal) -> Result<Response> {
    refusal.log();
    confirm::render(cx, form, Errors::one("passkey", refusal.text_key())).await
}
