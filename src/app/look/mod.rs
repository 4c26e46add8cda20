//! The tab about the look of the graphic: template and texts, parts, style and colours, parties, logo and fonts. Every
//! change is one [`Redraw`](super::GraphicCommand::Redraw), seen at once in the preview and undone like any other.

mod colours;
mod parts;
mod sections;

pub(super) use colours::swatch;
use egui::{Align, Button, Layout, RichText, ScrollArea, Ui};

use super::designing::{REDO, UNDO};
use super::opened::Opened;
use super::state::{Commands, State};
use super::theme::{bold, colour, style};
use super::{Command, Edit, GraphicCommand};
use crate::chart::{Style, Template};
use crate::lang::Lang;
use crate::project::RenderOptions;

/// The width of fields and choices.
const WIDTH: f32 = 272.0;

/// The look that is being worked on in one frame.
struct Work<'a> {
    lang: Lang,
    opened: &'a Opened,
    state: &'a State,
    /// The options as they are to be.
    options: RenderOptions,
    /// What they come to.
    template: Template,
    style: Style,
    /// The kind of change, once there is one.
    edit: Option<Edit>,
}

impl Work<'_> {
    fn change(&mut self, edit: Edit) {
        self.edit = Some(edit);
    }

    /// Changes the style itself. One that is not there any more is said in the preview.
    fn change_style(&mut self, edit: Edit, change: impl FnOnce(&mut crate::stylesheet::StyleSheet)) {
        if let Ok(sheet) = self.options.look.style_to_change() {
            change(sheet);
            self.edit = Some(edit);
        }
    }
}

pub(super) fn show(ui: &mut Ui, opened: &Opened, state: &State, commands: &mut Commands) {
    let lang = state.lang;
    let options = state.graphic.options.clone();
    let outline = options.look.outline();
    ScrollArea::vertical().id_salt("look").auto_shrink([false, false]).show(ui, |ui| {
        let (template, style) = match outline {
            Ok(outline) => outline,
            Err(fault) => {
                ui.colored_label(colour(style(ui.ctx()).against_text), fault.message().text(lang));
                (Template::default(), Style::light())
            }
        };
        let mut work = Work { lang, opened, state, options, template, style, edit: None };
        sections::template(ui, &mut work);
        sections::texts(ui, &mut work);
        parts::show(ui, &mut work);
        sections::style(ui, &mut work, commands);
        colours::palette(ui, &mut work, commands);
        sections::seats(ui, &mut work);
        colours::parties(ui, &mut work);
        sections::files(ui, &mut work, commands);
        ui.add_space(20.0);
        if let Some(edit) = work.edit {
            commands.send(Command::Graphic(GraphicCommand::Redraw(Box::new(work.options), edit)));
        }
    });
}

/// Undo and redo, at the right end of a row.
pub(super) fn undo_and_redo(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(24.0);
        for (key, keys, is_possible, command) in [
            ("look-redo", REDO, state.history.has_future(), GraphicCommand::Redo),
            ("look-undo", UNDO, state.history.has_past(), GraphicCommand::Undo),
        ] {
            let text = RichText::new(state.lang.text(key)).size(12.0);
            let button = ui.add_enabled(is_possible, Button::new(text).frame_when_inactive(false));
            if button.on_hover_text(ui.format_shortcut(&keys)).clicked() {
                commands.send(Command::Graphic(command));
            }
        }
    });
}

fn heading(ui: &mut Ui, lang: Lang, key: &str) {
    ui.add_space(14.0);
    ui.label(bold(lang.text(key), 12.0));
    ui.add_space(2.0);
}
