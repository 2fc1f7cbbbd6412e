//! Dates and times as people write them in each language. Instants are shown in a named zone, never in a silent one.

use super::{Locale, Texts};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc};
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

    /// How long ago it was, as people say it: `5 minutes ago`, `gisteren`, `3 days ago`; after a week, and for what is
    /// still to come, the date. Yesterday is the day before in the site's zone, however few hours that is ago.
    pub fn ago(&self, at: &DateTime<Utc>, now: DateTime<Utc>) -> String {
        let day = |at: &DateTime<Utc>| at.with_timezone(&SITE_ZONE).date_naive();
        let (passed, days) = (now - at, (day(&now) - day(at)).num_days());
        match days {
            _ if passed < TimeDelta::zero() => self.date(at),
            _ if passed < TimeDelta::minutes(1) => self.text("time-now").to_string(),
            _ if passed < TimeDelta::hours(1) => {
                self.text("time-minutes-ago").count("count", passed.num_minutes()).to_string()
            }
            0 => self.text("time-hours-ago").count("count", passed.num_hours()).to_string(),
            1 => self.text("time-yesterday").to_string(),
            2..=6 => self.text("time-days-ago").count("count", days).to_string(),
            _ => self.date(at),
        }
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

    /// A day of the calendar: `12 March 2026`.
    pub fn calendar_day(&self, day: &NaiveDate) -> String {
        self.day(*day)
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
    fn how_long_ago_is_told_by_the_days_of_the_sites_zone() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().expect("an instant");
        // A quarter past midnight in Amsterdam, on the night that the clock went back.
        let now = at("2026-10-24T22:15:00Z");
        for (then, english, dutch) in [
            ("2026-10-24T22:14:31Z", "just now", "zojuist"),
            ("2026-10-24T22:14:00Z", "one minute ago", "één minuut geleden"),
            ("2026-10-24T21:45:00Z", "30 minutes ago", "30 minuten geleden"),
            // Not two hours ago, but it was another day.
            ("2026-10-24T21:00:00Z", "yesterday", "gisteren"),
            ("2026-10-23T22:00:00Z", "yesterday", "gisteren"),
            ("2026-10-23T21:59:59Z", "2 days ago", "2 dagen geleden"),
            ("2026-10-18T22:00:00Z", "6 days ago", "6 dagen geleden"),
            ("2026-10-18T21:59:59Z", "18 October 2026", "18 oktober 2026"),
            ("2026-10-24T22:15:01Z", "25 October 2026", "25 oktober 2026"),
        ] {
            assert_eq!(Texts::of(Locale::En).ago(&at(then), now), english, "{then}");
            assert_eq!(Texts::of(Locale::Nl).ago(&at(then), now), dutch, "{then}");
        }
        // The day of the change has 25 hours: late in the evening its first minute is still today.
        let evening = at("2026-10-25T22:59:00Z");
        assert_eq!(Texts::of(Locale::Nl).ago(&at("2026-10-24T22:00:00Z"), evening), "24 uur geleden");
        assert_eq!(Texts::of(Locale::En).ago(&at("2026-10-25T21:30:00Z"), evening), "one hour ago");
    }

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
