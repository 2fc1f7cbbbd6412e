//! Taking along what the site holds about oneself: one archive, to keep or to read with other programs.

mod archive;
pub mod queries;

use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::jobs::{self, AccountNews, Job};
use crate::web::cx::{FreshCx, MemberCx};
use crate::web::page::{Page, show};
use archive::Archive;
use askama::Template;
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use queries::LeftOut;
use serde_json::json;
use tokio::io::AsyncReadExt;

/// The page's address.
pub const ADDRESS: &str = "/account/data";

/// The most bytes of files that one archive holds: it is put together in memory.
pub const MOST_BYTES: i64 = 64_000_000;

/// So many lines about what is left out are on the page; all of it is in the archive.
const SHOWN: usize = 50;

/// What is left out for one reason: one thing that can be opened, or as many as there are.
struct Left {
    item: LeftOut,
    count: usize,
}

impl Left {
    /// Whether a link helps: a note is read with its text, and what is closed stays closed.
    fn can_be_opened(item: &LeftOut) -> bool {
        item.reason != "no-access" && item.kind != "note"
    }

    fn is_link(&self) -> bool {
        Self::can_be_opened(&self.item)
    }

    /// Those that cannot be opened stand together.
    fn gathered(items: Vec<LeftOut>) -> Vec<Self> {
        let mut lines: Vec<Self> = Vec::new();
        for item in items {
            let same = |line: &&mut Self| {
                !line.is_link()
                    && (&line.item.kind, line.item.label, &line.item.reason) == (&item.kind, item.label, &item.reason)
            };
            match lines.iter_mut().find(same) {
                Some(line) => line.count += 1,
                None => lines.push(Self { item, count: 1 }),
            }
        }
        lines.truncate(SHOWN);
        lines
    }
}

#[derive(Template)]
#[template(path = "account/data.html")]
struct DataPage {
    page: Page,
    left_out: Vec<Left>,
    most: i64,
}

/// `GET /account/data`
pub async fn get(cx: MemberCx) -> Result<Response> {
    let left_out = Left::gathered(queries::left_out(&mut *cx.read().await?).await?);
    show(&DataPage { page: Page::new(&cx, "account/data"), left_out, most: MOST_BYTES / 1_000_000 })
}

/// `POST /account/data/export`
pub async fn post(cx: FreshCx) -> Result<Response> {
    let me = cx.me().id;
    let archive = collect(&cx).await?;
    // Packing is work for a processor; other requests go on meanwhile.
    let (parts, packed) = tokio::task::spawn_blocking(move || (archive.len(), archive.pack()))
        .await
        .map_err(|error| AppError::Internal(error.to_string().into()))?;
    let packed = packed?;
    let mut tx = cx.write().await?;
    let detail = json!({ "files": parts, "bytes": packed.len() });
    audit::record(&mut tx, &cx.app.clock, Some(me), Action::DataTaken, me, detail).await?;
    jobs::enqueue(&mut tx, &cx.app.clock, &Job::AccountNews { member: me, news: AccountNews::DataTaken }).await?;
    tx.commit().await?;

    let name = format!("attachment; filename=\"my-data-{}.zip\"", cx.app.clock.now().format("%Y-%m-%d"));
    let mut response = packed.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment")));
    Ok(response)
}

/// Everything, as it was at one moment.
async fn collect(cx: &MemberCx) -> Result<Archive> {
    let me = cx.me().id;
    let mut tx = cx.read().await?;
    let mut archive = Archive::new(&cx.texts(), cx.app.clock.now());
    for (name, rows) in queries::sections(&mut tx, me).await? {
        archive.json(name, &rows)?;
    }
    for text in queries::texts(&mut tx, me).await? {
        archive.add(&format!("texts/{}.md", text.id), text.body.into_bytes());
    }
    let mut left_out = queries::left_out(&mut tx).await?;
    let mut room = MOST_BYTES;
    for file in queries::files(&mut tx, me).await? {
        if file.bytes > room {
            left_out.push(LeftOut { id: file.id, kind: "file".into(), label: file.label, reason: "size".into() });
            continue;
        }
        room -= file.bytes;
        let lost =
            |cause: &dyn std::fmt::Display| AppError::Internal(format!("content of file {}: {cause}", file.id).into());
        let hash: [u8; 32] = file.sha256.as_slice().try_into().map_err(|error| lost(&error))?;
        let mut content = Vec::new();
        let mut stored = cx.app.files.open(&hash).await.map_err(|error| lost(&error))?;
        stored.read_to_end(&mut content).await.map_err(|error| lost(&error))?;
        archive.add(&format!("files/{}/{}", file.id, archive::file_name(&file.name)), content);
    }
    archive.json("left-out.json", &json!(left_out))?;
    Ok(archive)
}
