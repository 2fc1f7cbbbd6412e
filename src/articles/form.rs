//! The form of a revision, as typed and as checked. A draft needs little; handing in needs all.

use super::model::ArticleKind;
use crate::access::{Label, Me};
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
    /// Slugs of the persons who may read a TLP:RED text.
    pub people: Vec<String>,
    pub sectors: Vec<String>,
    pub body: String,
    /// The version that the author began from; 0 for a new one.
    pub version: i32,
    /// `preview`, `save` or `submit`.
    pub action: String,
    /// `yes` if the page showed a preview.
    pub previewed: String,
}

/// An audience member to choose from.
#[derive(Debug, Clone)]
pub struct Choice {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
}

/// What the form's choices are looked up in.
pub struct Choices {
    pub organisations: Vec<Choice>,
    pub people: Vec<Choice>,
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
    pub audience: Vec<Uuid>,
    pub people: Vec<Uuid>,
    pub sectors: Vec<String>,
    pub body: String,
    pub rendered: Rendered,
}

impl ArticleForm {
    /// Whether the author wants to hand it in.
    pub fn wants_submission(&self) -> bool {
        self.action == "submit"
    }

    /// Checks what was typed, and renders it. With `submission`, also what readers need: a summary, sectors, enough text.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub async fn check(&self, me: &Me, vocabulary: &Vocabulary, choices: &Choices) -> Result<Written, Errors> {
        let submission = self.wants_submission();
        let mut check = Check::new();
        let title = check.line("title", &self.title, 3..=160);
        let summary = check.line("summary", &self.summary, if submission { SHORTEST_SUMMARY } else { 0 }..=400);
        let kind = check.choice("kind", ArticleKind::from_word(&self.kind));
        let language = check.choice("language", Locale::from_tag(&self.language));
        let seat = me.publishes_for().find(|seat| seat.id.to_string() == self.organisation);
        let source = check.choice("organisation", seat.map(|seat| seat.id));
        let label = check.choice("label", Label::from_word(&self.label));
        let audience = check.choice("audience", ids(&choices.organisations, &self.audience));
        let people = check.choice("people", ids(&choices.people, &self.people));
        let sectors = check.choice("sectors", vocabulary.known(&self.sectors));
        if submission {
            check.must("sectors", !self.sectors.is_empty(), "articles-error-sectors");
        }
        if let Some(label) = label {
            audience_fits(&mut check, label, &self.audience, &self.people);
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
        let (Some(audience), Some(mut people), Some(sectors), Some(rendered)) = (audience, people, sectors, rendered)
        else {
            return Err(Errors::default());
        };
        if label == Label::Red && !people.contains(&me.id) {
            people.push(me.id);
        }
        Ok(Written { title, summary, kind, language, source, label, audience, people, sectors, body, rendered })
    }
}

/// CLEAR and GREEN need no audience, RED knows persons only, AMBER and AMBER+STRICT organisations.
fn audience_fits(check: &mut Check, label: Label, organisations: &[String], people: &[String]) {
    match label {
        Label::Clear | Label::Green => {
            check.must("audience", organisations.is_empty(), "articles-error-audience-wide");
            check.must("people", people.is_empty(), "articles-error-audience-wide");
        }
        Label::Amber | Label::AmberStrict => check.must("people", people.is_empty(), "articles-error-audience-amber"),
        Label::Red => {
            check.must("audience", organisations.is_empty(), "articles-error-audience-red");
            check.must("people", !people.is_empty(), "articles-error-audience-red-nobody");
        }
    }
}

fn ids(choices: &[Choice], slugs: &[String]) -> Option<Vec<Uuid>> {
    slugs.iter().map(|slug| choices.iter().find(|choice| choice.slug == *slug).map(|choice| choice.id)).collect()
}
