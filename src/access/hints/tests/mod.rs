//! What is found and what is not, in lines as they stand in real texts; that it never fails; what it costs.

mod cost;
mod table;

use super::{Hint, HintKind, MAX_EXCERPT, MAX_HINTS, find};
use proptest::prelude::*;

#[test]
fn a_hint_says_what_where_and_in_the_words_of_the_text() {
    let text = "# Gemaal\n\nDe pomp hangt aan plc-rwzi-03 (10.20.30.40:502).\n\nBel Jan van der Berg, 06-12345678.\n";
    let of = |kind, excerpt: &str, line| Hint { kind, excerpt: excerpt.to_owned(), line };
    assert_eq!(
        find(text, &["Jan van der Berg"]),
        [
            of(HintKind::InternalName, "plc-rwzi-03", 3),
            of(HintKind::PrivateAddress, "10.20.30.40:502", 3),
            of(HintKind::Person, "Jan van der Berg", 5),
            of(HintKind::Telephone, "06-12345678", 5),
        ]
    );
}

#[test]
fn the_same_words_are_told_once_and_never_more_than_an_author_reads() {
    let twice = find("10.0.0.1\n10.0.0.1\n10.0.0.2", &[]);
    assert_eq!(twice.iter().map(|hint| hint.line).collect::<Vec<_>>(), [1, 3]);
    let many: Vec<String> = (0..200).map(|number| format!("- 10.1.1.{number}\n")).collect();
    let hints = find(&many.concat(), &[]);
    assert_eq!(hints.len(), MAX_HINTS);
    assert_eq!(hints.last().map(|hint| hint.line), Some(MAX_HINTS), "the first ones, in their order");
}

#[test]
fn an_excerpt_is_cut_at_a_character() {
    let name = "Maria Josefina Wilhelmina Alexandra van den Berg tot Oud-Zuilen van Nijevelt";
    let hints = find(name, &[name]);
    assert_eq!(hints.iter().map(|hint| hint.excerpt.as_str()).collect::<Vec<_>>(), [&name[..60]]);
    let accented = format!("{} Voorbeeld", ["é"; 30].concat());
    let hints = find(&accented, &[&accented]);
    assert_eq!(hints.iter().map(|hint| hint.excerpt.chars().count()).collect::<Vec<_>>(), [40]);
}

#[test]
fn a_name_that_is_too_long_to_compare_is_not_looked_for_in_part() {
    let name = format!("J{} van der Berg", "é".repeat(60));
    assert_eq!(find(&format!("Van {name} is dit, en van der Berg."), &[&name]), []);
}

#[test]
fn every_kind_has_a_name_of_its_own() {
    let mut names: Vec<_> = HintKind::ALL.iter().map(|kind| kind.slug()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), HintKind::ALL.len());
}

/// What nearly is something: pieces of addresses and names, put together at random.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9a-f:.]{1,20}",
        "[+0-9 ()./-]{1,24}",
        "(plc|srv|10|fe80|jan|van|vd|https|\\\\\\\\|\\[|\\]|@|://|\\.local|é|İ|\u{301}|王|\\n| ){1,8}",
        "\\PC{0,12}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn holds(text: &str, people: &[&str]) {
    let hints = find(text, people);
    assert!(hints.len() <= MAX_HINTS);
    for (place, hint) in hints.iter().enumerate() {
        assert!(text.contains(&hint.excerpt), "{hint:?}");
        assert!(!hint.excerpt.is_empty() && hint.excerpt.chars().count() <= MAX_EXCERPT, "{hint:?}");
        let first = hint.excerpt.lines().next().unwrap_or_default();
        let line = text.split('\n').nth(hint.line - 1).unwrap_or_default();
        assert!(line.contains(first), "{hint:?} is not in {line:?}");
        assert!(hints[..place].iter().all(|earlier| earlier.excerpt != hint.excerpt), "{hint:?} twice");
        assert!(hints[..place].iter().all(|earlier| earlier.line <= hint.line));
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_failing(text in any::<String>(), name in any::<String>()) {
        holds(&text, &[&name, "Jan van der Berg"]);
    }

    #[test]
    fn any_text_that_nearly_holds_something_is_read_without_failing(text in pieces(), name in pieces()) {
        holds(&text, &[&name, "Jan van der Berg"]);
    }
}
