//! Paths to readings: a file with the tables beside it, a folder of votes, standard input.
//!
//! Goes in: a path and [`Options`]. Comes out: a [`Reading`]. Files are only ever read. What is looked at
//! beside a file is bounded: in number, in bytes, and to tables.
//! Must not know: how votes stand in a table.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::beside;
use super::bundle::{self, Around};
use super::companions::TablesBeside;
use super::document::Directory;
use super::mapping::Mapping;
use super::reading::Reading;
use super::table::Table;
use super::{ReadError, Source, bulk};

/// A flag that stops a reader from another thread.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks the reader to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// True once the reader is asked to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    pub(super) fn check(&self, file: &str) -> Result<(), ReadError> {
        if self.is_cancelled() { Err(ReadError::Cancelled { file: file.to_owned() }) } else { Ok(()) }
    }
}

/// How far a reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read.
    pub done: u64,
    /// Bytes there are.
    pub total: u64,
}

/// What a reader is told besides the path.
#[derive(Clone, Default)]
pub struct Options {
    /// How to read the file, instead of finding out.
    pub mapping: Option<Mapping>,
    /// Told from time to time how far the reader is.
    pub progress: Option<Arc<dyn Fn(Progress) + Send + Sync>>,
    /// Given the first votes of a large file before the rest is read.
    pub first: Option<Arc<dyn Fn(Reading) + Send + Sync>>,
    /// Stops the reader.
    pub cancel: Cancel,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("mapping", &self.mapping)
            .field("cancel", &self.cancel)
            .finish_non_exhaustive()
    }
}

impl Options {
    pub(super) fn report(&self, done: u64, total: u64) {
        if let Some(progress) = &self.progress {
            progress(Progress { done, total });
        }
    }
}

/// The path that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// The ending of the file that keeps the mapping of the file beside it.
const MAPPING_ENDING: &str = "hemicycle.toml";

/// Where the mapping of a file is kept: `NAME.hemicycle.toml` beside it, whatever its own ending.
#[must_use]
pub fn mapping_path(file: &Path) -> PathBuf {
    file.with_extension(MAPPING_ENDING)
}

/// Opens a file, a folder or standard input (`-`). Beside a file, its own mapping and the tables of its
/// members, votes and parties are looked for; a folder is opened as all the votes in it.
///
/// # Errors
/// A [`ReadError`] that says what the file is instead, or what it lacks.
pub fn open(path: &Path, options: &Options) -> Result<Reading, ReadError> {
    let name = path.display().to_string();
    options.cancel.check(&name)?;
    if path.is_dir() {
        return super::folder::open(path, options);
    }
    if path != Path::new(STANDARD_INPUT) {
        let own = own_mapping(path, options)?;
        let given = options.mapping.as_ref().or(own.as_ref());
        let tables = |table: &Table| beside::tables(path, table, &options.cancel);
        if let Some(reading) = bulk::open(path, bulk::Sizes::default(), given, options, &tables)? {
            return Ok(reading);
        }
    }
    let source = Source::open(path)?;
    options.cancel.check(&name)?;
    let total = source.bytes.len() as u64;
    options.report(0, total);
    let reading = open_source(path, &source, options, &|table| beside::tables(path, table, &options.cancel))?;
    options.cancel.check(&name)?;
    options.report(total, total);
    Ok(reading)
}

/// The same for a source that is in memory already and came from `path`.
pub(super) fn open_source(
    path: &Path,
    source: &Source,
    options: &Options,
    beside: &TablesBeside<'_>,
) -> Result<Reading, ReadError> {
    if path == Path::new(STANDARD_INPUT) {
        let given = options.mapping.as_ref();
        let around = Around { given, tables: &|_| Vec::new(), directory: &|_| Directory::default() };
        return bundle::read(source, &around);
    }
    let own = own_mapping(path, options)?;
    let given = options.mapping.as_ref().or(own.as_ref());
    let around = Around { given, tables: beside, directory: &|source| beside::directory(path, source) };
    bundle::read(source, &around)
}

/// The mapping kept beside a file, where no other is given.
pub(super) fn own_mapping(path: &Path, options: &Options) -> Result<Option<Mapping>, ReadError> {
    if options.mapping.is_some() { Ok(None) } else { saved_mapping(path) }
}

/// The mapping kept beside a file, if there is one.
///
/// # Errors
/// [`ReadError::BadMapping`] and [`ReadError::Unreadable`].
pub fn saved_mapping(file: &Path) -> Result<Option<Mapping>, ReadError> {
    let path = mapping_path(file);
    if path.is_file() { load_mapping(&path).map(Some) } else { Ok(None) }
}

/// Reads a mapping from its file.
///
/// # Errors
/// [`ReadError::BadMapping`], and those of a file that cannot be read.
pub fn load_mapping(path: &Path) -> Result<Mapping, ReadError> {
    let source = Source::open(path)?;
    let text = String::from_utf8_lossy(&source.bytes);
    Mapping::from_toml(&text, &path.display().to_string())
}
