//! What somebody reads who signs in with the right password and has no access any more: since when, and whom to ask.
//! Nothing else is opened by it.

use crate::access::Viewer;
use crate::error::Result;
use crate::members::model::End;
use crate::members::work_queries::{self as memberships, Belonging};
use crate::web::cx::Cx;
use crate::web::page::{Page, show_with};
use askama::Template;
use axum::response::Response;
use http::StatusCode;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "account/asleep.html")]
struct AsleepPage {
    page: Page,
    sleeps: bool,
    places: Vec<Belonging>,
    liaisons: Vec<String>,
}

/// The page, in the place of a session.
pub async fn show(cx: &Cx, member: Uuid) -> Result<Response> {
    let mut tx = cx.app.db.read(&Viewer::Nobody).await?;
    let places = memberships::of_member(&mut tx, member).await?;
    let liaisons = memberships::liaisons(&mut tx).await?;
    let sleeps = places.iter().any(|place| place.end == Some(End::Asleep));
    let page = Page::new(cx, "account/asleep");
    show_with(StatusCode::FORBIDDEN, &AsleepPage { page, sleeps, places, liaisons })
}
