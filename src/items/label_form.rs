//! The form of another label and audience, as typed and as checked.

use crate::access::audience::{Addressed, Circle, Circles, Picked, slugs};
use crate::access::{Audience, Label, Me};
use crate::web::form::{Check, Errors};
use serde::Deserialize;
use uuid::Uuid;

/// The shortest reason that tells a reader anything.
pub const SHORTEST_REASON: usize = 10;

/// As typed.
#[derive(Deserialize, Default, Debug, Clone)]
#[serde(default)]
pub struct LabelForm {
    pub label: String,
    /// Slugs of organisations, groups, persons and meetings, as everywhere that something is addressed.
    pub audience: Vec<String>,
    pub groups: Vec<String>,
    pub people: Vec<String>,
    pub meetings: Vec<String>,
    pub reason: String,
    /// The label and audience that the page began from ([`super::queries::version`]).
    pub began: String,
    /// The request that it answers.
    pub request: String,
    /// `readers` shows who would read it, `save` saves.
    pub action: String,
    /// `yes` if the page showed who would read it.
    pub previewed: String,
    /// Which warnings its author has looked at ([`crate::access::advice::Warnings::mark`]).
    pub looked: String,
}

/// As checked.
#[derive(Debug)]
pub struct Chosen {
    pub label: Label,
    pub audience: Audience,
    pub reason: String,
}

impl LabelForm {
    /// The form that a page begins with: what holds now.
    pub fn of(label: Label, addressed: &[Addressed], began: String) -> Self {
        Self {
            label: label.word().to_owned(),
            audience: slugs(addressed, Circle::Organisation),
            groups: slugs(addressed, Circle::Group),
            people: slugs(addressed, Circle::Person),
            meetings: slugs(addressed, Circle::Meeting),
            began,
            ..Self::default()
        }
    }

    /// Who was chosen to read it.
    pub fn picked(&self) -> Picked<'_> {
        Picked { organisations: &self.audience, groups: &self.groups, people: &self.people, meetings: &self.meetings }
    }

    /// The request that it answers.
    pub fn request(&self) -> Option<Uuid> {
        self.request.parse().ok()
    }

    /// Checks what was typed.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn check(&self, me: &Me, circles: &Circles) -> Result<Chosen, Errors> {
        let mut check = Check::new();
        let label = check.choice("label", Label::from_word(&self.label));
        if let Err(key) = me.may_hold(label) {
            check.fail("label", key, 0);
        }
        let audience = circles.check(&mut check, label, self.picked());
        let reason = check.text("reason", &self.reason, 0..=2000);
        check.done()?;
        let (Some(label), Some(audience)) = (label, audience) else { return Err(Errors::default()) };
        let audience = if label == Label::Red { audience.with(me.id) } else { audience };
        Ok(Chosen { label, audience, reason })
    }
}
