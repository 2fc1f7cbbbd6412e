//! What is refused at the edge, once for all rooms: NUL anywhere, and changes that another site asks for.

use crate::error::AppError;
use axum::extract::Request;
use http::header::ORIGIN;
use http::request::Parts;
use tower_http::csrf::CsrfLayer;

/// The most fields that a form may send: every check box of the largest form, several times over.
const MAX_FIELDS: usize = 2000;

/// Postgres keeps no NUL in a text, and no reader types one: in an address it is refused before anybody sees it.
///
/// # Errors
/// [`AppError::BadRequest`] when there is one.
pub fn check_address(request: &Request) -> Result<(), AppError> {
    let address = request.uri().path_and_query().map_or("", http::uri::PathAndQuery::as_str);
    if address.contains("%00") { Err(AppError::BadRequest("error-bad-request-nul")) } else { Ok(()) }
}

/// The same for a form's body, and that it has no more fields than a form of ours could have. A `%00` that somebody typed arrives as `%2500`, so this one is a NUL.
///
/// # Errors
/// [`AppError::BadRequest`] when there is one; [`AppError::TooLarge`] for too many fields.
pub fn check_body(body: &[u8]) -> Result<(), AppError> {
    let has_nul = body.contains(&0) || body.windows(3).any(|three| three == b"%00");
    if has_nul {
        return Err(AppError::BadRequest("error-bad-request-nul"));
    }
    let fields = body.split(|byte| *byte == b'&').take(MAX_FIELDS + 1).count();
    if fields > MAX_FIELDS { Err(AppError::TooLarge) } else { Ok(()) }
}

/// A change in a member's name must show where it comes from: `CsrfLayer` lets a request with neither header through,
/// which is right for a visitor's program and wrong for a browser that sends a session.
///
/// # Errors
/// [`AppError::CrossSite`] for an unsafe request with a session and without both headers.
pub fn check_origin(parts: &Parts, has_session: bool) -> Result<(), AppError> {
    let shows_origin = parts.headers.contains_key("sec-fetch-site") || parts.headers.contains_key(ORIGIN);
    if has_session && !parts.method.is_safe() && !shows_origin { Err(AppError::CrossSite) } else { Ok(()) }
}

/// The check of `Sec-Fetch-Site` and `Origin`, which knows the public address even when a proxy changes `Host`.
///
/// # Errors
/// When the public address is no origin.
pub fn csrf(public_origin: &str) -> anyhow::Result<CsrfLayer> {
    CsrfLayer::new()
        .add_trusted_origin(public_origin)
        .map_err(|error| anyhow::anyhow!("PUBLIC_URL is not an origin such as https://polder.example: {error}"))
}
