//! Taking the password away, so that nobody can guess or steal it: for those who come in with a passkey.

use super::{ADDRESS, changes, queries};
use crate::audit::{self, Action};
use crate::auth::device;
use crate::error::{AppError, Result};
use crate::jobs::{self, Job, SignInNews};
use crate::web::cx::{FreshCx, MemberCx};
use crate::web::flash::Flash;
use crate::web::page::{Page, go, show};
use askama::Template;
use axum::response::Response;
use serde_json::json;

#[derive(Template)]
#[template(path = "account/password_remove.html")]
struct RemovePage {
    page: Page,
    has_password: bool,
    has_passkey: bool,
}

/// `GET /account/passkeys/password`
pub async fn get(cx: MemberCx) -> Result<Response> {
    let ways = queries::ways_in(&mut *cx.read().await?, cx.me().id, cx.app.provider()).await?;
    let page = Page::new(&cx, "account/password_remove");
    show(&RemovePage { page, has_password: ways.password, has_passkey: ways.passkeys > 0 })
}

/// `POST /account/passkeys/password`
pub async fn post(cx: FreshCx) -> Result<Response> {
    let me = cx.me().id;
    let mut tx = cx.write().await?;
    changes::hold(&mut tx, me).await?;
    if queries::ways_in(&mut tx, me, cx.app.provider()).await?.passkeys == 0 {
        return Err(AppError::Conflict("account-conflict-no-passkey"));
    }
    if changes::remove_password(&mut tx, me).await? {
        // They only told the owner's tries with the password from those of strangers.
        device::forget_all(&mut tx, me).await?;
        audit::record(&mut tx, &cx.app.clock, Some(me), Action::PasswordRemoved, me, json!({})).await?;
        let news = Job::SignInNews { member: me, news: SignInNews::PasswordRemoved };
        jobs::enqueue(&mut tx, &cx.app.clock, &news).await?;
    }
    tx.commit().await?;
    Ok(go(&cx, ADDRESS, Some(Flash::PasswordRemoved)))
}
