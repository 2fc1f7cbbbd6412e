//! Slow, silent and greedy clients.

use super::client::{GET, Server, besiege, get, post};
use super::{LARGE, REFUSAL, app, greedy, ms, server, short};
use polder::web::server::Limits;
use std::time::Instant;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::sleep;

#[tokio::test]
async fn a_handler_sees_the_address_of_the_client() {
    let server = server().await;
    let mut client = server.connect().await;
    client.send(&get("/peer")).await.expect("works");
    let own = client.stream.local_addr().expect("works").to_string();
    assert!(client.answer().await.expect("works").ends_with(&own));
}

#[tokio::test]
async fn four_hundred_clients_that_drip_their_head_are_cut_while_others_are_served() {
    let server = server().await;
    let siege = besiege(&server, 400, "GET / HTTP/1.1\r\nHost: localhost\r\nX: yyyyyyyyyyyy", ms(40)).await;
    assert!(siege.last_cut < ms(1_200), "{:?}", siege.last_cut);
    assert!(siege.others > 10 && siege.slowest_other < ms(100), "{:?}", siege.slowest_other);
}

#[tokio::test]
async fn four_hundred_silent_clients_are_cut_while_others_are_served() {
    let server = server().await;
    let siege = besiege(&server, 400, "", ms(40)).await;
    assert!(siege.last_cut < ms(1_200), "{:?}", siege.last_cut);
    assert!(siege.others > 10 && siege.slowest_other < ms(100), "{:?}", siege.slowest_other);
}

#[tokio::test]
async fn four_hundred_clients_that_drip_their_body_are_answered_408_while_others_are_served() {
    let server = server().await;
    let head = "POST /count HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n\r\n";
    let mut slow = tokio::task::JoinSet::new();
    for _ in 0..400 {
        let mut client = server.connect().await;
        client.send(head).await.expect("works");
        slow.spawn(client.drip("yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy", ms(40)));
    }
    let (_, took) = server.ask(GET).await;
    assert!(took < ms(100), "{took:?}");
    for (lasted, answer) in slow.join_all().await {
        assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
        assert!(lasted < ms(1_800), "{lasted:?}");
    }
}

#[tokio::test]
async fn a_large_body_that_comes_steadily_may_take_longer_than_the_limit() {
    let server = server().await;
    let mut client = server.connect().await;
    client.send(&post("/count", 15 * 8192)).await.expect("works");
    let started = Instant::now();
    for _ in 0..15 {
        client.stream.write_all(&[b'y'; 8192]).await.expect("works");
        sleep(ms(80)).await;
    }
    assert!(client.answer().await.expect("works").ends_with("read 122880"));
    assert!(started.elapsed() > short().body);
}

#[tokio::test]
async fn a_client_that_takes_nothing_of_its_answer_is_cut() {
    let server = server().await;
    for path in ["/large", "/stream"] {
        let mut client = greedy(&server, 8192).await;
        client.send(&get(path)).await.expect("works");
        sleep(ms(1_500)).await;
        let mut read = Vec::new();
        client.stream.read_to_end(&mut read).await.ok();
        assert!(read.len() < LARGE, "{path}: the connection was left open");
    }
}

#[tokio::test]
async fn a_client_that_takes_its_answer_slowly_gets_all_of_it() {
    let server = server().await;
    for path in ["/large", "/stream"] {
        let mut client = greedy(&server, 64 * 1024).await;
        client.send(&get(path)).await.expect("works");
        let started = Instant::now();
        let (mut taken, mut piece) = (0, vec![0; 256 * 1024]);
        while taken < LARGE {
            let read = client.stream.read(&mut piece).await.expect("works");
            assert!(read > 0, "{path}: cut after {taken} bytes and {:?}", started.elapsed());
            taken += read;
            if taken % (256 * 1024) < read {
                sleep(ms(20)).await;
            }
        }
        assert!(started.elapsed() > short().header + short().idle, "{:?}", started.elapsed());
    }
}

#[tokio::test]
async fn a_full_server_recovers_when_the_slow_clients_are_cut() {
    let server = Server::start(app(), Limits { connections: 4, ..short() }).await;
    let mut silent = Vec::new();
    for _ in 0..4 {
        silent.push(server.connect().await);
    }
    sleep(ms(50)).await;
    let (answer, took) = server.ask(GET).await;
    assert!(answer.ends_with("hello"));
    assert!(took > ms(200) && took < ms(1_000), "{took:?}");
}

#[tokio::test]
async fn a_panicking_handler_gives_its_place_back() {
    let server = Server::start(app(), Limits { connections: 1, ..short() }).await;
    for _ in 0..3 {
        let mut client = server.connect().await;
        client.send(&get("/panic")).await.expect("works");
        assert!(client.answer().await.is_err());
    }
    assert!(server.ask(GET).await.0.ends_with("hello"));
}

#[tokio::test]
async fn a_connection_is_kept_between_requests_for_the_idle_time_and_no_longer() {
    let server = server().await;
    let mut client = server.connect().await;
    for _ in 0..3 {
        client.send(GET).await.expect("works");
        assert!(client.answer().await.expect("works").ends_with("hello"));
        sleep(ms(450)).await;
    }
    let started = Instant::now();
    assert!(client.answer().await.is_err());
    assert!(started.elapsed() < ms(300), "{:?}", started.elapsed());
}

#[tokio::test]
async fn a_second_request_that_drips_is_cut_too() {
    let server = server().await;
    let mut client = server.connect().await;
    client.send(GET).await.expect("works");
    client.answer().await.expect("works");
    let (lasted, _) = client.drip("GET / HTTP/1.1\r\nHost: localhost\r\nX: yyyyyyyyyyyyyyyy", ms(40)).await;
    assert!(lasted < ms(900), "{lasted:?}");
}

#[tokio::test]
async fn requests_sent_in_one_go_are_answered_in_order() {
    let server = server().await;
    let mut client = server.connect().await;
    client.send(&[GET, GET, &get("/peer"), GET].concat()).await.expect("works");
    let mut answers = Vec::new();
    for _ in 0..4 {
        answers.push(client.answer().await.expect("works"));
    }
    assert!(answers[2].contains("127.0.0.1") && answers[3].ends_with("hello"));
}

#[tokio::test]
async fn a_refusal_reaches_a_client_that_is_still_sending() {
    let server = server().await;
    for _ in 0..5 {
        // A reset would throw away what still waits on the server's side, so the answer is larger
        // than the window.
        let mut client = greedy(&server, 8192).await;
        client.send(&post("/refuse", 3_000_000)).await.expect("works");
        let body = vec![b'y'; 1_000_000];
        let (mut reader, mut writer) = client.stream.split();
        let mut read = Vec::new();
        tokio::join!(
            async {
                writer.write_all(&body).await.ok();
            },
            async {
                sleep(ms(50)).await;
                reader.read_to_end(&mut read).await.expect("a proper end, not a reset");
            }
        );
        let answer = String::from_utf8_lossy(&read);
        assert!(answer.starts_with("HTTP/1.1 413") && answer.len() > REFUSAL.len() * 100_000);
    }
}

#[tokio::test]
async fn a_head_that_is_too_long_is_answered_431() {
    let server = server().await;
    let mut client = server.connect().await;
    let request = format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {}\r\n\r\n", "y".repeat(40_000));
    client.send(&request).await.ok();
    assert!(client.answer().await.expect("works").starts_with("HTTP/1.1 431"));
}
