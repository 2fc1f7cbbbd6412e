//! Full names of people, whatever their case, accents and the signs between their words.

use super::parts::Part;
use super::{Find, HintKind, words};
use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// The most words of a name that are compared.
const MAX_WORDS: usize = 12;
/// The most bytes of a word that are compared.
const MAX_WORD: usize = 64;

/// Dutch particles that are written short: `v.d. Berg`, `vd Berg`.
const SHORTENED: [[&str; 2]; 3] = [["van", "der"], ["van", "den"], ["van", "de"]];

/// All names as one tree of words, so that a text is compared with all of them at once.
pub(super) struct Names {
    known: HashMap<String, u32>,
    next: HashMap<(u32, u32), u32>,
    /// The nodes at which a name is complete.
    complete: Vec<bool>,
}

impl Names {
    /// The names of these people. One of a single word is left out.
    pub(super) fn of(people: &[&str]) -> Self {
        let (known, next) = (HashMap::with_capacity(people.len() * 2), HashMap::with_capacity(people.len() * 4));
        let mut names = Self { known, next, complete: vec![false] };
        for person in people {
            let name: Option<Vec<Cow<str>>> =
                words(person, is_of_a_word).take(MAX_WORDS + 1).map(|(_, word)| folded(word)).collect();
            let Some(name) = name.filter(|name| (2..=MAX_WORDS).contains(&name.len())) else { continue };
            names.add(name.iter().map(Cow::as_ref));
            let particles = name.windows(2).position(|pair| SHORTENED.iter().any(|long| pair == long));
            if let Some(place) = particles.filter(|place| *place > 0) {
                let (head, tail) = (name.iter().take(place), name.iter().skip(place + 2));
                for short in [&["v", "d"][..], &["vd"], &["vdr"]] {
                    let short = short.iter().copied();
                    names.add(head.clone().map(Cow::as_ref).chain(short).chain(tail.clone().map(Cow::as_ref)));
                }
            }
        }
        names
    }

    fn add<'w>(&mut self, name: impl Iterator<Item = &'w str>) {
        let mut node = 0;
        for word in name {
            let count = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
            let word = match self.known.get(word) {
                Some(word) => *word,
                None => *self.known.entry(word.to_owned()).or_insert(count),
            };
            let fresh = u32::try_from(self.complete.len()).unwrap_or(u32::MAX);
            node = match self.next.entry((node, word)) {
                Entry::Occupied(there) => *there.get(),
                Entry::Vacant(place) => {
                    self.complete.push(false);
                    *place.insert(fresh)
                }
            };
        }
        if let Some(complete) = self.complete.get_mut(node as usize) {
            *complete = true;
        }
    }

    /// Finds the names in a part; of two that begin at the same word the longer.
    pub(super) fn find(&self, text: &str, part: &Part, finds: &mut Vec<Find>) {
        if self.next.is_empty() {
            return;
        }
        let words: Vec<(usize, usize, Option<u32>)> = words(part.text, is_of_a_word)
            .map(|(place, word)| {
                let known = folded(word).and_then(|word| self.known.get(word.as_ref()).copied());
                (part.start + place, part.start + place + word.len(), known)
            })
            .collect();
        let mut first = 0;
        while let Some((start, ..)) = words.get(first) {
            let (mut node, mut found) = (0, None);
            for (count, (from, to, known)) in words.iter().skip(first).take(MAX_WORDS).enumerate() {
                let joins = count == 0
                    || words.get(first + count - 1).is_some_and(|before| is_within_a_name(text, before.1, *from));
                let step = known.filter(|_| joins).and_then(|word| self.next.get(&(node, word)));
                let Some(next) = step else { break };
                node = *next;
                if self.complete.get(node as usize) == Some(&true) {
                    found = Some((count + 1, *to));
                }
            }
            if let Some((count, end)) = found {
                finds.push(Find { kind: HintKind::Person, start: *start, end });
                first += count;
            } else {
                first += 1;
            }
        }
    }
}

/// Letters of every alphabet with the marks on them.
fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

/// A word without case and accents; nothing for one that cannot be compared, and so is in no name.
fn folded(word: &str) -> Option<Cow<'_, str>> {
    if word.len() > MAX_WORD {
        return None;
    }
    if word.is_ascii() {
        let is_lower = !word.bytes().any(|byte| byte.is_ascii_uppercase());
        return Some(if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_ascii_lowercase()) });
    }
    let folded = deunicode::deunicode(word).to_lowercase();
    (!folded.is_empty()).then_some(Cow::Owned(folded))
}

/// Between two words of a name stand one or two signs, of which at most one ends a line.
fn is_within_a_name(text: &str, start: usize, end: usize) -> bool {
    let between = text.get(start..end).unwrap_or_default();
    between.chars().count() <= 2
        && between.matches('\n').count() <= 1
        && between
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '-' | '.' | '\'' | '’' | '‘' | 'ʼ' | '\u{2011}' | '\u{ad}'))
}
