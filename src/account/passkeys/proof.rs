//! Proving with a passkey who one is: asking a browser, and judging its answer. The same for signing in, where the device
//! says whose it is, and for confirming, where that is known.

use super::ceremony::{self, Asked};
use super::model::{Purpose, Refusal};
use super::{changes, queries};
use crate::access::Viewer;
use crate::db::WriteTx;
use crate::error::{AppError, Result};
use crate::web::cx::Cx;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use uuid::Uuid;
use webauthn_rs::prelude::{DiscoverableAuthentication, DiscoverableKey, Passkey, PublicKeyCredential};

/// What a browser is asked to sign; with `allowed`, by one of these and no other.
///
/// # Errors
/// When the site has no name for it, or the database is away.
pub async fn begin(cx: &Cx, asked: &Asked<'_>, allowed: &[Vec<u8>]) -> Result<Value> {
    let fault = |error: webauthn_rs::prelude::WebauthnError| AppError::Internal(error.to_string().into());
    let (options, state) = super::site(cx)?.start_discoverable_authentication().map_err(fault)?;
    ceremony::begin(&cx.app, asked, &options.public_key.challenge, &state).await?;
    let mut options = json!(options);
    if let Some(Value::Object(wanted)) = options.get_mut("publicKey") {
        wanted.insert("allowCredentials".into(), descriptors(allowed));
    }
    Ok(options)
}

/// These passkeys, as a browser is told of them.
pub fn descriptors(ids: &[Vec<u8>]) -> Value {
    ids.iter().map(|id| json!({ "type": "public-key", "id": URL_SAFE_NO_PAD.encode(id) })).collect()
}

/// Whose passkey gave a right answer; the change in which its use was noted goes on in that member's name.
pub struct Proven {
    pub member: Uuid,
    pub tx: WriteTx,
}

/// Judges an answer. `Ok(Err)` is a refusal, after which nothing is changed but that the question is over.
///
/// # Errors
/// When the database is away.
pub async fn finish(cx: &Cx, asked: &Asked<'_>, answer: &str) -> Result<Result<Proven, Refusal>> {
    if answer.is_empty() {
        return Ok(Err(Refusal::Nothing));
    }
    let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(answer) else {
        return Ok(Err(Refusal::Unreadable));
    };
    let site = super::site(cx)?;
    let state: DiscoverableAuthentication =
        match ceremony::take(&cx.app, asked, answer.response.client_data_json.as_ref()).await? {
            Ok(state) => state,
            Err(refusal) => return Ok(Err(refusal)),
        };
    let named = answer.get_user_unique_id().map(|handle| Uuid::from_slice(handle).ok());
    let member = match (asked.purpose, asked.member, named) {
        (Purpose::SignIn, _, Some(Some(named))) => named,
        (Purpose::Confirm, Some(member), None) => member,
        (Purpose::Confirm, Some(member), Some(named)) if named == Some(member) => member,
        _ => return Ok(Err(Refusal::Unknown)),
    };
    let mut tx = cx.app.db.write(&Viewer::OnBehalfOf(member)).await?.of_request(cx.request_id);
    let credential = answer.get_credential_id();
    let (id, kept) = match queries::held(&mut tx, member, credential).await? {
        Some((id, kept)) => (Some(id), kept),
        // Somebody without access is told so, once the answer is verified like any other.
        None if asked.purpose == Purpose::SignIn => match queries::of_gone(&mut tx, member, credential).await? {
            Some(kept) => (None, kept),
            None => return Ok(Err(Refusal::Unknown)),
        },
        None => return Ok(Err(Refusal::Unknown)),
    };
    let mut passkey: Passkey =
        serde_json::from_value(kept).map_err(|error| AppError::Internal(error.to_string().into()))?;
    let result = match site.finish_discoverable_authentication_v2(&answer, state, DiscoverableKey::from(&passkey)) {
        Ok(result) => result,
        Err(error) => return Ok(Err(error.into())),
    };
    passkey.update_credential(&result);
    // Nothing is written to the account of somebody without access.
    if let Some(id) = id {
        changes::used(&mut tx, id, &json!(passkey), result.backup_state(), cx.app.clock.now()).await?;
    }
    Ok(Ok(Proven { member, tx }))
}
