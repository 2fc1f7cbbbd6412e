//! Every template in every language: each is seen at least once, holds what a page must hold, and leads nowhere that
//! is not there.

use super::crawl::{Seen, walk};
use super::source::{assert_none, files};
use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: [&str; 2] = ["en", "nl"];

#[tokio::test]
async fn every_template_is_seen_in_every_language() {
    let is_page = |name: &String| name != "layout" && !name.starts_with("ui/");
    let all: BTreeSet<String> = files("templates", ".html")
        .into_iter()
        .map(|file| file.path.trim_start_matches("templates/").trim_end_matches(".html").to_owned())
        .filter(is_page)
        .collect();
    for language in LANGUAGES {
        let seen: BTreeSet<String> =
            walk(language).await.seen.iter().filter(|seen| seen.is_page()).map(|seen| seen.answer.page()).collect();
        assert_eq!(seen, all, "{language}: lead the crawl (tests/it/house/crawl.rs) to every template");
    }
}

#[tokio::test]
async fn every_kind_of_error_is_seen() {
    for language in LANGUAGES {
        let errors = walk(language).await.seen.iter().filter(|seen| seen.is_page() && seen.answer.page() == "error");
        let seen: BTreeSet<u16> = errors.map(|seen| seen.answer.status()).collect();
        assert_eq!(seen, BTreeSet::from([400, 401, 403, 404, 405, 409, 410, 413, 503]), "{language}");
    }
}

#[tokio::test]
async fn every_link_on_the_pages_leads_somewhere() {
    for language in LANGUAGES {
        assert_none("These links lead nowhere:", &walk(language).await.broken);
    }
}

#[tokio::test]
async fn every_page_in_english_is_well_made() {
    well_made("en").await;
}

#[tokio::test]
async fn every_page_in_dutch_is_well_made() {
    well_made("nl").await;
}

async fn well_made(language: &'static str) {
    let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for seen in walk(language).await.seen.iter().filter(|seen| seen.is_page()) {
        for fault in faults(seen, language) {
            wrong.entry(fault).or_default().push(seen.name());
        }
    }
    let wrong: Vec<_> = wrong
        .into_iter()
        .map(|(fault, pages)| format!("{fault}: {} pages, such as {}", pages.len(), pages[0]))
        .collect();
    assert_none("These pages break a rule:", &wrong);
}

struct Document(Html);

impl Document {
    fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&Selector::parse(selector).expect("a selector")).collect()
    }

    /// The values of an attribute, wherever it stands.
    fn values(&self, attribute: &str) -> Vec<&str> {
        self.all(&format!("[{attribute}]")).into_iter().filter_map(|e| e.value().attr(attribute)).collect()
    }
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is wrong with a page.
fn faults(seen: &Seen, language: &str) -> Vec<String> {
    let document = Document(Html::parse_document(seen.answer.body()));
    let mut faults = Vec::new();
    if document.values("lang").first() != Some(&language) {
        faults.push(format!("the page is not marked as {language}"));
    }
    if seen.answer.body().contains('⟦') || seen.answer.body().contains("{$") {
        faults.push(format!("a text or its value is missing: {}", around(seen.answer.body())));
    }
    faults.extend(structure(&document));
    faults.extend(foreign(&document));
    faults.extend(references(&document));
    faults.extend(controls(&document));
    faults
}

fn around(body: &str) -> String {
    let at = body.find('⟦').or_else(|| body.find("{$")).unwrap_or_default();
    body[at..].chars().take(60).collect()
}

fn structure(document: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    for (selector, what) in [("h1", "heading"), ("main", "main part"), ("title", "title")] {
        let found = document.all(selector);
        // A drawing has a title of its own.
        if found.len() != 1 || text(found[0]).is_empty() {
            faults.push(format!("{} of the one {what} that a page has", found.len()));
        }
    }
    let untold = document.all("img").into_iter().filter(|img| img.value().attr("alt").is_none());
    faults.extend(untold.map(|img| format!("a picture without alt: {}", img.html())));
    // The corner of a table that a member wrote may be empty.
    let named = "a, button, summary, legend, caption, th:not(.prose th), h1, h2, h3, h4, label, option";
    let silent = document.all(named).into_iter();
    let silent = silent.filter(|e| text(*e).is_empty() && e.value().attr("aria-label").is_none());
    let silent = silent.filter(|e| !e.html().contains("alt=\"") || e.html().contains("alt=\"\""));
    faults.extend(silent.map(|e| format!("says nothing: {}", e.html())));
    faults
}

/// What the security policy forbids. The one script is a file of ours that adds to pages which work without it.
fn foreign(document: &Document) -> Vec<String> {
    let mut faults: Vec<_> = document
        .all("script:not([type=module][src^='/static/']:empty), style, iframe, object, embed, base, [style], meta[http-equiv]")
        .into_iter()
        .map(|e| format!("not allowed on a page: {}", e.html().chars().take(80).collect::<String>()))
        .collect();
    for element in document.all("*") {
        for (name, value) in element.value().attrs() {
            let is_address = matches!(name, "href" | "src" | "action" | "formaction");
            // Addresses for machines are whole ones; nothing is fetched from them.
            let is_named = matches!(element.value().attr("rel"), Some("canonical" | "alternate"));
            let is_loaded = name == "src" || (name == "href" && element.value().name() == "link" && !is_named);
            let is_script = is_address && value.trim_start().to_lowercase().starts_with("javascript:");
            if name.starts_with("on") || is_script || (is_loaded && !value.starts_with('/')) {
                faults.push(format!("{name}=\"{value}\""));
            }
        }
    }
    faults
}

fn references(document: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    for id in document.values("id") {
        if id.is_empty() || id.contains(char::is_whitespace) || !ids.insert(id) {
            faults.push(format!("the id {id:?} stands twice or is none"));
        }
    }
    for attribute in ["for", "aria-describedby", "aria-labelledby", "aria-controls", "headers", "list", "form"] {
        for id in document.values(attribute).into_iter().flat_map(str::split_whitespace) {
            if !ids.contains(id) {
                faults.push(format!("{attribute}={id:?} points nowhere"));
            }
        }
    }
    let anchors = document.all("a[href^='#']").into_iter().filter_map(|e| e.value().attr("href"));
    let lost = anchors.filter(|anchor| !ids.contains(&anchor[1..]));
    faults.extend(lost.map(|anchor| format!("the link {anchor} points nowhere")));
    faults
}

fn controls(document: &Document) -> Vec<String> {
    let labelled: BTreeSet<_> = document.all("label[for]").into_iter().filter_map(|e| e.value().attr("for")).collect();
    let mut faults = Vec::new();
    for control in document.all("input:not([type=hidden]), select, textarea") {
        let value = control.value();
        let has_name = value.attr("aria-label").is_some_and(|name| !name.is_empty());
        let in_label = control.ancestors().filter_map(ElementRef::wrap).any(|e| e.value().name() == "label");
        if !has_name && !in_label && !value.id().is_some_and(|id| labelled.contains(id)) {
            faults.push(format!("a field without a label: {}", control.html().chars().take(120).collect::<String>()));
        }
    }
    for form in document.all("form") {
        let action = form.value().attr("action").unwrap_or_default();
        if !action.starts_with('/') || action.starts_with("//") {
            faults.push(format!("a form goes to {action:?}"));
        }
    }
    faults
}
