//! The liaison's decision: approve with a note, or decline with a reason. Of two decisions at once one holds; the other
//! liaison is told.

use super::model::{JoinState, Step};
use super::queries::{self, Decision, RequestRow};
use super::request;
use crate::access::OrganisationRole;
use crate::audit::{self, Action};
use crate::db::{WriteTx, broken_constraint};
use crate::error::{AppError, Result};
use crate::jobs::{self, Job};
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::page::go;
use crate::web::path::Path;
use crate::{members, partners};
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

const ALREADY: AppError = AppError::Conflict("join-conflict-decided");

/// The form of a decision, as typed: one for both, so that neither loses what was typed for the other.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DecisionForm {
    /// Goes with the welcome mail of an approval.
    pub note: String,
    /// The slug of an organisation that the new one turns out to be; empty makes the new one.
    pub organisation: String,
    /// `yes` lets the new member write in the organisation's name.
    pub publisher: String,
    /// Why a request is declined.
    pub reason: String,
}

/// The page again, with what was typed. Once somebody else has decided it has no form that could hold that.
pub async fn again(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<DecisionForm>) -> Result<Response> {
    let request = queries::request(&mut *cx.read().await?, id).await?.ok_or(AppError::NotFound)?;
    check_open(request.state, Step::Decline)?;
    let errors = cx.shown_errors();
    request::render(&cx, id, form, errors).await
}

/// `POST /join/requests/{id}/approve`
pub async fn approve(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<DecisionForm>) -> Result<Response> {
    let mut check = Check::new();
    let note = check.text("note", &form.note, 0..=2000);
    if let Err(errors) = check.done() {
        return request::render(&cx, id, form, errors).await;
    }
    let mut tx = cx.write().await?;
    let request = open(&mut tx, id, Step::Approve).await?;
    let Some(organisation) = employer(&cx, &mut tx, &request, &form.organisation).await? else {
        drop(tx);
        return request::render(&cx, id, form, Errors::one("organisation", "form-error-choice")).await;
    };
    let member = Uuid::now_v7();
    let new = members::queries::NewMember {
        id: member,
        name: &request.name,
        email: &request.email,
        function: &request.function,
        sectors: std::slice::from_ref(&request.sector),
        language: request.language,
        organisation,
        roles: if form.publisher == "yes" { &[OrganisationRole::Publisher] } else { &[] },
        now: cx.app.clock.now(),
    };
    match members::queries::insert(&mut tx, &new).await {
        Err(error) if broken_constraint(&error) == Some("members_email_key") => {
            return Err(AppError::Conflict("join-conflict-member"));
        }
        Err(error) if broken_constraint(&error) == Some("memberships_in_partners") => {
            return Err(AppError::Conflict("members-conflict-organisation-left"));
        }
        result => result?,
    }
    settle(&cx, &mut tx, &request, JoinState::Approved, &note, Some(member)).await?;
    jobs::enqueue(&mut tx, &cx.app.clock, &Job::JoinApproved { request: id, member }).await?;
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::JoinApproved, id, json!({ "member": member }))
        .await?;
    tx.commit().await?;
    Ok(go(&cx, "/join/requests", Some(Flash::RequestApproved)))
}

/// `POST /join/requests/{id}/decline`
pub async fn decline(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<DecisionForm>) -> Result<Response> {
    let mut check = Check::new();
    let reason = check.text("reason", &form.reason, 10..=2000);
    if let Err(errors) = check.done() {
        return request::render(&cx, id, form, errors).await;
    }
    let mut tx = cx.write().await?;
    let request = open(&mut tx, id, Step::Decline).await?;
    settle(&cx, &mut tx, &request, JoinState::Declined, &reason, None).await?;
    jobs::enqueue(&mut tx, &cx.app.clock, &Job::JoinDeclined { request: id }).await?;
    let (clock, me) = (&cx.app.clock, Some(cx.me().id));
    audit::record_because(&mut tx, clock, me, Action::JoinDeclined, id, &reason, json!({})).await?;
    tx.commit().await?;
    Ok(go(&cx, "/join/requests", Some(Flash::RequestDeclined)))
}

/// The request, held for this change, if the step is still open.
async fn open(tx: &mut WriteTx, id: Uuid, step: Step) -> Result<RequestRow> {
    let state = queries::lock(tx, id).await?.ok_or(AppError::NotFound)?;
    let request = queries::request(tx, id).await?.ok_or(AppError::NotFound)?;
    check_open(state, step)?;
    Ok(request)
}

/// Says why the step cannot be taken any more.
fn check_open(state: JoinState, step: Step) -> Result<()> {
    if state == JoinState::Replaced {
        return Err(AppError::Conflict("join-conflict-replaced"));
    }
    state.after(step).map(|_| ()).ok_or(ALREADY)
}

async fn settle(
    cx: &MemberCx,
    tx: &mut WriteTx,
    request: &RequestRow,
    state: JoinState,
    note: &str,
    member: Option<Uuid>,
) -> Result<()> {
    let decision = Decision { request: request.id, state, by: cx.me().id, at: cx.app.clock.now(), note, member };
    if queries::decide(tx, &decision).await? { Ok(()) } else { Err(ALREADY) }
}

/// The organisation that the member will belong to: the one asked for, the one that the liaison chose instead, or a new
/// one. `None` if the choice does not exist.
async fn employer(cx: &MemberCx, tx: &mut WriteTx, request: &RequestRow, chosen: &str) -> Result<Option<Uuid>> {
    if !chosen.is_empty() {
        return Ok(partners::queries::id_by_slug(tx, chosen).await?);
    }
    if let Some(id) = request.organisation_id {
        return Ok(Some(id));
    }
    let sectors = std::slice::from_ref(&request.sector);
    Ok(Some(partners::queries::find_or_insert(tx, &request.organisation, sectors, cx.app.clock.now()).await?))
}
