//! What helps to choose a label: who would read it, and what in the text suits a stricter one. A help and no gate: a draft is
//! saved as it is, and what goes on to others only asks its author to have looked.

use super::audience::{Circles, Picked};
use super::hints::{self, Hint, HintKind};
use super::{Audience, Label, Me, queries};
use crate::web::form::{Check, Errors};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use sqlx::PgConnection;
use uuid::Uuid;

/// Warnings that a page shows; the others are folded away.
const SHOWN: usize = 8;

/// What decides who reads something.
pub struct Readership {
    pub label: Label,
    pub source: Uuid,
    pub audience: Audience,
}

/// The words that are looked at.
#[derive(Clone, Default, Debug)]
pub struct Words {
    pub title: String,
    pub summary: String,
    pub body: String,
}

/// Where in a text something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Title,
    Summary,
    /// A line of the text, the first being 1.
    Line(usize),
}

impl Place {
    /// The word in text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Line(_) => "line",
        }
    }

    /// The number of the line; 0 for what has none.
    pub fn line_number(self) -> i64 {
        if let Self::Line(line) = self { i64::try_from(line).unwrap_or(i64::MAX) } else { 0 }
    }
}

/// Something that suits a stricter label than was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub kind: HintKind,
    pub excerpt: String,
    pub place: Place,
}

/// All of them under a label.
#[derive(Clone, Debug)]
pub struct Warnings {
    pub label: Label,
    pub list: Vec<Warning>,
}

impl HintKind {
    /// The widest label that suits it: what tells how a plant can be reached is for those whom it concerns, what tells
    /// who somebody is stays in the community.
    pub fn suits(self) -> Label {
        match self {
            Self::PrivateAddress | Self::PublicAddress | Self::HardwareAddress | Self::InternalName => Label::Amber,
            Self::MailAddress | Self::Telephone | Self::Person => Label::Green,
        }
    }
}

impl Warnings {
    /// Nothing found.
    pub fn none() -> Self {
        Self { label: Label::Red, list: Vec::new() }
    }

    /// Whether there is nothing to look at.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many there are.
    pub fn count(&self) -> i64 {
        i64::try_from(self.list.len()).unwrap_or(i64::MAX)
    }

    /// The first of them.
    pub fn first(&self) -> impl Iterator<Item = &Warning> {
        self.list.iter().take(SHOWN)
    }

    /// The others.
    pub fn others(&self) -> impl Iterator<Item = &Warning> {
        self.list.iter().skip(SHOWN)
    }

    /// How many those are.
    pub fn more(&self) -> i64 {
        i64::try_from(self.list.len().saturating_sub(SHOWN)).unwrap_or(i64::MAX)
    }

    /// Those that were not among others: what is published already is no news.
    #[must_use]
    pub fn beside(mut self, before: &Self) -> Self {
        self.list.retain(|new| !before.list.iter().any(|old| old.kind == new.kind && old.excerpt == new.excerpt));
        self
    }

    /// What the box that says "I have looked" sends: another text or a wider label brings another box.
    pub fn mark(&self) -> String {
        let mut digest = Sha256::new();
        digest.update(self.label.word());
        for warning in &self.list {
            digest.update([0]);
            digest.update(warning.excerpt.as_bytes());
        }
        URL_SAFE_NO_PAD.encode(digest.finalize())
    }

    /// Whether the author said to have looked at these.
    pub fn are_looked_at(&self, looked: &str) -> bool {
        self.is_empty() || looked == self.mark()
    }

    /// What a form lacks whose author has not looked.
    pub fn unseen(&self, looked: &str) -> Errors {
        if self.are_looked_at(looked) { Errors::default() } else { Errors::one("looked", "access-error-looked") }
    }
}

/// Checks what decides who reads it, and nothing else.
///
/// # Errors
/// What is wrong, field by field.
pub fn readership(
    (field, source): (&'static str, Option<Uuid>),
    (label, picked): (&str, Picked<'_>),
    me: &Me,
    circles: &Circles,
) -> Result<Readership, Errors> {
    let mut check = Check::new();
    let source = check.choice(field, source);
    let label = check.choice("label", Label::from_word(label));
    let audience = circles.check(&mut check, label, picked);
    check.done()?;
    let (Some(source), Some(label), Some(audience)) = (source, label, audience) else {
        return Err(Errors::default());
    };
    let audience = if label == Label::Red { audience.with(me.id) } else { audience };
    Ok(Readership { label, source, audience })
}

/// What in a text suits a stricter label than this one.
///
/// # Errors
/// When the database is away.
pub async fn warnings(conn: &mut PgConnection, words: Words, label: Label) -> sqlx::Result<Warnings> {
    if HintKind::ALL.into_iter().all(|kind| label >= kind.suits()) {
        return Ok(Warnings { label, list: Vec::new() });
    }
    let names = queries::names(conn).await?;
    let work = tokio::task::spawn_blocking(move || find(&words, &names, label));
    let list = work.await.unwrap_or_else(|error| {
        tracing::error!(%error, "looking for what suits a stricter label failed");
        Vec::new()
    });
    Ok(Warnings { label, list })
}

fn find(words: &Words, names: &[String], label: Label) -> Vec<Warning> {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut all: Vec<Warning> = Vec::new();
    for (text, place) in [(&words.title, Place::Title), (&words.summary, Place::Summary), (&words.body, Place::Line(0))]
    {
        for Hint { kind, excerpt, line } in hints::find(text, &names) {
            let is_new = all.iter().all(|known| known.excerpt != excerpt);
            if label < kind.suits() && is_new {
                let place = if place == Place::Line(0) { Place::Line(line) } else { place };
                all.push(Warning { kind, excerpt, place });
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(body: &str, label: Label) -> Warnings {
        let words = Words { title: "Kees Jansen and plc-rwzi-03".into(), summary: String::new(), body: body.into() };
        Warnings { label, list: find(&words, &["Kees Jansen".to_owned()], label) }
    }

    #[test]
    fn only_what_the_label_is_too_wide_for_is_told_each_once_and_where() {
        let body = "Nothing here.\n\nKees Jansen keeps 10.20.30.40 and mails kees@pomp.nl.\n";
        let places = |label| found(body, label).list.into_iter().map(|w| (w.excerpt, w.place)).collect::<Vec<_>>();
        let at = |excerpt: &str, place| (excerpt.to_owned(), place);
        assert_eq!(
            places(Label::Clear),
            [
                at("Kees Jansen", Place::Title),
                at("plc-rwzi-03", Place::Title),
                at("10.20.30.40", Place::Line(3)),
                at("kees@pomp.nl", Place::Line(3)),
            ]
        );
        assert_eq!(places(Label::Green), [at("plc-rwzi-03", Place::Title), at("10.20.30.40", Place::Line(3))]);
        for label in [Label::Amber, Label::AmberStrict, Label::Red] {
            assert!(places(label).is_empty(), "{label}");
        }
    }

    #[test]
    fn who_looked_at_one_text_has_not_looked_at_another() {
        let one = found("10.20.30.40", Label::Green);
        assert!(one.are_looked_at(&one.mark()) && !one.are_looked_at("") && !one.are_looked_at("yes"));
        for other in [found("10.20.30.41", Label::Green), found("10.20.30.40 10.9.9.9", Label::Green)] {
            assert!(!other.are_looked_at(&one.mark()));
        }
        assert!(!found("10.20.30.40", Label::Clear).are_looked_at(&one.mark()), "a wider label is asked about anew");
        assert!(found("", Label::Amber).are_looked_at(""), "nothing found, nothing asked");
        assert!(one.clone().beside(&one).is_empty());
    }
}
