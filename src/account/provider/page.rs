//! The page of the link between the account and the provider: making it and ending it.

use super::arrival::stay;
use super::changes::{self, Linking};
use super::going::{self, Going};
use super::model::{Purpose, Refusal};
use super::queries::{self, Linked};
use crate::account::passkeys;
use crate::audit::{self, Action};
use crate::db::WriteTx;
use crate::error::{AppError, Result};
use crate::jobs::{self, Job, SignInNews};
use crate::web::cx::{Cx, FreshCx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::Errors;
use crate::web::page::{Page, go, show_with};
use askama::Template;
use axum::response::Response;
use http::HeaderMap;
use serde_json::json;
use uuid::Uuid;

/// Where the page is.
pub const ADDRESS: &str = "/account/provider";

#[derive(Template)]
#[template(path = "account/provider.html")]
pub struct ProviderPage {
    page: Page,
    name: String,
    errors: Errors,
    linked: Option<Linked>,
    /// Whether nothing else leads into the account.
    is_only_way: bool,
    /// What the reader of a mail is asked, in the place of all that.
    asked: Option<Asked>,
}

/// Whether to link the account with this address, with the secret of the mail.
pub struct Asked {
    pub email: String,
    pub secret: String,
}

impl ProviderPage {
    /// The page for the reader of a mail.
    pub fn asking(cx: &Cx, name: &str, asked: Asked) -> Self {
        let page = Page::new(cx, "account/provider");
        let errors = Errors::default();
        Self { page, name: name.to_owned(), errors, linked: None, is_only_way: false, asked: Some(asked) }
    }
}

/// `GET /account/provider`
pub async fn get(cx: MemberCx) -> Result<Response> {
    render(&cx, Errors::default()).await
}

/// The page with this beside its button.
///
/// # Errors
/// When the database is away.
pub async fn render(cx: &MemberCx, errors: Errors) -> Result<Response> {
    let provider = going::provider(cx)?;
    let (me, mut tx) = (cx.me().id, cx.read().await?);
    let linked = queries::linked(&mut tx, me, provider.issuer()).await?;
    let ways = passkeys::queries::ways_in(&mut tx, me, None).await?;
    let page = Page::new(cx, "account/provider").at(ADDRESS);
    let (name, is_only_way) = (provider.name().to_owned(), !ways.is_way_left(0));
    show_with(errors.status(), &ProviderPage { page, name, errors, linked, is_only_way, asked: None })
}

/// `POST /account/provider/link`
pub async fn begin(cx: FreshCx, headers: HeaderMap) -> Result<Response> {
    let session = Some(cx.me().session);
    let going = Going { purpose: Purpose::Link, session, brings: ("", "", false), from: ADDRESS };
    match going::begin(&cx, &headers, going).await? {
        Ok(response) => Ok(response),
        Err(refusal) => {
            let page = render(&cx, refusal.errors()).await?;
            Ok(stay(&cx, &refusal, page))
        }
    }
}

/// Links the account of this session to whom the provider proved.
///
/// # Errors
/// When the database is away.
pub async fn link(cx: &MemberCx, subject: &str) -> Result<Result<Response, Refusal>> {
    let mut tx = cx.write().await?;
    if !make(cx, &mut tx, cx.me().id, subject).await? {
        return Ok(Err(Refusal::Taken));
    }
    tx.commit().await?;
    Ok(Ok(go(cx, ADDRESS, Some(Flash::ProviderLinked))))
}

/// Makes a link, in a change in the member's name, and tells of it; false if the one or the other is linked otherwise.
///
/// # Errors
/// When the database is away.
pub async fn make(cx: &Cx, tx: &mut WriteTx, member: Uuid, subject: &str) -> Result<bool> {
    let provider = going::provider(cx)?;
    match changes::link(tx, member, provider.issuer(), subject, cx.app.clock.now()).await? {
        Linking::Taken => return Ok(false),
        Linking::WasSo => return Ok(true),
        Linking::Done => {}
    }
    tell(cx, tx, member, Action::ProviderLinked, SignInNews::ProviderLinked).await?;
    Ok(true)
}

/// `POST /account/provider/unlink`
pub async fn unlink(cx: FreshCx) -> Result<Response> {
    let (provider, me) = (going::provider(&cx)?, cx.me().id);
    let mut tx = cx.write().await?;
    passkeys::changes::hold(&mut tx, me).await?;
    if !passkeys::queries::ways_in(&mut tx, me, None).await?.is_way_left(0) {
        return Err(AppError::Conflict("account-conflict-provider-only-way"));
    }
    if !changes::unlink(&mut tx, me, provider.issuer()).await? {
        return Err(AppError::Conflict("account-conflict-provider-not-linked"));
    }
    tell(&cx, &mut tx, me, Action::ProviderUnlinked, SignInNews::ProviderUnlinked).await?;
    tx.commit().await?;
    Ok(go(&cx, ADDRESS, Some(Flash::ProviderUnlinked)))
}

async fn tell(cx: &Cx, tx: &mut WriteTx, member: Uuid, action: Action, news: SignInNews) -> Result<()> {
    let issuer = json!({ "issuer": going::provider(cx)?.issuer() });
    audit::record(tx, &cx.app.clock, Some(member), action, member, issuer).await?;
    jobs::enqueue(tx, &cx.app.clock, &Job::SignInNews { member, news }).await?;
    Ok(())
}
