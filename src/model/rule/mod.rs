//! The rule that turns a count into a result: a share or number of votes, of whom, what a tie does, a quorum.
//!
//! ```
//! use hemicycle::model::{Count, MajorityRule, Verdict, Votes};
//!
//! let rule: MajorityRule = "3/5 of for+against".parse().expect("a rule");
//! let count = Count::of_votes(Votes::whole(780), Votes::whole(72));
//! let outcome = rule.judge(&count);
//! assert_eq!((outcome.verdict, outcome.needed), (Verdict::Adopted, Votes::whole(512)));
//! ```

mod count;
mod origin;
mod outcome;
mod preset;
mod spec;

pub use count::{Count, Open};
pub use origin::RuleOrigin;
pub use outcome::{Margin, Outcome, QuorumCount, Verdict};
pub use preset::Preset;
pub use spec::ParseRuleError;

use super::Votes;

/// Of whom a share is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Base {
    /// The votes for and against: abstentions do not count.
    #[default]
    ForAndAgainst,
    /// All votes cast: for, against and abstentions.
    Cast,
    /// All who are in the room: votes cast, those present without a vote, and the chair.
    Present,
    /// All members; vacant seats do not count.
    Members,
    /// All seats, vacant ones too.
    Seats,
}

impl Base {
    /// Every base.
    pub const ALL: [Self; 5] = [Self::ForAndAgainst, Self::Cast, Self::Present, Self::Members, Self::Seats];

    /// The stable name, in JSON and in the text of a rule.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::ForAndAgainst => "for+against",
            Self::Cast => "cast",
            Self::Present => "present",
            Self::Members => "members",
            Self::Seats => "seats",
        }
    }
}

/// How much of a base is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Amount {
    /// A share of it.
    Share {
        /// Parts asked for; at most `denominator`.
        numerator: u32,
        /// Equal parts of the whole; not zero.
        denominator: u32,
    },
    /// A number, whatever the base.
    Number(Votes),
}

impl Amount {
    /// One half.
    pub const HALF: Self = Self::Share { numerator: 1, denominator: 2 };

    fn is_half(self) -> bool {
        matches!(self, Self::Share { numerator, denominator }
            if u64::from(numerator) * 2 == u64::from(denominator))
    }
}

/// An amount, and whether it is enough to reach it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Threshold {
    /// The amount.
    pub amount: Amount,
    /// True where more than the amount is asked for, false where the amount itself is enough.
    pub strict: bool,
}

impl Threshold {
    /// More than half.
    pub const MAJORITY: Self = Self { amount: Amount::HALF, strict: true };

    /// At least this share.
    #[must_use]
    pub const fn at_least(numerator: u32, denominator: u32) -> Self {
        Self { amount: Amount::Share { numerator, denominator }, strict: false }
    }

    /// The fewest votes of `base` that meet it, counted in steps of `step`; never none at all.
    #[must_use]
    pub fn needed(self, base: Votes, step: Votes) -> Votes {
        let unit = u128::from(step.millionths().max(1));
        let steps = match self.amount {
            Amount::Number(number) => {
                let number = u128::from(number.millionths());
                if self.strict { number / unit + 1 } else { number.div_ceil(unit) }
            }
            Amount::Share { numerator, denominator } => {
                let part = u128::from(base.millionths()) * u128::from(numerator);
                let whole = unit * u128::from(denominator.max(1));
                if self.strict { part / whole + 1 } else { part.div_ceil(whole) }
            }
        };
        Votes::from_millionths(u64::try_from(steps.max(1) * unit).unwrap_or(u64::MAX))
    }

    /// How `votes` of `base` stand to the amount itself.
    fn compare(self, votes: Votes, base: Votes) -> std::cmp::Ordering {
        match self.amount {
            Amount::Number(number) => votes.cmp(&number),
            Amount::Share { numerator, denominator } => {
                let wanted = u128::from(base.millionths()) * u128::from(numerator);
                (u128::from(votes.millionths()) * u128::from(denominator)).cmp(&wanted)
            }
        }
    }
}

/// What exactly half does, where more than half is asked for: a tie, if the base is the votes for and against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tie {
    /// The rule does not say: the result is a tie.
    #[default]
    Unsaid,
    /// The question falls.
    Fails,
    /// The question carries.
    Passes,
    /// The chair decides: the result is a tie until then.
    Chair,
}

impl Tie {
    /// The stable name, in JSON and in the text of a rule.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Unsaid => "unsaid",
            Self::Fails => "fails",
            Self::Passes => "passes",
            Self::Chair => "chair",
        }
    }
}

/// What decides a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MajorityRule {
    /// Of whom the votes for are a share.
    pub base: Base,
    /// The votes for that are asked for.
    pub threshold: Threshold,
    /// What exactly half does.
    pub tie: Tie,
    /// The members, of all members, who must be there in person for the vote to count.
    pub quorum: Option<Threshold>,
    /// The chamber's rule that this is, where it is one of those known here.
    pub preset: Option<Preset>,
}

impl Default for MajorityRule {
    /// More votes for than against: the ordinary rule of most chambers.
    fn default() -> Self {
        Preset::MoreForThanAgainst.rule()
    }
}

impl MajorityRule {
    /// The stable name used in JSON: that of the preset, else the rule written out.
    #[must_use]
    pub fn key(self) -> String {
        self.preset.map_or_else(|| self.to_string(), |preset| preset.key().to_owned())
    }

    /// What the threshold is a share of.
    fn base_of(self, count: &Count) -> Votes {
        match self.base {
            Base::ForAndAgainst => count.in_favour + count.against,
            Base::Cast => count.in_favour + count.against + count.abstain,
            Base::Present => count.present,
            Base::Members => count.members,
            Base::Seats => count.seats,
        }
    }

    /// The threshold with a tie that carries taken into it.
    fn effective(self) -> Threshold {
        let carries = self.threshold.amount.is_half() && self.tie == Tie::Passes;
        Threshold { strict: self.threshold.strict && !carries, ..self.threshold }
    }

    /// The members who must be there in person, and those who are; `None` where the rule asks for none.
    #[must_use]
    pub fn quorum_of(self, count: &Count) -> Option<QuorumCount> {
        let needed = self.quorum?.needed(Votes::whole(count.num_members), Votes::ONE).floor();
        Some(QuorumCount { needed: u32::try_from(needed).unwrap_or(u32::MAX), present: count.in_person })
    }

    /// Whether the question carries with this count.
    #[must_use]
    pub fn verdict(self, count: &Count) -> Verdict {
        if self.quorum_of(count).is_some_and(|quorum| !quorum.is_met()) {
            return Verdict::NoQuorum;
        }
        let threshold = self.threshold;
        match threshold.compare(count.in_favour, self.base_of(count)) {
            std::cmp::Ordering::Less => Verdict::Rejected,
            std::cmp::Ordering::Greater => Verdict::Adopted,
            std::cmp::Ordering::Equal => self.at_threshold(count.in_favour == Votes::ZERO),
        }
    }

    /// The verdict exactly at the threshold.
    fn at_threshold(self, nobody_for: bool) -> Verdict {
        let is_half = self.threshold.amount.is_half();
        match (self.threshold.strict, self.tie) {
            (true, Tie::Unsaid | Tie::Chair) if is_half => Verdict::Tied,
            // What nobody voted for is not adopted, not even by none of none.
            _ if nobody_for => Verdict::Rejected,
            (true, Tie::Passes) if is_half => Verdict::Adopted,
            (true, _) => Verdict::Rejected,
            (false, _) => Verdict::Adopted,
        }
    }

    /// Judges a count.
    #[must_use]
    pub fn judge(self, count: &Count) -> Outcome {
        let base = self.base_of(count);
        let is_whole = count.in_favour.is_whole() && count.against.is_whole() && base.is_whole();
        // Weighted votes move in steps smaller than one.
        let step = if is_whole { Votes::ONE } else { Votes::SMALLEST };
        let needed = self.effective().needed(base, step);
        let verdict = self.verdict(count);
        let others = match self.base {
            Base::ForAndAgainst => count.against,
            Base::Cast => count.against + count.abstain,
            Base::Present => count.present - count.in_favour,
            Base::Members | Base::Seats => count.members - count.in_favour,
        };
        let switches_to_flip = match verdict {
            Verdict::NoQuorum => None,
            Verdict::Adopted => Some(count.in_favour - needed + step),
            Verdict::Rejected | Verdict::Tied => {
                Some(needed - count.in_favour).filter(|&switches| switches <= others)
            }
        };
        let quorum = self.quorum_of(count);
        Outcome { verdict, rule: self, base, needed, got: count.in_favour, switches_to_flip, quorum }
    }

    /// The verdict that no answer still to come can change; `None` while one can.
    ///
    /// The verdict grows with the votes for and shrinks with those against, whatever the base, so that it is
    /// certain where all of the open votes for and all of them against lead to the same one; and a quorum is
    /// certain to be met where it is met already, or to be missed where all who may come are too few.
    #[must_use]
    pub fn certain(self, count: &Count, open: Open) -> Option<Verdict> {
        if let Some(quorum) = self.quorum_of(count)
            && !quorum.is_met()
        {
            let most = quorum.present.saturating_add(open.in_person);
            return (most < quorum.needed).then_some(Verdict::NoQuorum);
        }
        let with = |in_favour: Votes, against: Votes| Count {
            in_favour: count.in_favour + in_favour,
            against: count.against + against,
            present: count.present + open.votes,
            ..*count
        };
        let least = self.verdict(&with(Votes::ZERO, open.votes));
        let most = self.verdict(&with(open.votes, Votes::ZERO));
        (least == most).then_some(least)
    }
}

#[cfg(test)]
mod tests;
