//! A page's own form as a browser would send it.

use crate::support::{Actor, Answer};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;

pub type Fields = Vec<(String, String)>;

/// What somebody types who means no good.
pub const ODD: &str = "Łukasz \"x\" & <b>'y'</b> %41 + = ; &amp; 日本 show_in=en";

struct Control {
    name: String,
    kind: &'static str,
    value: String,
    is_on: bool,
}

fn controls(page: &Answer) -> Vec<Control> {
    let document = Html::parse_document(page.body());
    let all = "#main-form input[name], #main-form textarea[name], #main-form option, input[form=main-form][name]";
    let selector = Selector::parse(all).expect("a selector");
    document.select(&selector).map(control).collect()
}

fn control(element: ElementRef<'_>) -> Control {
    let attribute = |name| element.value().attr(name).unwrap_or_default().to_owned();
    let has = |name| element.value().attr(name).is_some();
    let (name, value) = (attribute("name"), attribute("value"));
    match (element.value().name(), attribute("type").as_str()) {
        ("textarea", _) => Control { name, kind: "text", value: element.text().collect(), is_on: true },
        ("option", _) => {
            let list = element.ancestors().filter_map(ElementRef::wrap).find(|e| e.value().name() == "select");
            let name = list.and_then(|list| list.value().attr("name")).expect("a list's name").to_owned();
            Control { name, kind: "option", value, is_on: has("selected") }
        }
        (_, "checkbox") => Control { name, kind: "box", value, is_on: has("checked") },
        (_, "radio") => Control { name, kind: "option", value, is_on: has("checked") },
        (_, "password") => Control { name, kind: "password", value, is_on: true },
        (_, "hidden") => Control { name, kind: "hidden", value, is_on: true },
        _ => Control { name, kind: "text", value, is_on: true },
    }
}

/// What the form of a page would send as it stands.
pub fn standing(page: &Answer) -> Fields {
    controls(page).into_iter().filter(|control| control.is_on).map(|control| (control.name, control.value)).collect()
}

/// The same after somebody filled everything in: every text, the last choice of every list, every box.
pub fn filled(page: &Answer) -> Fields {
    let mut fields: Fields = Vec::new();
    for control in controls(page) {
        let value = match control.kind {
            "text" => format!("{ODD} {}", control.name),
            "password" => "hunter2 hunter2".to_owned(),
            _ => control.value,
        };
        match fields.iter_mut().find(|field| control.kind == "option" && field.0 == control.name) {
            Some(field) => field.1 = value,
            None => fields.push((control.name, value)),
        }
    }
    fields
}

/// With one field changed.
pub fn with(mut fields: Fields, name: &str, value: &str) -> Fields {
    value.clone_into(&mut fields.iter_mut().find(|field| field.0 == name).expect("a field").1);
    fields
}

/// Sends a form.
pub async fn send(actor: &mut Actor, address: &str, fields: &Fields) -> Answer {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    actor.post(address, &fields).await
}

/// Presses a button of the switches, with these fields in the form.
pub async fn choose(actor: &mut Actor, page: &Answer, fields: &Fields, choice: (&str, &str)) -> Answer {
    let button = format!("button[name={}][value={}][form=main-form][formnovalidate]", choice.0, choice.1);
    assert!(page.has(&button), "the switch belongs to the form of {}", page.page());
    let address = page.attribute(&button, "formaction");
    let mut fields = fields.clone();
    fields.push((choice.0.to_owned(), choice.1.to_owned()));
    send(actor, &address, &fields).await
}

/// What remains of a form on its way: neither passwords nor what the page says of itself.
pub fn kept(fields: &Fields) -> BTreeSet<(String, String)> {
    let is_typed = |name: &str| !name.contains("password") && !name.starts_with("shown_") && name != "kept_for";
    let unix = |value: &str| value.replace("\r\n", "\n").trim_start_matches('\n').to_owned();
    fields.iter().filter(|field| is_typed(&field.0)).map(|(name, value)| (name.clone(), unix(value))).collect()
}
