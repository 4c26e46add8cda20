use proptest::prelude::*;

use super::*;
use crate::model::{Ballot, Declared, Position, Tally};

fn whole(n: u32) -> Votes {
    Votes::whole(n)
}

/// A chamber in which so many members took each position.
fn count(in_favour: u32, against: u32, abstain: u32, present: u32, absent: u32, vacant: u32) -> Count {
    let mut tally = Tally::default();
    for (position, members) in [
        (Position::For, in_favour),
        (Position::Against, against),
        (Position::Abstain, abstain),
        (Position::Present, present),
        (Position::Absent, absent),
    ] {
        for _ in 0..members {
            tally.add(Ballot::new(position), Votes::ONE);
        }
    }
    Count::of(&tally, None, vacant)
}

fn judged(rule: &str, count: &Count) -> (Verdict, u64, Option<u64>) {
    let outcome = rule.parse::<MajorityRule>().expect("a rule").judge(count);
    (outcome.verdict, outcome.needed.floor(), outcome.switches_to_flip.map(Votes::floor))
}

/// Worked by hand: 24 + 48 = 72 beats 119 − 48 = 71, and 47 switches give 71 to 72.
#[test]
fn the_founding_vote_needed_72_and_48_switches() {
    let founding = count(24, 119, 6, 0, 426, 2);
    assert_eq!(judged("more-for-than-against", &founding), (Verdict::Rejected, 72, Some(48)));
    assert_eq!(judged("an", &founding), (Verdict::Rejected, 72, Some(48)));
    let outcome = MajorityRule::default().judge(&founding);
    assert_eq!((outcome.got, outcome.margin()), (whole(24), Margin::Short(whole(48))));
    assert_eq!(outcome.base, whole(143));
}

/// Figures that were announced: the motion of 4 December 2024 (331 for, 288 needed of 574 members, 577 seats),
/// the Congress of 4 March 2024 (780 to 72, 512 needed), the European Commission's president on 18 July 2024
/// (401 of 719 members, 360 needed), and cloture in a Senate of a hundred.
#[test]
fn announced_results() {
    assert_eq!(judged("an-censure", &count(331, 0, 0, 0, 243, 3)), (Verdict::Adopted, 288, Some(44)));
    assert_eq!(judged("an-constitution", &count(780, 72, 50, 0, 23, 0)), (Verdict::Adopted, 512, Some(269)));
    assert_eq!(judged("ep-members", &count(401, 284, 22, 0, 12, 1)), (Verdict::Adopted, 360, Some(42)));
    assert_eq!(judged("us-senate-cloture", &count(59, 41, 0, 0, 0, 0)), (Verdict::Rejected, 60, Some(1)));
    assert_eq!(judged("us-senate-cloture", &count(60, 39, 0, 0, 0, 1)), (Verdict::Adopted, 60, Some(1)));
    assert_eq!(judged("us-house-override", &count(290, 145, 0, 0, 0, 0)), (Verdict::Adopted, 290, Some(1)));
    assert_eq!(judged("us-house-override", &count(289, 146, 0, 0, 0, 0)), (Verdict::Rejected, 290, Some(1)));
    // The Basic Law asks for two thirds of all seats: 420 of 630.
    assert_eq!(
        judged("bundestag-constitution", &count(419, 0, 0, 0, 210, 1)),
        (Verdict::Rejected, 420, Some(1))
    );
    assert_eq!(judged("bundestag-members", &count(316, 300, 0, 0, 13, 1)), (Verdict::Adopted, 316, Some(1)));
}

#[test]
fn ties_and_nobody() {
    let tie = count(5, 5, 1, 0, 0, 0);
    assert_eq!(judged("half", &tie), (Verdict::Tied, 6, Some(1)));
    assert_eq!(judged("half tie chair", &tie), (Verdict::Tied, 6, Some(1)));
    assert_eq!(judged("class", &tie), (Verdict::Rejected, 6, Some(1)));
    assert_eq!(judged("half tie passes", &tie), (Verdict::Adopted, 5, Some(1)));
    assert_eq!(judged(">1/2 of members", &count(5, 5, 0, 0, 0, 0)), (Verdict::Rejected, 6, Some(1)));
    let nobody = count(0, 0, 0, 0, 9, 0);
    assert_eq!(judged("half", &nobody), (Verdict::Tied, 1, None));
    for rule in ["2/3", "half tie passes", "1/2 of cast", "1/1"] {
        assert_eq!(judged(rule, &nobody).0, Verdict::Rejected, "{rule}");
    }
}

#[test]
fn a_quorum_is_of_persons_in_the_room() {
    let rule: MajorityRule = "half quorum >1/2".parse().expect("a rule");
    assert_eq!(rule.verdict(&count(3, 1, 0, 1, 5, 3)), Verdict::NoQuorum);
    assert_eq!(rule.verdict(&count(3, 1, 1, 1, 5, 0)), Verdict::Adopted, "six of eleven");
    let mut tally = Tally::default();
    for ballot in [Ballot::new(Position::For), Ballot::new(Position::For).by_proxy()] {
        tally.add(ballot, Votes::ONE);
    }
    let outcome = rule.judge(&Count::of(&tally, None, 0));
    assert_eq!(outcome.quorum, Some(QuorumCount { needed: 2, present: 1 }), "a proxy is not there");
    assert_eq!((outcome.verdict, outcome.switches_to_flip), (Verdict::NoQuorum, None));
}

#[test]
fn a_declared_result_takes_the_place_of_the_counted_one() {
    let mut tally = Tally::default();
    for position in [Position::For, Position::Unknown, Position::Unknown] {
        tally.add(Ballot::new(position), Votes::ONE);
    }
    let declared = Declared { in_favour: whole(1), against: whole(2), abstain: None };
    let count = Count::of(&tally, Some(&declared), 1);
    assert_eq!((count.against, count.members, count.seats), (whole(2), whole(3), whole(4)));
    assert_eq!(count.in_person, 3);
}

#[test]
fn weights_need_not_be_whole() {
    let votes = |text: &str| text.parse::<Votes>().expect("a weight");
    let outcome = MajorityRule::default().judge(&Count::of_votes(votes("10.5"), votes("10")));
    assert_eq!(outcome.verdict, Verdict::Adopted);
    assert_eq!(outcome.needed.to_string(), "10.250001");
    assert_eq!(outcome.switches_to_flip.map(|votes| votes.to_string()).as_deref(), Some("0.25"));
}

#[test]
fn rules_are_read_as_people_write_them() {
    for (text, written) in [
        ("half", ">1/2 of for+against tie unsaid"),
        (" > 1/2 of Members, tie fails; quorum 1/3 ", ">1/2 of members tie fails quorum 1/3"),
        (">=3/5 of cast", "3/5 of cast tie fails"),
        ("289 of seats", "289 of seats tie fails"),
        ("12.5", "12.5 of for+against tie unsaid"),
        ("council", ">1/2 of for+against tie chair quorum 1/4"),
        ("an quorum >1/2", ">1/2 of for+against tie fails quorum >1/2"),
    ] {
        let rule: MajorityRule = text.parse().expect(text);
        assert_eq!(rule.to_string(), written, "{text}");
        let again: MajorityRule = written.parse().expect(written);
        assert_eq!(again, MajorityRule { preset: None, ..rule }, "{text}");
    }
    for text in [
        "",
        "most",
        "3/2",
        ">1/1",
        "0/3",
        "1/0",
        "half of",
        "half of friends",
        "half tie maybe",
        "0",
        "-1",
        "half half",
    ] {
        assert!(text.parse::<MajorityRule>().is_err(), "{text}");
    }
}

#[test]
fn presets_are_found_by_their_keys_and_recognised_written_out() {
    for preset in Preset::ALL {
        assert_eq!(Preset::from_key(preset.key()), Some(preset));
        let rule: MajorityRule = preset.key().parse().expect("a preset");
        assert_eq!((rule, rule.key().as_str()), (preset.rule(), preset.key()));
        let written: MajorityRule = rule.to_string().parse().expect("a rule");
        assert_eq!(written.named(preset), rule);
        assert!(!preset.source().is_empty());
    }
    let other: MajorityRule = "2/3".parse().expect("a rule");
    assert_eq!(other.named(Preset::Class), other, "not the rule of a class");
}

fn any_rule() -> impl Strategy<Value = MajorityRule> {
    let amount = prop_oneof![
        (1_u32..6, 1_u32..6).prop_map(|(a, b)| Amount::Share { numerator: a.min(b), denominator: a.max(b) }),
        Just(Amount::HALF),
        (1_u32..9).prop_map(|n| Amount::Number(whole(n))),
    ];
    let threshold = (amount, any::<bool>()).prop_map(|(amount, strict)| {
        let all = matches!(amount, Amount::Share { numerator, denominator } if numerator == denominator);
        Threshold { amount, strict: strict && !all }
    });
    let tie = prop_oneof![Just(Tie::Unsaid), Just(Tie::Fails), Just(Tie::Passes), Just(Tie::Chair)];
    let quorum =
        prop_oneof![Just(None), Just(Some(Threshold::MAJORITY)), Just(Some(Threshold::at_least(1, 3)))];
    let base = prop::sample::select(Base::ALL.to_vec());
    (base, threshold, tie, quorum).prop_map(|(base, threshold, tie, quorum)| MajorityRule {
        base,
        threshold,
        tie,
        quorum,
        preset: None,
    })
}

/// Every count that the open members can still lead to, by trying each answer of each.
fn completions(start: &[(Position, Votes)], open: &[Votes]) -> Vec<Count> {
    const ANSWERS: [Position; 5] =
        [Position::For, Position::Against, Position::Abstain, Position::Present, Position::Absent];
    let mut all = vec![start.to_vec()];
    for &weight in open {
        all = all
            .into_iter()
            .flat_map(|chamber| {
                ANSWERS.map(|answer| {
                    let mut chamber = chamber.clone();
                    chamber.push((answer, weight));
                    chamber
                })
            })
            .collect();
    }
    all.iter().map(|chamber| tallied(chamber)).collect()
}

fn tallied(chamber: &[(Position, Votes)]) -> Count {
    let mut tally = Tally::default();
    for &(position, votes) in chamber {
        tally.add(Ballot::new(position), votes);
    }
    Count::of(&tally, None, 1)
}

fn any_chamber() -> impl Strategy<Value = Vec<(Position, Votes)>> {
    let position = prop::sample::select(vec![
        Position::For,
        Position::Against,
        Position::Abstain,
        Position::Present,
        Position::Absent,
        Position::Presiding,
        Position::Vacant,
    ]);
    prop::collection::vec((position, (1_u32..4).prop_map(whole)), 0..6)
}

proptest! {
    /// A verdict is called certain exactly where every way to answer leads to it.
    #[test]
    fn certainty_is_what_trying_every_answer_finds(
        rule in any_rule(),
        chamber in any_chamber(),
        open in prop::collection::vec((0_u32..4).prop_map(whole), 0..5),
    ) {
        let mut members = chamber.clone();
        members.extend(open.iter().map(|&votes| (Position::Unknown, votes)));
        let so_far = tallied(&members);
        let still = Open { votes: open.iter().copied().sum(), in_person: open.len() as u32 };
        let verdicts: Vec<Verdict> =
            completions(&chamber, &open).iter().map(|count| rule.verdict(count)).collect();
        let only = verdicts.iter().all(|verdict| *verdict == verdicts[0]).then_some(verdicts[0]);
        prop_assert_eq!(rule.certain(&so_far, still), only, "{} {:?} {:?}", rule, chamber, open);
    }

    /// The stated number of switches turns the result and one fewer does not, by moving votes one at a time;
    /// and where none is stated, moving all of them does not.
    #[test]
    fn switches_are_exactly_enough(
        rule in any_rule(),
        chamber in (0_u32..9, 0_u32..9, 0_u32..4, 0_u32..4, 0_u32..4, 0_u32..3),
    ) {
        let (in_favour, against, abstain, present, absent, vacant) = chamber;
        let rule = MajorityRule { quorum: None, ..rule };
        let now = count(in_favour, against, abstain, present, absent, vacant);
        let outcome = rule.judge(&now);
        let was = outcome.verdict == Verdict::Adopted;
        let moved = |n: u32| -> Option<bool> {
            if was {
                let left = in_favour.checked_sub(n)?;
                return Some(rule.verdict(&count(left, against + n, abstain, present, absent, vacant)) == Verdict::Adopted);
            }
            // Those of the base who did not vote for, one after another.
            let mut rest = n;
            let mut take = |from: u32, is_in_base: bool| {
                let taken = if is_in_base { rest.min(from) } else { 0 };
                rest -= taken;
                from - taken
            };
            let left = [
                take(against, true),
                take(abstain, rule.base != Base::ForAndAgainst),
                take(present, !matches!(rule.base, Base::ForAndAgainst | Base::Cast)),
                take(absent, matches!(rule.base, Base::Members | Base::Seats)),
            ];
            (rest == 0).then(|| {
                rule.verdict(&count(in_favour + n, left[0], left[1], left[2], left[3], vacant)) == Verdict::Adopted
            })
        };
        let first = (1..40).find(|&n| moved(n) == Some(!was));
        let stated = outcome.switches_to_flip.map(|votes| votes.floor() as u32);
        prop_assert_eq!(stated, first, "{} {:?}", rule, chamber);
    }

    /// The votes needed are the fewest that carry, all else in the base being against.
    #[test]
    fn needed_is_the_fewest_that_carries(rule in any_rule(), all in 1_u32..40) {
        let rule = MajorityRule { quorum: None, base: Base::ForAndAgainst, ..rule };
        let needed = rule.judge(&count(0, all, 0, 0, 0, 0)).needed.floor() as u32;
        let fewest = (0..=all).find(|&n| rule.verdict(&count(n, all - n, 0, 0, 0, 0)) == Verdict::Adopted);
        prop_assert_eq!(fewest, Some(needed).filter(|&needed| needed <= all), "{} of {}", rule, all);
    }
}
