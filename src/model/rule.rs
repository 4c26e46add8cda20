//! The rule that turns a tally into a result.

use serde::Serialize;

use super::Votes;

/// What decides a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MajorityRule {
    /// Adopted with more votes for than against; abstentions and absences do not count. The ordinary
    /// rule of most chambers, and the default.
    #[default]
    MoreForThanAgainst,
}

/// Whether the question carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// The threshold was met.
    Adopted,
    /// It was not.
    Rejected,
    /// As many for as against: under this rule the question does not carry.
    Tied,
}

impl Verdict {
    /// The stable name used in JSON and as a message key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Rejected => "rejected",
            Self::Tied => "tied",
        }
    }
}

/// A result under a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whether the question carried.
    pub verdict: Verdict,
    /// The rule applied.
    pub rule: MajorityRule,
    /// Votes for that this rule asked for, given the votes cast for and against.
    pub needed: Votes,
    /// The fewest votes that, moved from one side to the other, would have made a rejected or tied
    /// question carry, or an adopted one fail.
    pub switches_to_flip: Votes,
}

impl MajorityRule {
    /// The stable name used in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::MoreForThanAgainst => "more-for-than-against",
        }
    }

    /// Judges a result.
    #[must_use]
    pub fn judge(self, in_favour: Votes, against: Votes) -> Outcome {
        let verdict = match in_favour.cmp(&against) {
            std::cmp::Ordering::Greater => Verdict::Adopted,
            std::cmp::Ordering::Less => Verdict::Rejected,
            std::cmp::Ordering::Equal => Verdict::Tied,
        };
        // Weighted votes move in steps smaller than one.
        let step = if in_favour.is_whole() && against.is_whole() { Votes::ONE } else { Votes::SMALLEST };
        let floor = |votes: Votes| if step == Votes::ONE { votes.truncated() } else { votes };
        let lead = in_favour.abs_diff(against);
        let switches_to_flip = if verdict == Verdict::Adopted {
            // A tie is enough to make it fail: the lead halved and rounded up.
            floor((lead + step).half())
        } else {
            floor(lead.half()) + step
        };
        Outcome { verdict, rule: self, needed: floor((in_favour + against).half()) + step, switches_to_flip }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(in_favour: u32, against: u32) -> (Verdict, u64, u64) {
        let outcome = MajorityRule::default().judge(Votes::whole(in_favour), Votes::whole(against));
        (outcome.verdict, outcome.needed.floor(), outcome.switches_to_flip.floor())
    }

    /// Worked by hand: 24 + 48 = 72 beats 119 − 48 = 71, and 47 switches give 71 to 72.
    #[test]
    fn the_founding_vote_needed_72_and_48_switches() {
        assert_eq!(judged(24, 119), (Verdict::Rejected, 72, 48));
    }

    #[test]
    fn small_and_even_results() {
        assert_eq!(judged(0, 0), (Verdict::Tied, 1, 1));
        assert_eq!(judged(5, 5), (Verdict::Tied, 6, 1));
        assert_eq!(judged(6, 5), (Verdict::Adopted, 6, 1));
        assert_eq!(judged(7, 5), (Verdict::Adopted, 7, 1));
        assert_eq!(judged(8, 5), (Verdict::Adopted, 7, 2));
        assert_eq!(judged(5, 7), (Verdict::Rejected, 7, 2));
    }

    /// The stated number of switches changes the answer, and one fewer does not.
    #[test]
    fn switches_are_exactly_enough() {
        for in_favour in 0..40 {
            for against in 0..40 {
                let (verdict, _, switches) = judged(in_favour, against);
                let carries = |moved: i64| {
                    let direction = if verdict == Verdict::Adopted { -moved } else { moved };
                    i64::from(in_favour) + direction > i64::from(against) - direction
                };
                let was = verdict == Verdict::Adopted;
                assert_ne!(carries(i64::try_from(switches).unwrap()), was, "{in_favour}–{against}");
                assert_eq!(carries(i64::try_from(switches).unwrap() - 1), was, "{in_favour}–{against}");
            }
        }
    }

    #[test]
    fn weights_need_not_be_whole() {
        let votes = |text: &str| text.parse::<Votes>().expect("a weight");
        let outcome = MajorityRule::default().judge(votes("10.5"), votes("10"));
        assert_eq!(outcome.verdict, Verdict::Adopted);
        assert_eq!(outcome.needed.to_string(), "10.250001");
        assert_eq!(outcome.switches_to_flip.to_string(), "0.25");
    }
}
