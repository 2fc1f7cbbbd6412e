//! Judging an answer: everything that OpenID Connect Core 1.0 (3.1.3.7) and RFC 9207 ask for, by the clock of the site.

use super::known::{Known, with_causes};
use super::{Fault, Provider, Secrets};
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{CoreIdToken, CoreIdTokenClaims, CoreJwsSigningAlgorithm, CoreUserInfoClaims};
use openidconnect::{
    AccessToken, AccessTokenHash, AuthorizationCode, ClaimsVerificationError, Nonce, OAuth2TokenResponse,
    PkceCodeVerifier, RequestTokenError, SignatureVerificationError, SubjectIdentifier, TokenResponse, UserInfoError,
};
use std::sync::Arc;

/// How far the clocks of the provider and of this site may be apart.
const CLOCKS: TimeDelta = TimeDelta::minutes(2);
/// The longest subject (Core 1.0, 2).
const LONGEST_SUBJECT: usize = 255;

/// Signatures that are taken. None whose key is the client's secret, and never none at all.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// Ways of proving oneself at the provider that are a second factor (RFC 8176).
const SECOND_FACTORS: [&str; 5] = ["mfa", "otp", "hwk", "sc", "fido"];

/// What a browser brought back.
pub struct Answer<'a> {
    pub code: &'a str,
    /// The issuer that the answer names.
    pub iss: Option<&'a str>,
}

/// What it must fit.
pub struct Expected {
    pub secrets: Secrets,
    /// Since when the person must have shown anew who they are.
    pub anew_since: Option<DateTime<Utc>>,
}

/// Somebody whom the provider knows.
pub struct Proven {
    pub subject: String,
    /// When the person last showed there who they are, if it says so.
    pub shown_at: Option<DateTime<Utc>>,
    /// Whether a second factor was shown there that counts here.
    pub second_factor: bool,
    email: Option<(String, bool)>,
    access: AccessToken,
}

impl Provider {
    /// Takes the code to the provider and judges what it gives for it.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn judge(&self, answer: Answer<'_>, expected: Expected, now: DateTime<Utc>) -> Result<Proven, Fault> {
        self.in_time(self.judged(answer, expected, now)).await
    }

    async fn judged(&self, answer: Answer<'_>, expected: Expected, now: DateTime<Utc>) -> Result<Proven, Fault> {
        let known = self.known(now).await?;
        self.check_issuer(&known, answer.iss)?;
        let Secrets { nonce, verifier } = expected.secrets;
        let tokens = self
            .oidc(&known)
            .exchange_code(AuthorizationCode::new(answer.code.to_owned()))
            .map_err(|error| Fault::Away(error.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(verifier))
            .request_async(&self.client)
            .await
            .map_err(|error| refused(&error))?;
        let token = tokens.id_token().ok_or_else(|| Fault::Untrue("no ID token came".into()))?;
        let (known, claims) = self.claims(known, token, &Nonce::new(nonce), now).await?;
        self.check_claims(&claims, expected.anew_since, now)?;
        self.check_access(&known, token, &claims, tokens.access_token())?;
        let amr = claims.auth_method_refs().into_iter().flatten();
        let has_second = amr.into_iter().any(|method| SECOND_FACTORS.contains(&method.as_str()));
        Ok(Proven {
            subject: claims.subject().to_string(),
            shown_at: claims.auth_time(),
            second_factor: self.chosen.trusts_amr && has_second,
            email: claims.email().map(|email| (email.to_string(), claims.email_verified() == Some(true))),
            access: tokens.access_token().clone(),
        })
    }

    /// The mail address of somebody, where the provider says that it is theirs.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn verified_email(&self, who: &Proven, now: DateTime<Utc>) -> Result<Option<String>, Fault> {
        let asked = async {
            if let Some((email, is_verified)) = who.email.clone() {
                return Ok((email, is_verified));
            }
            let known = self.known(now).await?;
            let subject = SubjectIdentifier::new(who.subject.clone());
            let client = self.oidc(&known);
            let Ok(request) = client.user_info(who.access.clone(), Some(subject)) else {
                return Ok((String::new(), false));
            };
            let claims: CoreUserInfoClaims =
                request.request_async(&self.client).await.map_err(|error| match error {
                    UserInfoError::Request(cause) => Fault::Away(with_causes(&cause)),
                    other => Fault::Untrue(with_causes(&other)),
                })?;
            let email = claims.email().map(|email| email.to_string()).unwrap_or_default();
            Ok((email, claims.email_verified() == Some(true)))
        };
        let (email, is_verified) = self.in_time(asked).await?;
        Ok(Some(email).filter(|email| is_verified && !email.is_empty()))
    }

    /// RFC 9207: an answer of another provider, which somebody slipped in.
    fn check_issuer(&self, known: &Known, named: Option<&str>) -> Result<(), Fault> {
        let fits = named.map_or(!known.names_issuer(), |named| named == self.chosen.issuer);
        if fits { Ok(()) } else { Err(Fault::Untrue("the answer names another issuer, or none".into())) }
    }

    /// The claims of a token that is signed, ours, and an answer to what was asked. With a key that is not known yet, the
    /// keys are fetched once more.
    async fn claims(
        &self,
        known: Arc<Known>,
        token: &CoreIdToken,
        nonce: &Nonce,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Known>, CoreIdTokenClaims), Fault> {
        let verify = |known: &Known| {
            let client = self.oidc(known);
            let verifier = client.id_token_verifier().set_allowed_algs(ALGORITHMS).set_time_fn(|| now);
            let verifier = verifier.set_issue_time_verifier_fn(|issued| {
                if issued <= now + CLOCKS { Ok(()) } else { Err("it is from the future".into()) }
            });
            token.claims(&verifier, nonce).cloned()
        };
        let no_key = ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey);
        let mut known = known;
        let mut claims = verify(&known);
        if claims.as_ref().is_err_and(|error| *error == no_key)
            && let Some(newer) = self.with_newer_keys(&known, now).await?
        {
            claims = verify(&newer);
            known = newer;
        }
        Ok((known, claims.map_err(|error| Fault::Untrue(with_causes(&error)))?))
    }

    /// What the library leaves to us.
    fn check_claims(
        &self,
        claims: &CoreIdTokenClaims,
        anew_since: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<(), Fault> {
        let untrue = |what: &str| Err(Fault::Untrue(what.to_owned()));
        if claims.authorized_party().is_some_and(|party| party.as_str() != self.chosen.client_id) {
            return untrue("the token was made for another site (azp)");
        }
        if claims.subject().is_empty() || claims.subject().len() > LONGEST_SUBJECT {
            return untrue("the token has no usable subject");
        }
        if claims.auth_time().is_some_and(|shown| shown > now + CLOCKS) {
            return untrue("the person signed in in the future");
        }
        match (anew_since, claims.auth_time()) {
            (None, _) => Ok(()),
            (Some(since), Some(shown)) if shown + CLOCKS >= since => Ok(()),
            (Some(_), _) => untrue("the person was not asked anew who they are"),
        }
    }

    /// That the access token is the one that goes with the ID token, where that says so.
    fn check_access(
        &self,
        known: &Known,
        token: &CoreIdToken,
        claims: &CoreIdTokenClaims,
        access: &AccessToken,
    ) -> Result<(), Fault> {
        let Some(expected) = claims.access_token_hash() else { return Ok(()) };
        let client = self.oidc(known);
        let verifier = client.id_token_verifier();
        let actual = match (token.signing_alg(), token.signing_key(&verifier)) {
            (Ok(algorithm), Ok(key)) => AccessTokenHash::from_token(access, algorithm, key).ok(),
            _ => None,
        };
        if actual.as_ref() == Some(expected) {
            return Ok(());
        }
        Err(Fault::Untrue("the access token is another one".into()))
    }
}

/// Why the provider gave no tokens: it said no, or it could not be asked.
fn refused<RE, T>(error: &RequestTokenError<RE, T>) -> Fault
where
    RE: std::error::Error + 'static,
    T: openidconnect::ErrorResponse + 'static,
{
    match error {
        RequestTokenError::ServerResponse(_) => Fault::Untrue("the provider refused the code".into()),
        RequestTokenError::Parse(..) => Fault::Untrue("the provider's answer cannot be read".into()),
        RequestTokenError::Request(cause) => Fault::Away(with_causes(cause)),
        RequestTokenError::Other(said) => Fault::Away(said.chars().take(300).collect()),
    }
}
