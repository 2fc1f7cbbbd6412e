//! The mails of the room.

use crate::access::Viewer;
use crate::app::App;
use crate::auth::links::{self, Purpose};
use crate::error::Result;
use crate::mail::Message;
use crate::members;

/// A link to set a new password; nothing if the address is no member's.
pub async fn password_link(app: &App, email: &str) -> Result<Option<Message>> {
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    let Some(member) = members::queries::id_by_email(&mut tx, email).await? else {
        return Ok(None);
    };
    let Some(to) = members::queries::recipient(&mut tx, member).await? else { return Ok(None) };
    let secret = links::issue(&mut tx, &app.clock, Purpose::Password, member).await?;
    tx.commit().await?;
    let link = format!("{}/account/password/{secret}", app.public_url);
    Ok(Some(Message::new(to, app, "account-mail-password", &link, "")))
}
