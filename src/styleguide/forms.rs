//! Fields, choices and files; the samples send nothing but ask for this page again.

use super::chapter::Chapter;
use super::samples;
use crate::access::Readers;
use crate::access::advice::Warnings;
use crate::error::Result;
use crate::web::cx::Cx;
use crate::web::form::{Check, Errors};
use crate::web::page::{Page, show};
use crate::web::ui::upload::{Limits, Upload};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "styleguide/forms.html")]
struct FormsPage {
    page: Page,
    chapter: Chapter,
    none: Errors,
    errors: Errors,
    kinds: Vec<(&'static str, String)>,
    sectors: Vec<(String, String)>,
    chosen: Vec<String>,
    empty: String,
    short: String,
    limits: Limits,
    uploads: Vec<Upload>,
    warnings: Warnings,
    unseen: Errors,
    readers: Readers,
}

/// `GET /styleguide/forms`
pub async fn get(cx: Cx) -> Result<Response> {
    let texts = cx.texts();
    let short = texts.text("styleguide-sample-function").to_string();
    let mut check = Check::new();
    check.line("place", "", 1..=80);
    check.text("about", &short, 40..=2000);
    let facets = samples::facets(&texts);
    let sectors = facets.groups.iter().filter(|group| group.name == "sector").flat_map(|group| &group.choices);
    show(&FormsPage {
        page: Chapter::Forms.page(&cx),
        chapter: Chapter::Forms,
        none: Errors::default(),
        errors: check.done().err().unwrap_or_default(),
        kinds: ["practice", "case", "tool"].map(|kind| (kind, texts.of_set("articles-kind", kind).to_string())).into(),
        sectors: sectors.enumerate().map(|(at, choice)| (format!("s{at}"), choice.text.clone())).collect(),
        chosen: vec!["s0".to_owned()],
        empty: String::new(),
        short,
        limits: samples::LIMITS,
        uploads: samples::uploads(&texts),
        warnings: samples::warnings(),
        unseen: Errors::one("looked", "access-error-looked"),
        readers: samples::readers(),
    })
}
