//! The day of a vote.

use std::fmt;

use icu_calendar::{Date, Iso};

/// The day of a vote as the file gives it: a calendar day where the text leaves no doubt, else the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VoteDate {
    /// A calendar day.
    Day(Date<Iso>),
    /// A text that is not a day, or that could be two different ones (`03/04/2025`).
    Text(String),
}

impl VoteDate {
    /// Reads `2025-03-20` (with or without a time behind it), `2025/3/20`, `20.3.2025`, and
    /// `15/01/2019` where only one of the two numbers can be a month. Never guesses between day and month.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let text = text.trim();
        match unambiguous_day(text) {
            Some(day) => Self::Day(day),
            None => Self::Text(text.to_owned()),
        }
    }
}

impl fmt::Display for VoteDate {
    /// `2025-03-20`, or the text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => {
                write!(
                    f,
                    "{:04}-{:02}-{:02}",
                    day.year().extended_year(),
                    day.month().ordinal,
                    day.day_of_month().0
                )
            }
            Self::Text(text) => f.write_str(text),
        }
    }
}

fn unambiguous_day(text: &str) -> Option<Date<Iso>> {
    let day_part = text.split(['T', ' ']).next()?;
    let separator = day_part.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '-' | '/' | '.') {
        return None;
    }
    let numbers: Vec<&str> = day_part.split(separator).collect();
    let &[first, second, third] = numbers.as_slice() else { return None };
    let number = |digits: &str| digits.parse::<u16>().ok();
    let (a, b, c) = (number(first)?, number(second)?, number(third)?);
    let (year, month, day) = if first.len() == 4 {
        (a, b, c)
    } else if third.len() != 4 {
        return None;
    } else if separator == '.' || a > 12 {
        (c, b, a)
    } else if b > 12 || a == b {
        (c, a, b)
    } else {
        return None;
    };
    Date::try_new_iso(i32::from(year), u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_days_and_never_guesses() {
        for (text, shown) in [
            ("2025-03-20", "2025-03-20"),
            ("2016-06-29T19:03:00", "2016-06-29"),
            ("15/01/2019", "2019-01-15"),
            ("07/24/1967", "1967-07-24"),
            ("5/5/2020", "2020-05-05"),
            ("28.2.2019", "2019-02-28"),
        ] {
            let date = VoteDate::from_text(text);
            assert!(matches!(date, VoteDate::Day(_)), "{text}");
            assert_eq!(date.to_string(), shown);
        }
        for text in ["03/04/2025", "2025-02-30", "yesterday", "", "1-2", "2025-13-01", "99999-1-1"] {
            assert_eq!(VoteDate::from_text(text), VoteDate::Text(text.to_owned()));
        }
    }
}
