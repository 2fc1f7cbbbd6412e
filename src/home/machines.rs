//! What machines ask for at the door.

use crate::error::{AppError, Result};
use crate::web::cx::Cx;
use chrono::TimeDelta;

/// `GET /robots.txt`: public pages may be indexed, screens for members lead nowhere anyway.
pub async fn robots(_: Cx) -> &'static str {
    "User-agent: *\nDisallow: /account/\nDisallow: /join/proof/\n"
}

/// `GET /.well-known/security.txt` (RFC 9116): whom to tell of a weakness, if the operator named somebody. It must not
/// look stale, so it is always dated half a year ahead.
pub async fn security(cx: Cx) -> Result<String> {
    let contact = cx.app.security_contact.as_ref().ok_or(AppError::NotFound)?;
    let expires = cx.app.clock.now() + TimeDelta::days(180);
    Ok(format!(
        "Contact: {contact}\nExpires: {}\nPreferred-Languages: en, nl\nCanonical: {}/.well-known/security.txt\n",
        expires.format("%Y-%m-%dT%H:%M:%SZ"),
        cx.app.public_url
    ))
}
