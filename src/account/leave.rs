//! Leaving: one organisation, or the community as a whole. Anybody may at any time; only the last liaison first makes
//! another one.

use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::jobs::{self, Job, MembershipNews};
use crate::members::model::{End, Hand, Step, check};
use crate::members::work_queries::{self as memberships, Belonging, Ending};
use crate::web::cookies::{self, Name};
use crate::web::cx::{FreshCx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::page::{Page, go, show_with};
use askama::Template;
use axum::response::Response;
use http::header::SET_COOKIE;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

/// The choice to leave all of them.
const ALL: &str = "all";

/// As chosen.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LeaveForm {
    /// The address of an organisation, or [`ALL`].
    from: String,
    sure: String,
}

#[derive(Template)]
#[template(path = "account/leave.html")]
struct LeavePage {
    page: Page,
    /// The organisations that the member belongs to now.
    places: Vec<Belonging>,
    is_last_liaison: bool,
    form: LeaveForm,
    errors: Errors,
}

/// `GET /account/leave`
pub async fn get(cx: MemberCx) -> Result<Response> {
    render(&cx, LeaveForm::default(), Errors::default()).await
}

/// The page again, with what was chosen.
pub async fn again(cx: MemberCx, Form(form): Form<LeaveForm>) -> Result<Response> {
    render(&cx, form, cx.shown_errors()).await
}

/// `POST /account/leave`
pub async fn post(cx: FreshCx, Form(form): Form<LeaveForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let now = memberships::of_member(&mut tx, cx.me().id).await?.into_iter().filter(|place| place.end.is_none());
    // In one order, so that two changes never wait for each other.
    let mut places: Vec<Uuid> =
        now.filter(|p| form.from == ALL || form.from == p.slug).map(|p| p.organisation).collect();
    places.sort_unstable();
    let mut checked = Check::new();
    checked.must("from", !places.is_empty(), "form-error-choice");
    checked.must("sure", form.sure == "yes", "account-error-leave-sure");
    if let Err(errors) = checked.done() {
        drop(tx);
        return render(&cx, form, errors).await;
    }
    let (member, hand) = (cx.me().id, Hand { oneself: true, ..Hand::default() });
    for organisation in &places {
        memberships::hold(&mut tx, *organisation).await?;
    }
    for organisation in places {
        let stand = memberships::stand(&mut tx, member, organisation).await?.ok_or(AppError::NotFound)?;
        check(hand, Step::Leave, stand)?;
        let (by, now) = (Some(member), cx.app.clock.now());
        let ending = Ending { member, organisation, end: End::Left, by, reason: None, now };
        if !memberships::end(&mut tx, &ending).await.map_err(memberships::refused)? {
            return Err(AppError::Conflict("members-conflict-holds-no-more"));
        }
        let detail = json!({ "organisation": organisation });
        audit::record(&mut tx, &cx.app.clock, by, Action::MembershipLeft, member, detail).await?;
        let news = Job::MembershipNews { member, organisation, news: MembershipNews::Left };
        jobs::enqueue(&mut tx, &cx.app.clock, &news).await?;
        for to in memberships::answerers(&mut tx, organisation, member).await? {
            jobs::enqueue(&mut tx, &cx.app.clock, &Job::PersonLeft { member, organisation, to }).await?;
        }
    }
    let stays = memberships::of_member(&mut tx, member).await?.iter().any(|place| place.end.is_none());
    tx.commit().await?;
    if stays {
        return Ok(go(&cx, "/account/profile", Some(Flash::MembershipLeft)));
    }
    let mut response = go(&cx, "/", Some(Flash::CommunityLeft));
    response.headers_mut().append(SET_COOKIE, cookies::clear(&cx.app, Name::Session));
    Ok(response)
}

async fn render(cx: &MemberCx, mut form: LeaveForm, errors: Errors) -> Result<Response> {
    let mut tx = cx.read().await?;
    let mut places = memberships::of_member(&mut tx, cx.me().id).await?;
    places.retain(|place| place.end.is_none());
    let is_last_liaison = cx.me().is_liaison() && memberships::liaisons(&mut tx).await?.len() == 1;
    // With one organisation there is nothing to choose.
    if let [place] = &*places
        && form.from.is_empty()
    {
        form.from.clone_from(&place.slug);
    }
    let may = !places.is_empty() && (!is_last_liaison || places.len() > 1);
    let page = Page::new(cx, "account/leave").typed(may.then_some("/account/leave"));
    show_with(errors.status(), &LeavePage { page, places, is_last_liaison, form, errors })
}
