//! An event as others show it who link to it: only what the world may read has a picture.

use super::queries::{self, Event};
use crate::access::Viewer;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::picture::Card;
use crate::web::cx::Cx;
use crate::web::path::Path;
use crate::web::preview::{self, Preview};
use axum::response::Response;
use http::HeaderMap;

/// `GET /events/{slug}/preview.png`: the same for everybody, so it is read as nobody.
pub async fn get(cx: Cx, headers: HeaderMap, Path(slug): Path<String>) -> Result<Response> {
    let mut tx = cx.app.db.read(&Viewer::Nobody).await?;
    let event = queries::by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?;
    drop(tx);
    preview::answer(&cx.app, &headers, card(&cx.app, &event)).await
}

/// What its page says of itself elsewhere.
pub fn of(app: &App, event: &Event) -> Preview {
    let place = format!("/events/{}/preview.png?", event.slug);
    Preview {
        title: event.title.clone(),
        description: event.summary.clone(),
        locale: event.language,
        is_article: false,
        picture: preview::address(app, &place, &card(app, event)),
    }
}

/// When and what kind: `Webinar · Thursday 3 December 2026`.
fn card(app: &App, event: &Event) -> Card {
    let texts = app.texts(event.language);
    let kind = texts.of_set("events-kind", event.kind);
    let kind = format!("{kind} · {}", texts.long_day(&event.starts_local));
    preview::labelled_card(kind, &event.title, &event.organisation, event.label)
}
