//! What in a text suits a stricter label: addresses, names of machines, and people. A help for who chooses a label, not a
//! gate: it finds what is written in a usual form, and an author who is told too much stops reading.
//!
//! Each scanner passes over the text once, in a time that grows with its length and nothing else.
//!
//! What is **not** told apart: a version of four numbers from an address (`10.2.3.4`), unless a word such as *firmware*,
//! *versie* or *clause* stands before it, a letter or a dash touches it, or it begins a heading.
//!
//! What is **missed**, so that it is not claimed: masked addresses (`192.168.1.x`), names of machines without a usual
//! beginning and a number (`historian`, `alfa`, `plc7`), names without a suffix that only exists inside, telephone
//! numbers written in other ways than those of `telephones.rs`, names of people who are not in the list or who are named
//! in part, and serial numbers.

mod addresses;
mod names;
mod parts;
mod people;
mod telephones;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

/// The most hints for one text.
pub const MAX_HINTS: usize = 50;
/// The most characters of an excerpt.
pub const MAX_EXCERPT: usize = 60;

/// What kind of thing suits a stricter label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HintKind {
    /// An address that only means something inside a network (RFC 1918, RFC 6598, unique local, link-local).
    PrivateAddress,
    /// An address on the Internet that is not set aside for examples.
    PublicAddress,
    /// A hardware (MAC) address of one device.
    HardwareAddress,
    /// The name of a machine or a share inside a network.
    InternalName,
    /// A person's mail address.
    MailAddress,
    /// A telephone number.
    Telephone,
    /// The name of a person of the community.
    Person,
}

impl HintKind {
    /// All kinds, for the texts that go with them.
    pub const ALL: [Self; 7] = [
        Self::PrivateAddress,
        Self::PublicAddress,
        Self::HardwareAddress,
        Self::InternalName,
        Self::MailAddress,
        Self::Telephone,
        Self::Person,
    ];

    /// The last part of a text key.
    pub fn slug(self) -> &'static str {
        match self {
            Self::PrivateAddress => "private-address",
            Self::PublicAddress => "public-address",
            Self::HardwareAddress => "hardware-address",
            Self::InternalName => "internal-name",
            Self::MailAddress => "mail-address",
            Self::Telephone => "telephone",
            Self::Person => "person",
        }
    }
}

/// Something in a text that suits a stricter label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What it is.
    pub kind: HintKind,
    /// The words of the text itself, at most [`MAX_EXCERPT`] characters.
    pub excerpt: String,
    /// The line of the text, the first being 1.
    pub line: usize,
}

/// Where something was found, in bytes of the text.
struct Find {
    kind: HintKind,
    start: usize,
    end: usize,
}

/// What in this Markdown suits a stricter label, in its order, each excerpt once and at most [`MAX_HINTS`]. `people` are
/// the full names to look for; a name of a single word is too often another word, and is not looked for.
pub fn find(text: &str, people: &[&str]) -> Vec<Hint> {
    let mut finds = Vec::new();
    let people = people::Names::of(people);
    for part in parts::of(text) {
        addresses::find(text, &part, &mut finds);
        names::find(&part, &mut finds);
        if part.is_prose {
            telephones::find(text, &part, &mut finds);
            people.find(text, &part, &mut finds);
        }
    }
    finds.sort_by_key(|find| (find.start, std::cmp::Reverse(find.end)));
    hints(text, &finds)
}

fn hints(text: &str, finds: &[Find]) -> Vec<Hint> {
    let mut hints = Vec::new();
    let mut seen = HashSet::new();
    let (mut line, mut counted) = (1, 0);
    for find in finds {
        let Some(whole) = text.get(find.start..find.end) else { continue };
        let excerpt = whole.char_indices().nth(MAX_EXCERPT).map_or(whole, |(end, _)| whole.get(..end).unwrap_or(whole));
        if !seen.insert(excerpt) {
            continue;
        }
        line += text.get(counted..find.start).map_or(0, |skipped| skipped.matches('\n').count());
        counted = find.start;
        hints.push(Hint { kind: find.kind, excerpt: excerpt.to_owned(), line });
        if hints.len() == MAX_HINTS {
            break;
        }
    }
    hints
}

/// The character that ends at this place of the text.
fn before(text: &str, place: usize) -> Option<char> {
    text.get(..place)?.chars().next_back()
}

/// The character that begins at this place of the text.
fn after(text: &str, place: usize) -> Option<char> {
    text.get(place..)?.chars().next()
}

/// The longest runs of characters that belong to a word, with the place of each.
fn words<'t>(text: &'t str, belongs: impl Fn(char) -> bool + 't) -> impl Iterator<Item = (usize, &'t str)> + 't {
    let mut place = 0;
    text.split(move |c: char| !belongs(c)).filter_map(move |word| {
        let start = place;
        place += word.len() + after(text, start + word.len()).map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}
