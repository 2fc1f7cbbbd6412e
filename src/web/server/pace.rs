//! What one connection is doing since when, and whether that still is within its limits.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::Limits;

/// The pace of one connection; clones share it. Stream and bodies report to it, the connection's
/// task asks it.
#[derive(Clone)]
pub(super) struct Pace(Arc<Mutex<State>>);

/// What the connection's task is to do.
pub(super) enum Verdict {
    /// Nothing, until the moment given (or until the connection moves).
    Wait(Option<Instant>),
    /// End it politely: the client has nothing under way.
    Close,
    /// End it at once; the text is for the log.
    Cut(&'static str),
}

struct State {
    header: Duration,
    idle: Duration,
    write: Duration,
    stage: Stage,
    /// When the client last took bytes from us.
    wrote: Instant,
    /// Since when bytes have been waiting for the client to take them.
    blocked: Option<Instant>,
}

#[derive(Clone, Copy)]
enum Stage {
    /// A request's head is arriving.
    Head { since: Instant },
    /// A request is being handled or answered; its body has a deadline of its own.
    Busy,
    /// Between two requests.
    Idle { since: Instant },
    /// Idle for too long and asked to end.
    Closing { since: Instant },
}

impl Pace {
    pub(super) fn new(limits: &Limits) -> Self {
        let now = Instant::now();
        Self(Arc::new(Mutex::new(State {
            header: limits.header,
            idle: limits.idle,
            write: limits.write,
            stage: Stage::Head { since: now },
            wrote: now,
            blocked: None,
        })))
    }

    /// A head is complete. The connection is busy until the guard is dropped.
    pub(super) fn begin_request(&self) -> Busy {
        self.state().stage = Stage::Busy;
        Busy(self.clone())
    }

    /// The client sent something.
    pub(super) fn received(&self) {
        let mut state = self.state();
        if let Stage::Idle { .. } = state.stage {
            state.stage = Stage::Head { since: Instant::now() };
        }
    }

    /// The client took some bytes.
    pub(super) fn wrote(&self) {
        let mut state = self.state();
        state.wrote = Instant::now();
        state.blocked = None;
    }

    /// The client takes no more bytes for now.
    pub(super) fn blocked(&self) {
        self.state().blocked.get_or_insert_with(Instant::now);
    }

    /// Says whether a limit is passed at `now`, and when to ask again.
    pub(super) fn judge(&self, now: Instant) -> Verdict {
        let mut state = self.state();
        let writing = state.blocked.map(|since| since + state.write);
        if writing.is_some_and(|until| until <= now) {
            return Verdict::Cut("the client does not take the answer");
        }
        let reading = match state.stage {
            Stage::Head { since } | Stage::Closing { since } => Some(since + state.header),
            // An answer counts as ended when its last byte has left, not when hyper has buffered
            // it.
            Stage::Idle { since } => Some(since.max(state.wrote) + state.idle),
            Stage::Busy => None,
        };
        match (state.stage, reading) {
            (Stage::Idle { .. }, Some(until)) if until <= now => {
                state.stage = Stage::Closing { since: now };
                Verdict::Close
            }
            (_, Some(until)) if until <= now => Verdict::Cut("the request's head is too slow"),
            _ => Verdict::Wait(reading.into_iter().chain(writing).min()),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // No code that can panic runs under the lock, and the state is valid after every statement.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Marks a request as running; dropped with the last of its answer, or with the handler that never
/// answered.
pub(super) struct Busy(Pace);

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.state().stage = Stage::Idle { since: Instant::now() };
    }
}
