//! Showing the second factor in this session with a passkey.

use super::ceremony::Asked;
use super::model::{Purpose, Refusal};
use super::{paused, proof, queries};
use crate::account::second_factor::confirm::{self, ConfirmForm};
use crate::auth::session::{self, Shown};
use crate::error::{AppError, Result};
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use axum::Json;
use axum::response::{IntoResponse, Response};
use http::header::SET_COOKIE;

/// `POST /account/second-factor/confirm/passkey/begin`: what the browser is asked to sign.
pub async fn begin(cx: MemberCx) -> Result<Response> {
    if let Some(paused) = paused(&cx).await? {
        return Ok(paused);
    }
    let allowed = queries::credential_ids(&mut *cx.read().await?, cx.me().id).await?;
    if allowed.is_empty() {
        return Err(AppError::Conflict("account-conflict-no-passkey"));
    }
    let session = cx.me().session.to_string();
    let asked = Asked { purpose: Purpose::Confirm, browser: &session, member: Some(cx.me().id) };
    Ok(Json(proof::begin(&cx, &asked, &allowed).await?).into_response())
}

/// `POST /account/second-factor/confirm/passkey`
pub async fn post(cx: MemberCx, Form(form): Form<ConfirmForm>) -> Result<Response> {
    let session = cx.me().session.to_string();
    let asked = Asked { purpose: Purpose::Confirm, browser: &session, member: Some(cx.me().id) };
    match proof::finish(&cx, &asked, form.answer()).await? {
        Ok(mut proven) => {
            let raised = session::raise(&mut proven.tx, &cx.app, cx.me(), Shown::SecondFactor).await?;
            let cookie = raised.ok_or(AppError::SignInNeeded)?;
            proven.tx.commit().await?;
            let mut response = confirm::go_on(&cx, form, Flash::SecondFactorShown)?;
            response.headers_mut().append(SET_COOKIE, cookie);
            Ok(response)
        }
        Err(refusal) => refused(&cx, form, &refusal).await,
    }
}

async fn refused(cx: &MemberCx, form: ConfirmForm, refusal: &Refusal) -> Result<Response> {
    refusal.log();
    confirm::render(cx, form, Errors::one("passkey", refusal.text_key())).await
}
