//! `hemicycle record` and `hemicycle verify` as they are called: lines in, `ok` or what to do out, a journal that is
//! a vote like any other.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

fn run(arguments: &[&str], input: &str) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .args(arguments)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // A program that ends before it has read all is no fault.
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).ok();
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

/// Five councillors of two groups, called by group and surname: Berg, Quill, Adler, Zorn, Ames.
const ROSTER: &str = "# party: HBR | Harbour | #336699\n# party: HIL | Hillside\nname,group\n\
    Ida Quill,HBR\nOtto Zorn,HIL\nJan van den Berg,HBR\nRosa Adler,HIL\nLeo Ames,\n";

struct Council {
    folder: tempfile::TempDir,
}

impl Council {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("roster.csv"), ROSTER).expect("written");
        Self { folder }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn record(&self, more: &[&str], input: &str) -> (i32, String, String) {
        let (roster, journal) = (self.path("roster.csv"), self.path("vote.journal"));
        let mut arguments = vec!["record", &roster, "--journal", &journal, "--stdin"];
        arguments.extend_from_slice(more);
        run(&arguments, input)
    }
}

fn said(out: &str) -> Vec<&str> {
    out.lines().filter(|line| line.starts_with("ok ") || line.starts_with("error ")).collect()
}

#[test]
fn a_roll_call_by_name_by_number_and_by_turn() {
    let council = Council::new();
    // Called in this order: 1 Berg, 2 Quill (Harbour); 3 Adler, 4 Zorn (Hillside); 5 Ames (no group).
    let input = "# evening sitting\nJan van den Berg\tfor\n\n4\tContre\nf\nAdler\tabstain\nn\n";
    let (code, out, _) = council.record(&["--title", "A new quay", "--rule", "council"], input);
    assert_eq!(code, 0, "{out}");
    assert_eq!(said(&out), ["ok 2", "ok 3", "ok 4", "ok 5", "ok 6"]);
    assert!(out.contains("A new quay") && out.contains("2–1"), "{out}");
    assert!(out.contains("one answer is still to come"), "Ames is called a second time: {out}");
    // The journal is a vote, closed or not.
    let (code, out, _) = run(&["tally", &council.path("vote.journal"), "--json"], "");
    let tally: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(code, 0);
    assert_eq!(tally["positions"], json!({"for": 2, "against": 1, "abstain": 1, "unknown": 1}));
    assert_eq!(
        (&tally["vote"]["title"], &tally["outcome"]["rule"]),
        (&json!("A new quay"), &json!("council"))
    );
    assert_eq!(tally["declared"], Value::Null);
    // It goes on where it stopped: Ames, in the second call.
    let (code, out, err) = council.record(&[], "against\n!close\n!sign\tIda Quill\tmayor\n");
    assert_eq!((code, said(&out)), (0, vec!["ok 7", "ok 8", "ok 9"]), "{out}");
    assert!(err.contains("goes on after line 6") && err.contains("one answer"), "{err}");
    assert!(out.contains("2–2") && out.contains("Tied"), "a council's chair decides: {out}");
}

#[test]
fn what_cannot_be_is_refused_with_what_to_do() {
    let council = Council::new();
    let input = "Nobody\tfor\n9\tfor\n1\tmaybe\n1\tfor\n1\tagainst\n!correct\t1\tagainst\t\n\
                 !correct\t1\tagainst\tmisheard\n!undo\n!redo\n!jump\n!sign\tA\tB\n!close\nfor\n";
    let (code, out, _) = council.record(&[], input);
    assert_eq!(code, 1, "some lines were refused");
    let said = said(&out);
    let expected = [
        ("error 1: Nobody on the roster is called “Nobody”", "the number"),
        ("error 2: Nobody has number 9", ""),
        ("error 3: “maybe” is not an answer", "Write for"),
        ("ok 2", ""),
        ("error 5: Jan van den Berg has answered already: for", "correct it with a reason"),
        ("error 6: A change needs a reason", ""),
        ("ok 3", ""),
        ("ok 4", ""),
        ("ok 5", ""),
        ("error 10: “!jump” is not a command", "!proxy FROM TO"),
        ("error 11: The vote is not closed yet", "Close it"),
        ("ok 6", ""),
        ("error 13: Nobody is left to be called", ""),
    ];
    assert_eq!(said.len(), expected.len(), "{out}");
    for (line, (start, part)) in said.iter().zip(expected) {
        assert!(line.starts_with(start) && line.contains(part), "{line}");
    }
}

#[test]
fn the_exported_csv_opens_to_the_same_tally_order_and_times() {
    let council = Council::new();
    let input = "!presiding\tAmes\n!proxy\tZorn\tAdler\n4\tfor\n2\tagainst\n1\t-\n3\tfor\n1\tfor\n!close\n";
    let (csv, minutes) = (council.path("vote.csv"), council.path("minutes.txt"));
    let more = [
        "--rule",
        ">1/2 of members",
        "--csv",
        &csv,
        "--minutes",
        &minutes,
        "--number",
        "17",
        "--title",
        "=1+1, or | not",
    ];
    let (code, out, err) = council.record(&more, input);
    assert_eq!(code, 0, "{out}{err}");
    let tally = |file: &str| -> Value {
        let (code, out, err) = run(&["tally", file, "--json"], "");
        assert_eq!((code, err.as_str()), (0, ""), "{file}");
        serde_json::from_str(&out).expect("JSON")
    };
    let (journal, exported) = (tally(&council.path("vote.journal")), tally(&csv));
    assert_eq!(journal, exported, "the same result, rule, parties and rebels");
    assert_eq!(exported["headline"], json!({"for": 3, "against": 1, "source": "declared"}));
    assert_eq!(exported["positions"]["presiding"], 1);
    assert_eq!(
        (&exported["outcome"]["needed"], &exported["outcome"]["result"]),
        (&json!(3), &json!("adopted"))
    );
    // Order and times come back too: exporting what was read gives the same bytes but for nothing.
    let reading =
        hemicycle::read::open(Path::new(&csv), &hemicycle::read::Options::default()).expect("a vote");
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    let vote = reading.roll_call().expect("one vote");
    let names: Vec<&str> = vote.votes().map(|vote| vote.member.name.as_str()).collect();
    assert_eq!(names, ["Otto Zorn", "Ida Quill", "Rosa Adler", "Jan van den Berg", "Leo Ames"]);
    assert_eq!(vote.info().times.iter().flatten().count(), 4);
    assert!(vote.votes().next().expect("a ballot").ballot.is_proxy());
    let again = hemicycle::export::roll_call_csv(vote);
    assert_eq!(again, fs::read_to_string(&csv).expect("readable"));
    let text = fs::read_to_string(&minutes).expect("readable");
    for part in [
        "=1+1, or | not",
        "more than half of all members; a tie fails [>1/2 of members tie fails]",
        "Otto Zorn voted by proxy, spoken by Rosa Adler",
        "In the chair: Leo Ames",
        "  For (2): Rosa Adler, Otto Zorn",
        "Adopted: certain since",
    ] {
        assert!(text.to_lowercase().contains(&part.to_lowercase()), "{part}: {text}");
    }
    // The checksum in the minutes is the one that verify prints.
    let (code, out, _) = run(&["verify", &council.path("vote.journal"), "--json"], "");
    let verified: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((code, &verified["condition"], &verified["tally"]), (0, &json!("intact"), &json!("3–1")));
    let chain = verified["chain"].as_str().expect("a checksum");
    assert!(text.contains(chain), "{text}");
    assert_eq!(run(&["verify", &council.path("vote.journal"), "--chain", chain], "").0, 0);
    assert_eq!(run(&["verify", &council.path("vote.journal"), "--chain", "00"], "").0, 2);
}

#[test]
fn verify_tells_intact_torn_and_damaged() {
    let council = Council::new();
    council.record(&[], "1\tfor\n2\tagainst\n3\tfor\n");
    let journal = council.path("vote.journal");
    let bytes = fs::read(&journal).expect("readable");
    let verify = |bytes: &[u8]| {
        fs::write(&journal, bytes).expect("written");
        let (code, out, _) = run(&["verify", &journal], "");
        assert_eq!(fs::read(&journal).expect("readable"), bytes, "verify changes nothing");
        (code, out)
    };
    assert_eq!(verify(&bytes).0, 0);
    let (code, out) = verify(&bytes[..bytes.len() - 30]);
    assert!(code == 1 && out.contains("line 4"), "{out}");
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    let (code, out) = verify(text.replacen("\"against\"", "\"for\"", 1).as_bytes());
    assert!(code == 2 && out.contains("line 3") && out.contains("checksum"), "{out}");
    // A damaged journal still opens, as far as it is sound, and says so.
    let (code, _, err) = run(&["tally", &journal], "");
    assert!(code == 0 && err.contains("1 problem"), "{err}");
    let (code, out, _) = council.record(&[], "");
    assert_eq!(code, 1, "and is not written to: {out}");
    fs::write(&journal, "name,vote\nA,yes\n").expect("written");
    assert_eq!(run(&["verify", &journal], "").0, 2);
    assert_eq!(run(&["verify", &council.path("no such file")], "").0, 2);
}

#[test]
fn rosters_come_from_votes_members_and_lists_of_names() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/classroom-illustrative.csv");
    let folder = tempfile::tempdir().expect("a folder");
    let names = folder.path().join("names.txt");
    fs::write(&names, "Ann Roe\nBo Doe\nCy Poe\n").expect("written");
    for (roster, first, members) in [(sample, "Aiko", 25), (names, "Ann Roe", 3)] {
        let journal = folder.path().join(format!("{members}.journal")).display().to_string();
        let roster = roster.display().to_string();
        let arguments = ["record", &roster, "--journal", &journal, "--stdin", "--order", "file"];
        let (code, out, err) = run(&arguments, &format!("{first}\tfor\n"));
        assert_eq!((code, said(&out)), (0, vec!["ok 2"]), "{out}{err}");
        assert!(out.contains(&format!("{} answers are still to come", members - 1)), "{out}");
    }
    let other = Council::new();
    other.record(&[], "1\tfor\n");
    fs::write(other.path("roster.csv"), "name\nSomebody Else\n").expect("written");
    let (code, _, err) = other.record(&[], "1\tfor\n");
    assert!(code == 1 && err.contains("other members"), "{err}");
}

#[test]
fn a_rule_is_chosen_on_the_command_line_and_kept_in_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("vote.csv");
    fs::write(&file, "# rule: >1/2 of members\nname,vote\nA,yes\nB,yes\nC,no\nD,absent\n").expect("written");
    let path = file.display().to_string();
    let outcome = |more: &[&str]| -> Value {
        let arguments = [&["tally", path.as_str(), "--json"], more].concat();
        let (code, out, _) = run(&arguments, "");
        assert_eq!(code, 0);
        serde_json::from_str::<Value>(&out).expect("JSON")["outcome"].clone()
    };
    let own = outcome(&[]);
    assert_eq!((&own["result"], &own["needed"], &own["margin"]), (&json!("rejected"), &json!(3), &json!(-1)));
    let other = outcome(&["--rule", "an"]);
    assert_eq!(
        (&other["result"], &other["needed"], &other["margin"]),
        (&json!("adopted"), &json!(2), &json!(0))
    );
    let (code, out, _) = run(&["votes", &path], "");
    assert!(code == 0 && out.contains("Rejected"), "{out}");
    let (code, _, err) = run(&["tally", &path, "--rule", "most"], "");
    assert!(code == 2 && err.contains("an-censure"), "{err}");
    let (_, out, _) = run(&["tally", &path, "--rule", "an-censure"], "");
    assert!(
        out.contains("more than half of all members") && out.contains("3 needed, 2 for, 1 short"),
        "{out}"
    );
}

#[test]
fn minutes_on_paper_are_the_same_every_time_and_never_of_a_damaged_journal() {
    let council = Council::new();
    let (paper, text) = (council.path("minutes.pdf"), council.path("minutes.txt"));
    let (code, out, err) = council.record(&["--minutes", &paper], "1\tfor\n2\tagainst\n3\tfor\n");
    assert_eq!(code, 0, "{out}{err}");
    let journal = council.path("vote.journal");
    let first = fs::read(&paper).expect("readable");
    assert!(first.starts_with(b"%PDF-1.7"), "PDF");
    // The standard is claimed only where it is kept.
    let holds = |bytes: &[u8], part: &str| bytes.windows(part.len()).any(|window| window == part.as_bytes());
    assert!(holds(&first, "pdfuaid:part"), "PDF/UA");
    for path in [&paper, &text] {
        let (code, _, err) = run(&["minutes", &journal, "-o", path], "");
        assert!(code == 0 && err.contains("minutes"), "{err}");
    }
    assert!(first == fs::read(&paper).expect("readable"), "the same bytes");
    let text = fs::read_to_string(&text).expect("readable");
    assert!(text.contains("MINUTES OF A ROLL CALL"), "{text}");
    let (code, _, err) = run(&["minutes", &journal, "-o", &council.path("minutes.doc")], "");
    assert!(code == 2 && err.contains(".pdf or .txt"), "{err}");
    let (code, _, err) = council.record(&["--minutes", &council.path("minutes.doc")], "1\tfor\n");
    assert!(code == 2 && err.contains(".pdf or .txt"), "before anything is recorded: {err}");
    // One letter of an answer changed.
    let forged = fs::read_to_string(&journal).expect("readable").replacen("against", "agaimst", 1);
    fs::write(&journal, forged).expect("written");
    fs::remove_file(&paper).expect("removed");
    let (code, _, err) = run(&["minutes", &journal, "-o", &paper], "");
    assert!(code == 1 && err.contains("damaged in line"), "{err}");
    assert!(!Path::new(&paper).exists());
}
