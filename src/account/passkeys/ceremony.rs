//! Asking a browser for a signature, and taking its answer: each question counts once, in the browser that was asked.

use super::changes::{self, Question};
use super::model::{LIFETIME, Purpose, Refusal};
use crate::app::App;
use crate::auth::secret;
use crate::error::{AppError, Result};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

/// Who is asked, where.
pub struct Asked<'a> {
    pub purpose: Purpose,
    /// The id of its session; for signing in, the secret of the cookie by which it is known again.
    pub browser: &'a str,
    /// `None` for signing in.
    pub member: Option<Uuid>,
}

/// Writes down what a browser is asked.
///
/// # Errors
/// When the database is away.
pub async fn begin(app: &App, asked: &Asked<'_>, challenge: &[u8], state: &impl serde::Serialize) -> Result<()> {
    let state = serde_json::to_value(state).map_err(|error| AppError::Internal(error.to_string().into()))?;
    let (challenge, browser) = (secret::hash(&URL_SAFE_NO_PAD.encode(challenge)), secret::hash(asked.browser));
    let ends = app.clock.now() + LIFETIME;
    let question = Question {
        browser_hash: browser,
        member_id: asked.member,
        purpose: asked.purpose.word().to_owned(),
        state,
        expires_at: ends,
    };
    changes::ask(app.db.pool(), &challenge, &question).await?;
    Ok(())
}

/// What was asked when the browser gave this answer, which is used up by it, whatever comes of it.
///
/// # Errors
/// The refusal, if the answer is none to what this browser was asked; [`AppError`] when the database is away.
pub async fn take<S: DeserializeOwned>(app: &App, asked: &Asked<'_>, client_data: &[u8]) -> Result<Result<S, Refusal>> {
    /// The part of the client's data that says what it answers (WebAuthn, 5.8.1).
    #[derive(Deserialize)]
    struct ClientData {
        challenge: String,
    }
    let Ok(ClientData { challenge }) = serde_json::from_slice(client_data) else {
        return Ok(Err(Refusal::Unreadable));
    };
    let challenge = secret::hash(&challenge);
    let kept = changes::answer(app.db.pool(), &challenge).await?;
    let Some(kept) = kept.filter(|kept| kept.expires_at > app.clock.now()) else { return Ok(Err(Refusal::Over)) };
    let is_here = kept.browser_hash == secret::hash(asked.browser)
        && kept.member_id == asked.member
        && kept.purpose == asked.purpose.word();
    if !is_here {
        return Ok(Err(Refusal::Elsewhere));
    }
    Ok(Ok(read(kept.state)?))
}

fn read<S: DeserializeOwned>(state: Value) -> Result<S> {
    serde_json::from_value(state).map_err(|error| AppError::Internal(error.to_string().into()))
}
