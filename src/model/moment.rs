//! A point in time.

use std::fmt;
use std::str::FromStr;

use icu_calendar::types::RataDie;
use icu_calendar::{Date, Iso};

/// A point in time, in milliseconds since the start of 1970 in UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub u64);

/// A text that is not a point in time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a point in time: {0:?} (such as 2026-05-12T21:04:05.120Z)")]
pub struct ParseMomentError(String);

const DAY: u64 = 86_400_000;

/// The first day of 1970, counted as the calendar counts days.
const EPOCH: RataDie = RataDie::new(719_163);

impl Moment {
    /// The day, in UTC.
    #[must_use]
    pub fn day(self) -> Date<Iso> {
        let days = i64::try_from(self.0 / DAY).unwrap_or(i64::MAX);
        Date::from_rata_die(EPOCH + days, Iso)
    }

    /// The time of day, in UTC: `21:04:05`.
    #[must_use]
    pub fn time_of_day(self) -> String {
        let seconds = self.0 % DAY / 1000;
        format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    }
}

impl fmt::Display for Moment {
    /// RFC 3339 in UTC with milliseconds: `2026-05-12T21:04:05.120Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.day();
        let (year, month) = (day.year().extended_year(), day.month().ordinal);
        let (day, clock, rest) = (day.day_of_month().0, self.time_of_day(), self.0 % 1000);
        write!(f, "{year:04}-{month:02}-{day:02}T{clock}.{rest:03}Z")
    }
}

impl FromStr for Moment {
    type Err = ParseMomentError;

    /// Reads what [`Display`](fmt::Display) writes, with or without the milliseconds.
    fn from_str(text: &str) -> Result<Self, ParseMomentError> {
        read(text.trim()).ok_or_else(|| ParseMomentError(text.to_owned()))
    }
}

fn read(text: &str) -> Option<Moment> {
    let (day, clock) = text.strip_suffix('Z')?.split_once('T')?;
    let number = |digits: &str| {
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u64>().ok())?
    };
    let part = |text: &str, separator: char, index: usize| text.split(separator).nth(index).and_then(number);
    let (year, month, date) = (part(day, '-', 0)?, part(day, '-', 1)?, part(day, '-', 2)?);
    let year = i32::try_from(year).ok().filter(|year| (1970..=9999).contains(year))?;
    let date = Date::try_new_iso(year, u8::try_from(month).ok()?, u8::try_from(date).ok()?).ok()?;
    let days = u64::try_from(date.to_rata_die() - EPOCH).ok()?;
    let (clock, rest) = clock.split_once('.').unwrap_or((clock, "0"));
    let (hour, minute, second) = (part(clock, ':', 0)?, part(clock, ':', 1)?, part(clock, ':', 2)?);
    let rest = number(&format!("{rest:0<3}")).filter(|&rest| rest < 1000)?;
    (hour < 24 && minute < 60 && second < 60).then_some(())?;
    Some(Moment(days * DAY + ((hour * 60 + minute) * 60 + second) * 1000 + rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Against `date -u -d … +%s`.
    #[test]
    fn reads_and_writes_the_same_moment() {
        for (milliseconds, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (1_742_511_599_999, "2025-03-20T22:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (4_102_444_799_001, "2099-12-31T23:59:59.001Z"),
        ] {
            assert_eq!(Moment(milliseconds).to_string(), text);
            assert_eq!(text.parse(), Ok(Moment(milliseconds)));
        }
        assert_eq!("2025-03-20T22:59:59Z".parse(), Ok(Moment(1_742_511_599_000)));
        for text in [
            "",
            "2025-03-20",
            "2025-02-30T00:00:00Z",
            "2025-03-20T24:00:00Z",
            "2025-03-20T22:59:59",
            "+25-1-1T1:1:1Z",
        ] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }
}
