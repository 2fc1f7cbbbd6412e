//! A month in weeks that begin on Monday, with what happens on its days.

use crate::access::Label;
use crate::i18n::Locale;
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime};

/// Something that happens, as a calendar shows it.
#[derive(Clone, Debug)]
pub struct Entry {
    pub title: String,
    pub address: String,
    /// When it begins, in the local time of the place where it happens.
    pub starts: NaiveDateTime,
    pub language: Locale,
    pub label: Label,
    pub is_cancelled: bool,
}

/// A month of the calendar.
#[derive(Clone, Debug)]
pub struct Month {
    first: NaiveDate,
    today: NaiveDate,
    entries: Vec<Entry>,
}

/// Seven days from a Monday on.
#[derive(Clone, Debug)]
pub struct Week<'a> {
    /// The number of the week (ISO 8601).
    pub number: u32,
    pub days: Vec<Day<'a>>,
}

/// A day of the grid; those before the first and after the last of the month are there to fill their weeks.
#[derive(Clone, Debug)]
pub struct Day<'a> {
    pub date: NaiveDate,
    pub in_month: bool,
    pub is_today: bool,
    pub entries: Vec<&'a Entry>,
}

impl Day<'_> {
    /// The number of the day in its month.
    pub fn number(&self) -> u32 {
        self.date.day()
    }

    /// The day's beginning, as the words for dates want it.
    pub fn midnight(&self) -> NaiveDateTime {
        self.date.into()
    }
}

impl Month {
    /// The month in which `day` lies. Entries may come in any order; those of other months are not shown.
    pub fn new(day: NaiveDate, today: NaiveDate, mut entries: Vec<Entry>) -> Self {
        entries.sort_by(|a, b| (a.starts, &a.title).cmp(&(b.starts, &b.title)));
        let first = day.with_day(1).unwrap_or(day);
        entries.retain(|entry| entry.starts.year() == first.year() && entry.starts.month() == first.month());
        Self { first, today, entries }
    }

    /// The first of the month.
    pub fn first(&self) -> NaiveDate {
        self.first
    }

    /// The first of the month after; none at the end of time.
    pub fn after(&self) -> Option<NaiveDate> {
        self.first.checked_add_months(Months::new(1))
    }

    /// The weeks that have a day of the month.
    pub fn weeks(&self) -> Vec<Week<'_>> {
        let lead = u64::from(self.first.weekday().num_days_from_monday());
        let mut monday = self.first.checked_sub_days(Days::new(lead));
        let mut weeks = Vec::with_capacity(6);
        while let Some(start) = monday.filter(|day| *day < self.first || self.holds(*day)) {
            let days = start.iter_days().take(7).map(|date| self.day(date)).collect();
            weeks.push(Week { number: start.iso_week().week(), days });
            monday = start.checked_add_days(Days::new(7));
        }
        weeks
    }

    fn holds(&self, date: NaiveDate) -> bool {
        date.year() == self.first.year() && date.month() == self.first.month()
    }

    fn day(&self, date: NaiveDate) -> Day<'_> {
        Day {
            date,
            in_month: self.holds(date),
            is_today: date == self.today,
            entries: self.entries.iter().filter(|entry| entry.starts.date() == date).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;
    use proptest::prelude::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    fn entry(starts: NaiveDateTime) -> Entry {
        let (title, address) = (format!("Meeting {starts}"), "/events/x".to_owned());
        Entry { title, address, starts, language: Locale::En, label: Label::Clear, is_cancelled: false }
    }

    #[test]
    fn a_february_of_four_whole_weeks_and_a_month_of_six() {
        // February 2021 began on a Monday; August 2026 begins on a Saturday.
        assert_eq!(Month::new(date(2021, 2, 9), date(2021, 2, 9), Vec::new()).weeks().len(), 4);
        let august = Month::new(date(2026, 8, 31), date(2026, 8, 31), Vec::new());
        let weeks = august.weeks();
        assert_eq!(weeks.len(), 6);
        assert_eq!(weeks[0].days[0].date, date(2026, 7, 27));
        assert!(weeks[5].days[0].is_today);
    }

    #[test]
    fn the_last_days_of_a_year_may_lie_in_the_first_week_of_the_next() {
        let december = Month::new(date(2025, 12, 1), date(2025, 12, 1), Vec::new());
        let numbers: Vec<_> = december.weeks().iter().map(|week| week.number).collect();
        assert_eq!(numbers, [49, 50, 51, 52, 1]);
    }

    #[test]
    fn at_the_end_of_time_there_is_a_month_but_none_after() {
        assert_eq!(Month::new(NaiveDate::MAX, NaiveDate::MIN, Vec::new()).after(), None);
    }

    proptest! {
        #[test]
        fn every_day_of_a_month_stands_once_under_its_weekday(day in 0_u64..146_097, shift in 0_u64..40) {
            // 400 years: each kind of month and of leap year.
            let day = date(1900, 1, 1) + Days::new(day);
            let other = day + Days::new(shift);
            let starts = [day.and_hms_opt(13, 0, 0), day.and_hms_opt(9, 30, 0), other.and_hms_opt(9, 0, 0)];
            let month = Month::new(day, other, starts.into_iter().flatten().map(entry).collect());
            let weeks = month.weeks();
            let days: Vec<_> = weeks.iter().flat_map(|week| &week.days).collect();
            prop_assert!(weeks.iter().all(|week| week.days.len() == 7 && week.days[0].date.weekday() == Weekday::Mon));
            prop_assert!(days.windows(2).all(|pair| pair[0].date.succ_opt() == Some(pair[1].date)));
            let inside: Vec<_> = days.iter().filter(|day| day.in_month).map(|day| day.date.day()).collect();
            let length = (month.after().expect("a month after") - month.first()).num_days();
            prop_assert_eq!(inside, (1..=u32::try_from(length).expect("small")).collect::<Vec<_>>());
            prop_assert!(weeks.iter().all(|week| week.days.iter().any(|day| day.in_month)));
            // Today is marked where it is, and what happens stands on its day, in the order of time.
            let todays: Vec<_> = days.iter().filter(|day| day.is_today).map(|day| day.date).collect();
            prop_assert!(todays.iter().all(|date| *date == other) && todays.len() <= 1);
            for shown in &days {
                prop_assert!(shown.entries.iter().all(|entry| entry.starts.date() == shown.date));
                prop_assert!(shown.entries.windows(2).all(|pair| pair[0].starts <= pair[1].starts));
            }
            let same_month = (other.year(), other.month()) == (day.year(), day.month());
            let shown: usize = days.iter().map(|day| day.entries.len()).sum();
            prop_assert_eq!(shown, if same_month { 3 } else { 2 });
        }
    }
}
