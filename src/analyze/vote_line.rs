//! A roll call in a line of a list.

use rayon::prelude::*;

use super::summary::{headline, options};
use super::{Headline, HeadlineSource};
use crate::model::{
    Archive, Count, Judgement, MajorityRule, Position, RollCall, RuleOrigin, Verdict, VoteKind, Votes,
};

/// The figures of one roll call among many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VoteLine {
    /// The two figures; `None` for a composition, in which nobody voted.
    pub headline: Option<Headline>,
    /// Seats, of which a composition says how many there are.
    pub seats: u32,
    /// Abstentions: as declared, else as counted.
    pub abstain: Votes,
    /// The result that leads; `None` where it is not known, and for what is no question.
    pub verdict: Option<Verdict>,
    /// What a rule looks at.
    pub count: Count,
    /// The result under the vote's own rule.
    own: Option<Verdict>,
    /// The source states the result, and it leads under every rule; or there is no question.
    is_settled: bool,
    /// The source states the result.
    is_stated: bool,
}

impl VoteLine {
    /// Counts a roll call and judges it under its own rule: a pass over its ballots and nothing else.
    #[must_use]
    pub fn of(roll_call: RollCall<'_>) -> Self {
        let tally = roll_call.tally();
        let kind = VoteKind::of(roll_call, &tally);
        let is_vote = kind != VoteKind::Composition;
        let headline = is_vote.then(|| headline(roll_call, &tally, &options(&tally, kind), kind));
        let declared = roll_call.info().declared;
        let abstain = declared.and_then(|declared| declared.abstain);
        let judgement = Judgement::of(roll_call, &tally, None);
        let is_open = judgement.origin == RuleOrigin::Open
            && kind == VoteKind::Question
            && headline.is_some_and(|headline| !headline.only_for);
        Self {
            headline,
            seats: roll_call.num_seats(),
            abstain: abstain.unwrap_or_else(|| tally.votes(Position::Abstain)),
            verdict: judgement.result,
            count: roll_call.count(&tally),
            own: judgement.result,
            is_stated: judgement.stated.is_some(),
            is_settled: judgement.stated.is_some() || (judgement.counted.is_none() && !is_open),
        }
    }

    /// Counts every roll call of an archive, each judged under its own rule, on every core.
    #[must_use]
    pub fn of_all(archive: &Archive) -> Vec<Self> {
        let of = |index| archive.roll_call(index).map(Self::of);
        (0..archive.num_roll_calls()).into_par_iter().filter_map(of).collect()
    }

    /// The same figures judged by another rule; without one, by the vote's own.
    #[must_use]
    pub fn judged(self, rule: Option<MajorityRule>) -> Self {
        let verdict = match rule {
            Some(rule) if !self.is_settled => Some(rule.verdict(&self.count)),
            _ => self.own,
        };
        Self { verdict, ..self }
    }

    /// The same where so many positions are not known that another count could turn the result: no figures and no result,
    /// but those that the source itself gives.
    #[must_use]
    pub fn unsettled(self) -> Self {
        if self.headline.is_none_or(|headline| headline.source == HeadlineSource::Declared) {
            return self;
        }
        let own = self.own.filter(|_| self.is_stated);
        Self { headline: None, verdict: own, own, is_settled: true, ..self }
    }

    /// How close the result was: the difference over the sum of the two figures, from 0 (a tie) to 1 (all on one
    /// side); 1 where nobody voted.
    #[must_use]
    pub fn margin(&self) -> f64 {
        let (a, b) = self.headline.map_or_else(Default::default, |two| (two.in_favour, two.against));
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
        let line = VoteLine::of(roll_call);
        let summary = Summary::of(roll_call, None);
        assert_eq!(line.headline, summary.headline);
        assert_eq!(line.verdict, Some(Verdict::Adopted));
        assert_eq!(line.abstain, Votes::ONE);
        assert_eq!(VoteLine::of_all(&archive), [line]);
        let absolute = ">1/2 of members".parse().expect("a rule");
        assert_eq!(line.judged(Some(absolute)).verdict, Some(Verdict::Rejected), "two of five");
        assert_eq!(line.judged(Some(absolute)).judged(None), line);
        assert!((line.margin() - 1.0 / 3.0).abs() < 1e-12);
        let open = line.unsettled();
        assert_eq!((open.headline, open.verdict, open.judged(Some(absolute)).verdict), (None, None, None));
    }
}
