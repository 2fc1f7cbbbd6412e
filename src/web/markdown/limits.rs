//! What a text may cost, and the check of its lines before the parser sees them.

use std::time::Duration;

use super::titles;

/// Longest source in bytes: some 30,000 words, a small book.
pub const MAX_SOURCE_BYTES: usize = 200_000;

/// Most levels of nesting, counting every list, item, quote, emphasis and link. The sanitiser's
/// time grows with the square of it; no reader follows ten.
pub const MAX_DEPTH: usize = 32;

/// Most `>` at the start of a line. The parser's time grows with the square of them, and it spends
/// it before any depth can be counted.
pub const MAX_QUOTE_MARKS: usize = 16;

/// Most table cells in a text. The parser adds the cells that a row lacks, so that a few bytes a
/// row can become thousands of cells.
pub const MAX_CELLS: usize = 20_000;

/// Longest title of a link in bytes; a title without an end counts as longer.
pub const MAX_TITLE_BYTES: usize = 1_000;

/// Why a text is not rendered; `line` counts from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The source has more than `limit` bytes.
    #[error("the text is longer than {limit} bytes")]
    TooLong { limit: usize },
    /// Lists, quotes or emphasis stand more than `limit` levels inside each other.
    #[error("line {line} is nested deeper than {limit} levels")]
    TooDeep { limit: usize, line: usize },
    /// A line starts with more than `limit` quote marks.
    #[error("line {line} starts with more than {limit} quote marks")]
    TooManyQuoteMarks { limit: usize, line: usize },
    /// A link's title, as in `[a](b "title")`, is longer than `limit` bytes or has no end.
    #[error("the link title at line {line} has no end within {limit} bytes")]
    EndlessTitle { limit: usize, line: usize },
    /// The tables have more than `limit` cells together.
    #[error("the table at line {line} brings the text to more than {limit} cells")]
    TooManyCells { limit: usize, line: usize },
    /// The renderer took longer than `limit`; a flaw of ours, to be reported.
    #[error("rendering took longer than {limit:?}")]
    TooSlow { limit: Duration },
    /// The renderer broke; a flaw of ours, to be reported.
    #[error("rendering failed")]
    Failed,
}

/// Checks the length and what each line starts with.
pub(super) fn check(source: &str) -> Result<(), Refused> {
    if source.len() > MAX_SOURCE_BYTES {
        return Err(Refused::TooLong { limit: MAX_SOURCE_BYTES });
    }
    // A line may also end with a carriage return alone, which editors do not count.
    let lines = source.split('\n').zip(1..).flat_map(|(line, number)| line.split('\r').map(move |part| (part, number)));
    for (part, line) in lines {
        let (containers, quote_marks) = containers(part.as_bytes());
        if quote_marks > MAX_QUOTE_MARKS {
            return Err(Refused::TooManyQuoteMarks { limit: MAX_QUOTE_MARKS, line });
        }
        if containers > MAX_DEPTH {
            return Err(Refused::TooDeep { limit: MAX_DEPTH, line });
        }
    }
    match titles::first_endless(source) {
        Some(offset) => Err(Refused::EndlessTitle { limit: MAX_TITLE_BYTES, line: line_at(source, offset) }),
        None => Ok(()),
    }
}

/// The 1-based line of the byte at `offset`.
pub(super) fn line_at(source: &str, offset: usize) -> usize {
    source.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// How many list items, quotes and footnotes the line opens or continues, and how many of them are
/// quotes. Stops counting past the limits.
fn containers(line: &[u8]) -> (usize, usize) {
    let (mut containers, mut quote_marks) = (0, 0);
    let mut rest = line.trim_ascii_start();
    while containers <= MAX_DEPTH {
        match rest {
            [b'>', after @ ..] => {
                quote_marks += 1;
                rest = after;
            }
            [b'-' | b'*' | b'+', after @ ..] if ends_marker(after) && !is_rule(rest) => rest = after,
            _ => match after_number(rest).or_else(|| after_note(rest)) {
                Some(after) => rest = after,
                None => break,
            },
        }
        containers += 1;
        rest = rest.trim_ascii_start();
    }
    (containers, quote_marks)
}

/// Whether a list marker ends here.
fn ends_marker(after: &[u8]) -> bool {
    after.first().is_none_or(u8::is_ascii_whitespace)
}

/// Whether the line is a rule such as `- - -`, which nests nothing.
fn is_rule(line: &[u8]) -> bool {
    line.iter().all(|byte| Some(byte) == line.first() || byte.is_ascii_whitespace())
        && line.iter().filter(|byte| !byte.is_ascii_whitespace()).count() >= 3
}

/// What follows an ordered list's marker (CommonMark 0.31.2, section 5.2: at most nine digits).
fn after_number(line: &[u8]) -> Option<&[u8]> {
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    match line.get(digits..)? {
        [b'.' | b')', after @ ..] if (1..=9).contains(&digits) && ends_marker(after) => Some(after),
        _ => None,
    }
}

/// What follows the start of a footnote, `[^label]:`.
fn after_note(line: &[u8]) -> Option<&[u8]> {
    let label = line.strip_prefix(b"[^")?;
    let end = label.iter().position(|byte| *byte == b']')?;
    label.get(end + 1..)?.strip_prefix(b":")
}
