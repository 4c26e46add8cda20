//! Whatever the bytes, reading ends in a reading or a sentence, and no row is lost without a word.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use hemicycle::model::Position;
use hemicycle::read::{Done, Reading, Role, Source, read};
use proptest::prelude::*;

fn reading(text: &str) -> Reading {
    read(&Source::new("test.csv", text)).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// What must hold of every reading: the rows add up, each row set aside has its problem, and every ballot
/// stands for a row that was read.
fn assert_rows_add_up(reading: &Reading) {
    let rows = reading.rows;
    assert_eq!(rows.read + rows.set_aside, rows.present);
    let set_aside = reading.problems.iter().filter(|problem| problem.done == Done::SetAside);
    assert_eq!(set_aside.count() as u64, rows.set_aside);
    let roll_call = reading.roll_call().expect("a roll call");
    assert_eq!(roll_call.votes().count() as u64, rows.read);
    let counted: u32 = reading.mapping.words.iter().map(|word| word.count).sum();
    assert!(u64::from(counted) <= rows.read);
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just("yes".to_owned()),
        3 => Just("Contre".to_owned()),
        1 => Just("Enthaltung".to_owned()),
        1 => Just("absent".to_owned()),
        1 => Just("perhaps".to_owned()),
        2 => Just(String::new()),
        1 => Just("Total".to_owned()),
        1 => "[0-9]{1,4}",
        3 => "[A-Za-zÀ-ÿ ]{1,12}",
        1 => "\\PC{0,20}",
    ]
}

/// A table as CSV, written by the `csv` crate.
fn table(delimiter: u8) -> impl Strategy<Value = (String, usize)> {
    prop::collection::vec(prop::collection::vec(cell(), 1..7), 1..40).prop_map(move |records| {
        let mut writer =
            csv::WriterBuilder::new().flexible(true).delimiter(delimiter).from_writer(Vec::new());
        writer.write_record(["name", "party", "vote", "id", "weight", "order"]).expect("written");
        let mut filled = 0;
        for record in &records {
            writer.write_record(record).expect("written");
            filled += usize::from(record.iter().any(|cell| !cell.trim().is_empty()));
        }
        (String::from_utf8(writer.into_inner().expect("flushed")).expect("UTF-8"), filled)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        if let Ok(reading) = read(&Source::new("any", bytes)) {
            assert_rows_add_up(&reading);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(#[^\n]{0,20}\n)?([a-z\"',;|\t #=:yes0-9é]{0,12}[,;|\t\n\r]){0,200}") {
        if let Ok(reading) = read(&Source::new("any", text)) {
            assert_rows_add_up(&reading);
        }
    }

    /// Rows present are counted by the writer, not by the reader.
    #[test]
    fn every_row_is_read_or_reported((text, filled) in prop_oneof![table(b','), table(b';'), table(b'\t')]) {
        if let Ok(reading) = read(&Source::new("table", text.clone())) {
            assert_rows_add_up(&reading);
            prop_assert_eq!(reading.rows.present as usize, filled, "{}", text);
        }
    }

    /// The same votes in any delimiter, encoding and line end give the same count.
    #[test]
    fn dress_does_not_change_the_count(
        votes in prop::collection::vec(0_usize..4, 12..60),
        delimiter in prop::sample::select(vec![",", ";", "\t", "|"]),
        line_end in prop::sample::select(vec!["\n", "\r\n", "\r", "\r\r\n"]),
        encoding in 0_usize..5,
    ) {
        const WORDS: [&str; 4] = ["Pour", "Contre", "Abstention", "Excusé"];
        let mut text = ["élu", "groupe", "vote"].join(delimiter) + line_end;
        for (index, &vote) in votes.iter().enumerate() {
            let name = format!("Élodie Müller {}", char::from(b'A' + (index % 26) as u8).to_string().repeat(index / 26 + 1));
            text += &([name.as_str(), ["Gauche", "Droite"][index % 2], WORDS[vote]].join(delimiter) + line_end);
        }
        let bytes = match encoding {
            0 => text.clone().into_bytes(),
            1 => [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat(),
            2 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            3 => [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect(),
            _ => encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
        };
        let reading = read(&Source::new("test.csv", bytes)).expect("readable");
        let tally = reading.roll_call().expect("a roll call").tally();
        let positions = [Position::For, Position::Against, Position::Abstain, Position::Excused];
        for (kind, position) in positions.into_iter().enumerate() {
            let expected = votes.iter().filter(|&&vote| vote == kind).count();
            prop_assert_eq!(tally.members(position) as usize, expected, "{:?}", position);
        }
        prop_assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    }
}

#[test]
fn a_quarter_of_the_rows_may_be_unknown_words_and_all_are_kept() {
    let reading = reading("name;vote\nA;yes\nB;jein\nC;no\nD;yes\n");
    assert_rows_add_up(&reading);
    assert_eq!(reading.roll_call().unwrap().tally().members(Position::Unknown), 1);
    assert_eq!(reading.problems[0].found, "jein");
    assert_eq!((reading.problems[0].row, reading.problems[0].column.as_deref()), (Some(3), Some("vote")));
}

#[test]
fn proxies_weights_and_the_call_order() {
    let reading =
        reading("order,name,shares,proxy,vote\n2,Ann,10,,yes\n1,Bob,2.5,Ann,no\n3,Cid,1,no,abstain\n");
    let roll_call = reading.roll_call().unwrap();
    let names: Vec<&str> = roll_call.votes().map(|vote| vote.member.name.as_str()).collect();
    assert_eq!(names, ["Bob", "Ann", "Cid"]);
    let proxies: Vec<bool> = roll_call.votes().map(|vote| vote.ballot.is_proxy()).collect();
    assert_eq!(proxies, [true, false, false]);
    let tally = roll_call.tally();
    assert_eq!(tally.votes(Position::For).to_string(), "10");
    assert_eq!(tally.votes(Position::Against).to_string(), "2.5");
    assert!(tally.is_weighted());
}

#[test]
fn electing_a_speaker() {
    let mut text = "name,party,vote\n".to_owned();
    for index in 0..30 {
        let vote = ["Okafor", "Lindqvist", "Present"][if index % 10 == 9 { 2 } else { index % 2 }];
        text += &format!("Member {index:02} X,Party {},{vote}\n", index % 2);
    }
    let reading = reading(&text);
    assert_eq!(reading.mapping.options, ["Okafor", "Lindqvist"]);
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    assert_eq!(reading.roll_call().unwrap().tally().members(Position::Present), 3);
}

#[test]
fn codes_are_never_guessed() {
    let reading = reading("name,vote\nAnn,1\nBob,0\nCid,1\nDan,1\nEve,0\nFay,9\n");
    let tally = reading.roll_call().unwrap().tally();
    assert_eq!(tally.members(Position::Unknown), 6);
    assert_eq!(reading.problems.len(), 6);
}

#[test]
fn a_file_without_a_header() {
    let reading = reading(
        "Ann Roe;North;yes\nBob Doe;North;no\nCid Poe;South;yes\nDan Low;South;yes\nEve Coe;South;no\nFay Moe;North;yes\n",
    );
    assert_eq!(reading.mapping.header_line, None);
    assert_eq!(reading.mapping.column(Role::Name), Some(0));
    assert_eq!(reading.rows.read, 6);
}
