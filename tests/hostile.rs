//! Files made to do harm, or broken so that they do: each ends in a plain refusal or in an honest reading. The sizes
//! are such that work growing with the square of them would not end.

#![allow(clippy::format_collect, reason = "texts of a test are short to write this way")]
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use hemicycle::model::Position;
use hemicycle::read::{
    DocumentFault, Done, Foreign, Options, ProblemKind, ReadError, Reading, Source, open, read,
};

fn reading(text: impl Into<Vec<u8>>) -> Reading {
    read(&Source::new("hostile", text)).unwrap_or_else(|error| panic!("{error}"))
}

fn refused(text: impl Into<Vec<u8>>) -> ReadError {
    read(&Source::new("hostile", text)).map(|reading| reading.file).expect_err("not a roll call")
}

fn document_fault(text: impl Into<Vec<u8>>) -> DocumentFault {
    match refused(text) {
        ReadError::Broken { fault, .. } => fault,
        other => panic!("{other}"),
    }
}

#[test]
fn a_line_without_an_end() {
    let line = "yes,".repeat(5 << 20);
    assert!(matches!(refused(format!("name,vote\nAnn,yes\n{line}")), ReadError::LongLine { line: 3, .. }));
    assert!(matches!(refused("a".repeat(17 << 20)), ReadError::LongLine { line: 1, .. }));
}

#[test]
fn a_hundred_thousand_columns() {
    let row = |cell: &str| vec![cell; 100_000].join(",");
    let text = format!("name,{}\nAnn,{}\nBo,{}\n", row("v"), row("yes"), row("no"));
    assert!(matches!(refused(text), ReadError::TooManyColumns { count: 100_001, .. }));
}

#[test]
fn bytes_that_are_no_text() {
    let nul = "na\0me,vote\nAnn,yes\nBo,no\n";
    assert!(matches!(refused(nul), ReadError::NotDelimited { found: Foreign::Binary, .. }));
    let hole = format!("name,vote\nAnn{},yes\nBo,no\n", "\0".repeat(8));
    assert!(matches!(refused(hole), ReadError::ZeroBytes { line: 2, count: 8, .. }));
    // A cell may hold any character that a text can: a lone byte is kept as it stands, and reported with its line.
    let rows: String = (0..9_000).map(|n| format!("Member {n},{}\n", ["yes", "no"][n % 2])).collect();
    for (text, line, read) in [
        (format!("name,vote\n{rows}C\0y,yes\n"), 9_002, 9_001),
        (format!("name,vote\nC\0y,yes\n{rows}"), 2, 9_001),
    ] {
        let reading = reading(text);
        assert_eq!((reading.rows.read, reading.rows.set_aside), (read, 0));
        let problem = &reading.problems[0];
        assert_eq!(
            (problem.kind, problem.row, reading.problems.len()),
            (ProblemKind::ZeroBytes, Some(line), 1)
        );
        assert_eq!(problem.found, "C␀y,yes");
    }
}

#[test]
fn half_a_character_in_json() {
    assert_eq!(
        document_fault(r#"{"votes": {"yes": ["\ud800x"], "no": ["b"]}}"#),
        DocumentFault::HalfCharacter
    );
}

#[test]
fn a_quotation_mark_on_every_line() {
    let rows: String = (0..60_000).map(|n| format!("\"Member {n},Reds,{}\n", ["yes", "no"][n % 2])).collect();
    let reading = reading(format!("name,party,vote\n{rows}"));
    assert_eq!((reading.rows.read, reading.rows.present), (60_000, 60_000));
    assert!(reading.problems.iter().any(|problem| problem.kind == ProblemKind::UnclosedQuote));
}

#[test]
fn a_different_word_in_every_row() {
    let text: String = (0..60_000)
        .map(|n: usize| {
            format!("Member {n},{}\n", if n.is_multiple_of(3) { "yes".to_owned() } else { format!("w{n}x") })
        })
        .collect();
    let table = reading(format!("name,vote\n{text}"));
    let record = |n: usize| {
        let word = if n.is_multiple_of(3) { "yes".to_owned() } else { format!("w{n}x") };
        format!(r#"{{"name": "Member {n}", "vote": "{word}"}}"#)
    };
    let records: Vec<String> = (0..60_000).map(record).collect();
    let document = reading(format!(r#"{{"votes": [{}]}}"#, records.join(",")));
    for reading in [table, document] {
        let tally = reading.archive.roll_call(0).expect("a vote").tally();
        assert_eq!((tally.members(Position::For), tally.members(Position::Unknown)), (20_000, 40_000));
        let unknown = reading.problems.iter().filter(|problem| problem.kind == ProblemKind::UnknownWord);
        assert_eq!(unknown.count(), 40_000);
        assert!(reading.problems.iter().all(|problem| problem.done == Done::KeptUnknown));
    }
}

#[test]
fn keys_without_end() {
    let keys: Vec<String> = (0..60_000).map(|n| format!(r#""k{n}": {{"a": 1, "b{n}": 2}}"#)).collect();
    assert!(matches!(refused(format!("{{{}}}", keys.join(","))), ReadError::NoBallots { .. }));
    let lists: Vec<String> =
        (0..30_000).map(|n| format!(r#""k": [{{"name": "x{n}", "vote": "yes"}}]"#)).collect();
    assert_eq!(reading(format!("{{{}}}", lists.join(","))).rows.read, 30_000);
    // In a record, what stands beyond the first thousands of keys has no column, and is no vote.
    let wide: Vec<String> =
        (0..3_000).map(|n| format!(r#"{{"name": "M{n}", "vote": "yes", "x{n}": 1, "y{n}": 2}}"#)).collect();
    assert_eq!(reading(format!(r#"{{"votes": [{}]}}"#, wide.join(","))).rows.read, 3_000);
}

#[test]
fn a_graph_of_many_motions() {
    let nodes: Vec<String> = (0..20_000)
        .map(|n| format!(r#"{{"id": "V{n}", "kind": "motion"}}, {{"id": "M{n}", "kind": "member"}}"#))
        .collect();
    let links: Vec<String> =
        (0..40_000).map(|n| format!(r#"{{"source": "M{}", "target": "V{}"}}"#, n % 20_000, n / 2)).collect();
    let text = format!(r#"{{"nodes": [{}], "links": [{}]}}"#, nodes.join(","), links.join(","));
    assert_eq!(reading(text).archive.num_roll_calls(), 20_000);
}

#[test]
fn markup_that_unfolds() {
    let laughs: String = ('b'..='k')
        .map(|c| format!("<!ENTITY {c} \"{}\">", format!("&{};", (c as u8 - 1) as char).repeat(10)))
        .collect();
    let text = format!("<!DOCTYPE l [<!ENTITY a \"ha\">{laughs}]><l>&k;</l>");
    assert_eq!(document_fault(text), DocumentFault::Entities);
    let attributes: String = (0..200_000).map(|n| format!(" a{n}=\"1\"")).collect();
    assert_eq!(document_fault(format!("<v{attributes}/>")), DocumentFault::TooLarge);
    // Every element would keep a list of all the namespaces around it.
    let namespaces: String = (0..900).map(|n| format!(" xmlns:n{n}=\"u{n}\"")).collect();
    let elements = "<a xmlns:x=\"y\"/>".repeat(50_000);
    assert_eq!(document_fault(format!("<v{namespaces}>{elements}</v>")), DocumentFault::TooLarge);
}

#[test]
fn tables_that_name_each_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("written");
    let votes: String =
        (0..30).map(|n| format!("{},{},{}\n", n / 10 + 1, n % 10 + 1, ["yes", "no"][n % 2])).collect();
    write("votes.csv", &format!("vote_id,member_id,vote\n{votes}"));
    let members: String = (1..=10).map(|n| format!("{n},Member {n},{}\n", 11 - n)).collect();
    write("members.csv", &format!("member_id,name,party_id\n{members}"));
    let parties: String = (1..=10).map(|n| format!("{n},Party {n},{}\n", 11 - n)).collect();
    write("parties.csv", &format!("party_id,party,leader\n{parties}"));
    let reading = open(&folder.path().join("votes.csv"), &Options::default()).expect("votes");
    assert_eq!((reading.archive.num_roll_calls(), reading.rows.read), (3, 30));
    assert_eq!(reading.archive.members().len(), 10);
    assert!(reading.archive.members().iter().all(|member| member.name.starts_with("Member ")));
}
