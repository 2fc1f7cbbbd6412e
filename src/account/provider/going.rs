//! Going to the provider, and being known again afterwards.

use super::changes::{self, Attempt};
use super::model::{LIFETIME, LONGEST_CARRIED, Purpose, Refusal};
use crate::auth::limits;
use crate::auth::provider::{Provider, Secrets};
use crate::auth::secret::{self, Secret};
use crate::error::{AppError, Result};
use crate::web::cookies::{self, Name};
use crate::web::cx::Cx;
use crate::web::page::{Page, local_address, show};
use askama::Template;
use axum::response::Response;
use http::HeaderMap;
use http::header::{HeaderName, HeaderValue, SET_COOKIE};
use uuid::Uuid;

/// The header by which a page leads on. The answer to a form must not redirect to another site: the policy of our pages lets
/// forms go nowhere else, and browsers hold a redirect to it.
const REFRESH: HeaderName = HeaderName::from_static("refresh");

/// Who goes, and what comes along.
pub struct Going<'a> {
    pub purpose: Purpose,
    /// The session of a member.
    pub session: Option<Uuid>,
    /// Where to go on afterwards, the form that was sent before, and whether one was.
    pub brings: (&'a str, &'a str, bool),
    /// The page with the button.
    pub from: &'a str,
}

#[derive(Template)]
#[template(path = "account/provider_go.html")]
struct GoPage {
    page: Page,
    name: String,
    address: String,
}

/// The provider.
///
/// # Errors
/// [`AppError::NotFound`] where there is none.
pub fn provider(cx: &Cx) -> Result<&Provider> {
    cx.app.provider().ok_or(AppError::NotFound)
}

/// The page that leads there.
///
/// # Errors
/// When the database is away.
pub async fn begin(cx: &Cx, headers: &HeaderMap, going: Going<'_>) -> Result<Result<Response, Refusal>> {
    let provider = provider(cx)?;
    let (back, carried, resend) = going.brings;
    if carried.len() > LONGEST_CARRIED {
        return Ok(Err(Refusal::TooLong));
    }
    if let Some(until) = limits::take(&cx.app, &cx.app.limits().begin(cx.network)).await? {
        return Ok(Err(Refusal::Paused(until)));
    }
    // A browser keeps its cookie: two pages that are open there must not end each other's question.
    let browser = cookies::read(headers, &cx.app, Name::Provider).unwrap_or_else(|| Secret::generate().text);
    let (state, now) = (Secret::generate(), cx.app.clock.now());
    let anew = going.purpose == Purpose::Confirm;
    let secrets = Secrets::of(&state.text, &browser);
    let address = match provider.question(&state.text, &secrets, anew, now).await {
        Ok(address) => address,
        Err(fault) => return Ok(Err(fault.into())),
    };
    let attempt = Attempt {
        browser_hash: secret::hash(&browser),
        purpose: going.purpose.word().to_owned(),
        session_id: going.session,
        back: Some(back).filter(|back| back.len() < 2000).map(local_address).unwrap_or_default().to_owned(),
        carried: carried.to_owned(),
        resend,
        asked_at: now,
        expires_at: now + LIFETIME,
    };
    changes::begin(cx.app.db.pool(), &state.hash, &attempt).await?;
    let page = Page::new(cx, "account/provider_go").at(going.from);
    let refresh = HeaderValue::from_str(&format!("0;url={address}"));
    let mut response = show(&GoPage { page, name: provider.name().to_owned(), address })?;
    if let Ok(refresh) = refresh {
        response.headers_mut().insert(REFRESH, refresh);
    }
    response.headers_mut().append(SET_COOKIE, cookies::set(&cx.app, Name::Provider, &browser, None));
    Ok(Ok(response))
}

/// Somebody who is back, in the browser in which they went.
pub struct Back {
    pub purpose: Purpose,
    pub secrets: Secrets,
    pub attempt: Attempt,
}

/// Who went there with this state; `None` if nobody did in this browser, in this session, of late. It is used up either way.
///
/// # Errors
/// When the database is away.
pub async fn come_back(cx: &Cx, headers: &HeaderMap, state: &str) -> Result<Option<Back>> {
    let Some(attempt) = changes::take(cx.app.db.pool(), &secret::hash(state)).await? else { return Ok(None) };
    let browser = cookies::read(headers, &cx.app, Name::Provider).unwrap_or_default();
    let is_same_browser = attempt.browser_hash == secret::hash(&browser);
    let is_same_session = attempt.session_id.is_none() || attempt.session_id == cx.viewer.me().map(|me| me.session);
    let is_in_time = attempt.expires_at > cx.app.clock.now();
    let purpose = Purpose::from_word(&attempt.purpose);
    Ok(purpose.filter(|_| is_same_browser && is_same_session && is_in_time).map(|purpose| {
        let secrets = Secrets::of(state, &browser);
        Back { purpose, secrets, attempt }
    }))
}
