//! Everything the window can be told to do.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Key, KeyboardShortcut, Modifiers, ThemePreference};

use super::Sample;
use super::ask::Answer;
use super::calling;
use super::classroom::Lesson;
use super::designing::GraphicCommand;
use super::drag::DragCommand;
use super::vote_list::VoteFilter;
use crate::chart::{Arrangement, RevealOrder};
use crate::lang::Lang;
use crate::model::MajorityRule;
use crate::read::Mapping;

/// One thing to do. Menus, shortcuts, buttons and tests speak in these.
#[derive(Clone, Debug)]
pub enum Command {
    /// Ask for a file and open it.
    OpenDialog,
    /// Open a file. A journal whose vote is open is gone on with.
    Open(PathBuf),
    /// Open a file as a vote, whatever it is.
    OpenVote(PathBuf),
    /// Call the roll: prepare it, call, close.
    Calling(calling::Command),
    /// Open what was dropped on the window.
    OpenDropped(Arc<dyn egui::DroppedFile + Send + Sync>),
    /// Open a bundled sample.
    OpenSample(Sample),
    /// Stop waiting for the file that is being read.
    CancelReading,
    /// Go back to the welcome page.
    CloseVote,
    /// Ask for a name and write the graphic there.
    ExportDialog,
    /// Write the graphic.
    Export(PathBuf),
    /// Put the graphic on the clipboard.
    Copy(CopyFormat),
    /// Drag the graphic out of the window.
    Drag(DragCommand),
    /// Something about the graphic: its look, its project, its command line.
    Graphic(GraphicCommand),
    /// Ask for a name and write the list of problems there.
    ProblemsDialog,
    /// Write the list of problems as CSV.
    ExportProblems(PathBuf),
    /// Show a vote of the archive, by its place.
    ShowVote(usize),
    /// Go so many votes down the list, or up where negative.
    StepVote(isize),
    /// List other votes, or in another order.
    FilterVotes(VoteFilter),
    /// Show or hide how the file is read.
    ShowMapping(bool),
    /// Read the file in another way; without one, find out again.
    Remap(Option<Box<Mapping>>),
    /// Keep how the file is read beside it, for this file and the next of its kind.
    SaveMapping,
    /// Answer what is asked about a file.
    Answer(Box<Answer>),
    /// Show a tab of the right panel.
    Show(Tab),
    /// Pin a ballot's seat, by its place in the roll call, or let go of it.
    Pin(Option<usize>),
    /// Look for members and parties.
    Find(String),
    /// Put the cursor into the search field.
    FocusFind,
    /// Judge by another rule; without one, each vote by its own.
    Judge(Option<MajorityRule>),
    /// Write a rule, and judge by it where it is one.
    WriteRule(String),
    /// Arrange the chamber.
    Arrange(Arrangement),
    /// Ask for the file of a seat plan and arrange the chamber by it.
    PlanDialog,
    /// Arrange the chamber by the seat plan in a file.
    OpenPlan(PathBuf),
    /// Show or hide the bar that plays the vote back.
    ShowReplay(bool),
    /// Play the vote back, or stop.
    PlayReplay(bool),
    /// Go to a step of the replay.
    ScrubReplay(usize),
    /// Go so many steps on, or back where negative.
    StepReplay(isize),
    /// Play so many answers a second.
    PaceReplay(u32),
    /// Start again at the end, or stop there.
    LoopReplay(bool),
    /// Play back in another order.
    OrderReplay(RevealOrder),
    /// Change the lesson of a class, open or close its page.
    Teach(Box<Lesson>),
    /// Open the papers of the lesson's secret ballot as the vote.
    OpenPapers,
    /// Ask for a folder and write roster and role cards there.
    LessonDialog,
    /// Write roster and role cards into a folder.
    SaveLesson(PathBuf),
    /// Ask for a name and write the replay there as a film.
    FilmDialog,
    /// Write the replay as a film.
    Film(PathBuf),
    /// Stop the film that is being made.
    CancelFilm,
    /// Sort the list of members.
    SortMembers(MemberOrder),
    /// Choose the language.
    Speak(Lang),
    /// Choose light or dark.
    UseTheme(ThemePreference),
    /// Show or hide what the program is.
    About(bool),
    /// Show or hide the list of keys.
    Shortcuts(bool),
    /// Close the message about a fault.
    DismissFault,
    /// End the program.
    Quit,
}

/// What the graphic is put on the clipboard as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFormat {
    /// A picture, which programs for text and slides take.
    Picture,
    /// The text of an SVG, which drawing programs take.
    Svg,
}

/// A tab of the right panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// How each party voted.
    #[default]
    Parties,
    /// How each member voted.
    Members,
    /// Which rule decides, and what it makes of the vote.
    Majority,
    /// How the chamber is arranged.
    Chart,
    /// How the graphic looks.
    Style,
    /// What could not be read as it stood.
    Problems,
}

/// The order of the list of members.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MemberOrder {
    /// As in the file.
    #[default]
    File,
    /// By name.
    Name,
    /// By party, then name.
    Party,
    /// By vote, then name.
    Vote,
}

/// Ctrl+O.
pub(super) const OPEN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::O);
/// Ctrl+E.
pub(super) const EXPORT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::E);
/// Ctrl+Shift+C.
pub(super) const COPY_PICTURE: KeyboardShortcut =
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::C);
/// Ctrl+Shift+G.
pub(super) const COPY_SVG: KeyboardShortcut =
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::G);
/// Ctrl+F.
pub(super) const FIND: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::F);
/// Ctrl+W.
pub(super) const CLOSE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::W);
/// Ctrl+Q.
pub(super) const QUIT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Q);

/// Ctrl+Page down.
pub(super) const NEXT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::PageDown);
/// Ctrl+Page up.
pub(super) const PREVIOUS: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::PageUp);

/// Ctrl+R.
pub(super) const REPLAY: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::R);

/// The commands that keys stand for everywhere.
pub(super) fn shortcuts() -> [(KeyboardShortcut, Command); 9] {
    [
        (OPEN, Command::OpenDialog),
        (EXPORT, Command::ExportDialog),
        (COPY_PICTURE, Command::Copy(CopyFormat::Picture)),
        (COPY_SVG, Command::Copy(CopyFormat::Svg)),
        (FIND, Command::FocusFind),
        (CLOSE, Command::CloseVote),
        (QUIT, Command::Quit),
        (NEXT, Command::StepVote(1)),
        (PREVIOUS, Command::StepVote(-1)),
    ]
}
