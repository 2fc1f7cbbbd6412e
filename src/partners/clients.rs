//! The clients of an organisation: those whom its TLP:AMBER reaches as well. Its coordinator says who they are.

use super::queries::{self, Client, Organisation};
use super::{changes, model};
use crate::access::Label;
use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use crate::web::page::{Page, go, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;

/// As chosen: an organisation's address.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ClientForm {
    client: String,
}

#[derive(Template)]
#[template(path = "partners/clients.html")]
struct ClientsPage {
    page: Page,
    organisation: Organisation,
    clients: Vec<Client>,
    others: Vec<(String, String)>,
    form: ClientForm,
    errors: Errors,
}

/// `GET /partners/{slug}/clients`
pub async fn get(cx: MemberCx, Path(slug): Path<String>) -> Result<Response> {
    render(&cx, &slug, StatusCode::OK, ClientForm::default(), Errors::default()).await
}

/// `POST /partners/{slug}/clients`. Listing one that is listed changes nothing.
pub async fn post(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<ClientForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let organisation = queries::by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?;
    let organisation = coordinated(&cx, organisation)?.id;
    let client = queries::id_by_slug(&mut tx, &form.client).await?.filter(|client| *client != organisation);
    let Some(client) = client else {
        drop(tx);
        let errors = Errors::one("client", "form-error-choice");
        return render(&cx, &slug, StatusCode::UNPROCESSABLE_ENTITY, form, errors).await;
    };
    if changes::list_client(&mut tx, organisation, client, cx.me().id, cx.app.clock.now()).await? {
        let detail = json!({ "client": client });
        audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::ClientListed, organisation, detail).await?;
    }
    tx.commit().await?;
    Ok(go(&cx, &format!("/partners/{slug}/clients"), Some(Flash::ClientListed)))
}

/// The page again, with what was chosen.
pub async fn again(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<ClientForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, &slug, errors.status(), form, errors).await
}

/// `POST /partners/{slug}/clients/{client}/remove`
pub async fn remove(cx: MemberCx, Path((slug, client)): Path<(String, String)>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let organisation = queries::by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?;
    let organisation = coordinated(&cx, organisation)?.id;
    let client = queries::id_by_slug(&mut tx, &client).await?.ok_or(AppError::NotFound)?;
    if !changes::remove_client(&mut tx, organisation, client).await? {
        return Err(AppError::Conflict("partners-conflict-removed"));
    }
    let detail = json!({ "client": client });
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::ClientRemoved, organisation, detail).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/partners/{slug}/clients"), Some(Flash::ClientRemoved)))
}

/// The organisation, if this is its coordinator.
fn coordinated(cx: &MemberCx, organisation: Organisation) -> Result<Organisation> {
    if model::coordinates(cx.me(), organisation.id) {
        Ok(organisation)
    } else {
        Err(AppError::Forbidden("partners-forbidden-coordinator"))
    }
}

async fn render(cx: &MemberCx, slug: &str, status: StatusCode, form: ClientForm, errors: Errors) -> Result<Response> {
    let mut tx = cx.read().await?;
    let organisation = queries::by_slug(&mut tx, slug).await?.ok_or(AppError::NotFound)?;
    let organisation = coordinated(cx, organisation)?;
    let clients = queries::clients(&mut tx, organisation.id).await?;
    let is_other = |slug: &str| slug != organisation.slug && clients.iter().all(|client| client.slug != slug);
    let choices = queries::choices(&mut tx).await?.into_iter();
    let others: Vec<_> = choices.filter(|c| is_other(&c.slug)).map(|c| (c.slug, c.name)).collect();
    let address = format!("/partners/{slug}/clients");
    let page = Page::new(cx, "partners/clients").at(&address).labelled([Label::AmberStrict]);
    let page = page.typed((!others.is_empty()).then_some(&*address));
    show_with(status, &ClientsPage { page, organisation, clients, others, form, errors })
}
