//! An article to read: always the published revision, as it was rendered when it was saved.

use super::preview;
use super::queries::{self, Article};
use crate::access::audience::Addressed;
use crate::access::{self, ItemKind, Label, Standing};
use crate::error::Result;
use crate::files;
use crate::files::model::Shelf;
use crate::web::cx::{Cx, open};
use crate::web::page::{Page, show};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;

/// Words that a reader of technical text takes in a minute.
const WORDS_A_MINUTE: i32 = 200;

#[derive(Template)]
#[template(path = "articles/page.html")]
struct ArticlePage {
    page: Page,
    article: Article,
    sectors: Vec<String>,
    audience: Vec<Addressed>,
    may_revise: bool,
    standing: Standing,
    files: Shelf,
}

impl ArticlePage {
    fn minutes(&self) -> i64 {
        i64::from((self.article.words / WORDS_A_MINUTE).max(1))
    }
}

/// `GET /articles/{slug}`
pub async fn get(cx: Cx, Path(slug): Path<String>) -> Result<Response> {
    let (mut tx, article) = open!(cx, ItemKind::Article, &slug, |tx| queries::by_slug(&mut tx, &slug));
    let audience = match article.label {
        Label::Clear | Label::Green => Vec::new(),
        Label::Amber | Label::AmberStrict | Label::Red => access::queries::addressed(&mut tx, article.id).await?,
    };
    let about = (article.id, article.label);
    let standing = access::queries::standing(&mut tx, about, &cx.viewer, cx.app.clock.now()).await?;
    let files = files::queries::shelf(&mut tx, article.revision_id, false, cx.app.max_upload).await?;
    let sectors = cx.app.vocabulary.names(&article.sectors, cx.locale);
    let may_revise = cx.viewer.me().is_some_and(|me| me.publishes_for().any(|seat| seat.id == article.organisation_id));
    show(&ArticlePage {
        page: Page::new(&cx, "articles/page")
            .labelled([article.label])
            .labelled(files.labels())
            .public(format!("/articles/{slug}"))
            .previewed(|| preview::of(&cx.app, &article)),
        article,
        sectors,
        audience,
        may_revise,
        standing,
        files,
    })
}
