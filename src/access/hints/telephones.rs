//! Telephone numbers: international with a plus or two zeros (`+31 6 1234 5678`, `0031-…`), and national in the forms of
//! the Netherlands (`06-12345678`, `010 123 45 67`, `(0182) 123456`), Belgium (`02 123 45 67`, `0475 12 34 56`) and
//! London (`020 7946 1234`). Numbers of services (0800, 0900, 112) are nobody's.

use super::parts::Part;
use super::{Find, HintKind};

/// Dutch area codes of three digits, and those of organisations.
const AREAS: &[&str] = &[
    "010", "013", "014", "015", "020", "023", "024", "026", "030", "033", "035", "036", "038", "040", "043", "045",
    "046", "050", "053", "055", "058", "070", "071", "072", "073", "074", "075", "076", "077", "078", "079", "085",
    "088",
];

/// The most signs that a number is read from.
const LONGEST: usize = 32;

/// A number as it is written, read up to where it can no longer be one.
#[derive(Default)]
struct Written {
    digits: String,
    /// How many digits stand in each group.
    groups: Vec<usize>,
    /// The bytes up to the last digit.
    length: usize,
}

/// Finds the numbers in a part.
pub(super) fn find(text: &str, part: &Part, finds: &mut Vec<Find>) {
    let bytes = text.as_bytes();
    let end = part.start + part.text.len();
    let mut place = part.start;
    while let Some(byte) = bytes.get(place..end).and_then(<[u8]>::first) {
        let is_start = matches!(byte, b'+' | b'0') && begins(text, place);
        let Some(length) = is_start.then(|| number(text.get(place..end).unwrap_or_default())).flatten() else {
            place += 1;
            continue;
        };
        let opened =
            text.get(place..place + length).is_some_and(|number| number.contains(')') && !number.contains('('));
        let start = if opened && super::before(text, place) == Some('(') { place - 1 } else { place };
        finds.push(Find { kind: HintKind::Telephone, start, end: place + length });
        place += length;
    }
}

/// What stands before a number does not belong to it.
fn begins(text: &str, place: usize) -> bool {
    super::before(text, place)
        .is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '-' | '+' | '/' | '\\' | '_' | '='))
}

/// The length of the number at the start.
fn number(text: &str) -> Option<usize> {
    if !text.as_bytes().get(1).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let written = read(text, 15);
    let digits = written.digits.as_str();
    if text.starts_with('+') {
        return international(text, 0, digits);
    }
    if digits.starts_with("00") {
        return international(text, 2, digits.get(2..)?);
    }
    // What is longer than a number may be a number and the next.
    let cut = [10, 9, 11].into_iter().find_map(|count| {
        let written = read(text, count);
        (written.digits.len() == count && is_national(&written) && ends(text, written.length)).then_some(written)
    })?;
    (!is_service(&cut.digits)).then_some(cut.length)
}

/// A number with the code of its country, `prefix` digits in.
fn international(text: &str, prefix: usize, digits: &str) -> Option<usize> {
    if digits.starts_with('0') || is_fiction(digits) {
        return None;
    }
    // Of the Netherlands the length is known: nine digits, and perhaps the zero that one does not dial.
    let most = match (digits.starts_with("31"), digits.starts_with("310")) {
        (_, true) => 12,
        (true, false) => 11,
        _ => 15,
    };
    let written = read(text, most + prefix);
    let count = written.digits.len() - prefix;
    let fits = if digits.starts_with("31") { count == most } else { (9..=15).contains(&count) };
    let is_service = digits.starts_with("31800") || digits.starts_with("31900");
    (fits && !is_service && ends(text, written.length)).then_some(written.length)
}

/// Reads groups of digits with one or two signs between them, as long as there are not more than `most` digits.
fn read(text: &str, most: usize) -> Written {
    let mut written = Written::default();
    let mut between = 0;
    for (place, c) in text.char_indices().take(LONGEST) {
        match c {
            '0'..='9' if written.digits.len() == most => break,
            '0'..='9' => {
                match written.groups.last_mut() {
                    Some(group) if between == 0 => *group += 1,
                    _ => written.groups.push(1),
                }
                written.digits.push(c);
                (written.length, between) = (place + 1, 0);
            }
            '+' if place == 0 => {}
            ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}' | '\u{2011}' if between < 2 => between += 1,
            _ => break,
        }
    }
    written
}

/// The next sign does not go on with the number.
fn ends(text: &str, length: usize) -> bool {
    let mut behind = text.get(length..).unwrap_or_default().chars();
    match behind.next() {
        Some('-' | '.' | ',' | '/' | ':') => !behind.next().is_some_and(|c| c.is_ascii_digit()),
        other => !other.is_some_and(|c| c.is_alphanumeric() || c == '%' || c == '_'),
    }
}

/// How national numbers are grouped. In one piece only the beginnings that are certain.
fn is_national(written: &Written) -> bool {
    let digits = written.digits.as_str();
    let has_area = digits.get(..3).is_some_and(|area| AREAS.contains(&area));
    match (digits.len(), written.groups.as_slice()) {
        (10, [10]) => digits.starts_with("06") || has_area,
        (10, [2, ..]) => digits.starts_with("06"),
        (10, [3, ..]) => has_area,
        (10, [4, 6] | [4, 3, 3] | [4, 2, 2, 2]) => !digits.starts_with("00") && !digits.starts_with("06"),
        (9, [2, 3, 2, 2]) => true,
        (11, [3, 4, 4]) => digits.starts_with("020"),
        _ => false,
    }
}

fn is_service(digits: &str) -> bool {
    ["0800", "0900", "0906", "0909"].iter().any(|service| digits.starts_with(service)) || is_fiction(digits)
}

/// Numbers that are set aside for stories: of North America, of London and of British mobiles.
fn is_fiction(digits: &str) -> bool {
    let national = digits.strip_prefix("44").or_else(|| digits.strip_prefix('0')).unwrap_or(digits);
    let is_american =
        digits.len() == 11 && digits.starts_with('1') && digits.get(4..9).is_some_and(|rest| rest == "55501");
    is_american || national.starts_with("2079460") || national.starts_with("7700900")
}
