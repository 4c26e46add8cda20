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
        json!({
            "kind": "question",
            "result": "rejected",
            "stated": null,
            "counted": "rejected",
            "agrees": null,
            "elected": null,
            "rule": "an",
            "rule_from": "chamber",
            "terms": ">1/2 of for+against tie fails",
            "base": 143,
            "needed": 72,
            "for": 24,
            "margin": -48,
            "quorum": null,
            "switches_to_flip": 48,
        })
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
    let empty_folder = folder.path().join("folder");
    fs::create_dir(&empty_folder).expect("created");
    let empty_folder = empty_folder.display().to_string();
    for (path, words) in [
        (missing, "there is no such file"),
        (empty_folder, "none of the 0 files in this folder"),
        (file("empty.csv", b""), "is empty"),
        (file("blank.csv", b"\n  \r\n"), "is empty"),
        (file("image.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "is not a text file"),
        (file("book.csv", b"PK\x03\x04....xl/workbook.xml"), "is damaged or cut off"),
        (file("data.csv", b"{\"votes\": []}"), "names nobody who voted"),
        (file("page.csv", b"<!DOCTYPE html><html></html>"), "is a web page"),
        (
            file("names.csv", b"first_name,last_name,born\nAnn,Alm,1970\nBob,Berg,1981\n"),
            "is a list of members",
        ),
        (file("header.csv", b"name,party,vote\n"), "no rows below it"),
        (
            file("totals.csv", b"title,for,against\nA bill,20,3\nB bill,4,9\n"),
            "holds counts of votes (for, against)",
        ),
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

/// Five votes of twenty members, in a row for each member and vote.
fn long_file(folder: &Path) -> String {
    let mut text = "vote_id,member,vote\n".to_owned();
    for vote in 11..16 {
        for member in 0..20 {
            let word = if member % 3 == 0 && vote != 13 { "no" } else { "yes" };
            text.push_str(&format!("{vote},Member {member},{word}\n"));
        }
    }
    let path = folder.join("long.csv");
    fs::write(&path, text).expect("written");
    path.display().to_string()
}

#[test]
fn a_file_of_many_votes_is_listed_and_one_is_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = long_file(folder.path());
    let (code, out, _) = run(&["votes", &path, "--json"]);
    let list: Value = serde_json::from_str(&out).expect("a JSON object");
    assert_eq!((code, list["shape"].as_str()), (0, Some("long")));
    let ids: Vec<&str> =
        list["votes"].as_array().unwrap().iter().map(|vote| vote["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["11", "12", "13", "14", "15"]);
    let (code, out, err) = run(&["tally", &path, "--json"]);
    let first: Value = serde_json::from_str(&out).expect("a JSON object");
    assert_eq!(
        (code, first["vote"]["id"].as_str(), first["positions"]["against"].as_u64()),
        (0, Some("11"), Some(7))
    );
    assert!(err.contains("holds 5 votes"), "{err}");
    for vote in ["13", "3"] {
        let (_, out, err) = run(&["tally", &path, "--json", "--vote", vote]);
        let chosen: Value = serde_json::from_str(&out).expect("a JSON object");
        assert_eq!(
            (chosen["vote"]["id"].as_str(), chosen["positions"]["for"].as_u64()),
            (Some("13"), Some(20))
        );
        assert_eq!(err, "");
    }
    let (code, _, err) = run(&["tally", &path, "--vote", "16"]);
    assert_eq!(code, 2);
    assert!(err.contains("no vote 16") && err.contains("nearest are: 15, 14"), "{err}");
    let (code, out, _) = run(&["check", &path]);
    assert_eq!(code, 0);
    assert!(out.contains("5 votes, a row for each member and vote"), "{out}");
    let picture = folder.path().join("vote.svg").display().to_string();
    assert_eq!(run(&["render", &path, "--vote", "12", "-o", &picture]).0, 0);
}

#[test]
fn a_mapping_is_saved_edited_and_used_for_the_next_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("written");
        path.display().to_string()
    };
    let first =
        write("first.csv", "who,side,vote\nAnn Roe,L,jep\nBob Doe,R,nope\nCid Poe,L,yes\nDan Low,R,no\n");
    let against = |arguments: &[&str]| {
        let (_, out, err) = run(arguments);
        let tally: Value = serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}{err}"));
        tally["positions"]["against"].as_u64().unwrap_or_default()
    };
    let (code, out, _) = run(&["tally", &first, "--json"]);
    assert_eq!(
        (code, out.contains("positions")),
        (1, false),
        "no figures while two words could turn them: {out}"
    );
    let words = ["tally", &first, "--json", "--words", "jep=for,nope=against"];
    assert_eq!(against(&words), 2);
    let (code, _, err) = run(&["tally", &first, "--words", "oui=for"]);
    assert_eq!(code, 1);
    assert!(err.contains("oui") && err.contains("nope"), "{err}");
    assert_eq!(run(&["tally", &first, "--words", "jep"]).0, 2);
    let (code, _, err) = run(&["check", &first, "--save-mapping"]);
    assert_eq!(code, 1, "two words could turn the result: {err}");
    let saved = folder.path().join("first.hemicycle.toml");
    let text = fs::read_to_string(&saved).expect("saved");
    let edited =
        text.replace("word = \"nope\"\nposition = \"unknown\"", "word = \"nope\"\nposition = \"against\"");
    let edited =
        edited.replace("word = \"jep\"\nposition = \"unknown\"", "word = \"jep\"\nposition = \"for\"");
    assert_ne!(text, edited, "{text}");
    fs::write(&saved, edited).expect("written");
    assert_eq!(against(&["tally", &first, "--json"]), 2, "the mapping beside the file is found by itself");
    let next = write("next.csv", "vote,who,side\nnope,Ann Roe,L\nnope,Bob Doe,R\nyes,Cid Poe,L\n");
    let mapping = saved.display().to_string();
    assert_eq!(run(&["tally", &next, "--json"]).0, 1);
    assert_eq!(against(&["tally", &next, "--json", "--mapping", &mapping]), 2);
    let other = write("other.csv", "who,party,answer\nAnn Roe,L,nope\nBob Doe,R,yes\n");
    let (code, _, err) = run(&["tally", &other, "--mapping", &mapping]);
    assert_eq!(code, 1);
    assert!(err.contains("no column “vote”"), "{err}");
    let broken = write("broken.toml", "shape = \"square\"");
    let (code, _, err) = run(&["tally", &first, "--mapping", &broken]);
    assert_eq!(code, 1);
    assert!(err.contains("square"), "{err}");
}

#[test]
fn problems_go_to_a_spreadsheet() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file.csv");
    fs::write(&path, "id,name,party,vote\n1,Ann,A,yes\n2,Bob,B,=HYPERLINK(1)\n3,Cid,A,no\n1,Ann,A,yes\n")
        .expect("written");
    let out = folder.path().join("problems.csv");
    let (code, _, _) = run(&["check", &path.display().to_string(), "--problems", &out.display().to_string()]);
    assert_eq!(code, 1, "a row was set aside");
    let mut reader = csv::Reader::from_path(&out).expect("a table");
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let found: Vec<(&str, &str)> = rows.iter().map(|row| (&row[1], &row[4])).collect();
    assert_eq!(found, [("3", "'=HYPERLINK(1)"), ("5", "1,Ann,A,yes")]);
}

#[test]
fn pictures_are_written_whole_and_the_same_each_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let render = |name: &str| {
        let path = folder.path().join(name);
        let path_text = path.display().to_string();
        let (code, _, err) = run(&["render", &founding(), "-o", &path_text, "--size", "1200x1120"]);
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
fn a_rule_decides_wherever_a_vote_is_shown() {
    let path = sample("classroom-illustrative.csv").display().to_string();
    let (code, out, _) = run(&["describe", &path]);
    assert!(code == 0 && out.contains("adopted by 14 votes to 7"), "{out}");
    let (code, out, _) = run(&["describe", &path, "--rule", "us-senate-cloture"]);
    assert!(
        code == 0
            && out.contains("rejected, 14 votes for and 7 against. Judged by the rule: US Senate, cloture"),
        "{out}"
    );
    let (code, out, _) = run(&["describe", &path, "--rule", "half quorum 24"]);
    assert!(code == 0 && out.contains("no quorum, 14 votes for and 7 against"), "{out}");
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["vote.svg", "vote.html"] {
        let picture = folder.path().join(name);
        let to = picture.display().to_string();
        let (code, _, err) =
            run(&["render", &path, "--rule", "3/5 of members", "--lang", "de", "--proof", "grey", "-o", &to]);
        assert_eq!(code, 0, "{err}");
        let text = fs::read_to_string(picture).expect("written");
        assert!(text.contains("Mindestens drei Fünftel aller Mitglieder: 15 nötig, 14 Ja, 1 zu wenig"));
    }
}

#[test]
fn without_a_display_the_terminal_shows_the_founding_vote() {
    let (code, out, err) = run(&[]);
    assert_eq!(code, 0);
    assert!(err.contains("no display") && err.contains("libxkbcommon-x11-0"), "{err}");
    assert!(out.contains("119–24") && out.contains("Rassemblement national"), "{out}");
    assert!(out.contains("hemicycle render FILE -o"), "{out}");
}

#[test]
fn a_picture_has_the_resolution_asked_for_and_options_without_effect_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let render = |name: &str, options: &[&str]| {
        let path = folder.path().join(name).display().to_string();
        let file = founding();
        let (code, _, err) = run(&[&["render", &file, "-o", &path][..], options].concat());
        (code, err, fs::read(path).unwrap_or_default())
    };
    let size = |png: &[u8]| [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()));
    let (code, err, png) = render("scaled.png", &["--size", "400x400", "--scale", "1.5"]);
    assert_eq!((code, size(&png)), (0, [600, 600]), "{err}");
    assert!(err.contains("600 × 600"), "{err}");
    assert_eq!(size(&render("print.png", &["--size", "960x480", "--dpi", "300"]).2), [3000, 1500]);
    let (code, err, bytes) = render("vote.svg", &["--dpi", "300"]);
    assert_eq!((code, bytes.len()), (2, 0));
    assert!(err.contains("--dpi has no effect on a .svg file; it is for PNG, WebP"), "{err}");
    assert_eq!(render("vote.html", &["--outline-text"]).0, 2);
    assert_eq!(render("vote.png", &["--dpi", "300", "--scale", "2"]).0, 2);
    assert_eq!(render("vote.png", &["--scale", "0"]).0, 2);
    let (code, err, _) = render("vote.png", &["--scale", "20"]);
    assert_eq!(code, 2);
    assert!(err.contains("24000 × "), "{err}");
    let (_, _, outlined) = render("vote.svg", &["--outline-text"]);
    assert!(!String::from_utf8(outlined).expect("UTF-8").contains("<text"));
    for (name, start) in
        [("vote.pdf", &b"%PDF-1.7"[..]), ("vote.webp", b"RIFF"), ("vote.html", b"<!DOCTYPE html>")]
    {
        let (code, err, bytes) = render(name, &[]);
        assert!(code == 0 && bytes.starts_with(start), "{err}");
        assert!(bytes == render(name, &[]).2, "the same bytes every time");
    }
}

#[test]
fn a_style_and_a_preset_shape_the_graphic() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (style, out) = (path("house.toml"), path("vote.svg"));
    let text = "base = \"green-red\"\nlanguage = \"nl\"\npreset = \"column\"\ncredit = \"De Courant\"\n";
    fs::write(&style, text).expect("written");
    let (code, _, err) = run(&["render", &founding(), "-o", &out, "--style", &style, "--hide", "legend"]);
    assert_eq!(code, 0, "{err}");
    let drawing = fs::read_to_string(&out).expect("drawn");
    for wanted in ["width=\"85mm\"", "#0B5534", ">De Courant<", ">tegen<", "lang=\"nl\"", "20 maart 2025"] {
        assert!(drawing.replace('\u{a0}', " ").contains(wanted), "{wanted}");
    }
    assert!(!drawing.contains("id=\"legend\""));
    fs::write(&style, "language = \"nl\"\ncolour = \"red\"\n").expect("written");
    let (code, _, err) = run(&["render", &founding(), "-o", &out, "--style", &style]);
    assert_eq!(code, 1);
    assert!(err.contains("line 2") && err.contains("“colour”"), "{err}");
    let (code, _, err) = run(&["render", &founding(), "-o", &out, "--font", "No Such Family 7"]);
    assert_eq!(code, 2);
    assert!(err.contains("No Such Family 7") && err.contains("[fonts]"), "{err}");
    let (code, _, err) = run(&["tally", &founding(), "--lang", "nl"]);
    assert_eq!(code, 2, "the commands speak English and French: {err}");
}

#[test]
fn the_graphic_in_sentences_and_in_numbers() {
    let (code, out, _) = run(&["describe", &founding(), "--lang", "de"]);
    assert_eq!(code, 0);
    for wanted in
        ["mit 119 zu 24 Stimmen abgelehnt", "577 Sitzen", "149 von 575", "Nein 118", "Beteiligung 26"]
    {
        assert!(out.contains(wanted), "{wanted} in {out}");
    }
    let (code, out, _) = run(&["figures", &founding()]);
    assert_eq!(code, 0);
    let header = "party,short name,colour,members,For,Against,Abstained,Did not vote,Unknown,Absent";
    assert_eq!(out.lines().next(), Some(header));
    let against: u32 =
        out.lines().skip(1).filter_map(|line| line.rsplit(',').nth(4)?.parse::<u32>().ok()).sum();
    assert_eq!(against, 118);
}

/// An archive of five votes in a wide table, whose headers are no names of files.
fn archive(folder: &Path) -> String {
    let path = folder.join("archive.csv");
    let mut text = "name,party,Vote 1/a,Vote 1:a,Vote 3,Vote 4,Vote 5\n".to_owned();
    for member in 0..40 {
        let party = ["Red", "Blue", "Green"][member % 3];
        let words: Vec<&str> = (0..5).map(|vote| ["yes", "no", "abstain"][(member + vote) % 3]).collect();
        text += &format!("Member {member},{party},{}\n", words.join(","));
    }
    fs::write(&path, text).expect("written");
    path.display().to_string()
}

/// Every file of a folder with its bytes, by name.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .map(|file| (file.file_name().display().to_string(), fs::read(file.path()).expect("readable")))
        .collect();
    files.sort();
    files
}

#[test]
fn every_vote_of_an_archive_is_drawn_the_same_by_any_number_of_threads() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = archive(folder.path());
    let all = |out: &str, more: &[&str]| {
        let to = folder.path().join(out).join("v-{id}.svg").display().to_string();
        run(&[&["render", &file, "--all", "-o", &to][..], more].concat())
    };
    let (code, _, err) = all("one", &["--threads", "1"]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("5 of 5 votes") && err.contains("5 graphics"), "{err}");
    assert_eq!(all("two", &["--threads", "2"]).0, 0);
    let (one, two) = (contents(&folder.path().join("one")), contents(&folder.path().join("two")));
    assert_eq!(one.len(), 5);
    assert!(one.iter().all(|(name, _)| name.starts_with("v-") && !name.contains([':', '/'])));
    assert_eq!(one, two);
    // Each is what it is by itself.
    let alone = folder.path().join("alone.svg").display().to_string();
    assert_eq!(run(&["render", &file, "--vote", "Vote 3", "-o", &alone]).0, 0);
    let third = fs::read(&alone).expect("written");
    assert!(one.iter().any(|(_, bytes)| *bytes == third));
}

#[test]
fn a_batch_is_resumed_and_a_fault_does_not_stop_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = archive(folder.path());
    let out = folder.path().join("out");
    let to = out.join("{id}.svg").display().to_string();
    assert_eq!(run(&["render", &file, "--all", "-o", &to]).0, 0);
    let before = contents(&out);
    let [(kept, _), (missing, _), (taken, _), (torn, whole), ..] = &before[..] else { panic!("few votes") };
    fs::write(out.join(kept), "<svg>kept</svg>\n").expect("written");
    fs::remove_file(out.join(missing)).expect("removed");
    // As a power cut may leave it.
    fs::write(out.join(torn), &whole[..whole.len() / 2]).expect("written");
    // A folder in the way of one of them.
    fs::remove_file(out.join(taken)).expect("removed");
    fs::create_dir_all(out.join(taken).join("inside")).expect("a folder");
    let (code, _, err) = run(&["render", &file, "--all", "--resume", "-o", &to]);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains(taken.as_str()) && err.contains("one vote could not be drawn"), "{err}");
    assert_eq!(fs::read(out.join(kept)).expect("there"), b"<svg>kept</svg>\n");
    assert_eq!(fs::read(out.join(torn)).expect("there"), *whole);
    assert_eq!(fs::read(out.join(missing)).expect("there"), before[1].1);
    fs::remove_dir_all(out.join(taken)).expect("removed");
    let (code, _, err) = run(&["render", &file, "--all", "-o", &to]);
    assert_eq!((code, contents(&out)), (0, before), "{err}");
}

#[test]
fn a_batch_needs_a_name_for_each_vote() {
    let (code, _, err) = run(&["render", &founding(), "--all", "-o", "out.svg"]);
    assert_eq!(code, 2);
    assert!(err.contains("{id}"), "{err}");
    assert_eq!(run(&["render", &founding(), "--resume", "-o", "{id}.svg"]).0, 2);
    assert_eq!(run(&["render", &founding(), "--all", "--vote", "1", "-o", "{id}.svg"]).0, 2);
}

#[test]
fn a_chamber_without_a_vote() {
    let file = sample("parliament-illustrative.csv").display().to_string();
    let (code, out, _) = run(&["check", &file, "--json"]);
    let check: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((code, &check["verdict"], &check["votes"]), (0, &json!("composition"), &json!(0)));
    // The seats of the file, added up by splitting its lines.
    let text = fs::read_to_string(&file).expect("the sample");
    let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let all: u64 =
        rows.map(|row| row.split(',').nth(3).expect("seats").parse::<u64>().expect("a number")).sum();
    let (code, out, _) =
        run(&["tally", &file, "--json", "--coalition", "PB,ao", "--coalition", "Liberal Compass"]);
    let tally: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((code, &tally["seats"], &tally["majority"]), (0, &json!(all), &json!(all / 2 + 1)));
    assert_eq!(
        tally["coalition"],
        json!({ "parties": ["AO", "LC", "PB"], "seats": 401, "has_majority": true, "over": 40, "short": 0 })
    );
    assert!(tally.get("headline").is_none() && tally.get("outcome").is_none());
    let (code, out, err) = run(&["tally", &file]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("720  seats\nMajority: 361 of 720 seats"), "{out}");
    assert!(!out.contains("0–0") && !out.contains("turnout"), "{out}");
    let (_, out, _) = run(&["describe", &file, "--coalition", "HT,PV"]);
    assert!(out.contains("Hearth and Tradition + Patriots of the Valley: No majority: 162 of 720"), "{out}");
    let (code, _, err) = run(&["tally", &file, "--coalition", "Nobody"]);
    assert!(code == 2 && err.contains("Nobody") && err.contains("WL, GM, AO"), "{err}");
    let (code, _, err) = run(&["tally", &founding(), "--coalition", "EPR"]);
    assert!(code == 2 && err.contains("--coalition"), "{err}");

    let folder = tempfile::tempdir().expect("a folder");
    let out = |name: &str| folder.path().join(name).display().to_string();
    let [svg, project, again, csv] = ["a.svg", "a.hemicycle", "b.svg", "c.csv"].map(out);
    let drawn = ["--coalition", "PB,AO,LC", "--lang", "en"];
    assert_eq!(run(&[&["render", &file, "-o", &svg][..], &drawn].concat()).0, 0);
    let picture = fs::read_to_string(&svg).expect("drawn");
    assert_eq!(picture.matches("data-vote=\"seat\"").count().min(1), 1);
    assert!(picture.contains("line-361") && picture.contains("AO + LC + PB"), "line and coalition");
    assert_eq!(run(&[&["project", &file, "-o", &project][..], &drawn].concat()).0, 0);
    assert_eq!(run(&["render", &project, "-o", &again]).0, 0);
    assert_eq!(fs::read_to_string(&again).expect("drawn"), picture, "a project keeps the coalition");
    let (code, _, _) = run(&["render", &file, "-o", &svg, "--hide", "majority-line"]);
    assert!(code == 0 && !fs::read_to_string(&svg).expect("drawn").contains("line-361"));
    assert_eq!(run(&["render", &file, "-o", &out("a.html")]).0, 0);
    let page = fs::read_to_string(out("a.html")).expect("written");
    assert!(page.contains("data-one-colour") && !page.contains("class=\"replay\""));
    assert_eq!(run(&["convert", &file, "-o", &csv]).0, 0);
    let (_, converted, _) = run(&["tally", &csv, "--json"]);
    let converted: Value = serde_json::from_str(&converted).expect("JSON");
    assert_eq!(converted["parties"], tally["parties"]);
    for refused in [vec!["convert", &file, "-o", "x.json"], vec!["replay", &file, "-o", "x.gif"]] {
        let (code, _, err) = run(&refused);
        assert!(code == 2 && err.contains("parliament-illustrative.csv"), "{err}");
    }
}
