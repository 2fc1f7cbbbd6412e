//! One request, with all the liaison needs to decide it.

use super::decide::DecisionForm;
use super::queries::{self, RequestRow};
use crate::error::{AppError, Result};
use crate::partners;
use crate::web::cx::Cx;
use crate::web::form::Errors;
use crate::web::page::{Page, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "join/request.html")]
struct RequestPage {
    page: Page,
    request: RequestRow,
    sector: String,
    waits: bool,
    /// Where a new organisation may turn out to be one that exists.
    organisations: Vec<(String, String)>,
    form: DecisionForm,
    errors: Errors,
}

/// `GET /join/requests/{id}`
pub async fn get(cx: Cx, Path(id): Path<Uuid>) -> Result<Response> {
    render(&cx, id, DecisionForm::default(), Errors::default()).await
}

/// The page, also after a decision that needs mending.
pub async fn render(cx: &Cx, id: Uuid, form: DecisionForm, errors: Errors) -> Result<Response> {
    let mut tx = cx.read().await?;
    let request = queries::request(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let organisations = partners::queries::choices(&mut tx).await?;
    let waits = request.state == super::model::JoinState::Waiting;
    let address = format!("/join/requests/{id}");
    let sent_to = waits.then(|| format!("{address}/approve"));
    let template = RequestPage {
        page: Page::new(cx, "join/request").at(&address).typed(sent_to.as_deref()),
        sector: cx.app.vocabulary.names(std::slice::from_ref(&request.sector), cx.locale).join(", "),
        waits,
        request,
        organisations: organisations.into_iter().map(|choice| (choice.slug, choice.name)).collect(),
        form,
        errors,
    };
    show_with(template.errors.status(), &template)
}
