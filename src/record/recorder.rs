//! A roll call and its journal together: an event is checked, written, synced, and only then counts.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::journal::Journal;
use super::{Call, Chain, Clerk, Event, JournalError, Opening, Recovery, Refusal};
use crate::lang::Message;
use crate::model::Moment;

/// What time it is.
pub trait Clock {
    /// Now.
    fn now(&mut self) -> Moment;
}

/// The clock of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&mut self) -> Moment {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Moment(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
    }
}

/// Why an event is not recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum RecordError {
    /// It cannot happen now.
    Refused(#[from] Refusal),
    /// It could not be written. The roll call stands as before; see [`Recorder::move_to`].
    Journal(#[from] JournalError),
}

impl RecordError {
    /// The sentence to show.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Refused(refusal) => refusal.message(),
            Self::Journal(error) => error.message(),
        }
    }
}

/// A roll call that is being recorded.
#[derive(Debug)]
pub struct Recorder<C> {
    call: Call,
    journal: Journal,
    clock: C,
    last: Moment,
}

impl<C: Clock> Recorder<C> {
    /// Starts a roll call and its journal.
    ///
    /// # Errors
    /// [`JournalError::Exists`] where the file holds a journal, or anything else; and what the system says.
    pub fn create(path: &Path, opening: Opening, mut clock: C) -> Result<(Self, Recovery), JournalError> {
        let now = clock.now();
        let event = Event::Opened(Box::new(opening.clone()));
        let (journal, recovery, entry) = Journal::create(path, event, now)?;
        Ok((Self { call: Call::open(opening, entry), journal, clock, last: now }, recovery))
    }

    /// Goes on with the roll call of a journal, exactly where it stopped.
    ///
    /// # Errors
    /// [`JournalError::InUse`], [`JournalError::Damaged`], [`JournalError::Unopened`] where the roll call never
    /// started, and what the system says.
    pub fn resume(path: &Path, clock: C) -> Result<(Self, Recovery), JournalError> {
        let (journal, recovery, call) = Journal::resume(path)?;
        let last = call.log().last().map(|entry| entry.time).unwrap_or_default();
        Ok((Self { call, journal, clock, last }, recovery))
    }

    /// The roll call.
    #[must_use]
    pub fn call(&self) -> &Call {
        &self.call
    }

    /// Where the journal is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.journal.path()
    }

    /// The checksum of the last line.
    #[must_use]
    pub fn chain(&self) -> &Chain {
        self.journal.chain()
    }

    /// Records an event. Once this returns, the event is on the disk and counts; after an error nothing has
    /// changed. Answers the number of the line.
    ///
    /// # Errors
    /// [`RecordError`].
    pub fn record(&mut self, event: Event) -> Result<u64, RecordError> {
        self.call.check(&event)?;
        // A clock that is set back does not turn the order of the lines round.
        let now = self.clock.now().max(self.last);
        let entry = self.journal.append(event, now)?;
        self.last = now;
        let seq = entry.seq;
        self.call.apply(entry)?;
        Ok(seq)
    }

    /// Takes a clerk's last event back.
    ///
    /// # Errors
    /// [`RecordError`].
    pub fn undo(&mut self, clerk: Clerk) -> Result<u64, RecordError> {
        self.record(self.call.undo(clerk)?)
    }

    /// Brings back what a clerk undid last.
    ///
    /// # Errors
    /// [`RecordError`].
    pub fn redo(&mut self, clerk: Clerk) -> Result<u64, RecordError> {
        self.record(self.call.redo(clerk)?)
    }

    /// Goes on in a new file: every line is copied there, synced, read back and compared; a line says so. The old
    /// file stays as it is.
    ///
    /// # Errors
    /// [`JournalError`]; the journal is then where it was.
    pub fn move_to(&mut self, path: &Path) -> Result<u64, RecordError> {
        self.journal.move_to(path)?;
        self.record(Event::Moved)
    }

    /// Starts a roll call on a disk that a test made.
    #[cfg(test)]
    pub(crate) fn on_disk(
        disk: Box<dyn super::Store>,
        path: &Path,
        opening: Opening,
        mut clock: C,
    ) -> Result<Self, JournalError> {
        let mut journal = Journal::over(path, disk, Vec::new(), Chain::start(), 0);
        let now = clock.now();
        let entry = journal.append(Event::Opened(Box::new(opening.clone())), now)?;
        Ok(Self { call: Call::open(opening, entry), journal, clock, last: now })
    }

    /// A recorder over a journal that a test made.
    #[cfg(test)]
    pub(super) fn over(call: Call, journal: Journal, clock: C) -> Self {
        Self { call, journal, clock, last: Moment::default() }
    }
}
