//! The mails of joining. Each is written when it leaves, with what holds then; each to the applicant has a link of its own
//! to the request's page.

use super::model::{ANSWER_WITHIN, JoinState};
use super::queries::{self, Letter};
use super::work_queries;
use crate::access::Viewer;
use crate::app::App;
use crate::auth::links::{self, Purpose};
use crate::db::WriteTx;
use crate::error::Result;
use crate::jobs::JoinNews;
use crate::mail::{Message, Recipient};
use crate::members;
use uuid::Uuid;

/// Requests that the daily mail names.
const NAMED: i64 = 20;

/// Asks an applicant to prove the address. To a member's address it tells that there is an account already.
pub async fn proof(app: &App, request: Uuid) -> Result<Option<Message>> {
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    let Some(letter) = queries::letter(&mut tx, request).await?.filter(|l| l.state == JoinState::Unproven) else {
        return Ok(None);
    };
    // Somebody who left asks as anybody does. Whose access sleeps is told, when signing in, whom to ask.
    let known = members::queries::standing_by_email(&mut tx, &letter.email).await?;
    if let Some(member) = known.filter(|known| !known.may_come_back()) {
        let to = members::queries::recipient_even_gone(&mut tx, member.id).await?;
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
    to_liaison(app, request, liaison, "join-mail-waiting").await
}

/// Tells a liaison that an applicant answered or added something; nothing if it was decided meanwhile.
pub async fn written(app: &App, request: Uuid, liaison: Uuid, answer: bool) -> Result<Option<Message>> {
    to_liaison(app, request, liaison, if answer { "join-mail-answered" } else { "join-mail-added" }).await
}

async fn to_liaison(app: &App, request: Uuid, liaison: Uuid, kind: &'static str) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::OnBehalfOf(liaison)).await?;
    let Some(row) = queries::request(&mut tx, request).await?.filter(|row| row.state.is_open()) else {
        return Ok(None);
    };
    let to = members::queries::recipient(&mut tx, liaison).await?;
    let link = format!("{}/join/requests/{request}", app.public_url);
    let words = format!("{}, {}", row.name, row.organisation);
    Ok(to.map(|to| Message::new(to, app, kind, &link, &words)))
}

/// Tells a liaison what waits; nothing if nothing does any more.
pub async fn digest(app: &App, liaison: Uuid) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::OnBehalfOf(liaison)).await?;
    let counts = work_queries::counts(&mut tx).await?;
    let count = counts.iter().find(|(state, _)| *state == JoinState::Waiting).map_or(0, |(_, count)| *count);
    let Some(to) = members::queries::recipient(&mut tx, liaison).await?.filter(|_| count > 0) else {
        return Ok(None);
    };
    let (texts, now) = (app.texts(to.language), app.clock.now());
    let lines = work_queries::waiting(&mut tx, NAMED).await?;
    let lines =
        lines.iter().map(|(name, organisation, at)| format!("- {name}, {organisation} ({})", texts.ago(at, now)));
    let mut words = lines.collect::<Vec<_>>().join("\n");
    if count > NAMED {
        words = format!("{words}\n{}", texts.text("join-mail-digest-more").count("count", count - NAMED));
    }
    let count = texts.text("join-mail-digest-count").count("count", count).to_string();
    let link = format!("{}/join/requests", app.public_url);
    Ok(Some(Message::with(to, app, "join-mail-digest", &link, &[("words", &words), ("count", &count)])))
}

/// Welcomes a new member.
pub async fn approved(app: &App, request: Uuid, member: Uuid) -> Result<Option<Message>> {
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    let Some(letter) = queries::letter(&mut tx, request).await? else { return Ok(None) };
    let secret = links::issue(&mut tx, &app.clock, Purpose::Password, member).await?;
    let status = status_link(app, &mut tx, request).await?;
    tx.commit().await?;
    let link = format!("{}/account/password/{secret}", app.public_url);
    let words = [("words", letter.decision_note.as_str()), ("status", &status)];
    let kind = if letter.decision_note.is_empty() { "join-mail-approved" } else { "join-mail-approved-note" };
    Ok(Some(Message::with(letter.recipient(), app, kind, &link, &words)))
}

/// Tells an applicant why not.
pub async fn declined(app: &App, request: Uuid) -> Result<Option<Message>> {
    to_applicant(app, request, "join-mail-declined", JoinState::Declined).await
}

/// Tells an applicant what else happened; nothing if the request has moved on since.
pub async fn news(app: &App, request: Uuid, news: JoinNews) -> Result<Option<Message>> {
    let (kind, state) = match news {
        JoinNews::Waiting => ("join-mail-invited", JoinState::Waiting),
        JoinNews::Asked => ("join-mail-asked", JoinState::Asked),
        JoinNews::Reminder => ("join-mail-reminder", JoinState::Asked),
        JoinNews::Withdrawn => ("join-mail-withdrawn", JoinState::Withdrawn),
        JoinNews::Expired => ("join-mail-expired", JoinState::Expired),
    };
    to_applicant(app, request, kind, state).await
}

async fn to_applicant(app: &App, request: Uuid, kind: &'static str, state: JoinState) -> Result<Option<Message>> {
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    let Some(letter) = queries::letter(&mut tx, request).await?.filter(|letter| letter.state == state) else {
        return Ok(None);
    };
    let link = status_link(app, &mut tx, request).await?;
    tx.commit().await?;
    let until = app.texts(letter.language).date(&(letter.since + ANSWER_WITHIN));
    let again = format!("{}/join", app.public_url);
    let is_about_question = matches!(state, JoinState::Asked | JoinState::Expired);
    let said = if is_about_question { &letter.question } else { &letter.decision_note };
    let words = [("words", said.as_str()), ("until", &until), ("again", &again)];
    Ok(Some(Message::with(letter.recipient(), app, kind, &link, &words)))
}

/// A link to the request's own page, made when the mail leaves: only its hash is kept, so each mail has one of its own.
async fn status_link(app: &App, tx: &mut WriteTx, request: Uuid) -> Result<String> {
    let secret = links::issue(tx, &app.clock, Purpose::JoinStatus, request).await?;
    Ok(format!("{}/join/status/{secret}", app.public_url))
}

impl Letter {
    fn recipient(&self) -> Recipient {
        Recipient { name: self.name.clone(), email: self.email.clone(), language: self.language }
    }
}
