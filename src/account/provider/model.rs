//! What somebody goes to the provider for, and why an answer may not count.

use crate::auth::provider::Fault;
use crate::web::form::Errors;
use crate::web::later;
use chrono::{DateTime, TimeDelta, Utc};

/// How long somebody may be away at the provider.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(10);

/// The longest form that is kept for so long, in bytes; the table has the same limit.
pub const LONGEST_CARRIED: usize = 262_144;

/// What somebody goes there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    SignIn,
    /// Links the account of this session.
    Link,
    /// Shows anew who one is, in this session.
    Confirm,
}

impl Purpose {
    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Link => "link",
            Self::Confirm => "confirm",
        }
    }

    /// The purpose of a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::SignIn, Self::Link, Self::Confirm].into_iter().find(|purpose| purpose.word() == word)
    }
}

/// Why nothing came of it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Never asked, asked too long ago, answered before, or asked in another browser or session.
    #[error("an answer to nothing that was asked here")]
    Over,
    /// The person, or the provider, said no.
    #[error("the provider said no")]
    Denied,
    /// It told of an error.
    #[error("the provider told of an error")]
    Failed,
    #[error("{0}")]
    Fault(#[from] Fault),
    /// Linked to no account.
    #[error("nobody here")]
    Unknown,
    /// The account has no access.
    #[error("an account without access")]
    NoAccess,
    /// Linked to another account, or the account to somebody else there.
    #[error("linked otherwise")]
    Taken,
    /// Somebody else there than the account is linked to.
    #[error("somebody else")]
    SomebodyElse,
    /// The form that was to come along is too long.
    #[error("a form too long to keep")]
    TooLong,
    /// Too many from this network, or too many mails to this address.
    #[error("a limit was reached")]
    Paused(DateTime<Utc>),
}

impl Refusal {
    /// The sentence that tells of it, beside the button.
    pub fn errors(&self) -> Errors {
        let key = match self {
            Self::Over => "account-error-provider-over",
            Self::Denied => "account-error-provider-denied",
            Self::Failed | Self::Fault(Fault::Untrue(_)) => "account-error-provider-untrue",
            Self::Fault(Fault::Away(_)) => "account-error-provider-away",
            Self::Unknown => "account-error-provider-unknown",
            Self::NoAccess => "account-error-provider-no-access",
            Self::Taken => "account-error-provider-taken",
            Self::SomebodyElse => "account-error-provider-somebody-else",
            Self::TooLong => "account-error-provider-too-long",
            Self::Paused(until) => return later::error("provider", "account-error-provider-paused", *until),
        };
        Errors::one("provider", key)
    }

    /// Writes it down. Whom it concerned stays out of the log, and a limit was logged where it was met.
    pub fn log(&self) {
        if !matches!(self, Self::Paused(_) | Self::TooLong) {
            tracing::warn!(reason = %self, "an answer of the provider was refused");
        }
    }
}
