//! Everything the calling pages can be told to do.

use std::path::PathBuf;

use egui::{Key, KeyboardShortcut, Modifiers};

use super::dialog::Dialog;
use super::keys::Reply;
use super::scribe::Deed;
use super::setup::MockCall;
use crate::record::MemberNumber;

/// One thing to do on the calling pages.
#[derive(Clone, Debug)]
pub enum Command {
    /// Prepare a roll call.
    SetUp,
    /// Prepare the roll call of a class.
    SetUpClass(Box<MockCall>),
    /// Ask for the file of a roster.
    RosterDialog,
    /// Take the members of a file.
    Roster(PathBuf),
    /// Take the members of the vote that is open.
    RosterOfVote,
    /// Take the names that are typed.
    RosterOfText,
    /// Draw the letter to start from.
    DrawLetter,
    /// Ask where the journal should lie.
    JournalDialog,
    /// Put the journal there.
    Journal(PathBuf),
    /// Start the roll call that is prepared.
    Start,
    /// Ask for a journal to go on with.
    ResumeDialog,
    /// Go on with the roll call of a journal.
    Resume(PathBuf),
    /// Go on with a journal whose vote is open; show one whose vote is closed.
    Open(PathBuf),
    /// Record a reply of whoever is called.
    Reply(Reply),
    /// Write a line into the journal.
    Record(Deed),
    /// Call somebody out of turn, or go on with whoever is next.
    GoTo(Option<MemberNumber>),
    /// Go so many names on without recording anything, or back where negative.
    Step(isize),
    /// Ask something, or nothing more.
    Ask(Option<Dialog>),
    /// Put the other clerk at the keys.
    SwitchClerk,
    /// Ask where the journal should go on.
    MoveDialog,
    /// Go on in another file.
    Move(PathBuf),
    /// Try at once what the disk refused.
    Retry,
    /// Ask for a name and write a document there.
    SaveDialog(Document),
    /// Write a document.
    Save(Document, PathBuf),
    /// Write every document beside the journal.
    SaveAll,
    /// Open the roll call as a vote, with its replay.
    OpenAsVote,
    /// Show the page in large type, or not.
    LargeType(bool),
    /// Show the page in strong contrast, or not.
    HighContrast(bool),
    /// Say each answer through the screen reader, or not.
    Speak(bool),
    /// Sound a tone for each answer, or not.
    Sound(bool),
    /// Close the page; the journal stays as it is.
    Leave,
    /// Close the window, and leave behind what the disk has not taken.
    Abandon,
}

/// What a roll call is filed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// The vote as this program's own CSV.
    Csv,
    /// The minutes as text.
    Minutes,
    /// The minutes on paper, as PDF.
    Paper,
    /// The graphic as SVG.
    Graphic,
}

impl Document {
    /// Every document.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Paper, Self::Minutes, Self::Graphic];

    /// The ending of its file.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Minutes => "txt",
            Self::Paper => "pdf",
            Self::Graphic => "svg",
        }
    }

    /// What a dialog calls such files.
    pub(super) fn dialog(self) -> &'static str {
        match self {
            Self::Csv => "dialog-problems",
            Self::Minutes => "dialog-text",
            Self::Paper => "dialog-pdf",
            Self::Graphic => "dialog-svg",
        }
    }
}

/// Ctrl+L.
pub(in crate::app) const CALL: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::L);
/// Ctrl+Enter: start, or open as a vote.
pub(super) const GO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);
/// Ctrl+Z.
pub(super) const UNDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Z);
/// Ctrl+Shift+Z.
pub(super) const REDO: KeyboardShortcut =
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
/// Ctrl+F; the slash does the same.
pub(super) const FIND: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::F);
/// Ctrl+S.
pub(super) const SAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::S);
/// Ctrl+W.
pub(super) const LEAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::W);
/// F2.
pub(super) const CORRECT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F2);
/// F3.
pub(super) const MEMBER: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F3);
/// F4.
pub(super) const NEWCOMER: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F4);
/// F5.
pub(super) const TONES: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F5);
/// F6.
pub(super) const CLERK: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F6);
/// F7.
pub(super) const DIFFERENCES: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F7);
/// F8.
pub(super) const MOVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F8);
/// F9.
pub(super) const CLOSE_VOTE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F9);
/// F11.
pub(super) const LARGE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F11);
/// F12.
pub(super) const CONTRAST: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F12);
