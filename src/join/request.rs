//! One request, with all the liaison needs to decide it.

use super::decide::{ApproveForm, DeclineForm};
use super::queries::{self, RequestRow};
use crate::error::{AppError, Result};
use crate::partners;
use crate::web::cx::Cx;
use crate::web::form::Errors;
use crate::web::page::{Page, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use http::StatusCode;
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
    approve: ApproveForm,
    decline: DeclineForm,
    errors: Errors,
}

/// `GET /join/requests/{id}`
pub async fn get(cx: Cx, Path(id): Path<Uuid>) -> Result<Response> {
    render(&cx, id, StatusCode::OK, ApproveForm::default(), DeclineForm::default(), Errors::default()).await
}

/// The page, also after a decision that needs mending.
pub async fn render(
    cx: &Cx,
    id: Uuid,
    status: StatusCode,
    approve: ApproveForm,
    decline: DeclineForm,
    errors: Errors,
) -> Result<Response> {
    let mut tx = cx.read().await?;
    let request = queries::request(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let organisations = partners::queries::choices(&mut tx).await?;
    let template = RequestPage {
        page: Page::new(cx, "join/request").at(&format!("/join/requests/{id}")),
        sector: cx.app.vocabulary.names(std::slice::from_ref(&request.sector), cx.locale).join(", "),
        waits: request.state == super::model::JoinState::Waiting,
        request,
        organisations: organisations.into_iter().map(|choice| (choice.slug, choice.name)).collect(),
        approve,
        decline,
        errors,
    };
    show_with(status, &template)
}
