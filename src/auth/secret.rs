//! Secrets that a person carries (a session, a mailed link): 32 random bytes, of which we keep only the SHA-256.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// Bytes of a secret: 256 bits cannot be guessed, so a fast hash keeps it.
const BYTES: usize = 32;

/// A secret that was just made; its text goes out once and is not kept.
pub struct Secret {
    pub text: String,
    pub hash: Vec<u8>,
}

impl Secret {
    /// A new one, from the operating system's random numbers.
    pub fn generate() -> Self {
        let bytes: [u8; BYTES] = rand::random();
        let text = URL_SAFE_NO_PAD.encode(bytes);
        let hash = hash(&text);
        Self { text, hash }
    }
}

/// What is kept of a secret.
pub fn hash(text: &str) -> Vec<u8> {
    Sha256::digest(text.as_bytes()).to_vec()
}
