//! The journal, written and synced on a thread of its own.
//!
//! Goes in: what the clerk does, with the moment of the key press. Comes out: a [`Report`] for each, once its line is on
//! the disk. What cannot be written stays at the head of the queue, in order, until the disk takes it or the journal
//! is moved. Must not know: the window.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::clock::PressClock;
use crate::model::Moment;
use crate::record::{
    Call, Chain, Clerk, Entry, Event, JournalError, Opening, RecordError, Recorder, Recovery, Refusal,
};

/// How long to wait before a disk that refused is tried again.
const RETRY: Duration = Duration::from_secs(2);

/// What a clerk does that becomes a line of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Something happened in the chamber.
    Event(Event),
    /// A clerk's last line is taken back.
    Undo(Clerk),
    /// What a clerk took back last counts again.
    Redo(Clerk),
}

/// A deed that waits for the disk.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    /// Counted up from one to the next.
    pub(super) id: u64,
    /// When the key was pressed.
    pub(super) time: Moment,
    pub(super) deed: Deed,
}

/// Which journal is written.
#[derive(Clone, Debug)]
pub(super) enum Start {
    /// A new one.
    Create(PathBuf, Box<Opening>),
    /// One that is there already.
    Resume(PathBuf),
}

/// A roll call whose journal is open.
#[derive(Clone, Debug)]
pub(in crate::app) struct Started {
    pub(super) call: Call,
    pub(super) path: PathBuf,
    pub(super) chain: Chain,
    pub(super) recovery: Recovery,
    /// True where the journal was there before.
    pub(super) is_resumed: bool,
}

/// What the thread has to say.
#[derive(Clone, Debug)]
pub(in crate::app) enum Report {
    /// The journal is open.
    Started(Box<Started>),
    /// It could not be opened.
    NotStarted(JournalError),
    /// A line is on the disk.
    Written { id: u64, entry: Box<Entry>, chain: Chain },
    /// It cannot happen any more; nothing was written.
    Refused { id: u64, refusal: Refusal },
    /// The disk does not take the line at the head of the queue.
    Stuck(JournalError),
    /// The journal goes on here, with a line that says so.
    Moved { path: PathBuf, entry: Box<Entry>, chain: Chain },
    /// It could not be moved.
    NotMoved(JournalError),
}

enum Request {
    Write(Waiting),
    Move(PathBuf),
    Retry,
}

/// How long a thread may take to end. A disk that does not even refuse is not waited for: the thread stays behind.
const ENDING: Duration = Duration::from_millis(500);

/// The thread that writes a journal. Dropping it writes what still waits, as far as the disk takes it, and lets the
/// journal go.
#[derive(Debug)]
pub(super) struct Scribe {
    requests: Option<Sender<Request>>,
    /// Nothing is ever sent: it is cut off when the thread ends.
    ended: Receiver<()>,
}

impl Scribe {
    /// Starts the thread; it says through `report` how that went, and from then on what became of each deed.
    pub(super) fn start(start: Start, report: impl Fn(Report) + Send + 'static) -> std::io::Result<Self> {
        Self::with(move |clock| open(start, clock), report)
    }

    /// Starts the thread on a journal that `open` opens there.
    pub(super) fn with(
        open: impl FnOnce(PressClock) -> Result<(Recorder<PressClock>, Started), JournalError> + Send + 'static,
        report: impl Fn(Report) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (requests, received) = channel();
        let (alive, ended) = channel();
        std::thread::Builder::new().name("journal".to_owned()).spawn(move || {
            let _alive: Sender<()> = alive;
            let clock = PressClock::default();
            match open(clock.clone()) {
                Ok((recorder, started)) => {
                    report(Report::Started(Box::new(started)));
                    Writer { recorder, clock, queue: VecDeque::new(), report: &report }.work(&received);
                }
                Err(error) => report(Report::NotStarted(error)),
            }
        })?;
        Ok(Self { requests: Some(requests), ended })
    }

    /// Hands a deed over; deeds are written in the order in which they are handed over.
    pub(super) fn write(&self, waiting: Waiting) {
        self.send(Request::Write(waiting));
    }

    /// Asks for the journal to go on in another file.
    pub(super) fn move_to(&self, path: PathBuf) {
        self.send(Request::Move(path));
    }

    /// Tries at once what the disk refused.
    pub(super) fn retry(&self) {
        self.send(Request::Retry);
    }

    fn send(&self, request: Request) {
        if let Some(requests) = &self.requests {
            // A thread that ended said why.
            requests.send(request).ok();
        }
    }
}

impl Drop for Scribe {
    fn drop(&mut self) {
        self.requests = None;
        self.ended.recv_timeout(ENDING).ok();
    }
}

fn open(start: Start, clock: PressClock) -> Result<(Recorder<PressClock>, Started), JournalError> {
    let (recorder, recovery, is_resumed) = match start {
        Start::Create(path, opening) => {
            if let Some(folder) = path.parent() {
                // Where this fails, creating the journal says why.
                std::fs::create_dir_all(folder).ok();
            }
            let (recorder, recovery) = Recorder::create(&path, *opening, clock)?;
            (recorder, recovery, false)
        }
        Start::Resume(path) => {
            let (recorder, recovery) = Recorder::resume(&path, clock)?;
            (recorder, recovery, true)
        }
    };
    let started = Started {
        call: recorder.call().clone(),
        path: recorder.path().to_owned(),
        chain: recorder.chain().clone(),
        recovery,
        is_resumed,
    };
    Ok((recorder, started))
}

/// The thread's own state.
struct Writer<'a> {
    recorder: Recorder<PressClock>,
    clock: PressClock,
    queue: VecDeque<Waiting>,
    report: &'a dyn Fn(Report),
}

impl Writer<'_> {
    fn work(&mut self, received: &Receiver<Request>) {
        loop {
            let request = if self.queue.is_empty() {
                received.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                received.recv_timeout(RETRY)
            };
            match request {
                Ok(Request::Write(waiting)) => self.queue.push_back(waiting),
                Ok(Request::Move(path)) => self.move_to(&path),
                Ok(Request::Retry) | Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    self.write_queue();
                    return;
                }
            }
            self.write_queue();
        }
    }

    fn write_queue(&mut self) {
        while let Some(Waiting { id, time, deed }) = self.queue.front().cloned() {
            self.clock.set(time);
            let written = match deed {
                Deed::Event(event) => self.recorder.record(event),
                Deed::Undo(clerk) => self.recorder.undo(clerk),
                Deed::Redo(clerk) => self.recorder.redo(clerk),
            };
            match written {
                Ok(_) => {
                    if let Some(entry) = self.recorder.call().log().last() {
                        let (entry, chain) = (Box::new(entry.clone()), self.recorder.chain().clone());
                        (self.report)(Report::Written { id, entry, chain });
                    }
                }
                Err(RecordError::Refused(refusal)) => (self.report)(Report::Refused { id, refusal }),
                Err(RecordError::Journal(error)) => {
                    (self.report)(Report::Stuck(error));
                    return;
                }
            }
            self.queue.pop_front();
        }
    }

    fn move_to(&mut self, path: &std::path::Path) {
        // Not later than the answers that wait: they keep their own times.
        self.clock.set(self.queue.front().map_or_else(Moment::default, |waiting| waiting.time));
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).ok();
        }
        match self.recorder.move_to(path) {
            Ok(_) => {
                if let Some(entry) = self.recorder.call().log().last() {
                    (self.report)(Report::Moved {
                        path: self.recorder.path().to_owned(),
                        entry: Box::new(entry.clone()),
                        chain: self.recorder.chain().clone(),
                    });
                }
            }
            Err(RecordError::Journal(error)) => (self.report)(Report::NotMoved(error)),
            // Moving is never refused.
            Err(RecordError::Refused(_)) => {}
        }
    }
}
