//! Signing out: a change, so never by GET.

use crate::auth::session;
use crate::error::Result;
use crate::web::cookies::{self, Name};
use crate::web::cx::Cx;
use crate::web::flash::Flash;
use crate::web::page::go;
use axum::response::Response;
use http::HeaderMap;
use http::header::SET_COOKIE;

/// `POST /account/sign-out`
pub async fn post(cx: Cx, headers: HeaderMap) -> Result<Response> {
    if let Some(secret) = cookies::read(&headers, &cx.app, Name::Session) {
        session::end(cx.app.db.pool(), &secret).await?;
    }
    let mut response = go(&cx, "/", Some(Flash::SignedOut));
    response.headers_mut().append(SET_COOKIE, cookies::clear(&cx.app, Name::Session));
    Ok(response)
}
