//! Approving a request: from its page, or several at once.

use super::changes::{self, Decision};
use super::invitations;
use super::model::{Actor, Event, JoinState};
use super::queries::{self, RequestRow};
use crate::access::OrganisationRole;
use crate::audit::{self, Action};
use crate::auth::links::{self, Purpose};
use crate::db::{WriteTx, broken_constraint};
use crate::error::{AppError, Result};
use crate::jobs::{self, Job};
use crate::members::queries::NewMember;
use crate::web::cx::MemberCx;
use crate::{members, partners};
use serde_json::json;
use uuid::Uuid;

/// What an approval says beside yes.
#[derive(Default)]
pub struct Approval<'a> {
    /// Goes with the welcome mail.
    pub note: &'a str,
    /// The slug of an organisation that the new one turns out to be; empty makes the new one.
    pub organisation: &'a str,
    /// Whether the new member writes in the organisation's name.
    pub publisher: bool,
}

/// The request, held for this change, if the liaison may take the step.
pub async fn open(tx: &mut WriteTx, id: Uuid, event: Event) -> Result<RequestRow> {
    // The address before its rows, as whoever accepts an invitation of the same person does.
    let known = queries::request(tx, id).await?.ok_or(AppError::NotFound)?;
    invitations::queries::hold_address(tx, &known.email).await?;
    changes::lock(tx, id).await?.ok_or(AppError::NotFound)?;
    let request = queries::request(tx, id).await?.ok_or(AppError::NotFound)?;
    check_open(request.state, event)?;
    Ok(request)
}

/// Says where the request stands if the step cannot be taken.
pub fn check_open(state: JoinState, event: Event) -> Result<JoinState> {
    let step = state.step(Actor::Liaison, event);
    step.map(|step| step.next).ok_or(AppError::Conflict(state.conflict(Actor::Liaison)))
}

/// Makes the applicant a member, with mail and audit entry; or the key of why the organisation has to be chosen first.
pub async fn approve(
    cx: &MemberCx,
    tx: &mut WriteTx,
    request: &RequestRow,
    approval: &Approval<'_>,
) -> Result<std::result::Result<(), &'static str>> {
    let organisation = match employer(cx, tx, request, approval.organisation).await? {
        Ok(organisation) => organisation,
        Err(key) => return Ok(Err(key)),
    };
    let new = NewMember {
        id: Uuid::now_v7(),
        name: &request.name,
        email: &request.email,
        function: &request.function,
        sectors: std::slice::from_ref(&request.sector),
        language: request.language,
        organisation,
        roles: if approval.publisher { &[OrganisationRole::Publisher] } else { &[] },
        now: cx.app.clock.now(),
    };
    let member = admit(tx, &new).await?;
    settle(cx, tx, request, (Event::Approve, approval.note, Some(member))).await?;
    for invitation in invitations::queries::settle(tx, &request.email, member, cx.app.clock.now()).await? {
        links::end_all(tx, &cx.app.clock, Purpose::JoinInvitation, invitation).await?;
    }
    jobs::enqueue(tx, &cx.app.clock, &Job::JoinApproved { request: request.id, member }).await?;
    let detail = json!({ "member": member, "organisation": organisation, "publisher": approval.publisher });
    audit::record(tx, &cx.app.clock, Some(cx.me().id), Action::JoinApproved, request.id, detail).await?;
    Ok(Ok(()))
}

/// A new account, or the one that somebody left.
pub async fn admit(tx: &mut WriteTx, new: &NewMember<'_>) -> Result<Uuid> {
    if let Some(known) = members::queries::standing_by_email(tx, new.email).await? {
        if !known.may_come_back() || !members::queries::revive(tx, known.id, new).await.map_err(refusal)? {
            return Err(AppError::Conflict("join-conflict-member"));
        }
        return Ok(known.id);
    }
    members::queries::insert(tx, new).await.map_err(refusal)?;
    Ok(new.id)
}

/// Why the account cannot be made, where that is nobody's fault.
fn refusal(error: sqlx::Error) -> AppError {
    match broken_constraint(&error) {
        Some("members_email_key") => AppError::Conflict("join-conflict-member"),
        Some("memberships_in_partners") => AppError::Conflict("members-conflict-organisation-left"),
        _ => error.into(),
    }
}

/// Writes a decision down.
pub async fn settle(
    cx: &MemberCx,
    tx: &mut WriteTx,
    request: &RequestRow,
    (event, note, member): (Event, &str, Option<Uuid>),
) -> Result<()> {
    let state = check_open(request.state, event)?;
    let (by, at) = (cx.me().id, cx.app.clock.now());
    let decision = Decision { request: request.id, expected: request.state, state, by, at, note, member };
    if changes::decide(tx, &decision).await? { Ok(()) } else { Err(AppError::Conflict("join-conflict-moved")) }
}

/// The organisation that the member will belong to: the one asked for, the one that the liaison chose instead, or a new
/// one. What has to be chosen otherwise, if that does not exist, or if it was new and is not any more: nobody comes into an
/// organisation that the liaison did not see.
async fn employer(
    cx: &MemberCx,
    tx: &mut WriteTx,
    request: &RequestRow,
    chosen: &str,
) -> Result<std::result::Result<Uuid, &'static str>> {
    if !chosen.is_empty() {
        return Ok(partners::queries::id_by_slug(tx, chosen).await?.ok_or("form-error-choice"));
    }
    if let Some(id) = request.organisation_id {
        return Ok(Ok(id));
    }
    let sectors = std::slice::from_ref(&request.sector);
    if let Some(id) = partners::queries::make(tx, &request.organisation, sectors, cx.app.clock.now()).await? {
        return Ok(Ok(id));
    }
    // Made a moment ago, for somebody else of the same new organisation.
    let newcomer = partners::queries::id_of_newcomer(tx, &request.organisation, request.created_at).await?;
    Ok(newcomer.ok_or("join-error-organisation-made"))
}
