//! A new password for somebody who is signed in and showed within minutes who they are. All other sessions end.

use super::password::{PasswordForm, checked};
use super::queries;
use crate::audit::{self, Action};
use crate::auth::{device, links, password, session};
use crate::error::{AppError, Result};
use crate::jobs::{self, AccountNews, Job};
use crate::web::cx::{FreshCx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use crate::web::page::{Page, go, show_with};
use askama::Template;
use axum::response::Response;
use http::HeaderMap;
use http::header::SET_COOKIE;
use serde_json::json;

const ADDRESS: &str = "/account/password";

#[derive(Template)]
#[template(path = "account/new_password.html")]
struct NewPasswordPage {
    page: Page,
    email: String,
    shortest: usize,
    errors: Errors,
}

/// `GET /account/password`
pub async fn get(cx: MemberCx) -> Result<Response> {
    render(&cx, Errors::default()).await
}

/// The page again. Passwords are never sent back.
pub async fn again(cx: MemberCx) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, errors).await
}

/// `POST /account/password`
pub async fn post(cx: FreshCx, headers: HeaderMap, Form(form): Form<PasswordForm>) -> Result<Response> {
    let me = cx.me();
    let owner = queries::profile(&mut *cx.read().await?, me.id).await?.ok_or(AppError::NotFound)?;
    if let Err(errors) = checked(&form, &owner, &cx.app.site_name) {
        return render(&cx, errors).await;
    }
    let hash = password::hash(form.password).await?;
    let mut tx = cx.write().await?;
    if !queries::set_password(&mut tx, me.id, &hash).await? {
        return Err(AppError::SignInNeeded);
    }
    session::end_others(&mut tx, me).await?;
    let cookie = session::keep(&mut tx, &cx.app, me).await?.ok_or(AppError::SignInNeeded)?;
    // A link to set one that lies in the mailbox is no longer needed, nor are browsers known by the former password.
    links::end_all(&mut tx, &cx.app.clock, links::Purpose::Password, me.id).await?;
    device::forget_all(&mut tx, me.id).await?;
    let device = device::know(&mut tx, &cx.app, &headers, me.id).await?;
    audit::record(&mut tx, &cx.app.clock, Some(me.id), Action::PasswordSet, me.id, json!({})).await?;
    let news = Job::AccountNews { member: me.id, news: AccountNews::PasswordSet };
    jobs::enqueue(&mut tx, &cx.app.clock, &news).await?;
    tx.commit().await?;
    let mut response = go(&cx, super::overview::ADDRESS, Some(Flash::PasswordChanged));
    response.headers_mut().append(SET_COOKIE, cookie);
    response.headers_mut().append(SET_COOKIE, device.cookie);
    Ok(response)
}

async fn render(cx: &MemberCx, errors: Errors) -> Result<Response> {
    let owner = queries::profile(&mut *cx.read().await?, cx.me().id).await?.ok_or(AppError::NotFound)?;
    let page = Page::new(cx, "account/new_password").typed(ADDRESS);
    let shortest = *password::LENGTH.start();
    show_with(errors.status(), &NewPasswordPage { page, email: owner.email, shortest, errors })
}
