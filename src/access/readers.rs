//! Who can read something, to be told to its source before and after it is published.

use super::Label;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Somebody who can read it, and why.
#[derive(Debug)]
pub struct Reader {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub organisations: Vec<String>,
    /// Words of text keys, `access-way-…`: `member-of`, `client-of`, `group`, `person`, `present`, `writer`, `publisher`,
    /// `judge`, `circle`, `glass`.
    pub ways: Vec<String>,
}

/// All who can read it.
#[derive(Debug)]
pub struct Readers {
    /// The label as published; TLP:CLEAR is for everybody.
    pub label: Label,
    /// Nobody for TLP:CLEAR; for TLP:GREEN all active members.
    pub people: Vec<Reader>,
}

impl Readers {
    /// How many people.
    pub fn count(&self) -> i64 {
        i64::try_from(self.people.len()).unwrap_or(i64::MAX)
    }

    /// Of how many organisations they are.
    pub fn organisations(&self) -> i64 {
        let all: BTreeSet<_> = self.people.iter().flat_map(|reader| &reader.organisations).collect();
        i64::try_from(all.len()).unwrap_or(i64::MAX)
    }

    /// Whether everybody reads it, also without an account.
    pub fn is_everyone(&self) -> bool {
        self.label == Label::Clear
    }
}
