//! Zero bytes, and a file that changes while it is read.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hemicycle::read::{Options, ProblemKind, ReadError, open};

use super::{bytes_read, large, opened};

/// Line ends before a place, counted by splitting: another count than the program's own.
fn lines_before(bytes: &[u8], place: usize) -> u64 {
    bytes[..place].split(|&byte| byte == b'\n').count() as u64 - 1
}

#[test]
fn a_hole_of_zeros_is_refused_with_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("votes.csv");
    let whole = large();
    for (length, from, count) in [
        (whole.len(), whole.len() * 2 / 3, 20_000),
        (whole.len(), 100_000, 8),
        (whole.len(), whole.len() - 8, 8),
        (300_000, 200_000, 4_096),
        (60_000, 30_000, 512),
        (900, 500, 9),
    ] {
        let mut bytes = whole.as_bytes()[..length].to_vec();
        bytes[from..from + count].fill(0);
        let line = 1 + lines_before(whole.as_bytes(), from);
        let expected = |file: &str| ReadError::ZeroBytes { file: file.to_owned(), line, count };
        fs::write(&path, &bytes).expect("written");
        let found = open(&path, &Options::default()).map(|reading| reading.rows);
        assert_eq!(found, Err(expected("votes.csv")), "{length} {from} {count}");
        assert_eq!(bytes_read(bytes).map(|reading| reading.rows), Err(expected("given")));
    }
    fs::write(&path, &whole).expect("written");
    assert_eq!(opened(&path).rows.read, 48_000);
    // A lone zero is reported with its line, in a large table as in a small one.
    for (length, from) in [(whole.len(), whole.len() / 2), (60_000, 30_000)] {
        let mut bytes = whole.as_bytes()[..length].to_vec();
        let from = from + bytes[from..].iter().position(|&byte| byte == b'M').expect("a name");
        bytes[from] = 0;
        fs::write(&path, &bytes).expect("written");
        let line = 1 + lines_before(&bytes, from);
        let reading = opened(&path);
        let problem = reading.problems.iter().find(|problem| problem.kind == ProblemKind::ZeroBytes);
        let problem = problem.expect("reported");
        assert_eq!(problem.row, Some(line));
        assert!(problem.found.contains("␀ember"), "{}", problem.found);
    }
}

#[test]
fn zeros_in_other_texts_are_refused_too() {
    // UTF-16, in which every other byte is zero; a character that is zero is none of a text.
    let mut text: Vec<char> = large()[..40_000].chars().collect();
    text[30_000..30_100].fill('\0');
    let text: String = text.into_iter().collect();
    let bytes: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert!(matches!(bytes_read(bytes), Err(ReadError::ZeroBytes { count: 100, .. })));
    let document = "{\"votes\": {\"Aye\": [\"Ann\",\n \"Bo\"], \"No\": [\"Cy\"]}}";
    assert!(bytes_read(document).is_ok());
    let found = bytes_read(document.replace("Bo", "B\0"));
    assert!(matches!(found, Err(ReadError::ZeroBytes { line: 2, count: 1, .. })), "{found:?}");
    // What is no text from its first line on is called that.
    assert!(matches!(
        bytes_read(b"SQLite format 3\0\n\0\0\0".as_slice()),
        Err(ReadError::NotDelimited { .. })
    ));
}

#[test]
fn a_file_that_changes_while_it_is_read_is_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("votes.csv");
    fs::write(&path, large()).expect("written");
    let changing = |change: fn(&Path)| {
        let (path, is_done) = (path.clone(), AtomicBool::new(false));
        let progress = move |_| {
            if !is_done.swap(true, Ordering::Relaxed) {
                change(&path);
            }
        };
        Options { progress: Some(Arc::new(progress)), ..Options::default() }
    };
    let grown = changing(|path| {
        let mut file = fs::OpenOptions::new().append(true).open(path).expect("opened");
        file.write_all(b"60,m1,Member 1,P1,yes\n").expect("written");
    });
    let changed = || Err(ReadError::Changed { file: path.display().to_string() });
    assert_eq!(open(&path, &grown).map(|reading| reading.rows), changed());
    let replaced = changing(|path| {
        let other = path.with_extension("new");
        fs::write(&other, large().replace("yes", "no ")).expect("written");
        fs::rename(&other, path).expect("renamed");
    });
    assert_eq!(open(&path, &replaced).map(|reading| reading.rows), changed());
    assert_eq!(opened(&path).rows.read, 48_000, "left alone it is read");
}
