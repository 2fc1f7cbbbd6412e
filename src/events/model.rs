//! Kinds of events, answers, and what a local time in a zone means.

use chrono::{DateTime, LocalResult, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use std::fmt;

/// What sort of meeting it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "event_kind", rename_all = "kebab-case")]
pub enum EventKind {
    ExpertSession,
    WorkingGroup,
    SiteVisit,
    Webinar,
    Conference,
    Exercise,
}

impl EventKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::ExpertSession, Self::WorkingGroup, Self::SiteVisit, Self::Webinar, Self::Conference, Self::Exercise];

    /// The word in forms and text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::ExpertSession => "expert-session",
            Self::WorkingGroup => "working-group",
            Self::SiteVisit => "site-visit",
            Self::Webinar => "webinar",
            Self::Conference => "conference",
            Self::Exercise => "exercise",
        }
    }

    /// The kind for a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl fmt::Display for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Whether a member comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "attendance_answer", rename_all = "lowercase")]
pub enum Answer {
    Yes,
    Maybe,
    No,
}

impl Answer {
    /// All answers.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Maybe, Self::No];

    /// The word in forms and text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Maybe => "maybe",
            Self::No => "no",
        }
    }

    /// The answer for a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.word() == word)
    }
}

/// What changes between two lists: who is new on it, and who is no longer on it.
pub fn difference(before: &[String], after: &[String]) -> (Vec<String>, Vec<String>) {
    let only = |one: &[String], other: &[String]| one.iter().filter(|name| !other.contains(name)).cloned().collect();
    (only(after, before), only(before, after))
}

/// The zones that the form offers; any other IANA zone is kept as it is.
pub const ZONES: [Tz; 5] = [
    chrono_tz::Europe::Amsterdam,
    chrono_tz::Europe::Brussels,
    chrono_tz::Europe::London,
    chrono_tz::Europe::Berlin,
    chrono_tz::UTC,
];

/// Whether the clock of a zone ever shows this time: in spring it skips an hour.
pub fn exists(local: NaiveDateTime, zone: Tz) -> bool {
    !matches!(zone.from_local_datetime(&local), LocalResult::None)
}

/// The instant that a local time means. In the hour that a clock skips in spring, the time as far after the gap; in the
/// hour that comes twice in autumn, the first (RFC 5545, 3.3.5).
pub fn instant(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    let found = match zone.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at),
        LocalResult::None => {
            let before = zone.from_local_datetime(&(local - TimeDelta::hours(3))).earliest()?;
            Some(before + TimeDelta::hours(3))
        }
    };
    found.map(|at| at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::instant;
    use chrono::NaiveDateTime;

    fn utc(local: &str) -> String {
        let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%dT%H:%M").expect("a time");
        instant(local, chrono_tz::Europe::Amsterdam).expect("an instant").format("%d %H:%M").to_string()
    }

    #[test]
    fn a_local_time_means_one_instant_also_when_the_clock_changes() {
        assert_eq!(utc("2026-12-08T13:30"), "08 12:30");
        assert_eq!(utc("2027-06-08T13:30"), "08 11:30");
        // Skipped: 02:30 does not exist; it is 03:30 summer time.
        assert_eq!(utc("2027-03-28T02:30"), "28 01:30");
        // Twice: the first of the two.
        assert_eq!(utc("2027-10-31T02:30"), "31 00:30");
    }
}
