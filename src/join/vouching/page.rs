//! A member vouches for an applicant, or says not to know them. For whom the applicant named, and for the people of the
//! organisation that was named; they see no more than who asks. What they say, the liaison reads.

use super::queries::{self, ToVouchFor};
use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::page::{Page, go, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct VouchForm {
    /// `yes` or `no`.
    knows: String,
    sentence: String,
}

#[derive(Template)]
#[template(path = "join/vouch.html")]
struct VouchPage {
    page: Page,
    request: ToVouchFor,
    form: VouchForm,
    errors: Errors,
}

impl VouchPage {
    fn may_say(&self) -> bool {
        conflict(&self.request).is_none()
    }
}

/// Why a member can say nothing about it, if so.
fn conflict(request: &ToVouchFor) -> Option<&'static str> {
    if request.is_own {
        Some("join-conflict-vouch-own")
    } else if request.has_said {
        Some("join-conflict-vouch-twice")
    } else if !request.is_open {
        Some("join-conflict-vouch-over")
    } else {
        None
    }
}

/// `GET /join/vouch/{request}`
pub async fn get(cx: MemberCx, Path(id): Path<Uuid>) -> Result<Response> {
    render(&cx, id, VouchForm::default(), Errors::default()).await
}

/// The page again, with what was typed. Where nothing can be said any more, no form could hold it.
pub async fn again(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<VouchForm>) -> Result<Response> {
    let request = queries::request(&mut *cx.read().await?, id).await?.ok_or(AppError::NotFound)?;
    if let Some(key) = conflict(&request) {
        return Err(AppError::Conflict(key));
    }
    let errors = cx.shown_errors();
    render(&cx, id, form, errors).await
}

/// `POST /join/vouch/{request}`
pub async fn post(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<VouchForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let request = queries::request(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    if let Some(key) = conflict(&request) {
        return Err(AppError::Conflict(key));
    }
    let mut check = Check::new();
    let knows = check.choice("knows", ["no", "yes"].iter().position(|word| *word == form.knows)).map(|at| at == 1);
    let least = if knows == Some(true) { 10 } else { 0 };
    let words = check.text("sentence", &form.sentence, least..=1000);
    let checked = check.done();
    let (Ok(()), Some(knows)) = (&checked, knows) else {
        drop(tx);
        return render(&cx, id, form, checked.err().unwrap_or_default()).await;
    };
    if !queries::vouch(&mut tx, id, knows, &words, cx.app.clock.now()).await? {
        return Err(AppError::Conflict("join-conflict-vouch-over"));
    }
    let detail = json!({ "knows": knows });
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::Vouched, id, detail).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/join/vouch/{id}"), Some(Flash::Vouched)))
}

async fn render(cx: &MemberCx, id: Uuid, form: VouchForm, errors: Errors) -> Result<Response> {
    let request = queries::request(&mut *cx.read().await?, id).await?.ok_or(AppError::NotFound)?;
    let address = format!("/join/vouch/{id}");
    let is_open = conflict(&request).is_none();
    let page = Page::new(cx, "join/vouch").at(&address).typed(is_open.then_some(&*address));
    let template = VouchPage { page, request, form, errors };
    show_with(template.errors.status(), &template)
}
