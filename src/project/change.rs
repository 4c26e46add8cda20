//! Whether the files of a project are as they were: by their SHA-256.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::lang::Message;

/// A file of a project that is no longer as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It holds something else.
    Content(PathBuf),
    /// It is not there, and the graphic can do without.
    Gone(PathBuf),
}

impl Change {
    /// The sentence to show.
    #[must_use]
    pub fn message(&self, project: &Path) -> Message {
        let (key, file) = match self {
            Self::Content(file) => ("project-changed", file),
            Self::Gone(file) => ("project-gone", file),
        };
        Message::new(key)
            .with("file", file.display().to_string())
            .with("project", project.display().to_string())
    }
}

/// The SHA-256 of what a file holds, in hexadecimal; of a folder, that of the names and contents of all files in it.
///
/// # Errors
/// Whatever cannot be read.
pub fn fingerprint(path: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    if path.is_dir() {
        let mut files = Vec::new();
        collect(path, &mut files)?;
        // The separator of folders is no part of what a folder holds.
        let mut named: Vec<(String, PathBuf)> = files
            .into_iter()
            .map(|file| (file.strip_prefix(path).unwrap_or(&file).to_string_lossy().replace('\\', "/"), file))
            .collect();
        named.sort();
        for (name, file) in named {
            hash.update(name.as_bytes());
            hash.update([0]);
            hash.update(digest(&file)?);
        }
        Ok(hexadecimal(&hash.finalize()))
    } else {
        digest(path).map(|digest| hexadecimal(&digest))
    }
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        // Links are left out: they may lead round in a circle.
        let kind = entry.file_type()?;
        if kind.is_dir() {
            collect(&entry.path(), into)?;
        } else if kind.is_file() {
            into.push(entry.path());
        }
    }
    Ok(())
}

fn digest(file: &Path) -> io::Result<Vec<u8>> {
    let mut file = std::fs::File::open(file)?;
    let mut hash = Sha256::new();
    let mut block = vec![0; 1 << 16];
    loop {
        match file.read(&mut block)? {
            0 => return Ok(hash.finalize().to_vec()),
            length => hash.update(&block[..length]),
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_files_and_folders_hold_and_are_called() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.csv");
        std::fs::write(&file, "abc").expect("written");
        // The example of FIPS 180-2.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(fingerprint(&file).expect("read"), abc);
        let whole = fingerprint(folder.path()).expect("read");
        std::fs::rename(&file, folder.path().join("b.csv")).expect("renamed");
        assert_ne!(fingerprint(folder.path()).expect("read"), whole);
        assert!(fingerprint(&file).is_err());
    }
}
