//! What a text may cost, and how its writer is told.

use super::shape::{gives, rendered, setting};
use polder::web::markdown::{
    MAX_CELLS, MAX_DEPTH, MAX_QUOTE_MARKS, MAX_SOURCE_BYTES, MAX_TITLE_BYTES, Refused, render, render_off_thread,
};
use std::time::Duration;

#[test]
fn long_runs_of_marks_come_out_whole() {
    for unit in ["&", "é&", "<", "a & b "] {
        let source = format!("x{}x", unit.repeat(3_000));
        let html = rendered(&source).html;
        let escaped = source.replace('&', "&amp;").replace('<', "&lt;");
        assert_eq!(html, format!("<p>{escaped}</p>\n"));
        assert_eq!(rendered(&format!("`{source}`")).html, format!("<p><code>{escaped}</code></p>\n"));
    }
}

#[test]
fn the_longest_text_is_accepted_and_one_byte_more_is_not() {
    assert!(render(&"a".repeat(MAX_SOURCE_BYTES), &setting()).is_ok());
    let refused = render(&"a".repeat(MAX_SOURCE_BYTES + 1), &setting()).expect_err("fails");
    assert_eq!(refused, Refused::TooLong { limit: MAX_SOURCE_BYTES });
}

#[test]
fn nesting_is_accepted_to_the_limit() {
    // Each step is a list and an item.
    let nested = |steps: usize| format!("x\n\n{}a", "- ".repeat(steps));
    assert!(render(&nested(MAX_DEPTH / 2), &setting()).is_ok());
    let refused = Err(Refused::TooDeep { limit: MAX_DEPTH, line: 3 });
    assert_eq!(render(&nested(MAX_DEPTH / 2 + 1), &setting()), refused);
    assert_eq!(render(&nested(1_000), &setting()), refused);
    assert_eq!(render(&format!("x\n\n{}", "1. > [^a]: ".repeat(1_000)), &setting()), refused);
    assert_eq!(render(&format!("x\n\n{}a{}", "*a ".repeat(40), "*".repeat(40)), &setting()), refused);
}

#[test]
fn quote_marks_are_accepted_to_the_limit() {
    let quoted = |marks: usize| format!("x\n{}a", "> ".repeat(marks));
    assert!(render(&quoted(MAX_QUOTE_MARKS), &setting()).is_ok());
    let refused = Err(Refused::TooManyQuoteMarks { limit: MAX_QUOTE_MARKS, line: 2 });
    assert_eq!(render(&quoted(MAX_QUOTE_MARKS + 1), &setting()), refused);
    assert_eq!(render(&format!("\ny\r{}", quoted(MAX_QUOTE_MARKS + 1).replace('\n', "\r")), &setting()), refused);
}

#[test]
fn a_long_rule_is_not_taken_for_nesting() {
    gives(&"- ".repeat(60), "<hr>");
    gives(&format!("> {}", "* ".repeat(60)), "<blockquote>\n<hr>\n</blockquote>");
}

#[test]
fn table_cells_are_accepted_to_the_limit() {
    let table = |rows: usize| format!("{}|\n{}|\n{}", "|a".repeat(100), "|-".repeat(100), "|b\n".repeat(rows));
    assert!(render(&table(MAX_CELLS / 100 - 1), &setting()).is_ok());
    let refused = render(&table(MAX_CELLS / 100), &setting()).expect_err("fails");
    assert_eq!(refused, Refused::TooManyCells { limit: MAX_CELLS, line: 202 });
}

#[test]
fn a_link_title_needs_an_end() {
    for (open, line) in [
        ("[a](b \"", 2),
        ("![a](<b c> '", 2),
        ("[a](\nb\n(", 4),
        ("[a](b\u{b}'", 2),
        ("[a](((b)) \"", 2),
        ("[a](<b>\"", 2),
        ("> [a](b\n> \"", 3),
    ] {
        let refused = render(&format!("x\n{open}{}", "c\n".repeat(1_000)), &setting()).expect_err("fails");
        assert_eq!(refused, Refused::EndlessTitle { limit: MAX_TITLE_BYTES, line }, "{open:?}");
    }
}

#[test]
fn what_only_looks_like_an_endless_title_is_accepted() {
    for text in
        ["[a](b \"c\")", "[a](b) \"c", "[a](b) 's avonds (of later", "[a](b", "[a] (b \"c", "[a](b \"c \\\" d\")"]
    {
        assert!(render(&format!("{text} {}", "d\n".repeat(1_000)), &setting()).is_ok(), "{text:?}");
    }
}

#[test]
fn refusals_name_the_limit_and_the_line() {
    assert_eq!(
        Refused::TooManyQuoteMarks { limit: 16, line: 3 }.to_string(),
        "line 3 starts with more than 16 quote marks"
    );
}

#[tokio::test]
async fn rendering_off_the_thread_gives_the_same_and_leaves_others_running() {
    let source = "a *b*\n\n".repeat(10_000);
    let work = tokio::spawn(render_off_thread(source.clone(), setting()));
    let started = std::time::Instant::now();
    tokio::time::sleep(Duration::from_millis(5)).await;
    assert!(started.elapsed() < Duration::from_millis(100));
    assert_eq!(work.await.expect("works"), render(&source, &setting()));
}
