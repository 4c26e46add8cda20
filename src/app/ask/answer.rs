//! What the user answers, and what becomes of it.
//!
//! Goes in: an [`Answer`]. Comes out: another state of the page, or a file to be read as was answered. Must not know: drawing.

use egui::Context;

use super::asking::Asking;
use crate::app::Command;
use crate::app::designing::GraphicCommand;
use crate::app::opening::Coming;
use crate::app::state::State;
use crate::app::update::App;
use crate::app::work::Purpose;
use crate::export::write;
use crate::lang::Message;
use crate::read::{About, Mapping, saved_mapping};

/// What can be done on the page.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Take one of the answers that fit, by its place.
    Choose(usize),
    /// Show another vote.
    ShowVote(usize),
    /// Take what the menus say that words mean.
    Mean(Box<Mapping>),
    /// Take what the menus say that columns hold, and read the file again.
    Columns(Box<Mapping>),
    /// Read the file as was answered.
    Read,
    /// Keep the answer beside the file that is now open.
    Keep,
    /// Open the file with the question left open.
    LeaveOpen,
    /// Go back to what was open before.
    Cancel,
}

/// True for what brings a drawing or figures out of the window.
pub(in crate::app) fn leaves_the_window(command: &Command) -> bool {
    match command {
        Command::ExportDialog
        | Command::Export(_)
        | Command::Copy(_)
        | Command::FilmDialog
        | Command::Film(_) => true,
        Command::Graphic(command) => matches!(
            command,
            GraphicCommand::CopyCommandLine
                | GraphicCommand::SaveProject
                | GraphicCommand::SaveProjectAs(_)
                | GraphicCommand::Ask(Purpose::SaveProject)
        ),
        _ => false,
    }
}

impl State {
    /// What is asked, where its page is shown.
    pub(in crate::app) fn asking(&self) -> Option<&Asking> {
        let is_covered = self.is_calling || self.classroom.is_open;
        self.asked.as_deref().filter(|_| !is_covered)
    }

    /// Asks about a file; what is open is put away until that is answered.
    pub(in crate::app) fn ask(&mut self, mut asking: Box<Asking>) {
        if self.is_beginning {
            // The beginning of this very file.
            self.close();
        }
        asking.before = match self.asked.take() {
            Some(other) => other.before,
            None => self.opened.take(),
        };
        self.shows_mapping = false;
        if let Some(playback) = &mut self.playback {
            playback.play(false);
        }
        self.asked = Some(asking);
    }

    /// Why nothing of the vote that is open leaves the window; `None` where it may.
    pub(in crate::app) fn export_refusal(&self) -> Option<Message> {
        const SHOWN: usize = 8;
        let opened = self.opened.as_ref()?;
        let question = opened.question()?;
        let file = &opened.reading().file;
        Some(match &question.about {
            About::Words(words) => {
                let shown: Vec<&str> = words.iter().take(SHOWN).map(|word| word.word.as_str()).collect();
                let refusal = Message::new("ask-no-export").with("file", file);
                refusal.with("words", shown.join(", ")).with("n", words.len())
            }
            About::Columns(columns) => {
                Message::new("ask-no-export-columns").with("file", file).with("columns", columns.join(", "))
            }
        })
    }
}

impl App {
    /// Does as the user answers.
    pub(in crate::app) fn answer(&mut self, context: &Context, answer: Answer) {
        if let Answer::Keep = answer {
            self.keep_answer();
            return;
        }
        let Some(asking) = self.state.asked.as_deref_mut() else { return };
        match answer {
            Answer::Choose(place) => asking.choose(place),
            Answer::ShowVote(vote) => asking.show_vote(vote),
            Answer::Mean(wanted) => asking.mean(*wanted),
            Answer::Columns(wanted) => {
                let coming = Coming::asked_again(asking.input.path().cloned(), *wanted);
                self.read_answered(coming, None);
            }
            Answer::Read if asking.is_answered() => {
                let coming = Coming::answered(asking.input.path().cloned(), Some(asking.answer()));
                let keep = asking.kept_in().map(|_| Command::Answer(Box::new(Answer::Keep)));
                self.read_answered(coming, keep);
            }
            Answer::LeaveOpen => {
                let coming = Coming::answered(asking.input.path().cloned(), asking.left_open());
                self.read_answered(coming, None);
            }
            Answer::Cancel => {
                let before = asking.before.take();
                self.stop_reading();
                self.state.asked = None;
                self.state.reading = None;
                self.state.opened = before;
                context.request_repaint();
            }
            Answer::Read | Answer::Keep => {}
        }
    }

    /// Reads the file again; what was to follow its opening still does.
    fn read_answered(&mut self, coming: Coming, last: Option<Command>) {
        let Some(asking) = &self.state.asked else { return };
        let (input, name) = (asking.input.clone(), asking.name());
        let mut after = std::mem::take(&mut self.after_reading);
        after.extend(last);
        self.read_with(name, coming, move || Ok(input));
        self.after_reading = after;
    }

    /// Keeps the answer beside the file. Where that cannot be, the file is open all the same, and it is said.
    fn keep_answer(&mut self) {
        let (Some(path), Some(opened)) = (&self.state.path, &self.state.opened) else { return };
        let to = crate::read::mapping_path(path);
        let file = to.display().to_string();
        self.state.note = Some(match write(&to, opened.reading().mapping.to_toml().as_bytes()) {
            Ok(()) => {
                self.state.graphic.mapping = saved_mapping(path).ok().flatten();
                Message::new("ask-kept").with("file", file)
            }
            Err(error) => Message::new("ask-not-kept").with("cause", error.message()),
        });
    }
}
