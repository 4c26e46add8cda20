//! The one place where commands and reports change what the calling pages show.

use std::path::{Path, PathBuf};

use egui::Context;
use serde::{Deserialize, Serialize};

use super::chamber::Seats;
use super::clock::now;
use super::command::{Command, Document};
use super::files::{self, Event, Offer, Purpose};
use super::keys::Keys;
use super::leaving::Leaving;
use super::scribe::{Report, Scribe, Start};
use super::setup::{RosterSource, Setup, file_name};
use super::sitting::Sitting;
use super::sound::Player;
use crate::app::state::State;
use crate::app::work::{self, Worker};
use crate::app::{Command as WindowCommand, Opened};
use crate::lang::{Lang, Message};
use crate::record::JournalError;

/// What is remembered from one start to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(clippy::struct_excessive_bools, reason = "switches that have nothing to do with each other")]
pub(in crate::app) struct Preferences {
    /// The keys; those of the language until some are chosen.
    pub(super) keys: Option<Keys>,
    /// The page in large type.
    pub(super) large_type: bool,
    /// The page in strong contrast.
    pub(super) high_contrast: bool,
    /// Each answer through the screen reader.
    pub(super) speaks: bool,
    /// Each answer as a tone.
    pub(super) sounds: bool,
}

/// Which page is shown.
#[derive(Debug, Default)]
pub enum Stage {
    /// None: the window shows a vote, or the welcome page.
    #[default]
    Away,
    /// A roll call is being prepared.
    SetUp(Box<Setup>),
    /// A roll call is under way, or closed.
    Sitting(Box<Sitting>),
}

/// The calling pages.
pub struct Calling {
    /// Which page is shown.
    pub stage: Stage,
    /// A roll call that was left before it was signed.
    pub offer: Option<Offer>,
    pub(in crate::app) preferences: Preferences,
    pub(super) seats: Seats,
    /// What plays tones, once one was wanted.
    pub(super) player: Option<Player>,
    /// Why no tone can be heard.
    pub(super) silent: Option<Message>,
    pub(super) worker: Worker,
    /// The folder in which journals and the name of the last one are kept.
    pub(super) home: Option<PathBuf>,
    /// The number of the last roll call that was opened; reports of earlier ones are too late.
    number: u64,
    /// True while a journal is looked at before it is opened.
    is_looking: bool,
    /// The scribe whose journal is being opened.
    pub(super) starting: Option<Scribe>,
    /// What is being left, as soon as the disk has taken everything.
    pub(super) leaving: Option<Leaving>,
    /// True once it may be left although the disk has not taken everything.
    pub(super) is_abandoned: bool,
}

impl Calling {
    pub(in crate::app) fn new(worker: Worker, preferences: Preferences) -> Self {
        Self {
            stage: Stage::Away,
            offer: None,
            preferences,
            seats: Seats::default(),
            player: None,
            silent: None,
            worker,
            home: None,
            number: 0,
            is_looking: false,
            starting: None,
            leaving: None,
            is_abandoned: false,
        }
    }

    /// Keeps journals in a folder, and looks there for one that was left.
    pub(in crate::app) fn keep_in(&mut self, home: PathBuf) {
        files::look_for_last(&self.worker, &home);
        self.home = Some(home);
    }

    /// True while one of the pages is shown.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        !matches!(self.stage, Stage::Away)
    }

    /// True while a journal is being opened.
    #[must_use]
    pub fn is_opening(&self) -> bool {
        self.starting.is_some() || self.is_looking
    }

    /// The roll call under way.
    #[must_use]
    pub fn sitting(&self) -> Option<&Sitting> {
        match &self.stage {
            Stage::Sitting(sitting) => Some(sitting),
            _ => None,
        }
    }

    /// Where the journal is and how far, for the bar at the bottom.
    pub(in crate::app) fn status(&self, lang: Lang) -> Option<String> {
        let sitting = self.sitting()?;
        let status = Message::new("calling-status")
            .with("file", sitting.path.display().to_string())
            .with("n", sitting.call.log().len())
            .with("waiting", sitting.waiting.len());
        Some(status.text(lang))
    }

    /// The keys in use.
    pub(super) fn keys(&self, lang: Lang) -> Keys {
        self.preferences.keys.filter(|keys| keys.are_apart()).unwrap_or_else(|| Keys::of(lang))
    }

    /// Does as told.
    pub(in crate::app) fn apply(&mut self, context: &Context, state: &mut State, command: Command) {
        let lang = state.lang;
        match command {
            Command::SetUp | Command::SetUpClass(_) if self.sitting().is_some() => {}
            Command::SetUp => self.set_up(state),
            Command::SetUpClass(class) => {
                self.set_up(state);
                // The vote comes in the place of the lesson's page.
                state.classroom.is_open = false;
                if let Stage::SetUp(setup) = &mut self.stage {
                    setup.take_class(*class);
                }
            }
            Command::ResumeDialog => files::choose(&self.worker, Purpose::Resume, None, lang),
            Command::Resume(path) => self.begin(Start::Resume(path), state),
            Command::Open(path) => {
                self.is_looking = true;
                files::look_at(&self.worker, path);
            }
            Command::LargeType(on) => self.preferences.large_type = on,
            Command::HighContrast(on) => self.preferences.high_contrast = on,
            Command::Speak(on) => self.preferences.speaks = on,
            Command::Sound(on) => self.sound(on),
            Command::Abandon => self.abandon(context),
            Command::Leave => self.leave(),
            Command::OpenAsVote => self.open_as_vote(state),
            Command::RosterDialog
            | Command::Roster(_)
            | Command::RosterOfVote
            | Command::RosterOfText
            | Command::DrawLetter
            | Command::JournalDialog
            | Command::Journal(_)
            | Command::Start => self.prepare(state, command),
            other => {
                self.call(other, lang);
                self.play_tones();
            }
        }
    }

    fn set_up(&mut self, state: &State) {
        if matches!(self.stage, Stage::SetUp(_)) {
            return;
        }
        let folder = self.home.as_ref().map(|home| home.join("journals"));
        let mut setup = Box::new(Setup::new(self.keys(state.lang), folder, now()));
        if let Some(roll_call) = state.opened.as_ref().and_then(|opened| opened.roll_call()) {
            setup.take_roster(RosterSource::Vote, roll_call);
        }
        self.stage = Stage::SetUp(setup);
    }

    /// What is done on the page on which a roll call is prepared.
    fn prepare(&mut self, state: &mut State, command: Command) {
        let (lang, worker) = (state.lang, &self.worker);
        let Stage::SetUp(setup) = &mut self.stage else { return };
        match command {
            Command::RosterDialog => files::choose(worker, Purpose::Roster, None, lang),
            Command::Roster(path) => {
                setup.is_waiting = true;
                files::read_roster(worker, path);
            }
            Command::RosterOfVote => {
                if let Some(roll_call) = state.opened.as_ref().and_then(|opened| opened.roll_call()) {
                    setup.take_roster(RosterSource::Vote, roll_call);
                }
            }
            Command::RosterOfText => setup.take_text(),
            Command::DrawLetter => setup.draw_letter(),
            Command::JournalDialog => {
                files::choose(worker, Purpose::Journal, setup.journal_path().as_deref(), lang);
            }
            Command::Journal(path) => setup.journal = Some(path.display().to_string()),
            Command::Start => match setup.opening() {
                Ok((path, opening)) => {
                    if let Some(keys) = setup.chosen_keys() {
                        let is_own = keys != Keys::of(lang);
                        self.preferences.keys = is_own.then_some(keys);
                    }
                    self.begin(Start::Create(path, Box::new(opening)), state);
                }
                Err(fault) => setup.fault = Some(fault),
            },
            _ => {}
        }
    }

    /// Opens a journal; the page comes once it is open.
    fn begin(&mut self, start: Start, state: &mut State) {
        self.number += 1;
        let number = self.number;
        let report = self.worker.reporter(move |report| work::Event::Calling(Event::Scribe(number, report)));
        let file = match &start {
            Start::Create(path, _) | Start::Resume(path) => path.display().to_string(),
        };
        match Scribe::start(start, report) {
            Ok(scribe) => self.starting = Some(scribe),
            Err(cause) => self.fail(state, JournalError::Failed { file, cause: cause.to_string() }.message()),
        }
        if let Stage::SetUp(setup) = &mut self.stage {
            (setup.fault, setup.is_waiting) = (None, true);
        }
    }

    fn fail(&mut self, state: &mut State, fault: Message) {
        if let Stage::SetUp(setup) = &mut self.stage {
            (setup.fault, setup.is_waiting) = (Some(fault), false);
        } else {
            state.fault = Some(fault);
        }
    }

    /// What is done while a roll call is under way.
    fn call(&mut self, command: Command, lang: Lang) {
        let worker = &self.worker;
        let Stage::Sitting(sitting) = &mut self.stage else { return };
        match command {
            Command::Reply(reply) => sitting.reply(reply, now()),
            Command::Record(deed) => sitting.record_and_close(deed, now()),
            Command::GoTo(member) => sitting.go_to(member),
            Command::Step(step) => sitting.step(step),
            Command::Ask(dialog) => (sitting.dialog, sitting.note) = (dialog, None),
            Command::SwitchClerk => sitting.switch_clerk(),
            Command::MoveDialog => {
                files::choose(worker, Purpose::Move, Some(&sitting.path), lang);
            }
            Command::Move(path) => {
                sitting.dialog = None;
                sitting.move_to(path);
            }
            Command::Retry => sitting.retry(),
            Command::SaveDialog(document) => {
                let name = sitting.path.with_extension(document.ending());
                files::choose(worker, Purpose::Save(document), Some(&name), lang);
            }
            Command::Save(document, path) => {
                let (call, chain) = (sitting.call.clone(), sitting.chain.clone());
                files::save(worker, call, chain, vec![(document, path)], lang);
            }
            Command::SaveAll => {
                let path = |document: Document| sitting.path.with_extension(document.ending());
                let files = Document::ALL.map(|document| (document, path(document))).to_vec();
                files::save(worker, sitting.call.clone(), sitting.chain.clone(), files, lang);
            }
            _ => {}
        }
    }

    fn open_as_vote(&mut self, state: &mut State) {
        let Some(sitting) = self.sitting().filter(|sitting| sitting.waiting.is_empty()) else { return };
        let opened =
            files::vote_of(&file_name(&sitting.path), &sitting.call).map(|list| Opened::new(list, 0));
        match opened {
            Ok(Some(opened)) => {
                let path = sitting.path.clone();
                self.leave_page();
                state.open(opened);
                state.path = Some(path);
                state.show_replay(true);
            }
            Ok(None) => {}
            Err(error) => state.fault = Some(error.message()),
        }
    }

    /// Takes what a thread says; answers what else the window is to do.
    pub(in crate::app) fn take(&mut self, state: &mut State, event: Event) -> Option<WindowCommand> {
        match event {
            Event::Scribe(number, report) if number == self.number => self.hear(state, report),
            // Of a roll call that was left.
            Event::Scribe(..) => {}
            Event::Roster(read) => self.take_roster(*read),
            Event::Chosen(purpose, path) => {
                let command = match purpose {
                    Purpose::Roster => Command::Roster(path),
                    Purpose::Journal => Command::Journal(path),
                    Purpose::Resume => Command::Resume(path),
                    Purpose::Move => Command::Move(path),
                    Purpose::Save(document) => Command::Save(document, path),
                };
                return Some(WindowCommand::Calling(command));
            }
            Event::Heard(Ok(())) => self.silent = None,
            Event::Heard(Err(silent)) => self.silence(&silent.to_string()),
            Event::Offer(offer) => self.offer = Some(*offer),
            Event::Looked(path, is_open) => {
                self.is_looking = false;
                if !is_open {
                    return Some(WindowCommand::OpenVote(path));
                }
                self.begin(Start::Resume(path), state);
            }
            Event::Saved(saved) => {
                let said = saved.map(|paths| {
                    let names: Vec<String> = paths.iter().map(|path| file_name(path)).collect();
                    Message::new("exported").with("file", names.join(", "))
                });
                match (&mut self.stage, said) {
                    (Stage::Sitting(sitting), Ok(said) | Err(said)) => sitting.note = Some(said),
                    (_, Ok(said)) => state.note = Some(said),
                    (_, Err(fault)) => state.fault = Some(fault),
                }
            }
        }
        None
    }

    fn hear(&mut self, state: &mut State, report: Report) {
        match report {
            Report::Started(started) => {
                let Some(scribe) = self.starting.take() else { return };
                self.remember(&started.path);
                self.offer = None;
                // The last drawing is of another roll call, however alike the two are.
                self.seats = Seats::default();
                self.stage = Stage::Sitting(Box::new(Sitting::new(scribe, *started)));
            }
            Report::NotStarted(error) => {
                self.starting = None;
                self.fail(state, error.message());
            }
            other => {
                let Stage::Sitting(sitting) = &mut self.stage else { return };
                let path = sitting.path.clone();
                sitting.take(other);
                let new_path = sitting.path.clone();
                if new_path != path {
                    self.remember(&new_path);
                }
                self.play_tones();
            }
        }
    }

    fn remember(&self, journal: &Path) {
        files::remember(&self.worker, self.home.as_deref(), journal);
    }

    fn take_roster(&mut self, read: Result<crate::read::Reading, Message>) {
        let Stage::SetUp(setup) = &mut self.stage else { return };
        setup.is_waiting = false;
        match read {
            Ok(mut reading) => {
                reading.archive.parties = crate::stylesheet::dressed(&reading.archive.parties, &[]);
                match reading.roll_call() {
                    Some(roll_call) => setup.take_roster(RosterSource::File(reading.file.clone()), roll_call),
                    None => setup.fault = Some(Message::new("calling-no-members")),
                }
            }
            Err(fault) => setup.fault = Some(fault),
        }
    }
}
