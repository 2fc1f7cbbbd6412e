//! Setting a password with a mailed link: the first one, or a new one. All sessions of before end; a new one begins.

use super::queries::{self, OwnProfile};
use crate::access::Viewer;
use crate::audit::{self, Action};
use crate::auth::links::{self, Purpose};
use crate::auth::session::{self, Method};
use crate::auth::{common, device, password};
use crate::error::{AppError, Result};
use crate::web::cx::Cx;
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::page::{Page, go, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use http::HeaderMap;
use http::header::SET_COOKIE;
use serde::Deserialize;
use serde_json::json;

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PasswordForm {
    password: String,
    password_again: String,
}

#[derive(Template)]
#[template(path = "account/password.html")]
struct PasswordPage {
    page: Page,
    secret: String,
    email: String,
    shortest: usize,
    errors: Errors,
}

/// `GET /account/password/{secret}`
pub async fn get(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    render(&cx, secret, Errors::default()).await
}

/// The page again. Passwords are never sent back.
pub async fn again(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, secret, errors).await
}

/// `POST /account/password/{secret}`
pub async fn post(
    cx: Cx,
    Path(secret): Path<String>,
    headers: HeaderMap,
    Form(form): Form<PasswordForm>,
) -> Result<Response> {
    let mut check = Check::new();
    let length = form.password.chars().count();
    if length < *password::LENGTH.start() {
        check.fail("password", "account-error-password-short", *password::LENGTH.start());
    } else if length > *password::LENGTH.end() {
        check.fail("password", "form-error-too-long", *password::LENGTH.end());
    } else {
        check.must("password_again", form.password == form.password_again, "account-error-password-again");
    }
    let owner = owner(&cx, &secret).await?;
    let own = [&*owner.email, &owner.name, &cx.app.site_name];
    // One that is too long is not judged: it may be very long.
    let is_known = length <= *password::LENGTH.end() && common::is_tried_first(&form.password, &own);
    check.must("password", !is_known, "account-error-password-known");
    if let Err(errors) = check.done() {
        return render(&cx, secret, errors).await;
    }
    let hash = password::hash(form.password).await?;
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?.of_request(cx.request_id);
    let member = links::redeem(&mut tx, &cx.app.clock, Purpose::Password, &secret).await?.ok_or(AppError::LinkOver)?;
    if !queries::set_password(&mut tx, member, &hash).await? {
        return Err(AppError::LinkOver);
    }
    session::end_all(&mut tx, member).await?;
    device::forget_all(&mut tx, member).await?;
    let device = device::know(&mut tx, &cx.app, &headers, member).await?;
    let begun = session::begin(&mut tx, &cx.app, &headers, member, Method::MailedLink).await?;
    audit::record(&mut tx, &cx.app.clock, Some(member), Action::PasswordSet, member, json!({})).await?;
    let profile = queries::profile(&mut tx, member).await?;
    tx.commit().await?;

    let is_new = profile.is_some_and(|profile| profile.profile_at.is_none());
    let mut response = go(&cx, if is_new { "/account/profile" } else { "/" }, Some(Flash::PasswordSet));
    response.headers_mut().append(SET_COOKIE, begun.cookie);
    response.headers_mut().append(SET_COOKIE, device);
    Ok(response)
}

/// The member whom a working link belongs to.
async fn owner(cx: &Cx, secret: &str) -> Result<OwnProfile> {
    let mut tx = cx.app.db.read(&Viewer::Nobody).await?;
    let member = links::look_up(&mut tx, &cx.app.clock, Purpose::Password, secret).await?.ok_or(AppError::LinkOver)?;
    queries::profile(&mut tx, member).await?.ok_or(AppError::LinkOver)
}

async fn render(cx: &Cx, secret: String, errors: Errors) -> Result<Response> {
    let email = owner(cx, &secret).await?.email;
    let page = Page::new(cx, "account/password").typed(&*format!("/account/password/{secret}"));
    let shortest = *password::LENGTH.start();
    show_with(errors.status(), &PasswordPage { page, secret, email, shortest, errors })
}
