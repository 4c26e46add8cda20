//! The bulk reader gives what the reader of small tables gives.

use std::path::Path;

use proptest::prelude::*;

use super::{Sizes, open};
use crate::model::{Archive, Member, RollCallInfo};
use crate::read::audit::Ledger;
use crate::read::lookup::companions::{Beside, TablesBeside};
use crate::read::open::Options;
use crate::read::reading::read_beside;
use crate::read::table::Table;
use crate::read::{Reading, Source, lookup::beside};

/// Small files have many blocks too. The beginning is the whole file.
const SMALL: Sizes = Sizes { least: 0, head: 1 << 20, sample: 1 << 10, block: 64 };

fn in_bulk(folder: &Path, text: &str, tables: &TablesBeside<'_>) -> Option<Reading> {
    let path = folder.join("votes.csv");
    std::fs::write(&path, text).expect("a temporary file");
    open(&path, SMALL, None, &Options::default(), tables).expect("a file that can be read")
}

/// A member with the name of the party, not its number.
fn who(archive: &Archive, member: &Member) -> (Member, Option<String>) {
    let party = member.party.and_then(|id| archive.party(id)).map(|party| party.name.clone());
    (Member { party: None, ..member.clone() }, party)
}

type Line = ((Member, Option<String>), crate::model::Ballot);

fn votes(reading: &Reading) -> Vec<(RollCallInfo, Vec<Line>)> {
    let archive = &reading.archive;
    (0..archive.num_roll_calls())
        .filter_map(|index| archive.roll_call(index))
        .map(|roll_call| {
            let lines = roll_call.votes().map(|vote| (who(archive, vote.member), vote.ballot));
            (roll_call.info().clone(), lines.collect())
        })
        .collect()
}

fn assert_same(text: &str, tables: &[(&str, &str)]) {
    let beside = |_: &Table| -> Vec<Beside> {
        let sources = tables.iter().map(|(name, text)| Source::new(*name, *text));
        sources.filter_map(|source| beside::of_source(&source)).collect()
    };
    let source = Source::new("votes.csv", text);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let found = in_bulk(folder.path(), text, &beside);
    // Too much at fault is refused by both.
    let Ok(expected) = read_beside(&source, None, &beside) else { return assert!(found.is_none(), "{text}") };
    let found = found.expect("a file for bulk reading");
    assert_eq!(found.archive.parties, expected.archive.parties, "{text}");
    assert_eq!(votes(&found), votes(&expected), "{text}");
    assert_eq!(found.problems, expected.problems, "{text}");
    assert_eq!(Ledger::of(&found), Ledger::of(&expected), "{text}");
    assert_eq!((found.rows, found.blank_rows), (expected.rows, expected.blank_rows), "{text}");
    assert_eq!(found.mapping, expected.mapping, "{text}");
    assert_eq!(found.companions, expected.companions, "{text}");
    assert_eq!((found.file, found.format), (expected.file, expected.format));
}

/// A small archive without anything odd.
fn plain(order: impl Fn(usize, usize) -> (usize, usize)) -> String {
    let mut text = "vote_id,member_id,name,party,vote\n".to_owned();
    for row in 0..12 * 9 {
        let (vote, member) = order(row / 12, row % 12);
        let word = ["yes", "no", "abstain"][(vote * 5 + member * 3) % 7 % 3];
        text.push_str(&format!("{},m{member},Member {member},P{},{word}\n", vote + 100, member % 3));
    }
    text
}

#[test]
fn what_rows_say_of_their_vote_is_compared() {
    // The title of vote 103 and the result of vote 105 differ in a row or two each.
    let mut text = "vote_id,title,result,member_id,name,vote\n".to_owned();
    for vote in 100..112 {
        for member in 0..12 {
            let title = if vote == 103 && member == 4 { "Bridges" } else { "Lamps" };
            let result = if vote == 105 && member > 9 { "rejected" } else { "adopted" };
            text.push_str(&format!("{vote},{title} {vote},{result},m{member},Member {member},yes\n"));
        }
    }
    assert_same(&text, &[]);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let reading = in_bulk(folder.path(), &text, &|_| Vec::new()).expect("a file for bulk reading");
    let ledger = Ledger::of(&reading);
    assert_eq!((ledger.facts.count, ledger.facts.of), (3, 144));
    assert_eq!(ledger.facts.words, ["103: “Lamps 103” ≠ “Bridges 103”", "105: “adopted” ≠ “rejected”"]);
}

#[test]
fn votes_below_one_another_share_a_roster() {
    let text = plain(|vote, member| (vote, member));
    assert_same(&text, &[]);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let reading = in_bulk(folder.path(), &text, &|_| Vec::new()).expect("a file for bulk reading");
    assert_eq!(reading.archive.ballot_bytes(), 12 * 9 + 12 * 4 + size_of::<usize>());
}

#[test]
fn votes_in_any_order() {
    // Every member's votes below one another, and two votes in turn.
    assert_same(&plain(|vote, member| ((vote * 12 + member) % 9, (vote * 12 + member) / 9)), &[]);
    assert_same(
        &plain(|vote, member| {
            if vote < 8 { (vote / 2 * 2 + member % 2, vote % 2 * 6 + member / 2) } else { (vote, member) }
        }),
        &[],
    );
}

#[test]
fn line_ends_marks_and_quotation_marks() {
    let text = plain(|vote, member| (vote, member));
    assert_same(&text.replace('\n', "\r\n"), &[]);
    assert_same(&format!("\u{feff}{text}"), &[]);
    assert_same(text.trim_end(), &[]);
    assert_same(&text.replace("Member 7", "\"Member, 7\""), &[]);
    assert_same(&text.replace("Member 7", "\"Member\n 7\""), &[]);
    assert_same(&text.replace("100,m3,", "\"100\",\"m3\",").replace("P1", "\"P1\""), &[]);
    assert_same(&text.replace("\n104", "\r\r\n104"), &[]);
    assert_same(&format!("# title: Many votes\n# party: P1 | The Ones | #112233\n\n{text}"), &[]);
}

#[test]
fn rows_at_fault_are_told_alike() {
    let text = plain(|vote, member| (vote, member));
    let header = text.lines().next().expect("a header").to_owned();
    let cases: [(&str, &str); 14] = [
        ("103,m4,Member 4,P1,", "103,m3,Member 3,P0,no\n103,m4,Member 4,P1,"),
        ("103,m4,Member 4,P1,", "103,m3,Member 3,P2,no\n103,m4,Member 4,P1,"),
        ("102,m5,", &format!("{header}\n102,m5,")),
        ("105,m1,Member 1,P1,", "105,m1,Member 1\n105,m1,Member 1,P1,"),
        ("105,m2,Member 2,P2,", "\n,,,,\n   ,  ,,,\n105,m2,Member 2,P2,"),
        ("106,m9,Member 9,P0,", "106,m9,Member 9,P0,,x\n"),
        ("106,m7,Member 7,P1,", "106,m7,Member 7,P1,maybe"),
        ("106,m8,Member 8,P2,", "106,m8,Member 8,P2,  \n107,m8b,,P2,"),
        ("104,m0,Member 0,P0,", "104,,Total,,9\n104,m0,Member 0,P0,"),
        ("100,m0,Member 0,P0,", "100,,Total,,9\n100,m0,Member 0,P0,"),
        ("101,m2,Member 2,", "101,m2,12345,"),
        ("101,m2,Member 2,", "101,m2,,"),
        (
            "101,m2,Member 2,P2,",
            "101,,Member 2,P2,yes\n101,,Member 2,P2,yes\n101,,Member 2,P2,no\n101,m2,Member 2,P2,",
        ),
        ("101,m2,Member 2,P2,", "101,m2,Member 2,P2 , no \n# a remark,,,,\n101,m2,Member 2,P2,"),
    ];
    for (from, to) in cases {
        assert!(text.contains(from), "{from}");
        assert_same(&text.replacen(from, to, 1), &[]);
    }
    let all = cases.iter().fold(text, |text, (from, to)| text.replacen(from, to, 1));
    assert_same(&all, &[]);
    assert_same(&format!("{all}Total,,,,30\n"), &[]);
}

#[test]
fn what_is_odd_often_is_counted() {
    let mut text = "vote_id,member_id,name,weight,vote\n".to_owned();
    for vote in 0..40 {
        for member in 0..12 {
            let word = ["yes", "no", "", "perhaps", "yes", "no", "no"][(vote + member) % 7];
            let weight = if member == 3 { "heavy".to_owned() } else { format!("{member},000") };
            text.push_str(&format!(
                "{vote},{member},{},\"{weight}\",{word}\n",
                if member == 5 { "17" } else { "A Name" }
            ));
        }
    }
    assert_same(&text, &[]);
}

#[test]
fn tables_beside_are_joined() {
    let mut text = "congress,chamber,rollnumber,icpsr,cast_code,prob\n".to_owned();
    let mut members = "congress,chamber,icpsr,party_code,bioname\n".to_owned();
    let mut rollcalls = "congress,chamber,rollnumber,date,yea_count,nay_count,vote_desc\n".to_owned();
    for congress in 1..=3 {
        for chamber in ["House", "Senate"] {
            for member in 0..9 {
                let icpsr = 1000 + member + if chamber == "House" { 0 } else { 50 };
                let party = if (member + congress) % 4 == 0 { 100 } else { 200 };
                members.push_str(&format!("{congress},{chamber},{icpsr},{party},\"NAME, {icpsr}\"\n"));
            }
            for roll in 1..=6 {
                rollcalls.push_str(&format!(
                    "{congress},{chamber},{roll},19{congress:02}-01-0{roll},5,4,A bill {roll}\n"
                ));
                for member in 0..9 {
                    let icpsr = 1000 + member + if chamber == "House" { 0 } else { 50 };
                    let code = [1, 6, 9, 1, 7][(member + roll) % 5];
                    text.push_str(&format!("{congress},{chamber},{roll},{icpsr},{code},{}.5\n", member * 7));
                }
            }
        }
    }
    assert_same(&text, &[("members.csv", &members), ("rollcalls.csv", &rollcalls)]);
    assert_same(&text, &[]);
}

#[test]
fn rows_that_only_look_like_sums_are_rows() {
    // `House` is a label, and the rest of the row are numbers.
    let mut text = "congress,chamber,rollnumber,icpsr,cast_code\n".to_owned();
    for row in 0..40 * 9 {
        let chamber = if row < 20 * 9 { "Senate" } else { "House" };
        text.push_str(&format!("5,{chamber},{},{},{}\n", row / 9 % 20, 1000 + row % 9, 1 + row % 2 * 5));
    }
    assert_same(&text, &[]);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let reading = in_bulk(folder.path(), &text, &|_| Vec::new()).expect("a file for bulk reading");
    assert_eq!((reading.rows.read, reading.archive.num_roll_calls()), (40 * 9, 40));
}

#[test]
fn files_of_another_kind_are_left_to_the_other_reader() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let text = plain(|vote, member| (vote, member));
    let unclosed = text.replacen("Member 5", "\"Member 5", 1);
    let one_vote = "name,vote\nA B,yes\nC D,no\n";
    for other in [&unclosed, one_vote, "", "{\"votes\": []}", "a\0b\n"] {
        assert_eq!(
            in_bulk(folder.path(), other, &|_| Vec::new()).map(|reading| votes(&reading)),
            None,
            "{other}"
        );
    }
    let latin: Vec<u8> = text.replace("Member 11", "Membre é").chars().map(|c| c as u8).collect();
    let path = folder.path().join("latin.csv");
    std::fs::write(&path, latin).expect("a temporary file");
    let found = open(&path, SMALL, None, &Options::default(), &|_| Vec::new()).expect("a readable file");
    assert!(found.is_none());
}

/// One row in a few is odd in some way.
fn row() -> impl Strategy<Value = (u8, u8, u8, u8)> {
    (0..6_u8, 0..9_u8, 0..12_u8, prop_oneof![9 => Just(0_u8), 1 => 1..12_u8])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_file_is_read_alike(
        rows in prop::collection::vec(row(), 0..40),
        sorted in any::<bool>(),
        keyed in any::<bool>(),
        quoted in any::<bool>(),
        crlf in any::<bool>(),
    ) {
        let mut rows = rows;
        // Enough of a table to be one of many votes.
        rows.extend((0..6).flat_map(|vote| (0..9).map(move |member| (vote, member, vote * 5 + member, 0))));
        if sorted {
            rows.sort_by_key(|row| row.0);
        }
        let words = ["yes", "no", "abstain", "yes", "no", " no", "No", "absent", "yes ", "no", "perhaps", ""];
        let end = if crlf { "\r\n" } else { "\n" };
        let mut text = format!("vote_id,name,party,{}vote{end}", if keyed { "member_id," } else { "" });
        let header = text.clone();
        for (vote, member, word, odd) in rows {
            let name = format!("Member {}", char::from(b'A' + member));
            let name = if quoted && member == 2 { format!("\"{name}\"") } else { name };
            let key = if keyed { format!("k{member},") } else { String::new() };
            let (party, word) = (member % 3, words[usize::from(word) % words.len()]);
            match odd {
                1 => text.push_str(end),
                2 => text.push_str(&header),
                3 => text.push_str(&format!("{vote},{name}{end}")),
                4 => text.push_str(&format!("{vote},{name},P{party},{key}{word},more{end}")),
                5 => text.push_str(&format!("{vote},Total,,{}12{end}", if keyed { "," } else { "" })),
                6 => text.push_str(&format!(",,,,{end}")),
                7 => text.push_str(&format!("{vote},,P{party},{key}{word}{end}")),
                8 => text.push_str(&format!("{vote},7,P{party},{key}{word}{end}")),
                9 if quoted => text.push_str(&format!("{vote},\"Member,\n{member}\",P{party},{key}{word}{end}")),
                10 => text.push_str(&format!("{vote} ,{name} , P{party},{key}{word}{end}")),
                _ => text.push_str(&format!("{vote},{name},P{party},{key}{word}{end}")),
            }
        }
        assert_same(&text, &[]);
    }
}

#[test]
fn chambers_and_sessions_part_votes_wherever_they_stand() {
    // The beginning and the samples of a large file may never show one number in two chambers.
    let archive = |own_numbers: bool| {
        let mut text = "session,chamber,number,member_id,name,vote\n".to_owned();
        for session in 1..=4 {
            for (chamber, first) in [("Lower", 0), ("Upper", 100)] {
                for number in 1..=30 {
                    let number = if own_numbers { session * 1000 + first * 4 + number } else { number };
                    for member in 0..8 {
                        let id = first + member;
                        let word = if (number + member) % 3 == 0 { "yes" } else { "no" };
                        text.push_str(&format!("{session},{chamber},{number},{id},Member {id},{word}\n"));
                    }
                }
            }
        }
        text
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("votes.csv");
    let sizes = Sizes { head: 600, sample: 120, ..SMALL };
    for own_numbers in [false, true] {
        let text = archive(own_numbers);
        std::fs::write(&path, &text).expect("a temporary file");
        let found = open(&path, sizes, None, &Options::default(), &|_| Vec::new()).expect("a readable file");
        let expected = read_beside(&Source::new("votes.csv", text), None, &|_| Vec::new()).expect("votes");
        let found = found.expect("a file for bulk reading");
        assert_eq!(found.archive.num_roll_calls(), 4 * 2 * 30);
        assert_eq!(votes(&found), votes(&expected));
        assert_eq!(found.mapping, expected.mapping);
    }
}

#[test]
fn numbers_that_start_again_unseen_are_left_to_the_other_reader() {
    // The day parts the votes, and the samples do not show it.
    let mut text = "day,number,member_id,name,vote\n".to_owned();
    for day in 1..=9 {
        for number in 1..=20 {
            for member in 0..8 {
                text.push_str(&format!(
                    "day {day},{number},{member},Member {member},{}\n",
                    ["yes", "no"][member % 2]
                ));
            }
        }
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("votes.csv");
    std::fs::write(&path, &text).expect("a temporary file");
    let sizes = Sizes { head: 700, sample: 60, ..SMALL };
    let found = open(&path, sizes, None, &Options::default(), &|_| Vec::new()).expect("a readable file");
    let expected = read_beside(&Source::new("votes.csv", text), None, &|_| Vec::new()).expect("votes");
    assert!(found.is_none_or(|found| votes(&found) == votes(&expected)));
}
