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

/// The deepest heading that HTML has.
pub(super) const LOWEST_HEADING: u8 = 6;

/// The levels that headings get: below the page's title, which is its `h1`, and without a gap, whether an author begins
/// with one hash, two or three.
#[derive(Default)]
pub(super) struct Outline {
    /// The levels, as written, of the headings that the current place is under.
    above: Vec<u8>,
}

impl Outline {
    /// The level of the next heading, written at `level`.
    pub(super) fn place(&mut self, level: u8) -> u8 {
        while self.above.last().is_some_and(|above| *above >= level) {
            self.above.pop();
        }
        self.above.push(level);
        u8::try_from(self.above.len() + 1).map_or(LOWEST_HEADING, |level| level.min(LOWEST_HEADING))
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_begin_below_the_title_and_leave_no_gap_wherever_the_author_begins() {
        let placed = |written: &[u8]| {
            let mut outline = Outline::default();
            written.iter().map(|level| outline.place(*level)).collect::<Vec<_>>()
        };
        assert_eq!(placed(&[2, 3, 3, 2]), [2, 3, 3, 2]);
        assert_eq!(placed(&[1, 2, 4, 1]), [2, 3, 4, 2]);
        assert_eq!(placed(&[3, 3, 2, 1]), [2, 2, 2, 2]);
        assert_eq!(placed(&[1, 2, 3, 4, 5, 6]), [2, 3, 4, 5, 6, 6]);
    }
}
