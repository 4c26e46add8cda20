//! The journal: an append-only file, one line an event, each synced before it counts.
//!
//! Goes in: entries. Comes out: the promise that a line is on the disk, or an error and the file as it was. What
//! the lines mean is the business of [`Call`]. `docs/journal.md` describes the format for those who want to read
//! or check a journal without this program.

mod error;
mod line;
mod scan;
mod store;

pub use error::JournalError;
pub use line::{Chain, Entry};
pub use scan::{Condition, Damage, Scan, is_journal, scan, scan_file};
pub use store::Store;

pub(super) use error::file_fault;

use std::io;
use std::path::{Path, PathBuf};

use super::{Call, Event};
use crate::model::Moment;
use store::{FileStore, OpenFault, sync_folder};

/// What was found and mended when a journal was opened again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovery {
    /// The number of the line that was not whole.
    pub line: Option<u64>,
    /// The file that its bytes were put into; none where only the line break was missing.
    pub kept: Option<PathBuf>,
}

/// A journal open for writing.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    store: Box<dyn Store>,
    /// Every byte that is known to be on the disk. A roll call of a thousand members is a hundred kilobytes.
    bytes: Vec<u8>,
    chain: Chain,
    lines: u64,
    /// True where bytes may stand behind the sound ones.
    is_dirty: bool,
}

impl Journal {
    /// Starts a journal with its first line. A file that is there already is only taken where not even a first
    /// line was ever confirmed in it; what it holds is kept aside.
    pub(super) fn create(
        path: &Path,
        opening: Event,
        time: Moment,
    ) -> Result<(Self, Recovery, Entry), JournalError> {
        let (store, recovery) = match FileStore::create(path) {
            Ok(store) => (store, Recovery::default()),
            Err(OpenFault::Io(error)) if error.kind() == io::ErrorKind::AlreadyExists => Self::reuse(path)?,
            Err(fault) => return Err(JournalError::of_open(path, fault)),
        };
        let mut journal = Self::over(path, Box::new(store), Vec::new(), Chain::start(), 0);
        let entry = journal.append(opening, time)?;
        Ok((journal, recovery, entry))
    }

    fn reuse(path: &Path) -> Result<(FileStore, Recovery), JournalError> {
        let mut store = FileStore::open(path).map_err(|fault| JournalError::of_open(path, fault))?;
        let bytes = store.read().map_err(|error| file_fault(path, &error))?;
        let is_start = bytes.iter().zip(b"{\"seq\":1,\"time\":\"").all(|(a, b)| a == b);
        let is_blank = bytes.iter().all(|&byte| byte == 0);
        if scan(&bytes).lines > 0 || bytes.contains(&b'\n') || !(is_start || is_blank) {
            return Err(JournalError::Exists { file: path.display().to_string() });
        }
        let mut recovery = Recovery::default();
        if !bytes.is_empty() {
            recovery = Recovery { line: Some(1), kept: Some(keep_aside(path, &bytes)?) };
            store.truncate(0).map_err(|error| file_fault(path, &error))?;
        }
        Ok((store, recovery))
    }

    /// Opens a journal to go on. A last line that is not whole is put into a file beside and taken off.
    pub(super) fn resume(path: &Path) -> Result<(Self, Recovery, Call), JournalError> {
        let mut store = FileStore::open(path).map_err(|fault| JournalError::of_open(path, fault))?;
        let fault = |error: io::Error| file_fault(path, &error);
        let mut bytes = store.read().map_err(fault)?;
        let found = scan(&bytes);
        let file = || path.display().to_string();
        let mut recovery = Recovery::default();
        match found.condition {
            Condition::Damaged { line, damage } => {
                if found.call.is_none() && !is_journal(&bytes) {
                    return Err(JournalError::NotAJournal { file: file() });
                }
                return Err(JournalError::Damaged { file: file(), line, damage });
            }
            Condition::Torn { line } if found.call.is_some() => {
                recovery.line = Some(line);
                if found.sound > bytes.len() {
                    store.write_at(bytes.len() as u64, b"\n").and_then(|()| store.sync()).map_err(fault)?;
                    bytes.push(b'\n');
                } else {
                    recovery.kept = Some(keep_aside(path, &bytes[found.sound..])?);
                    store.truncate(found.sound as u64).map_err(fault)?;
                    bytes.truncate(found.sound);
                }
            }
            Condition::Intact | Condition::Torn { .. } => {}
        }
        let Some(call) = found.call else { return Err(JournalError::Unopened { file: file() }) };
        Ok((Self::over(path, Box::new(store), bytes, found.chain, found.lines), recovery, call))
    }

    /// A journal of sound bytes over any store.
    pub(super) fn over(path: &Path, store: Box<dyn Store>, bytes: Vec<u8>, chain: Chain, lines: u64) -> Self {
        Self { path: path.to_owned(), store, bytes, chain, lines, is_dirty: false }
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The checksum of its last line.
    pub(super) fn chain(&self) -> &Chain {
        &self.chain
    }

    /// Writes an event and returns once it is on the disk. After an error the journal is as it was: the next call
    /// first takes off what was left of the line.
    pub(super) fn append(&mut self, event: Event, time: Moment) -> Result<Entry, JournalError> {
        let entry = Entry { seq: self.lines + 1, time, event };
        let (line, chain) = line::write(&entry, &self.chain);
        self.put(&line).map_err(|error| file_fault(&self.path, &error))?;
        self.bytes.extend_from_slice(&line);
        self.chain = chain;
        self.lines += 1;
        Ok(entry)
    }

    fn put(&mut self, line: &[u8]) -> io::Result<()> {
        let end = self.bytes.len() as u64;
        if self.is_dirty {
            self.store.truncate(end)?;
            self.is_dirty = false;
        }
        let written = self.store.write_at(end, line).and_then(|()| self.store.sync());
        if written.is_err() {
            // Nothing is lost where this fails too: the rest is a torn line, and is taken off later.
            self.is_dirty = self.store.truncate(end).is_err();
        }
        written
    }

    /// Goes on in another file: copies every line there, reads it back, and compares.
    pub(super) fn move_to(&mut self, path: &Path) -> Result<(), JournalError> {
        let fault = |error: io::Error| file_fault(path, &error);
        let mut store = FileStore::create(path).map_err(|fault| JournalError::of_open(path, fault))?;
        let copied = store
            .write_at(0, &self.bytes)
            .and_then(|()| store.sync())
            .and_then(|()| sync_folder(path))
            .and_then(|()| store.read());
        match copied {
            Ok(bytes) if bytes == self.bytes => {}
            Ok(_) => return Err(JournalError::NotTheSame { file: path.display().to_string() }),
            Err(error) => return Err(fault(error)),
        }
        path.clone_into(&mut self.path);
        self.store = Box::new(store);
        self.is_dirty = false;
        Ok(())
    }
}

/// Puts bytes into a new file beside the journal, `NAME.torn-1` or the next number that is free.
fn keep_aside(path: &Path, bytes: &[u8]) -> Result<PathBuf, JournalError> {
    const MOST: u32 = 10_000;
    for number in 1..=MOST {
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(format!(".torn-{number}"));
        let beside = path.with_file_name(name);
        match FileStore::create(&beside) {
            Ok(mut store) => {
                let kept = store.write_at(0, bytes).and_then(|()| store.sync());
                return kept.map(|()| beside.clone()).map_err(|error| file_fault(&beside, &error));
            }
            Err(OpenFault::Io(error)) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(fault) => return Err(JournalError::of_open(&beside, fault)),
        }
    }
    Err(JournalError::Exists { file: path.display().to_string() })
}

#[cfg(test)]
mod tests;
