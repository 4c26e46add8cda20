//! What the source says became of a vote, in words, and the majority that it says was needed.

use super::{MajorityRule, Verdict};

/// The result as the source states it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// What the words come to; `None` where they say something else (who was elected) or are not there.
    pub result: Option<Verdict>,
    /// The words, as they stand in the source; empty where only a majority is stated.
    pub text: String,
    /// The majority that the source says was needed.
    pub majority: Option<StatedMajority>,
}

/// The majority that the source says a vote needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedMajority {
    /// The words or the number, as they stand in the source.
    pub text: String,
    /// What they come to.
    pub requirement: Requirement,
}

/// What a stated majority asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// This.
    Rule(MajorityRule),
    /// So large a share, and the words do not say of whom: of the votes for and against as far as is known.
    Share(MajorityRule),
    /// No majority: the vote is a count of who is there.
    QuorumCall,
    /// Words that leave open what they ask for.
    Other,
}

impl Stated {
    /// Nothing where neither words nor a majority are stated.
    #[must_use]
    pub fn some(self) -> Option<Self> {
        (!self.text.is_empty() || self.majority.is_some()).then_some(self)
    }

    /// The rule that the stated majority is, where it is one.
    #[must_use]
    pub fn rule(&self) -> Option<MajorityRule> {
        match self.majority.as_ref()?.requirement {
            Requirement::Rule(rule) | Requirement::Share(rule) => Some(rule),
            Requirement::QuorumCall | Requirement::Other => None,
        }
    }

    /// True where the source says that the vote was a count of who is there.
    #[must_use]
    pub fn is_quorum_call(&self) -> bool {
        matches!(&self.majority, Some(majority) if majority.requirement == Requirement::QuorumCall)
    }
}
