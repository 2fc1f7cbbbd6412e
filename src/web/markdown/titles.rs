//! Finds link titles without an end, such as `[a](b "c`. The parser looks for the end in the whole
//! rest of the text, and at every line end it walks over all marks since the link: 100 kB of short
//! lines after one such link take it more than ten seconds (pulldown-cmark 0.13.6,
//! `scan_link_title`).

use super::limits::MAX_TITLE_BYTES;

/// Nested parentheses in an address beyond which the parser gives up
/// (pulldown-cmark's `LINK_MAX_NESTED_PARENS`).
const MAX_PARENTHESES: usize = 32;

/// The offset of the first title that has no end within [`MAX_TITLE_BYTES`].
pub(super) fn first_endless(source: &str) -> Option<usize> {
    let bytes = source.as_bytes();
    source
        .match_indices("](")
        .filter_map(|(offset, link)| title_start(bytes, offset + link.len()))
        .find(|start| !ends(bytes.get(*start..).unwrap_or_default()))
}

/// Where the title of a link starts whose address starts at `start`.
fn title_start(bytes: &[u8], start: usize) -> Option<usize> {
    let start = skip_space(bytes, start);
    let end = match bytes.get(start)? {
        b'<' => bracketed_end(bytes, start + 1)?,
        _ => plain_end(bytes, start)?,
    };
    let title = skip_space(bytes, end);
    matches!(bytes.get(title)?, b'"' | b'\'' | b'(').then_some(title)
}

/// Line ends, spaces, control characters, and the quote marks that a new line may start with.
fn skip_space(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    start + rest.iter().take_while(|byte| **byte <= b' ' || **byte == b'>').count()
}

/// The end of `<address>`.
fn bracketed_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        match bytes.get(at)? {
            b'>' => return Some(at + 1),
            b'<' | b'\n' | b'\r' => return None,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// The end of an address without brackets, unless the link ends with it.
fn plain_end(bytes: &[u8], start: usize) -> Option<usize> {
    let (mut at, mut open) = (start, 0);
    loop {
        match bytes.get(at)? {
            b'(' if open > MAX_PARENTHESES => return None,
            b'(' => open += 1,
            b')' => open = open.checked_sub(1)?,
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at += 1,
            0..=b' ' => return Some(at),
            _ => {}
        }
        at += 1;
    }
}

/// Whether the title that starts `bytes` ends in time. A second `(` ends the search as well.
fn ends(bytes: &[u8]) -> bool {
    let Some((open, rest)) = bytes.split_first() else {
        return true;
    };
    let mut rest = rest.iter().take(MAX_TITLE_BYTES);
    while let Some(byte) = rest.next() {
        match byte {
            b'\\' => _ = rest.next(),
            b'(' | b')' if *open == b'(' => return true,
            byte if byte == open => return true,
            _ => {}
        }
    }
    false
}
