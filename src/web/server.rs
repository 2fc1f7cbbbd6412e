//! Serves the application over HTTP/1.1 with a limit on everything a client can make us wait for.
//!
//! `axum::serve` sets no timer at all, so a few hundred clients that send one byte a second hold it
//! for ever. Here every connection has a [`pace`]: it is cut when the head, the body, the next
//! request or the reading of our answer takes too long. Stopping is gentle: what runs is finished,
//! what is idle is closed, and no request already sent is lost.

mod body;
mod connection;
mod door;
mod pace;
mod stream;

use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout_at};

pub use body::BodyTooSlow;
use connection::Connection;

/// How long to wait after a failed `accept`: with no file descriptor left (EMFILE) it fails again
/// at once, and a loop without a pause would take a whole core.
const ACCEPT_PAUSE: Duration = Duration::from_millis(250);

/// What a client may cost: how many at once, and how long each step may take.
///
/// `Limits::default()` is for production; tests scale the times down.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Open connections at once. When all are taken the accept loop waits and further clients queue
    /// in the kernel. Keep the process's limit of open files (`ulimit -n`) a few hundred above it.
    pub connections: usize,
    /// From the first byte of a request's head (or from the connection's start) to the head's end.
    pub header: Duration,
    /// From the end of an answer to the first byte of the next request on the same connection.
    /// Longer than the 60 s that usual load balancers keep connections, or they would now and then
    /// send a request into a closing one.
    pub idle: Duration,
    /// For the whole request body, counted from the first time that the handler asks for it.
    /// Reading one that takes longer fails with [`BodyTooSlow`].
    pub body: Duration,
    /// Bytes that buy one second more than [`Limits::body`], so that large files over slow lines
    /// get through while dripping does not. 0: `body` is a hard limit.
    pub body_rate: u32,
    /// How long the client may take not a single byte of an answer that we want to send.
    pub write: Duration,
    /// After our last byte, how long to go on reading (and throwing away) what the client still
    /// sends. Closing at once would reset the connection, and the client would never see the answer
    /// (say, 413) to a body that we did not read.
    pub linger: Duration,
    /// After the call to stop, how long idle connections stay open, and half-made ones are
    /// accepted, for requests that were already on their way.
    pub farewell: Duration,
    /// After the call to stop, how long running requests may take before they are cut.
    pub drain: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1024,
            header: Duration::from_secs(10),
            idle: Duration::from_secs(75),
            body: Duration::from_secs(20),
            body_rate: 16 * 1024,
            write: Duration::from_secs(20),
            linger: Duration::from_secs(1),
            farewell: Duration::from_millis(500),
            drain: Duration::from_secs(25),
        }
    }
}

/// Serves `app` on `listener` until `shutdown` completes, then stops gently and returns.
///
/// Handlers find the peer's address as `ConnectInfo<SocketAddr>`. There is no time limit on
/// handlers themselves: that is a middleware's task. After `shutdown` no new client is let in, each
/// answer says `Connection: close`, idle connections end after [`Limits::farewell`] and the rest
/// after [`Limits::drain`] at most.
///
/// # Errors
/// When the listener has no address. A failing `accept` is logged and tried again.
pub async fn serve(
    listener: TcpListener,
    app: Router,
    limits: Limits,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()> {
    tracing::info!(address = %listener.local_addr()?, "serving");
    let (stop, stopping) = watch::channel(false);
    let mut server = Server {
        listener,
        app,
        slots: Arc::new(Semaphore::new(limits.connections)),
        limits: Arc::new(limits),
        stopping,
        connections: JoinSet::new(),
    };
    server.accept_until(shutdown).await;
    // Nobody hears it when every connection has ended already.
    let _ = stop.send(true);
    let drained = Instant::now() + server.limits.drain;
    if let Err(error) = door::close(&server.listener) {
        tracing::debug!(%error, "cannot close the door gently");
    }
    server.accept_until(sleep(server.limits.farewell)).await;

    let Server { listener, mut connections, .. } = server;
    drop(listener);
    let rest = async { while connections.join_next().await.is_some() {} };
    if timeout_at(drained, rest).await.is_err() {
        tracing::warn!(connections = connections.len(), "cut requests that did not finish in time");
        connections.shutdown().await;
    }
    Ok(())
}

/// A listener and the connections that came from it.
struct Server {
    listener: TcpListener,
    app: Router,
    limits: Arc<Limits>,
    slots: Arc<Semaphore>,
    stopping: watch::Receiver<bool>,
    connections: JoinSet<()>,
}

impl Server {
    /// Accepts clients until `end` completes.
    async fn accept_until(&mut self, end: impl Future<Output = ()>) {
        let mut end = pin!(end);
        loop {
            let accepted = tokio::select! {
                biased;
                () = &mut end => return,
                accepted = self.accept() => accepted,
            };
            while self.connections.try_join_next().is_some() {}
            match accepted {
                Ok(connection) => {
                    self.connections.spawn(connection.run());
                }
                Err(error) => {
                    tracing::warn!(%error, "cannot accept a connection");
                    tokio::select! {
                        () = &mut end => return,
                        () = sleep(ACCEPT_PAUSE) => {}
                    }
                }
            }
        }
    }

    /// Waits for a free slot, then for a client: those beyond the limit stay in the kernel's queue
    /// and cost us nothing.
    async fn accept(&self) -> io::Result<Connection> {
        let slot = Arc::clone(&self.slots).acquire_owned().await.map_err(io::Error::other)?;
        let (stream, peer) = self.listener.accept().await?;
        Ok(Connection {
            stream,
            peer,
            app: self.app.clone(),
            limits: Arc::clone(&self.limits),
            stopping: self.stopping.clone(),
            slot,
        })
    }
}
