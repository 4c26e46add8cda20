//! The page of a mock parliament: pupils and parties, seats drawn by lot, guesses, and the board that reveals them.

mod board;
mod lesson;
mod parties;
mod setup;

pub use lesson::Lesson;

use egui::{Context, Ui};

use super::Command;
use super::state::{Commands, State};
use super::update::App;

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

impl App {
    /// Does what is done on the page of a class.
    pub(super) fn teach(&mut self, context: &Context, command: Command) {
        match command {
            Command::Teach(lesson) => {
                // The board is for the projector.
                if lesson.is_revealed != self.state.classroom.is_revealed {
                    context.send_viewport_cmd(egui::ViewportCommand::Fullscreen(lesson.is_revealed));
                }
                self.state.classroom = *lesson;
            }
            Command::OpenPapers => {
                let source = self.state.classroom.counted(self.state.lang);
                self.read_source(source.name.clone(), move || Ok(source));
            }
            Command::SaveLesson(folder) => {
                self.worker.save_lesson(self.state.classroom.clone(), folder, self.state.lang);
            }
            _ => {}
        }
    }
}
