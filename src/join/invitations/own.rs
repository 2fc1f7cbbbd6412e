//! The page of an invitation, by the link in its mail: who invites, for which organisation, and what accepting leads to.
//! Opening it changes nothing. The link proves the address.

use super::model::InvitationState;
use super::queries::{self, OwnInvitation, Said};
use crate::access::Viewer;
use crate::audit::{self, Action};
use crate::auth::links::{self, Purpose};
use crate::db::WriteTx;
use crate::error::{AppError, Result, WayOn};
use crate::i18n::Locale;
use crate::jobs::{self, Job, JoinNews};
use crate::join::form::rules_read;
use crate::join::{approving, tell};
use crate::members::queries::{self as members, NewMember};
use crate::web::cx::Cx;
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::page::{Page, go, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AcceptForm {
    name: String,
    function: String,
    sector: String,
    language: String,
    /// For the liaison, where the liaison decides.
    motivation: String,
    agree: String,
    /// The version of the house rules that the page led to.
    rules: String,
}

/// As checked.
struct Accepted {
    name: String,
    function: String,
    sector: String,
    language: Locale,
    motivation: String,
    rules: i16,
}

#[derive(Template)]
#[template(path = "join/invitation.html")]
struct InvitationPage {
    page: Page,
    secret: String,
    invitation: OwnInvitation,
    sectors: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
    form: AcceptForm,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "join/invitation_declined.html")]
struct DeclinedPage {
    page: Page,
}

/// `GET /join/invitation/{secret}`
pub async fn get(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let invitation = own(&cx, &secret).await?;
    let form = AcceptForm { language: invitation.language.tag().to_owned(), ..AcceptForm::default() };
    render(&cx, secret, invitation, form, Errors::default())
}

/// The page again, with what was typed.
pub async fn again(cx: Cx, Path(secret): Path<String>, Form(form): Form<AcceptForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    let invitation = own(&cx, &secret).await?;
    render(&cx, secret, invitation, form, errors)
}

/// `POST /join/invitation/{secret}`
pub async fn post(cx: Cx, Path(secret): Path<String>, Form(form): Form<AcceptForm>) -> Result<Response> {
    let invitation = own(&cx, &secret).await?;
    let accepted = match checked(&cx, &form, invitation.makes_member) {
        Ok(accepted) => accepted,
        Err(errors) => return render(&cx, secret, invitation, form, errors),
    };
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?.of_request(cx.request_id);
    // One moment for all of it: the database knows by it what this change has taken.
    let now = cx.app.clock.now();
    let Some(taken) = queries::take(&mut tx, &secret, now).await? else {
        return Err(over(&mut tx, &secret, now).await?);
    };
    if taken.makes_member {
        let next = join(&cx, &mut tx, (&secret, now), &taken, &accepted).await?;
        tx.commit().await?;
        return Ok(go(&cx, &next, Some(Flash::InvitationAccepted)));
    }
    if invitation.makes_member {
        // It lost that in the moment between: what the liaison needs was not asked.
        drop(tx);
        return render(&cx, secret, taken, form, Errors::one("motivation", "form-error-required"));
    }
    let next = wait(&cx, &mut tx, (&secret, now), &taken, &accepted).await?;
    tx.commit().await?;
    Ok(go(&cx, &next, Some(Flash::InvitationAccepted)))
}

/// `POST /join/invitation/{secret}/decline`
pub async fn decline(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let now = cx.app.clock.now();
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?.of_request(cx.request_id);
    let Some(taken) = queries::take(&mut tx, &secret, now).await? else {
        return Err(over(&mut tx, &secret, now).await?);
    };
    queries::decline(&mut tx, &secret, now).await?;
    jobs::enqueue(&mut tx, &cx.app.clock, &Job::InvitationDeclined { invitation: taken.id, to: taken.inviter_id })
        .await?;
    let detail = json!({ "organisation": taken.organisation_id });
    audit::record(&mut tx, &cx.app.clock, None, Action::InvitationDeclined, taken.id, detail).await?;
    tx.commit().await?;
    Ok(go(&cx, "/join/declined", None))
}

/// `GET /join/declined`
pub async fn declined(cx: Cx) -> Result<Response> {
    show_with(http::StatusCode::OK, &DeclinedPage { page: Page::new(&cx, "join/invitation_declined") })
}

/// Makes the member, and settles what the same person asked for. Leads to the page where a password is set.
async fn join(
    cx: &Cx,
    tx: &mut WriteTx,
    (secret, now): (&str, DateTime<Utc>),
    taken: &OwnInvitation,
    accepted: &Accepted,
) -> Result<String> {
    let clock = &cx.app.clock;
    let new = NewMember {
        id: Uuid::now_v7(),
        name: &accepted.name,
        email: &taken.email,
        function: &accepted.function,
        sectors: std::slice::from_ref(&accepted.sector),
        language: accepted.language,
        organisation: taken.organisation_id,
        roles: &taken.roles,
        now,
    };
    let member = approving::admit(tx, &new).await.map_err(|error| match error {
        AppError::Conflict("join-conflict-member") => AppError::Conflict("join-conflict-invitation-member"),
        error => error,
    })?;
    let settled = queries::accept(tx, secret, member, accepted.rules, now).await?;
    let detail = json!({ "member": member, "organisation": taken.organisation_id, "invited_by": taken.inviter_id });
    audit::record(tx, clock, Some(member), Action::InvitationAccepted, taken.id, detail).await?;
    if let Some(request) = settled {
        let detail = json!({ "member": member, "invitation": taken.id });
        audit::record(tx, clock, Some(taken.inviter_id), Action::JoinApproved, request, detail).await?;
    }
    jobs::enqueue(tx, clock, &Job::InvitationAccepted { member }).await?;
    let password = links::issue(tx, clock, Purpose::Password, member).await?;
    Ok(format!("/account/password/{password}"))
}

/// Makes it a request that the liaison decides. Leads to its page.
async fn wait(
    cx: &Cx,
    tx: &mut WriteTx,
    (secret, now): (&str, DateTime<Utc>),
    taken: &OwnInvitation,
    accepted: &Accepted,
) -> Result<String> {
    let (clock, request) = (&cx.app.clock, Uuid::now_v7());
    let said = Said {
        request,
        name: &accepted.name,
        function: &accepted.function,
        sector: &accepted.sector,
        motivation: &accepted.motivation,
        language: accepted.language,
        rules: accepted.rules,
    };
    queries::queue(tx, secret, &said, now).await?;
    let detail = json!({ "request": request, "organisation": taken.organisation_id });
    audit::record(tx, clock, None, Action::InvitationAccepted, taken.id, detail).await?;
    tell::liaisons(tx, &cx.app, |liaison| Job::JoinWaiting { request, liaison }).await?;
    jobs::enqueue(tx, clock, &Job::JoinNews { request, news: JoinNews::Waiting }).await?;
    let own = links::issue(tx, clock, Purpose::JoinStatus, request).await?;
    Ok(format!("/join/status/{own}"))
}

fn checked(cx: &Cx, form: &AcceptForm, makes_member: bool) -> std::result::Result<Accepted, Errors> {
    let mut check = Check::new();
    let name = check.line("name", &form.name, 2..=120);
    let says_something = name.is_empty() || name.chars().any(char::is_alphanumeric);
    check.must("name", says_something && !name.contains("://") && !name.contains("www."), "join-error-name");
    let function = check.line("function", &form.function, 2..=120);
    let sector = check.choice("sector", cx.app.vocabulary.sector(&form.sector)).map(|sector| sector.code.clone());
    let least = if makes_member { 0 } else { 40 };
    let motivation = check.text("motivation", &form.motivation, least..=4000);
    let language = check.choice("language", Locale::from_tag(&form.language));
    check.must("agree", form.agree == "yes", "join-error-agree");
    check.done()?;
    let (Some(sector), Some(language)) = (sector, language) else { return Err(Errors::default()) };
    let rules = rules_read(&form.rules, cx.app.rules());
    Ok(Accepted { name, function, sector, language, motivation, rules })
}

/// The invitation of a link. Whoever became a member in another way meanwhile is told so before filling in anything.
async fn own(cx: &Cx, secret: &str) -> Result<OwnInvitation> {
    let (mut tx, now) = (cx.app.db.read(&Viewer::Nobody).await?, cx.app.clock.now());
    let Some(found) = queries::by_link(&mut tx, secret, now).await? else {
        return Err(over(&mut tx, secret, now).await?);
    };
    let known = members::standing_by_email(&mut tx, &found.email).await?;
    if known.is_some_and(|known| !known.may_come_back()) {
        return Err(InvitationState::Accepted.over(true));
    }
    Ok(found)
}

/// What became of the invitation of a link that opens nothing any more.
async fn over(conn: &mut PgConnection, secret: &str, now: DateTime<Utc>) -> Result<AppError> {
    let end = queries::end_by_link(conn, secret, now).await?;
    Ok(end.map_or(AppError::Over("join-over-unknown", WayOn::Join), |(state, is_member)| state.over(is_member)))
}

fn render(
    cx: &Cx,
    secret: String,
    invitation: OwnInvitation,
    mut form: AcceptForm,
    errors: Errors,
) -> Result<Response> {
    form.rules = rules_read(&form.rules, cx.app.rules()).to_string();
    let address = format!("/join/invitation/{secret}");
    let template = InvitationPage {
        page: Page::new(cx, "join/invitation").typed(&*address),
        secret,
        invitation,
        sectors: cx.app.vocabulary.choices(cx.locale),
        languages: Locale::choices(),
        form,
        errors,
    };
    show_with(template.errors.status(), &template)
}
