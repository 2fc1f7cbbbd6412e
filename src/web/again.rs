//! A page shown again, with all that was typed, because its reader chose another language or other colours.
//!
//! The buttons of those choices belong to the page's own form and send [`SHOW_IN`] or [`SHOW_AS`] with it. Such a
//! request asks for nothing else: `web::routes` never hands it to the handler that makes the change, so no handler can
//! forget to leave the change be. The other fields here are what the page says of itself: the errors it showed, the
//! problem it told of. No form of a room may use their names.

use crate::app::App;
use crate::error::AppError;
use crate::i18n::Locale;
use crate::web::cookies::{self, Name};
use crate::web::cx::Cx;
use crate::web::form::Errors;
use crate::web::page::{go, local_address};
use crate::web::problem::Problem;
use crate::web::theme::Theme;
use axum::body::Bytes;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{HeaderValue, SET_COOKIE};
use std::sync::Arc;

/// The language that was chosen.
const SHOW_IN: &str = "show_in";
/// The colours that were chosen.
const SHOW_AS: &str = "show_as";
/// The errors that the page showed ([`Errors::packed`]).
const SHOWN_ERRORS: &str = "shown_errors";
/// The problem that the page told of ([`Problem::packed`]).
const SHOWN_PROBLEM: &str = "shown_problem";
/// Where a form goes that is only being offered again.
const KEPT_FOR: &str = "kept_for";

const OURS: [&str; 5] = [SHOW_IN, SHOW_AS, SHOWN_ERRORS, SHOWN_PROBLEM, KEPT_FOR];

/// How long a choice is kept, in seconds: a year.
const KEPT: i64 = 365 * 24 * 3600;

/// A wish to see the page again, and what it showed.
#[derive(Clone, Debug, Default)]
pub struct Again {
    pub language: Option<Locale>,
    pub theme: Option<Theme>,
    pub errors: Errors,
    pub kept_for: Option<String>,
    problem: Option<Problem>,
}

impl Again {
    /// Parts a form's body into what was typed and the wish to see it again, if that is what the request is about.
    pub fn part(body: &Bytes) -> (Bytes, Option<Self>) {
        let mut typed: Vec<&[u8]> = Vec::new();
        let mut ours: Vec<(String, String)> = Vec::new();
        for pair in body.split(|byte| *byte == b'&') {
            let decoded: Vec<(String, String)> = serde_html_form::from_bytes(pair).unwrap_or_default();
            match decoded.into_iter().next().filter(|(name, _)| OURS.contains(&name.as_str())) {
                Some(pair) => ours.push(pair),
                None => typed.push(pair),
            }
        }
        if ours.is_empty() {
            return (body.clone(), None);
        }
        let value = |wanted| ours.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
        let is_wish = value(SHOW_IN).is_some() || value(SHOW_AS).is_some();
        let again = Self {
            // A choice that does not exist is still no change.
            language: value(SHOW_IN).and_then(Locale::from_tag),
            theme: value(SHOW_AS).and_then(Theme::from_word),
            errors: value(SHOWN_ERRORS).map(Errors::unpacked).unwrap_or_default(),
            kept_for: value(KEPT_FOR).map(|address| local_address(address).to_owned()),
            problem: value(SHOWN_PROBLEM).and_then(Problem::unpacked),
        };
        (typed.join(&b"&"[..]).into(), is_wish.then_some(again))
    }

    /// The cookies that keep the choice.
    pub fn cookies(&self, app: &App) -> impl Iterator<Item = HeaderValue> {
        let language = self.language.map(|locale| language_cookie(app, locale));
        let theme = self.theme.map(|theme| theme_cookie(app, theme));
        language.into_iter().chain(theme)
    }
}

/// The cookie that keeps a chosen language.
pub fn language_cookie(app: &App, locale: Locale) -> HeaderValue {
    cookies::set(app, Name::Language, locale.tag(), Some(KEPT))
}

/// The cookie that keeps chosen colours; the system's own need none.
pub fn theme_cookie(app: &App, theme: Theme) -> HeaderValue {
    match theme {
        Theme::System => cookies::clear(app, Name::Appearance),
        Theme::Light | Theme::Dark => cookies::set(app, Name::Appearance, theme.word(), Some(KEPT)),
    }
}

/// The middleware: a page that told of a problem tells of it again, whatever its address would do now.
pub async fn problems(request: Request, next: Next) -> Response {
    let problem = request.extensions().get::<Cx>().and_then(|cx| cx.again.as_ref()?.problem.clone());
    let Some(problem) = problem else { return next.run(request).await };
    let mut response = StatusCode::OK.into_response();
    response.extensions_mut().insert(problem);
    response
}

/// What a change without a form answers to such a wish: nothing was typed, so the page before will do.
pub async fn stay(cx: Cx) -> Result<Response, AppError> {
    Ok(go(&cx, cx.came_from.as_deref().unwrap_or("/"), None))
}

/// The wish of a request, as its context holds it.
pub type Wish = Option<Arc<Again>>;

/// Adds the cookies of the wish to the answer, if the request was one of ours at all.
pub fn remember(cx: &Cx, response: &mut Response) {
    let is_foreign = matches!(response.extensions().get::<AppError>(), Some(AppError::CrossSite));
    if let (Some(again), false) = (&cx.again, is_foreign) {
        for cookie in again.cookies(&cx.app) {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(body: &'static str) -> (String, Option<Again>) {
        let (typed, again) = Again::part(&Bytes::from_static(body.as_bytes()));
        (String::from_utf8(typed.to_vec()).expect("text"), again)
    }

    #[test]
    fn a_wish_is_known_however_its_name_is_written_and_the_rest_stays_byte_for_byte() {
        for body in ["a=1%20&show_in=nl&b=%C3%A9+x", "a=1%20&sho%77_in=nl&b=%C3%A9+x", "show_in=nl&a=1%20&b=%C3%A9+x"] {
            let (typed, again) = part(body);
            assert_eq!(typed, "a=1%20&b=%C3%A9+x", "{body}");
            assert_eq!(again.expect(body).language, Some(Locale::Nl));
        }
        assert!(part("a=1&show_in").1.is_some(), "a name without a value is a wish as well");
        assert!(part("show_in=tlh&a=1").1.is_some(), "a language that we lack is no reason to act");
        assert_eq!(part("show_as=dark").1.expect("a wish").theme, Some(Theme::Dark));
    }

    #[test]
    fn without_a_wish_the_form_is_as_it_came_less_what_the_page_said_of_itself() {
        let (typed, again) = part("title=show_in&body=x%26show_in%3Dnl&shown_errors=title+form-error-required+0");
        assert_eq!(typed, "title=show_in&body=x%26show_in%3Dnl");
        assert!(again.is_none());
        assert_eq!(part("").0, "");
    }

    #[test]
    fn what_a_page_says_of_itself_cannot_lead_elsewhere_or_say_what_we_do_not_say() {
        let (_, again) =
            part("show_in=nl&kept_for=//evil.example&shown_errors=title+Click+0;x+form-error-email+0&shown_problem=x");
        let again = again.expect("a wish");
        assert_eq!(again.kept_for.as_deref(), Some("/"));
        let keys: Vec<_> = again.errors.iter().map(|error| error.key).collect();
        assert_eq!(keys, ["form-error-email"]);
        assert!(again.problem.is_none());
    }
}
