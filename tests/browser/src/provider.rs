//! An OpenID Connect provider as far as a browser is led to it: it says who it is, and has nothing to show, so that the
//! browser stays on the page that leads there. The real one is for the tests without a browser (`tests/it/account`).

use anyhow::Result;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

/// Starts one, for as long as this program runs; gives its issuer.
///
/// # Errors
/// When there is no port.
pub fn start() -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let issuer = format!("http://{}", listener.local_addr()?);
    let own = issuer.clone();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // Whoever went away needs no answer.
            let _ = answer(stream, &own);
        }
    });
    Ok(issuer)
}

fn answer(mut stream: TcpStream, issuer: &str) -> Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let asked = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let body = match asked.split(' ').nth(1).unwrap_or_default() {
        "/.well-known/openid-configuration" => serde_json::json!({
            "issuer": issuer, "authorization_endpoint": format!("{issuer}/auth"), "jwks_uri": format!("{issuer}/keys"),
            "token_endpoint": format!("{issuer}/token"), "response_types_supported": ["code"],
            "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["ES256"],
        }),
        "/keys" => serde_json::json!({ "keys": [] }),
        _ => {
            write!(stream, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")?;
            return Ok(());
        }
    };
    let body = body.to_string();
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    Ok(())
}
