//! Paths to readings: a file with the tables beside it, a folder of votes, standard input.
//!
//! Goes in: a path and [`Options`]. Comes out: a [`Reading`]. Files are only ever read. What is looked at
//! beside a file is bounded: in number, in bytes, and to tables.
//! Must not know: how votes stand in a table.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::read::audit;
use crate::read::bundle::{self, Around};
use crate::read::document::Directory;
use crate::read::lookup::beside;
use crate::read::lookup::companions::{CompanionKind, CompanionUse, TablesBeside};
use crate::read::lookup::{ChamberFault, Chambers};
use crate::read::mapping::{Mapping, WordChoice};
use crate::read::reading::Reading;
use crate::read::report::origin::Origin;
use crate::read::source::{Stamp, check_unchanged};
use crate::read::table::Table;
use crate::read::{ReadError, Source, bulk, composition};

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
    /// What words mean, before whatever else says so.
    pub words: Vec<WordChoice>,
    /// The named options among them.
    pub named: Vec<String>,
    /// The name of the column that holds the ballots, where several may: [`Mapping::column_name`].
    pub ballots: Option<String>,
    /// Told from time to time how far the reader is.
    pub progress: Option<Arc<dyn Fn(Progress) + Send + Sync>>,
    /// Given the first votes of a large file before the rest is read.
    pub first: Option<Arc<dyn Fn(Reading) + Send + Sync>>,
    /// The chambers that are known; without them, those that come with the program.
    pub chambers: Option<Arc<Chambers>>,
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
    /// The mapping that was given, else the one beside the file, with the words that were given.
    pub(super) fn given(&self, own: Option<Mapping>) -> Option<Mapping> {
        let mapping = self.mapping.clone().or(own);
        if self.words.is_empty() {
            return mapping;
        }
        Some(mapping.unwrap_or_default().with_words(&self.words, &self.named))
    }

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
    let beside = chambers_beside(path, options)?;
    let own = options.chambers.is_some() || beside.is_some();
    let chambers = options.chambers.clone().or(beside).unwrap_or_else(Chambers::shipped);
    // Who looks at the first votes sees them held to the laws as all will be.
    let first = options.first.clone().map(|first| {
        let chambers = Arc::clone(&chambers);
        let audited = move |reading: Reading| {
            if let Ok(reading) = audit::audit(reading, &chambers) {
                first(reading);
            }
        };
        Arc::new(audited) as Arc<dyn Fn(Reading) + Send + Sync>
    });
    let reading = open_with_ballots(path, &Options { first, ..options.clone() })?;
    check_words(&reading, options)?;
    let mut reading = audit::audit(reading, &chambers)?;
    if own {
        let (file, key) = (CHAMBERS.to_owned(), String::new());
        reading.companions.push(CompanionUse { file, kind: CompanionKind::Chambers, key });
    }
    Ok(reading)
}

/// The file beside votes that keeps chambers of one's own.
const CHAMBERS: &str = "chambers.toml";

/// The chambers kept beside a file or in a folder, where no others are given.
fn chambers_beside(path: &Path, options: &Options) -> Result<Option<Arc<Chambers>>, ReadError> {
    if options.chambers.is_some() || path == Path::new(STANDARD_INPUT) {
        return Ok(None);
    }
    let folder = if path.is_dir() { path } else { path.parent().unwrap_or(Path::new("")) };
    let beside = folder.join(CHAMBERS);
    if beside.is_file() { load_chambers(&beside).map(Some) } else { Ok(None) }
}

/// Reads chambers from their file; those that come with the program stand behind them.
///
/// # Errors
/// [`ReadError::BadChambers`].
pub fn load_chambers(path: &Path) -> Result<Arc<Chambers>, ReadError> {
    const MOST_BYTES: u64 = 4 << 20;
    let file = path.display().to_string();
    let unreadable = |cause: String| ReadError::BadChambers {
        file: file.clone(),
        fault: ChamberFault::Unreadable { file: file.clone(), cause },
    };
    let length = std::fs::metadata(path).map_err(|error| unreadable(error.to_string()))?.len();
    if length > MOST_BYTES {
        return Err(unreadable(format!("{length} > {MOST_BYTES}")));
    }
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(error.to_string()))?;
    let chambers = Chambers::with(&text, &file);
    chambers.map(Arc::new).map_err(|fault| ReadError::BadChambers { file: file.clone(), fault })
}

/// A word that is not there is a slip of whoever typed it.
fn check_words(reading: &Reading, options: &Options) -> Result<(), ReadError> {
    let is_there = |word: &&WordChoice| reading.mapping.words.iter().any(|known| known.word == word.word);
    match options.words.iter().find(|word| !is_there(word)) {
        None => Ok(()),
        Some(missing) => Err(ReadError::NoSuchWord {
            file: reading.file.clone(),
            word: missing.word.clone(),
            words: reading.mapping.words.iter().map(|word| word.word.clone()).collect(),
        }),
    }
}

/// The same before it is held to the laws: where the column of the ballots is given, read once to find the columns that may hold
/// them, and once as was said.
fn open_with_ballots(path: &Path, options: &Options) -> Result<Reading, ReadError> {
    let mut held = None;
    let reading = open_once(path, options, &mut held)?;
    let Some(column) = &options.ballots else { return Ok(reading) };
    match reading.way_with(column) {
        Some(way) if *way == reading.mapping && reading.ways.others.is_empty() => Ok(reading),
        Some(way) => {
            let mapping = Some(Mapping { words: Vec::new(), ..way.clone() });
            open_once(path, &Options { mapping, ..options.clone() }, &mut held)
        }
        None => Err(ReadError::NoSuchBallots {
            file: reading.file.clone(),
            column: column.clone(),
            columns: reading.ballot_columns().collect(),
        }),
    }
}

/// Reads a file by what is known. Its bytes are held for another time, where they were read whole.
fn open_once(path: &Path, options: &Options, held: &mut Option<Source>) -> Result<Reading, ReadError> {
    let name = path.display().to_string();
    options.cancel.check(&name)?;
    if path.is_dir() {
        return crate::read::folder::open(path, options);
    }
    let beside = |table: &Table| beside::tables(path, table, &options.cancel);
    if path != Path::new(STANDARD_INPUT)
        && let Some(reading) = open_in_bulk(path, options, &beside)?
    {
        return Ok(reading);
    }
    let source = match held {
        Some(source) => &*source,
        None => held.insert(Source::open(path)?),
    };
    options.cancel.check(&name)?;
    let total = source.bytes.len() as u64;
    options.report(0, total);
    let found = open_source(path, source, options, &beside);
    let (given, origin) = mapping_of(path, options)?;
    let mut reading = composition::or_composition(found, source, given.as_ref())?;
    if reading.is_composition() {
        reading.origin = origin;
    }
    options.cancel.check(&name)?;
    options.report(total, total);
    Ok(reading)
}

/// Opens a large table; `None` where it is another kind of file, or too small.
pub(super) fn open_in_bulk(
    path: &Path,
    options: &Options,
    beside: &TablesBeside<'_>,
) -> Result<Option<Reading>, ReadError> {
    let (given, origin) = mapping_of(path, options)?;
    // Its beginning says where its mapping is from, too.
    let first = options.first.clone().map(|first| -> Arc<dyn Fn(Reading) + Send + Sync> {
        let origin = origin.clone();
        Arc::new(move |reading: Reading| first(Reading { origin: origin.clone(), ..reading }))
    });
    let options = Options { first, ..options.clone() };
    let stamp = Stamp::of(path);
    let reading = bulk::open(path, bulk::Sizes::default(), given.as_ref(), &options, beside)?;
    let Some(reading) = reading else { return Ok(None) };
    check_unchanged(path, stamp)?;
    Ok(Some(Reading { origin, ..reading }))
}

/// The same for a source that is in memory already and came from `path`.
pub(super) fn open_source(
    path: &Path,
    source: &Source,
    options: &Options,
    beside: &TablesBeside<'_>,
) -> Result<Reading, ReadError> {
    let (given, origin) = mapping_of(path, options)?;
    let (given, is_stream) = (given.as_ref(), path == Path::new(STANDARD_INPUT));
    let reading = if is_stream {
        let around = Around { given, tables: &|_| Vec::new(), directory: &|_| Directory::default() };
        bundle::read(source, &around)?
    } else {
        let around = Around { given, tables: beside, directory: &|source| beside::directory(path, source) };
        bundle::read(source, &around)?
    };
    Ok(Reading { origin, ..reading })
}

/// How a file is read, where that is given or kept beside it; and which of the two it is.
fn mapping_of(path: &Path, options: &Options) -> Result<(Option<Mapping>, Origin), ReadError> {
    if options.mapping.is_some() {
        return Ok((options.given(None), Origin::Given));
    }
    // Words that are given go before those of a mapping beside.
    let by_words = if options.words.is_empty() { Origin::Inferred } else { Origin::Given };
    if path == Path::new(STANDARD_INPUT) {
        return Ok((options.given(None), by_words));
    }
    let own = saved_mapping(path)?;
    let name = mapping_path(path).file_name().map(|name| name.to_string_lossy().into_owned());
    let origin = match &own {
        Some(_) => Origin::Beside { files: name.into_iter().collect() },
        None => by_words,
    };
    Ok((options.given(own), origin))
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
