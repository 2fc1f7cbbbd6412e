//! Adding a file. The page takes one with a label of its own, and shows what went wrong with any.

use super::arrival::{self, Arrival, open, parent_of, receive};
use super::changes::{self, New};
use super::form::AddForm;
use super::model::{MOST_FILES, Parent, limits};
use super::names;
use super::queries;
use crate::access::audience::Circles;
use crate::access::{Audience, Label};
use crate::audit::{self, Action};
use crate::db::broken_constraint;
use crate::error::{AppError, Result};
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use crate::web::page::{Page, go, show_with};
use crate::web::path::Path;
use crate::web::ui::upload::Limits;
use askama::Template;
use axum::extract::Request;
use axum::response::Response;
use http::StatusCode;
use serde_json::json;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "files/add.html")]
struct AddPage {
    page: Page,
    parent: Parent,
    form: AddForm,
    errors: Errors,
    /// Those that say more than to follow the page.
    labels: Vec<Label>,
    circles: Circles,
    limits: Limits,
    /// Whether a file was chosen that has to be chosen again.
    is_lost: bool,
}

/// `GET /files/to/{id}`
pub async fn get(cx: MemberCx, Path(id): Path<Uuid>) -> Result<Response> {
    let form = AddForm { to: id.to_string(), ..AddForm::default() };
    if queries::parent(&mut *cx.read().await?, id).await?.is_none() {
        open(&cx, id).await?;
    }
    let parent = parent_of(&cx, &form).await?;
    render(&cx, parent, form, StatusCode::OK, Errors::default(), false).await
}

/// `POST /files`
pub async fn post(cx: MemberCx, request: Request) -> Result<Response> {
    let Arrival { form, parent, file } = receive(&cx, request).await?;
    let circles = Circles::load(&mut *cx.read().await?).await?;
    let checked = form.check(cx.me(), &parent, &circles);
    let file = match file {
        Ok(file) => file,
        Err(refused) => return render(&cx, parent, form, refused.status(), refused.errors(), true).await,
    };
    let (label, audience) = match checked {
        Ok(checked) => checked,
        Err(errors) => return render(&cx, parent, form, StatusCode::UNPROCESSABLE_ENTITY, errors, true).await,
    };
    match save(&cx, &parent, file, label, &audience).await? {
        Ok(()) => Ok(go(&cx, &parent.address, Some(Flash::FileAdded))),
        Err(errors) => render(&cx, parent, form, StatusCode::UNPROCESSABLE_ENTITY, errors, true).await,
    }
}

/// The page again; a file that was chosen stays behind.
pub async fn again(cx: MemberCx, Form(form): Form<AddForm>) -> Result<Response> {
    let parent = parent_of(&cx, &form).await?;
    let errors = cx.shown_errors();
    render(&cx, parent, form, errors.status(), errors, true).await
}

/// Keeps row and content together, or neither.
async fn save(
    cx: &MemberCx,
    parent: &Parent,
    file: arrival::File,
    label: Option<Label>,
    audience: &Audience,
) -> Result<std::result::Result<(), Errors>> {
    let (id, hash) = (Uuid::now_v7(), file.content.hash);
    let name = names::clean(&file.name, file.kind);
    let new = New {
        id,
        parent: parent.id,
        name: &name,
        media_type: file.kind.media_type(),
        bytes: file.content.bytes,
        hash,
        label,
        audience,
    };
    let mut tx = cx.write().await?;
    changes::hold_content(&mut tx, &hash).await?;
    if let Err(error) = changes::add(&mut tx, &new, cx.app.clock.now()).await {
        let most = usize::try_from(MOST_FILES).unwrap_or_default();
        return match broken_constraint(&error) {
            Some("files_not_so_many") => Ok(Err(Errors::with_limit("file", "files-error-too-many", most))),
            Some("items_never_wider") => Ok(Err(Errors::one("label", "files-error-wider"))),
            Some("files_audience") => Ok(Err(Errors::one("people", "access-error-red-nobody"))),
            _ => Err(error.into()),
        };
    }
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::FileAdded, id, json!({})).await?;
    let kept = cx.app.files.keep(file.content).await;
    let kept = kept.map_err(|error| AppError::Internal(format!("the store of files: {error}").into()));
    let done = match kept {
        Ok(()) => tx.commit().await.map_err(AppError::from),
        Err(error) => Err(error),
    };
    if done.is_err() {
        // What happened counts, not whether this worked as well.
        let _ = changes::forget_unheld(&cx.app.db, &cx.app.files, &hash).await;
    }
    done.map(Ok)
}

async fn render(
    cx: &MemberCx,
    parent: Parent,
    form: AddForm,
    status: StatusCode,
    errors: Errors,
    is_lost: bool,
) -> Result<Response> {
    let circles = Circles::load(&mut *cx.read().await?).await?;
    let page = Page::new(cx, "files/add").at(&format!("/files/to/{}", parent.id)).typed("/files");
    let page = page.labelled([parent.label]);
    let template = AddPage {
        page: if parent.is_event { page } else { page.in_work() },
        labels: Label::ALL
            .into_iter()
            .filter(|label| *label >= parent.label && *label > parent.label.min(Label::Green))
            .collect(),
        limits: limits(cx.app.max_upload),
        parent,
        form,
        errors,
        circles,
        is_lost,
    };
    show_with(status, &template)
}
