//! The time zone block of a calendar file (RFC 5545, 3.6.5): the clock changes around an event, from the IANA data.

use chrono::{DateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{OffsetComponents, Tz};
use std::fmt::Write;

/// How far before and after the event the block tells of clock changes.
const MARGIN: TimeDelta = TimeDelta::days(400);
/// No zone has changed its clock twice within so short a time.
const STEP: TimeDelta = TimeDelta::days(7);

/// The block, from the rule in force before the event to the changes after it.
pub fn block(zone: Tz, starts: DateTime<Utc>, ends: DateTime<Utc>) -> String {
    let (from, to) = (starts - MARGIN, ends + MARGIN);
    let mut text = format!("BEGIN:VTIMEZONE\r\nTZID:{}\r\n", zone.name());
    observance(&mut text, zone, from, from);
    let mut at = from;
    while at < to {
        let next = at + STEP;
        if offset(zone, at) != offset(zone, next) {
            observance(&mut text, zone, change_between(zone, at, next), at);
        }
        at = next;
    }
    text.push_str("END:VTIMEZONE\r\n");
    text
}

/// One rule: it holds from `at` on; `before` is an instant at which the former one held.
fn observance(text: &mut String, zone: Tz, at: DateTime<Utc>, before: DateTime<Utc>) {
    let now = zone.offset_from_utc_datetime(&at.naive_utc());
    let kind = if now.dst_offset().is_zero() { "STANDARD" } else { "DAYLIGHT" };
    let former = offset(zone, before);
    // The change is written in the local time that it ends.
    let local = at.naive_utc() + TimeDelta::seconds(i64::from(former));
    let _ = write!(
        text,
        "BEGIN:{kind}\r\nDTSTART:{}\r\nTZOFFSETFROM:{}\r\nTZOFFSETTO:{}\r\nEND:{kind}\r\n",
        local.format("%Y%m%dT%H%M%S"),
        written(former),
        written(offset(zone, at)),
    );
}

/// The offset from universal time in seconds.
fn offset(zone: Tz, at: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
}

/// The first second of the new offset.
fn change_between(zone: Tz, mut before: DateTime<Utc>, mut after: DateTime<Utc>) -> DateTime<Utc> {
    let old = offset(zone, before);
    while after - before > TimeDelta::seconds(1) {
        let middle = before + TimeDelta::seconds((after - before).num_seconds() / 2);
        if offset(zone, middle) == old { before = middle } else { after = middle }
    }
    after
}

fn written(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_of_amsterdam_tells_of_both_clock_changes_at_their_hour() {
        let at = Utc.with_ymd_and_hms(2026, 12, 8, 12, 30, 0).single().expect("an instant");
        let text = block(chrono_tz::Europe::Amsterdam, at, at + TimeDelta::hours(3));
        for part in [
            "TZID:Europe/Amsterdam\r\n",
            "BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n",
            "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[test]
    fn a_zone_that_never_changes_has_one_rule() {
        let at = Utc.with_ymd_and_hms(2026, 12, 8, 12, 30, 0).single().expect("an instant");
        let text = block(chrono_tz::UTC, at, at);
        assert_eq!(text.matches("BEGIN:STANDARD").count(), 1);
        assert_eq!(text.matches("BEGIN:DAYLIGHT").count(), 0);
    }
}
