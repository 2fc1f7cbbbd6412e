//! What the page of an item says about its label: that it changed, who may change it, and by what right it is open.

use super::Label;
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// How long a page tells of a change of its label.
pub const TOLD_FOR: TimeDelta = TimeDelta::days(30);

/// A change of a label after publication.
#[derive(Clone, Debug)]
pub struct LabelChange {
    pub at: DateTime<Utc>,
    pub from: Label,
    pub to: Label,
    pub reason: String,
}

/// How an item and its reader stand to each other.
#[derive(Clone, Debug)]
pub struct Standing {
    pub item: Uuid,
    /// Whether the reader speaks for its source.
    pub speaks: bool,
    /// Whether the reader may ask the source to share it more widely.
    pub may_ask: bool,
    /// Until when the reader has it open beyond its audience.
    pub beyond_until: Option<DateTime<Utc>>,
    /// The latest change of its label, if it is recent.
    pub changed: Option<LabelChange>,
}

/// What waits for a member behind a label that no list shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Waiting {
    /// Items under TLP:RED.
    pub sealed: i64,
    /// Requests for wider sharing that the member can answer.
    pub requests: i64,
}
