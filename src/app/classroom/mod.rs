//! The page of a mock parliament: pupils and parties, seats drawn by lot, guesses, and the board that reveals them.

mod board;
mod lesson;
mod setup;

pub use lesson::Lesson;

use egui::Ui;

use super::Command;
use super::state::{Commands, State};

/// The page, or the board once the guesses are revealed. What is changed on it is sent as one command.
pub(super) fn show(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let mut lesson = state.classroom.clone();
    if lesson.is_revealed {
        board::show(ui, state, &mut lesson);
    } else {
        setup::show(ui, state, &mut lesson, commands);
    }
    if lesson != state.classroom {
        commands.send(Command::Teach(Box::new(lesson)));
    }
}
