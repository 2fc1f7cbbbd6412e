//! What is kept for how long, and the daily round that removes what is over. Each run is written down with what it did, for
//! the liaison (`/log/retention`). What goes by itself within days (links, sessions, limits) is [`super::tidy`].

use super::queries;
use crate::audit;
use crate::clock::Clock;
use chrono::TimeDelta;
use sqlx::PgPool;

/// A kind of thing that is kept for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The word in the database (`run_retention`) and in text keys.
    pub kind: &'static str,
    pub days: i64,
}

/// Every kind and how long it is kept, counted from its end.
pub const PERIODS: [Period; 10] = [
    // The person goes, the outcome stays: how many asked and how it ended is no data of anybody.
    Period { kind: "requests", days: 180 },
    // Whom somebody invited and how that ended stays, the address and the note go.
    Period { kind: "invitations", days: 180 },
    // Yes, no or maybe to an event, from its end.
    Period { kind: "answers", days: 2 * 365 },
    // Who was there, from the event's end; longer where something is addressed to those who were.
    Period { kind: "attendance", days: 5 * 365 },
    Period { kind: "jobs-done", days: 14 },
    // Long enough for somebody to look at it and repair the cause.
    Period { kind: "jobs-failed", days: 180 },
    // Who opened what is under TLP:RED, for its source.
    Period { kind: "reads", days: 2 * 365 },
    // The database cuts off a month or more at once.
    Period { kind: "audit", days: audit::KEPT.num_days() },
    // Wishes for another mail address, from their end: those that came true stand in the audit log.
    Period { kind: "addresses", days: 180 },
    // What this round wrote down.
    Period { kind: "runs", days: 2 * 365 },
];

/// Removes what is over, once a day however many instances ask, each kind by itself: one that fails keeps no other waiting
/// and is tried again in the next round.
pub async fn round(pool: &PgPool, clock: &Clock) {
    for Period { kind, days } in PERIODS {
        let now = clock.now();
        match queries::retain(pool, kind, now - TimeDelta::days(days), now).await {
            Ok(None) => {}
            Ok(Some((removed, kept))) => tracing::info!(kind, removed, kept, "what was over is removed"),
            Err(cause) => {
                tracing::warn!(kind, %cause, "what is over could not be removed; the next round tries again");
                let error: String = cause.to_string().chars().take(500).collect();
                if let Err(cause) = queries::retention_failed(pool, kind, now, &error).await {
                    tracing::warn!(kind, %cause, "nor could that be written down");
                }
            }
        }
    }
}
