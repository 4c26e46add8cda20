//! What is converted reads back to the same votes, whatever they are.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use hemicycle::export::{popolo_json, tidy_csv};
use hemicycle::model::{
    Archive, Ballot, Declared, Member, MemberId, Party, PartyId, Position, RollCall, RollCallInfo, Tally,
    VoteDate, Votes,
};
use hemicycle::read::{Reading, Source, read};
use proptest::prelude::*;

/// What must be the same on the way out and back: number, title, day, declared result, tally.
type Told = (Option<String>, Option<String>, Option<String>, Option<Declared>, Vec<(Position, u32, Votes)>);

fn told(roll_call: RollCall<'_>) -> Told {
    let info = roll_call.info();
    let tally: Tally = roll_call.tally();
    let lines = tally.occurring().map(|(position, line)| (position, line.members, line.votes)).collect();
    (info.id.clone(), info.title.clone(), info.date.as_ref().map(ToString::to_string), info.declared, lines)
}

fn all(archive: &Archive) -> Vec<RollCall<'_>> {
    (0..archive.num_roll_calls()).filter_map(|index| archive.roll_call(index)).collect()
}

fn back(text: &str) -> Reading {
    read(&Source::new("converted", text)).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn assert_same(archive: &Archive) {
    let votes = all(archive);
    let expected: Vec<Told> = votes.iter().map(|&vote| told(vote)).collect();
    for text in [tidy_csv(&votes), popolo_json(&votes).to_string()] {
        let reading = back(&text);
        let found: Vec<Told> = all(&reading.archive).iter().map(|&vote| told(vote)).collect();
        assert_eq!(found, expected, "{text}");
        assert_eq!(reading.rows.set_aside, 0, "{text}");
    }
}

/// Members with names that could be taken for something else, in parties of several colours.
fn chamber(size: usize) -> Archive {
    let mut archive = Archive::default();
    for (name, colour) in [("The Reds", "#aa0000"), ("=Blues", "#0000aa"), ("Greens, United", "#00aa00")] {
        let party = Party {
            name: name.to_owned(),
            short: name.chars().take(4).collect(),
            colour: colour.parse().ok(),
        };
        archive.parties.push(party);
    }
    for index in 0..size {
        archive.add_member(Member {
            name: format!("Member {} No", char::from(b'A' + (index % 26) as u8)),
            party: (index % 4 != 3).then_some(PartyId((index % 4) as u16)),
            key: Some(format!("K{index}")),
            constituency: (index % 2 == 0).then(|| format!("Place {index}")),
            ..Member::default()
        });
    }
    archive
}

fn day(index: usize) -> VoteDate {
    VoteDate::from_text(&format!("2030-01-{:02}", index + 1))
}

fn vote(index: usize, declared: bool) -> RollCallInfo {
    let votes = |n: u32| Votes::whole(n);
    RollCallInfo {
        id: Some(format!("V{index}")),
        title: Some(format!("Motion “{index}”, as amended")),
        date: Some(day(index)),
        declared: declared.then(|| Declared {
            in_favour: votes(7),
            against: votes(5),
            abstain: Some(votes(1)),
        }),
        ..RollCallInfo::default()
    }
}

fn position() -> impl Strategy<Value = Position> {
    prop_oneof![
        4 => Just(Position::For),
        4 => Just(Position::Against),
        2 => Just(Position::Abstain),
        1 => (0..Position::ALL.len()).prop_map(|index| Position::ALL[index]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn whatever_they_voted(
        positions in proptest::collection::vec(proptest::collection::vec((position(), any::<bool>()), 12), 1..5),
        declared in any::<bool>(),
    ) {
        let mut archive = chamber(12);
        for (index, ballots) in positions.iter().enumerate() {
            let ballots = ballots.iter().enumerate().map(|(member, &(position, is_proxy))| {
                // Sides must be on paper for a reader to know a vote from attendance.
                let position = match member { 0 => Position::For, 1 => Position::Against, _ => position };
                let ballot = Ballot::new(position);
                (MemberId(member as u32), if is_proxy { ballot.by_proxy() } else { ballot })
            });
            archive.add_roll_call(vote(index, declared), ballots).expect("members exist");
        }
        assert_same(&archive);
    }
}

#[test]
fn weights_and_members_without_a_number() {
    let mut archive = Archive::default();
    for (name, weight) in [("Ann Alm", "1.125"), ("Bo Berg", "2.375"), ("Ann Alm", "1"), ("Cy Dahl", "10")] {
        let weight = weight.parse::<Votes>().ok().filter(|weight| *weight != Votes::ONE);
        archive.add_member(Member { name: name.to_owned(), weight, ..Member::default() });
    }
    let positions = [Position::For, Position::Against, Position::For, Position::Abstain];
    let ballots = positions.iter().enumerate().map(|(index, &p)| (MemberId(index as u32), Ballot::new(p)));
    archive.add_roll_call(vote(0, false), ballots).expect("members exist");
    assert_same(&archive);
}

#[test]
fn votes_without_a_number_or_with_the_same_one_get_their_own() {
    let mut archive = chamber(6);
    for _ in 0..3 {
        let ballots =
            (0..6).map(|n| (MemberId(n), Ballot::new(if n < 4 { Position::For } else { Position::Against })));
        let info = RollCallInfo { id: Some("?".to_owned()), ..RollCallInfo::default() };
        archive.add_roll_call(info, ballots).expect("members exist");
    }
    let votes = all(&archive);
    for text in [tidy_csv(&votes), popolo_json(&votes).to_string()] {
        let reading = back(&text);
        assert_eq!(reading.archive.num_roll_calls(), 3);
        assert_eq!(reading.archive.roll_call(2).map(|vote| vote.tally().members(Position::For)), Some(4));
    }
}

#[test]
fn an_election_keeps_its_candidates() {
    let mut archive = chamber(9);
    let title = Some("Election of the chair".to_owned());
    let info =
        RollCallInfo { choices: vec!["Alda".to_owned(), "Brando".to_owned()], title, ..vote(0, false) };
    let ballots = (0..9).map(|n| {
        let choice = hemicycle::model::ChoiceId((n % 2) as u8);
        (MemberId(n), Ballot::new(if n == 8 { Position::Absent } else { Position::Choice(choice) }))
    });
    archive.add_roll_call(info, ballots).expect("members exist");
    let votes = all(&archive);
    for text in [tidy_csv(&votes), popolo_json(&votes).to_string()] {
        let reading = back(&text);
        let election = reading.roll_call().expect("a vote");
        let mut choices = election.info().choices.clone();
        choices.sort();
        assert_eq!(
            (choices.as_slice(), election.tally().num_cast()),
            (["Alda", "Brando"].map(str::to_owned).as_slice(), 8)
        );
    }
}

#[test]
fn cells_that_start_like_a_formula_are_made_safe() {
    let mut archive = Archive::default();
    let member = archive.add_member(Member { name: "=HYPERLINK(1)".to_owned(), ..Member::default() });
    archive.add_roll_call(RollCallInfo::default(), [(member, Ballot::new(Position::For))]).expect("a member");
    let text = tidy_csv(&all(&archive));
    assert!(text.contains("'=HYPERLINK(1)") && !text.contains(",=HYPERLINK"), "{text}");
}
