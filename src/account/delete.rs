//! Deleting the own account. It takes effect at once; what stays, the page says.

use super::mails;
use super::queries::{Untold, delete, email, is_last_liaison};
use crate::audit::{self, Action};
use crate::db::broken_constraint;
use crate::error::{AppError, Result};
use crate::jobs::{self, Job};
use crate::members::work_queries as memberships;
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

/// The page's address.
pub const ADDRESS: &str = "/account/delete";

/// Under whose name what one wrote stays: the organisation's, or that of somebody who was here once.
const CHOICES: [&str; 2] = ["organisation", "former-member"];

/// As chosen.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DeleteForm {
    texts: String,
    sure: String,
}

#[derive(Template)]
#[template(path = "account/delete.html")]
struct DeletePage {
    page: Page,
    /// The name that takes the place of one's own, if there is an organisation.
    organisation: Option<String>,
    is_last_liaison: bool,
    form: DeleteForm,
    errors: Errors,
}

/// `GET /account/delete`
pub async fn get(cx: MemberCx) -> Result<Response> {
    render(&cx, DeleteForm::default(), Errors::default()).await
}

/// The page again, with what was chosen.
pub async fn again(cx: MemberCx, Form(form): Form<DeleteForm>) -> Result<Response> {
    render(&cx, form, cx.shown_errors()).await
}

/// `POST /account/delete`
pub async fn post(cx: FreshCx, Form(form): Form<DeleteForm>) -> Result<Response> {
    let me = cx.me();
    let mut checked = Check::new();
    checked.must("texts", CHOICES.contains(&&*form.texts), "form-error-choice");
    checked.must("sure", form.sure == "yes", "account-error-delete-sure");
    if let Err(errors) = checked.done() {
        return render(&cx, form, errors).await;
    }
    let mut tx = cx.write().await?;
    let places = memberships::of_member(&mut tx, me.id).await?;
    // In one order, so that two changes never wait for each other.
    let mut held: Vec<Uuid> = places.iter().map(|place| place.organisation).collect();
    held.sort_unstable();
    for organisation in held {
        memberships::hold(&mut tx, organisation).await?;
    }
    let texts = cx.app.texts(me.language);
    let former = texts.text("account-delete-former").to_string();
    let shown = places.first().filter(|_| form.texts == CHOICES[0]).map_or(former, |place| place.name.clone());
    let Some(email) = email(&mut tx, me.id).await? else { return Err(AppError::NotFound) };
    let detail = json!({ "texts": form.texts });
    audit::record(&mut tx, &cx.app.clock, Some(me.id), Action::AccountDeleted, me.id, detail).await?;
    let untold =
        delete(&mut tx, &shown, cx.app.clock.now()).await.map_err(|error| match broken_constraint(&error) {
            Some("members_keep_a_liaison") => AppError::Conflict("account-conflict-last-liaison"),
            _ => error.into(),
        })?;
    for (email, before) in farewells(email, untold.ok_or(AppError::NotFound)?) {
        let job = Job::AccountDeleted { email, name: me.name.clone(), language: me.language, before };
        jobs::enqueue(&mut tx, &cx.app.clock, &job).await?;
    }
    tx.commit().await?;
    let mut response = go(&cx, "/", Some(Flash::AccountDeleted));
    response.headers_mut().append(SET_COOKIE, cookies::clear(&cx.app, Name::Session));
    Ok(response)
}

/// Who is told that the account is gone, and of what else each mailbox was not told yet: whoever is in an account that is not
/// theirs must not be able to silence the warnings by deleting it.
fn farewells(email: String, untold: Vec<Untold>) -> Vec<(String, Vec<String>)> {
    let mut told: Vec<(String, Vec<String>)> = vec![(email, Vec::new())];
    for Untold { job, former } in untold {
        let Some(kind) = serde_json::from_value(job).ok().as_ref().and_then(mails::news_of) else { continue };
        let at = match former {
            None => 0,
            Some(former) => told.iter().position(|(email, _)| *email == former).unwrap_or_else(|| {
                told.push((former, Vec::new()));
                told.len() - 1
            }),
        };
        if let Some((_, news)) = told.get_mut(at)
            && !news.iter().any(|known| known == kind)
        {
            news.push(kind.to_owned());
        }
    }
    told
}

async fn render(cx: &MemberCx, form: DeleteForm, errors: Errors) -> Result<Response> {
    let mut tx = cx.read().await?;
    let organisation = memberships::of_member(&mut tx, cx.me().id).await?.into_iter().next().map(|place| place.name);
    let is_last_liaison = is_last_liaison(&mut tx, cx.me().id).await?;
    let page = Page::new(cx, "account/delete").typed((!is_last_liaison).then_some(ADDRESS));
    show_with(errors.status(), &DeletePage { page, organisation, is_last_liaison, form, errors })
}
