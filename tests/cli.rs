//! The program as it is called: arguments in, text and exit codes out.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data").join(name)
}

fn hemicycle() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C");
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
    command
}

fn run(arguments: &[&str]) -> (i32, String, String) {
    outcome(hemicycle().args(arguments).output().expect("the program runs"))
}

fn outcome(output: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

fn founding() -> String {
    sample("2025-03-20-scrutin-1102.csv").display().to_string()
}

/// Positions counted from the last column by splitting lines: another reader than the program's own.
fn counted_by_hand(path: &str) -> Vec<(String, u64)> {
    let text = fs::read_to_string(path).expect("the sample");
    let mut counts: Vec<(String, u64)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let word = line.rsplit(',').next().expect("a last column").to_owned();
        match counts.iter_mut().find(|(known, _)| *known == word) {
            Some((_, count)) => *count += 1,
            None => counts.push((word, 1)),
        }
    }
    counts
}

#[test]
fn the_founding_vote_says_119_to_24() {
    let (code, out, err) = run(&["tally", &founding()]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("119–24"), "{out}");
    assert!(out.contains("149 of 575"), "{out}");
    assert!(out.contains("118–21, 22 positions unknown"), "{out}");
}

#[test]
fn the_founding_vote_as_json() {
    let (code, out, _) = run(&["tally", &founding(), "--json"]);
    assert_eq!(code, 0);
    let tally: Value = serde_json::from_str(&out).expect("one JSON object");
    assert_eq!(tally["vote"]["id"], "1102");
    assert_eq!(tally["vote"]["date"], "2025-03-20");
    assert_eq!((&tally["members"], &tally["seats"]), (&json!(575), &json!(577)));
    assert_eq!(tally["headline"], json!({"for": 24, "against": 119, "source": "declared"}));
    assert_eq!(tally["declared"], json!({"for": 24, "against": 119, "abstain": 6}));
    assert_eq!(tally["agrees"], "explained-by-unknown");
    assert_eq!(
        tally["outcome"],
        json!({"result": "rejected", "rule": "more-for-than-against", "needed": 72, "switches_to_flip": 48})
    );
    for (word, key) in [
        ("Pour", "for"),
        ("Contre", "against"),
        ("Abstention", "abstain"),
        ("Absent", "absent"),
        ("Non-votant", "not-voting"),
        ("Inconnu", "unknown"),
    ] {
        let by_hand = counted_by_hand(&founding()).into_iter().find(|(known, _)| known == word);
        assert_eq!(tally["positions"][key], json!(by_hand.map(|(_, count)| count)), "{word}");
    }
    let parties = tally["parties"].as_array().expect("parties");
    assert_eq!(parties.len(), 12);
    let democrats = parties.iter().find(|party| party["short"] == "DEM").expect("DEM");
    assert_eq!(democrats["members"], 36);
    assert_eq!(
        democrats["positions"],
        json!({"for": 3, "against": 6, "abstain": 3, "unknown": 1, "absent": 23})
    );
    assert_eq!((democrats["rice"].as_f64(), democrats["agreement"].as_f64()), (Some(1.0 / 3.0), Some(0.25)));
}

#[test]
fn standard_input_and_french() {
    let mut child = hemicycle()
        .args(["tally", "-", "--lang", "fr"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let text = "nom;groupe;vote\nAnna;A;Pour\nBéa;A;Contre\nCleo;B;Pour\n";
    child.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("written");
    let (code, out, _) = outcome(child.wait_with_output().expect("it ends"));
    assert_eq!(code, 0);
    assert!(out.contains("2–1") && out.contains("Adopté"), "{out}");
}

#[test]
fn check_tells_the_reading_and_exits_with_1_where_rows_were_lost() {
    let faults = sample("faults-illustrative.csv").display().to_string();
    let (code, out, _) = run(&["check", &faults, "--json"]);
    assert_eq!(code, 1);
    let check: Value = serde_json::from_str(&out).expect("one JSON object");
    assert_eq!(check["encoding"], "windows-1252");
    assert_eq!(check["delimiter"], ";");
    assert_eq!(check["header_line"], 8);
    let rows = &check["rows"];
    assert_eq!(
        rows["read"].as_u64().unwrap() + rows["set_aside"].as_u64().unwrap(),
        rows["present"].as_u64().unwrap()
    );
    let kinds: Vec<&str> = check["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| problem["kind"].as_str().unwrap())
        .collect();
    for kind in [
        "unclosed-quote",
        "bad-metadata",
        "unknown-word",
        "duplicate-member",
        "blank-position",
        "bad-weight",
        "number-for-name",
        "short-row",
        "repeated-header",
        "long-row",
        "no-name",
        "total-row",
        "declared-differs",
    ] {
        assert!(kinds.contains(&kind), "{kind} in {kinds:?}");
    }
    let (code, out, _) = run(&["check", &founding()]);
    assert_eq!(code, 0);
    assert!(out.contains("575 read, 0 set aside, of 575 rows"), "{out}");
}

#[test]
fn faults_are_sentences_with_exit_codes() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("written");
        path.display().to_string()
    };
    let missing = folder.path().join("missing.csv").display().to_string();
    for (path, words) in [
        (missing, "there is no such file"),
        (folder.path().display().to_string(), "is a folder"),
        (file("empty.csv", b""), "is empty"),
        (file("blank.csv", b"\n  \r\n"), "is empty"),
        (file("image.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "is not a text file"),
        (file("book.csv", b"PK\x03\x04....xl/workbook.xml"), "spreadsheet"),
        (file("data.csv", b"{\"votes\": []}"), "is JSON"),
        (file("page.csv", b"<!DOCTYPE html><html></html>"), "XML or HTML"),
        (file("names.csv", b"name,party\nAnn,A\nBob,B\n"), "no column of votes (columns: name, party)"),
        (file("header.csv", b"name,party,vote\n"), "no rows below it"),
        (file("wide.csv", b"name,v1,v2\nAnn,yes,no\nBob,no,yes\nCid,no,no\n"), "one in each column (v1, v2)"),
    ] {
        let (code, out, err) = run(&["tally", &path]);
        assert_eq!((code, out.as_str()), (1, ""), "{path}");
        assert!(err.contains(words), "{path}: {err}");
        assert_eq!(err.lines().count(), 1, "{err}");
        let (code, out, _) = run(&["check", &path, "--json"]);
        let answer: Value = serde_json::from_str(&out).expect("a JSON object");
        assert_eq!(code, 1);
        assert!(answer["error"].as_str().is_some_and(|error| error.contains(words)), "{out}");
    }
    assert_eq!(run(&["tally"]).0, 2);
    assert_eq!(run(&["fly"]).0, 1, "a word that is no command is taken for a file, and there is none");
    assert_eq!(run(&["tally", "--colour", "x"]).0, 2);
    assert_eq!(run(&["render", &founding(), "-o", "vote.gif"]).0, 2);
    assert_eq!(run(&["render", &founding(), "-o", "vote.svg", "--size", "12"]).0, 2);
    let nowhere = folder.path().join("no/such/folder/vote.svg").display().to_string();
    let (code, _, err) = run(&["render", &founding(), "-o", &nowhere]);
    assert_eq!(code, 1);
    assert!(err.contains("cannot be written"), "{err}");
}

#[test]
fn several_votes_are_refused_with_the_column_that_parts_them() {
    let mut text = "vote_id,member,vote\n".to_owned();
    for vote in 0..5 {
        for member in 0..20 {
            text.push_str(&format!(
                "{vote},Member {member},{}\n",
                if member % 3 == 0 { "no" } else { "yes" }
            ));
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("long.csv");
    fs::write(&path, text).expect("written");
    let (code, _, err) = run(&["tally", &path.display().to_string()]);
    assert_eq!(code, 1);
    assert!(err.contains("5 votes below one another") && err.contains("“vote_id”"), "{err}");
}

#[test]
fn pictures_are_written_whole_and_the_same_each_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let render = |name: &str| {
        let path = folder.path().join(name);
        let (code, _, err) = run(&["render", &founding(), "-o", &path.display().to_string()]);
        assert_eq!(code, 0, "{err}");
        fs::read(path).expect("the picture")
    };
    assert_eq!(render("one.svg"), render("two.svg"));
    let png = render("vote.png");
    assert_eq!(png, render("again.png"));
    assert!(png.starts_with(b"\x89PNG"));
    assert_eq!(png[16..24], [0, 0, 4, 176, 0, 0, 4, 96], "1200 × 1120");
    let left = fs::read_dir(folder.path()).expect("readable").count();
    assert_eq!(left, 4, "nothing is left beside the pictures");
}

#[test]
fn without_a_display_the_terminal_shows_the_founding_vote() {
    let (code, out, err) = run(&[]);
    assert_eq!(code, 0);
    assert!(err.contains("no display") && err.contains("libxkbcommon-x11-0"), "{err}");
    assert!(out.contains("119–24") && out.contains("Rassemblement national"), "{out}");
    assert!(out.contains("hemicycle render FILE -o"), "{out}");
}
