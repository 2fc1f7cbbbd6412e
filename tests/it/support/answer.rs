//! What came back: an answer, or a mail.

use axum::http::header::{HeaderMap, LOCATION};
use axum::response::Response;
use http_body_util::BodyExt;
use scraper::{Html, Selector};

/// An answer of the site.
#[must_use = "an answer is to be looked at"]
#[derive(Debug, Clone)]
pub struct Answer {
    status: u16,
    headers: HeaderMap,
    body: String,
    bytes: Vec<u8>,
}

impl Answer {
    /// Reads a response to its end.
    pub async fn read(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a whole body").to_bytes();
        Self {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            bytes: bytes.into(),
        }
    }

    /// The body of what is no text.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn status(&self) -> u16 {
        self.status
    }

    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().expect("text")).unwrap_or_default()
    }

    pub fn body(&self) -> &str {
        &self.body
    }

    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        assert_eq!(self.status, 303, "a redirect: {}", self.text("h1"));
        self.headers.get(LOCATION).expect("a location").to_str().expect("text")
    }

    /// The name of the page's template.
    pub fn page(&self) -> String {
        self.attribute("body", "data-page")
    }

    /// How many elements fit the selector.
    pub fn count(&self, selector: &str) -> usize {
        Html::parse_document(&self.body).select(&parse(selector)).count()
    }

    /// Whether there is such an element.
    pub fn has(&self, selector: &str) -> bool {
        self.count(selector) > 0
    }

    /// The text of the first element that fits, with white space folded; empty if there is none.
    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_default()
    }

    /// The texts of all elements that fit.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let document = Html::parse_document(&self.body);
        let fold = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        document.select(&parse(selector)).map(|element| fold(element.text().collect())).collect()
    }

    /// An attribute of the first element that fits; empty if there is none.
    pub fn attribute(&self, selector: &str, name: &str) -> String {
        self.attributes(selector, name).into_iter().next().unwrap_or_default()
    }

    /// An attribute of all elements that fit and have it.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let document = Html::parse_document(&self.body);
        document.select(&parse(selector)).filter_map(|e| e.value().attr(name)).map(str::to_owned).collect()
    }

    /// What a field of a form on the page holds.
    pub fn value(&self, field: &str) -> String {
        let area = format!("textarea[name={field}]");
        if self.has(&area) {
            // The first line break after the tag is not part of the value (HTML, 13.1.2.5).
            let document = Html::parse_document(&self.body);
            return document.select(&parse(&area)).next().map(|e| e.text().collect()).unwrap_or_default();
        }
        let chosen = format!("select[name={field}] option[selected]");
        if self.has(&chosen) {
            return self.attribute(&chosen, "value");
        }
        self.attribute(&format!("input[name={field}]"), "value")
    }
}

fn parse(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"))
}

/// A mail that left.
#[derive(Debug, Clone)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub kind: String,
    pub language: String,
    pub text: String,
    pub raw: String,
}

impl Mail {
    /// Reads a message as it was sent.
    pub fn read(bytes: &[u8]) -> Self {
        let parsed = mailparse::parse_mail(bytes).expect("a mail");
        let header = |name: &str| {
            parsed.headers.iter().find(|h| h.get_key().eq_ignore_ascii_case(name)).map(mailparse::MailHeader::get_value)
        };
        Self {
            to: header("To").unwrap_or_default(),
            subject: header("Subject").unwrap_or_default(),
            kind: header("X-Polder-Mail").unwrap_or_default(),
            language: header("Content-Language").unwrap_or_default(),
            text: parsed.get_body().expect("a text").replace("\r\n", "\n"),
            raw: String::from_utf8_lossy(bytes).into_owned(),
        }
    }

    /// The path of the first link to the site.
    pub fn link(&self) -> String {
        let line = self.text.lines().find(|line| line.starts_with("http")).expect("a link");
        let rest = line.split_once("://").expect("a scheme").1;
        rest.find('/').map_or("/", |at| &rest[at..]).to_owned()
    }
}
