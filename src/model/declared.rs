//! The result as announced, beside the result as counted.

use super::{Position, Tally, Votes};

/// The result that the source itself declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared {
    /// Votes for.
    pub in_favour: Votes,
    /// Votes against.
    pub against: Votes,
    /// Abstentions, where the source declares them.
    pub abstain: Option<Votes>,
}

/// How the declared result stands to the counted one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// They are the same.
    Yes,
    /// They differ, and unknown positions cannot account for it.
    No,
    /// They differ by no more than the members whose position is unknown.
    ExplainedByUnknown,
    /// The source declares no result.
    NotDeclared,
}

impl Agreement {
    /// The stable name used in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::ExplainedByUnknown => "explained-by-unknown",
            Self::NotDeclared => "not-declared",
        }
    }

    /// Compares the declared result with the counted rows.
    ///
    /// Unknown positions explain a difference where every declared number is at least the counted one and
    /// the shortfalls together are at most the votes of the members whose position is unknown.
    #[must_use]
    pub fn between(declared: Option<&Declared>, tally: &Tally) -> Self {
        let Some(declared) = declared else { return Self::NotDeclared };
        let mut pairs = vec![
            (declared.in_favour, tally.votes(Position::For)),
            (declared.against, tally.votes(Position::Against)),
        ];
        if let Some(abstain) = declared.abstain {
            pairs.push((abstain, tally.votes(Position::Abstain)));
        }
        if pairs.iter().all(|(declared, counted)| declared == counted) {
            return Self::Yes;
        }
        let shortfall: Votes = pairs.iter().map(|&(declared, counted)| declared - counted).sum();
        let none_over = pairs.iter().all(|(declared, counted)| declared >= counted);
        if none_over && shortfall <= tally.votes(Position::Unknown) {
            Self::ExplainedByUnknown
        } else {
            Self::No
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Ballot;

    fn tally(in_favour: u32, against: u32, abstain: u32, unknown: u32) -> Tally {
        let mut tally = Tally::default();
        for (position, count) in [
            (Position::For, in_favour),
            (Position::Against, against),
            (Position::Abstain, abstain),
            (Position::Unknown, unknown),
        ] {
            for _ in 0..count {
                tally.add(Ballot::new(position), Votes::ONE);
            }
        }
        tally
    }

    fn declared(in_favour: u32, against: u32, abstain: u32) -> Declared {
        Declared {
            in_favour: Votes::whole(in_favour),
            against: Votes::whole(against),
            abstain: Some(Votes::whole(abstain)),
        }
    }

    #[test]
    fn the_four_answers() {
        let founding = tally(21, 118, 6, 22);
        assert_eq!(Agreement::between(Some(&declared(21, 118, 6)), &founding), Agreement::Yes);
        assert_eq!(Agreement::between(Some(&declared(24, 119, 6)), &founding), Agreement::ExplainedByUnknown);
        assert_eq!(
            Agreement::between(Some(&declared(24, 140, 6)), &founding),
            Agreement::No,
            "too many missing"
        );
        assert_eq!(
            Agreement::between(Some(&declared(24, 117, 6)), &founding),
            Agreement::No,
            "one vote too many"
        );
        assert_eq!(Agreement::between(None, &founding), Agreement::NotDeclared);
    }
}
