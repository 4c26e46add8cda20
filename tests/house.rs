//! The house rule: data flows down, and nothing imports upward.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each module with those that it may import from this crate, as ARCHITECTURE.md draws them.
const MAY_IMPORT: [(&str, &[&str]); 13] = [
    ("lang", &[]),
    ("model", &[]),
    ("record", &["model", "lang"]),
    ("classroom", &["model", "lang", "record"]),
    ("read", &["model", "lang", "record"]),
    ("layout", &["model"]),
    ("analyze", &["model"]),
    ("chart", &["model", "lang", "record", "layout", "analyze"]),
    ("export", &["model", "lang", "record", "classroom", "read", "analyze", "chart"]),
    ("stylesheet", &["model", "lang", "chart"]),
    ("project", &["model", "lang", "read", "layout", "analyze", "chart", "stylesheet", "export"]),
    (
        "cli",
        &[
            "model",
            "lang",
            "record",
            "classroom",
            "read",
            "layout",
            "analyze",
            "chart",
            "stylesheet",
            "export",
            "project",
        ],
    ),
    (
        "app",
        &[
            "model",
            "lang",
            "record",
            "classroom",
            "read",
            "layout",
            "analyze",
            "chart",
            "stylesheet",
            "export",
            "project",
            "cli",
        ],
    ),
];

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a source folder").flatten() {
        if entry.path().is_dir() {
            sources(&entry.path(), into);
        } else if entry.path().extension().is_some_and(|ending| ending == "rs") {
            into.push(entry.path());
        }
    }
}

/// The code of a file without its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned()
}

#[test]
fn modules_import_only_what_stands_below_them() {
    for (module, allowed) in MAY_IMPORT {
        let mut files = Vec::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(module), &mut files);
        assert!(!files.is_empty(), "{module}");
        for file in files {
            for piece in code(&file).split("crate::").skip(1) {
                let end = piece.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(piece.len());
                let imported = &piece[..end];
                assert!(
                    imported == module || allowed.contains(&imported),
                    "{} imports {imported}, which does not stand below {module}",
                    file.display()
                );
            }
        }
    }
}

/// What is recorded does not depend on how it is shown.
#[test]
fn the_state_of_a_roll_call_knows_no_drawing() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app/calling");
    for file in ["sitting.rs", "scribe.rs", "setup.rs", "dialog.rs", "clock.rs"] {
        assert!(!code(&folder.join(file)).contains("egui"), "{file} uses egui");
    }
}

/// What is said while something is dragged does not depend on how it gets there, and only the carrier of X11 knows X11.
#[test]
fn the_protocol_of_a_drag_knows_no_connection() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app");
    let protocol = code(&folder.join("drag/protocol.rs"));
    for other in ["x11rb", "egui", "Instant"] {
        assert!(!protocol.contains(other), "protocol.rs uses {other}");
    }
    let mut files = Vec::new();
    sources(&folder, &mut files);
    let carrier = folder.join("drag/x11");
    for file in files.into_iter().filter(|file| !file.starts_with(&carrier) && !file.ends_with("icon.rs")) {
        assert!(!code(&file).contains("x11rb"), "{} uses x11rb", file.display());
    }
}

/// Only what calls a system that has no safe interface is unsafe, and it says why it may be.
#[test]
fn only_the_calls_to_a_system_are_unsafe() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&folder, &mut files);
    let allowed = ["app/console.rs", "app/drag/ole.rs", "app/drag/appkit.rs", "app/drag/wayland/mod.rs"]
        .map(|file| folder.join(file));
    for file in files.into_iter().filter(|file| !allowed.contains(file)) {
        assert!(!code(&file).contains("unsafe"), "{} has unsafe code", file.display());
    }
}

#[test]
fn only_the_window_knows_egui() {
    for (module, _) in MAY_IMPORT.into_iter().filter(|(module, _)| *module != "app") {
        let mut files = Vec::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(module), &mut files);
        for file in files {
            for toolkit in ["egui::", "eframe::", "rfd::"] {
                assert!(!code(&file).contains(toolkit), "{} uses {toolkit}", file.display());
            }
        }
    }
}

/// Else `cargo test` would try other cases on every machine, and pass on some.
#[test]
fn properties_are_tried_from_one_seed() {
    use proptest::test_runner::{Config, RngSeed};
    assert!(matches!(Config::default().rng_seed, RngSeed::Fixed(_)), "see .cargo/config.toml");
}

/// What is tried from one seed here is searched from others there.
#[test]
fn every_file_with_properties_is_searched() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let script = fs::read_to_string(root.join("tests/properties.sh")).expect("the script");
    let searched: Vec<&str> = script.split(|c: char| c.is_whitespace() || "()".contains(c)).collect();
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    sources(&root.join("tests"), &mut files);
    let has_properties = |file: &&PathBuf| {
        let text = fs::read_to_string(file).expect("a source file");
        text.contains("\nproptest! {") || text.contains(concat!("Test", "Runner::new("))
    };
    let mut found = 0;
    for file in files.iter().filter(has_properties) {
        let place = file.strip_prefix(root).expect("below the root").with_extension("");
        let parts: Vec<String> = place.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        // A module of the library by its path, a test by its name, and a module of a test by both.
        let name = if parts[0] == "src" { parts[1..].join("::") } else { parts[1].clone() };
        assert!(searched.contains(&name.as_str()), "{name} is not in tests/properties.sh");
        found += 1;
    }
    assert!(found >= 10, "{found}");
}
