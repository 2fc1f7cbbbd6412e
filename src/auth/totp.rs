//! Codes of an authenticator app: TOTP (RFC 6238) as every app computes it, with SHA-1, six digits and steps of thirty
//! seconds. The time is given by the caller, for it comes from the clock.

use chrono::{DateTime, Utc};
use totp_rs::{Builder, Totp};

/// Digits of a code.
pub const DIGITS: usize = 6;

/// Bytes of a secret: the 160 bits that RFC 4226 recommends.
pub const SECRET_BYTES: usize = 20;

/// The step before and the one after count too: the clock of a phone is seldom exact.
const SKEW: u16 = 1;

/// A new secret, from the operating system's random numbers.
pub fn generate() -> [u8; SECRET_BYTES] {
    rand::random()
}

fn totp(secret: &[u8]) -> anyhow::Result<Totp> {
    Ok(Builder::new().with_secret(secret.to_vec()).with_skew(SKEW).build()?)
}

/// The number of the step that a code belongs to, if it is one that counts now. The caller keeps it, and takes no code
/// of this step or an earlier one again.
///
/// # Errors
/// When the secret is too short to be one.
pub fn step(secret: &[u8], code: &str, now: DateTime<Utc>) -> anyhow::Result<Option<i64>> {
    let seconds = u64::try_from(now.timestamp())?;
    Ok(totp(secret)?.check(code, seconds).map(i64::try_from).transpose()?)
}

/// The secret in letters and digits (base32).
///
/// # Errors
/// When the secret is too short to be one.
pub fn base32(secret: &[u8]) -> anyhow::Result<String> {
    Ok(totp(secret)?.secret().to_base32())
}

/// The address that tells an app everything: what a QR code of it holds.
///
/// # Errors
/// When the secret is too short to be one.
pub fn address(secret: &[u8], site: &str, account: &str) -> anyhow::Result<String> {
    // The colon parts the two in the address.
    let plain = |name: &str| name.replace(':', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    let named = Builder::new().with_secret(secret.to_vec()).with_issuer(Some(plain(site)));
    Ok(named.with_account_name(plain(account)).build()?.to_url()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    /// RFC 6238, appendix B: the secret of its test vectors for SHA-1.
    const SECRET: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).expect("an instant")
    }

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // The last six of the eight digits that the standard gives.
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(step(SECRET, code, at(seconds)).expect("a secret"), Some(seconds / 30), "{code}");
        }
    }

    #[test]
    fn a_code_counts_one_step_early_and_one_step_late_and_no_longer() {
        let now = at(1_111_111_109);
        for (seconds, counts) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
            let found = step(SECRET, "081804", now + TimeDelta::seconds(seconds)).expect("a secret");
            assert_eq!(found, counts.then_some(1_111_111_109 / 30), "{seconds}");
        }
    }

    #[test]
    fn what_is_no_code_is_none_and_what_is_no_secret_an_error() {
        for code in ["", "8180", "+81804", "０８１８０４", "0818040", "08180a"] {
            assert_eq!(step(SECRET, code, at(1_111_111_109)).expect("a secret"), None, "{code}");
        }
        assert!(step(b"short", "081804", at(59)).is_err());
    }

    #[test]
    fn the_address_says_whose_code_it_is_whatever_the_names_hold() {
        let address = address(SECRET, "Community of Practice: OT & more", "o'x@polder.example").expect("an address");
        assert_eq!(
            address,
            "otpauth://totp/Community%20of%20Practice%20OT%20%26%20more:o%27x%40polder.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=Community%20of%20Practice%20OT%20%26%20more"
        );
    }
}
