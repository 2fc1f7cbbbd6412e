//! What the provider publishes about itself, and its keys.

use super::settings::Chosen;
use super::{Fault, Provider};
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{
    CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClient, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
    CoreJsonWebKeySet, CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode,
    CoreResponseType, CoreSubjectIdentifierType,
};
use openidconnect::{
    AdditionalProviderMetadata, AuthType, ClientId, ClientSecret, EndpointMaybeSet, EndpointNotSet, EndpointSet,
    IssuerUrl, ProviderMetadata,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How long what it publishes is believed.
const LASTS: TimeDelta = TimeDelta::days(1);
/// How long its keys are kept at least, however many unknown ones are met: nobody makes us ask more often.
const KEYS_LAST: TimeDelta = TimeDelta::minutes(1);

/// The client of this provider.
pub type OidcClient =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// What is published beside what OpenID Connect Discovery has.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Beside {
    /// RFC 9207: whether each answer names its issuer.
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
}
impl AdditionalProviderMetadata for Beside {}

type Metadata = ProviderMetadata<
    Beside,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// What is known of the provider.
#[derive(Clone)]
pub struct Known {
    metadata: Metadata,
    at: DateTime<Utc>,
    keys_at: DateTime<Utc>,
}

impl Known {
    /// Whether each answer must name its issuer.
    pub fn names_issuer(&self) -> bool {
        self.metadata.additional_metadata().authorization_response_iss_parameter_supported
    }

    /// A client for it.
    pub fn client(
        &self,
        chosen: &Chosen,
    ) -> CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>
    {
        let secret = ClientSecret::new(chosen.client_secret.clone());
        let client = CoreClient::from_provider_metadata(
            self.metadata.clone(),
            ClientId::new(chosen.client_id.clone()),
            Some(secret),
        );
        // Without a word on it, the secret goes into a header (Discovery 1.0, 3).
        let only_in_body = self.metadata.token_endpoint_auth_methods_supported().is_some_and(|methods| {
            !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
                && methods.contains(&CoreClientAuthMethod::ClientSecretPost)
        });
        client.set_auth_type(if only_in_body { AuthType::RequestBody } else { AuthType::BasicAuth })
    }
}

impl Provider {
    /// What it publishes, fetched if need be.
    pub(super) async fn known(&self, now: DateTime<Utc>) -> Result<Arc<Known>, Fault> {
        let mut kept = self.known.lock().await;
        if let Some(known) = kept.as_ref().filter(|known| known.at + LASTS > now) {
            return Ok(known.clone());
        }
        let issuer = IssuerUrl::new(self.chosen.issuer.clone()).map_err(|error| Fault::Away(error.to_string()))?;
        let metadata =
            Metadata::discover_async(issuer, &self.client).await.map_err(|error| Fault::Away(with_causes(&error)))?;
        let known = Arc::new(Known { metadata, at: now, keys_at: now });
        *kept = Some(known.clone());
        Ok(known)
    }

    /// The same with keys that are newer than `seen`; `None` if those were fetched just now.
    pub(super) async fn with_newer_keys(&self, seen: &Known, now: DateTime<Utc>) -> Result<Option<Arc<Known>>, Fault> {
        let mut kept = self.known.lock().await;
        if let Some(known) = kept.as_ref().filter(|known| known.keys_at > seen.keys_at) {
            return Ok(Some(known.clone()));
        }
        if seen.keys_at + KEYS_LAST > now {
            return Ok(None);
        }
        // Counted before it is tried: a provider that is away is not asked more often either.
        *kept = Some(Arc::new(Known { keys_at: now, ..seen.clone() }));
        let keys = CoreJsonWebKeySet::fetch_async(seen.metadata.jwks_uri(), &self.client)
            .await
            .map_err(|error| Fault::Away(with_causes(&error)))?;
        let known = Arc::new(Known { metadata: seen.metadata.clone().set_jwks(keys), keys_at: now, at: seen.at });
        *kept = Some(known.clone());
        Ok(Some(known))
    }
}

/// An error with what brought it about, shortened: a provider may send pages.
pub fn with_causes(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        said = format!("{said}: {error}");
        cause = error.source();
    }
    said.chars().filter(|letter| !letter.is_control()).take(300).collect()
}
