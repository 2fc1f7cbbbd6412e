//! The catalogues themselves and how a text is asked for.

use super::{Locale, OwnTexts, numbers, own};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use rust_embed::RustEmbed;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::LazyLock;
use unic_langid::langid;

#[derive(RustEmbed)]
#[folder = "src/i18n"]
#[include = "en/*.ftl"]
#[include = "nl/*.ftl"]
struct Files;

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| load(Locale::En));
static DUTCH: LazyLock<Bundle> = LazyLock::new(|| load(Locale::Nl));

/// Texts of one language, ours or an installation's own.
pub struct Bundle(FluentBundle<FluentResource>);

impl fmt::Debug for Bundle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bundle of {:?}", self.0.locales)
    }
}

impl Bundle {
    /// Without texts.
    pub fn new(locale: Locale) -> Self {
        let language = match locale {
            Locale::En => langid!("en-GB"),
            Locale::Nl => langid!("nl-NL"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Without this every variable is wrapped in invisible direction marks.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match locale {
            Locale::En => |value, _| grouped(value, Locale::En),
            Locale::Nl => |value, _| grouped(value, Locale::Nl),
        }));
        Self(bundle)
    }

    /// Takes in a file.
    pub fn add(&mut self, resource: FluentResource) -> Result<(), Vec<FluentError>> {
        self.0.add_resource(resource)
    }

    fn pattern(&self, key: &str) -> Option<&Pattern<&str>> {
        self.0.get_message(key).and_then(|message| message.value())
    }

    /// The placeholders of a text; `None` if there is no such text.
    pub fn placeholders(&self, key: &str) -> Option<BTreeSet<String>> {
        own::placeholders(self.pattern(key)?).ok()
    }
}

fn load(locale: Locale) -> Bundle {
    let mut bundle = Bundle::new(locale);
    for name in Files::iter().filter(|name| name.starts_with(locale.tag())) {
        let Some(file) = Files::get(&name) else { continue };
        let source = String::from_utf8_lossy(&file.data).into_owned();
        // A broken line loses its own text only; the catalogue test names it before anybody sees it.
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
            tracing::error!(file = %name, ?errors, "a text file has a broken entry");
            resource
        });
        if let Err(errors) = bundle.add(resource) {
            tracing::error!(file = %name, ?errors, "a text file repeats a key");
        }
    }
    bundle
}

/// Numbers in a text as its language writes them.
fn grouped(value: &FluentValue, locale: Locale) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(numbers::written(&number.as_string(), locale)),
        _ => None,
    }
}

/// Every key with its pattern as written, for the catalogue test.
pub fn all_keys(locale: Locale) -> Vec<(String, String)> {
    let mut keys = Vec::new();
    for name in Files::iter().filter(|name| name.starts_with(locale.tag())) {
        let Some(file) = Files::get(&name) else { continue };
        let source = String::from_utf8_lossy(&file.data).into_owned();
        let mut current: Option<(String, String)> = None;
        for line in source.lines() {
            let starts_entry = line.starts_with(|c: char| c.is_ascii_lowercase());
            if starts_entry && let Some((key, rest)) = line.split_once('=') {
                keys.extend(current.replace((key.trim().to_owned(), rest.to_owned())));
            } else if let Some((_, pattern)) = &mut current {
                pattern.push('\n');
                pattern.push_str(line);
            }
        }
        keys.extend(current);
    }
    keys
}

/// Our own copy of a key that came from outside; `None` if it is none of ours.
pub fn known_key(key: &str) -> Option<&'static str> {
    static KEYS: LazyLock<BTreeSet<String>> =
        LazyLock::new(|| all_keys(Locale::En).into_iter().map(|(key, _)| key).collect());
    KEYS.get(key).map(String::as_str)
}

/// The texts of one language. Templates hold it as `t`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Texts {
    locale: Locale,
    own: Option<&'static OwnTexts>,
}

impl Texts {
    /// Our texts in this language.
    pub fn of(locale: Locale) -> Self {
        Self { locale, own: None }
    }

    /// The same, with an installation's own in the place of ours.
    #[must_use]
    pub fn with(self, own: Option<&'static OwnTexts>) -> Self {
        Self { own, ..self }
    }

    /// The language of these texts.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The text of a key; a placeholder is filled with [`Text::arg`].
    pub fn text(&self, key: &str) -> Text {
        Text { texts: *self, key: key.to_owned(), args: Vec::new() }
    }

    /// The text of a key that is put together from a prefix and the word of a closed set: `articles-kind-` + `tool`.
    pub fn of_set(&self, prefix: &str, word: impl fmt::Display) -> Text {
        self.text(&format!("{prefix}-{word}"))
    }

    /// A number as the language writes it: 1,234 or 1.234. Years and versions of a standard are names, not numbers.
    pub fn number(&self, number: impl Count) -> String {
        numbers::written(&number.number().to_string(), self.locale)
    }

    /// Whether the key exists.
    pub fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    fn find(&self, key: &str) -> Option<(&'static Bundle, &'static Pattern<&'static str>)> {
        let own = self.own.map(|own| own.of(self.locale));
        own.into_iter().chain([ours(self.locale)]).find_map(|bundle| Some((bundle, bundle.pattern(key)?)))
    }
}

/// A number that a text can hold; templates hand numbers over by reference.
pub trait Count {
    /// The number.
    fn number(&self) -> i64;
}

impl Count for i64 {
    fn number(&self) -> i64 {
        *self
    }
}

impl Count for i32 {
    fn number(&self) -> i64 {
        i64::from(*self)
    }
}

impl Count for i16 {
    fn number(&self) -> i64 {
        i64::from(*self)
    }
}

impl Count for usize {
    fn number(&self) -> i64 {
        i64::try_from(*self).unwrap_or(i64::MAX)
    }
}

impl<T: Count> Count for &T {
    fn number(&self) -> i64 {
        (*self).number()
    }
}

/// A text that is written when it is printed, in its language, with its values.
#[derive(Clone, Debug)]
pub struct Text {
    texts: Texts,
    key: String,
    args: Vec<(&'static str, FluentValue<'static>)>,
}

impl Text {
    /// Fills a placeholder with a word.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, FluentValue::from(value.to_string())));
        self
    }

    /// Fills a placeholder with a number, by which the plural form is chosen.
    #[must_use]
    pub fn count(mut self, name: &'static str, value: impl Count) -> Self {
        self.args.push((name, FluentValue::from(value.number())));
        self
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((bundle, pattern)) = self.texts.find(&self.key) else {
            tracing::error!(key = self.key, locale = self.texts.locale.tag(), "a text is missing");
            return write!(f, "⟦{}⟧", self.key);
        };
        let args: FluentArgs = self.args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = bundle.0.format_pattern(pattern, Some(&args), &mut errors);
        if !errors.is_empty() {
            tracing::error!(key = self.key, ?errors, "a text lacks a value");
        }
        f.write_str(&text)
    }
}

/// The texts of the program.
pub fn ours(locale: Locale) -> &'static Bundle {
    match locale {
        Locale::En => &ENGLISH,
        Locale::Nl => &DUTCH,
    }
}
