//! Who can read something, to be told to its source before and after it is published.

use super::Label;
use std::collections::{BTreeMap, BTreeSet};
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
    /// Whether whoever asks may be told who it is. Who was at an event, and who is a client of another organisation, is
    /// told to liaisons and to those concerned: of such readers a source learns the number before it publishes.
    pub is_told: bool,
}

/// The readers of one organisation.
#[derive(Debug)]
pub struct Colleagues<'r> {
    /// Empty for those who belong to none.
    pub organisation: &'r str,
    pub names: Vec<&'r str>,
    /// How many there are beside those who are named.
    pub more: i64,
    pub count: i64,
}

/// People of one organisation whom a page names.
const NAMED: usize = 12;

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

    /// Those who are told by name.
    pub fn told(&self) -> impl Iterator<Item = &Reader> {
        self.people.iter().filter(|reader| reader.is_told)
    }

    /// How many others there are.
    pub fn untold(&self) -> i64 {
        i64::try_from(self.people.iter().filter(|reader| !reader.is_told).count()).unwrap_or(i64::MAX)
    }

    /// Of how many organisations they are.
    pub fn organisations(&self) -> i64 {
        let all: BTreeSet<_> = self.people.iter().flat_map(|reader| &reader.organisations).collect();
        i64::try_from(all.len()).unwrap_or(i64::MAX)
    }

    /// The same by organisation; whoever belongs to several stands with each of them, whoever belongs to none at the end.
    pub fn by_organisation(&self) -> Vec<Colleagues<'_>> {
        let mut all: BTreeMap<(bool, String, &str), Vec<&str>> = BTreeMap::new();
        for reader in self.told() {
            for organisation in &reader.organisations {
                all.entry((false, organisation.to_lowercase(), organisation)).or_default().push(&reader.name);
            }
            if reader.organisations.is_empty() {
                all.entry((true, String::new(), "")).or_default().push(&reader.name);
            }
        }
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let colleagues = |((_, _, organisation), mut names): ((bool, String, _), Vec<_>)| {
            let (count, more) = (number(names.len()), number(names.len().saturating_sub(NAMED)));
            names.truncate(NAMED);
            Colleagues { organisation, names, more, count }
        };
        all.into_iter().map(colleagues).collect()
    }

    /// Whether every member reads it.
    pub fn is_every_member(&self) -> bool {
        self.label == Label::Green
    }

    /// Whether everybody reads it, also without an account.
    pub fn is_everyone(&self) -> bool {
        self.label == Label::Clear
    }
}
