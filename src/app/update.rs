//! The one place where commands and events change the state.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use egui::{CentralPanel, Context, Frame, Ui};

use super::after_tab::AfterTab;
use super::ask::{self, Answer, Thumbnails};
use super::calling::{self, Calling};
use super::chamber::Canvas;
use super::command::{Command, REPLAY, shortcuts};
use super::drag::Drags;
use super::graphic::{Edit, export_path};
use super::opening::Coming;
use super::preferences::Preferences;
use super::preview::Preview;
use super::state::{Commands, State};
use super::work::{Event, Worker};
use super::{CopyFormat, classroom, designing, dialogs, mapping, theme};
use crate::chart::Arrangement;
use crate::export::{ExportFormat, PictureFormat};
use crate::lang::{Lang, Message};
use crate::project::is_project;
use crate::read::{Cancel, ReadError, Source};

/// The window's program.
pub struct App {
    pub(super) state: State,
    pub(super) preferences: Preferences,
    pub(super) commands: Commands,
    pub(super) canvas: Canvas,
    pub(super) preview: Preview,
    pub(super) thumbnails: Thumbnails,
    pub(super) calling: Calling,
    pub(super) drags: Drags,
    pub(super) worker: Worker,
    events: Receiver<Event>,
    /// The number of the last request to read; answers to earlier ones are too late.
    pub(super) request: u64,
    /// Stops the reader of that request.
    pub(super) cancel: Cancel,
    /// The file that is being read.
    pub(super) coming: Option<Coming>,
    /// What to do once the file that is being read is open.
    pub(super) after_reading: Vec<Command>,
    /// Stops the film that is being made.
    pub(super) film_cancel: Cancel,
}

impl App {
    /// A window in `lang`, or in the language chosen last time.
    #[must_use]
    pub fn new(context: &Context, storage: Option<&dyn eframe::Storage>, lang: Option<Lang>) -> Self {
        theme::install(context);
        context.add_plugin(AfterTab::default());
        let preferences: Preferences =
            storage.and_then(|storage| eframe::get_value(storage, eframe::APP_KEY)).unwrap_or_default();
        context.set_theme(preferences.theme);
        let (sender, events) = channel();
        let lang = lang.or(preferences.lang).unwrap_or_else(crate::cli::environment_lang);
        let worker = Worker::new(sender, context.clone());
        Self {
            state: State { lang, ..State::default() },
            preferences,
            commands: Commands::default(),
            canvas: Canvas::default(),
            preview: Preview::default(),
            thumbnails: Thumbnails::default(),
            calling: Calling::new(worker.clone(), preferences.calling),
            drags: Drags::default(),
            worker,
            events,
            request: 0,
            cancel: Cancel::default(),
            coming: None,
            after_reading: Vec::new(),
            film_cancel: Cancel::default(),
        }
    }

    /// Opens a file, and then does as told.
    pub fn open_and(&mut self, context: &Context, path: PathBuf, commands: Vec<Command>) {
        self.apply(context, Command::Open(path));
        self.after_reading.extend(commands);
    }

    /// What the window shows.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// True where the preview shows the graphic as it is.
    #[must_use]
    pub fn is_previewed(&self) -> bool {
        self.preview.is_settled()
    }

    /// The pages on which the roll is called.
    #[must_use]
    pub fn calling(&self) -> &Calling {
        &self.calling
    }

    /// True while something is being read or opened.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.state.reading.is_some() || self.calling.is_opening()
    }

    /// Keeps journals in a folder, and offers to go on with the one that was left there.
    pub fn keep_journals_in(&mut self, folder: PathBuf) {
        self.calling.keep_in(folder);
    }

    /// Does as told.
    pub fn apply(&mut self, context: &Context, command: Command) {
        self.state.note = None;
        if let Some(refusal) = self.state.export_refusal().filter(|_| ask::leaves_the_window(&command)) {
            self.state.fault = Some(refusal);
            return;
        }
        match command {
            Command::OpenDialog
            | Command::ExportDialog
            | Command::ProblemsDialog
            | Command::PlanDialog
            | Command::FilmDialog
            | Command::LessonDialog => self.ask_for(&command),
            Command::Open(path) if path.extension().is_some_and(|ending| ending == "journal") => {
                self.call_the_roll(context, calling::Command::Open(path));
            }
            Command::Calling(command) => self.call_the_roll(context, command),
            Command::Open(path) if is_project(&path) => self.open_project(&path),
            Command::Open(path) | Command::OpenVote(path) => self.read_path(path, None),
            Command::OpenDropped(file) => {
                let name = file.path().file_name().map(|name| name.to_string_lossy().into_owned());
                let name = name.unwrap_or_else(|| file.path().display().to_string());
                let path = file.path().to_owned();
                if path.exists() {
                    // What stands beside a file belongs to it.
                    self.apply(context, Command::Open(path));
                } else {
                    self.read_source(name.clone(), move || match file.bytes() {
                        Ok(bytes) => Ok(Source { name, bytes }),
                        Err(cause) => Err(ReadError::Unreadable { file: name, cause }),
                    });
                }
            }
            Command::OpenSample(sample) => {
                let source = sample.source();
                self.read_source(source.name.clone(), move || Ok(source));
            }
            Command::CancelReading => self.cancel_reading(),
            // What was asked is not open yet, and there is nothing else to close.
            Command::CloseVote if self.state.asked.is_some() => self.answer(context, Answer::Cancel),
            Command::Answer(answer) => self.answer(context, *answer),
            Command::CloseVote => {
                self.stop_reading();
                self.state.close();
            }
            Command::Export(path) => self.export(&path),
            Command::Copy(format) => self.copy(format),
            Command::Drag(command) => self.drag(context, command),
            Command::Graphic(command) => self.design(context, command),
            Command::ExportProblems(path) => {
                if let Some(opened) = &self.state.opened {
                    self.worker.export_problems(Arc::clone(opened), self.state.lang, path);
                }
            }
            Command::ShowVote(index) => self.state.show_vote(index),
            Command::StepVote(step) => self.state.step_vote(step),
            Command::FilterVotes(filter) => self.state.filter_votes(filter),
            Command::ShowMapping(open) => self.show_mapping(open),
            Command::Remap(mapping) => self.remap(mapping.map(|mapping| *mapping)),
            Command::SaveMapping => self.save_mapping(),
            Command::Show(tab) => self.state.tab = tab,
            Command::Pin(ballot) => self.state.pinned = ballot,
            Command::Find(text) => self.state.find(text),
            Command::FocusFind => self.state.wants_find_focus = true,
            Command::Judge(rule) => {
                self.state.rule_text.clear();
                self.state.judge(rule);
            }
            Command::WriteRule(text) => self.state.write_rule(text),
            Command::Arrange(arrangement) => self.arrange(context, arrangement),
            Command::OpenPlan(path) => self.worker.read_plan(path),
            Command::ShowReplay(shown) => self.state.show_replay(shown),
            Command::OrderReplay(order) => self.state.order_replay(order),
            Command::PlayReplay(_)
            | Command::ScrubReplay(_)
            | Command::StepReplay(_)
            | Command::PaceReplay(_)
            | Command::LoopReplay(_) => self.play_back(&command),
            command @ (Command::Teach(_) | Command::OpenPapers | Command::SaveLesson(_)) => {
                self.teach(context, command);
            }
            command @ (Command::Film(_) | Command::CancelFilm) => self.film(command),
            Command::SortMembers(order) => self.state.member_order = order,
            Command::Speak(lang) => {
                self.state.lang = lang;
                self.preferences.lang = Some(lang);
            }
            Command::UseTheme(theme) => {
                self.preferences.theme = theme;
                context.set_theme(theme);
            }
            Command::About(open) => self.state.about = open,
            Command::Shortcuts(open) => self.state.shortcuts = open,
            Command::DismissFault => self.state.fault = None,
            Command::Quit => context.send_viewport_cmd(egui::ViewportCommand::Close),
        }
    }

    fn call_the_roll(&mut self, context: &Context, command: calling::Command) {
        self.calling.apply(context, &mut self.state, command);
        self.preferences.calling = self.calling.preferences;
    }

    fn play_back(&mut self, command: &Command) {
        let Some(playback) = &mut self.state.playback else { return };
        match *command {
            Command::PlayReplay(playing) => playback.play(playing),
            Command::ScrubReplay(step) => playback.scrub(step),
            Command::StepReplay(steps) => playback.step_by(steps),
            Command::PaceReplay(speed) => playback.speed = speed,
            Command::LoopReplay(is_looped) => playback.is_looped = is_looped,
            _ => {}
        }
    }

    fn arrange(&mut self, context: &Context, arrangement: Arrangement) {
        let before = self.state.edition();
        self.state.arrange(arrangement);
        if self.state.edition() != before {
            self.state.history.keep(before, Edit::Run("chamber"), context.input(|input| input.time));
        }
    }

    fn copy(&self, format: CopyFormat) {
        if let Some(draft) = self.state.draft(ExportFormat::Picture(PictureFormat::Svg)) {
            self.worker.copy(draft, format);
        }
    }

    fn export(&mut self, path: &Path) {
        let (path, format) = export_path(path);
        if let Some(draft) = self.state.draft(format) {
            self.state.note = Some(Message::new("exporting").with("file", path.display().to_string()));
            self.state.graphic.output = Some(path.clone());
            self.worker.export(draft, format, path);
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, context: &Context, frame: &mut eframe::Frame) {
        let events: Vec<Event> = self.events.try_iter().collect();
        for event in events {
            match event {
                Event::Ask(question) => self.worker.open_dialog(*question, frame),
                event => self.take(context, event),
            }
        }
        self.watch_drag(context);
        self.hand_over(context, frame);
        let dropped = self.dropped(context);
        if let [_, _, ..] = dropped[..] {
            let fault = Message::new("error-many-dropped").with("n", dropped.len());
            self.state.fault = Some(fault);
        } else if let Some(file) = dropped.into_iter().next() {
            self.commands.send(match &self.calling.stage {
                calling::Stage::Away => Command::OpenDropped(file),
                // On the calling pages a file is a roster.
                _ => Command::Calling(calling::Command::Roster(file.path().to_owned())),
            });
        }
        if !self.calling.is_shown() {
            // Before the shorter keys, which they would answer to as well.
            for (shortcut, command) in designing::shortcuts(context) {
                if context.input_mut(|input| input.consume_shortcut(&shortcut)) {
                    self.commands.send(command);
                }
            }
        }
        if !self.state.is_covered() {
            for command in calling::typed(context, &self.calling, self.state.lang) {
                self.commands.send(Command::Calling(command));
            }
        }
        let is_calling = self.calling.is_shown();
        let answers = |command: &Command| !is_calling || matches!(command, Command::Quit);
        for (shortcut, command) in shortcuts().into_iter().filter(|(_, command)| answers(command)) {
            if context.input_mut(|input| input.consume_shortcut(&shortcut)) {
                self.commands.send(command);
            }
        }
        if !is_calling && context.input_mut(|input| input.consume_shortcut(&REPLAY)) {
            self.commands.send(Command::ShowReplay(self.state.playback.is_none()));
        }
        for command in self.commands.take() {
            self.apply(context, command);
        }
        if context.input(|input| input.viewport().close_requested()) && self.calling.holds_the_window() {
            context.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        }
        self.calling.go_on_leaving(context);
        if let Some(playback) = self.state.playback.as_mut().filter(|playback| playback.is_playing) {
            playback.advance(context.input(|input| input.time));
            context.request_repaint();
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.state.is_calling = self.calling.is_shown();
        self.state.can_drag = self.drags.can_carry();
        self.state.journal = self.calling.status(self.state.lang);
        if self.state.classroom.shows_board() && !self.state.is_calling {
            let ground = Frame::new().fill(theme::colour(theme::style(ui.ctx()).ground)).inner_margin(32);
            let (state, commands) = (&self.state, &mut self.commands);
            CentralPanel::default().frame(ground).show(ui, |ui| classroom::show(ui, state, commands));
        } else {
            self.panels(ui);
        }
        let (state, commands) = (&mut self.state, &mut self.commands);
        if let Some(opened) = state.opened.clone().filter(|_| !state.is_calling) {
            mapping::show(ui, &opened, state, commands);
        }
        dialogs::show(ui, state, commands);
        if self.drags.carried().is_none() {
            dialogs::show_drop_target(ui, state);
        }
        self.show_carried(ui.ctx());
        // What panels emitted takes effect at once, so that a click is seen in the next frame.
        let context = ui.ctx().clone();
        let pending = self.commands.take();
        if !pending.is_empty() {
            context.request_repaint();
        }
        for command in pending {
            self.apply(&context, command);
        }
    }

    fn raw_input_hook(&mut self, context: &Context, input: &mut egui::RawInput) {
        self.let_pointer_go(context, input);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        // What waits for the disk is written, and the journal let go.
        self.calling.let_go();
        self.drags.clear();
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, eframe::APP_KEY, &self.preferences);
    }
}
