//! One passkey: another name for it, and taking it away.

use super::model::{LONGEST_NAME, Shown};
use super::queries::WaysIn;
use super::{ADDRESS, changes, queries};
use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::jobs::{self, Job, SignInNews};
use crate::web::cx::{FreshCx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::page::{Page, go, show, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NameForm {
    name: String,
}

#[derive(Template)]
#[template(path = "account/passkey.html")]
struct PasskeyPage {
    page: Page,
    form: NameForm,
    errors: Errors,
    passkey: Shown,
}

#[derive(Template)]
#[template(path = "account/passkey_remove.html")]
struct RemovePage {
    page: Page,
    passkey: Shown,
    ways: WaysIn,
    is_only_way: bool,
}

/// `GET /account/passkeys/{id}`
pub async fn get(cx: MemberCx, Path(id): Path<Uuid>) -> Result<Response> {
    let passkey = find(&cx, id).await?;
    let form = NameForm { name: passkey.name.clone() };
    render(&cx, passkey, form, Errors::default())
}

/// The page again, with what was typed.
pub async fn again(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<NameForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, find(&cx, id).await?, form, errors)
}

/// `POST /account/passkeys/{id}`
pub async fn post(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<NameForm>) -> Result<Response> {
    let mut check = Check::new();
    let name = check.line("name", &form.name, 1..=LONGEST_NAME);
    if let Err(errors) = check.done() {
        return render(&cx, find(&cx, id).await?, form, errors);
    }
    let mut tx = cx.write().await?;
    if !changes::rename(&mut tx, cx.me().id, id, &name).await? {
        return Err(AppError::NotFound);
    }
    tx.commit().await?;
    Ok(go(&cx, ADDRESS, Some(Flash::PasskeyRenamed)))
}

/// `GET /account/passkeys/{id}/remove`
pub async fn ask(cx: MemberCx, Path(id): Path<Uuid>) -> Result<Response> {
    let (me, mut tx) = (cx.me().id, cx.read().await?);
    let passkey = queries::one(&mut tx, me, id).await?.ok_or(AppError::NotFound)?;
    let ways = queries::ways_in(&mut tx, me, cx.app.provider()).await?;
    let is_only_way = !ways.is_way_left(1);
    show(&RemovePage { page: Page::new(&cx, "account/passkey_remove"), passkey, ways, is_only_way })
}

/// `POST /account/passkeys/{id}/remove`
pub async fn remove(cx: FreshCx, Path(id): Path<Uuid>) -> Result<Response> {
    let me = cx.me().id;
    let mut tx = cx.write().await?;
    changes::hold(&mut tx, me).await?;
    queries::one(&mut tx, me, id).await?.ok_or(AppError::NotFound)?;
    if !queries::ways_in(&mut tx, me, cx.app.provider()).await?.is_way_left(1) {
        return Err(AppError::Conflict("account-conflict-only-way"));
    }
    if !changes::remove(&mut tx, me, id).await? {
        return Err(AppError::NotFound);
    }
    audit::record(&mut tx, &cx.app.clock, Some(me), Action::PasskeyRemoved, me, json!({ "passkey": id })).await?;
    let news = Job::SignInNews { member: me, news: SignInNews::PasskeyRemoved };
    jobs::enqueue(&mut tx, &cx.app.clock, &news).await?;
    tx.commit().await?;
    Ok(go(&cx, ADDRESS, Some(Flash::PasskeyRemoved)))
}

async fn find(cx: &MemberCx, id: Uuid) -> Result<Shown> {
    queries::one(&mut *cx.read().await?, cx.me().id, id).await?.ok_or(AppError::NotFound)
}

fn render(cx: &MemberCx, passkey: Shown, form: NameForm, errors: Errors) -> Result<Response> {
    let address = format!("{ADDRESS}/{}", passkey.id);
    let page = Page::new(cx, "account/passkey").typed(&*address);
    show_with(errors.status(), &PasskeyPage { page, form, errors, passkey })
}
