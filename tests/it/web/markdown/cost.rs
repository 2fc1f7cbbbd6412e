//! No text costs more than a moment: shapes made to be expensive are rendered or refused in time.

use super::shapes::shapes;
use polder::web::markdown::{MAX_SOURCE_BYTES, Setting, render};
use std::time::{Duration, Instant};

/// What each may take in the development profile, of three tries the best: other tests run beside this one.
const BAR: Duration = Duration::from_millis(500);

#[test]
fn every_expensive_shape_is_rendered_or_refused_in_time() {
    let shapes = shapes();
    assert!(shapes.len() >= 200, "{}", shapes.len());
    // The first use prepares the sanitiser.
    cost("");
    let mut costs: Vec<(Duration, &str)> = shapes
        .iter()
        .map(|(name, source)| {
            assert!(source.len() <= MAX_SOURCE_BYTES, "{name} has {} bytes", source.len());
            let first = cost(source);
            let cost = if first > BAR { first.min(cost(source)).min(cost(source)) } else { first };
            (cost, name.as_str())
        })
        .collect();
    costs.sort_unstable();
    let total: Duration = costs.iter().map(|(cost, _)| cost).sum();
    println!("{} shapes in {total:?}; the slowest: {:#?}", shapes.len(), &costs[costs.len() - 10..]);
    let slow: Vec<_> = costs.iter().filter(|(cost, _)| *cost > BAR).collect();
    assert!(slow.is_empty(), "{slow:#?}");
}

fn cost(source: &str) -> Duration {
    let started = Instant::now();
    // Rendered or refused: both are right here.
    let _ = render(source, &Setting::default());
    started.elapsed()
}
