//! Signing in. A wrong password, an unknown address and an account without a password get the same answer after the
//! same work; who has no access any more reads so, with the right password only. What somebody had typed when their
//! session ended comes along and is offered back.

use super::{asleep, queries};
use crate::access::Viewer;
use crate::audit::{self, Action};
use crate::auth::session::{self, Method, Start};
use crate::auth::{agent, device, limits, lost_factor, password, relying_party};
use crate::db::WriteTx;
use crate::error::Result;
use crate::jobs::{self, AccountNews, Job};
use crate::join;
use crate::web::characters;
use crate::web::cookies::{self, Name};
use crate::web::cx::Cx;
use crate::web::flash::Flash;
use crate::web::form::{Carried, Errors, Form};
use crate::web::later;
use crate::web::page::{Page, go, local_address, show, show_with};
use crate::web::query::Query;
use crate::web::rules;
use askama::Template;
use axum::body::Bytes;
use axum::response::Response;
use http::HeaderMap;
use http::header::SET_COOKIE;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SignInForm {
    email: String,
    password: String,
    /// Where to go on; an address of our own.
    back: String,
    /// The form that was sent without a session, as its body was.
    carried: String,
    /// `yes` if such a form was sent, which may have no fields at all.
    resend: String,
    /// The answer of a passkey, where one is used.
    answer: String,
}

impl SignInForm {
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

/// Who enters, and by which way.
pub struct Entry {
    pub member: Uuid,
    pub start: Start,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    back: String,
}

#[derive(Template)]
#[template(path = "account/sign_in.html")]
struct SignInPage {
    page: Page,
    form: SignInForm,
    errors: Errors,
    has_passkeys: bool,
    /// What members call the provider with which they can sign in.
    provider: Option<String>,
}

/// What had to be done before a form could be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    SignIn,
    SecondFactor,
    Rules,
}

#[derive(Template)]
#[template(path = "account/go_on.html")]
struct GoOnPage {
    page: Page,
    after: After,
    kept: Carried,
}

/// `GET /account/sign-in`
pub async fn get(cx: Cx, Query(wanted): Query<Wanted>) -> Result<Response> {
    let form = SignInForm { back: wanted.back, ..SignInForm::default() };
    render(&cx, form, Errors::default())
}

/// The page again, with what was typed but the password; nobody tries to sign in. Also the page that offers a form
/// again after signing in: its fields are those of that form.
pub async fn again(cx: Cx, body: Bytes) -> Result<Response> {
    if let Some(address) = cx.again.as_ref().and_then(|again| again.kept_for.as_deref()) {
        return go_on(&cx, After::SignIn, Carried::new(address, body));
    }
    let form = characters::read(&body).unwrap_or_default();
    render(&cx, form, cx.shown_errors())
}

/// The page with this in its form.
pub fn render(cx: &Cx, form: SignInForm, errors: Errors) -> Result<Response> {
    let page = Page::new(cx, "account/sign_in").typed("/account/sign-in");
    let provider = cx.app.provider().map(|provider| provider.name().to_owned());
    let has_passkeys = relying_party::is_there(&cx.app);
    show_with(errors.status(), &SignInPage { page, form, errors, has_passkeys, provider })
}

/// The page that offers a form again whose step could not be taken before.
pub fn go_on(cx: &Cx, after: After, kept: Carried) -> Result<Response> {
    let address = match after {
        After::SignIn => "/account/sign-in",
        After::SecondFactor => super::second_factor::confirm::ADDRESS,
        After::Rules => rules::ADDRESS,
    };
    show(&GoOnPage { page: Page::new(cx, "account/go_on").typed(address), after, kept })
}

/// `POST /account/sign-in`
pub async fn post(cx: Cx, headers: HeaderMap, Form(mut form): Form<SignInForm>) -> Result<Response> {
    // Before the password is looked at, which is dear and tells whether it is right.
    let app = cx.app.clone();
    let taken = match device::known(&app, &headers, &form.email).await? {
        Some(device) => limits::take(&app, &app.limits().sign_in_at(&device)).await?,
        None => limits::take(&app, &app.limits().sign_in(&form.email, cx.network)).await?,
    };
    if let Some(until) = taken {
        let page = render(&cx, form, later::error("email", "account-error-sign-in-paused", until))?;
        return Ok(later::not_before(until, app.clock.now(), page));
    }
    let known = queries::credentials(&mut *cx.app.db.read(&Viewer::Nobody).await?, form.email.trim()).await?;
    let (member, hash) = known.map_or((None, None), |known| (Some(known.id), known.password_hash));
    let given = std::mem::take(&mut form.password);
    let (Some(member), true) = (member, password::verify(given, hash.clone()).await?) else {
        return render(&cx, form, Errors::one("email", "account-error-sign-in"));
    };
    let mut tx = cx.app.db.write(&Viewer::OnBehalfOf(member)).await?.of_request(cx.request_id);
    // While that was reckoned, another may have been set: what was right then opens nothing now.
    if !queries::has_hash(&mut tx, member, hash.as_deref()).await? {
        drop(tx);
        return render(&cx, form, Errors::one("email", "account-error-sign-in"));
    }
    enter(cx, &headers, tx, Entry { member, start: Method::Password.into() }, form).await
}

/// Begins the session of somebody who proved who they are, and goes on where they were. `tx` is a change in their name.
/// Whoever belongs nowhere any more gets the page that says so, however they came.
///
/// # Errors
/// When the database is away.
pub async fn enter(
    mut cx: Cx,
    headers: &HeaderMap,
    mut tx: WriteTx,
    entry: Entry,
    form: SignInForm,
) -> Result<Response> {
    let member = entry.member;
    if queries::is_gone(&mut tx, member).await? {
        drop(tx);
        return asleep::show(&cx, member).await;
    }
    // Who signs in over another session leaves that one.
    if let Some(former) = cookies::read(headers, &cx.app, Name::Session) {
        session::end(&mut *tx, &former).await?;
    }
    let begun = session::begin(&mut tx, &cx.app, headers, member, entry.start).await?;
    let device = device::know(&mut tx, &cx.app, headers, member).await?;
    let by = json!({ "by": entry.start.method.word() });
    audit::record(&mut tx, &cx.app.clock, Some(member), Action::SignedIn, member, by).await?;
    if !device.is_old {
        let news = AccountNews::NewDevice { device: agent::words(headers), at: cx.app.clock.now() };
        jobs::enqueue(&mut tx, &cx.app.clock, &Job::AccountNews { member, news }).await?;
    }
    let agreed = join::queries::newest_agreement(&mut tx, member).await?;
    let owes_rules = agreed.is_none_or(|agreed| agreed.version < i32::from(cx.app.rules()));
    let waits = lost_factor::open_of(&mut tx, member).await?.is_some();
    let flash = if waits { Flash::RecoveryWaits } else { Flash::SignedIn };
    tx.commit().await?;

    let back = local_address(&form.back).to_owned();
    let kept = Carried::new(&back, Bytes::from(form.carried));
    let mut response = if kept.is_empty() && form.resend != "yes" {
        let on = if owes_rules { rules::asking(&back) } else { back };
        go(&cx, &on, Some(flash))
    } else {
        (cx.viewer, _) = session::viewer(&cx.app, &begun.secret).await?;
        cx.flash = Some(flash);
        go_on(&cx, After::SignIn, kept)?
    };
    response.headers_mut().append(SET_COOKIE, begun.cookie);
    response.headers_mut().append(SET_COOKIE, device.cookie);
    Ok(response)
}
