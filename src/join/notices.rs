//! How a liaison is told of requests by mail.

use super::model::NoticeChoice;
use super::{changes, queries};
use crate::error::Result;
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use crate::web::page::{Page, go, show_with};
use askama::Template;
use axum::response::Response;
use serde::Deserialize;

/// As chosen.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NoticesForm {
    notices: String,
}

#[derive(Template)]
#[template(path = "join/notices.html")]
struct NoticesPage {
    page: Page,
    choices: [NoticeChoice; 3],
    form: NoticesForm,
    errors: Errors,
}

/// `GET /join/notices`
pub async fn get(cx: MemberCx) -> Result<Response> {
    let choice = queries::notice_choice(&mut *cx.read().await?, cx.me().id).await?;
    render(&cx, NoticesForm { notices: choice.word().to_owned() }, Errors::default())
}

/// The page again, with what was chosen.
pub async fn again(cx: MemberCx, Form(form): Form<NoticesForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, form, errors)
}

/// `POST /join/notices`
pub async fn post(cx: MemberCx, Form(form): Form<NoticesForm>) -> Result<Response> {
    let Some(choice) = NoticeChoice::from_word(&form.notices) else {
        return render(&cx, form, Errors::one("notices", "form-error-choice"));
    };
    let mut tx = cx.write().await?;
    changes::choose_notices(&mut tx, cx.me().id, choice).await?;
    tx.commit().await?;
    Ok(go(&cx, "/join/requests", Some(Flash::NoticesSaved)))
}

fn render(cx: &MemberCx, form: NoticesForm, errors: Errors) -> Result<Response> {
    let page = Page::new(cx, "join/notices").at("/join/notices").typed("/join/notices");
    let template = NoticesPage { page, choices: NoticeChoice::ALL, form, errors };
    show_with(template.errors.status(), &template)
}
