//! The result under a rule.

use serde::Serialize;

use super::MajorityRule;
use crate::model::Votes;

/// Whether the question carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The threshold was met.
    Adopted,
    /// It was not.
    Rejected,
    /// Exactly half, and the rule does not say what that does, or leaves it to the chair: so far the question
    /// does not carry.
    Tied,
    /// Too few members were there: the vote does not count.
    NoQuorum,
}

impl Verdict {
    /// The stable name used in JSON and as a message key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Rejected => "rejected",
            Self::Tied => "tied",
            Self::NoQuorum => "no-quorum",
        }
    }
}

/// Members needed for a quorum, and those who are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct QuorumCount {
    /// Members needed.
    pub needed: u32,
    /// Members there in person.
    pub present: u32,
}

impl QuorumCount {
    /// True where enough members are there.
    #[must_use]
    pub fn is_met(self) -> bool {
        self.present >= self.needed
    }
}

/// How the votes for stand to those needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Margin {
    /// As many as needed, and so many more.
    Over(Votes),
    /// So many too few.
    Short(Votes),
}

/// A result under a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whether the question carried.
    pub verdict: Verdict,
    /// The rule applied.
    pub rule: MajorityRule,
    /// What the threshold is a share of.
    pub base: Votes,
    /// Votes for that the rule asked for.
    pub needed: Votes,
    /// Votes for.
    pub got: Votes,
    /// The fewest votes that, cast otherwise, would have made a rejected or tied question carry (others of the
    /// base for it), or an adopted one fail (votes for against it). `None` where no number would: nobody of the
    /// base is left, or there was no quorum.
    pub switches_to_flip: Option<Votes>,
    /// The quorum, where the rule asks for one.
    pub quorum: Option<QuorumCount>,
}

impl Outcome {
    /// How the votes for stand to those needed.
    #[must_use]
    pub fn margin(&self) -> Margin {
        if self.got >= self.needed {
            Margin::Over(self.got - self.needed)
        } else {
            Margin::Short(self.needed - self.got)
        }
    }
}
