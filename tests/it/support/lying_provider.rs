//! An OpenID Connect provider that says whatever a test wants it to say, true or not.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use http::StatusCode;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::TcpListener;

/// The provider.
#[derive(Clone)]
pub struct LyingProvider {
    pub issuer: String,
    says: Arc<Mutex<Says>>,
}

/// What it says.
#[derive(Clone)]
pub struct Says {
    /// What it publishes about itself.
    pub metadata: Value,
    /// The key that it publishes, under this name.
    pub published: (String, SigningKey),
    /// Head and content of the next ID token, and the key that signs it.
    pub header: Value,
    pub claims: Value,
    pub key: SigningKey,
    /// In the place of a signature.
    pub signature: Option<String>,
    pub userinfo: Value,
    /// What it answers to a code, in the place of tokens.
    pub error: Option<(u16, Value)>,
    /// How long it thinks about each answer.
    pub delay: Duration,
    /// How often its keys were asked for, and what came with the last code.
    pub keys_asked: usize,
    pub form: String,
}

/// A key of a number.
pub fn key(number: u8) -> SigningKey {
    SigningKey::from_slice(&[number; 32]).expect("a key")
}

impl LyingProvider {
    /// Starts it, with nothing but the truth to say.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let metadata = json!({
            "issuer": issuer, "authorization_endpoint": format!("{issuer}/auth"), "token_endpoint": format!("{issuer}/token"),
            "jwks_uri": format!("{issuer}/keys"), "userinfo_endpoint": format!("{issuer}/me"),
            "response_types_supported": ["code"], "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
        });
        let says = Arc::new(Mutex::new(Says {
            metadata,
            published: ("one".into(), key(1)),
            header: json!({ "alg": "ES256", "kid": "one" }),
            claims: json!({}),
            key: key(1),
            signature: None,
            userinfo: json!({}),
            error: None,
            delay: Duration::ZERO,
            keys_asked: 0,
            form: String::new(),
        }));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(metadata_of))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/me", get(me))
            .with_state(says.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { issuer, says }
    }

    /// Changes what it says from now on.
    pub fn say(&self, change: impl FnOnce(&mut Says)) {
        change(&mut self.says.lock().expect("a lock"));
    }

    /// What it says, and heard.
    pub fn says(&self) -> Says {
        self.says.lock().expect("a lock").clone()
    }

    /// Prepares a true answer about somebody.
    pub fn tell(&self, subject: &str, nonce: &str, now: DateTime<Utc>) {
        let claims = json!({
            "iss": self.issuer, "aud": "polder", "sub": subject, "nonce": nonce,
            "iat": now.timestamp(), "exp": now.timestamp() + 300, "auth_time": now.timestamp(),
        });
        self.say(|says| {
            says.claims = claims;
            says.header = json!({ "alg": "ES256", "kid": "one" });
            (says.key, says.signature, says.error) = (key(1), None, None);
        });
    }
}

async fn think(says: &Arc<Mutex<Says>>) -> Says {
    let now = says.lock().expect("a lock").clone();
    tokio::time::sleep(now.delay).await;
    now
}

async fn metadata_of(State(says): State<Arc<Mutex<Says>>>) -> Json<Value> {
    Json(think(&says).await.metadata)
}

async fn keys(State(says): State<Arc<Mutex<Says>>>) -> Json<Value> {
    says.lock().expect("a lock").keys_asked += 1;
    let (name, key) = think(&says).await.published;
    let point = key.verifying_key().to_sec1_point(false);
    let part = |from: usize| URL_SAFE_NO_PAD.encode(&point.as_bytes()[from..from + 32]);
    let key = json!({ "kty": "EC", "crv": "P-256", "use": "sig", "kid": name, "x": part(1), "y": part(33) });
    Json(json!({ "keys": [key] }))
}

async fn token(State(says): State<Arc<Mutex<Says>>>, form: String) -> Response {
    says.lock().expect("a lock").form = form;
    let says = think(&says).await;
    if let Some((status, error)) = says.error {
        return (StatusCode::from_u16(status).expect("a status"), Json(error)).into_response();
    }
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(&says.header), part(&says.claims));
    let signature: Signature = says.key.sign(signed.as_bytes());
    let signature = says.signature.unwrap_or_else(|| URL_SAFE_NO_PAD.encode(signature.to_bytes()));
    let tokens =
        json!({ "access_token": "access", "token_type": "Bearer", "id_token": format!("{signed}.{signature}") });
    Json(tokens).into_response()
}

async fn me(State(says): State<Arc<Mutex<Says>>>) -> Json<Value> {
    Json(think(&says).await.userinfo)
}
