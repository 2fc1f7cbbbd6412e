//! The states of a join request and the steps between them.

use std::fmt;

/// The version of the house rules that a request agrees to.
pub const RULES_VERSION: i16 = 1;

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "join_state", rename_all = "kebab-case")]
pub enum JoinState {
    /// Sent, but the address is not proven: the liaison does not see it.
    Unproven,
    /// With the liaison.
    Waiting,
    Approved,
    Declined,
    /// A newer request from the same address took its place.
    Replaced,
}

/// What can happen to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Prove,
    Replace,
    Approve,
    Decline,
}

impl JoinState {
    /// All states.
    pub const ALL: [Self; 5] = [Self::Unproven, Self::Waiting, Self::Approved, Self::Declined, Self::Replaced];

    /// The states that the liaison's queue shows, as its tabs.
    pub const IN_QUEUE: [Self; 3] = [Self::Waiting, Self::Approved, Self::Declined];

    /// The state after a step; `None` if the step is not allowed here.
    pub fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Unproven, Step::Prove) => Some(Self::Waiting),
            (Self::Unproven | Self::Waiting, Step::Replace) => Some(Self::Replaced),
            (Self::Waiting, Step::Approve) => Some(Self::Approved),
            (Self::Waiting, Step::Decline) => Some(Self::Declined),
            _ => None,
        }
    }

    /// The word in addresses and text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unproven => "unproven",
            Self::Waiting => "waiting",
            Self::Approved => "approved",
            Self::Declined => "declined",
            Self::Replaced => "replaced",
        }
    }

    /// The state for a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

impl fmt::Display for JoinState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::{JoinState, Step};

    #[test]
    fn a_request_takes_the_steps_of_the_table_and_no_other() {
        use JoinState::{Approved, Declined, Replaced, Unproven, Waiting};
        let allowed = [
            (Unproven, Step::Prove, Waiting),
            (Unproven, Step::Replace, Replaced),
            (Waiting, Step::Replace, Replaced),
            (Waiting, Step::Approve, Approved),
            (Waiting, Step::Decline, Declined),
        ];
        for state in JoinState::ALL {
            for step in [Step::Prove, Step::Replace, Step::Approve, Step::Decline] {
                let expected = allowed.iter().find(|row| row.0 == state && row.1 == step).map(|row| row.2);
                assert_eq!(state.after(step), expected, "{state:?} {step:?}");
            }
        }
    }
}
