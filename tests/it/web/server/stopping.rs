//! Stopping: what runs is finished, what is idle is closed, and no request already sent is lost.

use super::client::{Client, GET, Server, get};
use super::{app, ms, server, short};
use polder::web::server::Limits;
use std::net::SocketAddr;
use std::time::Instant;
use tokio::time::{sleep, timeout};

#[tokio::test]
async fn stopping_finishes_what_runs_and_closes_what_is_idle() {
    let mut server = server().await;
    let mut idle = server.connect().await;
    idle.send(GET).await.expect("works");
    idle.answer().await.expect("works");
    let mut running = server.connect().await;
    running.send(&get("/slow")).await.expect("works");
    sleep(ms(50)).await;

    server.stop();
    let started = Instant::now();
    assert!(idle.answer().await.is_err());
    drop(idle);
    assert!(started.elapsed() < ms(250), "{:?}", started.elapsed());
    let answer = running.answer().await.expect("works");
    assert!(answer.ends_with("done") && answer.contains("connection: close"), "{answer}");
    drop(running);
    assert!(server.stopped().await < ms(200));
}

#[tokio::test]
async fn stopping_cuts_what_does_not_finish_in_time() {
    let server = server().await;
    let mut running = server.connect().await;
    running.send(&get("/never")).await.expect("works");
    sleep(ms(50)).await;
    let took = server.stopped().await;
    assert!(took >= ms(1_000) && took < ms(1_300), "{took:?}");
    assert!(running.answer().await.is_err());
}

#[tokio::test]
async fn an_idle_connection_may_still_ask_in_the_moment_of_stopping() {
    let mut server = server().await;
    let mut client = server.connect().await;
    client.send(GET).await.expect("works");
    client.answer().await.expect("works");
    server.stop();
    sleep(ms(30)).await;
    client.send(GET).await.expect("works");
    assert!(client.answer().await.expect("works").contains("connection: close"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn stopping_under_load_cuts_no_request_ten_times() {
    for round in 0..10_u64 {
        // The farewell of production: on a busy machine a client of this very process needs it to send what it began.
        let limits = Limits { farewell: ms(500), drain: ms(3000), ..short() };
        let mut server = Server::start(app(), limits).await;
        let mut clients = tokio::task::JoinSet::new();
        for number in 0..40 {
            clients.spawn(load(server.address, number % 2 == 0));
        }
        sleep(ms(150 + round * 7)).await;
        server.stop();
        let took = server.stopped().await;
        let mut answered = 0;
        for result in clients.join_all().await {
            answered += result.unwrap_or_else(|error| panic!("round {round}: {error}"));
        }
        assert!(answered > 100, "only {answered} answers");
        assert!(took < ms(2_000), "{took:?}");
    }
}

/// Asks without pause, on one connection or on a new one each time, until nobody listens any more.
/// An error is a request that was sent and not answered.
async fn load(address: SocketAddr, keep: bool) -> Result<usize, String> {
    let mut answered = 0;
    'connections: loop {
        // A closed door does not answer; nothing has been asked yet.
        let Ok(Ok(mut client)) = timeout(ms(200), Client::connect(address)).await else {
            return Ok(answered);
        };
        loop {
            let sent = client.send(GET).await;
            let answer = client
                .answer()
                .await
                .map_err(|error| format!("after {answered} answers, keep {keep}: {error}; sending: {sent:?}"))?;
            answered += 1;
            if !keep || answer.contains("connection: close") {
                continue 'connections;
            }
        }
    }
}
