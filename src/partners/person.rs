//! One of the people of an organisation: what they do for it, and the steps with their membership.

use super::people::{hand, hand_now, looked_after, tell, tell_with};
use super::queries::Organisation;
use crate::access::{Label, OrganisationRole};
use crate::audit::Action;
use crate::db::WriteTx;
use crate::error::{AppError, Result};
use crate::jobs::MembershipNews;
use crate::members::model::{End, Hand, Step, check};
use crate::members::work_queries::{self as memberships, Ending, Place};
use crate::web::cx::{FreshCx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::page::{Page, go, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use std::collections::HashSet;

const ROLES: [OrganisationRole; 2] = [OrganisationRole::Publisher, OrganisationRole::Coordinator];

/// As ticked.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RolesForm {
    roles: Vec<String>,
    /// The roles that the page showed, with spaces between them.
    was: String,
}

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct EndForm {
    reason: String,
}

#[derive(Template)]
#[template(path = "partners/person.html")]
struct PersonPage {
    page: Page,
    organisation: Organisation,
    place: Place,
    hand: Hand,
    roles: Vec<(String, String)>,
    form: RolesForm,
    errors: Errors,
}

impl PersonPage {
    /// Whether the roles of before come back with the membership.
    fn comes_back_as_before(&self) -> bool {
        matches!(self.place.end, Some(End::Asleep | End::Departed))
    }

    /// Whether somebody else than the reader lets the member in again.
    fn is_liaisons(&self) -> bool {
        !self.hand.oneself && self.place.end.is_some_and(|end| !self.hand.wakes(end))
    }
}

#[derive(Template)]
#[template(path = "partners/end.html")]
struct EndPage {
    page: Page,
    organisation: Organisation,
    place: Place,
    form: EndForm,
    errors: Errors,
}

/// The organisation and the membership, held for a step that can be taken.
async fn step(
    cx: &MemberCx,
    tx: &mut WriteTx,
    (slug, member): (&str, &str),
    step: impl FnOnce(&Place) -> Step,
) -> Result<(Organisation, Place)> {
    let organisation = looked_after(cx, tx, slug).await?;
    memberships::hold(tx, organisation.id).await?;
    let place = memberships::place(tx, organisation.id, member).await?.ok_or(AppError::NotFound)?;
    let stand = memberships::stand(tx, place.member, organisation.id).await?.ok_or(AppError::NotFound)?;
    check(hand_now(cx, tx, organisation.id, place.member).await?, step(&place), stand)?;
    Ok((organisation, place))
}

/// `GET /partners/{slug}/people/{member}`
pub async fn get(cx: MemberCx, Path((slug, member)): Path<(String, String)>) -> Result<Response> {
    render(&cx, (&slug, &member), StatusCode::OK, None, Errors::default()).await
}

/// `POST /partners/{slug}/people/{member}`: other roles.
pub async fn post(
    cx: FreshCx,
    Path((slug, member)): Path<(String, String)>,
    Form(form): Form<RolesForm>,
) -> Result<Response> {
    let (from, to) = (roles_of(form.was.split(' ')), roles_of(form.roles.iter().map(String::as_str)));
    let mut tx = cx.write().await?;
    let wanted = |place: &Place| Step::Roles {
        gains: to.iter().any(|role| !place.roles.contains(role)),
        drops_coordinator: place.roles.contains(&OrganisationRole::Coordinator)
            && !to.contains(&OrganisationRole::Coordinator),
    };
    let (organisation, place) = step(&cx, &mut tx, (&slug, &member), wanted).await?;
    let pair = (place.member, organisation.id);
    let back = format!("/partners/{slug}/people");
    if same(&from, &to) && same(&to, &place.roles) {
        return Ok(go(&cx, &back, Some(Flash::RolesChanged)));
    }
    if !memberships::set_roles(&mut tx, place.member, organisation.id, &from, &to).await? {
        drop(tx);
        let errors = Errors::one("roles", "partners-error-roles-changed");
        return render(&cx, (&slug, &member), StatusCode::CONFLICT, Some(form), errors).await;
    }
    let roles = json!({ "organisation": organisation.id, "from": words(&place.roles), "to": words(&to) });
    tell_with(&cx, &mut tx, pair, (Action::MembershipRolesChanged, "", roles), Some(MembershipNews::Roles)).await?;
    tx.commit().await?;
    // Who gave up the own role looks after these people no more.
    let is_own = place.member == cx.me().id && !cx.me().is_liaison() && !to.contains(&OrganisationRole::Coordinator);
    let back = if is_own { format!("/partners/{slug}") } else { back };
    Ok(go(&cx, &back, Some(Flash::RolesChanged)))
}

/// The page again, with what was ticked.
pub async fn again(
    cx: MemberCx,
    Path((slug, member)): Path<(String, String)>,
    Form(form): Form<RolesForm>,
) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, (&slug, &member), errors.status(), Some(form), errors).await
}

/// `POST /partners/{slug}/people/{member}/wake`
pub async fn wake(cx: FreshCx, Path((slug, member)): Path<(String, String)>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (organisation, place) = step(&cx, &mut tx, (&slug, &member), |_| Step::Wake).await?;
    let (id, now) = (place.member, cx.app.clock.now());
    let woken = memberships::wake(&mut tx, id, organisation.id, place.end, now).await;
    if !woken.map_err(memberships::refused)? {
        return Err(AppError::Conflict("members-conflict-holds"));
    }
    tell(&cx, &mut tx, (id, organisation.id), Action::MembershipWoken, "", Some(MembershipNews::Woken)).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/partners/{slug}/people"), Some(Flash::MembershipWoken)))
}

/// `GET /partners/{slug}/people/{member}/end`
pub async fn get_end(cx: MemberCx, Path(at): Path<(String, String)>) -> Result<Response> {
    render_end(&cx, at, StatusCode::OK, EndForm::default(), Errors::default()).await
}

/// `POST /partners/{slug}/people/{member}/end`
pub async fn end(
    cx: FreshCx,
    Path((slug, member)): Path<(String, String)>,
    Form(form): Form<EndForm>,
) -> Result<Response> {
    let mut checked = Check::new();
    let reason = checked.text("reason", &form.reason, 10..=2000);
    if let Err(errors) = checked.done() {
        return render_end(&cx, (slug, member), StatusCode::UNPROCESSABLE_ENTITY, form, errors).await;
    }
    let mut tx = cx.write().await?;
    let (organisation, place) = step(&cx, &mut tx, (&slug, &member), |_| Step::End).await?;
    let ending = Ending {
        member: place.member,
        organisation: organisation.id,
        end: End::Ended,
        by: Some(cx.me().id),
        reason: Some(&reason),
        now: cx.app.clock.now(),
    };
    if !memberships::end(&mut tx, &ending).await.map_err(memberships::refused)? {
        return Err(AppError::Conflict("members-conflict-holds-no-more"));
    }
    let pair = (place.member, organisation.id);
    tell(&cx, &mut tx, pair, Action::MembershipEnded, &reason, Some(MembershipNews::Ended)).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/partners/{slug}/people"), Some(Flash::MembershipEnded)))
}

/// The page again, with what was typed.
pub async fn again_end(cx: MemberCx, Path(at): Path<(String, String)>, Form(form): Form<EndForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render_end(&cx, at, errors.status(), form, errors).await
}

async fn render(
    cx: &MemberCx,
    (slug, member): (&str, &str),
    status: StatusCode,
    form: Option<RolesForm>,
    errors: Errors,
) -> Result<Response> {
    let mut tx = cx.read().await?;
    let organisation = looked_after(cx, &mut tx, slug).await?;
    let place = memberships::place(&mut tx, organisation.id, member).await?.ok_or(AppError::NotFound)?;
    let now = place.roles.iter().map(|role| role.word());
    // What is there now: who sees that it changed meanwhile, and saves again, means it.
    let was = now.clone().collect::<Vec<_>>().join(" ");
    let form = RolesForm { roles: form.map_or_else(|| now.map(str::to_owned).collect(), |form| form.roles), was };
    let name = |role: OrganisationRole| cx.texts().of_set("members-role", role.word()).to_string();
    let address = format!("/partners/{slug}/people/{member}");
    let page = Page::new(cx, "partners/person").at(&address).labelled([Label::Green]);
    let template = PersonPage {
        page: page.typed(place.end.is_none().then_some(&*address)),
        hand: hand(cx, organisation.id, Some(place.member)),
        organisation,
        place,
        roles: ROLES.into_iter().map(|role| (role.word().to_owned(), name(role))).collect(),
        form,
        errors,
    };
    show_with(status, &template)
}

async fn render_end(
    cx: &MemberCx,
    (slug, member): (String, String),
    status: StatusCode,
    form: EndForm,
    errors: Errors,
) -> Result<Response> {
    let mut tx = cx.read().await?;
    let organisation = looked_after(cx, &mut tx, &slug).await?;
    let place = memberships::place(&mut tx, organisation.id, &member).await?.ok_or(AppError::NotFound)?;
    let stand = memberships::stand(&mut tx, place.member, organisation.id).await?.ok_or(AppError::NotFound)?;
    check(hand(cx, organisation.id, Some(place.member)), Step::End, stand)?;
    let address = format!("/partners/{slug}/people/{member}/end");
    let page = Page::new(cx, "partners/end").typed(&*address).labelled([Label::Green]);
    show_with(status, &EndPage { page, organisation, place, form, errors })
}

fn roles_of<'a>(words: impl Iterator<Item = &'a str>) -> Vec<OrganisationRole> {
    let words: HashSet<_> = words.collect();
    ROLES.into_iter().filter(|role| words.contains(role.word())).collect()
}

fn same(one: &[OrganisationRole], other: &[OrganisationRole]) -> bool {
    ROLES.iter().all(|role| one.contains(role) == other.contains(role))
}

/// As the audit log keeps them.
fn words(roles: &[OrganisationRole]) -> Vec<&'static str> {
    roles.iter().map(|role| role.word()).collect()
}
