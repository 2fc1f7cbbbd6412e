//! One client's connection: the application behind hyper, with the connection's [`Pace`] beside it.

use std::convert::Infallible;
use std::future::poll_fn;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Poll, ready};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::header::{CONNECTION, HeaderValue};
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use hyper_util::server::graceful::GracefulConnection;
use tokio::net::TcpStream;
use tokio::sync::{OwnedSemaphorePermit, watch};
use tokio::time::{Instant, sleep, sleep_until};
use tower::Service;

use super::Limits;
use super::body::{AnswerBody, RequestBody};
use super::pace::{Busy, Pace, Verdict};
use super::stream::PacedStream;

/// Largest request head (request line and headers) in bytes; a longer one is answered 431. hyper's
/// own default of about 400 kB, times [`Limits::connections`], would be 400 MB of memory for the
/// taking. nginx allows 4 x 8 kB.
const MAX_HEAD_BYTES: usize = 32 * 1024;

/// One client's connection, and what it needs to be served.
pub(super) struct Connection {
    pub(super) stream: TcpStream,
    pub(super) peer: SocketAddr,
    pub(super) app: Router,
    pub(super) limits: Arc<Limits>,
    pub(super) stopping: watch::Receiver<bool>,
    /// Given back when the connection has ended, however it ends.
    pub(super) slot: OwnedSemaphorePermit,
}

impl Connection {
    /// Serves requests until the client leaves, is too slow, or the server stops.
    pub(super) async fn run(self) {
        let Self { stream, peer, app, limits, stopping, slot: _slot } = self;
        // Small answers must not wait for the acknowledgement of earlier ones. Failing here only
        // makes them slower.
        let _ = stream.set_nodelay(true);
        let pace = Pace::new(&limits);
        let service = service_fn(|mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            let request = request.map(|body| RequestBody::new(body, &limits));
            answer(app.clone(), request, pace.begin_request(), stopping.clone())
        });
        // hyper's own header timer stays off: it runs between requests too, and so would be the
        // idle limit as well.
        let connection = http1::Builder::new()
            .header_read_timeout(None)
            .max_header_size(MAX_HEAD_BYTES)
            .serve_connection(TokioIo::new(PacedStream::new(stream, pace.clone(), limits.linger)), service);
        let end = async {
            // An error means that the server is gone, which ends this connection too.
            let _ = stopping.clone().wait_for(|stop| *stop).await;
            sleep(limits.farewell).await;
        };
        match drive(connection, &pace, end).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::debug!(%peer, %error, "connection ended early"),
            Err(reason) => tracing::debug!(%peer, reason, "connection cut"),
        }
    }
}

/// Asks the application, and says in the answer whether the connection goes on.
async fn answer(
    mut app: Router,
    request: Request<RequestBody>,
    busy: Busy,
    stopping: watch::Receiver<bool>,
) -> Result<Response<AnswerBody>, Infallible> {
    let mut answer = app.call(request.map(Body::new)).await?;
    if *stopping.borrow() {
        answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(answer.map(|body| AnswerBody::new(body, busy)))
}

/// Runs the connection to its end, asking it to close when `end` completes or when it has been idle
/// for too long.
///
/// # Errors
/// The reason, for the log, when the client was too slow and the connection has to be dropped as it
/// is.
async fn drive(
    connection: impl GracefulConnection<Error = hyper::Error>,
    pace: &Pace,
    end: impl Future<Output = ()>,
) -> Result<hyper::Result<()>, &'static str> {
    let mut connection = pin!(connection);
    let mut end = pin!(end);
    let mut ending = false;
    let mut timer = pin!(sleep_until(Instant::now()));
    poll_fn(|context| {
        if !ending && end.as_mut().poll(context).is_ready() {
            ending = true;
            connection.as_mut().graceful_shutdown();
        }
        loop {
            if let Poll::Ready(result) = connection.as_mut().poll(context) {
                return Poll::Ready(Ok(result));
            }
            // Judged after every step of the connection, so that it never waits without a timer.
            match pace.judge(Instant::now()) {
                Verdict::Cut(reason) => return Poll::Ready(Err(reason)),
                Verdict::Close => connection.as_mut().graceful_shutdown(),
                Verdict::Wait(None) => return Poll::Pending,
                Verdict::Wait(Some(until)) => {
                    if timer.deadline() != until {
                        timer.as_mut().reset(until);
                    }
                    ready!(timer.as_mut().poll(context));
                }
            }
        }
    })
    .await
}
