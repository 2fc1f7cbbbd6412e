//! What a passkey is to its owner, and why an answer of a browser may not count.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;
use webauthn_rs::prelude::WebauthnError;

/// So many passkeys can a member have.
pub const MOST: i64 = 20;

/// How long a browser has to answer.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(5);

/// The longest name of a passkey, in characters.
pub const LONGEST_NAME: usize = 60;

/// A passkey as its owner sees it.
pub struct Shown {
    pub id: Uuid,
    pub name: String,
    /// Synced by its provider, so that it is on several devices and outlives each.
    pub backed_up: bool,
    pub created_at: DateTime<Utc>,
    pub last_used_at: Option<DateTime<Utc>>,
}

/// What a browser is asked to sign for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    SignIn,
    Add,
    Confirm,
}

impl Purpose {
    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Add => "add",
            Self::Confirm => "confirm",
        }
    }
}

/// Why an answer does not count.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// None was sent: a browser without a script, or one that cannot.
    #[error("no answer")]
    Nothing,
    #[error("an answer that cannot be read")]
    Unreadable,
    /// Never asked, asked too long ago, or answered before.
    #[error("an answer to nothing that is asked now")]
    Over,
    /// Asked in another browser, in another session, or for another purpose.
    #[error("an answer to what was asked of somebody else")]
    Elsewhere,
    /// Nobody's, or not this member's.
    #[error("a passkey that is not here")]
    Unknown,
    /// The count of its uses went back: there may be two of what can only be one.
    #[error("a signature counter that went back")]
    Counter,
    #[error("{0}")]
    Invalid(String),
    /// Somebody has it already.
    #[error("a passkey that is here already")]
    Known,
    #[error("more passkeys than a member can have")]
    TooMany,
}

impl From<WebauthnError> for Refusal {
    fn from(error: WebauthnError) -> Self {
        match error {
            WebauthnError::CredentialPossibleCompromise => Self::Counter,
            other => Self::Invalid(other.to_string()),
        }
    }
}

impl Refusal {
    /// The key of the sentence that tells of it.
    pub fn text_key(&self) -> &'static str {
        match self {
            Self::Nothing => "account-error-passkey-nothing",
            Self::Over | Self::Elsewhere => "account-error-passkey-over",
            Self::Unknown => "account-error-passkey-unknown",
            Self::Counter => "account-error-passkey-counter",
            Self::Known => "account-error-passkey-known",
            Self::TooMany => "account-error-passkey-many",
            Self::Unreadable | Self::Invalid(_) => "account-error-passkey",
        }
    }

    /// Writes it down. Whom it concerned stays out of the log.
    pub fn log(&self) {
        if *self != Self::Nothing {
            tracing::warn!(reason = %self, "an answer with a passkey was refused");
        }
    }
}
