//! What a page says of itself to those who show its address elsewhere: title, description and a picture (Open Graph).
//! Only for what everybody may read: a page with a stricter label, or one for members, says nothing.

use crate::access::Label;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Locale;
use crate::picture::Card;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, IF_NONE_MATCH};
use serde::Deserialize;

/// The words of a page for elsewhere.
#[derive(Clone, Debug)]
pub struct Preview {
    pub title: String,
    /// One or two sentences; none if empty.
    pub description: String,
    /// Of the content, which may be another than the reader's.
    pub locale: Locale,
    /// Whether it is a text of its own, rather than a place on the site.
    pub is_article: bool,
    /// The address of its picture, whole.
    pub picture: String,
}

impl Preview {
    /// Of a place on the site, with the picture that all of them share.
    pub fn of_site(app: &App, locale: Locale, title: String, description: String) -> Self {
        let picture = address(app, &format!("/preview.png?language={}&", locale.tag()), &site_card(app, locale));
        Self { title, description, locale, is_article: false, picture }
    }

    /// The territory goes with the language, as Open Graph wants it.
    pub fn territory(&self) -> &'static str {
        match self.locale {
            Locale::En => "en_GB",
            Locale::Nl => "nl_NL",
        }
    }
}

/// The most characters of a description: what others show of it.
const DESCRIPTION: usize = 200;

/// The beginning of a text as a description: one line, ending with a whole word.
pub fn shortened(text: &str) -> String {
    let mut line = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        length += word.chars().count() + 1;
        if length > DESCRIPTION {
            // A first word that is too long by itself is cut.
            let start = if line.is_empty() { word.chars().take(DESCRIPTION - 1).collect() } else { line };
            return format!("{}…", start.trim_end_matches([',', ';', ':']));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// What `/preview.png` can be asked for.
#[derive(Deserialize, Default)]
pub struct Wanted {
    #[serde(default)]
    pub language: Option<Locale>,
}

/// The picture of the site as a whole.
pub fn site_card(app: &App, locale: Locale) -> Card {
    let title = app.texts(locale).text("home-headline").to_string();
    Card { kind: String::new(), title, organisation: String::new(), label: None }
}

/// The picture of something labelled that the world may read.
pub fn labelled_card(kind: impl ToString, title: &str, organisation: &str, label: Label) -> Card {
    Card { kind: kind.to_string(), title: title.to_owned(), organisation: organisation.to_owned(), label: Some(label) }
}

/// The whole address of a picture, which changes with what it shows. `place` is its path and ends in `?` or `&`.
pub fn address(app: &App, place: &str, card: &Card) -> String {
    format!("{}{place}v={}", app.public_url, app.pictures().version(card))
}

/// Answers with a picture: for everybody to keep, and to ask before each use whether it is still there and the same:
/// what is public today may get a stricter label.
pub async fn answer(app: &App, headers: &HeaderMap, card: Card) -> Result<Response> {
    let tag = format!("\"{}\"", app.pictures().version(&card));
    let mut response = if is_known(headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        axum::body::Bytes::from_owner(app.pictures().card(card).await?).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("image/png"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(ETAG, tag);
    }
    Ok(response)
}

/// Whether who asks has this version (RFC 9110, 13.1.2).
fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let lists = headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    lists.flat_map(|list| list.split(',')).map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_one_line_that_ends_with_a_whole_word() {
        assert_eq!(shortened(" One\n\n two\tthree. "), "One two three.");
        let long = shortened(&"één, twee ".repeat(60));
        assert!(long.ends_with("twee…") || long.ends_with("één…"), "{long}");
        assert!((185..=DESCRIPTION).contains(&long.chars().count()), "{long}");
        assert_eq!(shortened(&"ï".repeat(500)).chars().count(), DESCRIPTION);
        assert_eq!(shortened(&"x ".repeat(100)).chars().count(), 2 * 100 - 1);
        assert_eq!(shortened(""), "");
    }

    #[test]
    fn a_version_is_known_by_itself_in_a_list_and_by_a_star() {
        for (lists, known) in [
            (&["\"a\""][..], true),
            (&["W/\"a\""], true),
            (&["\"x\" , W/\"a\""], true),
            (&["\"x\"", "\"a\""], true),
            (&["*"], true),
            (&["\"x\"", "a", ""], false),
            (&[], false),
        ] {
            let mut headers = HeaderMap::new();
            for list in lists {
                headers.append(IF_NONE_MATCH, HeaderValue::from_static(list));
            }
            assert_eq!(is_known(&headers, "\"a\""), known, "{lists:?}");
        }
    }
}
