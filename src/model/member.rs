//! Members and the parties they sit for.

use super::{Rgb, Votes};

/// A member's place in [`Archive::members`](super::Archive::members).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MemberId(pub u32);

/// A party's place in [`Archive::parties`](super::Archive::parties).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartyId(pub u16);

/// One person sitting for one party. Somebody who changes party is two members with the same `key`, so
/// that each roll call shows the party of the day at no cost per ballot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// The name to show; empty where the file has none.
    pub name: String,
    /// The party or group; `None` where the file names none.
    pub party: Option<PartyId>,
    /// The publisher's own identifier.
    pub key: Option<String>,
    /// The constituency, district or state.
    pub constituency: Option<String>,
    /// The number of the seat, as written (`129`, `3a`).
    pub seat: Option<String>,
    /// The votes this member casts; `None` means one.
    pub weight: Option<Votes>,
    /// A number that members can be put in order by: an ideal point, a loyalty.
    pub score: Option<Score>,
}

/// A member's score, in millionths, so that scores have an order and the same one everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(i64);

impl Score {
    /// Reads `-0.345`, `12` and, as many countries write it, `0,5`; `None` for what is no number below a thousand
    /// million.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let value: f64 = text.trim().replace(',', ".").parse().ok()?;
        (value.abs() < 1e9).then(|| Self((value * 1e6).round() as i64))
    }
}

impl Member {
    /// The votes this member casts.
    #[must_use]
    pub fn votes(&self) -> Votes {
        self.weight.unwrap_or(Votes::ONE)
    }
}

/// A party or parliamentary group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// The name in full.
    pub name: String,
    /// The short name, for arcs and narrow columns.
    pub short: String,
    /// Its own colour, where the file gives one.
    pub colour: Option<Rgb>,
}

impl Party {
    /// True where it has this name, short or in full, in whatever case.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        let name = name.trim().to_lowercase();
        self.short.to_lowercase() == name || self.name.to_lowercase() == name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_have_an_order() {
        let score = |text: &str| Score::from_text(text);
        assert!(score("-0.5") < score("-0,345") && score("-0,345") < score("12"));
        assert_eq!([score("n/a"), score("NaN"), score("inf"), score("1e300")], [None; 4]);
    }
}
