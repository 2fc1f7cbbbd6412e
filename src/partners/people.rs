//! The people of an organisation: who belongs to it, and who has to be confirmed. For its coordinators and the liaison.

use super::queries::{self, Organisation};
use crate::access::Label;
use crate::audit::{self, Action};
use crate::db::WriteTx;
use crate::error::{AppError, Result};
use crate::jobs::{self, Job, MembershipNews};
use crate::members::model::{Hand, SLEEP_AFTER};
use crate::members::work_queries::{self as memberships, Place};
use crate::web::cx::{Cx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use crate::web::page::{Page, go, show_with};
use crate::web::paging::{Paging, Wish};
use crate::web::path::Path;
use crate::web::query::Query;
use askama::Template;
use axum::response::Response;
use chrono::{DateTime, Utc};
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

/// People on one page.
const PAGE: u16 = 60;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    page: Wish,
}

/// As ticked: the addresses of members.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ConfirmForm {
    person: Vec<String>,
    /// `yes` for everybody who is asked about.
    all: String,
}

#[derive(Template)]
#[template(path = "partners/people.html")]
struct PeoplePage {
    page: Page,
    organisation: Organisation,
    asked: Vec<Place>,
    others: Vec<Place>,
    me: Uuid,
    form: ConfirmForm,
    number: i64,
    more: bool,
    errors: Errors,
}

impl PeoplePage {
    fn at(&self, number: i64) -> String {
        format!("/partners/{}/people?page={number}", self.organisation.slug)
    }

    /// Whether there is anybody whom the reader can confirm.
    fn can_confirm(&self) -> bool {
        self.asked.iter().any(|place| place.member != self.me)
    }
}

/// The word of how a membership stands, in text keys.
pub fn state(place: &Place) -> &'static str {
    match (place.end, place.asked_at) {
        (Some(end), _) => end.word(),
        (None, Some(_)) => "asked",
        (None, None) => "current",
    }
}

/// When the membership sleeps, if nobody answers.
pub fn sleeps_at(place: &Place) -> Option<DateTime<Utc>> {
    place.asked_at.map(|at| at + SLEEP_AFTER)
}

/// The organisation, if the reader looks after its people.
pub async fn looked_after(cx: &MemberCx, conn: &mut PgConnection, slug: &str) -> Result<Organisation> {
    let organisation = queries::by_slug(conn, slug).await?.ok_or(AppError::NotFound)?;
    let hand = hand(cx, organisation.id, None);
    if hand.coordinates || hand.liaison {
        Ok(organisation)
    } else {
        Err(AppError::Forbidden("members-forbidden-people"))
    }
}

/// What the reader is to a membership of an organisation.
pub fn hand(cx: &MemberCx, organisation: Uuid, member: Option<Uuid>) -> Hand {
    Hand {
        oneself: member == Some(cx.me().id),
        coordinates: super::model::coordinates(cx.me(), organisation),
        liaison: cx.me().is_liaison(),
    }
}

/// The same once the organisation is held: who lost a role while this change waited decides nothing by it any more.
pub async fn hand_now(cx: &MemberCx, tx: &mut WriteTx, organisation: Uuid, member: Uuid) -> Result<Hand> {
    let then = hand(cx, organisation, Some(member));
    let (coordinates, liaison) = memberships::offices(tx, cx.me().id, organisation).await?;
    Ok(Hand { coordinates: then.coordinates && coordinates, liaison: then.liaison && liaison, ..then })
}

/// Writes down what happened to a membership, and tells its member.
pub async fn tell(
    cx: &Cx,
    tx: &mut WriteTx,
    (member, organisation): (Uuid, Uuid),
    action: Action,
    reason: &str,
    news: Option<MembershipNews>,
) -> Result<()> {
    let detail = json!({ "organisation": organisation });
    tell_with(cx, tx, (member, organisation), (action, reason, detail), news).await
}

/// The same, with more to write down than the organisation.
pub async fn tell_with(
    cx: &Cx,
    tx: &mut WriteTx,
    (member, organisation): (Uuid, Uuid),
    (action, reason, detail): (Action, &str, serde_json::Value),
    news: Option<MembershipNews>,
) -> Result<()> {
    let (clock, me) = (&cx.app.clock, cx.viewer.id());
    audit::record_because(tx, clock, me, action, member, reason, detail).await?;
    if let Some(news) = news {
        jobs::enqueue(tx, clock, &Job::MembershipNews { member, organisation, news }).await?;
    }
    Ok(())
}

/// `GET /partners/{slug}/people`
pub async fn get(cx: MemberCx, Path(slug): Path<String>, Query(wanted): Query<Wanted>) -> Result<Response> {
    render(&cx, &slug, wanted.page, StatusCode::OK, ConfirmForm::default(), Errors::default()).await
}

/// `POST /partners/{slug}/people/confirm`. Of two who answer at once, each is told of what they did themselves.
pub async fn confirm(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<ConfirmForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let organisation = looked_after(&cx, &mut tx, &slug).await?.id;
    let is_all = form.all == "yes";
    if !is_all && form.person.is_empty() {
        drop(tx);
        let errors = Errors::one("person", "partners-error-nobody");
        return render(&cx, &slug, Wish::default(), StatusCode::UNPROCESSABLE_ENTITY, form, errors).await;
    }
    memberships::hold(&mut tx, organisation).await?;
    let slugs = (!is_all).then_some(&*form.person);
    let confirmed = memberships::confirm(&mut tx, organisation, slugs, cx.me().id, cx.app.clock.now()).await?;
    if confirmed.is_empty() {
        return Err(AppError::Conflict("partners-conflict-confirmed"));
    }
    for member in confirmed {
        tell(&cx, &mut tx, (member, organisation), Action::MembershipConfirmed, "", None).await?;
    }
    tx.commit().await?;
    Ok(go(&cx, &format!("/partners/{slug}/people"), Some(Flash::PeopleConfirmed)))
}

/// The page again, with who was ticked.
pub async fn again(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<ConfirmForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, &slug, Wish::default(), errors.status(), form, errors).await
}

async fn render(
    cx: &MemberCx,
    slug: &str,
    wish: Wish,
    status: StatusCode,
    form: ConfirmForm,
    errors: Errors,
) -> Result<Response> {
    let mut tx = cx.read().await?;
    let organisation = looked_after(cx, &mut tx, slug).await?;
    let paging = Paging::new(wish, PAGE);
    let mut rows = memberships::people(&mut tx, organisation.id, paging.limit(), paging.offset()).await?;
    let more = paging.cut(&mut rows);
    let (asked, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|place| state(place) == "asked");
    let me = cx.me().id;
    let address = format!("/partners/{slug}/people");
    let sent_to = format!("{address}/confirm");
    let has_form = asked.iter().any(|place| place.member != me);
    let page = Page::new(cx, "partners/people").at(&address).labelled([Label::Green]);
    let page = page.typed(has_form.then_some(&*sent_to));
    let number = paging.number;
    show_with(status, &PeoplePage { page, organisation, asked, others, me, form, number, more, errors })
}
