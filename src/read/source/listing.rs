//! The files of a folder that may hold votes or belong to them.
//!
//! Goes in: a folder and which endings are wanted. Comes out: [`Listed`] files in the order of their names, the
//! same on every machine, and what was not looked into. Links to folders are not followed, so that no walk goes in circles.
//! Must not know: what is in the files.

use std::fs::{DirEntry, FileType};
use std::path::{Path, PathBuf};

use crate::read::{ReadError, Source};

/// The endings of tables as text.
const TABLE_ENDINGS: [&str; 7] = ["csv", "tsv", "tab", "txt", "unl", "data", "dat"];
/// The endings of what may hold tables or documents.
const PACKED_ENDINGS: [&str; 7] = ["zip", "gz", "xlsx", "xlsm", "xlsb", "xls", "ods"];
/// The endings of documents.
const DOCUMENT_ENDINGS: [&str; 4] = ["json", "xml", "ndjson", "jsonl"];
/// Folders in folders are looked into so deep.
pub(in crate::read) const DEEPEST: usize = 64;
/// So many files and folders are looked at.
pub(in crate::read) const MOST_ENTRIES: usize = 100_000;

/// A file that was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::read) struct Listed {
    pub(in crate::read) length: u64,
    pub(in crate::read) path: PathBuf,
    /// Its place below the folder, with `/` between the parts.
    pub(in crate::read) name: String,
}

impl Listed {
    /// Reads the file; the source is called by its place below the folder.
    pub(in crate::read) fn source(&self) -> Result<Source, ReadError> {
        let source = Source::open(&self.path)?;
        Ok(Source { name: self.name.clone(), ..source })
    }
}

/// True for a file that calls itself a table.
pub(in crate::read) fn is_table_file(path: &Path) -> bool {
    ends_in(path, &TABLE_ENDINGS)
}

/// True for a file that calls itself JSON or XML.
pub(in crate::read) fn is_document_file(path: &Path) -> bool {
    ends_in(path, &DOCUMENT_ENDINGS)
}

/// True for a file that calls itself a table, a document or a container.
pub(in crate::read) fn is_vote_file(path: &Path) -> bool {
    is_table_file(path) || is_document_file(path) || ends_in(path, &PACKED_ENDINGS)
}

fn ends_in(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

/// What is in a folder.
#[derive(Debug, Default)]
pub(in crate::read) struct Listing {
    /// The wanted files, in the order of their names. Empty files and what is hidden are left out.
    pub(in crate::read) files: Vec<Listed>,
    /// Why there may be more: what could not be listed, and what is beyond bounds.
    pub(in crate::read) unread: Vec<ReadError>,
}

/// The wanted files of a folder and, down to `depth`, of the folders in it.
pub(in crate::read) fn files(folder: &Path, depth: usize, is_wanted: &dyn Fn(&Path) -> bool) -> Listing {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut walk = Walk { top: folder, depth, is_wanted, found: Listing::default(), left: MOST_ENTRIES };
    if !walk.folder(folder, "", 0) {
        let file = folder.display().to_string();
        walk.found.unread.push(ReadError::TooManyFiles { file, most: MOST_ENTRIES });
    }
    walk.found.files.sort_by(|a, b| a.name.cmp(&b.name));
    walk.found
}

struct Walk<'a> {
    top: &'a Path,
    /// So deep folders are looked into.
    depth: usize,
    is_wanted: &'a dyn Fn(&Path) -> bool,
    found: Listing,
    left: usize,
}

impl Walk<'_> {
    /// False where there are more entries than are looked at.
    fn folder(&mut self, folder: &Path, above: &str, depth: usize) -> bool {
        let name = || above.strip_suffix('/').map_or_else(|| folder.display().to_string(), str::to_owned);
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(cause) => {
                self.unreadable(name(), &cause);
                return true;
            }
        };
        let mut listed = Vec::new();
        for entry in entries.take(MOST_ENTRIES + 1) {
            match entry {
                Ok(entry) => listed.push(entry),
                Err(cause) => self.unreadable(name(), &cause),
            }
        }
        listed.sort_by_key(DirEntry::file_name);
        for entry in listed {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') || name == "__MACOSX" {
                continue;
            }
            if self.left == 0 {
                return false;
            }
            self.left -= 1;
            if !self.entry(&entry, format!("{above}{name}"), depth) {
                return false;
            }
        }
        true
    }

    fn entry(&mut self, entry: &DirEntry, name: String, depth: usize) -> bool {
        let path = entry.path();
        // The type of a link is that of the link itself, not of what it leads to.
        let kind = entry.file_type();
        if kind.as_ref().is_ok_and(FileType::is_dir) {
            if depth < self.depth {
                return self.folder(&path, &format!("{name}/"), depth + 1);
            }
            // Where only the files of one folder are wanted, the others are of no account.
            if self.depth > 0 {
                self.found.unread.push(ReadError::FolderTooDeep { file: name, most: self.depth });
            }
            return true;
        }
        let is_wanted = (self.is_wanted)(&path);
        if !is_wanted && kind.is_ok_and(|kind| !kind.is_symlink()) {
            return true;
        }
        match std::fs::metadata(&path) {
            Ok(data) if data.is_dir() && self.depth > 0 && !self.is_inside(&path) => {
                self.found.unread.push(ReadError::LinkedFolder { file: name });
            }
            Ok(data) if data.is_file() && data.len() > 0 && is_wanted => {
                self.found.files.push(Listed { length: data.len(), path, name });
            }
            Err(cause) if is_wanted => self.unreadable(name, &cause),
            _ => {}
        }
        true
    }

    /// True for a link to a folder that is looked into anyway.
    fn is_inside(&self, link: &Path) -> bool {
        let (target, top) = (std::fs::canonicalize(link), std::fs::canonicalize(self.top));
        matches!((target, top), (Ok(target), Ok(top)) if target.starts_with(&top))
    }

    fn unreadable(&mut self, file: String, cause: &std::io::Error) {
        self.found.unread.push(ReadError::Unreadable { file, cause: cause.to_string() });
    }
}
