//! The form for a file, without the file itself.

use super::model::Parent;
use crate::access::audience::{Circles, Picked};
use crate::access::{Audience, Label, Me};
use crate::web::form::{Check, Errors};
use serde::Deserialize;
use uuid::Uuid;

/// As it was filled in.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AddForm {
    /// The id of what the file is to belong to.
    pub to: String,
    /// Empty: as what it belongs to.
    pub label: String,
    pub audience: Vec<String>,
    pub groups: Vec<String>,
    pub people: Vec<String>,
    pub meetings: Vec<String>,
}

impl AddForm {
    /// Takes a field as it comes; others are none of ours.
    pub fn push(&mut self, name: &str, value: String) {
        match name {
            "to" => self.to = value,
            "label" => self.label = value,
            "audience" => self.audience.push(value),
            "groups" => self.groups.push(value),
            "people" => self.people.push(value),
            "meetings" => self.meetings.push(value),
            _ => {}
        }
    }

    /// What it is to belong to.
    pub fn parent(&self) -> Option<Uuid> {
        self.to.parse().ok()
    }

    /// Who was chosen to read it.
    pub fn picked(&self) -> Picked<'_> {
        Picked { organisations: &self.audience, groups: &self.groups, people: &self.people, meetings: &self.meetings }
    }

    /// The label of its own, if it is to have one, and for whom.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn check(&self, me: &Me, parent: &Parent, circles: &Circles) -> Result<(Option<Label>, Audience), Errors> {
        let mut check = Check::new();
        if self.label.is_empty() {
            check.must("label", self.picked().is_empty(), "files-error-audience-without-label");
            check.done()?;
            return Ok((None, Audience::default()));
        }
        let label = check.choice("label", Label::from_word(&self.label));
        check.must("label", label.is_none_or(|label| label >= parent.label), "files-error-wider");
        if let Err(key) = me.may_hold(label) {
            check.fail("label", key, 0);
        }
        let audience = circles.check(&mut check, label, self.picked());
        check.done()?;
        let audience = audience.unwrap_or_default();
        // Whoever adds a file can read it: by name, where it is not by belonging to its source.
        let is_named = label == Some(Label::Red) || (label > Some(Label::Green) && !me.belongs_to(parent.source_id));
        Ok((label, if is_named { audience.with(me.id) } else { audience }))
    }
}
