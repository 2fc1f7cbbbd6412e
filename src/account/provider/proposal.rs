//! A mailed link that says: somebody at the provider, who has this address there, and the owner of the account are one.

use super::page::{Asked, ProviderPage};
use super::queries::{self, Proposal};
use super::{going, page};
use crate::access::Viewer;
use crate::auth::links::{self, Purpose};
use crate::auth::lost_factor;
use crate::error::{AppError, Result};
use crate::web::cx::Cx;
use crate::web::flash::Flash;
use crate::web::page::{go, show};
use crate::web::path::Path;
use axum::response::Response;

/// `GET /account/provider/link/{secret}`
pub async fn get(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let provider = going::provider(&cx)?;
    let mut tx = cx.app.db.read(&Viewer::Nobody).await?;
    let id = links::look_up(&mut tx, &cx.app.clock, Purpose::ProviderLink, &secret).await?.ok_or(AppError::LinkOver)?;
    let proposed = queries::proposal(&mut tx, id, provider.issuer()).await?.ok_or(AppError::LinkOver)?;
    show(&ProviderPage::asking(&cx, provider.name(), Asked { email: proposed.email, secret }))
}

/// `POST /account/provider/link/{secret}`: links, and lets nobody in: who reads the mail signs in as they always will.
pub async fn post(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let provider = going::provider(&cx)?;
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?.of_request(cx.request_id);
    let id = links::redeem(&mut tx, &cx.app.clock, Purpose::ProviderLink, &secret).await?.ok_or(AppError::LinkOver)?;
    let proposed = queries::proposal(&mut tx, id, provider.issuer()).await?.ok_or(AppError::LinkOver)?;
    let Proposal { member_id, subject, .. } = proposed;
    // A mailbox alone is less than the second factor that this account has: its owner shows that first.
    if lost_factor::has_factor(&mut tx, member_id).await? {
        match cx.viewer.me() {
            Some(me) if me.id == member_id && me.fresh => {}
            Some(me) if me.id == member_id => return Err(AppError::FreshProofNeeded),
            // A visitor, or somebody else's session.
            _ => return Err(AppError::SignInNeeded),
        }
    }
    tx.act_as(&Viewer::OnBehalfOf(member_id)).await?;
    if !page::make(&cx, &mut tx, member_id, &subject).await? {
        return Err(AppError::Conflict("account-error-provider-taken"));
    }
    tx.commit().await?;
    let next = if cx.viewer.me().is_some() { page::ADDRESS } else { "/account/sign-in" };
    Ok(go(&cx, next, Some(Flash::ProviderConfirmed)))
}
