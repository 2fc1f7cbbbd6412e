//! The hash of an entry, told a second time: what the database computes when it chains one (`audit_hash`) is computed here
//! from the words of the migration, not from its code.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use std::fmt;
use uuid::Uuid;

/// The first field of each entry: which form this is.
const FORM: &str = "polder-audit-1";

/// The hash that stands before the first entry.
pub const BEGINNING: [u8; 32] = [0; 32];

/// An entry as it is stored.
#[derive(Clone, Debug)]
pub struct Row {
    pub id: i64,
    pub at: DateTime<Utc>,
    pub actor_id: Option<Uuid>,
    pub action: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub reason: String,
    pub request_id: Option<Uuid>,
    /// The text of the JSON, as the database gives it.
    pub detail: String,
    pub previous_hash: Option<Vec<u8>>,
    pub hash: Option<Vec<u8>>,
}

/// Where the chain ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub id: i64,
    pub hash: Vec<u8>,
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(&self.hash))
    }
}

/// The hash that was written down in hexadecimal digits.
pub fn from_hex(typed: &str) -> Option<Vec<u8>> {
    hex::decode(typed.trim()).ok().filter(|hash| hash.len() == 32)
}

impl Row {
    /// The hash of this entry after one with the hash `previous`.
    pub fn hash_after(&self, previous: &[u8]) -> [u8; 32] {
        let at = self.at.timestamp_micros().to_string();
        let actor = self.actor_id.map(|id| id.to_string());
        let subject = self.subject_id.to_string();
        let request = self.request_id.map(|id| id.to_string());
        let fields = [
            Some(FORM),
            Some(&at),
            actor.as_deref(),
            Some(&self.action),
            Some(&self.subject_kind),
            Some(&subject),
            Some(&self.reason),
            request.as_deref(),
            Some(&self.detail),
        ];
        let mut hash = Sha256::new_with_prefix(previous);
        for field in fields {
            // A length that no field can have stands for none at all.
            let length = field.map_or(u32::MAX, |text| u32::try_from(text.len()).unwrap_or(u32::MAX - 1));
            hash.update(length.to_be_bytes());
            hash.update(field.unwrap_or_default());
        }
        hash.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Row {
        Row {
            id: 1,
            at: DateTime::from_timestamp_micros(1_767_261_600_123_456).expect("an instant"),
            actor_id: None,
            action: "a".into(),
            subject_kind: "b".into(),
            subject_id: Uuid::from_u128(1),
            reason: String::new(),
            request_id: None,
            detail: "{\"x\": \"é\"}".into(),
            previous_hash: None,
            hash: None,
        }
    }

    /// Computed with other means: PostgreSQL, and a script of eight lines around `hashlib`.
    #[test]
    fn the_hash_of_an_entry_is_the_one_that_others_compute() {
        let first = row().hash_after(&BEGINNING);
        assert_eq!(hex::encode(first), "1ba86ee2443b5f5a39cd010cfe085750fda7d4bc92322cfeffc6937f82b2a02c");
    }

    #[test]
    fn no_two_entries_have_one_form() {
        let moved = Row { action: "ab".into(), subject_kind: String::new(), ..row() };
        let silent = Row { reason: "x".into(), ..row() };
        let named = Row { actor_id: Some(Uuid::nil()), ..row() };
        let asked = Row { request_id: Some(Uuid::nil()), ..row() };
        let all: std::collections::BTreeSet<_> =
            [row(), moved, silent, named, asked].iter().map(|row| row.hash_after(&BEGINNING)).collect();
        assert_eq!(all.len(), 5);
    }

    #[test]
    fn a_hash_that_was_written_down_is_read_back() {
        let hash = row().hash_after(&BEGINNING);
        assert_eq!(from_hex(&format!(" {}\n", hex::encode(hash).to_uppercase())).as_deref(), Some(&hash[..]));
        for wrong in ["", "ab", &"é".repeat(32), &"g".repeat(64), &"0".repeat(63)] {
            assert_eq!(from_hex(wrong), None, "{wrong}");
        }
    }
}
