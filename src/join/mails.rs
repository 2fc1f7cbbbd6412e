//! The mails of joining. Each is written when it leaves, with what holds then.

use super::model::JoinState;
use super::queries::{self, Letter};
use crate::access::Viewer;
use crate::app::App;
use crate::auth::links::{self, Purpose};
use crate::error::Result;
use crate::mail::{Message, Recipient};
use crate::members;
use uuid::Uuid;

/// Asks an applicant to prove the address. To a member's address it tells that there is an account already.
pub async fn proof(app: &App, request: Uuid) -> Result<Option<Message>> {
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    let Some(letter) = queries::letter(&mut tx, request).await?.filter(|l| l.state == JoinState::Unproven) else {
        return Ok(None);
    };
    if let Some(member) = members::queries::id_by_email(&mut tx, &letter.email).await? {
        // Who has no access any more is told, when signing in, whom to ask.
        let to = members::queries::recipient_even_gone(&mut tx, member).await?;
        let link = format!("{}/account/sign-in", app.public_url);
        return Ok(to.map(|to| Message::new(to, app, "join-mail-already", &link, "")));
    }
    let secret = links::issue(&mut tx, &app.clock, Purpose::JoinProof, request).await?;
    tx.commit().await?;
    let link = format!("{}/join/proof/{secret}", app.public_url);
    Ok(Some(Message::new(letter.recipient(), app, "join-mail-proof", &link, "")))
}

/// Tells a liaison that a request waits; nothing if it was decided meanwhile.
pub async fn waiting(app: &App, request: Uuid, liaison: Uuid) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::OnBehalfOf(liaison)).await?;
    let Some(row) = queries::request(&mut tx, request).await?.filter(|row| row.state == JoinState::Waiting) else {
        return Ok(None);
    };
    let to = members::queries::recipient(&mut tx, liaison).await?;
    let link = format!("{}/join/requests/{request}", app.public_url);
    let words = format!("{}, {}", row.name, row.organisation);
    Ok(to.map(|to| Message::new(to, app, "join-mail-waiting", &link, &words)))
}

/// Welcomes a new member.
pub async fn approved(app: &App, request: Uuid, member: Uuid) -> Result<Option<Message>> {
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    let Some(letter) = queries::letter(&mut tx, request).await? else { return Ok(None) };
    let secret = links::issue(&mut tx, &app.clock, Purpose::Password, member).await?;
    tx.commit().await?;
    let link = format!("{}/account/password/{secret}", app.public_url);
    let words = letter.decision_note.clone();
    let kind = if words.is_empty() { "join-mail-approved" } else { "join-mail-approved-note" };
    Ok(Some(Message::new(letter.recipient(), app, kind, &link, &words)))
}

/// Tells an applicant why not.
pub async fn declined(app: &App, request: Uuid) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::Nobody).await?;
    let letter = queries::letter(&mut tx, request).await?;
    let link = format!("{}/join", app.public_url);
    Ok(letter.map(|letter| {
        let words = letter.decision_note.clone();
        Message::new(letter.recipient(), app, "join-mail-declined", &link, &words)
    }))
}

impl Letter {
    fn recipient(&self) -> Recipient {
        Recipient { name: self.name.clone(), email: self.email.clone(), language: self.language }
    }
}
