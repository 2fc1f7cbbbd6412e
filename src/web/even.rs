//! How long "not found" takes. What somebody may not read costs the database a little more than what does not exist, and
//! over some hundred requests that could be measured. So that answer leaves on a beat, whatever it cost.
//!
//! A beat and not equal work: each new table, policy or index would bring another difference, and nobody would notice.

use std::time::{Duration, Instant};

/// The beat: several times what such an answer costs, and too short to be felt.
pub const BEAT: Duration = Duration::from_millis(20);

/// Waits for the next beat after a request began. No beat, no waiting.
pub async fn out(beat: Duration, begun: Instant) {
    let over = begun.elapsed().as_nanos().checked_rem(beat.as_nanos());
    let over = over.and_then(|over| u64::try_from(over).ok()).map(Duration::from_nanos);
    if let Some(over) = over {
        tokio::time::sleep(beat.saturating_sub(over)).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_answer_leaves_on_the_beat_whatever_it_cost() {
        for cost in [0, 3, 12, 21] {
            let begun = Instant::now();
            tokio::time::sleep(Duration::from_millis(cost)).await;
            let beats = begun.elapsed().as_millis() / 20 + 1;
            out(BEAT, begun).await;
            assert!(begun.elapsed().as_millis() >= beats * 20, "{cost}: {:?}", begun.elapsed());
        }
    }
}
