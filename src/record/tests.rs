use proptest::prelude::*;

use super::*;
use crate::model::{Ballot, MajorityRule, Member, Moment, Position, Verdict, Votes};

/// A roll call without a disk: the same checks, lines numbered as a journal does.
#[derive(Clone, Debug)]
struct Floorless {
    call: Call,
}

impl Floorless {
    fn new(members: u32, rule: &str, conduct: Conduct) -> Self {
        let names = (1..=members).map(|n| Member { name: format!("Member {n}"), ..Member::default() });
        let roster = Roster { members: names.collect(), ..Roster::default() };
        let rule: MajorityRule = rule.parse().expect("a rule");
        let opening = Opening::new(&roster, &CallOrder::File, Question::default(), rule, conduct);
        let event = Event::Opened(Box::new(opening.clone()));
        Self { call: Call::open(opening, Entry { seq: 1, time: Moment(0), event }) }
    }

    fn record(&mut self, event: Event) -> Result<u64, Refusal> {
        let seq = self.call.log().len() as u64 + 1;
        self.call.check(&event)?;
        self.call.apply(Entry { seq, time: Moment(seq * 1000), event })?;
        Ok(seq)
    }

    fn answer(&mut self, member: u32, position: Position) -> Result<u64, Refusal> {
        self.record(Event::Answered { member: MemberNumber(member), position })
    }

    fn undo(&mut self) -> Result<u64, Refusal> {
        self.record(self.call.undo(Clerk::First)?)
    }

    fn redo(&mut self) -> Result<u64, Refusal> {
        self.record(self.call.redo(Clerk::First)?)
    }

    fn next(&self) -> Option<(u32, Round)> {
        self.call.next().map(|turn| (turn.member.0, turn.round))
    }

    fn position(&self, member: u32) -> Position {
        self.call.ballot(MemberNumber(member)).position()
    }
}

fn call(members: u32) -> Floorless {
    Floorless::new(members, "half", Conduct::default())
}

fn no_answer(member: u32) -> Event {
    Event::NoAnswer { member: MemberNumber(member) }
}

#[test]
fn those_who_did_not_answer_are_called_a_second_time_and_no_third() {
    let mut roll = call(4);
    assert_eq!(roll.next(), Some((1, Round::First)));
    roll.answer(1, Position::For).expect("recorded");
    roll.record(no_answer(2)).expect("recorded");
    // Out of turn: called by name.
    roll.answer(4, Position::Against).expect("recorded");
    assert_eq!(roll.next(), Some((3, Round::First)));
    roll.record(no_answer(3)).expect("recorded");
    assert_eq!(roll.next(), Some((2, Round::Second)));
    roll.record(no_answer(2)).expect("recorded");
    roll.answer(3, Position::Abstain).expect("recorded");
    assert_eq!((roll.next(), roll.call.num_left()), (None, 0));
    assert_eq!(roll.position(2), Position::NotVoting);
    assert!(matches!(roll.answer(2, Position::For), Err(Refusal::DidNotAnswer { .. })));
    roll.record(Event::Arrived { member: MemberNumber(2) }).expect("came in");
    assert_eq!(roll.next(), Some((2, Round::Second)));
    roll.answer(2, Position::For).expect("recorded");
    let voices: Vec<u32> = roll.call.voices().iter().map(|(member, _)| member.0).collect();
    assert_eq!(voices, [1, 4, 3, 2], "in the order of voices");
}

#[test]
fn undo_and_redo_are_lines_and_lead_back_exactly() {
    let mut roll = call(3);
    roll.answer(1, Position::For).expect("recorded");
    let before = roll.clone();
    roll.answer(2, Position::Against).expect("recorded");
    let after = roll.call.voices();
    assert_eq!(roll.undo(), Ok(4));
    assert_eq!((roll.call.voices(), roll.next()), (before.call.voices(), before.next()));
    assert_eq!(roll.redo(), Ok(5));
    assert_eq!(roll.call.voices(), after, "with the time of the answer, and not of the redo");
    roll.undo().expect("undone again");
    roll.undo().expect("and the one before");
    assert_eq!(roll.undo(), Err(Refusal::NothingToUndo));
    roll.answer(3, Position::For).expect("recorded");
    assert_eq!(roll.redo(), Err(Refusal::NothingToRedo), "something else happened since");
    assert_eq!(roll.call.log().len(), 8, "nothing is ever deleted");
    assert_eq!(roll.record(Event::Undone { entry: 2 }), Err(Refusal::NotTheLast { last: 8 }));
}

#[test]
fn a_correction_keeps_the_first_answer_and_its_place() {
    let mut roll = call(2);
    roll.answer(1, Position::For).expect("recorded");
    roll.answer(2, Position::For).expect("recorded");
    let correct = |position, reason: &str| Event::Corrected {
        member: MemberNumber(1),
        position,
        reason: reason.to_owned(),
    };
    assert_eq!(roll.record(correct(Position::Against, " ")), Err(Refusal::NoReason));
    assert!(matches!(roll.record(correct(Position::For, "x")), Err(Refusal::SamePosition { .. })));
    assert!(matches!(roll.answer(1, Position::Against), Err(Refusal::Answered { .. })));
    roll.record(correct(Position::Against, "misheard")).expect("corrected");
    let kept = &roll.call.corrections()[0];
    assert_eq!((kept.from, kept.to, kept.reason.as_str()), (Position::For, Position::Against, "misheard"));
    assert_eq!(roll.call.voices()[0].1.seq, 2, "the voice was heard when it was");
    roll.undo().expect("undone");
    assert!(roll.call.corrections().is_empty());
    assert_eq!(roll.position(1), Position::For);
}

#[test]
fn proxies_have_limits() {
    let mut roll = call(5);
    let proxy = |from, to| Event::ProxyGiven { from: MemberNumber(from), to: MemberNumber(to) };
    roll.record(proxy(1, 2)).expect("given");
    assert!(matches!(roll.record(proxy(3, 2)), Err(Refusal::ProxyLimit { limit: 1, .. })));
    assert!(matches!(roll.record(proxy(2, 3)), Err(Refusal::ProxyOfProxy { .. })));
    assert!(matches!(roll.record(proxy(3, 1)), Err(Refusal::ProxyOfProxy { .. })));
    assert!(matches!(roll.record(proxy(1, 3)), Err(Refusal::ProxyGiven { .. })));
    assert!(matches!(roll.record(proxy(4, 4)), Err(Refusal::OwnProxy { .. })));
    assert!(matches!(roll.record(proxy(4, 9)), Err(Refusal::NoSuchMember(MemberNumber(9)))));
    roll.answer(1, Position::For).expect("spoken by the second");
    assert_eq!(roll.call.ballot(MemberNumber(1)), Ballot::new(Position::For).by_proxy());
    assert!(matches!(
        roll.record(Event::ProxyWithdrawn { from: MemberNumber(1) }),
        Err(Refusal::Answered { .. })
    ));
    let mut none = Floorless::new(3, "half", Conduct { proxies: 0, ..Conduct::default() });
    assert!(matches!(none.record(proxy(1, 2)), Err(Refusal::ProxyLimit { limit: 0, .. })));
}

#[test]
fn the_chair_is_not_called_and_can_break_a_tie() {
    let mut roll = Floorless::new(3, "council", Conduct::default());
    roll.record(Event::Presides { member: Some(MemberNumber(1)) }).expect("in the chair");
    assert_eq!(roll.next(), Some((2, Round::First)));
    assert!(matches!(roll.answer(1, Position::For), Err(Refusal::InTheChair { .. })));
    roll.answer(2, Position::For).expect("recorded");
    roll.answer(3, Position::Against).expect("recorded");
    assert_eq!(roll.call.outcome().verdict, Verdict::Tied);
    let casting = Event::CastingVote { position: Position::For };
    assert_eq!(roll.record(casting.clone()), Err(Refusal::NotClosed));
    roll.record(Event::Closed).expect("closed");
    roll.record(casting).expect("decided");
    assert_eq!(roll.call.outcome().verdict, Verdict::Adopted);
    assert_eq!(roll.position(1), Position::Presiding);
}

#[test]
fn closing_ends_the_calling_and_signing_ends_everything() {
    let mut roll = call(3);
    roll.answer(1, Position::For).expect("recorded");
    let sign = |name: &str| Event::Signed { name: name.to_owned(), office: "clerk".to_owned() };
    assert_eq!(roll.record(sign("A")), Err(Refusal::NotClosed));
    roll.record(Event::Closed).expect("closed");
    assert_eq!((roll.next(), roll.position(2)), (None, Position::NotVoting));
    assert_eq!(roll.answer(2, Position::For), Err(Refusal::Closed));
    roll.undo().expect("closing can be undone");
    roll.answer(2, Position::For).expect("recorded");
    roll.record(Event::Closed).expect("closed");
    assert_eq!(roll.record(sign(" ")), Err(Refusal::NoName));
    roll.record(sign("A")).expect("signed");
    roll.record(sign("B")).expect("signed by another");
    assert_eq!(roll.undo(), Err(Refusal::Signed));
    assert_eq!(roll.record(Event::Closed), Err(Refusal::Signed));
    assert_eq!(roll.call.signatures().len(), 2);
}

#[test]
fn members_come_late_join_and_are_replaced() {
    let mut roll = call(2);
    roll.answer(1, Position::Absent).expect("recorded");
    roll.record(Event::Arrived { member: MemberNumber(1) }).expect("came in");
    assert!(matches!(
        roll.record(Event::Arrived { member: MemberNumber(2) }),
        Err(Refusal::NotAbsent { .. })
    ));
    let entry = MemberEntry { name: "Newcomer".to_owned(), ..MemberEntry::default() };
    roll.record(Event::Joined { member: entry }).expect("joined");
    let replaced = Event::Replaced {
        member: MemberNumber(2),
        name: "Substitute".to_owned(),
        reason: "elected mayor".to_owned(),
    };
    roll.record(replaced).expect("replaced");
    let names: Vec<&str> = roll.call.desks().iter().map(|desk| desk.member.name.as_str()).collect();
    assert_eq!(names, ["Member 1", "Substitute", "Newcomer"]);
    assert_eq!(roll.call.replacements()[0].before, "Member 2");
    let order: Vec<u32> = roll.call.turns().map(|turn| turn.member.0).collect();
    assert_eq!(order, [2, 3, 1], "who was called already is called again last");
    assert_eq!(roll.call.find("subst"), [MemberNumber(2)]);
    assert_eq!(roll.call.named("MEMBER  1"), [MemberNumber(1)]);
}

#[test]
fn a_second_clerk_counts_alone() {
    let mut roll = call(3);
    let heard = |member, position| Event::SecondCount { member: MemberNumber(member), position };
    roll.answer(1, Position::For).expect("recorded");
    assert!(roll.call.differences().is_empty(), "there is no second count yet");
    roll.record(heard(1, Position::For)).expect("heard");
    roll.record(heard(2, Position::Against)).expect("heard before the first clerk recorded it");
    roll.answer(2, Position::Abstain).expect("recorded");
    let difference = Difference {
        member: MemberNumber(2),
        first: Some(Position::Abstain),
        second: Some(Position::Against),
    };
    assert_eq!(roll.call.differences(), [difference]);
    // Each clerk undoes their own.
    roll.record(roll.call.undo(Clerk::Second).expect("one to undo")).expect("undone");
    roll.undo().expect("undone");
    assert_eq!((roll.position(1), roll.position(2)), (Position::For, Position::Unknown));
    assert!(roll.call.differences().is_empty());
}

/// Worked by hand: of five members, three for are a majority whatever the others say; the third is line 4.
#[test]
fn the_result_becomes_certain_and_a_correction_can_make_it_open_again() {
    let mut roll = call(5);
    for member in 1..=4 {
        roll.answer(member, Position::For).expect("recorded");
    }
    let certain = roll.call.certain().expect("certain");
    assert_eq!((certain.seq, certain.verdict, certain.time), (4, Verdict::Adopted, Moment(4000)));
    for member in [1, 2] {
        let reason = "misheard".to_owned();
        let position = Position::Against;
        roll.record(Event::Corrected { member: MemberNumber(member), position, reason }).expect("corrected");
    }
    assert_eq!(roll.call.certain(), None, "2–2, and one answer to come");
    roll.answer(5, Position::For).expect("recorded");
    assert_eq!(roll.call.certain().map(|certain| certain.seq), Some(8));
}

/// 577 seats and nobody answers but the 149: certain once those left could not change it.
#[test]
fn an_archive_says_what_the_roll_call_says() {
    let mut roll = call(4);
    roll.answer(2, Position::For).expect("recorded");
    roll.answer(1, Position::Against).expect("recorded");
    let archive = roll.call.archive().expect("an archive");
    let vote = archive.roll_call(0).expect("one vote");
    assert_eq!(vote.tally().members(Position::Unknown), 2);
    assert!(vote.info().declared.is_none() && vote.info().in_call_order);
    assert_eq!(vote.info().times, [Some(Moment(2000)), Some(Moment(3000)), None, None]);
    let first = vote.votes().next().expect("a ballot");
    assert_eq!(first.member.name, "Member 2");
    roll.record(Event::Closed).expect("closed");
    let archive = roll.call.archive().expect("an archive");
    let vote = archive.roll_call(0).expect("one vote");
    let declared = vote.info().declared.expect("a closed vote declares its result");
    assert_eq!((declared.in_favour, declared.against), (Votes::ONE, Votes::ONE));
    assert_eq!(vote.tally().members(Position::NotVoting), 2);
}

/// Whoever is said to be present by another member is not in the room.
#[test]
fn a_proxy_makes_no_quorum() {
    let conduct = Conduct::default();
    let mut roll = Floorless::new(5, "half quorum >1/2", conduct);
    roll.answer(1, Position::For).expect("recorded");
    roll.record(Event::ProxyGiven { from: MemberNumber(3), to: MemberNumber(1) }).expect("a proxy");
    for (member, position) in [(2, Position::For), (3, Position::Present), (4, Position::Absent)] {
        roll.answer(member, position).expect("recorded");
    }
    assert_eq!(count_of(&roll.call).in_person, 2);
    roll.answer(5, Position::Absent).expect("recorded");
    assert_eq!(roll.call.certain().map(|certain| certain.verdict), Some(Verdict::NoQuorum));
}

fn any_event(members: u32) -> impl Strategy<Value = Event> {
    let member = (1..=members).prop_map(MemberNumber);
    let position = prop::sample::select(vec![
        Position::For,
        Position::Against,
        Position::Abstain,
        Position::Present,
        Position::Absent,
    ]);
    prop_oneof![
        6 => (member.clone(), position.clone())
            .prop_map(|(member, position)| Event::Answered { member, position }),
        2 => member.clone().prop_map(|member| Event::NoAnswer { member }),
        1 => (member.clone(), position)
            .prop_map(|(member, position)| Event::Corrected { member, position, reason: "r".to_owned() }),
        1 => member.clone().prop_map(|member| Event::Arrived { member }),
        1 => prop::option::of(member.clone()).prop_map(|member| Event::Presides { member }),
        1 => (member.clone(), member).prop_map(|(from, to)| Event::ProxyGiven { from, to }),
    ]
}

/// Every verdict that the answers still to come can lead to, by giving each of them.
fn reachable(roll: &Floorless, found: &mut Vec<Verdict>) {
    let Some(turn) = roll.call.next() else {
        let verdict = roll.call.opening().majority_rule().verdict(&count_of(&roll.call));
        if !found.contains(&verdict) {
            found.push(verdict);
        }
        return;
    };
    for position in [Position::For, Position::Against, Position::Abstain, Position::Present, Position::Absent]
    {
        let mut then = roll.clone();
        then.answer(turn.member.0, position).expect("who is next can answer");
        reachable(&then, found);
    }
}

fn count_of(call: &Call) -> crate::model::Count {
    crate::model::Count::of(&call.tally(), None, call.opening().vacant)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// The result is called certain exactly where no way to answer leads to another one, and since the line at
    /// which that became so.
    #[test]
    fn certain_is_what_no_answer_to_come_can_change(
        rule in prop::sample::select(vec![
            "half", "half tie chair", "2/3", ">1/2 of members", "3/5 of cast quorum >1/2", "1/2 of present", "3 of seats",
        ]),
        events in prop::collection::vec(any_event(5), 0..14),
    ) {
        let mut roll = Floorless::new(5, rule, Conduct::default());
        let mut since = None;
        for event in events {
            let Ok(seq) = roll.record(event) else { continue };
            let mut found = Vec::new();
            reachable(&roll, &mut found);
            let only = (found.len() == 1).then(|| found[0]);
            let now = roll.call.certain();
            prop_assert_eq!(now.map(|certain| certain.verdict), only, "{}", rule);
            since = match (since, only) {
                (Some((line, was)), Some(verdict)) if was == verdict => Some((line, verdict)),
                (_, verdict) => verdict.map(|verdict| (seq, verdict)),
            };
            prop_assert_eq!(now.map(|certain| (certain.seq, certain.verdict)), since);
        }
    }

    /// Whatever happened, undoing all of it leads to the start, and redoing all of it back.
    #[test]
    fn undo_leads_to_the_start_and_redo_back(events in prop::collection::vec(any_event(6), 0..20)) {
        let mut roll = call(6);
        let start = (roll.call.desks().to_vec(), roll.call.certain());
        let mut done = 0;
        for event in events {
            done += usize::from(roll.record(event).is_ok());
        }
        let end = (roll.call.desks().to_vec(), roll.call.voices(), roll.call.certain(), roll.call.chair());
        for _ in 0..done {
            roll.undo().expect("as many as were done");
        }
        prop_assert_eq!(&(roll.call.desks().to_vec(), roll.call.certain()), &start);
        for _ in 0..done {
            roll.redo().expect("as many as were undone");
        }
        let again = (roll.call.desks().to_vec(), roll.call.voices(), roll.call.certain(), roll.call.chair());
        prop_assert_eq!(again, end);
    }
}
