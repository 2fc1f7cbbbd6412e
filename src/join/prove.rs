//! The mailed link: proves the address, and afterwards tells where the request stands. Opening it changes nothing, for
//! mail scanners open links too; the button does.

use super::model::JoinState;
use super::queries::{self, OwnRequest};
use crate::access::{CommunityRole, Viewer};
use crate::auth::links::{self, Purpose};
use crate::error::{AppError, Result};
use crate::jobs::{self, Job};
use crate::members;
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
    let request = queries::by_link(&mut tx, &secret).await?.ok_or(AppError::LinkOver)?;
    let works = links::look_up(&mut tx, &cx.app.clock, Purpose::JoinProof, &secret).await?.is_some();
    if request.state == JoinState::Unproven && !works {
        return Err(AppError::LinkOver);
    }
    show(&ProofPage { page: Page::new(&cx, "join/proof"), secret, request })
}

/// `POST /join/proof/{secret}`
pub async fn post(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?;
    match queries::prove(&mut tx, &secret, cx.app.clock.now()).await? {
        Some(request) => {
            for liaison in members::queries::ids_with_role(&mut tx, CommunityRole::Liaison).await? {
                jobs::enqueue(&mut tx, &cx.app.clock, &Job::JoinWaiting { request, liaison }).await?;
            }
        }
        // Pressed twice, or after a newer request: the page tells where it stands. A link that never was leads to its
        // own page.
        None => {
            queries::by_link(&mut tx, &secret)
                .await?
                .filter(|request| request.state != JoinState::Unproven)
                .ok_or(AppError::LinkOver)?;
        }
    }
    tx.commit().await?;
    Ok(go(&cx, &format!("/join/proof/{secret}"), None))
}
