//! One revision for those who work on it: its text, its history, and what each may do next.

use super::form;
use super::model::{RevisionState, Step};
use super::work_queries::{self, HistoryRow, Revision};
use crate::access::advice::{self, Warnings};
use crate::access::audience::Addressed;
use crate::access::{self, ItemKind, Label};
use crate::error::{AppError, Result};
use crate::files;
use crate::files::model::Shelf;
use crate::web::cx::{MemberCx, open};
use crate::web::form::{Errors, Form};
use crate::web::page::{Page, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;

/// The forms of the steps that take one, as typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct StepForm {
    /// The slug of the member who is asked to review.
    pub reviewer: String,
    /// `approve` or `changes`.
    pub verdict: String,
    pub comment: String,
    /// Who was asked when the page was made, so that two liaisons do not undo each other unseen.
    pub instead_of: String,
    /// Which warnings the author has looked at.
    pub looked: String,
    /// `yes` if it is to be published without a review.
    pub sure: String,
}

/// What the source may publish on its own.
struct Alone {
    /// The widest label; none if every text needs somebody else's approval.
    widest: Option<Label>,
    /// Whether this text may be.
    may: bool,
}

#[derive(Template)]
#[template(path = "articles/work_item.html")]
struct WorkItemPage {
    page: Page,
    revision: Revision,
    sectors: Vec<String>,
    history: Vec<HistoryRow>,
    audience: Vec<Addressed>,
    candidates: Vec<(String, String)>,
    form: StepForm,
    errors: Errors,
    may_edit: bool,
    /// Whether it would reach somebody whom the published version does not.
    is_wider: bool,
    warnings: Warnings,
    alone: Option<Alone>,
    may_assign: bool,
    may_review: bool,
    may_send_back: bool,
    may_publish: bool,
    files: Shelf,
}

/// `GET /articles/work/{id}`
pub async fn get(cx: MemberCx, Path(id): Path<Uuid>) -> Result<Response> {
    render(&cx, id, StepForm::default(), Errors::default()).await
}

/// The page again, with what was typed for a review.
pub async fn again_review(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<StepForm>) -> Result<Response> {
    show_again(&cx, id, form, (Step::AskChanges, "articles-conflict-review")).await
}

/// The page again, with who was chosen to review.
pub async fn again_assign(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<StepForm>) -> Result<Response> {
    show_again(&cx, id, form, (Step::Assign, "articles-conflict-assign")).await
}

/// The page again, with what was ticked to hand it in.
pub async fn again_submit(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<StepForm>) -> Result<Response> {
    show_again(&cx, id, form, (Step::Submit, "articles-conflict-submit")).await
}

/// The page again, with what was ticked to publish it.
pub async fn again_publish_alone(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<StepForm>) -> Result<Response> {
    show_again(&cx, id, form, (Step::PublishAlone, "articles-conflict-publish")).await
}

/// Once the step is over, the page has no form that could hold what was typed: then the frame keeps it.
async fn show_again(cx: &MemberCx, id: Uuid, form: StepForm, needs: (Step, &'static str)) -> Result<Response> {
    let (_, revision) = open!(cx, ItemKind::Revision, &id.to_string(), |tx| work_queries::revision(&mut tx, id));
    if !revision.standing().allows(cx.me(), needs.0) {
        return Err(AppError::Conflict(needs.1));
    }
    let errors = cx.shown_errors();
    render(cx, id, form, errors).await
}

/// The page after a step that needs mending.
pub async fn mend(cx: &MemberCx, id: Uuid, form: StepForm, errors: Errors) -> Result<Response> {
    render(cx, id, form, errors).await
}

async fn render(cx: &MemberCx, id: Uuid, form: StepForm, errors: Errors) -> Result<Response> {
    let (mut tx, revision) = open!(cx, ItemKind::Revision, &id.to_string(), |tx| work_queries::revision(&mut tx, id));
    let history = work_queries::history(&mut tx, id).await?;
    // A broken glass shows a text in work without what was said about it, and lends no step.
    let is_at_work = !history.is_empty();
    if !is_at_work && matches!(revision.state, RevisionState::Published) {
        // A reader of the published text, not somebody who works on it.
        return Err(AppError::NotFound);
    }
    let may = |step| is_at_work && revision.standing().allows(cx.me(), step);
    let may_assign = may(Step::Assign);
    let files = files::queries::shelf(&mut tx, id, may(Step::Edit), cx.app.max_upload).await?;
    let candidates = if may_assign { work_queries::candidates(&mut tx, id).await? } else { Vec::new() };
    let is_next = may(Step::Submit) || may(Step::Publish);
    let is_wider = is_next && work_queries::is_wider_than_published(&mut tx, id).await?;
    let mut warnings = Warnings::none();
    if may(Step::Submit) {
        warnings = advice::warnings(&mut tx, revision.words_written(), revision.label).await?;
    }
    let mut alone = None;
    if may(Step::PublishAlone) {
        let widest = access::queries::widest_alone(&mut tx, revision.source_id).await?;
        alone = Some(Alone { widest, may: widest.is_some_and(|widest| revision.label >= widest) });
        // What is not complete is not offered to readers, one way or the other.
        alone = alone.filter(|_| form::is_complete(&revision.summary, &revision.sectors, revision.words));
    }
    // The page's own form: a judgement, a text given back, or what its author does next.
    let next = [(Step::AskChanges, "review"), (Step::Submit, "submit")].into_iter().find(|(step, _)| may(*step));
    let sent_to = next.map(|(_, end)| format!("/articles/work/{id}/{end}"));
    let page =
        Page::new(cx, "articles/work_item").at(&format!("/articles/work/{id}")).labelled([revision.label]).in_work();
    let template = WorkItemPage {
        page: page.labelled(files.labels()).typed(sent_to.as_deref()),
        sectors: cx.app.vocabulary.names(&revision.sectors, cx.locale),
        history,
        audience: access::queries::addressed(&mut tx, id).await?,
        candidates: candidates.into_iter().map(|c| (c.slug, format!("{} ({})", c.name, c.organisations))).collect(),
        form,
        errors,
        may_edit: may(Step::Edit),
        is_wider,
        warnings,
        alone,
        may_assign,
        may_review: may(Step::Approve),
        may_send_back: may(Step::AskChanges),
        may_publish: may(Step::Publish),
        files,
        revision,
    };
    show_with(template.errors.status(), &template)
}
