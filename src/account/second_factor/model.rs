//! What an authenticator can do and when: being set up, giving codes, pausing after wrong ones.

use crate::auth::totp::DIGITS;
use chrono::{DateTime, TimeDelta, Utc};

/// So many wrong codes within [`PAUSE`] begin a pause.
pub const WRONG_CODES: i16 = 5;
/// How long the pause is, and how long a wrong code is remembered.
pub const PAUSE: TimeDelta = TimeDelta::minutes(15);
/// How long a new secret waits for its first code: one that lay about for longer may have been seen by somebody else.
pub const SETTING_UP: TimeDelta = TimeDelta::minutes(15);

/// A member's authenticator app.
pub struct Authenticator {
    pub secret: Vec<u8>,
    pub created_at: DateTime<Utc>,
    pub confirmed_at: Option<DateTime<Utc>>,
    pub failed: i16,
    pub failed_at: Option<DateTime<Utc>>,
}

impl Authenticator {
    /// Whether it waits for its first code.
    pub fn is_being_set_up(&self, now: DateTime<Utc>) -> bool {
        self.confirmed_at.is_none() && self.created_at + SETTING_UP > now
    }

    /// When codes are taken again, if they are not taken now.
    pub fn paused_until(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let until = self.failed_at.filter(|_| self.failed >= WRONG_CODES)? + PAUSE;
        (until > now).then_some(until)
    }

    /// How many wrong codes are to be remembered after one more, and since when: the first of them, or the last if it
    /// begins the pause.
    pub fn after_wrong_code(&self, now: DateTime<Utc>) -> (i16, DateTime<Utc>) {
        let since = self.failed_at.filter(|at| self.failed > 0 && *at + PAUSE > now);
        let failed = since.map_or(1, |_| self.failed.saturating_add(1));
        (failed, since.filter(|_| failed < WRONG_CODES).unwrap_or(now))
    }
}

/// What somebody gave to show a second factor.
pub enum Proof {
    /// A code of the app.
    Code(String),
    /// A recovery code, as its hash.
    Recovery(Vec<u8>),
}

impl Proof {
    /// From what was typed; `None` if it has the shape of neither.
    pub fn read(typed: &str) -> Option<Self> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Self::Code(digits));
        }
        crate::auth::recovery::hash(typed).map(Self::Recovery)
    }
}

/// How showing a second factor ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    ByCode,
    ByRecoveryCode,
    Wrong,
    Paused(DateTime<Utc>),
    /// There is none to show.
    NoneSet,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authenticator(failed: i16, failed_at: Option<DateTime<Utc>>) -> Authenticator {
        let created_at = DateTime::UNIX_EPOCH;
        Authenticator { secret: vec![0; 20], created_at, confirmed_at: Some(created_at), failed, failed_at }
    }

    #[test]
    fn five_wrong_codes_within_a_quarter_of_an_hour_begin_a_pause_and_slower_ones_do_not() {
        let begin = DateTime::UNIX_EPOCH + TimeDelta::days(1);
        for (minutes_between, pauses) in [(0, true), (3, true), (4, false)] {
            let mut kept = authenticator(0, None);
            let mut now = begin;
            for _ in 0..WRONG_CODES {
                assert_eq!(kept.paused_until(now), None);
                let (failed, failed_at) = kept.after_wrong_code(now);
                kept = authenticator(failed, Some(failed_at));
                now += TimeDelta::minutes(minutes_between);
            }
            let last = now - TimeDelta::minutes(minutes_between);
            assert_eq!(kept.paused_until(last), pauses.then_some(last + PAUSE), "{minutes_between}");
            assert_eq!(kept.paused_until(last + PAUSE), None, "it ends");
            assert_eq!(kept.after_wrong_code(last + PAUSE), (1, last + PAUSE), "and is forgotten");
        }
    }

    #[test]
    fn spaces_in_a_code_are_no_fault() {
        for typed in ["123456", "123 456", " 12 34 56\t", "123\u{a0}456"] {
            assert!(matches!(Proof::read(typed), Some(Proof::Code(code)) if code == "123456"), "{typed:?}");
        }
        assert!(matches!(Proof::read("0123-4567-89ab-cdef"), Some(Proof::Recovery(_))));
        for typed in ["", "12345", "1234567", "123-456", "12345x", "１２３４５６"] {
            assert!(Proof::read(typed).is_none(), "{typed}");
        }
    }
}
