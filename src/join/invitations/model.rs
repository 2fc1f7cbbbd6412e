//! The states of an invitation and the steps between them: who takes which, and where it leads.

use crate::error::{AppError, WayOn};
use chrono::TimeDelta;
use std::fmt;

/// How long an invitation waits to be accepted. Its link lives as long (`auth::links`).
pub const INVITED_FOR: TimeDelta = TimeDelta::days(21);

/// Where an invitation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "invitation_state", rename_all = "kebab-case")]
pub enum InvitationState {
    /// Waits to be accepted.
    Open,
    /// Became a member, or a request that the liaison decides.
    Accepted,
    /// Whoever was invited does not want to.
    Declined,
    /// Taken back.
    Revoked,
    /// Nobody answered in time.
    Expired,
}

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// Who invited, and still may.
    Inviter,
    /// A coordinator of the organisation, who did not.
    Coordinator,
    /// A liaison, who did not.
    Liaison,
    /// Whoever was invited, by the link in the mail.
    Invitee,
    /// Time that passed.
    Clock,
}

/// What can happen to an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Another mail with a new link; it waits as long as a new one.
    SendAgain,
    /// By its link; for a liaison, by approving a request of the same person.
    Accept,
    Decline,
    Revoke,
    Expire,
}

impl InvitationState {
    /// All states.
    pub const ALL: [Self; 5] = [Self::Open, Self::Accepted, Self::Declined, Self::Revoked, Self::Expired];

    /// Where a step leads; `None` if it is not theirs, or not now.
    pub fn step(self, party: Party, step: Step) -> Option<Self> {
        use InvitationState::{Accepted, Declined, Expired, Open, Revoked};
        Some(match (self, party, step) {
            // It opens in the right of who invited, so nobody but them and the liaison renews it.
            (Open | Expired, Party::Inviter | Party::Liaison, Step::SendAgain) => Open,
            (Open, Party::Inviter | Party::Coordinator | Party::Liaison, Step::Revoke) => Revoked,
            (Open, Party::Invitee | Party::Liaison, Step::Accept) => Accepted,
            (Open, Party::Invitee, Step::Decline) => Declined,
            (Open, Party::Clock, Step::Expire) => Expired,
            _ => return None,
        })
    }

    /// The sentence that says where an invitation stands to whoever comes too late with a step.
    pub fn conflict(self) -> &'static str {
        match self {
            Self::Open => "join-conflict-invitation-open",
            Self::Accepted => "join-conflict-invitation-accepted",
            Self::Declined => "join-conflict-invitation-declined",
            Self::Revoked => "join-conflict-invitation-revoked",
            Self::Expired => "join-conflict-invitation-expired",
        }
    }

    /// What whoever has a link to it is told when that opens nothing any more, and what helps now. An open one has a
    /// newer link.
    pub fn over(self, is_member: bool) -> AppError {
        match self {
            Self::Open => AppError::Over("join-over-newer", WayOn::Join),
            Self::Accepted if is_member => AppError::Over("join-over-member", WayOn::SignIn),
            Self::Accepted => AppError::Over("join-over-accepted", WayOn::SignIn),
            Self::Declined => AppError::Over("join-over-declined", WayOn::Join),
            Self::Revoked => AppError::Over("join-over-revoked", WayOn::Join),
            Self::Expired => AppError::Over("join-over-expired", WayOn::Join),
        }
    }

    /// The word in text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Revoked => "revoked",
            Self::Expired => "expired",
        }
    }
}

impl fmt::Display for InvitationState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::{InvitationState, Party, Step};

    const PARTIES: [Party; 5] = [Party::Inviter, Party::Coordinator, Party::Liaison, Party::Invitee, Party::Clock];
    const STEPS: [Step; 5] = [Step::SendAgain, Step::Accept, Step::Decline, Step::Revoke, Step::Expire];

    #[test]
    fn an_invitation_takes_the_steps_of_the_table_and_no_other() {
        use InvitationState::{Accepted, Declined, Expired, Open, Revoked};
        let rows = [
            (Open, Party::Inviter, Step::SendAgain, Open),
            (Open, Party::Liaison, Step::SendAgain, Open),
            (Open, Party::Inviter, Step::Revoke, Revoked),
            (Open, Party::Coordinator, Step::Revoke, Revoked),
            (Open, Party::Liaison, Step::Revoke, Revoked),
            (Open, Party::Invitee, Step::Accept, Accepted),
            (Open, Party::Liaison, Step::Accept, Accepted),
            (Open, Party::Invitee, Step::Decline, Declined),
            (Open, Party::Clock, Step::Expire, Expired),
            (Expired, Party::Inviter, Step::SendAgain, Open),
            (Expired, Party::Liaison, Step::SendAgain, Open),
        ];
        for state in InvitationState::ALL {
            for party in PARTIES {
                for step in STEPS {
                    let expected =
                        rows.iter().find(|row| (row.0, row.1, row.2) == (state, party, step)).map(|row| row.3);
                    assert_eq!(state.step(party, step), expected, "{state:?} {party:?} {step:?}");
                }
            }
        }
    }
}
