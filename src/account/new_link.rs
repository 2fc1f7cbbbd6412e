//! Asking for a link to set a password: forgotten, or the first one ran out. The answer is the same for any address.

use crate::access::Viewer;
use crate::auth::limits;
use crate::error::Result;
use crate::jobs::{self, Job};
use crate::web::cx::Cx;
use crate::web::form::{Check, Errors, Form};
use crate::web::later;
use crate::web::page::{Page, go, show, show_with};
use askama::Template;
use axum::response::Response;
use serde::Deserialize;

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NewLinkForm {
    email: String,
}

#[derive(Template)]
#[template(path = "account/new_link.html")]
struct NewLinkPage {
    page: Page,
    form: NewLinkForm,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "account/new_link_sent.html")]
struct SentPage {
    page: Page,
}

/// `GET /account/new-link`
pub async fn get(cx: Cx) -> Result<Response> {
    render(&cx, NewLinkForm::default(), Errors::default())
}

/// The page again, with what was typed.
pub async fn again(cx: Cx, Form(form): Form<NewLinkForm>) -> Result<Response> {
    render(&cx, form, cx.shown_errors())
}

fn render(cx: &Cx, form: NewLinkForm, errors: Errors) -> Result<Response> {
    let page = Page::new(cx, "account/new_link").typed("/account/new-link");
    show_with(errors.status(), &NewLinkPage { page, form, errors })
}

/// `POST /account/new-link`
pub async fn post(cx: Cx, Form(form): Form<NewLinkForm>) -> Result<Response> {
    let mut check = Check::new();
    let email = check.email("email", &form.email);
    if let Err(errors) = check.done() {
        return render(&cx, form, errors);
    }
    if let Some(until) = limits::take(&cx.app, &cx.app.limits().password_link(&email, cx.network)).await? {
        let page = render(&cx, form, later::error("email", "account-error-new-link-paused", until))?;
        return Ok(later::not_before(until, cx.app.clock.now(), page));
    }
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?;
    // Known or not, the same row is written; the worker finds out.
    jobs::enqueue(&mut tx, &cx.app.clock, &Job::PasswordLink { email }).await?;
    tx.commit().await?;
    Ok(go(&cx, "/account/new-link/sent", None))
}

/// `GET /account/new-link/sent`
pub async fn sent(cx: Cx) -> Result<Response> {
    show(&SentPage { page: Page::new(&cx, "account/new_link_sent") })
}
