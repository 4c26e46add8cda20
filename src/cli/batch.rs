//! `hemicycle render --all`: every vote of a file, each to a file of its own.
//!
//! A vote is drawn, written and forgotten before its thread takes the next, so that memory does not grow with the
//! number of votes. A fault in one does not stop the others.

use std::collections::HashSet;
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rayon::prelude::*;

use super::{FAULT, FINE, Failure, RenderArguments, question_message, roll_call};
use crate::export::{ExportFormat, FileNames, is_whole, write_unsynced};
use crate::lang::{Lang, Message};
use crate::project::Drawer;
use crate::read::Reading;

/// What stands for the identifier of a vote.
const ID: &str = "{id}";
/// Notes that are said, each once; what would be said of thousands of votes is not worth saying.
const MOST_NOTES: usize = 50;

/// So many votes at most are dealt to a thread at once.
const AT_ONCE: usize = 4;

/// Draws every vote of `reading`; the code says whether all could be.
pub(super) fn run(
    arguments: &RenderArguments,
    (output, format): (&Path, ExportFormat),
    drawer: &Drawer,
    reading: &Reading,
) -> Result<u8, Failure> {
    let pattern = Pattern::new(output)?;
    let io_fault = |cause: std::io::Error| Failure::fault(cannot_write(&pattern.folder, &cause.to_string()));
    std::fs::create_dir_all(&pattern.folder).map_err(io_fault)?;
    let files = pattern.files(reading);
    let question = reading.question();
    let report = Report::new(files.len(), drawer.lang());
    // Without a number, one thread a core: nobody waits for the disk.
    let threads = arguments.threads.map_or(0, usize::from);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|cause| Failure::fault(cannot_write(&pattern.folder, &cause.to_string())))?;
    pool.install(|| {
        // A few votes at a time: a thread that the system holds up keeps no others waiting behind it.
        files.par_iter().enumerate().with_max_len(AT_ONCE).for_each(|(index, file)| {
            let outcome = if arguments.resume && is_whole(file, format) {
                Outcome::Kept
            } else if let Some(question) = question.as_ref().filter(|question| question.is_about(index)) {
                Outcome::Fault(index, question_message(reading, question))
            } else {
                match draw(drawer, format, reading, index, file, &report) {
                    Ok(()) => Outcome::Written,
                    Err(fault) => Outcome::Fault(index, fault.message),
                }
            };
            report.add(outcome, file);
        });
    });
    Ok(report.end(&pattern))
}

fn draw(
    drawer: &Drawer,
    format: ExportFormat,
    reading: &Reading,
    index: usize,
    file: &Path,
    report: &Report,
) -> Result<(), Failure> {
    let drawn = drawer.draw(roll_call(reading, index)?, &reading.file, format)?;
    report.note(&drawn.notes);
    // A thousand pictures do not wait for the disk one by one: one that a power cut takes is drawn again by `--resume`.
    write_unsynced(file, &drawn.bytes).map_err(|error| Failure::fault(error.message()))
}

fn cannot_write(file: &Path, cause: &str) -> Message {
    Message::new("error-write").with("file", file.display().to_string()).with("cause", cause)
}

/// The name of the files to write, with a place for the identifier.
struct Pattern {
    folder: PathBuf,
    before: String,
    after: String,
}

impl Pattern {
    fn new(output: &Path) -> Result<Self, Failure> {
        let fault =
            || Failure::usage(Message::new("error-batch-pattern").with("file", output.display().to_string()));
        let name = output.file_name().and_then(|name| name.to_str()).ok_or_else(fault)?;
        let folder = output.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).to_owned();
        let (before, after) = name.split_once(ID).ok_or_else(fault)?;
        if after.contains(ID) || folder.to_string_lossy().contains(ID) {
            return Err(fault());
        }
        Ok(Self { folder, before: before.to_owned(), after: after.to_owned() })
    }

    /// The file of every vote: the same for the same archive, whatever is drawn of it.
    fn files(&self, reading: &Reading) -> Vec<PathBuf> {
        let mut names = FileNames::default();
        let archive = &reading.archive;
        let votes = (0..archive.num_roll_calls()).filter_map(|index| archive.roll_call(index));
        votes
            .enumerate()
            .map(|(index, vote)| {
                let place = (index + 1).to_string();
                let name = names.take(vote.info().id.as_deref().unwrap_or(&place));
                self.folder.join(format!("{}{name}{}", self.before, self.after))
            })
            .collect()
    }
}

/// How a vote fared.
enum Outcome {
    Written,
    /// It was there.
    Kept,
    /// The vote's place, and what was wrong.
    Fault(usize, Message),
}

/// What is said on standard error while votes are drawn, and at the end.
struct Report {
    lang: Lang,
    total: usize,
    is_terminal: bool,
    sums: Mutex<Sums>,
}

#[derive(Default)]
struct Sums {
    written: usize,
    kept: usize,
    faults: Vec<(usize, String)>,
    notes: HashSet<String>,
}

impl Sums {
    fn done(&self) -> usize {
        self.written + self.kept + self.faults.len()
    }
}

impl Report {
    fn new(total: usize, lang: Lang) -> Self {
        let is_terminal = std::io::stderr().is_terminal();
        Self { lang, total, is_terminal, sums: Mutex::default() }
    }

    /// The sums, which are whole even where a thread went wrong while it held them.
    fn sums(&self) -> std::sync::MutexGuard<'_, Sums> {
        self.sums.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Says notes that were not said before.
    fn note(&self, notes: &[Message]) {
        for note in notes {
            let text = note.text(self.lang);
            let mut sums = self.sums();
            if sums.notes.len() < MOST_NOTES && sums.notes.insert(text.clone()) {
                self.say(&text);
            }
        }
    }

    fn say(&self, text: &str) {
        let line = if self.is_terminal { "\r\u{1b}[K" } else { "" };
        eprintln!("{line}hemicycle: {text}");
    }

    fn add(&self, outcome: Outcome, file: &Path) {
        let mut sums = self.sums();
        match outcome {
            Outcome::Written => sums.written += 1,
            Outcome::Kept => sums.kept += 1,
            Outcome::Fault(index, fault) => {
                let fault = Message::new("cli-batch-fault")
                    .with("place", (index + 1).to_string())
                    .with("file", file.display().to_string())
                    .with("cause", fault.text(self.lang));
                sums.faults.push((index, fault.text(self.lang)));
            }
        }
        self.progress(sums.done());
    }

    /// On a terminal one line that changes; elsewhere a line for each tenth.
    fn progress(&self, done: usize) {
        let tenths = |done: usize| done * 10 / self.total.max(1);
        let text = Message::new("cli-batch-progress").with("done", done).with("total", self.total);
        if self.is_terminal {
            let mut out = std::io::stderr().lock();
            // A terminal that went away is no fault of the votes.
            write!(out, "\r\u{1b}[K{}", text.text(self.lang)).and_then(|()| out.flush()).ok();
        } else if tenths(done) > tenths(done.saturating_sub(1)) {
            eprintln!("{}", text.text(self.lang));
        }
    }

    /// Says what was done, and every fault in the order of the file.
    fn end(&self, pattern: &Pattern) -> u8 {
        let mut sums = self.sums();
        if self.is_terminal {
            eprintln!();
        }
        sums.faults.sort();
        for (_, fault) in &sums.faults {
            eprintln!("hemicycle: {fault}");
        }
        let message = Message::new("cli-batch-done")
            .with("written", sums.written)
            .with("kept", sums.kept)
            .with("faults", sums.faults.len())
            .with("folder", pattern.folder.display().to_string());
        eprintln!("{}", message.text(self.lang));
        if sums.faults.is_empty() { FINE } else { FAULT }
    }
}
