//! `GET /account/provider/return`: what the provider sent a browser back with. The one page of the room whose opening
//! changes something, because the protocol brings the answer in an address; it counts once, in the browser that went there.

use super::changes::Attempt;
use super::going::{self, Back};
use super::model::{Purpose, Refusal};
use super::{confirm, page, queries, sign_in};
use crate::account::second_factor::confirm::{self as confirming, ConfirmForm};
use crate::account::sign_in::{self as signing_in, SignInForm};
use crate::auth::provider::{Answer, Expected};
use crate::error::Result;
use crate::web::cx::{Cx, MemberCx};
use crate::web::later;
use crate::web::query::Query;
use axum::response::Response;
use http::HeaderMap;
use serde::Deserialize;

/// What the provider put into the address.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Brought {
    state: String,
    code: String,
    iss: Option<String>,
    error: String,
}

/// `GET /account/provider/return`
pub async fn get(cx: Cx, headers: HeaderMap, Query(brought): Query<Brought>) -> Result<Response> {
    going::provider(&cx)?;
    let Some(back) = going::come_back(&cx, &headers, &brought.state).await? else {
        return refuse(&cx, None, Refusal::Over).await;
    };
    let Back { purpose, secrets, attempt } = back;
    let expected = Expected { secrets, anew_since: (purpose == Purpose::Confirm).then_some(attempt.asked_at) };
    let came = match judge(&cx, &brought, expected).await? {
        Ok(proven) => match (purpose, MemberCx::of(&cx)) {
            (Purpose::Link, Some(member)) => page::link(&member, &proven.subject).await?,
            (Purpose::Confirm, Some(member)) => confirm::raise(&member, &proven, form_to_confirm(&attempt)).await?,
            (Purpose::SignIn, _) => {
                let form = SignInForm::brought(attempt.back.clone(), attempt.carried.clone(), attempt.resend);
                sign_in::enter(&cx, &headers, &proven, form).await?
            }
            (Purpose::Link | Purpose::Confirm, None) => Err(Refusal::Over),
        },
        Err(refusal) => Err(refusal),
    };
    match came {
        Ok(response) => Ok(response),
        Err(refusal) => refuse(&cx, Some((purpose, attempt)), refusal).await,
    }
}

async fn judge(
    cx: &Cx,
    brought: &Brought,
    expected: Expected,
) -> Result<Result<crate::auth::provider::Proven, Refusal>> {
    if !brought.error.is_empty() {
        let is_no = ["access_denied", "login_required", "interaction_required"].contains(&&*brought.error);
        return Ok(Err(if is_no { Refusal::Denied } else { Refusal::Failed }));
    }
    let answer = Answer { code: &brought.code, iss: brought.iss.as_deref() };
    Ok(going::provider(cx)?.judge(answer, expected, cx.app.clock.now()).await.map_err(Refusal::from))
}

fn form_to_confirm(attempt: &Attempt) -> ConfirmForm {
    ConfirmForm::brought(attempt.back.clone(), attempt.carried.clone(), attempt.resend)
}

/// The page from which somebody went, with the sentence that says why nothing came of it, and with what they had brought.
async fn refuse(cx: &Cx, from: Option<(Purpose, Attempt)>, refusal: Refusal) -> Result<Response> {
    refusal.log();
    let errors = refusal.errors();
    let response = match (from, MemberCx::of(cx)) {
        (Some((Purpose::Confirm, attempt)), Some(member)) => {
            confirming::render(&member, form_to_confirm(&attempt), errors).await?
        }
        (Some((Purpose::SignIn, attempt)), _) => {
            let form = SignInForm::brought(attempt.back, attempt.carried, attempt.resend);
            signing_in::render(cx, form, errors)?
        }
        (_, Some(member)) => page::render(&member, errors).await?,
        (_, None) => signing_in::render(cx, SignInForm::default(), errors)?,
    };
    Ok(match refusal {
        Refusal::Paused(until) => later::not_before(until, cx.app.clock.now(), response),
        _ => response,
    })
}

/// The same sentence on the page with the button, for those who did not get away.
///
/// # Errors
/// When the database is away.
pub fn stay(cx: &Cx, refusal: &Refusal, page: Response) -> Response {
    refusal.log();
    match refusal {
        Refusal::Paused(until) => later::not_before(*until, cx.app.clock.now(), page),
        _ => page,
    }
}

/// To whom an account here is linked, for those who come in.
///
/// # Errors
/// When the database is away.
pub async fn owner(cx: &Cx, subject: &str) -> Result<Option<queries::Owner>> {
    let issuer = going::provider(cx)?.issuer();
    Ok(queries::owner(cx.app.db.pool(), issuer, subject).await?)
}
