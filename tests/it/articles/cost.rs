//! No text costs more than a moment, through the real route.

use super::support::{form, send, with};
use crate::support::Site;
use std::time::{Duration, Instant};

const SIZE: usize = 100_000;
const BAR: Duration = Duration::from_millis(500);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_kilobytes_of_anything_are_answered_in_half_a_second_and_come_back() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let base = form(&site, "Expensive").await;
    let mut took = Vec::new();
    for unit in ["- > ", "> ", "- ", "1. ", "[", "![", "*a ", "`", "| ", "a\n> b\n", "[a](", "<", "&", "[^1]", "_*"] {
        let body = unit.repeat(SIZE / unit.len());
        for action in ["preview", "save"] {
            let typed = with(base.clone(), &[("body", &body), ("action", action)]);
            // Another test beside this one may slow it down: of three, one must do.
            let mut best = Duration::MAX;
            for _ in 0..3 {
                let begun = Instant::now();
                let answer = send(&mut sam, "/articles/new", &typed).await;
                best = best.min(begun.elapsed());
                assert!([200, 303, 422].contains(&answer.status()), "{unit}: {}", answer.status());
                if answer.status() != 303 {
                    assert_eq!(answer.value("body").trim(), body.trim(), "{unit}: the text comes back");
                }
                if best < BAR {
                    break;
                }
            }
            took.push((best, unit, action));
        }
    }
    took.sort();
    let (slowest, unit, action) = took.pop().expect("some");
    println!("slowest: {slowest:?} for {unit:?}, {action}");
    assert!(slowest < BAR, "{unit:?} took {slowest:?} to {action}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_expensive_text_keeps_nobody_else_waiting() {
    let site = Site::demo().await;
    let sam = site.publisher().await;
    let typed = with(form(&site, "Expensive").await, &[("body", &"[".repeat(200_000)), ("action", "preview")]);
    let mut busy = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let (mut sam, typed) = (sam.clone(), typed.clone());
        busy.spawn(async move { send(&mut sam, "/articles/new", &typed).await.status() });
    }
    let mut visitor = site.anon();
    let mut slowest = Duration::ZERO;
    for _ in 0..10 {
        let begun = Instant::now();
        assert_eq!(visitor.get("/join/sent").await.status(), 200);
        slowest = slowest.max(begun.elapsed());
    }
    assert!(slowest < Duration::from_secs(1), "{slowest:?}");
    for status in busy.join_all().await {
        assert!([200, 422].contains(&status), "{status}");
    }
}
