//! The mails of the room.

use crate::access::Viewer;
use crate::app::App;
use crate::auth::links::{self, Purpose};
use crate::error::Result;
use crate::mail::Message;
use crate::members;
use uuid::Uuid;

/// A link to set a new password.
pub async fn password_link(app: &App, member: Uuid) -> Result<Option<Message>> {
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    let Some(to) = members::queries::recipient(&mut tx, member).await? else { return Ok(None) };
    let secret = links::issue(&mut tx, &app.clock, Purpose::Password, member).await?;
    tx.commit().await?;
    let link = format!("{}/account/password/{secret}", app.public_url);
    Ok(Some(Message::new(to, &app.site_name, "account-mail-password", &link, "")))
}
