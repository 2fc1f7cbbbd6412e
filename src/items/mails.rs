//! The mails of the room. None names an item that is TLP:AMBER or stricter; all lead to addresses that say nothing of it.

use super::queries;
use super::work_queries;
use crate::access::{Label, Viewer};
use crate::app::App;
use crate::error::Result;
use crate::mail::{Message, Recipient};
use crate::members;
use uuid::Uuid;

/// Tells somebody who reads or read an item that its label changed. One who reads it no longer is told no more than that.
pub async fn changed(app: &App, item: Uuid, change: Uuid, member: Uuid, quiet: bool) -> Result<Option<Message>> {
    let link = format!("{}/items/{item}", app.public_url);
    let mut tx = app.db.read(&Viewer::OnBehalfOf(member)).await?;
    let Some(to) = members::queries::recipient(&mut tx, member).await? else { return Ok(None) };
    if quiet {
        return Ok(Some(Message::new(to, app, "items-mail-changed", &link, "")));
    }
    // It may have become stricter since.
    let found = queries::item(&mut tx, item).await?.filter(|found| found.label < Label::Amber);
    let change = queries::change(&mut tx, change).await?;
    let (Some(found), Some(change)) = (found, change) else { return Ok(None) };
    let (title, from) = (format!("{} {}", change.to, found.title), change.from.to_string());
    let words: [(&str, &str); 3] = [("words", &title), ("from", &from), ("reason", &change.reason)];
    let kind = if change.reason.is_empty() { "items-mail-relabelled" } else { "items-mail-relabelled-why" };
    Ok(Some(Message::with(to, app, kind, &link, &words)))
}

/// Tells who answers for an item that somebody asks for wider sharing.
pub async fn asked(app: &App, request: Uuid, member: Uuid) -> Result<Option<Message>> {
    let link = format!("{}/items/wider/{request}", app.public_url);
    Ok(recipient(app, member).await?.map(|to| Message::new(to, app, "items-mail-asked", &link, "")))
}

/// Tells whoever asked that the source answered.
pub async fn answered(app: &App, request: Uuid, member: Uuid) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::OnBehalfOf(member)).await?;
    if work_queries::request(&mut tx, request).await?.is_none() {
        return Ok(None);
    }
    let link = format!("{}/items/wider/{request}", app.public_url);
    Ok(recipient(app, member).await?.map(|to| Message::new(to, app, "items-mail-answered", &link, "")))
}

/// Tells who answers for an item that a liaison opened it beyond its audience.
pub async fn broken(app: &App, item: Uuid, member: Uuid) -> Result<Option<Message>> {
    let link = format!("{}/items/{item}/readers", app.public_url);
    Ok(recipient(app, member).await?.map(|to| Message::new(to, app, "items-mail-broken", &link, "")))
}

async fn recipient(app: &App, member: Uuid) -> Result<Option<Recipient>> {
    let mut tx = app.db.read(&Viewer::OnBehalfOf(member)).await?;
    Ok(members::queries::recipient(&mut tx, member).await?)
}
