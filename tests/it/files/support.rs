//! Forms with a file in them, as a browser sends them (RFC 7578).

use crate::support::{Actor, Answer, Site};
use axum::body::Body;
use axum::http::Method;
use std::io::Cursor;
use tokio_util::io::ReaderStream;

const KIND: &str = "multipart/form-data; boundary=ot7boundary";

/// A whole form: fields, then the file.
pub fn body(fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(part(&format!("name=\"{name}\"")));
        body.extend(value.as_bytes());
        body.extend(b"\r\n");
    }
    if let Some((name, content)) = file {
        // As browsers do: these three are escaped, all else is sent as it is (HTML, 4.10.21.8).
        let name = name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
        body.extend(part(&format!("name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream")));
        body.extend(content);
        body.extend(b"\r\n");
    }
    body.extend(b"--ot7boundary--\r\n");
    body
}

fn part(disposition: &str) -> Vec<u8> {
    format!("--ot7boundary\r\nContent-Disposition: form-data; {disposition}\r\n\r\n").into_bytes()
}

/// Sends it.
pub async fn send(actor: &mut Actor, body: Vec<u8>) -> Answer {
    // In parts, as it would come over a line.
    let body = Body::from_stream(ReaderStream::with_capacity(Cursor::new(body), 64 * 1024));
    actor.send(Method::POST, "/files", body, Some(KIND)).await
}

/// Adds a file.
pub async fn add(actor: &mut Actor, to: &str, name: &str, content: &[u8]) -> Answer {
    send(actor, body(&[("to", to)], Some((name, content)))).await
}

/// A draft by Sam; its id.
pub async fn draft(site: &Site, sam: &mut Actor) -> String {
    let form = crate::articles::support::form(site, "A text with files").await;
    id(&crate::articles::support::draft(sam, &form).await)
}

/// The last part of an address.
pub fn id(address: &str) -> String {
    address.rsplit('/').next().expect("an id").to_owned()
}

/// The names of the files that a page lists.
pub fn listed(page: &Answer) -> Vec<String> {
    page.texts(".uploads .upload-name")
}

/// What lies in the store, and what is half there.
pub fn in_store(site: &Site) -> (usize, usize) {
    let count = |folder: &std::path::Path| std::fs::read_dir(folder).expect("a folder").count();
    let files = site.data.path().join("files");
    let folders = std::fs::read_dir(&files).expect("a folder").map(|entry| entry.expect("an entry").path());
    let kept = folders.filter(|path| !path.ends_with("arriving")).map(|path| count(&path)).sum();
    (kept, count(&files.join("arriving")))
}
