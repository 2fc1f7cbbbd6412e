//! Long reading, versions beside each other, and two people's changes made one.

use super::chapter::Chapter;
use super::samples;
use crate::error::Result;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use crate::web::query::Query;
use crate::web::ui::diff::{self, Row};
use crate::web::ui::merge::{Choice, Merge};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "styleguide/texts.html")]
struct TextsPage {
    page: Page,
    chapter: Chapter,
    rows: Vec<Row>,
    merge: Merge,
    chosen: Vec<Choice>,
    result: String,
}

/// `GET /styleguide/texts`, with `part-1=theirs` for what was chosen in the sample.
pub async fn get(cx: Cx, Query(wanted): Query<Vec<(String, String)>>) -> Result<Response> {
    let texts = cx.texts();
    let [before, after] = ["styleguide-diff-before", "styleguide-diff-after"].map(|key| texts.text(key).to_string());
    let merge = samples::merge(&texts);
    let wish = |part: usize| {
        let name = format!("part-{part}");
        wanted.iter().find(|pair| pair.0 == name).and_then(|pair| Choice::from_word(&pair.1))
    };
    let chosen = merge.parts.iter().enumerate().map(|(at, part)| wish(at).unwrap_or(part.usual())).collect();
    show(&TextsPage {
        page: Chapter::Texts.page(&cx),
        chapter: Chapter::Texts,
        rows: diff::rows(&before, &after),
        result: merge.result(wish),
        merge,
        chosen,
    })
}
