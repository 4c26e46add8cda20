//! A chamber that is known: what it is called, how many seats it has and had, what usually decides in it.

use std::sync::Arc;

use super::{MajorityRule, VoteDate};

/// A chamber, a council, an assembly of which something is known beside what a file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chamber {
    /// The stable key, such as `fr-an`.
    pub key: String,
    /// Its name in its own language.
    pub name: String,
    /// The seats that it has had.
    pub seats: Vec<SeatsOverTime>,
    /// What usually decides; `None` where that is not known, or where there is no usual one.
    pub rule: Option<MajorityRule>,
    /// True where it votes under several majorities, so that a vote by itself does not tell which was needed.
    pub has_several_majorities: bool,
    /// What it calls those for and those against in one language, by its code of two letters: `en`, `Ayes`, `Noes`.
    pub words: Option<(String, [String; 2])>,
    /// Where this is known from.
    pub source: String,
}

/// How many seats a chamber had, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatsOverTime {
    /// The first day, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `None` where it is not known.
    pub from: Option<String>,
    /// The last day, in the same forms; `None` where it is so still.
    pub to: Option<String>,
    /// How many.
    pub seats: u32,
}

/// A chamber that roll calls share.
pub type SharedChamber = Arc<Chamber>;

impl Chamber {
    /// The seats on a day; `None` for a text that is no day, and where the seats of that day are not known.
    #[must_use]
    pub fn seats_on(&self, date: Option<&VoteDate>) -> Option<u32> {
        let VoteDate::Day(_) = date? else { return None };
        let day = date?.to_string();
        self.seats.iter().find(|seats| seats.holds_on(&day)).map(|seats| seats.seats)
    }
}

impl SeatsOverTime {
    /// True for a day (`YYYY-MM-DD`) in this time. A year or a month stands for all of its days.
    fn holds_on(&self, day: &str) -> bool {
        let begins = |bound: &String| day >= bound.as_str();
        let ends = |bound: &String| day.get(..bound.len()).is_some_and(|start| start <= bound.as_str());
        self.from.as_ref().is_none_or(begins) && self.to.as_ref().is_none_or(ends)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over_time(from: &str, to: Option<&str>, seats: u32) -> SeatsOverTime {
        SeatsOverTime { from: Some(from.to_owned()), to: to.map(str::to_owned), seats }
    }

    #[test]
    fn seats_are_those_of_the_day() {
        let chamber = Chamber {
            seats: vec![over_time("1958-12", Some("2001-06-10"), 301), over_time("2001-06-11", None, 179)],
            ..Chamber::default()
        };
        let on = |day: &str| chamber.seats_on(Some(&VoteDate::from_text(day)));
        assert_eq!(on("1958-11-30"), None);
        assert_eq!([on("1958-12-01"), on("2001-06-10")], [Some(301); 2]);
        assert_eq!([on("2001-06-11"), on("2026-01-01")], [Some(179); 2]);
        assert_eq!((on("some day"), chamber.seats_on(None)), (None, None));
    }
}
