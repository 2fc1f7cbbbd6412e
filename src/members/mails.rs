//! The mails of the room. Who has no access any more is told too: by then nobody else says it.

use super::model::SLEEP_AFTER;
use super::{changes, queries, work_queries};
use crate::access::Viewer;
use crate::app::App;
use crate::error::Result;
use crate::jobs::MembershipNews;
use crate::mail::{Message, Recipient};
use uuid::Uuid;

/// Tells a member what happened to their membership.
pub async fn news(app: &App, member: Uuid, organisation: Uuid, news: MembershipNews) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::OnBehalfOf(member)).await?;
    let Some(to) = queries::recipient_even_gone(&mut tx, member).await? else { return Ok(None) };
    let Some(about) = changes::news(&mut tx, member, organisation).await? else { return Ok(None) };
    let belonging = work_queries::of_member(&mut tx, member).await?;
    let coordinators = belonging.into_iter().find(|b| b.organisation == organisation).map(|b| b.coordinators);
    // What was decided, a liaison alone takes back.
    let is_decided = matches!(news, MembershipNews::Ended | MembershipNews::Departed);
    let ask = match coordinators.filter(|names| !names.is_empty() && !is_decided) {
        Some(names) => names,
        None => work_queries::liaisons(&mut tx).await?,
    };
    let (kind, address) = match news {
        MembershipNews::Left => ("members-mail-left", "/"),
        MembershipNews::Ended => ("members-mail-ended", "/"),
        MembershipNews::Departed => ("members-mail-departed", "/"),
        MembershipNews::Asleep => ("members-mail-asleep", "/account/sign-in"),
        MembershipNews::Woken => ("members-mail-woken", "/account/sign-in"),
        MembershipNews::Roles => ("members-mail-roles", "/partners"),
    };
    let texts = app.texts(to.language);
    let roles = match (about.is_publisher, about.is_coordinator) {
        (true, true) => "members-roles-both",
        (true, false) => "members-role-publisher",
        (false, true) => "members-role-coordinator",
        (false, false) => "members-roles-none",
    };
    let roles = texts.text(roles).to_string();
    let reason = about.end_reason.unwrap_or_default();
    let ask = ask.join(", ");
    let link = format!("{}{address}", app.public_url);
    let words = [("organisation", &*about.organisation), ("reason", &*reason), ("ask", &*ask), ("roles", &*roles)];
    Ok(Some(Message::with(to, app, kind, &link, &words)))
}

/// Asks whether people are still with their organisation; nothing if all of them are answered for.
pub async fn asked(app: &App, organisation: Uuid, member: Uuid) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::OnBehalfOf(member)).await?;
    let Some(to) = queries::recipient(&mut tx, member).await? else { return Ok(None) };
    let Some((name, slug)) = changes::partner(&mut tx, organisation).await? else { return Ok(None) };
    let awaited = changes::awaited(&mut tx, organisation, member).await?;
    if awaited.is_empty() {
        return Ok(None);
    }
    let texts = app.texts(to.language);
    let line = |row: &changes::Awaited| {
        let by = texts.date(&(row.asked_at + SLEEP_AFTER));
        texts.text("members-mail-asked-line").arg("person", &row.name).arg("date", by).to_string()
    };
    let people: Vec<_> = awaited.iter().map(line).collect();
    let link = format!("{}/partners/{slug}/people", app.public_url);
    let people = people.join("\n");
    let words = [("organisation", &*name), ("people", &*people)];
    Ok(Some(Message::with(to, app, "members-mail-asked", &link, &words)))
}

/// Tells somebody who decides that a member asks to be let in again; nothing if it was decided meanwhile.
pub async fn wake_asked(app: &App, member: Uuid, organisation: Uuid, reader: Uuid) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::OnBehalfOf(reader)).await?;
    let Some((to, _)) = looks_after(&mut tx, organisation, reader).await? else { return Ok(None) };
    let Some(person) = queries::recipient_even_gone(&mut tx, member).await? else { return Ok(None) };
    let places = work_queries::of_member(&mut tx, member).await?;
    let Some(place) = places.into_iter().find(|place| place.organisation == organisation) else { return Ok(None) };
    let (Some(end), Some(until), Some(_)) = (place.end, place.until, place.wake_asked_at) else { return Ok(None) };
    let texts = app.texts(to.language);
    let state = texts.of_set("members-end", end.word()).arg("date", texts.date(&until)).to_string();
    let link = format!("{}/partners/{}/people", app.public_url, place.slug);
    let words = [("person", &*person.name), ("organisation", &*place.name), ("state", &*state)];
    Ok(Some(Message::with(to, app, "members-mail-wake-asked", &link, &words)))
}

/// Tells who looks after the people of an organisation that somebody left it.
pub async fn left(app: &App, member: Uuid, organisation: Uuid, reader: Uuid) -> Result<Option<Message>> {
    let person = queries::recipient_even_gone(&mut *app.db.read(&Viewer::Nobody).await?, member).await?;
    let Some(person) = person else { return Ok(None) };
    gone(app, "members-mail-person-left", &person.name, organisation, reader).await
}

/// The same of one who deleted the account.
pub async fn deleted(app: &App, name: &str, organisation: Uuid, reader: Uuid) -> Result<Option<Message>> {
    gone(app, "members-mail-person-deleted", name, organisation, reader).await
}

async fn gone(
    app: &App,
    kind: &'static str,
    person: &str,
    organisation: Uuid,
    reader: Uuid,
) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::OnBehalfOf(reader)).await?;
    let Some((to, coordinates)) = looks_after(&mut tx, organisation, reader).await? else { return Ok(None) };
    let Some((name, slug)) = changes::named(&mut tx, organisation).await? else { return Ok(None) };
    let left = if coordinates { "members-mail-coordinators-left" } else { "members-mail-coordinators-none" };
    let left = app.texts(to.language).text(left).arg("organisation", &name).to_string();
    let link = format!("{}/partners/{slug}/people", app.public_url);
    let words = [("person", person), ("organisation", &*name), ("left", &*left)];
    Ok(Some(Message::with(to, app, kind, &link, &words)))
}

/// Where a mail goes to somebody who looks after the people of an organisation, and whether as its coordinator; nobody if
/// they are neither that nor a liaison any more.
async fn looks_after(
    conn: &mut sqlx::PgConnection,
    organisation: Uuid,
    reader: Uuid,
) -> Result<Option<(Recipient, bool)>> {
    let Some(coordinates) = changes::looks_after(conn, organisation, reader).await? else { return Ok(None) };
    Ok(queries::recipient(conn, reader).await?.map(|to| (to, coordinates)))
}
