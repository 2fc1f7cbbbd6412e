//! Inviting: who was invited by whom and until when, and the form that invites. A coordinator does so for the own
//! organisation, the liaison for any. Whether the address is that of a member elsewhere, the page tells a liaison alone; the
//! mail tells the member.

use super::model::{InvitationState, Party, Step};
use super::queries::{self, Invitation, Known, NewInvitation};
use crate::access::{Me, OrganisationRole};
use crate::audit::{self, Action};
use crate::auth::limits;
use crate::auth::links::{self, Purpose};
use crate::db::{WriteTx, broken_constraint};
use crate::error::{AppError, Result};
use crate::i18n::Locale;
use crate::jobs::{self, Job};
use crate::partners;
use crate::partners::model::coordinates;
use crate::web::cx::{FreshCx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::later;
use crate::web::page::{Page, go, show_with};
use crate::web::paging::{Paging, Wish};
use crate::web::path::Path;
use crate::web::query::Query;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

const ADDRESS: &str = "/join/invitations";
/// Invitations on one page.
const PAGE: u16 = 50;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    page: Wish,
}

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct InviteForm {
    email: String,
    /// The slug of an organisation for which the reader may invite.
    organisation: String,
    /// `yes` lets the new member write in its name.
    publisher: String,
    language: String,
    note: String,
}

/// An invitation, and what the reader is to it.
struct Line {
    invitation: Invitation,
    party: Party,
}

impl Line {
    fn may_send(&self) -> bool {
        !self.invitation.email.is_empty() && self.invitation.state.step(self.party, Step::SendAgain).is_some()
    }

    fn may_revoke(&self) -> bool {
        self.invitation.state.step(self.party, Step::Revoke).is_some()
    }
}

#[derive(Template)]
#[template(path = "join/invitations.html")]
struct InvitationsPage {
    page: Page,
    lines: Vec<Line>,
    /// The organisations for which the reader may invite; none for most members.
    organisations: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
    form: InviteForm,
    errors: Errors,
    number: i64,
    more: bool,
}

impl InvitationsPage {
    fn at(number: i64) -> String {
        format!("{ADDRESS}?page={number}")
    }
}

/// Whether a member may invite for an organisation.
fn may_invite(me: &Me, organisation: Uuid) -> bool {
    me.is_liaison() || coordinates(me, organisation)
}

fn party(me: &Me, invitation: &Invitation) -> Party {
    if invitation.invited_by == me.id {
        Party::Inviter
    } else if me.is_liaison() {
        Party::Liaison
    } else {
        Party::Coordinator
    }
}

/// What is said to whom may not: with a role that rests, that it takes the second factor.
fn refusal(me: &Me) -> AppError {
    if me.rests() { AppError::SecondFactorNeeded } else { AppError::Forbidden("join-forbidden-invite") }
}

/// `GET /join/invitations`
pub async fn get(cx: MemberCx, Query(wanted): Query<Wanted>) -> Result<Response> {
    let form = InviteForm { language: cx.locale.tag().to_owned(), ..InviteForm::default() };
    render(&cx, wanted.page, form, Errors::default()).await
}

/// The page again, with what was typed.
pub async fn again(cx: MemberCx, Form(form): Form<InviteForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, Wish::default(), form, errors).await
}

/// `POST /join/invitations`
pub async fn post(cx: FreshCx, Form(form): Form<InviteForm>) -> Result<Response> {
    let choices = partners::queries::choices(&mut *cx.read().await?).await?;
    let mine: Vec<_> = choices.iter().filter(|choice| may_invite(cx.me(), choice.id)).collect();
    let chosen = choices.iter().find(|choice| choice.slug == form.organisation);
    if mine.is_empty() || chosen.is_some_and(|choice| !may_invite(cx.me(), choice.id)) {
        return Err(refusal(cx.me()));
    }
    let mut check = Check::new();
    let email = check.email("email", &form.email);
    // Who may invite for one organisation need not choose it.
    let only = mine.first().filter(|_| mine.len() == 1 && form.organisation.is_empty()).copied();
    let organisation = check.choice("organisation", chosen.or(only).map(|choice| choice.id));
    let language = check.choice("language", Locale::from_tag(&form.language));
    let note = check.text("note", &form.note, 0..=2000);
    let checked = check.done();
    let (Ok(()), Some(organisation), Some(language)) = (&checked, organisation, language) else {
        return render(&cx, Wish::default(), form, checked.err().unwrap_or_default()).await;
    };
    let is_publisher = form.publisher == "yes";
    if let Some(key) = known(&cx, &email, organisation).await? {
        return render(&cx, Wish::default(), form, Errors::one("email", key)).await;
    }
    if let Some(until) = limits::take(&cx.app, &cx.app.limits().invitation(cx.me().id, &email)).await? {
        let page = render(&cx, Wish::default(), form, later::error("email", "join-error-invite-paused", until)).await?;
        return Ok(later::not_before(until, cx.app.clock.now(), page));
    }
    let new = NewInvitation {
        id: Uuid::now_v7(),
        email: &email,
        organisation,
        by: cx.me().id,
        roles: if is_publisher { &[OrganisationRole::Publisher] } else { &[] },
        language,
        note: &note,
        now: cx.app.clock.now(),
    };
    if !invite(&cx, &new).await? {
        return render(&cx, Wish::default(), form, Errors::one("email", "join-error-invited")).await;
    }
    Ok(go(&cx, ADDRESS, Some(Flash::Invited)))
}

/// Why nobody needs an invitation at this address, as far as the reader may know: the people of the organisation are in the
/// directory, and a liaison knows all members. Everybody else who has an account reads so in the mail, and the list looks as
/// if they had none.
async fn known(cx: &MemberCx, email: &str, organisation: Uuid) -> Result<Option<&'static str>> {
    Ok(match queries::standing(&mut *cx.read().await?, email, organisation).await? {
        Some(Known::Here) => Some("join-error-invite-member"),
        Some(Known::Asleep) => Some("join-error-invite-asleep"),
        // An invitation lets in at once, so it is no way around the liaison who decides on waking.
        Some(Known::Ended { .. }) if !cx.me().is_liaison() => Some("join-error-invite-ended"),
        Some(Known::Elsewhere | Known::Ended { is_elsewhere: true }) if cx.me().is_liaison() => {
            Some("join-error-invite-elsewhere")
        }
        Some(Known::Elsewhere | Known::Ended { .. }) | None => None,
    })
}

/// Keeps the invitation, with its mail and its audit line; false if the address has an open one.
async fn invite(cx: &MemberCx, new: &NewInvitation<'_>) -> Result<bool> {
    let mut tx = cx.write().await?;
    queries::hold_address(&mut tx, new.email).await?;
    match queries::insert(&mut tx, new).await {
        Err(error) if broken_constraint(&error) == Some("invitations_one_open") => return Ok(false),
        inserted => inserted?,
    }
    send(cx, &mut tx, new.id).await?;
    let detail = json!({ "organisation": new.organisation, "publisher": !new.roles.is_empty() });
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::Invited, new.id, detail).await?;
    tx.commit().await?;
    Ok(true)
}

async fn send(cx: &MemberCx, tx: &mut WriteTx, invitation: Uuid) -> Result<()> {
    let job = Job::Invitation { invitation, by: cx.me().id };
    Ok(jobs::enqueue(tx, &cx.app.clock, &job).await?)
}

/// The invitation, held for a step that the reader may take, and where that leads.
async fn open(cx: &MemberCx, tx: &mut WriteTx, id: Uuid, step: Step) -> Result<Invitation> {
    let found = queries::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    queries::hold_address(tx, &found.email).await?;
    // As it stands now that nobody else is at it.
    let found = queries::by_id(tx, id).await?.ok_or(AppError::NotFound)?.settle(cx.app.clock.now());
    if found.state.step(party(cx.me(), &found), step).is_none() {
        return Err(AppError::Conflict(found.state.conflict()));
    }
    Ok(found)
}

/// `POST /join/invitations/{id}/send`
pub async fn send_again(cx: FreshCx, Path(id): Path<Uuid>) -> Result<Response> {
    let now = cx.app.clock.now();
    let invitation = queries::by_id(&mut *cx.read().await?, id).await?.ok_or(AppError::NotFound)?.settle(now);
    if invitation.state.step(party(cx.me(), &invitation), Step::SendAgain).is_some()
        && let Some(key) = known(&cx, &invitation.email, invitation.organisation_id).await?
    {
        let form = InviteForm { email: invitation.email, ..InviteForm::default() };
        return render(&cx, Wish::default(), form, Errors::one("email", key)).await;
    }
    let buckets = cx.app.limits().invitation(cx.me().id, &invitation.email);
    if let Some(until) = limits::take(&cx.app, &buckets).await? {
        let errors = later::error("email", "join-error-invite-paused", until);
        let page = render(&cx, Wish::default(), InviteForm::default(), errors).await?;
        return Ok(later::not_before(until, now, page));
    }
    let mut tx = cx.write().await?;
    queries::expire(&mut tx, now).await?;
    let invitation = open(&cx, &mut tx, id, Step::SendAgain).await?;
    let renewed = queries::renew(&mut tx, id, invitation.state, now).await;
    let is_other_open = |error: &sqlx::Error| broken_constraint(error) == Some("invitations_one_open");
    if renewed.as_ref().is_err_and(is_other_open) {
        return Err(AppError::Conflict("join-conflict-invited"));
    }
    if !renewed? {
        return Err(AppError::Conflict("join-conflict-moved"));
    }
    links::end_all(&mut tx, &cx.app.clock, Purpose::JoinInvitation, id).await?;
    send(&cx, &mut tx, id).await?;
    let detail = json!({ "organisation": invitation.organisation_id, "again": true });
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::Invited, id, detail).await?;
    tx.commit().await?;
    Ok(go(&cx, ADDRESS, Some(Flash::InvitedAgain)))
}

/// `POST /join/invitations/{id}/revoke`
pub async fn revoke(cx: MemberCx, Path(id): Path<Uuid>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let invitation = open(&cx, &mut tx, id, Step::Revoke).await?;
    if !queries::revoke(&mut tx, id, cx.me().id, cx.app.clock.now()).await? {
        return Err(AppError::Conflict(InvitationState::Expired.conflict()));
    }
    links::end_all(&mut tx, &cx.app.clock, Purpose::JoinInvitation, id).await?;
    let detail = json!({ "organisation": invitation.organisation_id });
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::InvitationRevoked, id, detail).await?;
    tx.commit().await?;
    Ok(go(&cx, ADDRESS, Some(Flash::InvitationRevoked)))
}

async fn render(cx: &MemberCx, wish: Wish, form: InviteForm, errors: Errors) -> Result<Response> {
    let paging = Paging::new(wish, PAGE);
    let mut tx = cx.read().await?;
    let mut rows = queries::list(&mut tx, paging.limit(), paging.offset()).await?;
    let more = paging.cut(&mut rows);
    let choices = partners::queries::choices(&mut tx).await?;
    let mine = choices.into_iter().filter(|choice| may_invite(cx.me(), choice.id));
    let organisations: Vec<_> = mine.map(|choice| (choice.slug, choice.name)).collect();
    let now = cx.app.clock.now();
    let line = |invitation: Invitation| {
        let invitation = invitation.settle(now);
        Line { party: party(cx.me(), &invitation), invitation }
    };
    let page = Page::new(cx, "join/invitations").at(ADDRESS);
    let template = InvitationsPage {
        page: page.typed((!organisations.is_empty()).then_some(ADDRESS)),
        lines: rows.into_iter().map(line).collect(),
        organisations,
        languages: Locale::choices(),
        form,
        errors,
        number: paging.number,
        more,
    };
    show_with(template.errors.status(), &template)
}
