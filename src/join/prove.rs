//! The mailed link that proves the address; afterwards it leads to the request's own page. Opening it changes nothing, for
//! mail scanners open links too; the button does.

use super::model::JoinState;
use super::queries::{self, OwnRequest};
use super::{changes, tell};
use crate::access::Viewer;
use crate::auth::links::{self, Purpose};
use crate::error::{AppError, Result};
use crate::jobs::Job;
use crate::web::cx::Cx;
use crate::web::page::{Page, go, show};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "join/proof.html")]
struct ProofPage {
    page: Page,
    secret: String,
    request: OwnRequest,
}

/// `GET /join/proof/{secret}`
pub async fn get(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut tx = cx.app.db.read(&Viewer::Nobody).await?;
    let request = queries::by_link(&mut tx, &secret, cx.app.clock.now()).await?.ok_or(AppError::LinkOver)?;
    if request.state != JoinState::Unproven {
        return Ok(go(&cx, &format!("/join/status/{secret}"), None));
    }
    if links::look_up(&mut tx, &cx.app.clock, Purpose::JoinProof, &secret).await?.is_none() {
        return Err(AppError::LinkOver);
    }
    show(&ProofPage { page: Page::new(&cx, "join/proof"), secret, request })
}

/// `POST /join/proof/{secret}`
pub async fn post(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?;
    match changes::prove(&mut tx, &secret, cx.app.clock.now()).await? {
        Some(request) => {
            tell::liaisons(&mut tx, &cx.app, |liaison| Job::JoinWaiting { request, liaison }).await?;
        }
        // Pressed twice, or after a newer request: the page tells where it stands. A link that never was leads to its
        // own page.
        None => {
            queries::by_link(&mut tx, &secret, cx.app.clock.now())
                .await?
                .filter(|request| request.proven_at.is_some())
                .ok_or(AppError::LinkOver)?;
        }
    }
    tx.commit().await?;
    Ok(go(&cx, &format!("/join/status/{secret}"), None))
}
