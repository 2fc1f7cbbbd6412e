//! The mails of inviting and vouching. Each is written when it leaves, in the name of a member who may do so then.

use super::{model::InvitationState, queries};
use crate::access::Viewer;
use crate::app::App;
use crate::auth::links::{self, Purpose};
use crate::error::Result;
use crate::join::vouching;
use crate::mail::{Message, Recipient};
use crate::members;
use uuid::Uuid;

/// Invites somebody; tells a member who is here already that there is an account. Nothing if the invitation is not open any
/// more, or if who sent it may not invite any more.
pub async fn invitation(app: &App, invitation: Uuid, by: Uuid) -> Result<Option<Message>> {
    let mut tx = app.db.write(&Viewer::OnBehalfOf(by)).await?;
    let found = queries::by_id(&mut tx, invitation).await?.map(|row| row.settle(app.clock.now()));
    let Some(row) = found.filter(|row| row.state == InvitationState::Open) else { return Ok(None) };
    if members::queries::recipient(&mut tx, by).await?.is_none() {
        return Ok(None);
    }
    let known = members::queries::standing_by_email(&mut tx, &row.email).await?;
    let about = [("inviter", row.inviter.as_str()), ("organisation", &row.organisation)];
    if let Some(member) = known.filter(|known| !known.may_come_back()) {
        let to = members::queries::recipient_even_gone(&mut tx, member.id).await?;
        let link = format!("{}/account/sign-in", app.public_url);
        let ask = members::work_queries::liaisons(&mut tx).await?.join(", ");
        let words = [about[0], about[1], ("ask", &*ask)];
        return Ok(to.map(|to| Message::with(to, app, "join-mail-invitation-already", &link, &words)));
    }
    let secret = links::issue(&mut tx, &app.clock, Purpose::JoinInvitation, row.id).await?;
    tx.commit().await?;
    let link = format!("{}/join/invitation/{secret}", app.public_url);
    let until = app.texts(row.language).date(&row.expires_at);
    // Nobody said the name yet.
    let to = Recipient { name: row.email.clone(), email: row.email, language: row.language };
    let kind = if row.note.is_empty() { "join-mail-invitation" } else { "join-mail-invitation-note" };
    let words = [about[0], ("organisation", &row.organisation), ("until", &until), ("words", &row.note)];
    Ok(Some(Message::with(to, app, kind, &link, &words)))
}

/// Welcomes whoever an invitation made a member. The page that followed sets a password; who closed it asks for a link.
pub async fn accepted(app: &App, member: Uuid) -> Result<Option<Message>> {
    let to = members::queries::recipient(&mut *app.db.read(&Viewer::Nobody).await?, member).await?;
    let link = format!("{}/account/sign-in", app.public_url);
    Ok(to.map(|to| Message::new(to, app, "join-mail-invitation-accepted", &link, "")))
}

/// Tells who invited that it was declined.
pub async fn declined(app: &App, invitation: Uuid, to: Uuid) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::OnBehalfOf(to)).await?;
    let Some(row) = queries::by_id(&mut tx, invitation).await? else { return Ok(None) };
    let to = members::queries::recipient(&mut tx, to).await?;
    let link = format!("{}/join/invitations", app.public_url);
    let words = [("words", row.email.as_str()), ("organisation", &row.organisation)];
    Ok(to.map(|to| Message::with(to, app, "join-mail-invitation-declined", &link, &words)))
}

/// Asks whom an applicant named; nothing if no member has this address, or nothing is left to say.
pub async fn vouch(app: &App, request: Uuid, email: &str) -> Result<Option<Message>> {
    let member = members::queries::id_by_email(&mut *app.db.read(&Viewer::Nobody).await?, email).await?;
    let Some(member) = member else { return Ok(None) };
    let mut tx = app.db.read(&Viewer::OnBehalfOf(member)).await?;
    let Some(row) = vouching::queries::request(&mut tx, request).await? else { return Ok(None) };
    if !row.is_open || row.is_own || row.has_said {
        return Ok(None);
    }
    let to = members::queries::recipient(&mut tx, member).await?;
    let link = format!("{}/join/vouch/{request}", app.public_url);
    let words = format!("{}, {}", row.name, row.organisation);
    Ok(to.map(|to| Message::new(to, app, "join-mail-vouch", &link, &words)))
}
