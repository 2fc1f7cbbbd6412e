//! The states of a join request and the steps between them: who takes which, where it leads, and who is written to.

use crate::i18n::Locale;
use chrono::TimeDelta;
use std::fmt;

/// The version of the house rules in `house-rules.en.md` and `house-rules.nl.md`. Whoever changes them in substance raises it
/// and says in [`RULES_CHANGES`] what changed: every member is then asked to agree anew.
pub const RULES_VERSION: i16 = 1;

/// For each version, the first one first, the key of the text that says what changed with it.
pub const RULES_CHANGES: &[&str] = &["join-rules-changed-1"];

/// The house rules in a language, in Markdown.
pub fn house_rules(locale: Locale) -> &'static str {
    match locale {
        Locale::En => include_str!("house-rules.en.md"),
        Locale::Nl => include_str!("house-rules.nl.md"),
    }
}

/// Domains at which anybody can have an address: they say nothing about where somebody works.
pub const FREE_MAIL: [&str; 27] = [
    "aol.com",
    "fastmail.com",
    "freedom.nl",
    "gmail.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hetnet.nl",
    "home.nl",
    "hotmail.com",
    "hotmail.nl",
    "icloud.com",
    "kpnmail.nl",
    "live.com",
    "live.nl",
    "mail.com",
    "me.com",
    "msn.com",
    "outlook.com",
    "planet.nl",
    "proton.me",
    "protonmail.com",
    "tuta.com",
    "upcmail.nl",
    "xs4all.nl",
    "yahoo.com",
    "ziggo.nl",
];

/// How long a question of the liaison waits for its answer; then the request expires. Long enough for a summer.
pub const ANSWER_WITHIN: TimeDelta = TimeDelta::days(60);
/// How long before that the applicant is reminded.
pub const REMIND_BEFORE: TimeDelta = TimeDelta::days(14);
/// How long an address waits to be proven. Its link lives shorter (`auth::links`).
pub const PROVE_WITHIN: TimeDelta = TimeDelta::days(7);
/// How long the links to a request work after its end.
pub const LINKS_AFTER_END: TimeDelta = TimeDelta::days(180);

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, sqlx::Type)]
#[sqlx(type_name = "join_state", rename_all = "kebab-case")]
pub enum JoinState {
    /// Sent, but the address is not proven: the liaison does not see it.
    Unproven,
    /// With the liaison.
    Waiting,
    /// With the applicant, whom the liaison asked for more.
    Asked,
    Approved,
    Declined,
    /// The applicant took it back, or a newer request of the same address took its place.
    Withdrawn,
    /// Nobody answered in time.
    Expired,
}

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    Applicant,
    Liaison,
    /// Time that passed.
    Clock,
}

/// What can happen to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The address is proven.
    Prove,
    /// A newer request of the same address was proven.
    GiveWay,
    /// The liaison asks for more.
    Ask,
    /// The applicant answers.
    Answer,
    /// The applicant adds something unasked.
    Add,
    Withdraw,
    Approve,
    Decline,
    /// The time for an answer is almost over.
    Remind,
    Expire,
}

/// A mail to the applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToApplicant {
    Asked,
    Approved,
    Declined,
    Withdrawn,
    Reminder,
    Expired,
}

/// A mail to the liaisons who want to be told at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToLiaisons {
    Waiting,
    Answered,
    Added,
}

/// A step that may be taken: where it leads, and who is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub next: JoinState,
    pub applicant: Option<ToApplicant>,
    pub liaisons: Option<ToLiaisons>,
}

impl Step {
    const fn to(next: JoinState) -> Self {
        Self { next, applicant: None, liaisons: None }
    }

    const fn and_applicant(self, mail: ToApplicant) -> Self {
        Self { applicant: Some(mail), ..self }
    }

    const fn and_liaisons(self, mail: ToLiaisons) -> Self {
        Self { liaisons: Some(mail), ..self }
    }
}

impl JoinState {
    /// All states.
    pub const ALL: [Self; 7] =
        [Self::Unproven, Self::Waiting, Self::Asked, Self::Approved, Self::Declined, Self::Withdrawn, Self::Expired];

    /// The states that the liaison's queue shows, as its tabs.
    pub const IN_QUEUE: [Self; 6] =
        [Self::Waiting, Self::Asked, Self::Approved, Self::Declined, Self::Withdrawn, Self::Expired];

    /// The step that an event is for an actor; `None` if it is not theirs, or not now.
    pub fn step(self, actor: Actor, event: Event) -> Option<Step> {
        use JoinState::{Approved, Asked, Declined, Expired, Unproven, Waiting, Withdrawn};
        Some(match (self, actor, event) {
            (Unproven, Actor::Applicant, Event::Prove) => Step::to(Waiting).and_liaisons(ToLiaisons::Waiting),
            (Unproven | Waiting | Asked, Actor::Applicant, Event::GiveWay) => Step::to(Withdrawn),
            (Waiting, Actor::Liaison, Event::Ask) => Step::to(Asked).and_applicant(ToApplicant::Asked),
            (Asked, Actor::Applicant, Event::Answer) => Step::to(Waiting).and_liaisons(ToLiaisons::Answered),
            (Waiting | Asked, Actor::Applicant, Event::Add) => Step::to(self).and_liaisons(ToLiaisons::Added),
            (Waiting | Asked, Actor::Applicant, Event::Withdraw) => {
                Step::to(Withdrawn).and_applicant(ToApplicant::Withdrawn)
            }
            // Who was asked may have answered by telephone.
            (Waiting | Asked, Actor::Liaison, Event::Approve) => {
                Step::to(Approved).and_applicant(ToApplicant::Approved)
            }
            (Waiting | Asked, Actor::Liaison, Event::Decline) => {
                Step::to(Declined).and_applicant(ToApplicant::Declined)
            }
            (Asked, Actor::Clock, Event::Remind) => Step::to(Asked).and_applicant(ToApplicant::Reminder),
            // Nobody is written to at an address that was never proven.
            (Unproven, Actor::Clock, Event::Expire) => Step::to(Expired),
            (Asked, Actor::Clock, Event::Expire) => Step::to(Expired).and_applicant(ToApplicant::Expired),
            _ => return None,
        })
    }

    /// Whether anything can still happen to it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Unproven | Self::Waiting | Self::Asked)
    }

    /// The sentence that says where a request stands to whoever comes too late, or too early, with a step.
    pub fn conflict(self, actor: Actor) -> &'static str {
        match (actor, self) {
            (_, Self::Unproven) => "join-conflict-unproven",
            (Actor::Liaison, Self::Waiting) => "join-conflict-waiting",
            (Actor::Liaison, Self::Asked) => "join-conflict-asked",
            (Actor::Liaison, Self::Approved) => "join-conflict-approved",
            (Actor::Liaison, Self::Declined) => "join-conflict-declined",
            (Actor::Liaison, Self::Withdrawn) => "join-conflict-withdrawn",
            (Actor::Liaison, Self::Expired) => "join-conflict-expired",
            (_, Self::Waiting) => "join-conflict-own-waiting",
            (_, Self::Asked) => "join-conflict-own-asked",
            (_, Self::Approved) => "join-conflict-own-approved",
            (_, Self::Declined) => "join-conflict-own-declined",
            (_, Self::Withdrawn) => "join-conflict-own-withdrawn",
            (_, Self::Expired) => "join-conflict-own-expired",
        }
    }

    /// The word in addresses and text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unproven => "unproven",
            Self::Waiting => "waiting",
            Self::Asked => "asked",
            Self::Approved => "approved",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
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

/// What was written about a request, by its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "join_message_kind", rename_all = "kebab-case")]
pub enum MessageKind {
    /// By the liaison; the others are the applicant's.
    Question,
    Answer,
    Addition,
}

impl MessageKind {
    /// The word in text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Answer => "answer",
            Self::Addition => "addition",
        }
    }
}

/// How a liaison is told of requests by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "notice_choice", rename_all = "kebab-case")]
pub enum NoticeChoice {
    AtOnce,
    Daily,
    Never,
}

impl NoticeChoice {
    /// All choices.
    pub const ALL: [Self; 3] = [Self::AtOnce, Self::Daily, Self::Never];

    /// The word in forms and text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::AtOnce => "at-once",
            Self::Daily => "daily",
            Self::Never => "never",
        }
    }

    /// The choice for a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::{Actor, Event, JoinState, RULES_CHANGES, RULES_VERSION, Step, ToApplicant, ToLiaisons};

    const ACTORS: [Actor; 3] = [Actor::Applicant, Actor::Liaison, Actor::Clock];
    const EVENTS: [Event; 10] = [
        Event::Prove,
        Event::GiveWay,
        Event::Ask,
        Event::Answer,
        Event::Add,
        Event::Withdraw,
        Event::Approve,
        Event::Decline,
        Event::Remind,
        Event::Expire,
    ];

    /// Every step there is: state, actor, event, next state, mail to the applicant, mail to the liaisons.
    type Row = (JoinState, Actor, Event, JoinState, Option<ToApplicant>, Option<ToLiaisons>);

    #[test]
    fn a_request_takes_the_steps_of_the_table_with_their_mails_and_no_other() {
        use Actor::{Applicant, Clock, Liaison};
        use JoinState::{Approved, Asked, Declined, Expired, Unproven, Waiting, Withdrawn};
        let rows: [Row; 17] = [
            (Unproven, Applicant, Event::Prove, Waiting, None, Some(ToLiaisons::Waiting)),
            (Unproven, Applicant, Event::GiveWay, Withdrawn, None, None),
            (Unproven, Clock, Event::Expire, Expired, None, None),
            (Waiting, Applicant, Event::GiveWay, Withdrawn, None, None),
            (Waiting, Applicant, Event::Add, Waiting, None, Some(ToLiaisons::Added)),
            (Waiting, Applicant, Event::Withdraw, Withdrawn, Some(ToApplicant::Withdrawn), None),
            (Waiting, Liaison, Event::Ask, Asked, Some(ToApplicant::Asked), None),
            (Waiting, Liaison, Event::Approve, Approved, Some(ToApplicant::Approved), None),
            (Waiting, Liaison, Event::Decline, Declined, Some(ToApplicant::Declined), None),
            (Asked, Applicant, Event::GiveWay, Withdrawn, None, None),
            (Asked, Applicant, Event::Answer, Waiting, None, Some(ToLiaisons::Answered)),
            (Asked, Applicant, Event::Add, Asked, None, Some(ToLiaisons::Added)),
            (Asked, Applicant, Event::Withdraw, Withdrawn, Some(ToApplicant::Withdrawn), None),
            (Asked, Liaison, Event::Approve, Approved, Some(ToApplicant::Approved), None),
            (Asked, Liaison, Event::Decline, Declined, Some(ToApplicant::Declined), None),
            (Asked, Clock, Event::Remind, Asked, Some(ToApplicant::Reminder), None),
            (Asked, Clock, Event::Expire, Expired, Some(ToApplicant::Expired), None),
        ];
        for state in JoinState::ALL {
            for actor in ACTORS {
                for event in EVENTS {
                    let expected = rows
                        .iter()
                        .find(|row| (row.0, row.1, row.2) == (state, actor, event))
                        .map(|row| Step { next: row.3, applicant: row.4, liaisons: row.5 });
                    assert_eq!(state.step(actor, event), expected, "{state:?} {actor:?} {event:?}");
                }
            }
            assert_eq!(JoinState::from_word(state.word()), Some(state));
        }
    }

    #[test]
    fn every_version_of_the_house_rules_says_what_changed() {
        assert_eq!(RULES_CHANGES.len(), usize::try_from(RULES_VERSION).expect("a version"));
    }

    #[test]
    fn a_request_that_ended_stays_as_it_is_and_an_open_one_can_end() {
        for state in JoinState::ALL {
            let steps = || ACTORS.iter().flat_map(move |actor| EVENTS.map(move |event| state.step(*actor, event)));
            assert_eq!(steps().any(|step| step.is_some()), state.is_open(), "{state:?}");
            assert_eq!(steps().flatten().any(|step| !step.next.is_open()), state.is_open(), "{state:?}");
        }
    }
}
