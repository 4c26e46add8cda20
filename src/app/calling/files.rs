//! What the calling pages do with files on threads of their own: dialogs, rosters, documents, the journal to go on
//! with.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::command::Document;
use super::scribe::Report;
use super::setup::file_name;
use super::sound::Hearing;
use crate::app::asking::Question;
use crate::app::vote_list::VoteList;
use crate::app::work::{self, Worker};
use crate::chart::{Arrangement, Style, Template, Typeface, Vote, graphic};
use crate::export::{minutes_pdf, minutes_text, roll_call_csv, svg, write};
use crate::lang::{Lang, Message};
use crate::read::{Options, ReadError, Reading, open_members, reading_of_call};
use crate::record::{Call, Chain, Condition, Minutes, scan_file};
use crate::stylesheet::complete;

/// What a thread has to say to the calling pages.
#[derive(Debug)]
pub(in crate::app) enum Event {
    /// The scribe of a roll call; the number is that of the roll call.
    Scribe(u64, Report),
    /// A roster was read, or not.
    Roster(Box<Result<Reading, Message>>),
    /// A file was chosen for a purpose.
    Chosen(Purpose, PathBuf),
    /// A journal that can be gone on with.
    Offer(Box<Offer>),
    /// Whether a journal can be gone on with; `false` where its vote is closed or the journal is damaged.
    Looked(PathBuf, bool),
    /// Whether tones can be heard.
    Heard(Hearing),
    /// Documents were written, or not.
    Saved(Result<Vec<PathBuf>, Message>),
}

/// What a file is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Purpose {
    Roster,
    Journal,
    Resume,
    Move,
    Save(Document),
}

/// A roll call that was left before it was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its journal.
    pub path: PathBuf,
    /// What is put to the vote.
    pub title: Option<String>,
    /// How many answered.
    pub answered: usize,
    /// How many there are.
    pub members: usize,
}

impl Offer {
    fn of(path: &Path, call: &Call) -> Option<Self> {
        call.signatures().is_empty().then(|| Self {
            path: path.to_owned(),
            title: call.opening().question.title.clone(),
            answered: call.voices().len(),
            members: call.desks().len(),
        })
    }
}

/// The file that names the journal of the last roll call.
const LAST: &str = "last-journal.txt";

/// Keeps where the journal is, for the next start.
pub(super) fn remember(worker: &Worker, home: Option<&Path>, journal: &Path) {
    let Some(home) = home.map(Path::to_owned) else { return };
    let journal = std::path::absolute(journal).unwrap_or_else(|_| journal.to_owned());
    worker.start("remember the journal", move || {
        // Only an offer at the next start depends on it.
        std::fs::create_dir_all(&home).ok();
        write(&home.join(LAST), journal.display().to_string().as_bytes()).ok();
        None
    });
}

/// Looks whether the last roll call was left before it was signed.
pub(super) fn look_for_last(worker: &Worker, home: &Path) {
    let home = home.to_owned();
    worker.start("look for a journal", move || {
        let path = PathBuf::from(std::fs::read_to_string(home.join(LAST)).ok()?.trim());
        let offer = Offer::of(&path, &scan_file(&path).ok()?.call?)?;
        Some(work::Event::Calling(Event::Offer(Box::new(offer))))
    });
}

/// Looks whether the vote of a journal is open.
pub(super) fn look_at(worker: &Worker, path: PathBuf) {
    worker.start("look at a journal", move || {
        let found = scan_file(&path).ok();
        // One that is damaged cannot be gone on with; the lines before the damage can be seen.
        let sound = found.filter(|found| !matches!(found.condition, Condition::Damaged { .. }));
        let is_open = sound.and_then(|found| found.call).is_some_and(|call| call.closed().is_none());
        Some(work::Event::Calling(Event::Looked(path, is_open)))
    });
}

pub(super) fn read_roster(worker: &Worker, path: PathBuf) {
    worker.start("read a roster", move || {
        let read = open_members(&path, &Options::default()).map_err(|error| error.message());
        Some(work::Event::Calling(Event::Roster(Box::new(read))))
    });
}

/// Asks for a file; a path is proposed where one is to be written.
pub(super) fn choose(worker: &Worker, purpose: Purpose, proposed: Option<&Path>, lang: Lang) {
    let then = move |path| work::Event::Calling(Event::Chosen(purpose, path));
    let name = proposed.map(file_name).unwrap_or_default();
    let question = match purpose {
        Purpose::Roster => Question::open(lang, "title-roster", then),
        Purpose::Resume => Question::open(lang, "title-resume", then).of("dialog-journal", &["journal"]),
        Purpose::Journal => {
            Question::save(lang, "title-journal", name, then).of("dialog-journal", &["journal"])
        }
        Purpose::Move => Question::save(lang, "title-move", name, then).of("dialog-journal", &["journal"]),
        Purpose::Save(document) => {
            let (filter, ending) = (document.dialog(), document.ending());
            Question::save(lang, "title-document", name, then).of(filter, &[ending])
        }
    };
    worker.ask(question.within(proposed.and_then(Path::parent)));
}

/// Writes documents of a roll call.
pub(super) fn save(worker: &Worker, call: Call, chain: Chain, files: Vec<(Document, PathBuf)>, lang: Lang) {
    worker.start("file a roll call", move || {
        let saved = files.into_iter().map(|(document, path)| {
            let bytes = bytes_of(document, &call, &chain, &path, lang)?;
            write(&path, &bytes).map_err(|error| error.message())?;
            Ok(path)
        });
        Some(work::Event::Calling(Event::Saved(saved.collect())))
    });
}

fn bytes_of(
    document: Document,
    call: &Call,
    chain: &Chain,
    path: &Path,
    lang: Lang,
) -> Result<Vec<u8>, Message> {
    if matches!(document, Document::Minutes | Document::Paper) {
        let minutes = Minutes::of(call, chain.clone());
        let text = minutes_text(&minutes, lang);
        if document == Document::Minutes {
            return Ok(text.into_bytes());
        }
        let typeface = complete(&Typeface::default(), &text).typeface;
        return minutes_pdf(&minutes, lang, &typeface).map_err(|error| error.message());
    }
    let list = vote_of(&file_name(path), call).map_err(|error| error.message())?;
    let file = list.reading.file.clone();
    let no_rows = || ReadError::NoRows { file: file.clone() }.message();
    let opened = Arc::new(crate::app::Opened::new(list, 0).ok_or_else(no_rows)?);
    if document == Document::Csv {
        return opened.roll_call().map(|roll_call| roll_call_csv(roll_call).into_bytes()).ok_or_else(no_rows);
    }
    let vote: Vote<'_> = opened.vote(lang).ok_or_else(no_rows)?;
    let scene = graphic(&vote, &Style::light(), &Arrangement::default(), &Template::default());
    Ok(svg(&scene).into_bytes())
}

/// A roll call as a vote like any other.
pub(super) fn vote_of(file: &str, call: &Call) -> Result<VoteList, ReadError> {
    reading_of_call(file, call).map(VoteList::new)
}
