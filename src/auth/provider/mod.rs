//! The OpenID Connect provider of the installation: sending somebody there, and judging what comes back (authorization
//! code with PKCE; OpenID Connect Core 1.0, RFC 7636, RFC 9207). Who that is here, `account::provider` decides.
//!
//! What the provider publishes about itself is fetched when it is first needed and kept for a day, its keys until one is
//! missing. What depends on one question (nonce, code verifier) is computed from the state and the secret of the browser
//! that asked, so that no table holds it.

mod client;
mod judge;
mod known;
mod settings;

pub use judge::{Answer, Expected, Proven};
pub use settings::{Chosen, Settings};

use crate::auth::secret;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use client::Client;
use known::{Known, OidcClient};
use openidconnect::core::{CoreAuthPrompt, CoreAuthenticationFlow};
use openidconnect::{CsrfToken, Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;

/// How long all that one request asks of the provider may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why nothing came of it. The words are for the log: they hold nothing that the provider made up at length.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It cannot be reached, is too slow, or does not speak as it should. Another time it may.
    #[error("the provider is away: {0}")]
    Away(String),
    /// It answered, and what it said does not hold.
    #[error("{0}")]
    Untrue(String),
}

/// The provider.
pub struct Provider {
    chosen: Chosen,
    redirect: RedirectUrl,
    client: Client,
    known: Mutex<Option<Arc<Known>>>,
    patience: Duration,
}

/// What goes with one question.
pub struct Secrets {
    nonce: String,
    verifier: String,
}

impl Secrets {
    /// Of the question with this state, asked in the browser with this secret.
    pub fn of(state: &str, browser: &str) -> Self {
        let derive = |what: &str| URL_SAFE_NO_PAD.encode(secret::hash(&format!("{what} {browser} {state}")));
        Self { nonce: derive("nonce"), verifier: derive("verifier") }
    }
}

impl Provider {
    /// The provider that was chosen, for a site at this address.
    ///
    /// # Errors
    /// When the public address is none.
    pub fn new(chosen: Chosen, public_url: &str) -> anyhow::Result<Self> {
        let redirect = RedirectUrl::new(format!("{public_url}/account/provider/return"))?;
        let client = Client::new(chosen.is_plain);
        Ok(Self { chosen, redirect, client, known: Mutex::default(), patience: PATIENCE })
    }

    /// The same with another patience.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// What members call it.
    pub fn name(&self) -> &str {
        &self.chosen.name
    }

    /// Its own name for itself, under which identities are kept.
    pub fn issuer(&self) -> &str {
        &self.chosen.issuer
    }

    /// Where to send a browser. With `anew` the provider is to ask who it is even if it knows.
    ///
    /// # Errors
    /// [`Fault::Away`].
    pub async fn question(
        &self,
        state: &str,
        secrets: &Secrets,
        anew: bool,
        now: DateTime<Utc>,
    ) -> Result<String, Fault> {
        let known = self.in_time(self.known(now)).await?;
        let client = self.oidc(&known);
        let verifier = PkceCodeVerifier::new(secrets.verifier.clone());
        let (state, nonce) = (state.to_owned(), secrets.nonce.clone());
        let mut request = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, || CsrfToken::new(state), || Nonce::new(nonce))
            .add_scope(Scope::new("email".into()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        if anew {
            request = request.add_prompt(CoreAuthPrompt::Login).set_max_age(Duration::ZERO);
        }
        Ok(request.url().0.into())
    }

    fn oidc(&self, known: &Known) -> OidcClient {
        known.client(&self.chosen).set_redirect_uri(self.redirect.clone())
    }

    /// Waits no longer than its patience.
    async fn in_time<T>(&self, work: impl Future<Output = Result<T, Fault>>) -> Result<T, Fault> {
        let late = |_| Err(Fault::Away("it took too long".into()));
        tokio::time::timeout(self.patience, work).await.unwrap_or_else(late)
    }
}
