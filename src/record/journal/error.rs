//! Why a journal cannot be opened or written. The text says what to do.

use std::io;
use std::path::Path;

use super::Damage;
use super::store::OpenFault;
use crate::lang::Message;

/// Why a journal cannot be opened or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum JournalError {
    /// Nothing is at that path.
    NoFile {
        /// The path.
        file: String,
    },
    /// Something is at that path already.
    Exists {
        /// The path.
        file: String,
    },
    /// Another program writes it.
    InUse {
        /// The path.
        file: String,
    },
    /// It may be read and not written.
    ReadOnly {
        /// The path.
        file: String,
    },
    /// There is no room left.
    Full {
        /// The path.
        file: String,
    },
    /// The system says something else.
    Failed {
        /// The path.
        file: String,
        /// What it says.
        cause: String,
    },
    /// It is no journal.
    NotAJournal {
        /// The path.
        file: String,
    },
    /// Its first line was never confirmed: the roll call did not start.
    Unopened {
        /// The path.
        file: String,
    },
    /// A line is not as it was written.
    Damaged {
        /// The path.
        file: String,
        /// The line.
        line: u64,
        /// What is wrong with it.
        damage: Damage,
    },
    /// What was read back is not what was written.
    NotTheSame {
        /// The path.
        file: String,
    },
}

impl JournalError {
    pub(super) fn of_open(path: &Path, fault: OpenFault) -> Self {
        match fault {
            OpenFault::Locked => Self::InUse { file: path.display().to_string() },
            OpenFault::Io(error) => file_fault(path, &error),
        }
    }

    /// True where the disk is at fault, and the journal can go on elsewhere.
    #[must_use]
    pub fn asks_to_move(&self) -> bool {
        matches!(
            self,
            Self::ReadOnly { .. } | Self::Full { .. } | Self::Failed { .. } | Self::NotTheSame { .. }
        )
    }

    /// The sentence to show.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoFile { file } => Message::new("error-no-file").with("file", file),
            Self::Exists { file } => Message::new("journal-exists").with("file", file),
            Self::InUse { file } => Message::new("journal-in-use").with("file", file),
            Self::ReadOnly { file } => Message::new("journal-read-only").with("file", file),
            Self::Full { file } => Message::new("journal-full").with("file", file),
            Self::Failed { file, cause } => {
                Message::new("journal-failed").with("file", file).with("cause", cause)
            }
            Self::NotAJournal { file } => Message::new("journal-not-one").with("file", file),
            Self::Unopened { file } => Message::new("journal-unopened").with("file", file),
            Self::Damaged { file, line, damage } => Message::new("journal-damaged")
                .with("file", file)
                .with("line", line.to_string())
                .with("damage", damage.message()),
            Self::NotTheSame { file } => Message::new("journal-not-the-same").with("file", file),
        }
    }
}

/// What the system says of a file, in our words where we know better.
pub(in crate::record) fn file_fault(path: &Path, error: &io::Error) -> JournalError {
    let file = path.display().to_string();
    match error.kind() {
        io::ErrorKind::NotFound => JournalError::NoFile { file },
        io::ErrorKind::AlreadyExists => JournalError::Exists { file },
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            JournalError::ReadOnly { file }
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            JournalError::Full { file }
        }
        _ => JournalError::Failed { file, cause: error.to_string() },
    }
}
