//! The own passkeys: which there are, adding one, and what a browser is asked for it. A passkey is used on the page for
//! signing in (`sign_in`) and where a second factor is to be shown (`confirm`); the browser's owner proved to be there
//! each time, so it is both factors at once.

pub mod ceremony;
pub mod changes;
pub mod confirm;
pub mod edit;
pub mod model;
pub mod password;
pub mod proof;
pub mod queries;
pub mod sign_in;

use crate::access::Who;
use crate::audit::{self, Action};
use crate::auth::session::{self, Shown as Proof};
use crate::auth::{agent, limits, relying_party};
use crate::error::{AppError, Result};
use crate::jobs::{self, Job, SignInNews};
use crate::web::cx::{Cx, FreshCx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::later;
use crate::web::page::{Page, go, show_with};
use crate::web::routes::Routes;
use askama::Template;
use axum::Json;
use axum::response::{IntoResponse, Response};
use ceremony::Asked;
use http::header::{HeaderValue, SET_COOKIE};
use http::{HeaderMap, StatusCode};
use model::{LONGEST_NAME, MOST, Purpose, Refusal, Shown};
use serde::Deserialize;
use serde_json::{Value, json};
use webauthn_rs::prelude::{Passkey, PasskeyRegistration, RegisterPublicKeyCredential, Webauthn};

/// Where the list is, and where a new one is sent.
pub const ADDRESS: &str = "/account/passkeys";

/// As typed, with the browser's answer.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AddForm {
    name: String,
    answer: String,
}

#[derive(Template)]
#[template(path = "account/passkeys.html")]
struct PasskeysPage {
    page: Page,
    form: AddForm,
    errors: Errors,
    passkeys: Vec<Shown>,
    /// Whether passkeys can be made at this address at all.
    is_there: bool,
    /// Whether this session may add one now.
    is_fresh: bool,
    is_full: bool,
    has_password: bool,
}

/// The addresses of passkeys, a part of the room.
pub fn routes() -> Routes {
    Routes::new()
        .post("/account/second-factor/confirm/passkey/begin", Who::Member, confirm::begin)
        .form(
            "/account/second-factor/confirm/passkey",
            Who::Member,
            confirm::post,
            super::second_factor::confirm::again,
        )
        .get("/account/passkeys", Who::Member, get)
        .form("/account/passkeys", Who::Member, post, again)
        .post("/account/passkeys/begin", Who::Member, begin)
        .get("/account/passkeys/password", Who::Member, password::get)
        .post("/account/passkeys/password", Who::Member, password::post)
        .get("/account/passkeys/{id}", Who::Member, edit::get)
        .form("/account/passkeys/{id}", Who::Member, edit::post, edit::again)
        .get("/account/passkeys/{id}/remove", Who::Member, edit::ask)
        .post("/account/passkeys/{id}/remove", Who::Member, edit::remove)
        .post("/account/sign-in/passkey/begin", Who::Anyone, sign_in::begin)
        .form("/account/sign-in/passkey", Who::Anyone, sign_in::post, super::sign_in::again)
}

/// `GET /account/passkeys`
pub async fn get(cx: MemberCx, headers: HeaderMap) -> Result<Response> {
    render(&cx, AddForm { name: agent::words(&headers), answer: String::new() }, Errors::default()).await
}

/// The page again, with what was typed.
pub async fn again(cx: MemberCx, Form(form): Form<AddForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, form, errors).await
}

/// `POST /account/passkeys/begin`: what the browser is asked to make.
pub async fn begin(cx: FreshCx) -> Result<Response> {
    let site = site(&cx)?;
    if let Some(paused) = paused(&cx).await? {
        return Ok(paused);
    }
    let me = cx.me();
    let mut tx = cx.read().await?;
    let profile = super::queries::profile(&mut tx, me.id).await?.ok_or(AppError::NotFound)?;
    let known = queries::credential_ids(&mut tx, me.id).await?;
    drop(tx);
    let (options, state) = site
        .start_passkey_registration(me.id, &profile.email, &me.name, None)
        .map_err(|error| AppError::Internal(error.to_string().into()))?;
    let asked = Asked { purpose: Purpose::Add, browser: &me.session.to_string(), member: Some(me.id) };
    ceremony::begin(&cx.app, &asked, &options.public_key.challenge, &state).await?;
    let mut options = json!(options);
    if let Some(Value::Object(wanted)) = options.get_mut("publicKey") {
        // Devices that have one already say so; that no passkey is here twice, the table sees to.
        wanted.insert("excludeCredentials".into(), proof::descriptors(&known));
    }
    // The device has to find it by itself, so that nobody types an address to sign in.
    if let Some(Value::Object(wanted)) = options.pointer_mut("/publicKey/authenticatorSelection") {
        wanted.insert("residentKey".into(), json!("required"));
        wanted.insert("requireResidentKey".into(), json!(true));
    }
    Ok(Json(options).into_response())
}

/// `POST /account/passkeys`
pub async fn post(cx: FreshCx, Form(form): Form<AddForm>) -> Result<Response> {
    let mut check = Check::new();
    let name = check.line("name", &form.name, 1..=LONGEST_NAME);
    if let Err(errors) = check.done() {
        return render(&cx, form, errors).await;
    }
    match add(&cx, &name, &form.answer).await? {
        Ok(cookie) => {
            let mut response = go(&cx, ADDRESS, Some(Flash::PasskeyAdded));
            response.headers_mut().append(SET_COOKIE, cookie);
            Ok(response)
        }
        Err(refusal) => {
            refusal.log();
            render(&cx, form, Errors::one("passkey", refusal.text_key())).await
        }
    }
}

async fn add(cx: &MemberCx, name: &str, answer: &str) -> Result<Result<HeaderValue, Refusal>> {
    let (site, me) = (site(cx)?, cx.me().id);
    let passkey = match made(cx, &site, answer).await? {
        Ok(passkey) => passkey,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let credential = json!(passkey);
    let new = changes::NewPasskey {
        credential_id: passkey.cred_id().as_ref(),
        backed_up: credential.pointer("/cred/backup_state").and_then(Value::as_bool).unwrap_or_default(),
        credential,
        name,
    };
    let mut tx = cx.write().await?;
    let id = match changes::add(&mut tx, me, &new, cx.app.clock.now()).await? {
        Ok(id) => id,
        Err(refusal) => return Ok(Err(refusal)),
    };
    // Whoever made it was there, and proved to be.
    session::stale(&mut tx, me).await?;
    let raised = session::raise(&mut tx, &cx.app, cx.me(), Proof::SecondFactor).await?;
    let cookie = raised.ok_or(AppError::SignInNeeded)?;
    audit::record(&mut tx, &cx.app.clock, Some(me), Action::PasskeyAdded, me, json!({ "passkey": id })).await?;
    let news = Job::SignInNews { member: me, news: SignInNews::PasskeyAdded };
    jobs::enqueue(&mut tx, &cx.app.clock, &news).await?;
    tx.commit().await?;
    Ok(Ok(cookie))
}

/// The passkey that the browser made when it was asked.
async fn made(cx: &MemberCx, site: &Webauthn, answer: &str) -> Result<Result<Passkey, Refusal>> {
    if answer.is_empty() {
        return Ok(Err(Refusal::Nothing));
    }
    let Ok(answer) = serde_json::from_str::<RegisterPublicKeyCredential>(answer) else {
        return Ok(Err(Refusal::Unreadable));
    };
    let asked = Asked { purpose: Purpose::Add, browser: &cx.me().session.to_string(), member: Some(cx.me().id) };
    let state: PasskeyRegistration =
        match ceremony::take(&cx.app, &asked, answer.response.client_data_json.as_ref()).await? {
            Ok(state) => state,
            Err(refusal) => return Ok(Err(refusal)),
        };
    Ok(site.finish_passkey_registration(&answer, &state).map_err(Refusal::from))
}

/// The site's side of a ceremony.
///
/// # Errors
/// [`AppError::Conflict`] where the address of the site allows none.
pub fn site(cx: &Cx) -> Result<Webauthn> {
    relying_party::of(&cx.app)?.ok_or(AppError::Conflict("account-conflict-passkeys-no-host"))
}

/// The answer to a browser whose network began too many ceremonies, with the sentence that its page shows.
///
/// # Errors
/// When the database is away.
pub async fn paused(cx: &Cx) -> Result<Option<Response>> {
    let Some(until) = limits::take(&cx.app, &cx.app.limits().begin(cx.network)).await? else { return Ok(None) };
    let sentence = cx.texts().text("account-error-passkey-paused").to_string();
    let answer = (StatusCode::OK, Json(json!({ "problem": sentence }))).into_response();
    Ok(Some(later::not_before(until, cx.app.clock.now(), answer)))
}

async fn render(cx: &MemberCx, form: AddForm, errors: Errors) -> Result<Response> {
    let (me, mut tx) = (cx.me().id, cx.read().await?);
    let passkeys = queries::of(&mut tx, me).await?;
    let ways = queries::ways_in(&mut tx, me, cx.app.provider()).await?;
    let (is_there, is_fresh, is_full) = (relying_party::is_there(&cx.app), cx.me().fresh, ways.passkeys >= MOST);
    let has_form = is_there && is_fresh && !is_full;
    let page = Page::new(cx, "account/passkeys").typed(has_form.then_some(ADDRESS));
    let has_password = ways.password;
    let template = PasskeysPage { page, form, errors, passkeys, is_there, is_fresh, is_full, has_password };
    show_with(template.errors.status(), &template)
}
