//! A server that is not there. One that says nothing is given up after 45 seconds (`SEND_TIMEOUT`): too long to wait for
//! here.

use super::{FROM, message};
use polder::mail::{Mailer, SendError};
use tokio::net::TcpListener;

#[tokio::test]
async fn nobody_listening_is_a_reason_to_try_later() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("smtp://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let sent = Mailer::smtp(&url, FROM).expect("a mailer").send(&message("Koen", "koen@nieuw.example")).await;
    assert!(matches!(sent, Err(SendError::Later(_))), "{sent:?}");
}
