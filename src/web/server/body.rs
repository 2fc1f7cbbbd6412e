//! The two bodies of an exchange: the request's, which must arrive in time, and the answer's, which
//! tells when it is done.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::BoxError;
use axum::body::{Body, Bytes};
use hyper::body::{Body as HttpBody, Frame, Incoming, SizeHint};
use tokio::time::{Instant, Sleep, sleep_until};

use super::Limits;
use super::pace::Busy;

/// The client took too long to send the body of its request. Found in the source chain of the error
/// that reading a body gives; the fitting answer is 408 (RFC 9110, section 15.5.9).
#[derive(Debug, thiserror::Error)]
#[error("the request's body arrived too slowly")]
pub struct BodyTooSlow;

/// A request's body with a deadline that starts when it is first asked for.
pub(super) struct RequestBody {
    inner: Incoming,
    limit: Duration,
    rate: u32,
    received: u64,
    clock: Option<Clock>,
}

struct Clock {
    started: Instant,
    timer: Pin<Box<Sleep>>,
}

impl RequestBody {
    pub(super) fn new(inner: Incoming, limits: &Limits) -> Self {
        Self { inner, limit: limits.body, rate: limits.body_rate, received: 0, clock: None }
    }

    /// How long the body may take, given what has arrived.
    fn allowance(&self) -> Duration {
        let earned = self.received.checked_div(u64::from(self.rate)).unwrap_or(0);
        self.limit + Duration::from_secs(earned)
    }
}

impl HttpBody for RequestBody {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let allowance = self.allowance();
        if let Poll::Ready(frame) = Pin::new(&mut self.inner).poll_frame(context) {
            if let Some(Ok(data)) = frame.as_ref().map(|frame| frame.as_ref().map(Frame::data_ref)) {
                self.received += data.map_or(0, |data| data.len() as u64);
            }
            return Poll::Ready(frame.map(|frame| frame.map_err(BoxError::from)));
        }
        let clock = self.clock.get_or_insert_with(|| {
            let started = Instant::now();
            Clock { started, timer: Box::pin(sleep_until(started + allowance)) }
        });
        let until = clock.started + allowance;
        if clock.timer.deadline() != until {
            clock.timer.as_mut().reset(until);
        }
        ready!(clock.timer.as_mut().poll(context));
        Poll::Ready(Some(Err(Box::new(BodyTooSlow))))
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

/// An answer's body that keeps its connection marked as busy until it is sent.
pub(super) struct AnswerBody {
    inner: Body,
    _busy: Busy,
}

impl AnswerBody {
    pub(super) fn new(inner: Body, busy: Busy) -> Self {
        Self { inner, _busy: busy }
    }
}

impl HttpBody for AnswerBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.inner).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}
