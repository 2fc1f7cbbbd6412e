//! The form of a revision, as typed and as checked. A draft needs little; handing in needs all.

use super::model::ArticleKind;
use crate::access::advice::{self, Readership, Words};
use crate::access::audience::{Circles, Picked};
use crate::access::{Audience, Label, Me};
use crate::i18n::Locale;
use crate::vocabulary::Vocabulary;
use crate::web::form::{Check, Errors};
use crate::web::markdown::{self, Rendered};
use serde::Deserialize;
use uuid::Uuid;

/// Words that a text needs before somebody else is asked to read it.
pub const FEWEST_WORDS: usize = 50;
/// Characters of a summary that tells whom a text helps to do what.
pub const SHORTEST_SUMMARY: usize = 40;

/// Whether a text has all that handing in asks for.
pub fn is_complete(summary: &str, sectors: &[String], words: i32) -> bool {
    let words = usize::try_from(words).unwrap_or_default();
    summary.chars().count() >= SHORTEST_SUMMARY && !sectors.is_empty() && words >= FEWEST_WORDS
}

/// As typed.
#[derive(Deserialize, Default, Debug, Clone)]
#[serde(default)]
pub struct ArticleForm {
    pub title: String,
    pub summary: String,
    pub kind: String,
    pub language: String,
    pub organisation: String,
    pub label: String,
    /// Slugs of organisations that may read it besides the source.
    pub audience: Vec<String>,
    /// Slugs of the working groups.
    pub groups: Vec<String>,
    /// Slugs of the persons.
    pub people: Vec<String>,
    /// Slugs of the events whose attendance list it is for.
    pub meetings: Vec<String>,
    pub sectors: Vec<String>,
    pub body: String,
    /// The version that the author began from; 0 for a new one.
    pub version: i32,
    /// `preview`, `readers`, `save` or `submit`.
    pub action: String,
    /// The action whose answer the page showed: `preview` or `readers`.
    pub previewed: String,
    /// Which warnings the author has looked at ([`advice::Warnings::mark`]).
    pub looked: String,
}

/// As checked.
#[derive(Debug, Clone)]
pub struct Written {
    pub title: String,
    pub summary: String,
    pub kind: ArticleKind,
    pub language: Locale,
    pub source: Uuid,
    pub label: Label,
    pub audience: Audience,
    pub sectors: Vec<String>,
    pub body: String,
    pub rendered: Rendered,
}

impl ArticleForm {
    /// Whether the author wants to hand it in.
    pub fn wants_submission(&self) -> bool {
        self.action == "submit"
    }

    /// Whether only something is to be shown, and nothing saved.
    pub fn wants_a_look(&self) -> bool {
        matches!(self.action.as_str(), "preview" | "readers")
    }

    /// The words that may suit a stricter label.
    pub fn words(&self) -> Words {
        Words { title: self.title.clone(), summary: self.summary.clone(), body: self.body.clone() }
    }

    /// Checks who is to read it, and nothing else.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn readership(&self, me: &Me, circles: &Circles) -> Result<Readership, Errors> {
        let seat = me.publishes_for().find(|seat| seat.id.to_string() == self.organisation);
        let source = ("organisation", seat.map(|seat| seat.id));
        advice::readership(source, (&self.label, self.picked()), me, circles)
    }

    /// Checks what was typed, and renders it. With `submission`, also what readers need: a summary, sectors, enough text.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub async fn check(&self, me: &Me, vocabulary: &Vocabulary, circles: &Circles) -> Result<Written, Errors> {
        let submission = self.wants_submission();
        let mut check = Check::new();
        let title = check.line("title", &self.title, 3..=160);
        let summary = check.line("summary", &self.summary, if submission { SHORTEST_SUMMARY } else { 0 }..=400);
        let kind = check.choice("kind", ArticleKind::from_word(&self.kind));
        let language = check.choice("language", Locale::from_tag(&self.language));
        let seat = me.publishes_for().find(|seat| seat.id.to_string() == self.organisation);
        let source = check.choice("organisation", seat.map(|seat| seat.id));
        let label = check.choice("label", Label::from_word(&self.label));
        let audience = circles.check(&mut check, label, self.picked());
        if let Err(key) = me.may_hold(label) {
            check.fail("label", key, 0);
        }
        let sectors = check.choice("sectors", vocabulary.known(&self.sectors));
        if submission {
            check.must("sectors", !self.sectors.is_empty(), "articles-error-sectors");
        }
        let body = check.text("body", &self.body, usize::from(submission)..=markdown::MAX_SOURCE_BYTES);
        let rendered =
            match markdown::render_off_thread(body.clone(), markdown::setting(language.unwrap_or_default())).await {
                Ok(rendered) => {
                    if submission && rendered.words < FEWEST_WORDS {
                        check.fail("body", "articles-error-words", FEWEST_WORDS);
                    }
                    Some(rendered)
                }
                Err(refused) => {
                    check.fail("body", refused.text_key(), refused.limit());
                    None
                }
            };
        check.done()?;
        let (Some(kind), Some(language), Some(source), Some(label)) = (kind, language, source, label) else {
            return Err(Errors::default());
        };
        let (Some(audience), Some(sectors), Some(rendered)) = (audience, sectors, rendered) else {
            return Err(Errors::default());
        };
        let audience = if label == Label::Red { audience.with(me.id) } else { audience };
        Ok(Written { title, summary, kind, language, source, label, audience, sectors, body, rendered })
    }

    /// Who was chosen to read it.
    pub fn picked(&self) -> Picked<'_> {
        Picked { organisations: &self.audience, groups: &self.groups, people: &self.people, meetings: &self.meetings }
    }
}
