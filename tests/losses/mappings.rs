//! A mapping that nobody asked for.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hemicycle::read::{Options, Origin, Reading, Source, load_mapping, open, read_as};
use serde_json::Value;

use super::{files_in, large, opened, run, sides};

const WORDS: &str = "name,vote\nAnn,Si\nBo,No\nCy,No\n";

/// A mapping that takes no for yes.
fn turned(folder: &Path) -> String {
    let path = folder.join("right.csv");
    fs::write(&path, WORDS).expect("written");
    let text = opened(&path).mapping.to_toml().replace("\"against\"", "\"for\"");
    fs::remove_file(&path).expect("removed");
    assert!(text.contains("\"for\""), "{text}");
    text
}

#[test]
fn a_mapping_beside_a_file_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let mapping = turned(folder.path());
    files_in(folder.path(), &[("v.csv", WORDS), ("plain.csv", WORDS), ("given.toml", &mapping)]);
    files_in(folder.path(), &[("v.hemicycle.toml", &mapping)]);
    let path = |name: &str| folder.path().join(name);
    let reading = opened(&path("v.csv"));
    assert_eq!(sides(&reading, 0), (3, 0), "it is used");
    let beside = Origin::Beside { files: vec!["v.hemicycle.toml".to_owned()] };
    assert_eq!((reading.origin.key(), reading.origin), ("beside", beside));
    assert_eq!(opened(&path("plain.csv")).origin, Origin::Inferred);
    let given = load_mapping(&path("given.toml")).expect("a mapping");
    assert_eq!(read_as(&Source::new("v.csv", WORDS), &given).expect("a vote").origin, Origin::Given);
    let options = Options { mapping: Some(given), ..Options::default() };
    assert_eq!(open(&path("v.csv"), &options).expect("a vote").origin, Origin::Given);
    // A folder in which one file has a mapping; all of them, where one is given.
    let reading = opened(folder.path());
    assert_eq!(reading.origin.files(), ["v.hemicycle.toml"]);
    assert_eq!(open(folder.path(), &options).expect("votes").origin, Origin::Given);
}

#[test]
fn a_mapping_beside_a_large_file_is_named_with_its_first_votes() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("votes.csv");
    fs::write(&path, large()).expect("written");
    let mapping = opened(&path).mapping.to_toml();
    fs::write(folder.path().join("votes.hemicycle.toml"), mapping).expect("written");
    let is_named = Arc::new(AtomicBool::new(false));
    let first = {
        let is_named = Arc::clone(&is_named);
        move |reading: Reading| is_named.store(reading.origin.key() == "beside", Ordering::Relaxed)
    };
    let options = Options { first: Some(Arc::new(first)), ..Options::default() };
    assert_eq!(open(&path, &options).expect("votes").origin.key(), "beside");
    assert!(is_named.load(Ordering::Relaxed));
}

#[test]
fn commands_name_the_mapping_beside() {
    let folder = tempfile::tempdir().expect("a folder");
    let mapping = turned(folder.path());
    files_in(folder.path(), &[("v.csv", WORDS), ("v.hemicycle.toml", &mapping), ("given.toml", &mapping)]);
    let file = |name: &str| folder.path().join(name).display().to_string();
    let (votes, given) = (file("v.csv"), file("given.toml"));
    let value = |arguments: &[&str]| -> Value { serde_json::from_str(&run(arguments).1).expect("JSON") };
    let (_, out, err) = run(&["tally", &votes]);
    assert!(out.contains("Read as v.hemicycle.toml says, which is beside the file."), "{out}");
    assert!(!err.contains("v.hemicycle.toml"), "once is enough: {err}");
    assert_eq!(value(&["tally", "--json", &votes])["origin"], "beside");
    let (_, out, _) = run(&["check", &votes]);
    assert!(out.contains("mapping     kept beside the file, in v.hemicycle.toml"), "{out}");
    let checked = value(&["check", "--json", &votes]);
    assert_eq!(
        (&checked["origin"], &checked["mapping_files"][0]),
        (&"beside".into(), &"v.hemicycle.toml".into())
    );
    for command in ["votes", "describe", "figures"] {
        assert!(run(&[command, &votes]).2.contains("Read as v.hemicycle.toml says"), "{command}");
    }
    for output in ["v.svg", "v.json"] {
        let command = if output == "v.svg" { "render" } else { "convert" };
        let (code, _, err) = run(&[command, &votes, "-o", &file(output)]);
        assert!(code == 0 && err.contains("Read as v.hemicycle.toml says"), "{command}: {err}");
    }
    // What was asked for needs no note.
    assert!(!run(&["tally", &votes, "--mapping", &given]).1.contains("Read as"));
    assert_eq!(value(&["check", "--json", &votes, "--mapping", &given])["origin"], "given");
    fs::remove_file(file("v.hemicycle.toml")).expect("removed");
    let checked = value(&["check", "--json", &votes]);
    assert_eq!(
        (&checked["origin"], &checked["mapping_files"]),
        (&"inferred".into(), &Value::Array(Vec::new()))
    );
    assert!(run(&["check", &votes]).1.contains("mapping     found out from the file"));
}
