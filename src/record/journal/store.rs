//! Where the bytes of a journal go.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

/// A file, or what stands for one in a test.
pub trait Store: Send + std::fmt::Debug {
    /// Writes bytes at a place; the place is never beyond the end.
    ///
    /// # Errors
    /// What the system says. Part of the bytes may be written.
    fn write_at(&mut self, place: u64, bytes: &[u8]) -> io::Result<()>;

    /// Returns once everything written is on the disk.
    ///
    /// # Errors
    /// What the system says. What was written since the last sync may be lost.
    fn sync(&mut self) -> io::Result<()>;

    /// Cuts the file off.
    ///
    /// # Errors
    /// What the system says.
    fn truncate(&mut self, length: u64) -> io::Result<()>;

    /// All bytes there are.
    ///
    /// # Errors
    /// What the system says.
    fn read(&mut self) -> io::Result<Vec<u8>>;
}

/// A file that one program at a time may write.
#[derive(Debug)]
pub(super) struct FileStore(File);

/// Why a file cannot be had.
#[derive(Debug)]
pub(super) enum OpenFault {
    /// Another program has it.
    Locked,
    /// What the system says.
    Io(io::Error),
}

impl From<io::Error> for OpenFault {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl FileStore {
    /// Opens a file that is there, for this program alone.
    pub(super) fn open(path: &Path) -> Result<Self, OpenFault> {
        Self::lock(OpenOptions::new().read(true).write(true).open(path)?)
    }

    /// Makes a file that is not there, for this program alone. Its name is on the disk once this returns.
    pub(super) fn create(path: &Path) -> Result<Self, OpenFault> {
        let store = Self::lock(OpenOptions::new().read(true).write(true).create_new(true).open(path)?)?;
        store.0.sync_all()?;
        sync_folder(path)?;
        Ok(store)
    }

    fn lock(file: File) -> Result<Self, OpenFault> {
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(OpenFault::Locked),
            Err(TryLockError::Error(error)) => Err(OpenFault::Io(error)),
        }
    }
}

impl Store for FileStore {
    fn write_at(&mut self, place: u64, bytes: &[u8]) -> io::Result<()> {
        self.0.seek(SeekFrom::Start(place))?;
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.0.set_len(length)?;
        self.0.sync_all()
    }

    fn read(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.0.seek(SeekFrom::Start(0))?;
        self.0.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// A new file's name is in its folder, and the folder has to be synced too. Windows has no such call: there the
/// file's own sync is enough.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}
