//! An article as others show it who link to it: only what the world may read has a picture.

use super::queries::{self, Article};
use crate::access::Viewer;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::picture::Card;
use crate::web::cx::Cx;
use crate::web::path::Path;
use crate::web::preview::{self, Preview};
use axum::response::Response;
use http::{HeaderMap, Method};

/// `GET /articles/{slug}/preview.png`: the same for everybody, so it is read as nobody.
pub async fn get(cx: Cx, method: Method, headers: HeaderMap, Path(slug): Path<String>) -> Result<Response> {
    let mut tx = cx.app.db.read(&Viewer::Nobody).await?;
    let article = queries::by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?;
    drop(tx);
    preview::answer(&cx.app, &method, &headers, card(&cx.app, &article)).await
}

/// What its page says of itself elsewhere.
pub fn of(app: &App, article: &Article) -> Preview {
    let place = format!("/articles/{}/preview.png?", article.slug);
    Preview {
        title: article.title.clone(),
        description: article.summary.clone(),
        locale: article.language,
        is_article: true,
        picture: preview::address(app, &place, &card(app, article)),
    }
}

fn card(app: &App, article: &Article) -> Card {
    let kind = app.texts(article.language).of_set("articles-kind", article.kind);
    preview::labelled_card(kind, &article.title, &article.organisation, article.label)
}
