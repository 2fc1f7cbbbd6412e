//! A page: the frame of the site (name, navigation, who is signed in) around a room's own template.

use crate::access::{Label, Me, Viewer};
use crate::app::App;
use crate::error::Result;
use crate::i18n::{Locale, Text, Texts};
use crate::web::assets::Image;
use crate::web::cx::Cx;
use crate::web::flash::Flash;
use crate::web::form::FieldError;
use crate::web::preview::Preview;
use crate::web::theme::Theme;
use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use chrono::{DateTime, Utc};
use http::StatusCode;
use http::header::{HeaderValue, LOCATION, SET_COOKIE};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// Set on answers that show a page, as opposed to those that send the browser on.
#[derive(Clone, Copy)]
pub struct Rendered;

/// What the layout needs; every page struct holds one as `page`. Also the reader's texts and dates.
pub struct Page {
    /// The template without `.html`, which is also the mark on the page: `articles/list`.
    pub name: &'static str,
    pub flash: Option<Flash>,
    pub address: Arc<str>,
    /// Where the page's own form (`id="main-form"`) is sent to be shown again, if it has one: leaving it would lose what
    /// was typed, so choosing a language or colours sends it along.
    pub form: Option<Arc<str>>,
    /// Whether the page was shown before and lost its passwords on the way.
    pub is_again: bool,
    /// Whether the page answers a form, so that it may hold text that is kept nowhere else.
    pub is_answer: bool,
    /// The strictest label of what the page shows; it stands at its head and foot, on paper too.
    pub label: Option<Label>,
    /// Whether it shows what is not published, so that the label says who will read it, not who reads it now.
    pub is_in_work: bool,
    texts: Texts,
    viewer: Viewer,
    theme: Theme,
    is_held_back: bool,
    now: DateTime<Utc>,
    /// The address under which search engines may keep the page.
    public: Option<String>,
    app: App,
    preview: Option<Preview>,
    language_asked: Option<Locale>,
    canonical: OnceLock<Option<String>>,
}

/// An address of the page in one language, or in the reader's own.
pub struct Alternate {
    /// A language tag, or `x-default`.
    pub language: &'static str,
    pub address: String,
}

impl Page {
    /// The frame for a template.
    pub fn new(cx: &Cx, name: &'static str) -> Self {
        Self {
            name,
            flash: cx.flash,
            address: cx.address.clone(),
            form: None,
            is_again: cx.again.is_some(),
            is_answer: cx.is_answer,
            label: None,
            is_in_work: false,
            texts: cx.texts(),
            viewer: cx.viewer.clone(),
            theme: cx.theme,
            is_held_back: cx.is_held_back,
            now: cx.app.clock.now(),
            public: None,
            app: cx.app.clone(),
            preview: None,
            language_asked: cx.language_asked,
            canonical: OnceLock::new(),
        }
    }

    /// The same frame on a page with an address of its own, where the request was a change sent to another.
    #[must_use]
    pub fn at(mut self, address: &str) -> Self {
        self.address = address.into();
        self
    }

    /// The same frame around a form of its own, which is sent to `address`: the switches of the page send it there to be
    /// shown again. `None` on a page without one.
    #[must_use]
    pub fn typed<'a>(mut self, address: impl Into<Option<&'a str>>) -> Self {
        self.form = address.into().map(Arc::from);
        self
    }

    /// The same frame on a page that search engines may keep, under this path of ours. Others ask them not to.
    #[must_use]
    pub fn public(mut self, path: impl Into<String>) -> Self {
        self.public = Some(path.into());
        self
    }

    /// The same frame around something labelled; of several, the strictest counts. Without any it stays as it was.
    #[must_use]
    pub fn labelled(mut self, labels: impl IntoIterator<Item = Label>) -> Self {
        self.label = labels.into_iter().chain(self.label).max();
        self
    }

    /// The same frame around what is not published yet.
    #[must_use]
    pub fn in_work(mut self) -> Self {
        self.is_in_work = true;
        self
    }

    /// When the page was made, for paper.
    pub fn printed_at(&self) -> String {
        self.texts.date_time(&self.now)
    }

    /// The address to find the page again, for paper.
    pub fn printed_address(&self) -> String {
        let path = self.address.split('?').next().unwrap_or_default();
        format!("{}{path}", self.app.public_url)
    }

    /// The same frame, with words for those who show the address elsewhere. A page that is not for everybody says none;
    /// then `preview` is not even asked.
    #[must_use]
    pub fn previewed(mut self, preview: impl FnOnce() -> Preview) -> Self {
        self.preview = is_for_the_world(self.label, &self.viewer).then(preview);
        self
    }

    /// What the page says of itself elsewhere: nothing under a stricter label than `TLP:CLEAR`, and nothing to a
    /// member, who sees more than the world does.
    pub fn preview(&self) -> Option<&Preview> {
        self.preview.as_ref().filter(|_| is_for_the_world(self.label, &self.viewer))
    }

    /// The signed-in member.
    pub fn me(&self) -> Option<&Me> {
        self.viewer.me()
    }

    /// Whether the reader is a member who has to agree to the house rules first.
    pub fn owes_rules(&self) -> bool {
        self.is_held_back || self.viewer.me().is_some_and(|me| me.owes_rules)
    }

    /// The name that the installation shows.
    pub fn site_name(&self) -> &str {
        &self.app.site_name
    }

    /// The colours in force.
    pub fn theme(&self) -> Theme {
        self.theme
    }

    /// All choices of colours.
    pub fn themes(&self) -> [Theme; 3] {
        Theme::ALL
    }

    /// How long ago something was, seen from the instant at which the page is made.
    pub fn ago(&self, at: &DateTime<Utc>) -> String {
        self.texts.ago(at, self.now)
    }

    /// The one address of the page, if it may be kept by search engines: only what everybody may read is.
    pub fn canonical(&self) -> Option<&str> {
        let public = || self.public.as_ref().filter(|_| is_clear(self.label));
        self.canonical.get_or_init(|| Some(self.absolute(public()?, self.language_asked))).as_deref()
    }

    /// The addresses of the same page in each language, and in the one that the reader's browser asks for.
    pub fn alternates(&self) -> Vec<Alternate> {
        let path = self.public.as_deref().unwrap_or("/");
        let each = Locale::ALL.into_iter().map(|locale| (locale.tag(), Some(locale))).chain([("x-default", None)]);
        each.map(|(language, locale)| Alternate { language, address: self.absolute(path, locale) }).collect()
    }

    fn absolute(&self, path: &str, locale: Option<Locale>) -> String {
        let separator = if path.contains('?') { '&' } else { '?' };
        let language = locale.map(|locale| format!("{separator}lang={}", locale.tag())).unwrap_or_default();
        format!("{}{path}{language}", self.app.public_url)
    }

    /// Whether the page is in this room, for the navigation.
    pub fn in_room(&self, room: &str) -> bool {
        self.name.split('/').next() == Some(room)
    }

    /// The address of a static file, which changes when any of them does.
    pub fn asset(&self, name: &str) -> String {
        self.app.assets().address(name)
    }

    /// The mark of the site, or its logo, in this height.
    pub fn mark(&self, height: u16) -> Image {
        self.app.assets().mark(height)
    }

    /// The icon of the site and its type.
    pub fn icon(&self) -> (String, &'static str) {
        self.app.assets().icon()
    }

    /// The languages of the site.
    pub fn languages(&self) -> [Locale; 2] {
        Locale::ALL
    }

    /// The label of a field, for the summary of what is wrong: the room's own, or the one that rooms share.
    pub fn field_label(&self, field: &str) -> Option<Text> {
        let room = self.name.split('/').next().unwrap_or_default();
        let field = field.replace('_', "-");
        [room, "access", "articles", "join", "account"]
            .into_iter()
            .map(|room| format!("{room}-field-{field}"))
            .find(|key| self.texts.has(key))
            .map(|key| self.texts.text(&key))
    }

    /// The sentence of a field's error.
    pub fn error(&self, error: &FieldError) -> Text {
        let text = self.texts.text(error.key);
        match DateTime::from_timestamp(error.limit, 0).filter(|_| error.key.ends_with("-paused")) {
            Some(at) => text.arg("time", self.texts.date_time(&at)),
            None => text.count("limit", error.limit),
        }
    }
}

impl Deref for Page {
    type Target = Texts;
    fn deref(&self) -> &Texts {
        &self.texts
    }
}

/// Whether a page under this label may leave the community.
fn is_clear(label: Option<Label>) -> bool {
    label.is_none_or(|label| label == Label::Clear)
}

/// Whether a page shows nothing but what everybody may read.
fn is_for_the_world(label: Option<Label>, viewer: &Viewer) -> bool {
    is_clear(label) && viewer.me().is_none()
}

/// A page with status 200.
pub fn show(template: &impl Template) -> Result<Response> {
    show_with(StatusCode::OK, template)
}

/// A page with a status of its own; 422 for a form that needs mending.
pub fn show_with(status: StatusCode, template: &impl Template) -> Result<Response> {
    let mut response = (status, Html(template.render()?)).into_response();
    response.extensions_mut().insert(Rendered);
    Ok(response)
}

/// Sends the browser on after a change (303, RFC 9110 15.4.4), with a message for the next page.
pub fn go(cx: &Cx, address: &str, flash: Option<Flash>) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let location = HeaderValue::from_str(address).unwrap_or(HeaderValue::from_static("/"));
    response.headers_mut().insert(LOCATION, location);
    if let Some(flash) = flash {
        let cookie = crate::web::cookies::set(&cx.app, crate::web::cookies::Name::Flash, flash.key(), Some(60));
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// An address of our own that a form asks to go back to; anything else leads home. Only a path counts: what begins with
/// two slashes, or a slash and a backslash, is another host to a browser.
pub fn local_address(wanted: &str) -> &str {
    let mut characters = wanted.chars();
    let is_path = characters.next() == Some('/') && !matches!(characters.next(), Some('/' | '\\'));
    let is_plain =
        wanted.is_ascii() && !wanted.contains('\\') && !wanted.chars().any(|c| c.is_ascii_control() || c == ' ');
    if is_path && is_plain { wanted } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn only_a_visitor_to_a_page_under_tlp_clear_or_none_sees_what_the_world_does() {
        let me = Me {
            id: Uuid::nil(),
            slug: "kees".into(),
            name: "Kees".into(),
            language: Locale::Nl,
            roles: Vec::new(),
            organisations: Vec::new(),
            second_factor: false,
            amber_needs_second_factor: false,
            session: Uuid::nil(),
            resting_roles: Vec::new(),
            rests_as_coordinator: false,
            fresh: false,
            has_authenticator: false,
            has_app: false,
            has_passkey: false,
            has_password: true,
            provider: None,
            agreed_rules: 1,
            owes_rules: false,
            waiting_requests: 0,
        };
        let member = Viewer::Member(Arc::new(me));
        for label in Label::ALL.into_iter().map(Some).chain([None]) {
            let is_clear = matches!(label, None | Some(Label::Clear));
            assert_eq!(is_for_the_world(label, &Viewer::Nobody), is_clear, "{label:?}");
            assert!(!is_for_the_world(label, &member), "{label:?}");
        }
    }

    #[test]
    fn only_a_path_of_our_own_is_gone_back_to() {
        for good in ["/", "/articles/work?x=1#y", "/articles//x"] {
            assert_eq!(local_address(good), good);
        }
        for bad in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nX: y",
            "javascript:x",
            "/a\\b",
            "/ b",
        ] {
            assert_eq!(local_address(bad), "/", "{bad:?}");
        }
    }
}
