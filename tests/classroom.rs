//! A lesson as it is held: seats dealt, guesses made, the roll called, the nearest guess told.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use hemicycle::read::{Options, open, open_members};
use hemicycle::record::Roster;

fn run(folder: &Path, arguments: &[&str], input: &str) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .current_dir(folder)
        .args(arguments)
        .args(["--lang", "en"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("written");
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("a code"), text(output.stdout), text(output.stderr))
}

const DEAL: [&str; 10] = [
    "classroom",
    "deal",
    "--pupils",
    "names.txt",
    "--question",
    "Shall the school plant an orchard?",
    "--size",
    "24",
    "-o",
    "class",
];

#[test]
fn a_lesson_from_names_to_the_nearest_guess() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let names: Vec<String> = (0..22).map(|n| format!("=Pupil {}", (b'A' + n) as char)).collect();
    fs::write(folder.join("names.txt"), format!("\u{feff}{}\r\n\r\n", names.join("\r\n"))).expect("written");
    let (code, _, err) = run(folder, &DEAL, "");
    assert!(code == 0 && err.contains("roster.csv") && err.contains("roles.pdf"), "{err}");
    let roster_path = folder.join("class/roster.csv");
    let cards = fs::read(folder.join("class/roles.pdf")).expect("readable");
    assert!(cards.starts_with(b"%PDF-1.7"));
    assert!(cards.windows(12).any(|part| part == b"pdfuaid:part"), "PDF/UA is kept");
    let first = fs::read(&roster_path).expect("readable");
    assert_eq!(run(folder, &DEAL, "").0, 0);
    assert!(first == fs::read(&roster_path).expect("readable"), "the same lots");
    assert!(cards == fs::read(folder.join("class/roles.pdf")).expect("readable"), "the same cards");
    // The roster is whom a roll call calls.
    let reading = open_members(&roster_path, &Options::default()).expect("a roster");
    let roster = Roster::of_roll_call(reading.roll_call().expect("members"));
    assert_eq!((roster.members.len(), roster.vacant, roster.parties.len()), (22, 2, 4));
    let mut seated: Vec<&str> =
        roster.members.iter().map(|member| member.name.trim_start_matches('\'')).collect();
    seated.sort_unstable();
    assert_eq!(seated, names);
    // Shares 12, 36, 20, 32 of 22: 2.64, 7.92, 4.4, 7.04, so 3, 8, 4, 7.
    let sizes: Vec<usize> = (0..4)
        .map(|party| {
            let own = roster.members.iter().filter(|member| member.party.is_some_and(|id| id.0 == party));
            own.count()
        })
        .collect();
    assert_eq!(sizes, [3, 8, 4, 7]);
    let answers: Vec<String> =
        (1..=22).map(|n| format!("{n}\t{}", if n <= 12 { "for" } else { "against" })).collect();
    let record = ["record", "class/roster.csv", "--journal", "class.journal", "--stdin", "--csv", "vote.csv"];
    let (code, out, err) = run(folder, &record, &format!("{}\n!close\n", answers.join("\n")));
    assert!(code == 0 && out.contains("12–10"), "{out}{err}");
    let guess = [
        "classroom",
        "guess",
        "vote.csv",
        "--guess",
        "Red=15-7",
        "--guess",
        "Blue=13-9",
        "--guess",
        "Gold=11-11",
    ];
    let (code, out, err) = run(folder, &guess, "");
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("win together: Blue, Gold"), "{out}");
    assert!(
        out.contains("1. Blue: 13–9, off by 2\n1. Gold: 11–11, off by 2\n3. Red: 15–7, off by 6"),
        "{out}"
    );
}

#[test]
fn what_cannot_be_dealt_is_said_before_anything_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    fs::write(folder.join("names.txt"), "Ann\nBo\nann\n").expect("written");
    let (code, _, err) = run(folder, &DEAL, "");
    assert!(code == 1 && err.contains("Two pupils are called ann"), "{err}");
    fs::write(folder.join("names.txt"), "Ann\nBo\n").expect("written");
    let few = [&DEAL[..7], &["1"], &DEAL[8..]].concat();
    let (code, _, err) = run(folder, &few, "");
    assert!(code == 1 && err.contains("more pupils (2) than seats (1)"), "{err}");
    let (code, _, err) = run(folder, &[&DEAL[..], &["--party", "Owls"]].concat(), "");
    assert!(code == 2 && err.contains("SHORT|NAME|#COLOUR|SHARE"), "{err}");
    assert!(!folder.join("class").exists());
}

#[test]
fn a_secret_ballot_is_a_vote_without_names() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let secret = [
        "classroom",
        "secret",
        "--question",
        "An orchard?",
        "--for",
        "12",
        "--against",
        "9",
        "--abstain",
        "1",
        "-o",
        "secret.csv",
    ];
    let (code, _, err) = run(folder, &secret, "");
    assert_eq!(code, 0, "{err}");
    let reading = open(&folder.join("secret.csv"), &Options::default()).expect("a vote");
    let vote = reading.roll_call().expect("one vote");
    assert_eq!(vote.votes().len(), 22);
    assert!(vote.votes().all(|cast| cast.member.name.is_empty()));
    let (code, out, _) = run(folder, &["tally", "secret.csv"], "");
    assert!(code == 0 && out.contains("12–9"), "{out}");
}
