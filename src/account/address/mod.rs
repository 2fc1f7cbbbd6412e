//! Another mail address. Mails go to both mailboxes, and it changes when both have confirmed: whoever takes over a session
//! cannot take the account along, and a typing error locks nobody out.

pub mod queries;

use super::queries as accounts;
use crate::access::{Viewer, Who};
use crate::audit::{self, Action};
use crate::auth::limits;
use crate::auth::links::{self, Purpose};
use crate::db::broken_constraint;
use crate::error::{AppError, Result};
use crate::jobs::{self, Job, Mailbox};
use crate::web::cx::{Cx, FreshCx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::later;
use crate::web::page::{Page, go, show, show_with};
use crate::web::path::Path;
use crate::web::routes::Routes;
use askama::Template;
use axum::response::Response;
use queries::Change;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

const ADDRESS: &str = "/account/address";

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AddressForm {
    email: String,
}

#[derive(Template)]
#[template(path = "account/address.html")]
struct AddressPage {
    page: Page,
    form: AddressForm,
    errors: Errors,
    email: String,
    /// The change that waits.
    open: Option<Change>,
}

#[derive(Template)]
#[template(path = "account/address_confirm.html")]
struct ConfirmPage {
    page: Page,
    secret: String,
    change: Change,
    mailbox: Mailbox,
}

/// The addresses of a change of mail address, a part of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/account/address", Who::Member, get)
        .form("/account/address", Who::Member, post, again)
        .post("/account/address/stop", Who::Member, stop)
        .get("/account/address/{secret}", Who::Anyone, get_confirm)
        .post("/account/address/{secret}", Who::Anyone, post_confirm)
}

/// `GET /account/address`
pub async fn get(cx: MemberCx) -> Result<Response> {
    render(&cx, AddressForm::default(), Errors::default()).await
}

/// The page again, with what was typed.
pub async fn again(cx: MemberCx, Form(form): Form<AddressForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, form, errors).await
}

/// `POST /account/address`. The answer is the same whether the new address is somebody else's or not; its owner reads it.
pub async fn post(cx: FreshCx, Form(form): Form<AddressForm>) -> Result<Response> {
    let (me, now) = (cx.me().id, cx.app.clock.now());
    let profile = accounts::profile(&mut *cx.read().await?, me).await?.ok_or(AppError::NotFound)?;
    let mut check = Check::new();
    let email = check.email("email", &form.email);
    check.must("email", !email.eq_ignore_ascii_case(&profile.email), "account-error-address-same");
    if let Err(errors) = check.done() {
        return render(&cx, form, errors).await;
    }
    if let Some(until) = limits::take(&cx.app, &cx.app.limits().mail(&email, cx.network)).await? {
        let page = render(&cx, form, later::error("email", "account-error-address-paused", until)).await?;
        return Ok(later::not_before(until, now, page));
    }
    let mut tx = cx.write().await?;
    // A newer wish takes the place of an older one.
    queries::stop_open(&mut tx, me, now).await?;
    let change = Uuid::now_v7();
    queries::insert(&mut tx, change, me, &profile.email, &email, now).await?;
    for mailbox in [Mailbox::Old, Mailbox::New] {
        jobs::enqueue(&mut tx, &cx.app.clock, &Job::AddressProof { change, mailbox }).await?;
    }
    audit::record(&mut tx, &cx.app.clock, Some(me), Action::AddressAsked, me, json!({})).await?;
    tx.commit().await?;
    Ok(go(&cx, ADDRESS, Some(Flash::AddressAsked)))
}

/// `POST /account/address/stop`
pub async fn stop(cx: MemberCx) -> Result<Response> {
    let mut tx = cx.write().await?;
    queries::stop_open(&mut tx, cx.me().id, cx.app.clock.now()).await?;
    tx.commit().await?;
    Ok(go(&cx, ADDRESS, Some(Flash::AddressStopped)))
}

/// `GET /account/address/{secret}`. Opening it changes nothing, for mail scanners open links too.
pub async fn get_confirm(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut tx = cx.app.db.read(&Viewer::Nobody).await?;
    for (purpose, mailbox) in ENDS {
        if let Some(id) = links::look_up(&mut tx, &cx.app.clock, purpose, &secret).await? {
            let change = queries::open_by_id(&mut tx, id).await?.ok_or(AppError::LinkOver)?;
            let page = Page::new(&cx, "account/address_confirm");
            return show(&ConfirmPage { page, secret, change, mailbox });
        }
    }
    Err(AppError::LinkOver)
}

const ENDS: [(Purpose, Mailbox); 2] = [(Purpose::AddressOld, Mailbox::Old), (Purpose::AddressNew, Mailbox::New)];

/// `POST /account/address/{secret}`
pub async fn post_confirm(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let now = cx.app.clock.now();
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?.of_request(cx.request_id);
    let mut found = None;
    for (purpose, mailbox) in ENDS {
        if let Some(id) = links::redeem(&mut tx, &cx.app.clock, purpose, &secret).await? {
            found = Some((id, mailbox));
        }
    }
    let (id, mailbox) = found.ok_or(AppError::LinkOver)?;
    let change = queries::confirm(&mut tx, id, mailbox, now).await?.ok_or(AppError::LinkOver)?;
    let next = if cx.viewer.me().is_some() { ADDRESS } else { "/" };
    if change.old_at.is_none() || change.new_at.is_none() {
        tx.commit().await?;
        return Ok(go(&cx, next, Some(Flash::AddressConfirmed)));
    }
    tx.act_as(&Viewer::OnBehalfOf(change.member_id)).await?;
    match queries::apply(&mut tx, &change, now).await {
        // Meanwhile somebody joined with it.
        Err(error) if broken_constraint(&error) == Some("members_email_key") => {
            return Err(AppError::Conflict("account-conflict-address"));
        }
        result => result?,
    }
    // Links to set a password that lie in the mailbox of before are over.
    links::end_all(&mut tx, &cx.app.clock, Purpose::Password, change.member_id).await?;
    let member = change.member_id;
    audit::record(&mut tx, &cx.app.clock, Some(member), Action::AddressChanged, member, json!({})).await?;
    for mailbox in [Mailbox::Old, Mailbox::New] {
        jobs::enqueue(&mut tx, &cx.app.clock, &Job::AddressChanged { change: id, mailbox }).await?;
    }
    tx.commit().await?;
    Ok(go(&cx, next, Some(Flash::AddressChanged)))
}

async fn render(cx: &MemberCx, form: AddressForm, errors: Errors) -> Result<Response> {
    let mut tx = cx.read().await?;
    let profile = accounts::profile(&mut tx, cx.me().id).await?.ok_or(AppError::NotFound)?;
    let open = queries::open_of(&mut tx, cx.me().id, cx.app.clock.now() - Purpose::AddressNew.lifetime()).await?;
    let page = Page::new(cx, "account/address").at(ADDRESS).typed(ADDRESS);
    show_with(errors.status(), &AddressPage { page, form, errors, email: profile.email, open })
}
