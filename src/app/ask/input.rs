//! Where a file comes from, to be read more than once.
//!
//! Goes in: a path, or bytes in memory. Comes out: readings, and the first rows. Must not know: what is asked.

use std::path::PathBuf;
use std::sync::Arc;

use crate::read::{Mapping, Options, ReadError, Reading, Source, mapping_path, open, preview, read, read_as};

/// A file, or what was in memory.
#[derive(Clone, Debug)]
pub(in crate::app) enum Input {
    /// A file or a folder.
    Path(PathBuf),
    /// Bytes: a sample, or what was dropped by a program.
    Memory(Arc<Source>),
}

impl Input {
    /// Reads it, as a mapping says where there is one.
    ///
    /// # Errors
    /// Those of the reader.
    pub(in crate::app) fn read(
        &self,
        mapping: Option<Mapping>,
        options: &Options,
    ) -> Result<Reading, ReadError> {
        match (self, mapping) {
            (Self::Path(path), mapping) => open(path, &Options { mapping, ..options.clone() }),
            (Self::Memory(source), Some(mapping)) => read_as(source, &mapping),
            (Self::Memory(source), None) => read(source),
        }
    }

    /// Its first rows, as they stand in it; none where it is no table.
    pub(super) fn first_rows(&self, reading: &Reading, count: usize) -> Vec<Vec<String>> {
        match self {
            Self::Path(path) if path.is_file() => {
                Source::open(path).map(|source| preview(&source, reading, count)).unwrap_or_default()
            }
            Self::Path(_) => Vec::new(),
            Self::Memory(source) => preview(source, reading, count),
        }
    }

    /// The path, where it has one.
    pub(super) fn path(&self) -> Option<&PathBuf> {
        match self {
            Self::Path(path) => Some(path),
            Self::Memory(_) => None,
        }
    }

    /// True for a folder.
    pub(super) fn is_folder(&self) -> bool {
        self.path().is_some_and(|path| path.is_dir())
    }

    /// Where an answer is kept for the next time; nowhere for what is in memory, and for folders, whose files have mappings of
    /// their own.
    pub(super) fn kept_in(&self) -> Option<PathBuf> {
        self.path().filter(|path| !path.is_dir()).map(|path| mapping_path(path))
    }
}
