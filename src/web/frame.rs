//! The frame around every request: who asks and in which language before, the page for what went wrong after.
//!
//! What a person typed is kept here: the body of a form is held until the answer is known, so that a lost session, a
//! missing right or a database that is away gives a page from which the very same text can be sent again.

use crate::access::Viewer;
use crate::app::App;
use crate::auth::session;
use crate::error::AppError;
use crate::i18n::Locale;
use crate::web::again::{self, Again};
use crate::web::cookies::{self, Name};
use crate::web::cx::Cx;
use crate::web::flash::Flash;
use crate::web::form::Carried;
use crate::web::network::Network;
use crate::web::problem::{self, Problem};
use crate::web::theme::Theme;
use crate::web::{even, guard, page, rules};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, CONTENT_TYPE, HeaderValue, REFERER, SET_COOKIE};
use http::{HeaderMap, Method, Uri};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tower_http::csrf::ProtectionError;
use uuid::Uuid;

/// The most that a form may send, in bytes: an article of 200 kB in percent encoding, and room to spare.
pub const MAX_FORM: usize = 1024 * 1024;

/// How long looking up a session may take; a database that hangs is told of as quickly as one that is gone.
const SESSION_LIMIT: Duration = Duration::from_millis(2500);

/// What forms are sent as.
const FORM_TYPE: &str = "application/x-www-form-urlencoded";

/// What forms with files in them are sent as.
const FILES_TYPE: &str = "multipart/form-data";

/// The middleware.
pub async fn frame(State(app): State<App>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let (asked, address) = part_language(request.uri());
    let asked = asked.filter(|_| request.method().is_safe());
    let locale = asked.or_else(|| chosen_language(&app, request.headers()));
    let mut cx = Cx {
        locale: locale.unwrap_or_else(|| browser_language(request.headers())),
        viewer: Viewer::Nobody,
        theme: Theme::chosen(request.headers(), &app),
        language_asked: asked,
        address,
        flash: cookies::read(request.headers(), &app, Name::Flash).as_deref().and_then(Flash::from_key),
        came_from: came_from(&app, request.headers()),
        is_answer: !request.method().is_safe(),
        again: None,
        request_id: request.extensions().get::<Uuid>().copied().unwrap_or_default(),
        is_held_back: false,
        network: Network::of(request.extensions(), request.headers(), app.limits().trusted_proxies.as_ref()),
        app,
    };
    let has_flash = cx.flash.is_some();
    let mut typed = None;
    let mut turned = None;
    let response = match enter(&mut cx, locale.is_some(), request, (&mut typed, &mut turned)).await {
        Ok(request) => next.run(request).await,
        Err(error) => error.into_response(),
    };
    let mut response = match (trouble(&response), response.extensions().get::<Problem>()) {
        (Some(AppError::RulesNeeded), _) if !cx.is_answer => rules::lead(&cx, &cx.address),
        (Some(error), _) => problem::page(&cx, error, typed, response.headers()),
        (None, Some(problem)) => problem::page_again(&cx, problem, typed),
        (None, None) => response,
    };
    again::remember(&cx, &mut response);
    if response.extensions().get::<page::Rendered>().is_some() {
        response.headers_mut().insert(CONTENT_LANGUAGE, HeaderValue::from_static(cx.locale.tag()));
    }
    if has_flash && response.extensions().get::<page::Rendered>().is_some() {
        response.headers_mut().append(SET_COOKIE, cookies::clear(&cx.app, Name::Flash));
    }
    // A handler that sets the session's cookie itself had the last word on it.
    if let Some(cookie) = turned.filter(|_| !cookies::sets(&response, &cx.app, Name::Session)) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    // To a member who owes an agreement both look the same, and take as long.
    if matches!(response.extensions().get::<AppError>(), Some(AppError::NotFound | AppError::RulesNeeded)) {
        even::out(cx.app.beat(), begun).await;
    }
    response
}

/// Learns who asks and takes the body in, or says why the request goes no further. Beside it, what was typed, and the
/// cookie of a session whose secret turned.
async fn enter(
    cx: &mut Cx,
    language_chosen: bool,
    request: Request,
    (typed, turned): (&mut Option<Carried>, &mut Option<HeaderValue>),
) -> Result<Request, AppError> {
    guard::check_address(&request)?;
    let (mut parts, body) = request.into_parts();
    let secret = cookies::read(&parts.headers, &cx.app, Name::Session);
    guard::check_origin(&parts, secret.is_some())?;
    let mut brought = take_body(&parts.method, &parts.headers, body).await?;
    let mut language_chosen = language_chosen;
    if let Brought::Form(bytes) = &mut brought {
        guard::check_body(bytes)?;
        let (rest, wish) = Again::part(bytes);
        *bytes = rest;
        *typed = Some(Carried::new(&cx.address, bytes.clone()));
        if let Some(wish) = wish {
            language_chosen |= wish.language.is_some();
            cx.locale = wish.language.unwrap_or(cx.locale);
            cx.theme = wish.theme.unwrap_or(cx.theme);
            cx.again = Some(Arc::new(wish));
        }
    }
    if let Some(secret) = secret {
        (cx.viewer, *turned) = tokio::time::timeout(SESSION_LIMIT, session::viewer(&cx.app, &secret))
            .await
            .map_err(|_| AppError::Unavailable("the session could not be looked up in time".into()))??;
        if let (Some(me), false) = (cx.viewer.me(), language_chosen) {
            cx.locale = me.language;
        }
    }
    parts.extensions.insert(cx.clone());
    Ok(Request::from_parts(parts, brought.into_body()))
}

/// What a request brought.
enum Brought {
    Nothing,
    /// A form, taken in whole.
    Form(Bytes),
    /// A form with files in it. It may be large, so it is read by the route that wants it and by no other; no browser can
    /// give a file back, so nothing of it is kept.
    Files(Body),
}

impl Brought {
    fn into_body(self) -> Body {
        match self {
            Self::Nothing => Body::empty(),
            Self::Form(bytes) => Body::from(bytes),
            Self::Files(body) => body,
        }
    }
}

/// Whether a request says that it brings files.
pub fn brings_files(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case(FILES_TYPE))
}

/// The whole body of a form; nothing of a request that has none to offer.
async fn take_body(method: &Method, headers: &HeaderMap, body: Body) -> Result<Brought, AppError> {
    if method.is_safe() {
        return Ok(Brought::Nothing);
    }
    if brings_files(headers) {
        return Ok(Brought::Files(body));
    }
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_form = kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case(FORM_TYPE));
    let bytes = to_bytes(body, MAX_FORM).await.map_err(|error| {
        let too_large = std::error::Error::source(&error)
            .is_some_and(<dyn std::error::Error + 'static>::is::<http_body_util::LengthLimitError>);
        if too_large { AppError::TooLarge } else { AppError::BadRequest("error-bad-request-cut-off") }
    })?;
    if bytes.is_empty() || is_form {
        Ok(Brought::Form(bytes))
    } else {
        Err(AppError::BadRequest("error-bad-request-no-form"))
    }
}

/// The error that an answer stands for, when it has no page yet.
fn trouble(response: &Response) -> Option<AppError> {
    if let Some(error) = response.extensions().get::<AppError>() {
        return Some(error.clone());
    }
    if response.extensions().get::<ProtectionError>().is_some() {
        return Some(AppError::CrossSite);
    }
    let status = response.status();
    let is_bare =
        (status.is_client_error() || status.is_server_error()) && !response.headers().contains_key(CONTENT_TYPE);
    is_bare.then(|| AppError::from_status(status))
}

/// The path of the page that led here, as far as the browser tells and it is ours.
fn came_from(app: &App, headers: &HeaderMap) -> Option<Arc<str>> {
    let referer = headers.get(REFERER)?.to_str().ok()?;
    let path = referer.strip_prefix(&app.public_url)?;
    (page::local_address(path) == path).then(|| path.into())
}

/// The name of the parameter that asks for a language.
const LANGUAGE: &str = "lang";

/// The language that an address asks for, for this one view (what others link to must not depend on who follows), and
/// path and query without it: going back there after choosing another, the choice has to count. Of several the first
/// counts, known or not.
fn part_language(uri: &Uri) -> (Option<Locale>, Arc<str>) {
    let Some(query) = uri.query().filter(|query| !query.is_empty()) else { return (None, uri.path().into()) };
    let (mut asked, mut kept): (Option<String>, Vec<&str>) = (None, Vec::new());
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let decoded: Vec<(String, String)> = serde_html_form::from_str(pair).unwrap_or_default();
        match decoded.into_iter().next() {
            Some((name, tag)) if name == LANGUAGE => asked = asked.or(Some(tag)),
            _ => kept.push(pair),
        }
    }
    let rest = if kept.is_empty() { uri.path().into() } else { format!("{}?{}", uri.path(), kept.join("&")).into() };
    (asked.as_deref().and_then(Locale::from_tag), rest)
}

fn chosen_language(app: &App, headers: &HeaderMap) -> Option<Locale> {
    cookies::read(headers, app, Name::Language).as_deref().and_then(Locale::from_tag)
}

fn browser_language(headers: &HeaderMap) -> Locale {
    headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .and_then(Locale::from_accept_language)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_an_address_is_taken_out_of_it_however_it_is_written() {
        for (address, language, rest) in [
            ("/x", None, "/x"),
            ("/x?", None, "/x"),
            ("/x?&&", None, "/x"),
            ("/x?lang=nl", Some(Locale::Nl), "/x"),
            ("/x?l%61ng=nl", Some(Locale::Nl), "/x"),
            ("/x?lang=%6el", Some(Locale::Nl), "/x"),
            ("/x?lang=x&lang=nl", None, "/x"),
            ("/x?lang=en&lang=nl", Some(Locale::En), "/x"),
            ("/x?lang=", None, "/x"),
            ("/x?lang", None, "/x"),
            ("/x?a=1&lang=nl&&b=%20+2&a=lang", Some(Locale::Nl), "/x?a=1&b=%20+2&a=lang"),
            ("/x?language=nl&Lang=nl&%zz&=", None, "/x?language=nl&Lang=nl&%zz&="),
            ("https://polder.example/x?lang=nl", Some(Locale::Nl), "/x"),
        ] {
            let uri = address.parse().expect("an address");
            assert_eq!(part_language(&uri), (language, rest.into()), "{address}");
        }
    }
}
