//! Work that takes time: reading and exporting, each on a thread of its own.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use crate::chart::{Arrangement, Proof};
use crate::export::{ExportFormat, Pixels, Resolution, pixels, problems_csv, svg, write};
use crate::lang::{Lang, Message};
use crate::model::SeatPlan;
use crate::project::{Drawer, ENDING, Project, RenderOptions};
use crate::read::{
    Cancel, Mapping, Options, Progress, ReadError, Reading, Source, preview, read_seat_plan, saved_mapping,
};

use super::ask::{Arrived, Asking, Input};
use super::asking::Question;
use super::designing::GraphicCommand;
use super::drag::{Outcome, Reception};
use super::filming::FilmFault;
use super::graphic::{Draft, SCREEN_SCALE};
use super::opened::Opened;
use super::preview::Picture;
use super::vote_list::VoteList;
use super::{Command, CopyFormat};

/// What a thread has to say.
#[derive(Debug)]
pub(super) enum Event {
    /// A file was read, or not. The number is that of the request.
    Read(u64, Box<Result<Arrived, ReadError>>),
    /// How far a reader is.
    Progress(u64, Progress),
    /// The first votes of a file that is being read.
    First(u64, Box<VoteList>),
    /// The first rows of a file that was open when they were wanted.
    Preview(Arc<Reading>, Vec<Vec<String>>),
    /// A file is to be asked for.
    Ask(Box<Question>),
    /// The user chose a file to open.
    Chosen(PathBuf),
    /// The user chose the file of a seat plan.
    ChosenPlan(PathBuf),
    /// A seat plan was read, or not.
    PlanRead(Result<(PathBuf, Arc<SeatPlan>), Message>),
    /// What was chosen, or made ready, leads to this.
    Then(Box<Command>),
    /// How a project draws a vote that was open when that was wanted.
    Restored(Arc<Opened>, Box<(RenderOptions, Arrangement)>),
    /// The graphic as it will be, or why it cannot be.
    Previewed(Box<Result<Picture, Message>>),
    /// A file of the project is no longer as it was.
    Changed(Message),
    /// The user chose where to export to.
    ChosenExport(PathBuf),
    /// The user chose where to write the problems to.
    ChosenProblems(PathBuf),
    /// The graphic is ready for the clipboard, or could not be made.
    Copied(Result<Copied, Message>),
    /// What the window under the pointer makes of the graphic that is dragged.
    Carried(Reception),
    /// The drag is over.
    Delivered(Outcome),
    /// Of the pages on which the roll is called.
    Calling(super::calling::Event),
    /// The user chose the folder for a class.
    ChosenClassFolder(PathBuf),
    /// The user chose where to write the film to.
    ChosenFilm(PathBuf),
    /// How far the film is, in percent.
    Filming(u32),
    /// The film was written, or not.
    Filmed(Result<PathBuf, FilmFault>),
    /// The graphic, or the list of problems, was written, or not.
    Exported(Result<PathBuf, Message>),
}

/// What goes to the clipboard.
#[derive(Debug)]
pub(super) enum Copied {
    Picture(egui::ColorImage),
    Svg(String),
}

/// Starts threads that report to one window.
#[derive(Clone, Debug)]
pub(super) struct Worker {
    events: Sender<Event>,
    context: egui::Context,
}

impl Worker {
    /// Tells of something while a thread works.
    pub(super) fn tell(&self, event: Event) {
        // The window may be gone by now.
        self.events.send(event).ok();
        self.wake();
    }

    /// Has the window look at what a thread left for it.
    pub(super) fn wake(&self) {
        self.context.request_repaint();
    }

    pub(super) fn new(events: Sender<Event>, context: egui::Context) -> Self {
        Self { events, context }
    }

    /// What a thread of another kind reports with: it sends events, and wakes the window.
    pub(super) fn reporter<T>(
        &self,
        event: impl Fn(T) -> Event + Send + 'static,
    ) -> impl Fn(T) + Send + 'static {
        let Self { events, context } = self.clone();
        move |told| {
            // The window may be gone by now.
            events.send(event(told)).ok();
            context.request_repaint();
        }
    }

    pub(super) fn start(&self, name: &str, work: impl FnOnce() -> Option<Event> + Send + 'static) {
        let Self { events, context } = self.clone();
        let spawned = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            if let Some(event) = work() {
                // The window may be gone by now.
                events.send(event).ok();
                context.request_repaint();
            }
        });
        // Without threads there is no way to go on but to say so.
        if let Err(cause) = spawned {
            let fault = ReadError::Unreadable { file: name.to_owned(), cause: cause.to_string() };
            self.events.send(Event::Exported(Err(fault.message()))).ok();
        }
    }

    /// Reads a file; where it leaves something open that the user has not answered, makes ready what to ask.
    pub(super) fn read(
        &self,
        request: u64,
        cancel: Cancel,
        (mapping, asks): (Option<Mapping>, bool),
        input: impl FnOnce() -> Result<Input, ReadError> + Send + 'static,
    ) {
        let Self { events, context } = self.clone();
        let progress = move |progress: Progress| {
            events.send(Event::Progress(request, progress)).ok();
            context.request_repaint();
        };
        let Self { events, context } = self.clone();
        let first = move |reading: Reading| {
            events.send(Event::First(request, Box::new(VoteList::new(reading)))).ok();
            context.request_repaint();
        };
        let options = Options {
            progress: Some(Arc::new(progress)),
            first: Some(Arc::new(first)),
            cancel,
            ..Options::default()
        };
        let read = move || {
            let input = input()?;
            let list = VoteList::new(input.read(mapping, &options)?);
            Ok(match list.question.clone().filter(|_| asks) {
                Some(question) => Arrived::Question(Box::new(Asking::new(input, list, &question, &options))),
                None => Arrived::Votes(list),
            })
        };
        self.start("read", move || Some(Event::Read(request, Box::new(read()))));
    }

    /// Looks at the first rows of a file that is open.
    pub(super) fn preview_rows(&self, path: PathBuf, list: VoteList) {
        self.start("look at the first rows", move || {
            let source = Source::open(&path).ok()?;
            let rows = preview(&source, &list.reading, super::mapping::ROWS);
            Some(Event::Preview(list.reading, rows))
        });
    }

    pub(super) fn read_plan(&self, path: PathBuf) {
        self.start("read a plan", move || {
            let plan = Source::open(&path)
                .map_err(|error| error.message())
                .and_then(|source| read_seat_plan(&source).map(Arc::new).map_err(|error| error.message()));
            Some(Event::PlanRead(plan.map(|plan| (path, plan))))
        });
    }

    pub(super) fn export_problems(&self, opened: Arc<Opened>, lang: Lang, path: PathBuf) {
        self.start("export", move || {
            let path = if path.extension().is_some() { path } else { path.with_extension("csv") };
            let written = write(&path, problems_csv(opened.reading(), lang).as_bytes());
            Some(Event::Exported(written.map(|()| path).map_err(|error| error.message())))
        });
    }

    pub(super) fn copy(&self, draft: Draft, format: CopyFormat) {
        self.start("copy", move || {
            Some(Event::Copied(draft.scene().and_then(|(scene, _)| {
                match format {
                    CopyFormat::Svg => Ok(Copied::Svg(svg(&scene))),
                    CopyFormat::Picture => pixels(&scene, Resolution::Scale(SCREEN_SCALE))
                        .map(|Pixels { size, rgba }| {
                            let size = size.map(|side| side as usize);
                            Copied::Picture(egui::ColorImage::from_rgba_unmultiplied(size, &rgba))
                        })
                        .map_err(|error| error.message()),
                }
            })))
        });
    }

    pub(super) fn export(&self, draft: Draft, format: ExportFormat, path: PathBuf) {
        self.start("export", move || {
            let written =
                draft.bytes(format).and_then(|bytes| write(&path, &bytes).map_err(|error| error.message()));
            Some(Event::Exported(written.map(|()| path)))
        });
    }

    pub(super) fn preview(&self, draft: Draft, eyes: Option<Proof>, room: [u32; 2]) {
        self.start("preview", move || {
            Some(Event::Previewed(Box::new(super::preview::draw(&draft, eyes, room))))
        });
    }

    /// Says what of a project is no longer as it was.
    pub(super) fn notice_changes(&self, path: PathBuf, project: Project) {
        self.start("compare the files of a project", move || {
            let changes = project.changes().ok()?;
            changes.first().map(|change| Event::Changed(change.message(&path)))
        });
    }

    /// Brings back how a project draws the vote that is open.
    pub(super) fn restore(&self, opened: Arc<Opened>, options: RenderOptions, lang: Lang) {
        self.start("open a project", move || {
            let restored = opened.roll_call().map(|roll_call| {
                let drawer = Drawer::new(options.clone(), opened.list.rule, lang)?;
                drawer.arrangement_of(roll_call)
            })?;
            Some(match restored {
                Ok(arrangement) => Event::Restored(opened, Box::new((options, arrangement))),
                Err(fault) => Event::Changed(fault.message()),
            })
        });
    }

    pub(super) fn save_project(
        &self,
        draft: Draft,
        data: PathBuf,
        vote: Option<String>,
        mapping: Option<Mapping>,
        path: PathBuf,
    ) {
        self.start("save a project", move || {
            let opened = Arc::clone(draft.opened());
            let project = Project::new(&data, opened.reading(), draft.options.clone(), draft.lang());
            let written = project.map_err(|error| error.message()).and_then(|project| {
                let beside = saved_mapping(&data).map_err(|error| error.message())?;
                let project =
                    Project { vote, rule: opened.list.rule, mapping: mapping.or(beside), ..project };
                write(&path, project.to_toml(&path).as_bytes()).map_err(|error| error.message())
            });
            Some(Event::Exported(written.map(|()| path)))
        });
    }
}

/// What a file is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A style to take.
    Style,
    /// Where to keep the style.
    SaveStyle,
    /// A picture to put on the graphic.
    Logo,
    /// A font to write it in.
    Font,
    /// Where to keep the project.
    SaveProject,
}

impl Purpose {
    /// The ending of the file to write, `None` for one to open; the title of the dialog, what it calls such files, and
    /// their endings.
    pub(super) fn dialog(
        self,
    ) -> (Option<&'static str>, &'static str, &'static str, &'static [&'static str]) {
        match self {
            Self::Style => (None, "title-style", "dialog-style", &["toml"]),
            Self::SaveStyle => (Some("toml"), "title-save-style", "dialog-style", &["toml"]),
            Self::Logo => (None, "title-logo", "dialog-logo", &["svg", "png", "jpg", "jpeg"]),
            Self::Font => (None, "title-font", "dialog-font", &["ttf", "otf"]),
            Self::SaveProject => (Some(ENDING), "title-project", "dialog-project", &[ENDING]),
        }
    }

    pub(super) fn command(self, path: PathBuf) -> GraphicCommand {
        match self {
            Self::Style => GraphicCommand::OpenStyle(path),
            Self::SaveStyle => GraphicCommand::SaveStyle(path),
            Self::Logo => GraphicCommand::UseLogo(path),
            Self::Font => GraphicCommand::UseFont(path),
            Self::SaveProject => GraphicCommand::SaveProjectAs(path),
        }
    }
}
