//! Language on every page: what is in another one says so, the switches keep what is typed, and machines are told of
//! both.

use super::crawl::{Seen, walk};
use super::source::assert_none;
use crate::support::Site;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeMap;

const LANGUAGES: [&str; 2] = ["en", "nl"];

fn select<'a>(document: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    document.select(&Selector::parse(selector).expect("a selector")).collect()
}

/// Every title and summary of the demo, with its language.
async fn written() -> BTreeMap<String, String> {
    let site = Site::demo().await;
    let lines = site
        .word(
            "select string_agg(language || chr(9) || words, chr(10)) from (
                 select language::text, title as words from revisions union select language::text, summary from revisions
                 union select language::text, title from events union select language::text, summary from events) x",
        )
        .await;
    let pairs = lines.lines().filter_map(|line| line.split_once('\t'));
    pairs.map(|(language, words)| (fold(words), language.to_owned())).filter(|(words, _)| !words.is_empty()).collect()
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The language that an element says it is in, by itself or by what it stands in.
fn said(element: ElementRef<'_>) -> String {
    let around = element.ancestors().filter_map(ElementRef::wrap);
    let lang = std::iter::once(element).chain(around).find_map(|e| e.value().attr("lang"));
    lang.unwrap_or_default().to_owned()
}

#[tokio::test]
async fn titles_and_summaries_say_their_language_wherever_they_stand() {
    let written = written().await;
    for language in LANGUAGES {
        let (mut wrong, mut foreign) = (BTreeMap::new(), 0);
        for seen in walk(language).await.seen.iter().filter(|seen| seen.is_page()) {
            let document = Html::parse_document(seen.answer.body());
            for element in select(&document, "main *") {
                // Its own words, not those of what stands in it; what is typed in a field is nobody's yet.
                let own: String = element.children().filter_map(|node| node.value().as_text().map(|t| &**t)).collect();
                let Some(right) = written.get(&fold(&own)) else { continue };
                if matches!(element.value().name(), "textarea" | "option") {
                    continue;
                }
                foreign += usize::from(right != language);
                if said(element) != *right {
                    wrong
                        .entry(format!("{} in <{}>", fold(&own), element.value().name()))
                        .or_insert_with(|| seen.name());
                }
            }
        }
        let wrong: Vec<_> = wrong.into_iter().map(|(what, page)| format!("{what}: {page}")).collect();
        assert_none(&format!("On pages in {language}, mark the language of this with lang:"), &wrong);
        assert!(foreign > 50, "{foreign} texts in another language on pages in {language}");
    }
}

/// Whether somebody can type or choose something in a form that a page can give back: no page can give back a file.
fn takes_something(form: ElementRef<'_>) -> bool {
    let fields = "textarea, select, input:not([type=hidden], [type=file], [disabled])";
    form.select(&Selector::parse(fields).expect("a selector")).next().is_some()
}

#[tokio::test]
async fn on_every_page_language_and_colours_can_be_chosen_without_losing_what_is_typed() {
    for language in LANGUAGES {
        let mut wrong = Vec::new();
        for seen in walk(language).await.seen.iter().filter(|seen| seen.is_page()) {
            wrong.extend(switches(seen).into_iter().map(|fault| format!("{}: {fault}", seen.name())));
        }
        assert_none("Give the page's own form id=\"main-form\" and say `.typed(address)` to its Page:", &wrong);
    }
}

fn switches(seen: &Seen) -> Vec<String> {
    let document = Html::parse_document(seen.answer.body());
    let mut faults = Vec::new();
    let buttons = select(&document, ".site-header .switch button, .switch-appearance button");
    if buttons.len() != 5 {
        faults.push(format!("{} buttons instead of two languages and three choices of colours", buttons.len()));
    }
    let current = select(&document, ".site-header .switch [aria-current], .switch-appearance [aria-current]").len();
    if current != 2 {
        faults.push(format!("{current} choices are marked as in force"));
    }
    let has_form = !select(&document, "#main-form").is_empty();
    for button in buttons {
        if (button.value().attr("form") == Some("main-form")) != has_form {
            faults.push(format!("a button that does not belong to the page's form: {}", button.html()));
        }
    }
    for form in select(&document, "main form[method=post]") {
        let is_main = form.value().id() == Some("main-form");
        // The liaison's choice of a reviewer stands beside the form with the comment.
        let is_small = form.value().attr("action").is_some_and(|action| action.ends_with("/assign"));
        if takes_something(form) && !is_main && !is_small {
            faults.push(format!("a switch loses what is typed in {:?}", form.value().attr("action")));
        }
    }
    faults
}

#[tokio::test]
async fn only_what_everybody_may_read_may_be_kept_by_search_engines_and_in_both_languages() {
    for language in LANGUAGES {
        let (mut wrong, mut public) = (Vec::new(), 0);
        for seen in walk(language).await.seen.iter().filter(|seen| seen.is_page()) {
            public += usize::from(seen.answer.has("link[rel=canonical]"));
            wrong.extend(addresses(seen, language).into_iter().map(|fault| format!("{}: {fault}", seen.name())));
        }
        assert_none("Wrong for search engines:", &wrong);
        assert!(public > 30, "{public} public pages");
    }
}

fn addresses(seen: &Seen, language: &str) -> Vec<String> {
    let page = &seen.answer;
    let mut faults = Vec::new();
    if page.header("content-language") != language {
        faults.push(format!("Content-Language: {:?}", page.header("content-language")));
    }
    let vary: Vec<_> = page.headers().get_all("vary").iter().filter_map(|value| value.to_str().ok()).collect();
    if !vary.join(", ").contains("Cookie, Accept-Language") {
        faults.push(format!("Vary: {vary:?}"));
    }
    let canonical = page.attribute("link[rel=canonical]", "href");
    let is_noindex = page.attribute("meta[name=robots]", "content") == "noindex";
    let rooms = ["home/visitor", "home/member", "articles/list", "articles/page", "events/list", "events/page"];
    let may_be_public = rooms.contains(&page.page().as_str())
        || matches!(page.page().as_str(), "partners/list" | "partners/page" | "join/ask" | "join/rules");
    let labels = page.texts(".sheet-head .tlp");
    let is_public = may_be_public && labels.iter().all(|label| label == "TLP:CLEAR");
    if is_public == canonical.is_empty() || is_public == is_noindex {
        faults.push(format!("label {labels:?}, canonical {canonical:?}, noindex {is_noindex}"));
    }
    let alternates: Vec<_> = page.attributes("link[rel=alternate][hreflang]", "hreflang");
    let expected: &[&str] = if is_public { &["en", "nl", "x-default"] } else { &[] };
    if alternates != expected {
        faults.push(format!("alternates {alternates:?}"));
    }
    let all = page.attributes("link[rel=canonical], link[rel=alternate]", "href");
    if let Some(other) = all.iter().find(|address| !address.starts_with("http://polder.test/")) {
        faults.push(format!("{other} is not ours"));
    }
    faults
}

#[tokio::test]
async fn every_address_in_a_language_shows_that_page_in_that_language_and_names_itself() {
    let site = Site::demo().await;
    for address in
        ["/", "/articles", "/articles?page=2&kind=tool", "/articles/supplier-remote-access", "/events", "/partners"]
    {
        let page = site.anon().get(address).await;
        let plain = address.replace("&kind=tool", "");
        assert_eq!(page.attribute("link[rel=canonical]", "href"), format!("http://polder.test{plain}"));
        for language in LANGUAGES {
            let there = page.attribute(&format!("link[hreflang={language}]"), "href");
            let other = if language == "en" { "nl" } else { "en" };
            let answer = site.anon().reading(other).get(there.trim_start_matches("http://polder.test")).await;
            assert_eq!((answer.status(), answer.attribute("html", "lang").as_str()), (200, language), "{there}");
            assert_eq!(answer.attribute("link[rel=canonical]", "href"), there, "it names itself");
            let alternates = answer.attributes("link[rel=alternate]", "href");
            assert_eq!(alternates, page.attributes("link[rel=alternate]", "href"), "both name the same");
        }
    }
}
