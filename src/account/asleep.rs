//! What somebody reads who proved who they are and has no access any more: since when, and whom to ask. Nothing else is
//! opened by it. They can ask here to be let in again; the page carries the proof for that, since there is no session.

use super::queries;
use crate::access::Viewer;
use crate::audit::{self, Action};
use crate::auth::limits;
use crate::auth::links::{self, Purpose};
use crate::db::WriteTx;
use crate::error::{AppError, Result};
use crate::jobs::{self, Job};
use crate::members;
use crate::members::model::{ASK_AGAIN_AFTER, End};
use crate::members::work_queries::{self as memberships, Belonging};
use crate::web::cx::Cx;
use crate::web::flash::Flash;
use crate::web::form::Form;
use crate::web::later;
use crate::web::page::{Page, go, show_with};
use askama::Template;
use axum::response::Response;
use chrono::{DateTime, Utc};
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

/// As sent.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AskForm {
    proof: String,
}

/// What the page offers beside the way to ask.
#[derive(Clone, Copy)]
enum Said {
    /// Nothing yet.
    Nothing,
    /// Asked just now in the same page, or in another one.
    Already,
    /// Too often: not before this instant.
    Paused(DateTime<Utc>),
}

#[derive(Template)]
#[template(path = "account/asleep.html")]
struct AsleepPage {
    page: Page,
    sleeps: bool,
    places: Vec<Belonging>,
    liaisons: Vec<String>,
    /// When they asked to be let in again, and from when they can once more.
    asked: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// Proves who asks, where they can.
    proof: Option<String>,
    paused: Option<DateTime<Utc>>,
}

impl AsleepPage {
    /// Whether the page names somebody beside the liaison who lets the reader in again.
    fn names_coordinators(&self) -> bool {
        let mut ended = self.places.iter().filter(|place| place.end.is_some_and(End::is_coordinators_to_wake));
        ended.any(|place| !place.coordinators.is_empty())
    }
}

/// The page, in the place of a session.
pub async fn show(cx: &Cx, member: Uuid) -> Result<Response> {
    render(cx, member, Said::Nothing).await
}

/// `POST /account/asleep`: tells those who can let somebody in again that they ask for it.
pub async fn post(cx: Cx, Form(form): Form<AskForm>) -> Result<Response> {
    let (clock, now) = (&cx.app.clock, cx.app.clock.now());
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?.of_request(cx.request_id);
    let known = links::look_up(&mut tx, clock, Purpose::WakeAsk, &form.proof).await?;
    let used = links::look_up_used(&mut tx, clock, Purpose::WakeAsk, &form.proof).await?;
    let member = known.or(used).ok_or(AppError::Conflict("account-conflict-wake-over"))?;
    still_gone(&mut tx, member).await?;
    if known.is_none() {
        drop(tx);
        return render(&cx, member, Said::Already).await;
    }
    if let Some(until) = limits::take(&cx.app, &cx.app.limits().wake_ask(member, cx.network)).await? {
        drop(tx);
        let page = render(&cx, member, Said::Paused(until)).await?;
        return Ok(later::not_before(until, now, page));
    }
    let redeemed = links::redeem(&mut tx, clock, Purpose::WakeAsk, &form.proof).await?;
    if redeemed.is_none() || !ask(&cx, &mut tx, member).await? {
        drop(tx);
        return render(&cx, member, Said::Already).await;
    }
    tx.commit().await?;
    Ok(go(&cx, "/account/sign-in", Some(Flash::WakeAsked)))
}

/// Writes it down for each membership that it is about, and tells who decides; false if nothing is left to ask.
async fn ask(cx: &Cx, tx: &mut WriteTx, member: Uuid) -> Result<bool> {
    let (clock, now) = (&cx.app.clock, cx.app.clock.now());
    let places = memberships::of_member(tx, member).await?;
    let mut about: Vec<_> = asked_about(&places).into_iter().filter_map(|p| Some((p.organisation, p.end?))).collect();
    // In one order, so that two changes never wait for each other.
    about.sort_unstable_by_key(|(organisation, _)| *organisation);
    let mut has_asked = false;
    for (organisation, end) in about {
        if !memberships::ask_to_wake(tx, member, organisation, now - ASK_AGAIN_AFTER, now).await? {
            continue;
        }
        has_asked = true;
        let detail = json!({ "organisation": organisation });
        audit::record(tx, clock, Some(member), Action::WakeAsked, member, detail).await?;
        let deciders = if end.is_for_good() {
            members::queries::ids_with_role(tx, crate::access::CommunityRole::Liaison).await?
        } else {
            memberships::answerers(tx, organisation, member).await?
        };
        for to in deciders {
            jobs::enqueue(tx, clock, &Job::WakeAsked { member, organisation, to }).await?;
        }
    }
    Ok(has_asked)
}

/// The memberships that somebody asks about: those that sleep, or else the one that ended last.
fn asked_about(places: &[Belonging]) -> Vec<&Belonging> {
    let asleep: Vec<_> = places.iter().filter(|place| place.end == Some(End::Asleep)).collect();
    if asleep.is_empty() { places.iter().take(1).collect() } else { asleep }
}

/// Who was let in meanwhile signs in; who was suspended or deleted meanwhile is told nothing.
async fn still_gone(tx: &mut WriteTx, member: Uuid) -> Result<()> {
    if queries::is_gone(tx, member).await? {
        Ok(())
    } else if members::queries::recipient(tx, member).await?.is_some() {
        Err(AppError::Conflict("account-conflict-wake-holds"))
    } else {
        Err(AppError::Conflict("account-conflict-wake-over"))
    }
}

async fn render(cx: &Cx, member: Uuid, said: Said) -> Result<Response> {
    let now = cx.app.clock.now();
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?;
    let places = memberships::of_member(&mut tx, member).await?;
    let liaisons = memberships::liaisons(&mut tx).await?;
    let sleeps = places.iter().any(|place| place.end == Some(End::Asleep));
    let about = asked_about(&places);
    let waits = |place: &&&Belonging| place.wake_asked_at.is_some_and(|at| at > now - ASK_AGAIN_AFTER);
    let has_asked = !about.is_empty() && about.iter().all(|place| waits(&place));
    let last = about.iter().filter(waits).filter_map(|place| place.wake_asked_at).max();
    let asked = last.filter(|_| has_asked).map(|at| (at, at + ASK_AGAIN_AFTER));
    let is_anybody_there = !liaisons.is_empty() || (sleeps && about.iter().any(|place| !place.coordinators.is_empty()));
    let can_ask = !has_asked && !about.is_empty() && is_anybody_there;
    let proof =
        if can_ask { Some(links::issue(&mut tx, &cx.app.clock, Purpose::WakeAsk, member).await?) } else { None };
    tx.commit().await?;
    let (status, paused) = match said {
        Said::Nothing => (StatusCode::FORBIDDEN, None),
        Said::Already => (StatusCode::CONFLICT, None),
        Said::Paused(until) => (StatusCode::TOO_MANY_REQUESTS, Some(until)),
    };
    let page = Page::new(cx, "account/asleep");
    show_with(status, &AsleepPage { page, sleeps, places, liaisons, asked, proof, paused })
}
