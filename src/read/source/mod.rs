//! Where bytes come from: a file, standard input, or memory.

pub(in crate::read) mod container;
pub(in crate::read) mod encoding;
pub(in crate::read) mod format;
pub(in crate::read) mod listing;
pub(in crate::read) mod workbook;
pub(in crate::read) mod zip_entries;

use std::fs::Metadata;
use std::io::Read as _;
use std::path::Path;
use std::time::SystemTime;

use crate::read::ReadError;

/// A file is read into memory up to this length.
const MOST_BYTES: u64 = 2 << 30;

/// The bytes of one file and the name to call it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file's name, without its folder.
    pub name: String,
    /// Its contents.
    pub bytes: Vec<u8>,
}

impl Source {
    /// Contents that are in memory already.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into() }
    }

    /// Reads a file whole, or standard input where the path is `-`.
    ///
    /// # Errors
    /// [`ReadError::NoFile`] or [`ReadError::Unreadable`], and [`ReadError::Changed`] where somebody wrote to the file in
    /// the meantime.
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        if path == Path::new("-") {
            let mut bytes = Vec::new();
            let name = "standard input".to_owned();
            return match std::io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes) {
                Ok(_) if bytes.len() as u64 > MOST_BYTES => Err(too_large(name)),
                Ok(_) => Ok(Self { name, bytes }),
                Err(cause) => Err(ReadError::Unreadable { file: name, cause: cause.to_string() }),
            };
        }
        let file = path.display().to_string();
        let name = path.file_name().map_or_else(|| file.clone(), |name| name.to_string_lossy().into_owned());
        if std::fs::metadata(path).is_ok_and(|data| data.len() > MOST_BYTES) {
            return Err(too_large(file));
        }
        let stamp = Stamp::of(path);
        match std::fs::read(path) {
            Ok(bytes) if stamp.is_some_and(|stamp| bytes.len() as u64 != stamp.length) => {
                Err(ReadError::Changed { file })
            }
            Ok(bytes) => check_unchanged(path, stamp).map(|()| Self { name, bytes }),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Err(ReadError::NoFile { file }),
            Err(cause) => Err(ReadError::Unreadable { file, cause: cause.to_string() }),
        }
    }
}

/// What tells whether somebody wrote to a file, or put another in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// Which file it is, where the system numbers them.
    number: Option<(u64, u64)>,
}

impl Stamp {
    /// That of a file now; `None` for what is no plain file, such as a pipe.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let data = std::fs::metadata(path).ok().filter(Metadata::is_file)?;
        Some(Self { length: data.len(), modified: data.modified().ok(), number: number(&data) })
    }
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems have none")]
fn number(data: &Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    Some((data.dev(), data.ino()))
}

#[cfg(not(unix))]
fn number(_: &Metadata) -> Option<(u64, u64)> {
    None
}

/// Compares a file with what it was before it was read.
///
/// # Errors
/// [`ReadError::Changed`].
pub(super) fn check_unchanged(path: &Path, before: Option<Stamp>) -> Result<(), ReadError> {
    if before.is_none() || Stamp::of(path) == before {
        return Ok(());
    }
    Err(ReadError::Changed { file: path.display().to_string() })
}

fn too_large(file: String) -> ReadError {
    ReadError::TooLarge { file, megabytes: MOST_BYTES >> 20 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    #[test]
    fn a_file_that_grew_was_cut_or_was_replaced_is_no_longer_the_same() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("votes.csv");
        std::fs::write(&path, "name,vote\nAnn,yes\n").expect("written");
        let changed = || Err(ReadError::Changed { file: path.display().to_string() });
        let before = Stamp::of(&path);
        assert!(before.is_some());
        assert_eq!(check_unchanged(&path, before), Ok(()));
        let mut file = std::fs::OpenOptions::new().append(true).open(&path).expect("opened");
        file.write_all(b"Bo,no\n").expect("written");
        assert_eq!(check_unchanged(&path, before), changed());
        let before = Stamp::of(&path);
        file.set_len(5).expect("cut");
        assert_eq!(check_unchanged(&path, before), changed());
        // As long and as old as the file before.
        let before = Stamp::of(&path);
        let other = folder.path().join("other.csv");
        std::fs::write(&other, "01234").expect("written");
        let modified = before.and_then(|stamp| stamp.modified).expect("a time");
        std::fs::File::open(&other).and_then(|file| file.set_modified(modified)).expect("set");
        std::fs::rename(&other, &path).expect("renamed");
        #[cfg(unix)]
        assert_eq!(check_unchanged(&path, before), changed());
        std::fs::remove_file(&path).expect("removed");
        assert_eq!(check_unchanged(&path, before), changed());
        assert_eq!(check_unchanged(Path::new("-"), None), Ok(()));
    }
}
