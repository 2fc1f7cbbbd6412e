//! The page of what went wrong: what happened, what is kept, what to do next.

use crate::auth::relying_party;
use crate::error::{AppError, WayOn};
use crate::i18n::{Text, known_key};
use crate::web::cx::Cx;
use crate::web::form::{Carried, Errors};
use crate::web::page::{Page, show_with};
use crate::web::rules as house_rules;
use askama::Template;
use axum::response::{IntoResponse, Response};
use http::header::{ALLOW, HeaderValue, RETRY_AFTER};
use http::{HeaderMap, StatusCode};
use uuid::Uuid;

/// Seconds after which a browser or a crawler may try again when the database is away.
const RETRY_SECONDS: HeaderValue = HeaderValue::from_static("10");

/// What a page told of, to be told again: the error, and the number under which the log has its cause.
#[derive(Clone, Debug)]
pub struct Problem {
    error: AppError,
    number: Uuid,
}

impl Problem {
    /// In one string, to travel with the form of its page (`web::again`).
    fn packed(&self) -> String {
        let button = self.error.way_on().map(|way| way.leads_to().1);
        let detail = self.error.detail_key().or(button).unwrap_or("-");
        format!("{} {detail} {}", self.error.text_key(), self.number)
    }

    /// The problem of such a string; it went through a browser, so it may be none.
    pub fn unpacked(packed: &str) -> Option<Self> {
        let mut words = packed.split(' ');
        let (name, detail, number) = (words.next()?, words.next()?, words.next()?);
        Some(Self { error: AppError::from_text_key(name, known_key(detail))?, number: number.parse().ok()? })
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    title: Text,
    text: Text,
    next: Text,
    detail: Option<Text>,
    request_id: String,
    /// For the switches, so that they keep this page.
    problem: String,
    /// The page of ours that the request came from.
    from: Option<String>,
    /// The address and the text of a button that helps now.
    way_on: Option<(&'static str, &'static str)>,
    /// The key of the sentence that says what became of it.
    what_is_kept: &'static str,
    /// What was typed, to be sent again from this page.
    kept: Option<Carried>,
    sign_in: bool,
    /// Whether the house rules have to be agreed to first.
    rules: bool,
    /// What a second factor that is missing needs: none is missing, or it is to be shown, or to be set up.
    step_up: StepUp,
    status: u16,
    /// Where signing in leads: the page asked for, or where a form was sent.
    back: String,
    packed: String,
    /// Whether there is an app that shows codes, and a passkey, to show the second factor with.
    has_app: bool,
    has_passkey: bool,
    /// Whether passkeys can be used at this address at all.
    can_passkey: bool,
    /// What members call the provider with which they can sign in.
    provider: Option<String>,
    /// Whether it was a change that was sent, so that it is offered again after signing in, even if it has no fields.
    was_sent: bool,
}

/// What a member without a second factor in this session can do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StepUp {
    NotNeeded,
    /// Show it; afterwards the very address is opened again.
    Show,
    /// Show it on this page, which takes along what was sent.
    ShowHere,
    /// The same where the password is the strongest factor of the account.
    PasswordHere,
    /// The same where the provider is.
    ProviderHere,
    SetUp,
}

impl StepUp {
    fn of(error: &AppError, cx: &Cx, was_sent: bool) -> Self {
        let has_one = cx.viewer.me().is_some_and(|me| me.has_authenticator);
        match (error, has_one) {
            (AppError::SecondFactorNeeded | AppError::FreshProofNeeded, true) if was_sent => Self::ShowHere,
            (AppError::FreshProofNeeded, false) if was_sent && cx.is_shown_at_provider() => Self::ProviderHere,
            (AppError::FreshProofNeeded, false) if was_sent => Self::PasswordHere,
            (AppError::SecondFactorNeeded, true) | (AppError::FreshProofNeeded, _) => Self::Show,
            (AppError::SecondFactorNeeded, false) => Self::SetUp,
            _ => Self::NotNeeded,
        }
    }
}

/// The page for an error. `typed` is what the request brought; `earlier` the headers of the bare answer.
pub fn page(cx: &Cx, error: AppError, typed: Option<Carried>, earlier: &HeaderMap) -> Response {
    let problem = Problem { error, number: cx.request_id };
    // The page itself cannot fail for want of anything outside; if it does, the status still tells.
    let mut response = render(cx, &problem, problem.error.status(), typed);
    let error = problem.error;
    if let Some(allow) = earlier.get(ALLOW) {
        response.headers_mut().insert(ALLOW, allow.clone());
    }
    if matches!(error, AppError::Unavailable(_)) {
        response.headers_mut().insert(RETRY_AFTER, RETRY_SECONDS);
    }
    response.extensions_mut().insert(error);
    response
}

/// The same page once more, in the language or the colours that were asked for. Nothing went wrong this time.
pub fn page_again(cx: &Cx, problem: &Problem, typed: Option<Carried>) -> Response {
    render(cx, problem, StatusCode::OK, typed)
}

fn render(cx: &Cx, problem: &Problem, status: StatusCode, typed: Option<Carried>) -> Response {
    let error = &problem.error;
    let texts = cx.texts();
    let name = error.text_key();
    let can_resend = matches!(
        error,
        AppError::SignInNeeded
            | AppError::Forbidden(_)
            | AppError::SecondFactorNeeded
            | AppError::FreshProofNeeded
            | AppError::RulesNeeded
            | AppError::Unavailable(_)
            | AppError::Internal(_)
            | AppError::Conflict(_)
            | AppError::NotFound
            | AppError::LinkOver
            | AppError::Over(..)
    );
    let sign_in = matches!(error, AppError::SignInNeeded);
    let rules = matches!(error, AppError::RulesNeeded);
    let answered = cx.is_answer;
    let was_sent = typed.is_some();
    let step_up = StepUp::of(error, cx, was_sent);
    let can_passkey = relying_party::is_there(&cx.app);
    let kept = typed.filter(|kept| can_resend && !kept.is_empty());
    // Files cannot be sent again: on from there to where their form is.
    let is_lost = rules && !was_sent;
    let back = if is_lost { cx.came_from.as_deref().unwrap_or("/") } else { &cx.address }.to_owned();
    let goes_along =
        sign_in || rules || matches!(step_up, StepUp::ShowHere | StepUp::PasswordHere | StepUp::ProviderHere);
    let what_is_kept = match &kept {
        Some(kept) if kept.has_text() && goes_along => "error-kept-along",
        Some(kept) if kept.has_text() => "error-kept",
        Some(_) if !goes_along => "error-kept-choice",
        _ => "error-nothing-changed",
    };
    let template = ErrorPage {
        // An answer to a form has no address to open again: the switches send the form.
        page: Page::new(cx, "error").typed(match (sign_in, step_up) {
            (true, _) => Some("/account/sign-in"),
            _ if rules => Some(house_rules::ADDRESS),
            (false, StepUp::ShowHere | StepUp::PasswordHere | StepUp::ProviderHere) => {
                Some("/account/second-factor/confirm")
            }
            (false, _) => answered.then_some(&*cx.address),
        }),
        title: texts.text(&format!("{name}-title")),
        text: texts.text(&format!("{name}-text")),
        next: texts.text(&format!("{name}-next")),
        detail: error.detail_key().map(|key| texts.text(key)),
        request_id: problem.number.to_string(),
        problem: problem.packed(),
        from: cx.came_from.as_deref().map(str::to_owned),
        way_on: error.way_on().map(WayOn::leads_to),
        sign_in,
        rules,
        step_up,
        status: error.status().as_u16(),
        back,
        packed: kept.as_ref().map(Carried::packed).unwrap_or_default(),
        what_is_kept,
        kept,
        has_app: cx.viewer.me().is_some_and(|me| me.has_app),
        has_passkey: can_passkey && cx.viewer.me().is_some_and(|me| me.has_passkey),
        can_passkey,
        provider: cx.app.provider().map(|provider| provider.name().to_owned()),
        was_sent,
    };
    show_with(status, &template).unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}
