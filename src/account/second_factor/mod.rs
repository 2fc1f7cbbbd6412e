//! The own second factor: what it is for, how it is set up with an authenticator app, and how it is removed.

pub mod changes;
pub mod confirm;
pub mod model;
mod qr;
pub mod queries;

use crate::access::Who;
use crate::audit::{self, Action};
use crate::auth::session::{self, Shown};
use crate::auth::{recovery, totp};
use crate::error::{AppError, Result};
use crate::jobs::{self, Job, SecondFactorNews};
use crate::web::cx::{FreshCx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use crate::web::page::{Page, go, show, show_with};
use crate::web::routes::Routes;
use askama::Template;
use axum::response::Response;
use chrono::{DateTime, Utc};
use http::header::SET_COOKIE;
use model::{Authenticator, Proof};
use qr::Qr;
use serde::Deserialize;
use serde_json::json;

const ADDRESS: &str = "/account/second-factor";

/// As typed; with `codes`, the page of the recovery codes, to be seen again.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SetForm {
    code: String,
    codes: Vec<String>,
}

/// How the second factor stands.
enum Stand {
    None,
    SettingUp { qr: Qr, secret: String, link: String },
    Set { since: DateTime<Utc>, codes_left: i64 },
}

#[derive(Template)]
#[template(path = "account/second_factor.html")]
struct SecondFactorPage {
    page: Page,
    form: SetForm,
    errors: Errors,
    stand: Stand,
    /// Whether this session showed it, so that it can be removed.
    is_shown: bool,
}

#[derive(Template)]
#[template(path = "account/recovery_codes.html")]
struct CodesPage {
    page: Page,
    codes: Vec<String>,
}

/// The addresses of the second factor, a part of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/account/second-factor", Who::Member, get)
        .form("/account/second-factor", Who::Member, post, again)
        .post("/account/second-factor/begin", Who::Member, begin)
        .get("/account/second-factor/confirm", Who::Member, confirm::get)
        .form("/account/second-factor/confirm", Who::Member, confirm::post, confirm::again)
        .post("/account/second-factor/remove", Who::Member, remove)
}

/// `GET /account/second-factor`
pub async fn get(cx: MemberCx) -> Result<Response> {
    render(&cx, SetForm::default(), Errors::default()).await
}

/// The page again, with what was typed; or that of the recovery codes, which only that page still has.
pub async fn again(cx: MemberCx, Form(form): Form<SetForm>) -> Result<Response> {
    if !form.codes.is_empty() {
        return show_codes(&cx, form.codes.iter().filter_map(|code| recovery::shown(code)).collect());
    }
    let errors = cx.shown_errors();
    render(&cx, form, errors).await
}

/// `POST /account/second-factor/begin`
pub async fn begin(cx: FreshCx) -> Result<Response> {
    let mut tx = cx.write().await?;
    // Who has one is shown that: a password alone must not put another in its place.
    if changes::begin(&mut tx, cx.me().id, &totp::generate(), cx.app.clock.now()).await? {
        tx.commit().await?;
    }
    Ok(go(&cx, ADDRESS, None))
}

/// `POST /account/second-factor`
pub async fn post(cx: FreshCx, Form(form): Form<SetForm>) -> Result<Response> {
    let (me, now) = (cx.me().id, cx.app.clock.now());
    let mut tx = cx.write().await?;
    let known = queries::of(&mut tx, me).await?;
    if known.as_ref().is_some_and(|known| known.confirmed_at.is_some()) {
        return Err(AppError::Conflict("account-conflict-second-factor"));
    }
    let over = AppError::Conflict("account-conflict-second-factor-over");
    let Authenticator { secret, .. } = known.filter(|known| known.is_being_set_up(now)).ok_or_else(|| over.clone())?;
    let Some(Proof::Code(code)) = Proof::read(&form.code) else {
        return render(&cx, form, Errors::one("code", "account-error-code-shape")).await;
    };
    let Some(step) = totp::step(&secret, &code, now)? else {
        return render(&cx, form, Errors::one("code", "account-error-code-first")).await;
    };
    let codes = changes::set(&mut tx, me, &secret, step, now).await?.ok_or(over)?;
    session::stale(&mut tx, me).await?;
    let cookie = session::raise(&mut tx, &cx.app, cx.me(), Shown::SecondFactor).await?.ok_or(AppError::SignInNeeded)?;
    audit::record(&mut tx, &cx.app.clock, Some(me), Action::SecondFactorSet, me, json!({})).await?;
    let news = Job::SecondFactorNews { member: me, news: SecondFactorNews::Set };
    jobs::enqueue(&mut tx, &cx.app.clock, &news).await?;
    tx.commit().await?;
    let mut response = show_codes(&cx, codes)?;
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response)
}

/// `POST /account/second-factor/remove`
pub async fn remove(cx: FreshCx) -> Result<Response> {
    let me = cx.me().id;
    let mut tx = cx.write().await?;
    if changes::remove(&mut tx, me).await? {
        audit::record(&mut tx, &cx.app.clock, Some(me), Action::SecondFactorRemoved, me, json!({})).await?;
        let news = Job::SecondFactorNews { member: me, news: SecondFactorNews::Removed };
        jobs::enqueue(&mut tx, &cx.app.clock, &news).await?;
    }
    tx.commit().await?;
    Ok(go(&cx, ADDRESS, Some(Flash::SecondFactorRemoved)))
}

fn show_codes(cx: &MemberCx, codes: Vec<String>) -> Result<Response> {
    show(&CodesPage { page: Page::new(cx, "account/recovery_codes").typed(ADDRESS), codes })
}

async fn render(cx: &MemberCx, form: SetForm, errors: Errors) -> Result<Response> {
    let stand = stand(cx).await?;
    let form_address = matches!(stand, Stand::SettingUp { .. }).then_some(ADDRESS);
    let page = Page::new(cx, "account/second_factor").typed(form_address);
    let is_shown = cx.me().second_factor;
    show_with(errors.status(), &SecondFactorPage { page, form, errors, stand, is_shown })
}

async fn stand(cx: &MemberCx) -> Result<Stand> {
    let (me, mut tx) = (cx.me().id, cx.read().await?);
    let Some(known) = queries::of(&mut tx, me).await? else { return Ok(Stand::None) };
    if let Some(since) = known.confirmed_at {
        return Ok(Stand::Set { since, codes_left: queries::codes_left(&mut tx, me).await? });
    }
    // The secret is for who showed a moment ago who they are.
    if !cx.me().fresh || !known.is_being_set_up(cx.app.clock.now()) {
        return Ok(Stand::None);
    }
    let profile = super::queries::profile(&mut tx, me).await?.ok_or(AppError::NotFound)?;
    let link = totp::address(&known.secret, &cx.app.site_name, &profile.email)?;
    Ok(Stand::SettingUp { qr: Qr::of(&link)?, secret: in_groups(&totp::base32(&known.secret)?), link })
}

/// In groups of four, as a person types it.
fn in_groups(secret: &str) -> String {
    let letters: Vec<_> = secret.chars().collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}
