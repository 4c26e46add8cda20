//! A roll call in a line of a list.

use rayon::prelude::*;

use super::Headline;
use super::summary::{headline, options};
use crate::model::{Archive, Count, MajorityRule, Position, RollCall, Verdict, Votes};

/// The figures of one roll call among many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VoteLine {
    /// The two figures.
    pub headline: Headline,
    /// Abstentions: as declared, else as counted.
    pub abstain: Votes,
    /// The result; `None` for a vote on named options, and where only one side is known.
    pub verdict: Option<Verdict>,
    /// What a rule looks at.
    pub count: Count,
}

impl VoteLine {
    /// Counts a roll call and judges it under `rule`: a pass over its ballots and nothing else.
    #[must_use]
    pub fn of(roll_call: RollCall<'_>, rule: MajorityRule) -> Self {
        let tally = roll_call.tally();
        let options = options(&tally);
        let headline = headline(roll_call, &tally, &options);
        let declared = roll_call.info().declared;
        let abstain = declared.and_then(|declared| declared.abstain);
        let count = roll_call.count(&tally);
        let verdict = (options.is_empty() && !headline.only_for).then(|| rule.verdict(&count));
        Self { headline, abstain: abstain.unwrap_or_else(|| tally.votes(Position::Abstain)), verdict, count }
    }

    /// Counts every roll call of an archive, each judged under its own rule, on every core.
    #[must_use]
    pub fn of_all(archive: &Archive) -> Vec<Self> {
        let of = |index| archive.roll_call(index).map(|roll_call| Self::of(roll_call, roll_call.rule()));
        (0..archive.num_roll_calls()).into_par_iter().filter_map(of).collect()
    }

    /// The same figures judged by another rule.
    #[must_use]
    pub fn judged(self, rule: MajorityRule) -> Self {
        Self { verdict: self.verdict.map(|_| rule.verdict(&self.count)), ..self }
    }

    /// How close the result was: the difference over the sum of the two figures, from 0 (a tie) to 1 (all on one
    /// side); 1 where nobody voted.
    #[must_use]
    pub fn margin(&self) -> f64 {
        let (a, b) = (self.headline.in_favour, self.headline.against);
        let sum = (a + b).as_f64();
        if sum == 0.0 { 1.0 } else { a.abs_diff(b).as_f64() / sum }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::Summary;
    use crate::model::{Ballot, Member, RollCallInfo};

    #[test]
    fn a_line_says_what_the_summary_says() {
        let mut archive = Archive::default();
        let positions =
            [Position::For, Position::For, Position::Against, Position::Abstain, Position::Absent];
        let ids: Vec<_> = positions.iter().map(|_| archive.add_member(Member::default())).collect();
        let ballots = ids.into_iter().zip(positions).map(|(id, position)| (id, Ballot::new(position)));
        archive.add_roll_call(RollCallInfo::default(), ballots).expect("members");
        let roll_call = archive.roll_call(0).expect("a vote");
        let line = VoteLine::of(roll_call, MajorityRule::default());
        let summary = Summary::of(roll_call, MajorityRule::default());
        assert_eq!(line.headline, summary.headline);
        assert_eq!(line.verdict, Some(Verdict::Adopted));
        assert_eq!(line.abstain, Votes::ONE);
        assert_eq!(VoteLine::of_all(&archive), [line]);
        assert!((line.margin() - 1.0 / 3.0).abs() < 1e-12);
    }
}
