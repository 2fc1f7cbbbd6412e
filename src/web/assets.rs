//! Static files, compiled in. Their addresses carry a hash of them all, so browsers keep them for a year and never ask
//! again; the style sheet is the files of `static/css/` one after another, without their comments and indentation.

use crate::error::AppError;
use crate::web::path::Path;
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "static"]
struct Files;

struct Assets {
    hash: String,
    files: BTreeMap<String, Vec<u8>>,
}

static ASSETS: LazyLock<Assets> = LazyLock::new(|| {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut names: Vec<_> = Files::iter().collect();
    names.sort();
    for name in names {
        let Some(file) = Files::get(&name) else { continue };
        // One request for the whole style; each file stays small to read.
        if name.starts_with("css/") {
            let style = slim(&String::from_utf8_lossy(&file.data));
            files.entry("polder.css".to_owned()).or_default().extend_from_slice(style.as_bytes());
        } else {
            files.insert(name.into_owned(), file.data.into_owned());
        }
    }
    let mut digest = Sha256::new();
    for (name, data) in &files {
        digest.update(name.as_bytes());
        digest.update(data);
    }
    let hash = digest.finalize().iter().take(6).fold(String::new(), |mut hash, byte| {
        let _ = write!(hash, "{byte:02x}");
        hash
    });
    Assets { hash, files }
});

/// A style sheet without what only its writers read: a third of what travels.
fn slim(style: &str) -> String {
    let mut parts = style.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let code = parts.fold(first, |code, part| code + part.split_once("*/").map_or("", |(_, after)| after));
    code.lines().map(str::trim).filter(|line| !line.is_empty()).fold(String::new(), |slim, line| slim + line + "\n")
}

/// The address of a file: `/static/1f2e…/polder.css`.
pub fn address(name: &str) -> String {
    format!("/static/{}/{name}", ASSETS.hash)
}

/// Serves a file under the present hash. An old hash leads nowhere: its page is gone with its program.
pub async fn get(Path((hash, name)): Path<(String, String)>) -> Result<Response, AppError> {
    if hash != ASSETS.hash {
        return Err(AppError::NotFound);
    }
    serve(&name, "public, max-age=31536000, immutable")
}

/// The icon that browsers ask for without being told.
pub async fn favicon() -> Result<Response, AppError> {
    serve("img/favicon.svg", "public, max-age=86400")
}

fn serve(name: &str, cache: &'static str) -> Result<Response, AppError> {
    let data: &'static [u8] = ASSETS.files.get(name).ok_or(AppError::NotFound)?;
    let mut response = data.into_response();
    response.headers_mut().insert(CONTENT_TYPE, content_type(name));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    Ok(response)
}

fn content_type(name: &str) -> HeaderValue {
    HeaderValue::from_static(match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    })
}

#[cfg(test)]
mod tests {
    use super::{ASSETS, Files, slim};

    #[test]
    fn a_style_sheet_loses_its_comments_and_nothing_else() {
        let style = "/* what\n * for */\n@layer a {\n  .b { content: \"\\2713\" / \"\"; } /* why */\n\n  /**/ c > d { x: 1 }\n}\n";
        assert_eq!(slim(style), "@layer a {\n.b { content: \"\\2713\" / \"\"; }\nc > d { x: 1 }\n}\n");
        let served = String::from_utf8(ASSETS.files["polder.css"].clone()).expect("text");
        let count = |mark: &str| served.matches(mark).count();
        assert_eq!(count("{"), count("}"));
        // A comment inside a string would be cut out of it.
        for name in Files::iter().filter(|name| name.starts_with("css/")) {
            let file = Files::get(&name).expect("a file");
            let text = String::from_utf8_lossy(&file.data).into_owned();
            let lines = text.lines().filter(|line| {
                line.contains("/*") && line.split("/*").next().unwrap_or("").matches('"').count() % 2 == 1
            });
            assert_eq!(lines.count(), 0, "{name}");
            assert_eq!(text.matches("/*").count(), text.matches("*/").count(), "{name}");
        }
    }
}
