//! Making a group, and saying anew what it is called and for.

use super::form::{Described, GroupForm};
use super::queries::Group;
use super::{changes, queries};
use crate::access::Label;
use crate::audit::{self, Action};
use crate::db::broken_constraint;
use crate::error::{AppError, Result};
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use crate::web::page::{Page, go, show_with};
use crate::web::path::Path;
use crate::web::slug;
use askama::Template;
use axum::response::Response;
use http::StatusCode;
use serde_json::json;
use uuid::Uuid;

/// The address that the form of a new group has.
const TAKEN: &str = "new";

#[derive(Template)]
#[template(path = "groups/edit.html")]
struct EditPage {
    page: Page,
    /// The address of the group, if it exists.
    slug: Option<String>,
    form: GroupForm,
    errors: Errors,
}

/// `GET /groups/new`
pub async fn get_new(cx: MemberCx) -> Result<Response> {
    render(&cx, None, StatusCode::OK, GroupForm::default(), Errors::default())
}

/// `POST /groups/new`. Pressed twice, the button leads to the group that is there.
pub async fn post_new(cx: MemberCx, Form(form): Form<GroupForm>) -> Result<Response> {
    let group = match form.check() {
        Ok(group) => group,
        Err(errors) => return render(&cx, None, StatusCode::UNPROCESSABLE_ENTITY, form, errors),
    };
    match make(&cx, &group).await? {
        Some(address) => Ok(go(&cx, &format!("/groups/{address}"), Some(Flash::GroupMade))),
        None => render(&cx, None, StatusCode::UNPROCESSABLE_ENTITY, form, name_taken()),
    }
}

/// The page of a new group again, with what was typed.
pub async fn again_new(cx: MemberCx, Form(form): Form<GroupForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, None, errors.status(), form, errors)
}

/// `GET /groups/{slug}/edit`
pub async fn get(cx: MemberCx, Path(slug): Path<String>) -> Result<Response> {
    let group = open(&cx, &slug).await?;
    let form = GroupForm { name: group.name, about: group.about, version: group.version };
    render(&cx, Some(slug), StatusCode::OK, form, Errors::default())
}

/// `POST /groups/{slug}/edit`
pub async fn post(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<GroupForm>) -> Result<Response> {
    let group = open(&cx, &slug).await?;
    let described = match form.check() {
        Ok(described) => described,
        Err(errors) => return render(&cx, Some(slug), StatusCode::UNPROCESSABLE_ENTITY, form, errors),
    };
    let mut tx = cx.write().await?;
    let updated = match changes::update(&mut tx, group.id, form.version, &described).await {
        Err(error) if broken_constraint(&error) == Some("working_groups_name_key") => {
            return render(&cx, Some(slug), StatusCode::UNPROCESSABLE_ENTITY, form, name_taken());
        }
        updated => updated?,
    };
    if !updated {
        let errors = Errors::one("name", "groups-error-version");
        return render(&cx, Some(slug), StatusCode::CONFLICT, form, errors);
    }
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::GroupChanged, group.id, json!({})).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/groups/{slug}"), Some(Flash::GroupSaved)))
}

/// The page again, with what was typed, as long as the group is open.
pub async fn again(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<GroupForm>) -> Result<Response> {
    open(&cx, &slug).await?;
    let errors = cx.shown_errors();
    render(&cx, Some(slug), errors.status(), form, errors)
}

/// The group, if it can be changed now.
async fn open(cx: &MemberCx, slug: &str) -> Result<Group> {
    let group = queries::by_slug(&mut *cx.read().await?, slug).await?.ok_or(AppError::NotFound)?;
    if group.closed_at.is_some() { Err(AppError::Conflict("groups-conflict-closed")) } else { Ok(group) }
}

fn name_taken() -> Errors {
    Errors::one("name", "groups-error-name-taken")
}

/// Makes the group and returns its address; nothing if another one has its name.
async fn make(cx: &MemberCx, group: &Described) -> Result<Option<String>> {
    let id = Uuid::now_v7();
    let wanted = slug::slug(&group.name, "group");
    let otherwise = slug::with_tail(&wanted, id);
    for address in [wanted, otherwise].into_iter().filter(|address| address != TAKEN) {
        match insert(cx, id, &address, group).await {
            Ok(()) => return Ok(Some(address)),
            Err(error) => match broken_constraint(&error) {
                Some("working_groups_slug_key") => {}
                Some("working_groups_name_key") => break,
                _ => return Err(error.into()),
            },
        }
    }
    Ok(queries::slug_of(&mut *cx.read().await?, &group.name, &group.about).await?)
}

async fn insert(cx: &MemberCx, id: Uuid, slug: &str, group: &Described) -> sqlx::Result<()> {
    let mut tx = cx.write().await?;
    changes::insert(&mut tx, (id, slug), group, cx.app.clock.now()).await?;
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::GroupMade, id, json!({})).await?;
    tx.commit().await
}

fn render(
    cx: &MemberCx,
    slug: Option<String>,
    status: StatusCode,
    form: GroupForm,
    errors: Errors,
) -> Result<Response> {
    let address = slug.as_ref().map_or_else(|| "/groups/new".to_owned(), |slug| format!("/groups/{slug}/edit"));
    let page = Page::new(cx, "groups/edit").typed(&*address).labelled([Label::Green]);
    show_with(status, &EditPage { page, slug, form, errors })
}
