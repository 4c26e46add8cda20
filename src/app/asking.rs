//! Asking for a file by the system's own dialog.
//!
//! Goes in: what is asked. Comes out: an event once a file was chosen, and nothing where the dialog was closed; where
//! there is no dialog to be had, a sentence that says so.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::Command;
use super::designing::vote_of;
use super::update::App;
use super::work::{Event, Purpose, Worker};
use crate::export::{ExportFormat, FileNames, PictureFormat};
use crate::lang::{Lang, Message};
use crate::project::ENDING;

/// The endings of the files that can be opened, the usual ones first.
const OPENED: [&str; 15] = [
    "csv", "tsv", "txt", "tab", "unl", "json", "xml", "xlsx", "xlsb", "xls", "ods", "zip", "gz", ENDING,
    "journal",
];

/// What is asked.
pub(super) struct Question {
    kind: Kind,
    title: String,
    /// What kinds of files there are, each with its endings.
    filters: Vec<(String, Vec<&'static str>)>,
    /// Where to look first.
    folder: Option<PathBuf>,
    lang: Lang,
    then: Box<dyn FnOnce(PathBuf) -> Event + Send>,
}

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    /// A file that is there.
    Open,
    /// A file to write, and the name that is proposed.
    Save(String),
    /// A folder that is there.
    Folder,
}

impl fmt::Debug for Question {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Question")
            .field("kind", &self.kind)
            .field("title", &self.title)
            .finish_non_exhaustive()
    }
}

impl Question {
    fn new(
        kind: Kind,
        lang: Lang,
        title: &str,
        then: impl FnOnce(PathBuf) -> Event + Send + 'static,
    ) -> Self {
        let title = lang.text(title);
        Self { kind, title, filters: Vec::new(), folder: None, lang, then: Box::new(then) }
    }

    /// Which file to open.
    pub(super) fn open(
        lang: Lang,
        title: &str,
        then: impl FnOnce(PathBuf) -> Event + Send + 'static,
    ) -> Self {
        Self::new(Kind::Open, lang, title, then)
    }

    /// Where to write a file; a name is proposed.
    pub(super) fn save(
        lang: Lang,
        title: &str,
        name: String,
        then: impl FnOnce(PathBuf) -> Event + Send + 'static,
    ) -> Self {
        Self::new(Kind::Save(name), lang, title, then)
    }

    /// Which folder to write into.
    pub(super) fn folder(
        lang: Lang,
        title: &str,
        then: impl FnOnce(PathBuf) -> Event + Send + 'static,
    ) -> Self {
        Self::new(Kind::Folder, lang, title, then)
    }

    /// A kind of files, by the key of its name, and its endings.
    pub(super) fn of(mut self, key: &str, endings: &[&'static str]) -> Self {
        self.filters.push((self.lang.text(key), endings.to_vec()));
        self
    }

    /// Looks first in a folder.
    pub(super) fn within(mut self, folder: Option<&Path>) -> Self {
        self.folder = folder.filter(|folder| folder.is_dir()).map(Path::to_owned);
        self
    }

    /// What the dialog lets be chosen from. The format of what is written goes by the ending of its name, which not
    /// every system's dialog changes with the kind: there the one kind says so.
    fn shown_filters(&self) -> Vec<(String, Vec<String>)> {
        let endings = |endings: &[&str]| endings.iter().map(|&ending| ending.to_owned()).collect();
        if self.kind != Kind::Open {
            let renames = cfg!(any(target_os = "windows", target_os = "macos"));
            if renames || self.filters.len() < 2 {
                return self.filters.iter().map(|(name, of)| (name.clone(), endings(of))).collect();
            }
            let all: Vec<&str> = self.filters.iter().flat_map(|(_, endings)| endings.clone()).collect();
            let text = Message::new("dialog-by-ending").with("endings", format!(".{}", all.join(", .")));
            return vec![(text.text(self.lang), endings(&all))];
        }
        let mut shown: Vec<(String, Vec<String>)> = Vec::new();
        for (name, of) in &self.filters {
            // Some systems tell `.CSV` from `.csv`.
            let upper = of.iter().map(|ending| ending.to_uppercase());
            shown.push((name.clone(), of.iter().map(|&ending| ending.to_owned()).chain(upper).collect()));
        }
        // A publisher's file may have any ending. The dialog of macOS knows no such kind.
        if !shown.is_empty() && !cfg!(target_os = "macos") {
            shown.push((self.lang.text("dialog-all"), vec!["*".to_owned()]));
        }
        shown
    }

    /// What was chosen, with an ending: that of the proposed name where it has none that is known.
    ///
    /// # Errors
    /// Where there is a file of that name, for which the dialog has not asked.
    fn complete(&self, path: PathBuf) -> Result<PathBuf, Message> {
        let Kind::Save(name) = &self.kind else { return Ok(path) };
        let mut endings = self.filters.iter().flat_map(|(_, endings)| endings);
        let given = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if given.is_some_and(|given| endings.any(|&ending| ending == given)) {
            return Ok(path);
        }
        let Some(ending) = Path::new(name).extension() else { return Ok(path) };
        let mut whole = path.into_os_string();
        whole.push(".");
        whole.push(ending);
        let whole = PathBuf::from(whole);
        if whole.exists() {
            return Err(Message::new("error-file-there").with("file", whole.display().to_string()));
        }
        Ok(whole)
    }

    fn dialog(&self, window: &eframe::Frame) -> rfd::AsyncFileDialog {
        let mut dialog = rfd::AsyncFileDialog::new().set_parent(window).set_title(&self.title);
        for (name, endings) in self.shown_filters() {
            dialog = dialog.add_filter(name, &endings);
        }
        if let Some(folder) = &self.folder {
            dialog = dialog.set_directory(folder);
        }
        match &self.kind {
            Kind::Save(name) => dialog.set_file_name(name),
            Kind::Open | Kind::Folder => dialog,
        }
    }
}

/// A dialog that is open.
type Dialog = std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>>;

impl Worker {
    /// Asks over the window once the next events are taken.
    pub(super) fn ask(&self, question: Question) {
        self.tell(Event::Ask(Box::new(question)));
    }

    /// Opens the dialog, on the main thread, where every system allows it, and waits for it on another.
    pub(super) fn open_dialog(&self, question: Question, window: &eframe::Frame) {
        let dialog = question.dialog(window);
        let dialog: Dialog = match question.kind {
            Kind::Open => Box::pin(dialog.pick_file()),
            Kind::Save(_) => Box::pin(dialog.save_file()),
            Kind::Folder => Box::pin(dialog.pick_folder()),
        };
        self.start("choose a file", move || match pollster::block_on(dialog) {
            Some(file) => Some(match question.complete(file.path().to_owned()) {
                Ok(path) => (question.then)(path),
                Err(fault) => Event::Exported(Err(fault)),
            }),
            None => EAR.fault().map(|fault| Event::Exported(Err(fault))),
        });
    }
}

/// Hears what the dialog library says to the log alone: to the program, a dialog that could not be opened looks like one
/// that was closed. Its last resort is the program `zenity`; once that fails there is none.
struct Ear(Mutex<Option<String>>);

static EAR: Ear = Ear(Mutex::new(None));

/// Listens from now on.
pub(super) fn listen() {
    // Where somebody else listens, a missing dialog stays unsaid.
    if log::set_logger(&EAR).is_ok() {
        log::set_max_level(log::LevelFilter::Error);
    }
}

impl Ear {
    fn hear(&self, text: &str) {
        if let Some((_, cause)) = text.split_once("with zenity: ")
            && let Ok(mut heard) = self.0.lock()
        {
            *heard = Some(cause.to_owned());
        }
    }

    /// Why there was no dialog, once.
    fn fault(&self) -> Option<Message> {
        let cause = self.0.lock().ok()?.take()?;
        Some(Message::new("error-no-dialog").with("cause", cause))
    }
}

impl log::Log for Ear {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.target().starts_with("rfd")
    }

    fn log(&self, record: &log::Record<'_>) {
        if self.enabled(record.metadata()) {
            self.hear(&record.args().to_string());
        }
    }

    fn flush(&self) {}
}

impl App {
    /// The name of the file that is open, without its ending.
    pub(super) fn stem(&self) -> Option<String> {
        let opened = self.state.opened.as_ref()?;
        let stem = Path::new(&opened.reading().file).file_stem();
        Some(stem.map_or_else(|| "vote".to_owned(), |stem| stem.to_string_lossy().into_owned()))
    }

    /// The name of the graphic's file, without its ending: that of the file that is open, and of many votes which.
    pub(super) fn graphic_stem(&self) -> Option<String> {
        let stem = self.stem()?;
        let vote = self.state.opened.as_ref().and_then(|opened| vote_of(opened));
        Some(match vote {
            Some(vote) => format!("{stem}-{}", FileNames::default().take(&vote)),
            None => stem,
        })
    }

    /// Where the graphic was exported to last, else where the file is that is open.
    fn folder(&self) -> Option<&Path> {
        let state = &self.state;
        state.graphic.output.as_deref().or(state.path.as_deref())?.parent()
    }

    /// Asks for what a command needs.
    pub(super) fn ask_for(&mut self, command: &Command) {
        let lang = self.state.lang;
        let data = self.state.path.as_deref().and_then(Path::parent);
        let question = match command {
            Command::OpenDialog => {
                Question::open(lang, "title-open", Event::Chosen).of("dialog-csv", &OPENED).within(data)
            }
            Command::PlanDialog => Question::open(lang, "title-plan", Event::ChosenPlan)
                .of("dialog-plan", &["csv", "svg", "txt"])
                .within(data),
            Command::ExportDialog => {
                let Some(stem) = self.graphic_stem() else { return };
                // The format of last time is proposed again.
                let last = self.state.graphic.output.as_deref().and_then(ExportFormat::of);
                let format = last.unwrap_or(ExportFormat::Picture(PictureFormat::Svg));
                let name = format!("{stem}.{}", format.ending());
                Question::save(lang, "title-export", name, Event::ChosenExport)
                    .of("dialog-svg", &["svg"])
                    .of("dialog-png", &["png"])
                    .of("dialog-pdf", &["pdf"])
                    .of("dialog-webp", &["webp"])
                    .of("dialog-html", &["html"])
                    .within(self.folder())
            }
            Command::ProblemsDialog => {
                let Some(stem) = self.stem() else { return };
                let name = format!("{stem}-{}.csv", lang.text("problems-file"));
                Question::save(lang, "title-problems", name, Event::ChosenProblems)
                    .of("dialog-problems", &["csv"])
                    .within(self.folder())
            }
            Command::FilmDialog => {
                let Some(stem) = self.graphic_stem() else { return };
                Question::save(lang, "title-film", format!("{stem}.gif"), Event::ChosenFilm)
                    .of("dialog-gif", &["gif"])
                    .of("dialog-webp", &["webp"])
                    .of("dialog-apng", &["png", "apng"])
                    .of("dialog-mp4", &["mp4"])
                    .within(self.folder())
            }
            Command::LessonDialog => Question::folder(lang, "title-lesson", Event::ChosenClassFolder),
            _ => return,
        };
        self.worker.ask(question);
    }

    /// Asks for a file of the graphic, and then does what it is for.
    pub(super) fn ask_about_graphic(&self, purpose: Purpose) {
        let Some(stem) = self.stem() else { return };
        let lang = self.state.lang;
        let then = move |path| Event::Then(Box::new(Command::Graphic(purpose.command(path))));
        let (saved_as, title, filter, endings) = purpose.dialog();
        let question = match saved_as {
            Some(ending) => Question::save(lang, title, format!("{stem}.{ending}"), then),
            None => Question::open(lang, title, then),
        };
        self.worker.ask(question.of(filter, endings).within(self.folder()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn export() -> Question {
        Question::save(Lang::En, "title-export", "vote.svg".to_owned(), Event::ChosenExport)
            .of("dialog-svg", &["svg"])
            .of("dialog-png", &["png"])
    }

    #[test]
    fn a_name_without_a_known_ending_gets_one_and_never_that_of_a_file_unasked() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = |name: &str| folder.path().join(name);
        for (chosen, completed) in
            [("a.svg", "a.svg"), ("a.PNG", "a.PNG"), ("a", "a.svg"), ("Loi no. 5", "Loi no. 5.svg")]
        {
            assert_eq!(export().complete(place(chosen)), Ok(place(completed)), "{chosen}");
        }
        std::fs::write(place("a.svg"), "kept").expect("written");
        let fault =
            export().complete(place("a")).expect_err("the dialog asked about `a`, which is not there");
        assert!(fault.text(Lang::En).contains("a.svg"), "{fault:?}");
        assert_eq!(export().complete(place("a.svg")), Ok(place("a.svg")), "the dialog has asked");
    }

    #[test]
    fn every_file_can_be_opened_whatever_its_ending() {
        let question = Question::open(Lang::En, "title-open", Event::Chosen).of("dialog-csv", &OPENED);
        let shown = question.shown_filters();
        assert!(shown[0].1.iter().any(|ending| ending == "CSV"), "{shown:?}");
        #[cfg(not(target_os = "macos"))]
        assert_eq!(shown.last().map(|(_, endings)| endings.clone()), Some(vec!["*".to_owned()]));
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn the_ending_says_the_format_where_the_dialog_does_not_change_it() {
        let shown = export().shown_filters();
        assert_eq!(shown.len(), 1, "{shown:?}");
        assert!(shown[0].0.contains(".svg, .png"), "{shown:?}");
        assert_eq!(shown[0].1, ["svg", "png"]);
    }

    #[test]
    fn a_missing_dialog_is_told_from_one_that_was_closed() {
        let ear = Ear(Mutex::new(None));
        ear.hear("Ignoring uri: lacks `file://`");
        assert_eq!(ear.fault(), None);
        ear.hear("Failed to save file with zenity: No such file or directory (os error 2)");
        let fault = ear.fault().expect("a fault").text(Lang::En);
        assert!(fault.contains("No such file") && fault.contains("xdg-desktop-portal"), "{fault}");
        assert_eq!(ear.fault(), None, "said once");
    }
}
