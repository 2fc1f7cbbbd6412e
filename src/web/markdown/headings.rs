//! Headings and the ids under which they can be linked to.

use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Longest id in characters, without the prefix and the number that keeps it unique.
const MAX_ID_CHARS: usize = 64;

/// The id of a heading that has no letter and no digit.
const NAMELESS: &str = "section";

/// A heading of a rendered text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// Its level in the output, 2 to 6.
    pub level: u8,
    /// Its id in the output, with the prefix.
    pub id: String,
    /// Its text without markup.
    pub text: String,
}

/// Gives every heading an id of its own.
#[derive(Default)]
pub(super) struct Ids {
    /// For each id given, the number that its next namesake gets.
    given: HashMap<String, usize>,
}

impl Ids {
    /// An id made of the letters and digits of `text`: `Dijken en sluizen` becomes
    /// `dijken-en-sluizen`, a second one `dijken-en-sluizen-2`.
    pub(super) fn unique(&mut self, text: &str) -> String {
        let name = slug(text);
        let mut id = name.clone();
        while self.given.contains_key(&id) {
            let number = self.given.entry(name.clone()).or_insert(2);
            id = format!("{name}-{number}");
            *number += 1;
        }
        self.given.insert(id.clone(), 2);
        id
    }
}

/// Letters and digits of any script in lower case, everything between them as one hyphen.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    let mut between = false;
    for char in text.chars().flat_map(char::to_lowercase).take(MAX_ID_CHARS) {
        if char.is_alphanumeric() {
            if between && !slug.is_empty() {
                slug.push('-');
            }
            slug.push(char);
        }
        between = !char.is_alphanumeric();
    }
    if slug.is_empty() { NAMELESS.to_owned() } else { slug }
}
