//! What can go wrong with a request, and what the visitor is told.
//!
//! A handler returns [`AppError`]; the frame (`web::frame`) turns it into a page in the reader's language. The cause of
//! an unexpected one goes to the log, once, never to the page.

use crate::i18n::known_key;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use std::sync::Arc;

/// What went wrong, by what the visitor can do next.
#[derive(Debug, Clone, thiserror::Error)]
pub enum AppError {
    /// It does not exist, or it does not exist for this viewer: the two look the same.
    #[error("not found")]
    NotFound,
    /// The address exists, with other methods.
    #[error("wrong method")]
    WrongMethod,
    /// Only members come here; after signing in the visitor goes on where they were.
    #[error("sign-in needed")]
    SignInNeeded,
    /// The member is known and may not do this. The key names the sentence that says who may.
    #[error("not allowed: {0}")]
    Forbidden(&'static str),
    /// The member may read or do this in a session that showed a second factor (`auth::session::SECOND_FACTOR_LIMIT`).
    #[error("second factor needed")]
    SecondFactorNeeded,
    /// What guards the account, or a role, is changed only minutes after its strongest factor was shown
    /// (`auth::session::FRESH_LIMIT`).
    #[error("fresh proof needed")]
    FreshProofNeeded,
    /// A newer version of the house rules is in force than the member agreed to.
    #[error("agreement to the house rules needed")]
    RulesNeeded,
    /// A request that another site made in the visitor's name, or that cannot show it was not.
    #[error("refused as coming from another site")]
    CrossSite,
    /// Somebody else was earlier, or the thing moved on. The key names the sentence that says what holds now.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// A mailed link that was used, has run out or never was.
    #[error("link no longer valid")]
    LinkOver,
    /// The same where its owner may know what became of the matter: the first part of the text keys, and what helps now.
    #[error("over: {0}")]
    Over(&'static str, WayOn),
    /// The request cannot be read.
    #[error("bad request: {0}")]
    BadRequest(&'static str),
    /// More was sent than is taken.
    #[error("too large")]
    TooLarge,
    /// The database is away or the work took too long: later it will do.
    #[error("unavailable: {0}")]
    Unavailable(Arc<str>),
    /// A fault of ours.
    #[error("internal: {0}")]
    Internal(Arc<str>),
}

/// What somebody can do instead, whose link is over: the button on that page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayOn {
    SignIn,
    /// Asking to join.
    Join,
}

impl WayOn {
    /// The address, and the key of what the button says.
    pub fn leads_to(self) -> (&'static str, &'static str) {
        match self {
            Self::SignIn => ("/account/sign-in", "account-sign-in"),
            Self::Join => ("/join", "join-nav"),
        }
    }
}

/// What a handler returns.
pub type Result<T, E = AppError> = std::result::Result<T, E>;

impl AppError {
    /// The status that goes with it.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::SignInNeeded => StatusCode::UNAUTHORIZED,
            Self::Forbidden(_)
            | Self::SecondFactorNeeded
            | Self::FreshProofNeeded
            | Self::RulesNeeded
            | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::LinkOver | Self::Over(..) => StatusCode::GONE,
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The error that a bare status stands for, when a layer answered without words.
    pub fn from_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::WrongMethod,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::REQUEST_TIMEOUT => Self::Unavailable("took too long".into()),
            status if status.is_server_error() => Self::Internal(status.as_str().into()),
            _ => Self::BadRequest("error-bad-request-unreadable"),
        }
    }

    /// The first part of the text keys of its page: `<name>-title`, `-text`, `-next`.
    pub fn text_key(&self) -> &'static str {
        match self {
            Self::NotFound => "error-not-found",
            Self::WrongMethod => "error-wrong-method",
            Self::SignInNeeded => "error-sign-in",
            Self::Forbidden(_) => "error-forbidden",
            Self::SecondFactorNeeded => "error-second-factor",
            Self::FreshProofNeeded => "error-fresh-proof",
            Self::RulesNeeded => "error-rules",
            Self::CrossSite => "error-cross-site",
            Self::Conflict(_) => "error-conflict",
            Self::LinkOver => "error-link-over",
            Self::Over(name, _) => name,
            Self::BadRequest(_) => "error-bad-request",
            Self::TooLarge => "error-too-large",
            Self::Unavailable(_) => "error-unavailable",
            Self::Internal(_) => "error-internal",
        }
    }

    /// The error of this kind, with the sentence that says more: a page that told of it may be asked to tell it again.
    pub fn from_text_key(name: &str, detail: Option<&'static str>) -> Option<Self> {
        let detail = detail.unwrap_or_default();
        let all = [
            Self::NotFound,
            Self::WrongMethod,
            Self::SignInNeeded,
            Self::Forbidden(detail),
            Self::SecondFactorNeeded,
            Self::FreshProofNeeded,
            Self::RulesNeeded,
            Self::CrossSite,
            Self::Conflict(detail),
            Self::LinkOver,
            Self::BadRequest(detail),
            Self::TooLarge,
            Self::Unavailable("told again".into()),
            Self::Internal("told again".into()),
        ];
        let Some(found) = all.into_iter().find(|error| error.text_key() == name) else {
            return Self::over(name, detail);
        };
        (found.detail_key() != Some("")).then_some(found)
    }

    /// What is over, told again: its name is the start of texts that exist, its detail what the button says.
    fn over(name: &str, detail: &str) -> Option<Self> {
        let title = known_key(&format!("{name}-title"))?;
        known_key(&format!("{name}-next"))?;
        let way = [WayOn::SignIn, WayOn::Join].into_iter().find(|way| way.leads_to().1 == detail)?;
        Some(Self::Over(title.strip_suffix("-title")?, way))
    }

    /// What helps now, where the page for it has a button.
    pub fn way_on(&self) -> Option<WayOn> {
        match self {
            Self::Over(_, way) => Some(*way),
            _ => None,
        }
    }

    /// The key of a sentence that says more than its kind does.
    pub fn detail_key(&self) -> Option<&'static str> {
        match self {
            Self::Forbidden(key) | Self::Conflict(key) | Self::BadRequest(key) => Some(key),
            _ => None,
        }
    }
}

impl From<sqlx::Error> for AppError {
    fn from(error: sqlx::Error) -> Self {
        if crate::db::is_unavailable(&error) {
            Self::Unavailable(error.to_string().into())
        } else {
            Self::Internal(error.to_string().into())
        }
    }
}

impl From<anyhow::Error> for AppError {
    fn from(error: anyhow::Error) -> Self {
        Self::Internal(format!("{error:#}").into())
    }
}

impl From<askama::Error> for AppError {
    fn from(error: askama::Error) -> Self {
        Self::Internal(error.to_string().into())
    }
}

/// A bare answer that carries the error; the frame gives it its page.
impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
