//! Passwords: argon2id, off the async threads, with few at a time so that sign-ins cannot take all memory.

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use std::ops::RangeInclusive;
use std::sync::LazyLock;
use tokio::sync::Semaphore;

/// Length of a password in characters: NIST SP 800-63B-4 asks for 15 where it is the only factor.
pub const LENGTH: RangeInclusive<usize> = 15..=200;

/// Hashes at the same time; each takes 19 MiB and some 20 ms.
const AT_ONCE: usize = 4;

static TURNSTILE: Semaphore = Semaphore::const_new(AT_ONCE);

/// The hash of a password that nobody has: an unknown address costs the same time as a known one.
static DUMMY: LazyLock<String> =
    LazyLock::new(|| hash_now(&super::secret::Secret::generate().text).unwrap_or_default());

/// OWASP's first choice for argon2id: 19 MiB, two passes, one lane (Password Storage Cheat Sheet).
fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::DEFAULT)
}

fn hash_now(password: &str) -> anyhow::Result<String> {
    let hash =
        argon2().hash_password(password.as_bytes()).map_err(|error| anyhow::anyhow!("hashing a password: {error}"))?;
    Ok(hash.to_string())
}

/// Prepares what the first sign-in would otherwise wait for, and give itself away by.
pub fn warm_up() {
    LazyLock::force(&DUMMY);
}

/// The hash to keep of a password, in PHC string format.
///
/// # Errors
/// When the machine has no memory for it.
pub async fn hash(password: String) -> anyhow::Result<String> {
    // The turn goes into the thread: a client that hangs up does not make room for another hash.
    let turn = TURNSTILE.acquire().await?;
    tokio::task::spawn_blocking(move || {
        let _turn = turn;
        hash_now(&password)
    })
    .await?
}

/// Whether the password belongs to the hash. Without a hash (no such member, or none set yet) the answer is no, after
/// the same work.
///
/// # Errors
/// When the machine has no memory for it.
pub async fn verify(password: String, hash: Option<String>) -> anyhow::Result<bool> {
    let turn = TURNSTILE.acquire().await?;
    let right = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| DUMMY.clone());
        let matches = argon2().verify_password(password.as_bytes(), hash.as_str()).is_ok();
        known && matches
    })
    .await?;
    Ok(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_opens_and_no_hash_opens_to_none() {
        let kept = hash("a long enough password".into()).await.expect("hashes");
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(verify("a long enough password".into(), Some(kept.clone())).await.expect("verifies"));
        assert!(!verify("a long enough passworD".into(), Some(kept)).await.expect("verifies"));
        assert!(!verify("a long enough password".into(), None).await.expect("verifies"));
    }
}
