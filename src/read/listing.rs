//! The files of a folder that may hold votes or belong to them.
//!
//! Goes in: a folder and which endings are wanted. Comes out: [`Listed`] files in the order of their names, the
//! same on every machine. Links to folders are not followed, so that no walk goes in circles.
//! Must not know: what is in the files.

use std::path::{Path, PathBuf};

use super::{ReadError, Source};

/// The endings of tables as text.
const TABLE_ENDINGS: [&str; 7] = ["csv", "tsv", "tab", "txt", "unl", "data", "dat"];
/// The endings of what may hold tables or documents.
const PACKED_ENDINGS: [&str; 7] = ["zip", "gz", "xlsx", "xlsm", "xlsb", "xls", "ods"];
/// The endings of documents.
const DOCUMENT_ENDINGS: [&str; 4] = ["json", "xml", "ndjson", "jsonl"];
/// Folders in folders are looked into so deep.
pub(super) const DEEPEST: usize = 6;
/// So many files and folders are looked at.
pub(super) const MOST_ENTRIES: usize = 100_000;

/// A file that was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Listed {
    pub(super) length: u64,
    pub(super) path: PathBuf,
    /// Its place below the folder, with `/` between the parts.
    pub(super) name: String,
}

impl Listed {
    /// Reads the file; the source is called by its place below the folder.
    pub(super) fn source(&self) -> Result<Source, ReadError> {
        let source = Source::open(&self.path)?;
        Ok(Source { name: self.name.clone(), ..source })
    }
}

/// True for a file that calls itself a table.
pub(super) fn is_table_file(path: &Path) -> bool {
    ends_in(path, &TABLE_ENDINGS)
}

/// True for a file that calls itself JSON or XML.
pub(super) fn is_document_file(path: &Path) -> bool {
    ends_in(path, &DOCUMENT_ENDINGS)
}

/// True for a file that calls itself a table, a document or a container.
pub(super) fn is_vote_file(path: &Path) -> bool {
    is_table_file(path) || is_document_file(path) || ends_in(path, &PACKED_ENDINGS)
}

fn ends_in(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

/// The wanted files of a folder and, down to `depth`, of the folders in it; and whether there are more than are
/// looked at. Empty files and what is hidden are left out.
pub(super) fn files(folder: &Path, depth: usize, is_wanted: &dyn Fn(&Path) -> bool) -> (Vec<Listed>, bool) {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut walk = Walk { is_wanted, files: Vec::new(), left: MOST_ENTRIES };
    let is_whole = walk.folder(folder, "", depth);
    walk.files.sort_by(|a, b| a.name.cmp(&b.name));
    (walk.files, !is_whole)
}

struct Walk<'a> {
    is_wanted: &'a dyn Fn(&Path) -> bool,
    files: Vec<Listed>,
    left: usize,
}

impl Walk<'_> {
    /// False where not everything was looked at.
    fn folder(&mut self, folder: &Path, above: &str, depth: usize) -> bool {
        let Ok(entries) = std::fs::read_dir(folder) else { return true };
        let mut entries: Vec<_> = entries.flatten().take(MOST_ENTRIES + 1).collect();
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') || name == "__MACOSX" {
                continue;
            }
            if self.left == 0 {
                return false;
            }
            self.left -= 1;
            let path = entry.path();
            // The type of a link is that of the link itself, not of what it leads to.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                if depth > 0 && !self.folder(&path, &format!("{above}{name}/"), depth - 1) {
                    return false;
                }
            } else if (self.is_wanted)(&path)
                && let Ok(data) = std::fs::metadata(&path)
                && data.is_file()
                && data.len() > 0
            {
                self.files.push(Listed { length: data.len(), path, name: format!("{above}{name}") });
            }
        }
        true
    }
}
