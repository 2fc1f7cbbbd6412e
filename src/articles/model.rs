//! Kinds of articles, the states of a revision, and who may take which step. No SQL, no HTTP.

use crate::access::{Label, Me};
use std::fmt;
use uuid::Uuid;

/// What sort of text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "article_kind", rename_all = "kebab-case")]
pub enum ArticleKind {
    Practice,
    Checklist,
    Tool,
    Research,
    /// A lesson from an incident, without attribution.
    Case,
    News,
}

impl ArticleKind {
    /// All kinds.
    pub const ALL: [Self; 6] = [Self::Practice, Self::Checklist, Self::Tool, Self::Research, Self::Case, Self::News];

    /// The word in addresses, forms and text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Checklist => "checklist",
            Self::Tool => "tool",
            Self::Research => "research",
            Self::Case => "case",
            Self::News => "news",
        }
    }

    /// The kind for a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl fmt::Display for ArticleKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Where a revision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "revision_state", rename_all = "kebab-case")]
pub enum RevisionState {
    /// Being written; only its organisation's publishers see it.
    Draft,
    /// Handed in: the liaison sees it, and the reviewer whom the liaison asks.
    Submitted,
    /// Back with the author.
    ChangesAsked,
    /// Waits for the liaison to publish it.
    Approved,
    /// What readers get.
    Published,
    /// A later revision took its place.
    Superseded,
}

/// What can happen to a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Edit,
    Submit,
    Assign,
    AskChanges,
    Approve,
    Publish,
    /// By the source itself, without a review.
    PublishAlone,
    Supersede,
}

impl RevisionState {
    /// All states.
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Submitted, Self::ChangesAsked, Self::Approved, Self::Published, Self::Superseded];

    /// The state after a step; `None` if the step is not allowed here.
    pub fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Draft | Self::ChangesAsked, Step::Edit) => Some(self),
            (Self::Draft | Self::ChangesAsked, Step::Submit) => Some(Self::Submitted),
            (Self::Submitted, Step::Assign) => Some(Self::Submitted),
            (Self::Submitted | Self::Approved, Step::AskChanges) => Some(Self::ChangesAsked),
            (Self::Submitted, Step::Approve) => Some(Self::Approved),
            (Self::Approved, Step::Publish) | (Self::Draft | Self::ChangesAsked, Step::PublishAlone) => {
                Some(Self::Published)
            }
            (Self::Published, Step::Supersede) => Some(Self::Superseded),
            _ => None,
        }
    }
}

/// The word in text keys.
impl fmt::Display for RevisionState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::ChangesAsked => "changes-asked",
            Self::Approved => "approved",
            Self::Published => "published",
            Self::Superseded => "superseded",
        })
    }
}

/// A line of a revision's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "revision_action", rename_all = "kebab-case")]
pub enum RevisionAction {
    Created,
    Submitted,
    Assigned,
    Approved,
    ChangesAsked,
    Published,
}

/// The word in text keys.
impl fmt::Display for RevisionAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Created => "created",
            Self::Submitted => "submitted",
            Self::Assigned => "assigned",
            Self::Approved => "approved",
            Self::ChangesAsked => "changes-asked",
            Self::Published => "published",
        })
    }
}

/// What the rules need to know of a revision.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    pub state: RevisionState,
    pub label: Label,
    pub source: Uuid,
    pub author: Uuid,
    pub reviewer: Option<Uuid>,
}

impl Standing {
    /// Whether `me` may take the step now. Nobody judges a text of the own organisation, and nobody who wrote it.
    pub fn allows(&self, me: &Me, step: Step) -> bool {
        if self.state.after(step).is_none() {
            return false;
        }
        match step {
            Step::Edit | Step::Submit | Step::PublishAlone => me.publishes_for().any(|seat| seat.id == self.source),
            Step::Assign | Step::Publish => me.is_liaison(),
            Step::Approve => self.is_judge(me) && self.state == RevisionState::Submitted,
            // The liaison can give a text back, so that none is stuck for want of a reviewer.
            Step::AskChanges => (self.is_judge(me) && self.state == RevisionState::Submitted) || me.is_liaison(),
            Step::Supersede => false,
        }
    }

    /// Whether `me` was asked to review, and is still from elsewhere.
    fn is_judge(&self, me: &Me) -> bool {
        self.reviewer == Some(me.id) && me.id != self.author && !me.belongs_to(self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use RevisionState::{Approved, ChangesAsked, Draft, Published, Submitted, Superseded};

    #[test]
    fn a_revision_takes_the_steps_of_the_table_and_no_other() {
        let allowed = [
            (Draft, Step::Edit, Draft),
            (ChangesAsked, Step::Edit, ChangesAsked),
            (Draft, Step::Submit, Submitted),
            (ChangesAsked, Step::Submit, Submitted),
            (Submitted, Step::Assign, Submitted),
            (Submitted, Step::AskChanges, ChangesAsked),
            (Approved, Step::AskChanges, ChangesAsked),
            (Submitted, Step::Approve, Approved),
            (Approved, Step::Publish, Published),
            (Draft, Step::PublishAlone, Published),
            (ChangesAsked, Step::PublishAlone, Published),
            (Published, Step::Supersede, Superseded),
        ];
        let steps = [
            Step::Edit,
            Step::Submit,
            Step::Assign,
            Step::AskChanges,
            Step::Approve,
            Step::Publish,
            Step::PublishAlone,
            Step::Supersede,
        ];
        for state in RevisionState::ALL {
            for step in steps {
                let expected = allowed.iter().find(|row| row.0 == state && row.1 == step).map(|row| row.2);
                assert_eq!(state.after(step), expected, "{state:?} {step:?}");
            }
        }
    }
}
