//! Work that takes time: dialogs, reading and exporting, each on a thread of its own.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use crate::chart::{Arrangement, Style, Template, Vote, graphic};
use crate::export::{
    ExportFormat, PageStyles, PictureFormat, PictureOptions, Pixels, RenderError, Resolution, picture,
    pixels, problems_csv, svg, web_page, write,
};
use crate::lang::{Lang, Message};
use crate::model::SeatPlan;
use crate::read::{Cancel, Options, Progress, ReadError, Reading, Source, preview, read_seat_plan};

use super::CopyFormat;
use super::filming::FilmFault;
use super::state::Opened;
use super::vote_list::VoteList;

/// Pixels to a unit of an exported graphic: sharp on every screen, and in print to 15 centimetres.
const SCREEN_SCALE: f64 = 2.0;

/// What a thread has to say.
#[derive(Debug)]
pub(super) enum Event {
    /// A file was read, or not. The number is that of the request.
    Read(u64, Box<Result<VoteList, ReadError>>),
    /// How far a reader is.
    Progress(u64, Progress),
    /// The first votes of a file that is being read.
    First(u64, Box<VoteList>),
    /// The first rows of the file.
    Preview(Vec<Vec<String>>),
    /// The user chose a file to open.
    Chosen(PathBuf),
    /// The user chose the file of a seat plan.
    ChosenPlan(PathBuf),
    /// A seat plan was read, or not.
    PlanRead(Result<Arc<SeatPlan>, Message>),
    /// The user chose where to export to.
    ChosenExport(PathBuf),
    /// The user chose where to write the problems to.
    ChosenProblems(PathBuf),
    /// The graphic is ready for the clipboard, or could not be made.
    Copied(Result<Copied, Message>),
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
        self.context.request_repaint();
    }

    pub(super) fn new(events: Sender<Event>, context: egui::Context) -> Self {
        Self { events, context }
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

    pub(super) fn read(
        &self,
        request: u64,
        cancel: Cancel,
        reader: impl FnOnce(&Options) -> Result<Reading, ReadError> + Send + 'static,
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
        self.start("read", move || Some(Event::Read(request, Box::new(reader(&options).map(VoteList::new)))));
    }

    /// Looks at the first rows of a file that is open.
    pub(super) fn preview(&self, path: PathBuf, list: VoteList) {
        self.start("look at the first rows", move || {
            let source = Source::open(&path).ok()?;
            Some(Event::Preview(preview(&source, &list.reading, super::mapping::ROWS)))
        });
    }

    pub(super) fn choose_file(&self, lang: Lang) {
        // The dialog is made here, on the main thread, where every system allows it.
        let dialog = rfd::AsyncFileDialog::new()
            .add_filter(lang.text("dialog-csv"), &["csv", "tsv", "txt", "tab", "unl"])
            .pick_file();
        self.start("choose a file", move || {
            pollster::block_on(dialog).map(|file| Event::Chosen(file.path().to_owned()))
        });
    }

    pub(super) fn choose_plan(&self, lang: Lang) {
        let dialog = rfd::AsyncFileDialog::new()
            .add_filter(lang.text("dialog-plan"), &["csv", "svg", "txt"])
            .pick_file();
        self.start("choose a plan", move || {
            pollster::block_on(dialog).map(|file| Event::ChosenPlan(file.path().to_owned()))
        });
    }

    pub(super) fn read_plan(&self, path: PathBuf) {
        self.start("read a plan", move || {
            let plan = Source::open(&path)
                .map_err(|error| error.message())
                .and_then(|source| read_seat_plan(&source).map(Arc::new).map_err(|error| error.message()));
            Some(Event::PlanRead(plan))
        });
    }

    pub(super) fn choose_export(&self, file_name: String, lang: Lang) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_file_name(file_name)
            .add_filter(lang.text("dialog-svg"), &["svg"])
            .add_filter(lang.text("dialog-png"), &["png"])
            .add_filter(lang.text("dialog-pdf"), &["pdf"])
            .add_filter(lang.text("dialog-webp"), &["webp"])
            .add_filter(lang.text("dialog-html"), &["html"])
            .save_file();
        self.start("choose a name", move || {
            pollster::block_on(dialog).map(|file| Event::ChosenExport(file.path().to_owned()))
        });
    }

    pub(super) fn choose_problems(&self, file_name: String, lang: Lang) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_file_name(file_name)
            .add_filter(lang.text("dialog-problems"), &["csv"])
            .save_file();
        self.start("choose a name", move || {
            pollster::block_on(dialog).map(|file| Event::ChosenProblems(file.path().to_owned()))
        });
    }

    pub(super) fn export_problems(&self, opened: Arc<Opened>, lang: Lang, path: PathBuf) {
        self.start("export", move || {
            let path = if path.extension().is_some() { path } else { path.with_extension("csv") };
            let written = write(&path, problems_csv(opened.reading(), lang).as_bytes());
            Some(Event::Exported(written.map(|()| path).map_err(|error| error.message())))
        });
    }

    pub(super) fn copy(
        &self,
        opened: Arc<Opened>,
        style: Style,
        arrangement: Arrangement,
        lang: Lang,
        format: CopyFormat,
    ) {
        self.start("copy", move || {
            let scene = graphic(&opened.vote(lang)?, &style, &arrangement, &Template::default());
            Some(Event::Copied(match format {
                CopyFormat::Svg => Ok(Copied::Svg(svg(&scene))),
                CopyFormat::Picture => pixels(&scene, Resolution::Scale(SCREEN_SCALE))
                    .map(|Pixels { size, rgba }| {
                        let size = size.map(|side| side as usize);
                        Copied::Picture(egui::ColorImage::from_rgba_unmultiplied(size, &rgba))
                    })
                    .map_err(|error| error.message()),
            }))
        });
    }

    pub(super) fn export(
        &self,
        opened: Arc<Opened>,
        style: Style,
        arrangement: Arrangement,
        lang: Lang,
        path: PathBuf,
    ) {
        self.start("export", move || {
            let (path, format) = if let Some(format) = ExportFormat::of(&path) {
                (path, format)
            } else {
                let mut name = path.into_os_string();
                name.push(".svg");
                (PathBuf::from(name), ExportFormat::Picture(PictureFormat::Svg))
            };
            let vote = opened.vote(lang)?;
            let written = bytes(&vote, &style, &arrangement, format)
                .map_err(|error| error.message())
                .and_then(|bytes| write(&path, &bytes).map_err(|error| error.message()));
            Some(Event::Exported(written.map(|()| path)))
        });
    }
}

/// The graphic of a vote as a file of that format.
fn bytes(
    vote: &Vote<'_>,
    style: &Style,
    arrangement: &Arrangement,
    format: ExportFormat,
) -> Result<Vec<u8>, RenderError> {
    let template = Template::default();
    match format {
        ExportFormat::Page => {
            let styles = PageStyles::of(style);
            Ok(web_page(vote, &template.texts, arrangement, &styles).into_bytes())
        }
        ExportFormat::Picture(format) => {
            let scene = graphic(vote, style, arrangement, &template);
            let resolution = Resolution::Scale(SCREEN_SCALE);
            picture(&scene, format, &PictureOptions { resolution, ..PictureOptions::default() })
        }
    }
}
