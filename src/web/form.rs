//! Forms: read once, checked once, and never lost.
//!
//! A room's form is a struct of strings as typed ([`Form`] reads it); its `check` turns it into proven values with a
//! [`Check`], or into [`Errors`] that stand next to their fields on the same page, status 422.

use super::characters;
use crate::error::AppError;
use crate::i18n;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use chrono::{DateTime, Utc};
use http::StatusCode;
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::fmt::Display;
use std::ops::RangeInclusive;

/// The longest address that mail can have (RFC 5321, 4.5.3.1.3, less the angle brackets).
pub const MAX_EMAIL: usize = 254;

/// A form as it was typed. What is missing is empty.
pub struct Form<T>(pub T);

impl<T, S> FromRequest<S> for Form<T>
where
    T: DeserializeOwned,
    S: Send + Sync,
{
    type Rejection = AppError;

    async fn from_request(request: Request, state: &S) -> Result<Self, AppError> {
        let unreadable = AppError::BadRequest("error-bad-request-unreadable");
        let bytes = Bytes::from_request(request, state).await.map_err(|_| unreadable.clone())?;
        characters::read(&bytes).map(Self).map_err(|_| unreadable)
    }
}

/// A form's body on its way: kept by the frame while a request is answered, and by the sign-in page while somebody
/// whose session ended signs in again. It is only read when it is needed.
#[derive(Clone, Debug)]
pub struct Carried {
    /// Where it was sent.
    pub address: String,
    body: Bytes,
}

impl Carried {
    /// Takes the body of a form that was sent to `address`.
    pub fn new(address: &str, body: Bytes) -> Self {
        Self { address: address.to_owned(), body }
    }

    /// Names and values, in order, without passwords and the name that goes with them.
    pub fn fields(&self) -> Vec<(String, String)> {
        let fields: Vec<(String, String)> = characters::read(&self.body).unwrap_or_default();
        fields.into_iter().filter(|(name, _)| !name.contains("password") && name != "username").collect()
    }

    /// All of it in one string, to travel in a field of another form.
    pub fn packed(&self) -> String {
        serde_html_form::to_string(self.fields()).unwrap_or_default()
    }

    /// The fields that a page shows when it offers them again: what has words in it. The others go along unseen.
    pub fn is_shown(value: &str) -> bool {
        value.trim().contains([' ', '\n'])
    }

    /// Whether there is text in it that somebody typed, and not only what the page itself put in its form.
    pub fn has_text(&self) -> bool {
        self.fields().iter().any(|(_, value)| Self::is_shown(value))
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.fields().is_empty()
    }
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name in the form, which is the end of its id on the page.
    pub field: Cow<'static, str>,
    /// The key of the sentence.
    pub key: &'static str,
    /// A number that the sentence needs, such as a limit; for one that tells an instant, its seconds since 1970.
    pub limit: i64,
}

/// All that is wrong with a form, in the order of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Errors(Vec<FieldError>);

impl Errors {
    /// One error, found after the form itself was right.
    pub fn one(field: &'static str, key: &'static str) -> Self {
        Self(vec![FieldError { field: field.into(), key, limit: 0 }])
    }

    /// The same with the instant that its sentence tells; its key ends in `-paused`.
    pub fn at(field: &'static str, key: &'static str, at: DateTime<Utc>) -> Self {
        Self(vec![FieldError { field: field.into(), key, limit: at.timestamp() }])
    }

    /// The same with the number that its sentence needs.
    pub fn with_limit(field: &'static str, key: &'static str, limit: usize) -> Self {
        Self(vec![FieldError { field: field.into(), key, limit: i64::try_from(limit).unwrap_or(i64::MAX) }])
    }

    /// These and others.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// How many there are.
    pub fn len(&self) -> i64 {
        i64::try_from(self.0.len()).unwrap_or(i64::MAX)
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &FieldError> {
        self.0.iter()
    }

    /// The status of a page that shows them: 422, or 200 without any.
    pub fn status(&self) -> StatusCode {
        if self.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
    }

    /// All of them in one string, to travel with the form while its page is shown again (`web::again`).
    pub fn packed(&self) -> String {
        let packed: Vec<_> = self.iter().map(|e| format!("{} {} {}", e.field, e.key, e.limit)).collect();
        packed.join(";")
    }

    /// The errors of such a string, as far as they are errors of ours: it went through a browser.
    pub fn unpacked(packed: &str) -> Self {
        let in_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
        let is_field = |name: &&str| !name.is_empty() && name.chars().all(in_name);
        let error = |part: &str| {
            let mut words = part.split(' ');
            let field = words.next().filter(is_field)?.to_owned().into();
            let key = i18n::known_key(words.next()?).filter(|key| key.contains("-error-"))?;
            Some(FieldError { field, key, limit: words.next()?.parse().ok()? })
        };
        Self(packed.split(';').take(64).filter_map(error).collect())
    }

    /// What is wrong with one field.
    pub fn on(&self, field: &str) -> Option<&FieldError> {
        self.0.iter().find(|error| error.field == field)
    }
}

/// Checks the fields of a form one after another and gathers what is wrong.
#[derive(Default)]
pub struct Check(Errors);

impl Check {
    /// Nothing checked yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes that a field is wrong.
    pub fn fail(&mut self, field: &'static str, key: &'static str, limit: usize) {
        self.0.0.push(FieldError { field: field.into(), key, limit: i64::try_from(limit).unwrap_or(i64::MAX) });
    }

    /// A line of text: without the white space around it, and without line breaks or marks that turn the direction of
    /// what follows. The length is in characters.
    pub fn line(&mut self, field: &'static str, value: &str, length: RangeInclusive<usize>) -> String {
        let typed = value.trim();
        let value = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if typed.chars().any(ends_line) {
            // No browser sends this from a field of one line: somebody tries what it does in a mail.
            tracing::warn!(field, "a field of one line holds a line break: refused");
            self.fail(field, "form-error-control", 0);
        } else if value.chars().any(|c| c == characters::REPLACEMENT || c.is_control() || is_direction_mark(c)) {
            self.fail(field, "form-error-control", 0);
        } else {
            self.length(field, &value, length);
        }
        value
    }

    /// A text of several lines, with the line ends of Unix. The length is in characters.
    pub fn text(&mut self, field: &'static str, value: &str, length: RangeInclusive<usize>) -> String {
        let value = value.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
        self.length(field, &value, length);
        value
    }

    /// A mail address, as far as a form can know: the mail that we send proves the rest.
    pub fn email(&mut self, field: &'static str, value: &str) -> String {
        let value = value.trim().to_owned();
        if value.is_empty() {
            self.fail(field, "form-error-required", 0);
        } else if value.len() > MAX_EMAIL || value.parse::<lettre::Address>().is_err() || !is_of_the_world(&value) {
            self.fail(field, "form-error-email", 0);
        }
        value
    }

    /// A choice from a list, already looked up.
    pub fn choice<T>(&mut self, field: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.fail(field, "form-error-choice", 0);
        }
        value
    }

    /// A condition.
    pub fn must(&mut self, field: &'static str, holds: bool, key: &'static str) {
        if !holds {
            self.fail(field, key, 0);
        }
    }

    /// The verdict.
    pub fn done(self) -> Result<(), Errors> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }

    fn length(&mut self, field: &'static str, value: &str, length: RangeInclusive<usize>) {
        let count = value.chars().count();
        if count == 0 && *length.start() > 0 {
            self.fail(field, "form-error-required", 0);
        } else if count < *length.start() {
            self.fail(field, "form-error-too-short", *length.start());
        } else if count > *length.end() {
            self.fail(field, "form-error-too-long", *length.end());
        }
    }
}

/// Marks that make text read otherwise than it is stored (Unicode, "Bidirectional formatting").
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What ends a line somewhere: in a mail, a browser or an editor.
fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether an address is one to which mail can be sent over the internet: at a host with a name that has a dot, and without
/// the quotation marks that few mail servers take.
fn is_of_the_world(email: &str) -> bool {
    email.rsplit_once('@').is_some_and(|(mailbox, host)| {
        let is_number = host.chars().all(|c| c.is_ascii_digit() || c == '.');
        !mailbox.contains('"') && host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !is_number
    })
}

/// Whether a list of chosen words holds this one: for check boxes that come back checked.
pub fn chosen(list: &[String], word: impl Display) -> bool {
    let word = word.to_string();
    list.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cleaned_of_white_space_and_refused_with_marks_that_deceive() {
        let mut check = Check::new();
        assert_eq!(check.line("name", "  Iris \t Voorbeeld\n", 1..=20), "Iris Voorbeeld");
        assert!(check.0.is_empty());
        check.line("name", "Iris \u{202e}dleebrooV", 1..=40);
        check.line("title", "", 1..=20);
        check.line("title", "éééé", 1..=3);
        let keys: Vec<_> = check.0.iter().map(|e| (e.key, e.limit)).collect();
        assert_eq!(keys, [("form-error-control", 0), ("form-error-required", 0), ("form-error-too-long", 3)]);
    }

    #[test]
    fn errors_come_back_from_a_browser_and_nothing_else_does() {
        let mut check = Check::new();
        for field in ["title", "starts_at", "part-0", "line2"] {
            check.fail(field, "form-error-too-long", 7);
        }
        let packed = check.0.packed();
        assert_eq!(Errors::unpacked(&packed), check.0);
        let made_up =
            ["<b> form-error-required 0", " form-error-required 0", "title no-such-key 0", "title form-save 0"];
        for other in made_up.into_iter().chain(["title form-error-required x", "Title form-error-required 0", ";;", ""])
        {
            assert!(Errors::unpacked(other).is_empty(), "{other}");
        }
    }

    #[test]
    fn an_address_without_a_real_host_is_refused() {
        for (email, right) in [
            ("iris@voorbeeldland.example", true),
            ("a.b+c@x.example", true),
            ("iris@localhost", false),
            ("iris@", false),
            ("@x.example", false),
            ("iris@x.example\r\nBcc: y@z.example", false),
            ("iris@x..example", false),
        ] {
            let mut check = Check::new();
            check.email("email", email);
            assert_eq!(check.done().is_ok(), right, "{email}");
        }
    }

    #[test]
    fn what_was_typed_is_carried_on_but_never_a_password() {
        let kept = Carried::new("/articles/new", Bytes::from_static(b"title=A%26B&body=x%0Ay&password=secret"));
        assert_eq!(kept.fields(), [("title".into(), "A&B".into()), ("body".into(), "x\ny".into())]);
        assert_eq!(kept.packed(), "title=A%26B&body=x%0Ay");
        let about = Carried::new("/articles/new", Bytes::from_static(b"body=Change+your+password"));
        assert_eq!(about.packed(), "body=Change+your+password");
    }
}
