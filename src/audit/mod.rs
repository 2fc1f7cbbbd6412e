//! The audit log: who did what to what, why, when and in which request. It only grows (the database refuses anything
//! else), and a line is written in the transaction of the change that it tells of. The database chains the lines by hash
//! (the form stands in `migrations/20261123110000_change_audit_log.sql`); [`verify`] proves the chain.

mod action;
pub mod chain;
mod queries;
pub mod verify;

pub use action::Action;

use crate::{clock::Clock, db::WriteTx};
use chrono::TimeDelta;
use serde_json::Value;
use uuid::Uuid;

/// How long an entry is kept. The database keeps to the same by its own clock (`audit_period`).
pub const KEPT: TimeDelta = TimeDelta::days(7 * 365);

/// Adds a line. `detail` never holds labelled text: the log is read by people whom a label may leave out.
///
/// # Errors
/// When the database refuses or is away; the change then does not happen either.
pub async fn record(
    tx: &mut WriteTx,
    clock: &Clock,
    actor: Option<Uuid>,
    action: Action,
    subject: Uuid,
    detail: Value,
) -> sqlx::Result<()> {
    record_because(tx, clock, actor, action, subject, "", detail).await
}

/// The same, with the reason that was given. A reason that was typed about something with a label stays with that thing,
/// where its readers find it; here stand those about people.
///
/// # Errors
/// When the database refuses or is away; the change then does not happen either.
pub async fn record_because(
    tx: &mut WriteTx,
    clock: &Clock,
    actor: Option<Uuid>,
    action: Action,
    subject: Uuid,
    reason: &str,
    detail: Value,
) -> sqlx::Result<()> {
    let entry = queries::Entry { at: clock.now(), actor, action, subject, reason, request: tx.request(), detail };
    queries::add(tx, &entry).await
}
