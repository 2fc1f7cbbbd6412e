//! How a membership ends, sleeps and comes back, and who may take each step.
//!
//! Anybody may leave at any time, the only coordinator of an organisation too: nobody is held, and where an organisation has
//! no coordinator its liaison is asked. Only the last liaison stays until there is another one, for nobody else could let
//! people in again. One's own membership is neither confirmed nor widened by oneself.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// After so long somebody has to say again that a member is still with the organisation.
pub const CONFIRM_AFTER: TimeDelta = TimeDelta::days(365);
/// So long after the question it is asked again.
pub const REMIND_AFTER: TimeDelta = TimeDelta::days(14);
/// So long after the question, unanswered, the membership sleeps.
pub const SLEEP_AFTER: TimeDelta = TimeDelta::days(30);
/// An organisation is written to about its people at most once in so long.
pub const ASK_EVERY: TimeDelta = TimeDelta::days(1);

/// Somebody who asked to be let in again can ask anew after so long.
pub const ASK_AGAIN_AFTER: TimeDelta = TimeDelta::days(7);

/// Why a membership does not hold now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type, Serialize, Deserialize)]
#[sqlx(type_name = "membership_end", rename_all = "kebab-case")]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// The member left.
    Left,
    /// A coordinator or a liaison ended it.
    Ended,
    /// The organisation left the community.
    Departed,
    /// Nobody answered whether the member is still with the organisation.
    Asleep,
}

impl End {
    /// Whether somebody decided on it, so that only a liaison is asked to let the member in again: who sleeps is known, and a
    /// coordinator wakes them.
    pub fn is_for_good(self) -> bool {
        self != Self::Asleep
    }

    /// Whether a coordinator of the organisation can let the member in again. What may be a liaison's decision, a liaison alone
    /// takes back.
    pub fn is_coordinators_to_wake(self) -> bool {
        matches!(self, Self::Asleep | Self::Left)
    }

    /// The word in text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Ended => "ended",
            Self::Departed => "departed",
            Self::Asleep => "asleep",
        }
    }
}

/// What somebody is to the membership that they want to change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hand {
    /// It is their own.
    pub oneself: bool,
    /// They coordinate its organisation.
    pub coordinates: bool,
    /// They are a liaison of the community.
    pub liaison: bool,
}

impl Hand {
    /// Whether they can let the member in again whose membership ended like this.
    pub fn wakes(self, end: End) -> bool {
        !self.oneself && (self.liaison || (self.coordinates && end.is_coordinators_to_wake()))
    }
}

/// A step with a membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The member leaves.
    Leave,
    /// Somebody else ends it.
    End,
    /// It holds again.
    Wake,
    /// The member is still with the organisation.
    Confirm,
    /// Other roles for the organisation.
    Roles {
        /// Whether a role is among them that was not there before.
        gains: bool,
        /// Whether the role of coordinator is there no more.
        drops_coordinator: bool,
    },
}

/// How a membership stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stand {
    /// Why it does not hold; none while it does.
    pub end: Option<End>,
    /// Whether the organisation left the community.
    pub organisation_left: bool,
    /// Whether the community would have no liaison without it.
    pub keeps_last_liaison: bool,
    /// Whether somebody else coordinates the organisation.
    pub other_coordinator: bool,
}

/// Why a step is not taken, with the key of the sentence that says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody else may.
    Forbidden(&'static str),
    /// As it stands, nobody can.
    Conflict(&'static str),
}

impl From<Refusal> for crate::error::AppError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Forbidden(key) => Self::Forbidden(key),
            Refusal::Conflict(key) => Self::Conflict(key),
        }
    }
}

/// Whether a step can be taken. Who may comes first: to others it says nothing of how the membership stands.
///
/// # Errors
/// With the reason, if not.
pub fn check(hand: Hand, step: Step, stand: Stand) -> Result<(), Refusal> {
    may(hand, step)?;
    if step == Step::Wake && stand.end.is_some_and(|end| !hand.wakes(end)) {
        return Err(Refusal::Forbidden("members-forbidden-wake"));
    }
    let holds = stand.end.is_none();
    match step {
        Step::Leave | Step::Confirm | Step::Roles { .. } if !holds => {
            Err(Refusal::Conflict("members-conflict-holds-no-more"))
        }
        Step::End if !holds && stand.end != Some(End::Asleep) => {
            Err(Refusal::Conflict("members-conflict-holds-no-more"))
        }
        Step::Leave | Step::End if stand.keeps_last_liaison => Err(Refusal::Conflict("members-conflict-last-liaison")),
        Step::Wake if holds => Err(Refusal::Conflict("members-conflict-holds")),
        Step::Wake if stand.organisation_left => Err(Refusal::Conflict("members-conflict-organisation-left")),
        Step::Roles { drops_coordinator: true, .. } if hand.oneself && !stand.other_coordinator => {
            Err(Refusal::Conflict("members-conflict-last-coordinator"))
        }
        _ => Ok(()),
    }
}

/// Whether somebody is one of those who may take a step, however the membership stands.
fn may(hand: Hand, step: Step) -> Result<(), Refusal> {
    let answers = hand.coordinates || hand.liaison;
    match step {
        Step::Leave if hand.oneself => Ok(()),
        Step::Leave => Err(Refusal::Forbidden("members-forbidden-leave")),
        _ if !answers => Err(Refusal::Forbidden("members-forbidden-people")),
        Step::End if hand.oneself => Err(Refusal::Forbidden("members-forbidden-end-own")),
        Step::Wake | Step::Confirm if hand.oneself => Err(Refusal::Forbidden("members-forbidden-confirm-own")),
        Step::Roles { gains: true, .. } if hand.oneself => Err(Refusal::Forbidden("members-forbidden-roles-own")),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HANDS: [(&str, Hand); 6] = [
        ("another", Hand { oneself: false, coordinates: false, liaison: false }),
        ("oneself", Hand { oneself: true, coordinates: false, liaison: false }),
        ("coordinator", Hand { oneself: false, coordinates: true, liaison: false }),
        ("own coordinator", Hand { oneself: true, coordinates: true, liaison: false }),
        ("liaison", Hand { oneself: false, coordinates: false, liaison: true }),
        ("own liaison", Hand { oneself: true, coordinates: false, liaison: true }),
    ];
    const ROLES: Step = Step::Roles { gains: false, drops_coordinator: false };
    const GAINS: Step = Step::Roles { gains: true, drops_coordinator: false };
    const DROPS: Step = Step::Roles { gains: false, drops_coordinator: true };
    const STEPS: [(&str, Step); 7] = [
        ("leave", Step::Leave),
        ("end", Step::End),
        ("wake", Step::Wake),
        ("confirm", Step::Confirm),
        ("roles", ROLES),
        ("gain", GAINS),
        ("drop", DROPS),
    ];
    const ENDS: [Option<End>; 5] = [None, Some(End::Asleep), Some(End::Left), Some(End::Ended), Some(End::Departed)];

    #[test]
    fn who_may_take_which_step() {
        // another, oneself, coordinator, own coordinator, liaison, own liaison
        let table = [
            ("leave", [false, true, false, true, false, true]),
            ("end", [false, false, true, false, true, false]),
            ("wake", [false, false, true, false, true, false]),
            ("confirm", [false, false, true, false, true, false]),
            ("roles", [false, false, true, true, true, true]),
            ("gain", [false, false, true, false, true, false]),
            ("drop", [false, false, true, true, true, true]),
        ];
        for ((step_name, step), (row, wanted)) in STEPS.into_iter().zip(table) {
            assert_eq!(step_name, row);
            for ((hand_name, hand), allowed) in HANDS.into_iter().zip(wanted) {
                assert_eq!(may(hand, step).is_ok(), allowed, "{hand_name} {step_name}");
                if !allowed {
                    for end in ENDS {
                        let refused = check(hand, step, Stand { end, ..Stand::default() });
                        assert!(matches!(refused, Err(Refusal::Forbidden(_))), "{hand_name} {step_name} {end:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn from_which_state_a_step_leads_on() {
        // holds, asleep, left, ended, departed
        let table = [
            ("leave", [true, false, false, false, false]),
            ("end", [true, true, false, false, false]),
            ("wake", [false, true, true, true, true]),
            ("confirm", [true, false, false, false, false]),
            ("roles", [true, false, false, false, false]),
            ("gain", [true, false, false, false, false]),
            ("drop", [true, false, false, false, false]),
        ];
        let (liaison, oneself) = (HANDS[4].1, HANDS[1].1);
        for ((_, step), (name, wanted)) in STEPS.into_iter().zip(table) {
            let hand = if step == Step::Leave { oneself } else { liaison };
            for (end, allowed) in ENDS.into_iter().zip(wanted) {
                let stand = Stand { end, other_coordinator: true, ..Stand::default() };
                assert_eq!(check(hand, step, stand).is_ok(), allowed, "{name} {end:?}");
                let gone = Stand { organisation_left: true, ..stand };
                assert_eq!(check(hand, step, gone).is_ok(), allowed && step != Step::Wake, "{name} {end:?}, it left");
            }
        }
    }

    #[test]
    fn a_coordinator_takes_back_nothing_that_a_liaison_may_have_decided() {
        // another, oneself, coordinator, own coordinator, liaison, own liaison
        let table = [
            (End::Asleep, [false, false, true, false, true, false]),
            (End::Left, [false, false, true, false, true, false]),
            (End::Ended, [false, false, false, false, true, false]),
            (End::Departed, [false, false, false, false, true, false]),
        ];
        for (end, wanted) in table {
            for ((name, hand), allowed) in HANDS.into_iter().zip(wanted) {
                let stand = Stand { end: Some(end), ..Stand::default() };
                assert_eq!(check(hand, Step::Wake, stand).is_ok(), allowed, "{name} {end:?}");
                assert_eq!(hand.wakes(end), allowed, "{name} {end:?}");
                let gone = check(hand, Step::Wake, Stand { organisation_left: true, ..stand });
                assert_eq!(matches!(gone, Err(Refusal::Conflict(_))), allowed, "{name} {end:?}, it left");
            }
        }
    }

    #[test]
    fn the_last_liaison_stays_and_the_last_coordinator_names_another_or_leaves() {
        let last = Stand { keeps_last_liaison: true, ..Stand::default() };
        for (_, hand) in HANDS {
            for step in [Step::Leave, Step::End] {
                let plain = check(hand, step, Stand::default());
                let wanted = plain.and(Err(Refusal::Conflict("members-conflict-last-liaison")));
                assert_eq!(check(hand, step, last), wanted, "{hand:?} {step:?}");
            }
        }
        let (own, liaison) = (HANDS[3].1, HANDS[4].1);
        assert!(check(own, DROPS, Stand::default()).is_err());
        assert_eq!(check(own, DROPS, Stand { other_coordinator: true, ..Stand::default() }), Ok(()));
        assert_eq!(check(own, Step::Leave, Stand::default()), Ok(()), "nobody is held");
        assert_eq!(check(liaison, DROPS, Stand::default()), Ok(()), "the liaison is asked in their place");
    }
}
