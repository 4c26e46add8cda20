//! Commands about the graphic: its look, its style file, its project, and the command line that draws it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::graphic::{Edit, export_path};
use super::update::App;
use super::work::Purpose;
use super::{Command, Opened};
use crate::chart::{Arrangement, Proof};
use crate::export::{ExportFormat, PictureFormat, write};
use crate::lang::Message;
use crate::project::{DrawFault, ENDING, Project, RenderOptions, Shell, command_line, is_project};
use crate::read::saved_mapping;
use crate::stylesheet::StyleSheet;

/// What can be done about the graphic.
#[derive(Clone, Debug)]
pub enum GraphicCommand {
    /// Draw it in another way.
    Redraw(Box<RenderOptions>, Edit),
    /// Take back the last change.
    Undo,
    /// Make the change again that was taken back.
    Redo,
    /// See the preview with other eyes.
    See(Option<Proof>),
    /// Ask for a file of that kind.
    Ask(Purpose),
    /// Take the style of a file.
    OpenStyle(PathBuf),
    /// Write the look as a style file.
    SaveStyle(PathBuf),
    /// Put a picture on it.
    UseLogo(PathBuf),
    /// Write its texts in the font of a file.
    UseFont(PathBuf),
    /// Keep it where it was kept before, or ask where.
    SaveProject,
    /// Keep it in a file.
    SaveProjectAs(PathBuf),
    /// Bring back what the project in a file says, now that its votes are open.
    Restore(PathBuf, Box<Project>),
    /// Take the arrangement that a project comes to.
    Restored(Box<(RenderOptions, Arrangement)>),
    /// Put the command that draws it on the clipboard.
    CopyCommandLine,
}

/// Ctrl+Z.
pub(super) const UNDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Z);
/// Ctrl+Shift+Z.
pub(super) const REDO: KeyboardShortcut =
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
/// Ctrl+S.
pub(super) const SAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::S);
/// Ctrl+Shift+S.
pub(super) const SAVE_AS: KeyboardShortcut =
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
/// Ctrl+Shift+L.
pub(super) const COPY_COMMAND: KeyboardShortcut =
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::L);

/// The commands that keys stand for; those with more keys first, since the others would take them too. A field that is
/// being written in undoes its own letters.
pub(super) fn shortcuts(context: &Context) -> Vec<(KeyboardShortcut, Command)> {
    let mut all = vec![
        (SAVE_AS, GraphicCommand::Ask(Purpose::SaveProject)),
        (SAVE, GraphicCommand::SaveProject),
        (COPY_COMMAND, GraphicCommand::CopyCommandLine),
    ];
    if !context.text_edit_focused() {
        all.extend([(REDO, GraphicCommand::Redo), (UNDO, GraphicCommand::Undo)]);
    }
    all.into_iter().map(|(keys, command)| (keys, Command::Graphic(command))).collect()
}

impl App {
    /// Opens what a project says, and brings the rest of it back once the votes are there.
    pub(super) fn open_project(&mut self, path: &Path) {
        let project = match Project::load(path) {
            Ok(project) => project,
            Err(error) => {
                self.state.fault = Some(error.message());
                return;
            }
        };
        self.read_path(project.data.clone(), project.mapping.clone());
        let restore = GraphicCommand::Restore(path.to_owned(), Box::new(project));
        self.after_reading = vec![Command::Graphic(restore)];
    }

    pub(super) fn design(&mut self, context: &Context, command: GraphicCommand) {
        let now = context.input(|input| input.time);
        match command {
            GraphicCommand::Redraw(options, edit) => self.state.redraw(*options, edit, now),
            GraphicCommand::Undo => {
                let current = self.state.edition();
                if let Some(edition) = self.state.history.undo(current) {
                    self.state.put(edition);
                }
            }
            GraphicCommand::Redo => {
                let current = self.state.edition();
                if let Some(edition) = self.state.history.redo(current) {
                    self.state.put(edition);
                }
            }
            GraphicCommand::See(proof) => self.state.graphic.proof = proof,
            GraphicCommand::Ask(purpose) => self.ask_about_graphic(purpose),
            GraphicCommand::OpenStyle(path) => self.open_style(&path, now),
            GraphicCommand::SaveStyle(path) => self.save_style(&path),
            GraphicCommand::UseLogo(path) => self.change(now, |options| options.look.logo = Some(path)),
            GraphicCommand::UseFont(path) => self.use_font(path, now),
            GraphicCommand::SaveProject => match self.state.graphic.project.clone() {
                Some(path) => self.save_project(path),
                None => self.ask_about_graphic(Purpose::SaveProject),
            },
            GraphicCommand::SaveProjectAs(path) => {
                let path = if is_project(&path) { path } else { with_ending(&path, ENDING) };
                self.save_project(path);
            }
            GraphicCommand::Restore(path, project) => self.restore(path, *project),
            GraphicCommand::Restored(restored) => {
                let (options, arrangement) = *restored;
                self.state.graphic.plan = match &options.layout {
                    Some(crate::project::LayoutChoice::Plan(path)) => Some(path.clone()),
                    _ => None,
                };
                self.state.graphic.options = options;
                self.state.arrange(arrangement);
                self.state.history = super::graphic::History::default();
            }
            GraphicCommand::CopyCommandLine => match self.command_line() {
                Ok(None) => {}
                Ok(Some(line)) => {
                    context.copy_text(line);
                    self.state.note = Some(Message::new("command-copied"));
                }
                Err(fault) => self.state.fault = Some(fault),
            },
        }
    }

    fn change(&mut self, now: f64, change: impl FnOnce(&mut RenderOptions)) {
        let mut options = self.state.graphic.options.clone();
        change(&mut options);
        self.state.redraw(options, Edit::Step, now);
    }

    fn open_style(&mut self, path: &Path, now: f64) {
        let name = path.display().to_string();
        match StyleSheet::load(&name) {
            Ok(sheet) => self.change(now, |options| options.look = options.look.in_style(name, sheet)),
            Err(error) => self.state.fault = Some(error.message()),
        }
    }

    fn save_style(&mut self, path: &Path) {
        let path = if path.extension().is_some() { path.to_owned() } else { with_ending(path, "toml") };
        let written = self.state.graphic.options.look.as_style_sheet().map_err(DrawFault::message);
        let written = written.and_then(|sheet| {
            let folder = path.parent().unwrap_or(Path::new(""));
            let sheet = sheet.map_files(|file| crate::project::relative(file, folder).into());
            write(&path, sheet.to_toml().as_bytes()).map_err(|error| error.message())
        });
        self.say_written(&path, written);
    }

    fn use_font(&mut self, path: PathBuf, now: f64) {
        let mut options = self.state.graphic.options.clone();
        match options.look.style_to_change() {
            Ok(sheet) => {
                sheet.fonts.regular = Some(path);
                (sheet.fonts.family, sheet.fonts.bold) = (None, None);
                options.look.font = None;
                self.state.redraw(options, Edit::Step, now);
            }
            Err(fault) => self.state.fault = Some(fault.message()),
        }
    }

    fn save_project(&mut self, path: PathBuf) {
        let Some(draft) = self.state.draft(ExportFormat::Picture(PictureFormat::Svg)) else { return };
        let Some(data) = self.state.path.clone() else {
            self.state.fault = Some(crate::project::ProjectError::NoFile.message());
            return;
        };
        self.state.graphic.project = Some(path.clone());
        let opened = Arc::clone(draft.opened());
        let vote = vote_of(&opened);
        let mapping = self.state.graphic.mapping.clone();
        self.worker.save_project(draft, data, vote, mapping, path);
    }

    /// The votes of a project are open: its vote, its rule, and then its look and its chamber.
    fn restore(&mut self, path: PathBuf, project: Project) {
        let Some(opened) = self.state.opened.clone() else { return };
        if let Some(vote) = &project.vote {
            let reading = opened.reading();
            if let Some(index) = reading.find(vote) {
                self.state.show_vote(index);
            } else {
                let fault = Message::new("error-no-such-vote")
                    .with("vote", vote)
                    .with("file", &reading.file)
                    .with("count", reading.archive.num_roll_calls())
                    .with("near", reading.near(vote).join(", "));
                self.state.fault = Some(fault);
            }
        }
        self.state.judge(project.rule);
        self.state.rule_text.clear();
        self.state.graphic.project = Some(path.clone());
        // Said over the votes that are open, and not wiped away by their coming.
        self.worker.notice_changes(path, project.clone());
        if let Some(opened) = self.state.opened.clone() {
            self.worker.restore(opened, project.options, self.state.lang);
        }
    }

    /// The command that draws what is shown; `None` where nothing is open.
    ///
    /// # Errors
    /// Why no command could.
    fn command_line(&self) -> Result<Option<String>, Message> {
        let state = &self.state;
        let Some(stem) = self.graphic_stem() else { return Ok(None) };
        let output = state.graphic.output.clone().unwrap_or_else(|| PathBuf::from(format!("{stem}.svg")));
        let (output, format) = export_path(&output);
        let Some(draft) = state.draft(format) else { return Ok(None) };
        let data = state.path.as_ref().ok_or_else(|| Message::new("command-no-file"))?;
        // The command finds the mapping beside the file; one that was only tried here it cannot.
        let beside = saved_mapping(data).ok().flatten();
        if state.graphic.mapping.is_some() && state.graphic.mapping != beside {
            return Err(Message::new("command-no-mapping"));
        }
        let (rule, vote) = (draft.opened().list.rule, vote_of(draft.opened()));
        let command = command_line(data, vote.as_deref(), None, rule, &draft.options, &output);
        Ok(Some(Shell::OF_SYSTEM.quoted(&command)))
    }
}

/// What a vote is found by: its number, else its place; `None` where it is the only one.
pub(super) fn vote_of(opened: &Opened) -> Option<String> {
    let reading = opened.reading();
    if reading.archive.num_roll_calls() < 2 {
        return None;
    }
    let id = opened.roll_call().and_then(|roll_call| roll_call.info().id.clone());
    id.filter(|id| reading.find(id) == Some(opened.index)).or_else(|| Some((opened.index + 1).to_string()))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}
