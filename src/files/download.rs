//! Handing a file over. Always as something to keep, never as something to show: what members send in is not ours.

use super::model::address;
use super::names;
use super::queries;
use super::store::Hash;
use crate::access::{ItemKind, Label};
use crate::error::{AppError, Result};
use crate::web::cx::{Cx, open};
use crate::web::page::go;
use crate::web::path::Path;
use axum::body::Body;
use axum::response::Response;
use http::HeaderValue;
use http::header::{ACCEPT_RANGES, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use tokio_util::io::ReaderStream;
use uuid::Uuid;

/// Bytes that are read at a time.
const PART: usize = 64 * 1024;

/// Even a browser that shows it all the same runs and loads nothing.
const POLICY: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");

/// Set on answers that hand a file over.
#[derive(Clone, Copy)]
pub struct HandedOver;

/// `GET /files/{id}/{name}`
pub async fn get(cx: Cx, Path((id, name)): Path<(Uuid, String)>) -> Result<Response> {
    let (tx, file) = open!(cx, ItemKind::File, &id.to_string(), |tx| queries::by_id(&mut tx, id));
    drop(tx);
    // Under TLP:RED any name will do: going on to the right one would be written down as a second reading.
    if file.label != Label::Red && name != file.name {
        return Ok(go(&cx, &address(id, file.label, &file.name), None));
    }
    let lost = |cause: &dyn std::fmt::Display| AppError::Internal(format!("the content of file {id}: {cause}").into());
    let hash: Hash = file.sha256.as_slice().try_into().map_err(|error| lost(&error))?;
    let content = cx.app.files.open(&hash).await.map_err(|error| lost(&error))?;
    let mut response = Response::new(Body::from_stream(ReaderStream::with_capacity(content, PART)));
    let headers = response.headers_mut();
    let value = |text: &str| HeaderValue::from_str(text).map_err(|error| lost(&error));
    let charset = if file.media_type.starts_with("text/") { "; charset=utf-8" } else { "" };
    headers.insert(CONTENT_TYPE, value(&format!("{}{charset}", file.media_type))?);
    headers.insert(CONTENT_LENGTH, HeaderValue::from(file.bytes));
    headers.insert(CONTENT_DISPOSITION, value(&names::disposition(file.label, &file.name))?);
    headers.insert(CONTENT_SECURITY_POLICY, POLICY);
    headers.insert(ACCEPT_RANGES, HeaderValue::from_static("none"));
    response.extensions_mut().insert(HandedOver);
    Ok(response)
}
