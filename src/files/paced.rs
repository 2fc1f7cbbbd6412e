//! A body that is taken a little at a time. What reads a form with files in it (multer) takes all that is ready into
//! memory before it looks at any of it; so here never more than one piece is ready.

use axum::BoxError;
use axum::body::{Body, Bytes};
use hyper::body::{Body as HttpBody, Frame};
use std::pin::Pin;
use std::task::{Context, Poll};

/// See the module.
pub struct Paced {
    inner: Body,
    has_given: bool,
}

impl Paced {
    /// Takes this body a little at a time.
    pub fn new(inner: Body) -> Self {
        Self { inner, has_given: false }
    }
}

impl HttpBody for Paced {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if std::mem::take(&mut self.has_given) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let frame = Pin::new(&mut self.inner).poll_frame(context);
        self.has_given = matches!(frame, Poll::Ready(Some(Ok(_))));
        frame.map(|frame| frame.map(|frame| frame.map_err(BoxError::from)))
    }
}
