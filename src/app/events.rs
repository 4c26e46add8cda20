//! What threads report, and what becomes of it.
//!
//! Goes in: an [`Event`]. Comes out: another state, or a command. Must not know: drawing.

use egui::Context;

use super::Command;
use super::designing::GraphicCommand;
use super::opened::Opened;
use super::update::App;
use super::work::{Copied, Event};
use crate::lang::Message;
use crate::layout::Shape;

impl App {
    /// Does as an event of a thread says.
    pub(super) fn take(&mut self, context: &Context, event: Event) {
        match event {
            Event::Read(request, result) if request == self.request => self.whole(context, *result),
            Event::Progress(request, progress) if request == self.request => {
                self.state.progress = Some(progress);
            }
            // Nothing is shown before the user has answered.
            Event::First(request, list) if request == self.request && !self.is_to_ask(&list) => {
                if let Some(opened) = Opened::new(*list, 0) {
                    self.arrive();
                    self.state.open_beginning(opened);
                }
            }
            Event::Calling(event) => {
                if let Some(command) = self.calling.take(&mut self.state, event) {
                    self.apply(context, command);
                }
            }
            Event::Preview(reading, rows) if self.state.has_open(&reading) => self.state.preview = rows,
            Event::Restored(opened, restored) if self.state.has_open(&opened.list.reading) => {
                if self.state.opened.as_ref().is_some_and(|shown| shown.index != opened.index) {
                    // What a project says of one vote is not put over another.
                    self.state.show_vote(opened.index);
                }
                self.apply(context, Command::Graphic(GraphicCommand::Restored(restored)));
            }
            // The user has moved on; and what is asked is asked where the events come in.
            Event::Read(..)
            | Event::Progress(..)
            | Event::First(..)
            | Event::Preview(..)
            | Event::Restored(..)
            | Event::Ask(_) => {}
            Event::Chosen(path) => self.apply(context, Command::Open(path)),
            Event::ChosenPlan(path) => self.apply(context, Command::OpenPlan(path)),
            Event::PlanRead(Ok((path, plan))) => {
                let mut arrangement = self.state.arrangement.clone();
                arrangement.take_shape(Shape::Plan(plan));
                self.apply(context, Command::Arrange(arrangement));
                // Whether the chamber took it or not: a plan is named only where one is drawn.
                self.state.graphic.plan = Some(path);
            }
            Event::Then(command) => self.apply(context, *command),
            Event::Previewed(picture) => self.preview.take(context, *picture),
            Event::Changed(changes) => self.state.fault = Some(changes),
            Event::PlanRead(Err(fault)) | Event::Copied(Err(fault)) => self.state.fault = Some(fault),
            Event::ChosenExport(path) => self.apply(context, Command::Export(path)),
            Event::ChosenClassFolder(folder) => self.apply(context, Command::SaveLesson(folder)),
            Event::ChosenFilm(path) => self.apply(context, Command::Film(path)),
            Event::Filming(percent) => self.state.filming = self.state.filming.map(|_| percent),
            Event::Filmed(result) => self.filmed(result),
            Event::ChosenProblems(path) => self.apply(context, Command::ExportProblems(path)),
            Event::Copied(Ok(copied)) => {
                match copied {
                    Copied::Picture(image) => context.copy_image(image),
                    Copied::Svg(text) => context.copy_text(text),
                }
                self.state.note = Some(Message::new("copied"));
            }
            Event::Carried(reception) => self.received(reception),
            Event::Delivered(outcome) => self.delivered(outcome),
            Event::Exported(Ok(path)) => {
                self.state.note = Some(Message::new("exported").with("file", path.display().to_string()));
            }
            Event::Exported(Err(fault)) => {
                self.state.note = None;
                self.state.fault = Some(fault);
            }
        }
    }
}
