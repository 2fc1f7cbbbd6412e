//! "I come", "maybe", "no". The last seat goes to one.

use super::model::Answer;
use super::{changes, page, queries};
use crate::access::ItemKind;
use crate::error::{AppError, Result};
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use crate::web::page::go;
use crate::web::path::Path;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;

/// As sent.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AnswerForm {
    answer: String,
}

/// `POST /events/{slug}/answer`
pub async fn post(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<AnswerForm>) -> Result<Response> {
    let Some(answer) = Answer::from_word(&form.answer) else {
        let errors = Errors::one("answer", "form-error-choice");
        return page::render(&cx, &slug, StatusCode::UNPROCESSABLE_ENTITY, errors).await;
    };
    let mut tx = cx.write().await?;
    let Some(event) = queries::by_slug(&mut tx, &slug).await? else {
        return Err(cx.missing(&mut tx, ItemKind::Event, &slug).await);
    };
    let now = cx.app.clock.now();
    if event.cancelled_at.is_some() || event.ends_at <= now {
        return Err(AppError::Conflict("events-conflict-over"));
    }
    if answer == Answer::Yes && !changes::has_seat(&mut tx, event.id, cx.me().id).await? {
        drop(tx);
        return page::render(&cx, &slug, StatusCode::CONFLICT, Errors::one("answer", "events-error-full")).await;
    }
    changes::answer(&mut tx, event.id, cx.me().id, answer, now).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/events/{slug}"), Some(Flash::AnswerSaved)))
}
