//! What became of a question: what the source states, and beside it what the count gives under a rule.

use super::{Count, MajorityRule, Outcome, Position, RollCall, RuleOrigin, Stated, Tally, Verdict, Votes};

/// What kind of vote a roll call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VoteKind {
    /// For or against a question.
    Question,
    /// A choice between named options: an election.
    Options,
    /// A count of who is there: nobody votes for or against anything.
    QuorumCall,
    /// No vote: the seats that members hold.
    Composition,
}

impl VoteKind {
    /// The stable name used in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Options => "options",
            Self::QuorumCall => "quorum-call",
            Self::Composition => "composition",
        }
    }

    /// The kind of a roll call. A vote without sides is a quorum call where members are present and nothing else, or
    /// where the source says so.
    #[must_use]
    pub fn of(roll_call: RollCall<'_>, tally: &Tally) -> Self {
        let declared = roll_call.info().declared;
        let has_sides = tally.num_cast() > 0
            || declared.is_some_and(|declared| declared.in_favour + declared.against > Votes::ZERO);
        let is_called = roll_call.info().stated.as_ref().is_some_and(|stated| stated.is_quorum_call());
        if tally.members(Position::Seat) > 0 {
            Self::Composition
        } else if tally.has_choices() {
            Self::Options
        } else if !has_sides && (tally.members(Position::Present) > 0 || is_called) {
            Self::QuorumCall
        } else {
            Self::Question
        }
    }
}

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What leads: what the source states, else what the count gives under the rule. `None` where neither is known,
    /// and for what is no question.
    pub result: Option<Verdict>,
    /// What the source states.
    pub stated: Option<Verdict>,
    /// What the count gives under the rule; `None` where the rule is [open](RuleOrigin::Open), where the votes on one
    /// side are not known, and for what is no question.
    pub counted: Option<Outcome>,
    /// Whether what is stated and what was counted agree; `None` where one of them is not known, or where another
    /// majority than the one that was judged by explains the difference.
    pub agrees: Option<bool>,
    /// Who says by which rule.
    pub origin: RuleOrigin,
    /// Who the source says was elected: one of the named options.
    pub elected: Option<Position>,
}

impl Judgement {
    /// Judges a roll call under the chosen rule, else under its own.
    #[must_use]
    pub fn of(roll_call: RollCall<'_>, tally: &Tally, chosen: Option<MajorityRule>) -> Self {
        let (rule, origin) = roll_call.judged_by(chosen, tally);
        let stated = roll_call.info().stated.as_deref();
        let nothing = Self { result: None, stated: None, counted: None, agrees: None, origin, elected: None };
        match VoteKind::of(roll_call, tally) {
            VoteKind::Options => return Self { elected: elected(roll_call, tally, stated), ..nothing },
            VoteKind::QuorumCall | VoteKind::Composition => return nothing,
            VoteKind::Question => {}
        }
        let stated = stated.and_then(|stated| stated.result);
        let count = roll_call.count(tally);
        // Of no votes at all nothing is known, least of all that they are as many on both sides.
        let has_votes = count.in_favour + count.against + count.abstain > Votes::ZERO;
        let counted =
            rule.filter(|_| has_votes && !roll_call.knows_only_for()).map(|rule| rule.judge(&count));
        let agrees = stated.zip(counted).and_then(|(stated, counted)| {
            let is_whole = tally.members(Position::Unknown) == 0 || roll_call.info().declared.is_some();
            agrees(stated, &counted, &count, origin).filter(|&agrees| agrees || is_whole)
        });
        let result = stated.or(counted.map(|counted| counted.verdict));
        Self { result, stated, counted, agrees, origin, elected: None }
    }
}

/// Whether a stated result and a counted one agree.
///
/// A rule that was chosen or stated is held to. Under one that is only usual, *rejected* with more for than against is
/// what a larger majority looks like, and a tie what a casting vote decides: neither contradicts. *Adopted* with more
/// against than for does.
fn agrees(stated: Verdict, counted: &Outcome, count: &Count, origin: RuleOrigin) -> Option<bool> {
    if stated == counted.verdict {
        return Some(true);
    }
    let is_held_to = matches!(origin, RuleOrigin::Chosen | RuleOrigin::File | RuleOrigin::Stated);
    let is_decided = |verdict| matches!(verdict, Verdict::Adopted | Verdict::Rejected);
    let is_upside_down = stated == Verdict::Adopted && count.against > count.in_favour;
    // A tie is for somebody to decide, and a quorum for somebody to miss.
    let contradicts = is_upside_down || (is_held_to && is_decided(stated) && is_decided(counted.verdict));
    contradicts.then_some(false)
}

/// The option that the words of the result name.
fn elected(roll_call: RollCall<'_>, tally: &Tally, stated: Option<&Stated>) -> Option<Position> {
    let text = stated?.text.trim().to_lowercase();
    let is_named = |position: Position| {
        roll_call.choice_name(position).is_some_and(|name| name.trim().to_lowercase() == text)
    };
    tally.occurring().map(|(position, _)| position).find(|&position| is_named(position))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Archive, Ballot, Member, Requirement, RollCallInfo, StatedMajority};

    /// A vote of so many for, against and present, with what the source states.
    fn judge(
        counts: [usize; 3],
        result: Option<Verdict>,
        requirement: Option<Requirement>,
        chosen: Option<&str>,
    ) -> (VoteKind, Judgement) {
        let mut archive = Archive::default();
        let positions = [Position::For, Position::Against, Position::Present];
        let mut ballots = Vec::new();
        for (position, count) in positions.into_iter().zip(counts) {
            for _ in 0..count {
                ballots.push((archive.add_member(Member::default()), Ballot::new(position)));
            }
        }
        let majority =
            requirement.map(|requirement| StatedMajority { text: "words".to_owned(), requirement });
        let text = result.map_or(String::new(), |result| result.key().to_owned());
        let stated = Stated { result, text, majority }.some().map(Box::new);
        let info = RollCallInfo { stated, ..RollCallInfo::default() };
        archive.add_roll_call(info, ballots).expect("members");
        let chosen = chosen.map(|rule| rule.parse().expect("a rule"));
        let roll_call = archive.roll_call(0).expect("a vote");
        let tally = roll_call.tally();
        (VoteKind::of(roll_call, &tally), Judgement::of(roll_call, &tally, chosen))
    }

    fn rule(text: &str) -> Requirement {
        Requirement::Rule(text.parse().expect("a rule"))
    }

    #[test]
    fn what_the_source_states_leads() {
        let (kind, judged) = judge([57, 43, 0], Some(Verdict::Rejected), None, None);
        assert_eq!((kind, judged.result), (VoteKind::Question, Some(Verdict::Rejected)));
        assert_eq!(judged.counted.map(|counted| counted.verdict), Some(Verdict::Adopted));
        assert_eq!(judged.agrees, None, "another majority than the ordinary one explains it");
        let (_, judged) = judge([43, 57, 0], Some(Verdict::Adopted), None, None);
        assert_eq!((judged.result, judged.agrees), (Some(Verdict::Adopted), Some(false)));
        let (_, judged) = judge([50, 50, 0], Some(Verdict::Adopted), None, None);
        assert_eq!((judged.result, judged.agrees), (Some(Verdict::Adopted), None), "a casting vote");
        let (_, judged) = judge([57, 43, 0], None, None, None);
        assert_eq!((judged.result, judged.origin), (Some(Verdict::Adopted), RuleOrigin::Ordinary));
    }

    #[test]
    fn a_stated_majority_is_the_rule_unless_another_was_chosen() {
        let two_thirds = Some(rule("2/3 tie fails"));
        let (_, judged) = judge([57, 43, 0], Some(Verdict::Rejected), two_thirds, None);
        assert_eq!((judged.agrees, judged.origin), (Some(true), RuleOrigin::Stated));
        assert_eq!(judged.counted.map(|counted| counted.needed), Some(Votes::whole(67)));
        let (_, judged) = judge([57, 43, 0], Some(Verdict::Adopted), two_thirds, None);
        assert_eq!(judged.agrees, Some(false));
        let (_, judged) = judge([57, 43, 0], None, two_thirds, Some(">1/2"));
        assert_eq!((judged.result, judged.origin), (Some(Verdict::Adopted), RuleOrigin::Chosen));
        // The share of whom is not stated: of all members it may have been missed.
        let share = Some(Requirement::Share("1/2".parse().expect("a rule")));
        let (_, judged) = judge([57, 43, 0], Some(Verdict::Rejected), share, None);
        assert_eq!((judged.agrees, judged.origin), (None, RuleOrigin::StatedShare));
        // A majority of members who are not all listed, and one in words that nobody knows, say nothing.
        for open in [Some(rule(">1/2 of members")), Some(Requirement::Other)] {
            let (_, judged) = judge([57, 43, 0], None, open, None);
            assert_eq!((judged.result, judged.counted, judged.origin), (None, None, RuleOrigin::Open));
        }
        // A number is one, whoever is listed.
        let (_, judged) = judge([57, 43, 0], None, Some(rule("60 of members")), None);
        assert_eq!((judged.result, judged.origin), (Some(Verdict::Rejected), RuleOrigin::Stated));
    }

    #[test]
    fn a_count_of_who_is_there_is_no_question() {
        for (counts, requirement) in [([0, 0, 9], None), ([0, 0, 0], Some(Requirement::QuorumCall))] {
            let (kind, judged) = judge(counts, Some(Verdict::Adopted), requirement, None);
            assert_eq!((kind, judged.result, judged.counted), (VoteKind::QuorumCall, None, None));
        }
        assert_eq!(judge([1, 0, 9], None, None, None).0, VoteKind::Question);
    }
}
