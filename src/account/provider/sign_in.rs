//! Signing in at the provider. It brings nobody in who is no member: somebody whom it knows and we do not is told how to
//! join, or gets a mail at the address of an account that may be theirs.

use super::arrival::{self, stay};
use super::going::{self, Going};
use super::model::{Purpose, Refusal};
use super::{changes, queries};
use crate::access::Viewer;
use crate::account::sign_in::{self, Entry, SignInForm};
use crate::auth::limits;
use crate::auth::provider::Proven;
use crate::auth::session::{FRESH_LIMIT, Method, Start};
use crate::error::Result;
use crate::jobs::{self, Job};
use crate::members;
use crate::web::cx::Cx;
use crate::web::flash::Flash;
use crate::web::form::Form;
use crate::web::page::go;
use axum::response::Response;
use http::HeaderMap;

/// `POST /account/sign-in/provider`
pub async fn post(cx: Cx, headers: HeaderMap, Form(form): Form<SignInForm>) -> Result<Response> {
    let going = Going { purpose: Purpose::SignIn, session: None, brings: form.brings(), from: "/account/sign-in" };
    match going::begin(&cx, &headers, going).await? {
        Ok(response) => Ok(response),
        Err(refusal) => {
            let page = sign_in::render(&cx, form, refusal.errors())?;
            Ok(stay(&cx, &refusal, page))
        }
    }
}

/// Lets in whom the provider proved.
///
/// # Errors
/// When the database is away.
pub async fn enter(
    cx: &Cx,
    headers: &HeaderMap,
    proven: &Proven,
    form: SignInForm,
) -> Result<Result<Response, Refusal>> {
    match arrival::owner(cx, &proven.subject).await? {
        Some(owner) => admit(cx, headers, &owner, proven, form).await,
        None => propose(cx, proven).await,
    }
}

/// Begins the session of an account's owner. Here, and nowhere else on this way in, it is decided whether the account has
/// access: whose membership sleeps, who left and who is suspended gets no session.
async fn admit(
    cx: &Cx,
    headers: &HeaderMap,
    owner: &queries::Owner,
    proven: &Proven,
    form: SignInForm,
) -> Result<Result<Response, Refusal>> {
    if owner.is_suspended {
        return Ok(Err(Refusal::NoAccess));
    }
    let (member, now) = (owner.member, cx.app.clock.now());
    let start = Start {
        method: Method::Provider,
        second_factor: proven.second_factor,
        // Who was only remembered there has shown nothing just now.
        is_fresh: proven.shown_at.is_some_and(|shown| shown > now - FRESH_LIMIT),
    };
    let mut tx = cx.app.db.write(&Viewer::OnBehalfOf(member)).await?.of_request(cx.request_id);
    changes::used(&mut tx, member, going::provider(cx)?.issuer(), now).await?;
    Ok(Ok(sign_in::enter(cx.clone(), headers, tx, Entry { member, start }, form).await?))
}

/// Somebody new from there. Where the provider answers for an address that is a member's, that mailbox is asked; nothing is
/// linked until it agrees.
async fn propose(cx: &Cx, proven: &Proven) -> Result<Result<Response, Refusal>> {
    let (provider, now) = (going::provider(cx)?, cx.app.clock.now());
    let email = match provider.verified_email(proven, now).await {
        Ok(Some(email)) => email,
        Ok(None) => return Ok(Err(Refusal::Unknown)),
        Err(fault) => return Ok(Err(fault.into())),
    };
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?.of_request(cx.request_id);
    let known = members::queries::id_by_email(&mut tx, &email).await?;
    let Some(member) = known else { return Ok(Err(Refusal::Unknown)) };
    if members::queries::recipient(&mut tx, member).await?.is_none() {
        return Ok(Err(Refusal::Unknown));
    }
    if let Some(until) = limits::take(&cx.app, &cx.app.limits().mail(&email, cx.network)).await? {
        return Ok(Err(Refusal::Paused(until)));
    }
    let proposal = changes::propose(&mut tx, member, provider.issuer(), &proven.subject, now).await?;
    jobs::enqueue(&mut tx, &cx.app.clock, &Job::ProviderProposal { proposal }).await?;
    tx.commit().await?;
    Ok(Ok(go(cx, "/account/sign-in", Some(Flash::ProviderMailed))))
}
