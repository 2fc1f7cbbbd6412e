//! Devices that make passkeys (WebAuthn level 3), in software: ES256, no attestation. They answer what a site asks as a
//! browser would, and lie where a test wants them to.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{DerSignature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The flags of an answer (WebAuthn, 6.1).
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const MAY_BE_SYNCED: u8 = 0x08;
const SYNCED: u8 = 0x10;
const WITH_KEY: u8 = 0x40;

/// A device with one passkey.
#[derive(Clone)]
pub struct Authenticator {
    pub key: SigningKey,
    pub id: Vec<u8>,
    /// Where the browser says that it is.
    pub origin: String,
    /// For which site the device answers.
    pub site: String,
    /// How often it was used; 0 for ever on one that does not count.
    pub counter: u32,
    /// Whether its owner proves to be there.
    pub verifies: bool,
    pub synced: bool,
    /// What it says whose passkey it is.
    pub owner: Option<Vec<u8>>,
}

impl Authenticator {
    /// A new one at the site of this origin.
    pub fn new(origin: &str) -> Self {
        let site = origin.rsplit("//").next().unwrap_or_default().split(':').next().unwrap_or_default().to_owned();
        let key = loop {
            if let Ok(key) = SigningKey::from_slice(&rand::random::<[u8; 32]>()) {
                break key;
            }
        };
        let id = rand::random::<[u8; 16]>().to_vec();
        Self { key, id, origin: origin.to_owned(), site, counter: 1, verifies: true, synced: false, owner: None }
    }

    /// Makes its passkey, as asked.
    pub fn make(&mut self, asked: &Value) -> String {
        let asked = &asked["publicKey"];
        self.owner = BASE64.decode(asked["user"]["id"].as_str().expect("a user")).ok();
        let client = self.client("webauthn.create", &asked["challenge"]);
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = (point.x().expect("a point"), point.y().expect("a point"));
        // A map of the key's kind (2), algorithm (-7), curve (1) and point, in CBOR.
        let key =
            [&[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20][..], x, &[0x22, 0x58, 0x20], y].concat();
        let length = u16::try_from(self.id.len()).expect("short").to_be_bytes();
        let data = [&self.data(WITH_KEY)[..], &[0; 16], &length, &self.id, &key].concat();
        let size = u8::try_from(data.len()).expect("short");
        let object = [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58", &[size][..], &data].concat();
        let answer = json!({ "clientDataJSON": BASE64.encode(client), "attestationObject": BASE64.encode(object) });
        self.envelope(answer)
    }

    /// Signs what is asked.
    pub fn sign(&mut self, asked: &Value) -> String {
        if self.counter > 0 {
            self.counter += 1;
        }
        let client = self.client("webauthn.get", &asked["publicKey"]["challenge"]);
        let data = self.data(0);
        let signature: DerSignature = self.key.sign(&[&data[..], &Sha256::digest(&client)].concat());
        let answer = json!({
            "clientDataJSON": BASE64.encode(client),
            "authenticatorData": BASE64.encode(data),
            "signature": BASE64.encode(signature.as_bytes()),
            "userHandle": self.owner.as_ref().map(|owner| BASE64.encode(owner)),
        });
        self.envelope(answer)
    }

    fn client(&self, kind: &str, challenge: &Value) -> Vec<u8> {
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false }).to_string().into()
    }

    fn data(&self, more: u8) -> Vec<u8> {
        let verified = if self.verifies { VERIFIED } else { 0 };
        let synced = if self.synced { MAY_BE_SYNCED | SYNCED } else { 0 };
        [&Sha256::digest(self.site.as_bytes())[..], &[PRESENT | verified | synced | more], &self.counter.to_be_bytes()]
            .concat()
    }

    fn envelope(&self, response: Value) -> String {
        let id = BASE64.encode(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {} })
            .to_string()
    }
}
