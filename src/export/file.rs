//! Bytes to a file, whole or not at all.
//!
//! Goes in: bytes and where to. Comes out: a file, or why there is none. Must not know: what the bytes are.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::lang::Message;

/// Why a file could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct WriteError {
    file: String,
    cause: String,
}

impl WriteError {
    /// The sentence to show.
    #[must_use]
    pub fn message(&self) -> Message {
        Message::new("error-write").with("file", &self.file).with("cause", &self.cause)
    }
}

/// Writes beside the file and renames, so that nobody ever sees half of it and a failure leaves what was
/// there before. Once it returns the disk has the file.
///
/// # Errors
/// [`WriteError`] with the system's own words.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    write_through(path, bytes, fs::File::sync_all)
}

/// The same without waiting for the disk, for what is made by the thousand and can be made again: after a power cut
/// the file may be cut short, which [`is_whole`](super::is_whole) tells.
///
/// # Errors
/// [`WriteError`] with the system's own words.
pub fn write_unsynced(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    write_through(path, bytes, |_| Ok(()))
}

fn write_through(
    path: &Path,
    bytes: &[u8],
    sync: impl FnOnce(&fs::File) -> std::io::Result<()>,
) -> Result<(), WriteError> {
    let fault =
        |cause: std::io::Error| WriteError { file: path.display().to_string(), cause: cause.to_string() };
    let beside = beside(path);
    let written = fs::File::create(&beside)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| sync(&file)))
        .and_then(|()| fs::rename(&beside, path));
    written.map_err(|cause| {
        // The half-written file is ours to clear away; the fault to report is the first one.
        fs::remove_file(&beside).ok();
        fault(cause)
    })
}

fn beside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_whole_or_as_it_was() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("vote.svg");
        write(&path, b"one").expect("written");
        write(&path, b"two").expect("written over");
        assert_eq!(fs::read(&path).expect("readable"), b"two");
        let fault = write(&folder.path().join("missing/vote.svg"), b"x").expect_err("no such folder");
        assert!(fault.to_string().contains("vote.svg"), "{fault}");
        // A folder in the way: the rename fails and nothing is left beside it.
        let taken = folder.path().join("taken");
        fs::create_dir_all(taken.join("inside")).expect("a folder");
        write(&taken, b"x").expect_err("a folder is in the way");
        let left: Vec<_> = fs::read_dir(folder.path()).expect("readable").flatten().collect();
        assert_eq!(left.len(), 2, "{left:?}");
    }
}
