//! Dates and times as people write them in each language. Instants are shown in a named zone, never in a silent one.

use super::{Locale, Texts};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc};
use chrono_tz::Tz;

/// The zone in which the site shows instants of its own (decisions, publications).
pub const SITE_ZONE: Tz = chrono_tz::Europe::Amsterdam;

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_NL: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DAYS_NL: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

impl Texts {
    /// `12 March 2026`, `12 maart 2026`.
    pub fn date(&self, at: &DateTime<Utc>) -> String {
        self.day(at.with_timezone(&SITE_ZONE).date_naive())
    }

    /// `12 March 2026, 14:05`.
    pub fn date_time(&self, at: &DateTime<Utc>) -> String {
        let local = at.with_timezone(&SITE_ZONE).naive_local();
        format!("{}, {}", self.day(local.date()), Self::clock(local))
    }

    /// `Thursday 12 March 2026`.
    pub fn long_day(&self, local: &NaiveDateTime) -> String {
        let days = match self.locale() {
            Locale::En => DAYS_EN,
            Locale::Nl => DAYS_NL,
        };
        let name = days.get(local.weekday().num_days_from_monday() as usize).copied().unwrap_or_default();
        format!("{name} {}", self.day(local.date()))
    }

    /// `14:05`, on the 24-hour clock.
    pub fn hour(&self, local: &NaiveDateTime) -> String {
        Self::clock(*local)
    }

    /// The month in three letters, for a date block: `Mar`, `mrt`.
    pub fn short_month(&self, local: &NaiveDateTime) -> String {
        match (self.locale(), local.month()) {
            (Locale::Nl, 3) => "mrt".to_owned(),
            _ => self.month(local.date()).chars().take(3).collect(),
        }
    }

    /// `March 2026`, `maart 2026`.
    pub fn month_and_year(&self, date: NaiveDate) -> String {
        format!("{} {}", self.month(date), date.year())
    }

    /// The days of the week from Monday on, whole and short, as heads of a calendar: `Monday`, `Mon`.
    pub fn weekdays(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let (days, letters) = match self.locale() {
            Locale::En => (DAYS_EN, 3),
            Locale::Nl => (DAYS_NL, 2),
        };
        days.into_iter().map(move |day| (day, day.get(..letters).unwrap_or(day)))
    }

    /// The form that a `<time datetime>` wants (RFC 3339).
    pub fn machine(&self, at: &DateTime<Utc>) -> String {
        at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }

    fn day(self, date: NaiveDate) -> String {
        format!("{} {} {}", date.day(), self.month(date), date.year())
    }

    fn month(self, date: NaiveDate) -> &'static str {
        let months = match self.locale() {
            Locale::En => MONTHS_EN,
            Locale::Nl => MONTHS_NL,
        };
        months.get(date.month0() as usize).copied().unwrap_or_default()
    }

    fn clock(local: NaiveDateTime) -> String {
        format!("{:02}:{:02}", local.hour(), local.minute())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    #[test]
    fn an_instant_is_shown_in_the_sites_zone_in_the_readers_language() {
        // Half past eleven in the evening, universal time, is past midnight in Amsterdam.
        let at = Utc.with_ymd_and_hms(2026, 3, 11, 23, 30, 0).single().expect("a real instant");
        assert_eq!(Texts::of(Locale::En).date_time(&at), "12 March 2026, 00:30");
        assert_eq!(Texts::of(Locale::Nl).date(&at), "12 maart 2026");
        let local = at.with_timezone(&SITE_ZONE).naive_local();
        assert_eq!(Texts::of(Locale::Nl).long_day(&local), "donderdag 12 maart 2026");
        assert_eq!(Texts::of(Locale::Nl).short_month(&local), "mrt");
    }
}
