//! What of an answer could do harm: it is parsed as a browser would and compared with a list that is kept here, apart
//! from the renderer's own.

use ammonia::Url;
use scraper::{ElementRef, Html};
use std::collections::HashSet;

/// Where the page is assumed to stand.
const PAGE: &str = "https://polder.example/articles/dikes";

fn allowed_attributes(element: &str) -> Option<&'static [&'static str]> {
    Some(match element {
        "a" => &["href", "title", "rel", "id", "class", "aria-label"],
        "code" | "p" | "sup" | "td" => &["class"],
        "blockquote" | "br" | "del" | "em" | "hr" | "strong" | "table" | "tbody" | "thead" | "tr" | "ul" => &[],
        "div" => &["class", "role", "tabindex", "aria-label"],
        "h2" | "h3" | "h4" | "h5" | "h6" | "li" => &["id"],
        "img" => &["src", "alt", "title", "loading"],
        "ol" => &["start"],
        "pre" => &["tabindex"],
        "section" => &["class", "aria-label"],
        "span" => &["class", "role", "aria-label"],
        "th" => &["class", "scope"],
        _ => return None,
    })
}

/// What is wrong with `html`, if anything.
pub fn harm(html: &str) -> Result<(), String> {
    let parsed = Html::parse_fragment(html);
    if !parsed.errors.is_empty() {
        return Err(format!("not well formed: {:?}", parsed.errors));
    }
    let mut ids = HashSet::new();
    for node in parsed.root_element().descendants().skip(1) {
        if !node.value().is_element() && !node.value().is_text() {
            return Err(format!("{:?}", node.value()));
        }
        let Some(element) = ElementRef::wrap(node) else {
            continue;
        };
        check_element(&element)?;
        if let Some(id) = element.attr("id")
            && !ids.insert(id.to_owned())
        {
            return Err(format!("the id {id} stands twice"));
        }
    }
    // Who writes what was read and reads it again sees the same: nothing hides in the parsing.
    let again = parsed.root_element().inner_html();
    let third = Html::parse_fragment(&again).root_element().inner_html();
    if again == third { Ok(()) } else { Err(format!("read again it is {third}")) }
}

fn check_element(element: &ElementRef<'_>) -> Result<(), String> {
    let name = element.value().name();
    let allowed = allowed_attributes(name).ok_or_else(|| format!("element {name}"))?;
    for (attribute, value) in element.value().attrs() {
        let good = allowed.contains(&attribute)
            && match attribute {
                "id" => value.starts_with("md-"),
                "href" => is_harmless_link(value, element.attr("rel")),
                "src" => resolve(value).is_some_and(|url| is_ours(&url) && url.path().starts_with("/files/")),
                "class" => is_known_class(value),
                "role" => value == "region" || value == "img",
                "tabindex" => value == "0",
                _ => true,
            };
        if !good {
            return Err(format!("{name} has {attribute}={value:?}"));
        }
    }
    Ok(())
}

fn is_known_class(class: &str) -> bool {
    class.split(' ').all(|class| {
        ["admonition", "align", "footnote", "footnotes", "language", "table", "task"]
            .contains(&class.split('-').next().unwrap_or_default())
    })
}

fn is_harmless_link(address: &str, rel: Option<&str>) -> bool {
    resolve(address).is_some_and(|url| match url.scheme() {
        "mailto" => true,
        "http" | "https" => is_ours(&url) || rel == Some("noopener noreferrer nofollow"),
        _ => false,
    })
}

fn resolve(address: &str) -> Option<Url> {
    Url::parse(PAGE).ok()?.join(address).ok()
}

fn is_ours(url: &Url) -> bool {
    url.host_str() == Some("polder.example") && url.scheme() == "https"
}
