//! A text in parts: its prose, and of each web address the host alone. What follows the host names a page and not a
//! machine, and may hold versions and names that are on the web anyway.

use super::before;

/// A part of the text to look at, with its place.
pub(super) struct Part<'t> {
    pub text: &'t str,
    pub start: usize,
    /// Whether it is prose; otherwise the host of a web address.
    pub is_prose: bool,
}

/// The longest name of a scheme that is looked for.
const MAX_SCHEME: usize = 20;

/// The parts of a text, in order.
pub(super) fn of(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut prose = 0;
    let mut place = 0;
    let mut add = |start: usize, end: usize, is_prose| {
        if let Some(part) = text.get(start..end).filter(|part| !part.is_empty()) {
            parts.push(Part { text: part, start, is_prose });
        }
    };
    while let Some(found) = text.get(place..).and_then(|rest| rest.find("://")) {
        let (sign, host) = (place + found, place + found + 3);
        place = host;
        let Some(start) = scheme(text, sign, prose) else { continue };
        let end = end_of_address(text, host);
        let (from, to) = host_within(text, host, end);
        add(prose, start, true);
        add(from, to, false);
        (prose, place) = (end, end);
    }
    add(prose, text.len(), true);
    parts
}

/// Where the scheme before `://` begins.
fn scheme(text: &str, sign: usize, floor: usize) -> Option<usize> {
    let head = text.get(floor..sign)?.as_bytes();
    let length = head
        .iter()
        .rev()
        .take(MAX_SCHEME)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
        .count();
    (length > 0).then_some(sign - length)
}

/// A web address ends at a space, at a sign that cannot stand in it, and at a bracket that it did not open.
fn end_of_address(text: &str, host: usize) -> usize {
    let mut open = [0_u32; 2];
    for (place, c) in text.get(host..).unwrap_or_default().char_indices() {
        let ends = match c {
            '<' | '>' | '"' | '`' | '|' | '{' | '}' | '\\' | '“' | '”' | '»' => true,
            '(' => deeper(&mut open[0]),
            '[' => deeper(&mut open[1]),
            ')' => leaves(&mut open[0]),
            ']' => leaves(&mut open[1]),
            c => c.is_whitespace(),
        };
        if ends {
            return host + place;
        }
    }
    text.len()
}

fn deeper(open: &mut u32) -> bool {
    *open += 1;
    false
}

fn leaves(open: &mut u32) -> bool {
    let ends = *open == 0;
    *open = open.saturating_sub(1);
    ends
}

/// The host and its port, without who signs in and without path, question and fragment.
fn host_within(text: &str, start: usize, end: usize) -> (usize, usize) {
    let whole = text.get(start..end).unwrap_or_default();
    let authority = whole.split(['/', '?', '#']).next().unwrap_or_default();
    let from = start + authority.rfind('@').map_or(0, |place| place + 1);
    let mut to = start + authority.len();
    while to > from && before(text, to).is_some_and(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '*' | '_' | '\'')) {
        to -= 1;
    }
    (from, to)
}
