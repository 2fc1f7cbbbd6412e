//! The last gate: nothing leaves that is not on this list, whatever the steps before made of it.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::ID_PREFIX;
use super::links::{self, Target};

/// What links to other sites say: no window to reach back through, no address of ours handed on, no
/// worth for search engines.
pub(super) const OUTSIDE_REL: &str = "noopener noreferrer nofollow";

/// Every element that may stand in a text, with its attributes.
const ELEMENTS: [(&str, &[&str]); 27] = [
    ("a", &["aria-label", "class", "href", "id", "rel", "title"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &["class"]),
    ("del", &[]),
    ("div", &["aria-label", "class", "role", "tabindex"]),
    ("em", &[]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("hr", &[]),
    ("img", &["alt", "loading", "src", "title"]),
    ("li", &["id"]),
    ("ol", &["start"]),
    ("p", &["class"]),
    ("pre", &["tabindex"]),
    ("section", &["aria-label", "class"]),
    ("span", &["aria-label", "class", "role"]),
    ("strong", &[]),
    ("sup", &["class"]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["class", "scope"]),
    ("thead", &[]),
];

/// Elements without attributes that did not fit the list above.
const PLAIN_ELEMENTS: [&str; 2] = ["tr", "ul"];

/// Every class but those of code.
const CLASSES: [&str; 14] = [
    "admonition admonition-caution",
    "admonition admonition-important",
    "admonition admonition-note",
    "admonition admonition-tip",
    "admonition admonition-warning",
    "admonition-title",
    "align-center",
    "align-right",
    "footnote-back",
    "footnote-ref",
    "footnotes",
    "table-scroll",
    "task",
    "task task-done",
];

/// What the class of code starts with; the language follows.
pub(super) const LANGUAGE_CLASS: &str = "language-";

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let attributes: HashMap<_, HashSet<_>> =
        ELEMENTS.iter().map(|(tag, attributes)| (*tag, attributes.iter().copied().collect())).collect();
    let mut builder = Builder::empty();
    builder
        .tags(ELEMENTS.iter().map(|(tag, _)| *tag).chain(PLAIN_ELEMENTS).collect())
        .tag_attributes(attributes)
        .generic_attributes(HashSet::new())
        .url_schemes(links::SCHEMES.into_iter().collect())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .attribute_filter(keep);
    builder
});

/// Removes everything that is not allowed.
pub(super) fn clean(html: &str) -> String {
    CLEANER.clean(html).to_string()
}

/// Writes `text` so that it stays text, in an element as well as in a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(char),
        }
    }
    escaped
}

/// The language of a code block as part of a class, when it is a plain word.
pub(super) fn is_language(language: &str) -> bool {
    (1..=32).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+#-_.".contains(&byte))
}

/// Keeps an attribute only with a value that our own code writes.
fn keep<'a>(_: &str, attribute: &str, value: &'a str) -> Option<Cow<'a, str>> {
    let kept = match attribute {
        "alt" | "aria-label" | "title" => true,
        "class" => CLASSES.contains(&value) || value.strip_prefix(LANGUAGE_CLASS).is_some_and(is_language),
        "href" => links::target(value) != Target::Nowhere,
        "id" => is_own_id(value),
        "loading" => value == "lazy",
        "rel" => value == OUTSIDE_REL,
        "role" => ["img", "note", "region"].contains(&value),
        "scope" => value == "col",
        "src" => links::is_own_image(value),
        "start" => value.bytes().all(|byte| byte.is_ascii_digit()),
        "tabindex" => value == "0",
        _ => false,
    };
    kept.then_some(Cow::Borrowed(value))
}

fn is_own_id(id: &str) -> bool {
    id.strip_prefix(ID_PREFIX)
        .is_some_and(|rest| rest.chars().all(|char| char.is_alphanumeric() || char == '-' || char == '_'))
}
