//! One request, with all the liaison needs to decide it.

use super::decide::DecisionForm;
use super::model::{Actor, Event, JoinState};
use super::queries::{self, Note, RequestRow};
use super::standing_out::{self, Line};
use super::timeline::{self, Entry};
use super::{vouching, work_queries};
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
    /// Whether it can still be decided.
    is_open: bool,
    line: Line,
    timeline: Vec<Entry>,
    notes: Vec<Note>,
    /// Where a new organisation may turn out to be one that exists.
    organisations: Vec<(String, String)>,
    form: DecisionForm,
    errors: Errors,
}

impl RequestPage {
    /// Whether the liaison may ask for more: not while the applicant is to answer.
    fn may_ask(&self) -> bool {
        self.request.state.step(Actor::Liaison, Event::Ask).is_some()
    }

    /// The end of the text key of whose turn it is.
    fn turn(&self) -> Option<&'static str> {
        match self.request.state {
            JoinState::Waiting => Some("liaison"),
            JoinState::Asked => Some("applicant"),
            _ => None,
        }
    }
}

/// `GET /join/requests/{id}`
pub async fn get(cx: Cx, Path(id): Path<Uuid>) -> Result<Response> {
    render(&cx, id, DecisionForm::default(), Errors::default()).await
}

/// The page, also after a decision that needs mending.
pub async fn render(cx: &Cx, id: Uuid, form: DecisionForm, errors: Errors) -> Result<Response> {
    let mut tx = cx.read().await?;
    let request = queries::request(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let rows = work_queries::lines(&mut tx, &[id]).await?;
    let line = standing_out::look(&mut tx, rows, cx.app.clock.now()).await?.pop().ok_or(AppError::NotFound)?;
    let messages = queries::messages(&mut tx, id).await?;
    let named = vouching::queries::acquaintances(&mut tx, id).await?;
    let notes = queries::notes(&mut tx, id).await?;
    let organisations = partners::queries::choices(&mut tx).await?;
    let is_open = request.state.step(Actor::Liaison, Event::Decline).is_some();
    let address = format!("/join/requests/{id}");
    let sent_to = format!("{address}/{}", if is_open { "approve" } else { "note" });
    let template = RequestPage {
        page: Page::new(cx, "join/request").at(&address).typed(&*sent_to),
        sector: cx.app.vocabulary.names(std::slice::from_ref(&request.sector), cx.locale).join(", "),
        is_open,
        timeline: timeline::whole(&request, messages, named),
        line,
        notes,
        request,
        organisations: organisations.into_iter().map(|choice| (choice.slug, choice.name)).collect(),
        form,
        errors,
    };
    show_with(template.errors.status(), &template)
}
