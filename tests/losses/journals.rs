//! Journals that are damaged, or of a later version.

use std::fs;

use hemicycle::read::ReadError;
use hemicycle::record::Damage;

use super::{bytes_read, run, sides};

/// The journal of a roll call of three under a rule, its checksums as `docs/journal.md` says.
fn journal(rule: &str, answers: usize) -> String {
    use sha2::{Digest as _, Sha256};
    let time = "2031-05-20T10:00:00.000Z";
    let opening = format!(
        r#"{{"seq":1,"time":"{time}","event":"opened","version":1,"question":{{"title":"Quay"}},"rule":"{rule}","order":"file","conduct":{{"proxies":1,"chair_votes":false,"second_call":true}},"vacant":0,"parties":[],"members":[{{"name":"Ann"}},{{"name":"Bo"}},{{"name":"Cy"}}]"#
    );
    let answer = |number: usize| {
        let how = ["for", "for", "against"][number - 1];
        format!(
            r#"{{"seq":{},"time":"{time}","event":"answered","member":{number},"position":"{how}""#,
            number + 1
        )
    };
    let (mut chain, mut text) = ("0".repeat(64), String::new());
    for body in std::iter::once(opening).chain((1..=answers).map(answer)) {
        let digest = Sha256::new().chain_update(&chain).chain_update(&body).finalize();
        chain.clear();
        for byte in digest {
            chain.push_str(&format!("{byte:02x}"));
        }
        text.push_str(&format!("{body},\"chain\":\"{chain}\"}}\n"));
    }
    text
}

#[test]
fn a_journal_under_a_rule_that_is_not_known_is_not_judged_by_another() {
    let reading = bytes_read(journal(">1/2", 3)).expect("a vote");
    assert_eq!((sides(&reading, 0), reading.problems.len()), ((2, 1), 0));
    for rule in ["zzz", "", "more than the moon"] {
        let found = bytes_read(journal(rule, 3)).map(|reading| sides(&reading, 0));
        let damage = Damage::UnknownRule(rule.to_owned());
        let error = ReadError::BadJournal { file: "given".to_owned(), damage };
        assert!(error.to_string().contains(&format!("“{rule}” is not a rule")), "{error}");
        assert_eq!(found, Err(error));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.journal");
    fs::write(&path, journal("zzz", 3)).expect("written");
    let path = path.display().to_string();
    for command in ["tally", "check", "verify"] {
        let (code, out, err) = run(&[command, &path]);
        assert!(code > 0 && format!("{out}{err}").contains("“zzz”"), "{command}: {code} {out}{err}");
    }
}

#[test]
fn check_fails_where_lines_of_a_journal_are_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.journal");
    let check = |text: &str| {
        fs::write(&path, text).expect("written");
        run(&["check", &path.display().to_string()]).0
    };
    let whole = journal(">1/2", 3);
    assert_eq!(check(&whole), 0);
    assert_eq!(check(&whole.replace("\"against\"", "\"abstain\"")), 1, "changed");
    let mut lines: Vec<&str> = whole.lines().collect();
    lines.remove(2);
    assert_eq!(check(&(lines.join("\n") + "\n")), 1, "taken out");
    assert_eq!(check(&whole[..whole.len() - 30]), 0, "a torn line was never confirmed");
}
