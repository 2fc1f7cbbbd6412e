//! Showing the strongest factor of the account in this session, on the way to what asks for it: the second factor, or the
//! password where there is none.

use super::changes;
use super::model::{Outcome, Proof};
use super::queries;
use crate::account::provider::confirm::shown_at;
use crate::account::{queries as accounts, sign_in};
use crate::audit::{self, Action};
use crate::auth::session::{self, Shown};
use crate::auth::{limits, lost_factor, password, relying_party};
use crate::error::{AppError, Result};
use crate::jobs::{self, AccountNews, Job};
use crate::web::characters;
use crate::web::cx::{Cx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::{Carried, Errors, Form};
use crate::web::later;
use crate::web::page::{Page, go, local_address, show_with};
use crate::web::query::Query;
use askama::Template;
use axum::body::Bytes;
use axum::response::Response;
use chrono::{DateTime, TimeDelta, Utc};
use http::header::SET_COOKIE;
use serde::Deserialize;
use serde_json::json;

/// Where the form is sent.
pub const ADDRESS: &str = "/account/second-factor/confirm";

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ConfirmForm {
    code: String,
    password: String,
    /// Where to go on; an address of our own.
    back: String,
    /// The form that was sent without a second factor, as its body was.
    carried: String,
    /// `yes` if such a form was sent, which may have no fields at all.
    resend: String,
    /// The answer of a passkey, where one is used.
    answer: String,
}

impl ConfirmForm {
    /// The form of somebody who comes back from the provider, with what they had brought to it.
    pub fn brought(back: String, carried: String, resend: bool) -> Self {
        let resend = if resend { "yes".to_owned() } else { String::new() };
        Self { back, carried, resend, ..Self::default() }
    }

    /// Where to go on, the form that was sent before, and whether one was.
    pub fn brings(&self) -> (&str, &str, bool) {
        (&self.back, &self.carried, self.resend == "yes")
    }

    /// The answer of a passkey.
    pub fn answer(&self) -> &str {
        &self.answer
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    back: String,
}

#[derive(Template)]
#[template(path = "account/second_factor_confirm.html")]
struct ConfirmPage {
    page: Page,
    form: ConfirmForm,
    errors: Errors,
    /// Whether there is a second factor to show; otherwise it is the password.
    is_set: bool,
    /// Whether there is a passkey that shows it.
    has_passkey: bool,
    /// The provider at which it is shown, where there is neither a second factor nor a password.
    provider: Option<String>,
    /// Until when no code is taken.
    paused: Option<Pause>,
}

struct Pause {
    until: DateTime<Utc>,
    minutes: i64,
}

/// `GET /account/second-factor/confirm`
pub async fn get(cx: MemberCx, Query(wanted): Query<Wanted>) -> Result<Response> {
    render(&cx, ConfirmForm { back: wanted.back, ..ConfirmForm::default() }, Errors::default()).await
}

/// The page again, with what was typed; no code is taken. Also the page that offers a form again afterwards.
pub async fn again(cx: MemberCx, body: Bytes) -> Result<Response> {
    if let Some(address) = cx.again.as_ref().and_then(|again| again.kept_for.as_deref()) {
        return sign_in::go_on(&cx, sign_in::After::SecondFactor, Carried::new(address, body));
    }
    let errors = cx.shown_errors();
    let form = ConfirmForm { password: String::new(), ..characters::read(&body).unwrap_or_default() };
    render(&cx, form, errors).await
}

/// `POST /account/second-factor/confirm`
pub async fn post(cx: MemberCx, Form(mut form): Form<ConfirmForm>) -> Result<Response> {
    if !cx.me().has_authenticator {
        let password = std::mem::take(&mut form.password);
        return by_password(&cx, form, password).await;
    }
    let Some(proof) = Proof::read(&form.code) else {
        return render(&cx, form, Errors::one("code", "account-error-code-shape")).await;
    };
    let me = cx.me().id;
    let mut tx = cx.write().await?;
    let flash = match changes::prove(&mut tx, me, &proof, cx.app.clock.now()).await? {
        Outcome::ByCode => Flash::SecondFactorShown,
        Outcome::ByRecoveryCode => {
            audit::record(&mut tx, &cx.app.clock, Some(me), Action::RecoveryCodeUsed, me, json!({})).await?;
            let news = Job::AccountNews { member: me, news: AccountNews::RecoveryCodeUsed };
            jobs::enqueue(&mut tx, &cx.app.clock, &news).await?;
            Flash::RecoveryCodeUsed
        }
        Outcome::NoneSet => return render(&cx, form, Errors::default()).await,
        Outcome::Wrong => {
            tx.commit().await?;
            return render(&cx, form, Errors::one("code", "account-error-code")).await;
        }
        Outcome::Paused(until) => {
            tx.commit().await?;
            return too_many(&cx, form, until).await;
        }
    };
    let cookie = session::raise(&mut tx, &cx.app, cx.me(), Shown::SecondFactor).await?.ok_or(AppError::SignInNeeded)?;
    // Whoever can show it has not lost it: they have to know.
    let flash = if lost_factor::open_of(&mut tx, me).await?.is_some() { Flash::RecoveryWaits } else { flash };
    tx.commit().await?;
    let mut response = go_on(&cx, form, flash)?;
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response)
}

/// The password again, of an account that has no second factor. Tries count as those to sign in at a browser that is
/// known: who has the session is no stranger, and must not guess on either.
async fn by_password(cx: &MemberCx, form: ConfirmForm, password: String) -> Result<Response> {
    let me = cx.me();
    if let Some(until) = limits::take(&cx.app, &cx.app.limits().sign_in_at(&me.id.to_string())).await? {
        let page = render(cx, form, later::error("password", "account-error-password-paused", until)).await?;
        return Ok(later::not_before(until, cx.app.clock.now(), page));
    }
    let hash = accounts::password_hash(&mut *cx.read().await?, me.id).await?;
    if !password::verify(password, hash).await? {
        return render(cx, form, Errors::one("password", "account-error-password-wrong")).await;
    }
    let mut tx = cx.write().await?;
    let cookie = session::raise(&mut tx, &cx.app, me, Shown::Password).await?.ok_or(AppError::SignInNeeded)?;
    tx.commit().await?;
    let mut response = go_on(cx, form, Flash::PasswordShown)?;
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response)
}

/// On to where the member came from, or to the form that was sent there.
pub fn go_on(cx: &MemberCx, form: ConfirmForm, flash: Flash) -> Result<Response> {
    let back = if form.back.is_empty() { "/account/second-factor" } else { local_address(&form.back) };
    let kept = Carried::new(back, Bytes::from(form.carried));
    if kept.is_empty() && form.resend != "yes" {
        return Ok(go(cx, back, Some(flash)));
    }
    let cx = Cx { flash: Some(flash), ..Cx::clone(cx) };
    sign_in::go_on(&cx, sign_in::After::SecondFactor, kept)
}

/// The page with 429, and when to come again.
async fn too_many(cx: &MemberCx, form: ConfirmForm, until: DateTime<Utc>) -> Result<Response> {
    Ok(later::not_before(until, cx.app.clock.now(), render(cx, form, Errors::default()).await?))
}

/// The page with this in its form.
pub async fn render(cx: &MemberCx, form: ConfirmForm, errors: Errors) -> Result<Response> {
    let now = cx.app.clock.now();
    let has_passkey = relying_party::is_there(&cx.app) && cx.me().has_passkey;
    let known = queries::of(&mut *cx.read().await?, cx.me().id).await?.filter(|known| known.confirmed_at.is_some());
    let paused = known.as_ref().and_then(|known| known.paused_until(now)).map(|until| Pause {
        until,
        // Rounded up: who comes after so many minutes does not come too early.
        minutes: (until - now + TimeDelta::seconds(59)).num_minutes(),
    });
    let page = Page::new(cx, "account/second_factor_confirm").typed(ADDRESS);
    let provider = shown_at(cx).map(|provider| provider.name().to_owned());
    let is_set = known.is_some();
    show_with(errors.status(), &ConfirmPage { page, form, errors, is_set, has_passkey, provider, paused })
}
