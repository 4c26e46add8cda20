//! Identifiers as names of files.
//!
//! Goes in: identifiers as publishers write them. Comes out: names that every file system takes, no two the same.
//! Must not know: folders, endings.

use std::collections::HashSet;

/// A name has no more letters than this, so that an ending fits behind it.
const LONGEST: usize = 60;

/// Names that stand for devices on some systems, whatever their ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Names handed out so far.
#[derive(Debug, Default)]
pub struct FileNames {
    /// In lower case: some file systems hold `A` and `a` to be one.
    taken: HashSet<String>,
}

impl FileNames {
    /// A name for an identifier: letters, digits, `-`, `_` and dots inside it stay, everything else becomes `-`.
    /// A name that was handed out before gets a number behind it.
    pub fn take(&mut self, id: &str) -> String {
        let name = safe(id);
        let mut number = 1;
        let mut unique = name.clone();
        while !self.taken.insert(unique.to_lowercase()) {
            number += 1;
            unique = format!("{name}-{number}");
        }
        unique
    }
}

fn safe(id: &str) -> String {
    let kept = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' };
    let name: String = id.trim().chars().take(LONGEST).map(kept).collect();
    let name = name.trim_matches('.');
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_port = stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"));
    if name.is_empty() || is_port || DEVICES.contains(&stem.as_str()) {
        return format!("vote-{name}");
    }
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_no_two_are_the_same() {
        let mut names = FileNames::default();
        for (id, name) in [
            ("1102", "1102"),
            ("VTANR5L17V1", "VTANR5L17V1"),
            ("../../etc/passwd", "-..-etc-passwd"),
            ("H/12:3", "H-12-3"),
            ("H 12 3", "H-12-3-2"),
            ("h-12-3", "h-12-3-3"),
            ("H-12-3-2", "H-12-3-2-2"),
            ("", "vote-"),
            ("...", "vote--2"),
            ("nul", "vote-nul"),
            ("COM1.x", "vote-COM1.x"),
            ("Голосование 7", "Голосование-7"),
            ("a\0b\nc", "a-b-c"),
        ] {
            assert_eq!(names.take(id), name, "{id:?}");
        }
        assert_eq!(names.take(&"x".repeat(400)).len(), LONGEST);
    }
}
