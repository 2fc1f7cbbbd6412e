//! The server's patience: what slow, silent, greedy and polite clients meet, and what happens when it stops.

mod client;
mod patience;
mod stopping;

use std::convert::Infallible;
use std::error::Error;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::ConnectInfo;
use axum::http::StatusCode;
use axum::routing::{get, post};
use client::{Client, Server};
use hyper::body::Frame;
use polder::web::server::{BodyTooSlow, Limits};
use tokio::net::TcpSocket;
use tokio::time::sleep;

const fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

/// Bytes of a page that no socket buffer of this machine holds (its largest is 4 MiB).
const LARGE: usize = 24_000_000;

const REFUSAL: &str = "too large";

/// The real limits divided by about 25.
fn short() -> Limits {
    Limits {
        connections: 1024,
        header: ms(400),
        idle: ms(600),
        body: ms(800),
        body_rate: 16 * 1024,
        write: ms(800),
        linger: ms(200),
        farewell: ms(100),
        drain: ms(1000),
    }
}

/// A body of so many pieces of 1,000 bytes.
struct Pieces(usize);

impl hyper::body::Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let Some(rest) = self.0.checked_sub(1) else {
            return Poll::Ready(None);
        };
        self.0 = rest;
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(&[b'x'; 1000])))))
    }
}

/// Reads the body and says what became of it, as a form would.
async fn count(body: Body) -> (StatusCode, String) {
    match axum::body::to_bytes(body, usize::MAX).await {
        Ok(bytes) => (StatusCode::OK, format!("read {}", bytes.len())),
        Err(error) => {
            let slow = std::iter::successors(error.source(), |error| (*error).source())
                .any(<dyn std::error::Error + 'static>::is::<BodyTooSlow>);
            let status = if slow { StatusCode::REQUEST_TIMEOUT } else { StatusCode::BAD_REQUEST };
            (status, "not read".to_owned())
        }
    }
}

async fn fail() -> &'static str {
    panic!("on purpose")
}

fn app() -> Router {
    Router::new()
        .route("/", get(|| async { "hello" }))
        .route("/peer", get(|ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.to_string() }))
        .route("/count", post(count))
        .route("/refuse", post(|| async { (StatusCode::PAYLOAD_TOO_LARGE, REFUSAL.repeat(100_000)) }))
        .route(
            "/slow",
            get(|| async {
                sleep(ms(400)).await;
                "done"
            }),
        )
        .route(
            "/never",
            get(|| async {
                sleep(ms(60_000)).await;
                "late"
            }),
        )
        .route("/large", get(|| async { "x".repeat(LARGE) }))
        .route("/stream", get(|| async { Body::new(Pieces(LARGE / 1000)) }))
        .route("/panic", get(fail))
}

async fn server() -> Server {
    Server::start(app(), short()).await
}

/// A client whose system takes little on its behalf.
async fn greedy(server: &Server, window: u32) -> Client {
    let socket = TcpSocket::new_v4().expect("works");
    socket.set_recv_buffer_size(window).expect("works");
    Client::from(socket.connect(server.address).await.expect("works"))
}
