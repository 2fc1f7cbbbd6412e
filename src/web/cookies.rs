//! The cookies of the site: the session, the browser in which somebody signed in before, the chosen language and
//! colours, what the next page should say, and by which a browser that signs in with a passkey or at the provider is known
//! again.
//!
//! With a public address in https they are `Secure` and carry the `__Host-` prefix, which browsers give to nobody but
//! this very host (RFC 6265bis, 4.1.3.2). Over plain http on loopback browsers would drop both.

use crate::app::App;
use axum::response::Response;
use cookie::{Cookie, SameSite};
use http::HeaderMap;
use http::header::{COOKIE, HeaderValue, SET_COOKIE};

/// A cookie of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    Session,
    Device,
    Language,
    Appearance,
    Flash,
    Passkey,
    Provider,
}

impl Name {
    fn bare(self) -> &'static str {
        match self {
            Self::Session => "polder-session",
            Self::Device => "polder-device",
            Self::Language => "polder-language",
            Self::Appearance => "polder-appearance",
            Self::Flash => "polder-flash",
            Self::Passkey => "polder-passkey",
            Self::Provider => "polder-provider",
        }
    }

    fn full(self, secure: bool) -> String {
        if secure { format!("__Host-{}", self.bare()) } else { self.bare().to_owned() }
    }
}

/// The value of a cookie that came with a request.
pub fn read(headers: &HeaderMap, app: &App, name: Name) -> Option<String> {
    let wanted = name.full(app.secure());
    headers
        .get_all(COOKIE)
        .iter()
        // Another program on the same host may have set a cookie that is no ASCII; ours are found all the same.
        .map(|line| String::from_utf8_lossy(line.as_bytes()).into_owned())
        .flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
        .find(|cookie| cookie.name() == wanted)
        .map(|cookie| cookie.value().to_owned())
}

/// Whether an answer sets or clears a cookie.
pub fn sets(response: &Response, app: &App, name: Name) -> bool {
    let begin = format!("{}=", name.full(app.secure()));
    response.headers().get_all(SET_COOKIE).iter().any(|line| line.as_bytes().starts_with(begin.as_bytes()))
}

/// The header that sets a cookie for `seconds`; with `None` it goes when the browser closes.
pub fn set(app: &App, name: Name, value: &str, seconds: Option<i64>) -> HeaderValue {
    let mut cookie = Cookie::build((name.full(app.secure()), value.to_owned()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(app.secure())
        .build();
    if let Some(seconds) = seconds {
        cookie.set_max_age(cookie::time::Duration::seconds(seconds));
    }
    // Every value is made here from letters, digits and dashes, so this does not fail.
    HeaderValue::from_str(&cookie.encoded().to_string()).unwrap_or(HeaderValue::from_static(""))
}

/// The header that takes a cookie away.
pub fn clear(app: &App, name: Name) -> HeaderValue {
    set(app, name, "", Some(0))
}
