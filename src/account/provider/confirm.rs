//! Showing anew at the provider who one is, for an account that has neither a password nor a second factor.

use super::arrival::stay;
use super::going::{self, Going};
use super::model::{Purpose, Refusal};
use super::queries;
use crate::account::second_factor::confirm::{self, ConfirmForm};
use crate::auth::provider::{Proven, Provider};
use crate::auth::session::{self, Shown};
use crate::error::{AppError, Result};
use crate::web::cx::{Cx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::Form;
use axum::response::Response;
use http::HeaderMap;
use http::header::SET_COOKIE;

/// The provider at which the member shows who they are, if that is the strongest proof the account has.
pub fn shown_at(cx: &Cx) -> Option<&Provider> {
    cx.app.provider().filter(|_| cx.is_shown_at_provider())
}

/// `POST /account/second-factor/confirm/provider`
pub async fn post(cx: MemberCx, headers: HeaderMap, Form(form): Form<ConfirmForm>) -> Result<Response> {
    if shown_at(&cx).is_none() {
        return Err(AppError::Conflict("account-conflict-provider-not-asked"));
    }
    let session = Some(cx.me().session);
    let going = Going { purpose: Purpose::Confirm, session, brings: form.brings(), from: confirm::ADDRESS };
    match going::begin(&cx, &headers, going).await? {
        Ok(response) => Ok(response),
        Err(refusal) => {
            let page = confirm::render(&cx, form, refusal.errors()).await?;
            Ok(stay(&cx, &refusal, page))
        }
    }
}

/// Notes that the member showed it in this session.
///
/// # Errors
/// When the database is away.
pub async fn raise(cx: &MemberCx, proven: &Proven, form: ConfirmForm) -> Result<Result<Response, Refusal>> {
    let Some(provider) = shown_at(cx) else { return Ok(Err(Refusal::Over)) };
    let mut tx = cx.write().await?;
    let linked = queries::linked(&mut tx, cx.me().id, provider.issuer()).await?;
    if linked.is_none_or(|linked| linked.subject != proven.subject) {
        return Ok(Err(Refusal::SomebodyElse));
    }
    let cookie = session::raise(&mut tx, &cx.app, cx.me(), Shown::Provider).await?.ok_or(AppError::SignInNeeded)?;
    tx.commit().await?;
    let mut response = confirm::go_on(cx, form, Flash::ProviderShown)?;
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(Ok(response))
}
