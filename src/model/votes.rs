//! A number of votes, which need not be whole where members carry weights.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A number of votes in millionths, so that sums of weights are exact and the same on every machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Votes(u64);

/// A weight that is not a plain number from 0 to a thousand million with at most six decimals.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a weight: {0:?} (a number such as 1, 2.5 or 12,75)")]
pub struct ParseVotesError(String);

impl Votes {
    const UNIT: u64 = 1_000_000;
    const MAX_WHOLE: u64 = 1_000_000_000;

    /// No votes.
    pub const ZERO: Self = Self(0);
    /// The vote of a member without a weight.
    pub const ONE: Self = Self(Self::UNIT);
    /// The smallest difference between two numbers of votes.
    pub const SMALLEST: Self = Self(1);

    /// A whole number of votes.
    #[must_use]
    pub fn whole(n: u32) -> Self {
        Self(u64::from(n) * Self::UNIT)
    }

    /// True for a whole number.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.0.is_multiple_of(Self::UNIT)
    }

    /// The whole part.
    #[must_use]
    pub fn floor(self) -> u64 {
        self.0 / Self::UNIT
    }

    /// The nearest floating-point number, for drawing and shares.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / Self::UNIT as f64
    }

    /// Half of it, rounded down to a millionth.
    #[must_use]
    pub fn half(self) -> Self {
        Self(self.0 / 2)
    }

    /// The whole part as votes.
    #[must_use]
    pub fn truncated(self) -> Self {
        Self(self.floor() * Self::UNIT)
    }

    /// The number in millionths, for arithmetic that must be exact.
    pub(super) fn millionths(self) -> u64 {
        self.0
    }

    /// So many millionths of a vote.
    pub(super) fn from_millionths(millionths: u64) -> Self {
        Self(millionths)
    }

    /// The difference, whichever is the larger.
    #[must_use]
    pub fn abs_diff(self, other: Self) -> Self {
        Self(self.0.abs_diff(other.0))
    }
}

impl Add for Votes {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Votes {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Votes {
    type Output = Self;
    /// Stops at zero: there are no negative votes.
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Votes {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Votes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / Self::UNIT, self.0 % Self::UNIT);
        if rest == 0 {
            return write!(f, "{whole}");
        }
        let decimals = format!("{rest:06}");
        write!(f, "{whole}.{}", decimals.trim_end_matches('0'))
    }
}

impl FromStr for Votes {
    type Err = ParseVotesError;

    /// Reads `3`, `3.5` and, as many countries write it, `3,5`.
    fn from_str(text: &str) -> Result<Self, ParseVotesError> {
        let fault = || ParseVotesError(text.to_owned());
        let trimmed = text.trim();
        let (whole, decimals) = trimmed.split_once(['.', ',']).unwrap_or((trimmed, ""));
        let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || decimals.len() > 6 || !digits_only(whole) || !digits_only(decimals) {
            return Err(fault());
        }
        let whole: u64 = whole.parse().map_err(|_| fault())?;
        if whole > Self::MAX_WHOLE {
            return Err(fault());
        }
        let millionths = match decimals {
            "" => 0,
            decimals => format!("{decimals:0<6}").parse::<u64>().map_err(|_| fault())?,
        };
        Ok(Self(whole * Self::UNIT + millionths))
    }
}

impl Serialize for Votes {
    /// A JSON integer where whole, a decimal number otherwise.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_whole() {
            serializer.serialize_u64(self.floor())
        } else {
            serializer.serialize_f64(self.as_f64())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_the_same_number() {
        for (text, shown) in [("1", "1"), ("2.50", "2.5"), ("12,75", "12.75"), (" 0.000001 ", "0.000001")] {
            assert_eq!(text.parse::<Votes>().map(|votes| votes.to_string()), Ok(shown.to_owned()));
        }
    }

    #[test]
    fn refuses_what_is_not_a_weight() {
        for text in ["", "-1", "1.2.3", "one", "1.0000001", "99999999999", "1e3", ".5"] {
            assert!(text.parse::<Votes>().is_err(), "{text}");
        }
    }

    #[test]
    fn sums_exactly() {
        let tenth: Votes = "0.1".parse().expect("a weight");
        assert_eq!(std::iter::repeat_n(tenth, 10).sum::<Votes>(), Votes::ONE);
    }
}
