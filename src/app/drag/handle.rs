//! What is taken hold of: the handle in the bar, and anything else that shows the graphic.

use egui::{CursorIcon, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::DragCommand;
use crate::app::Command;
use crate::app::state::{Commands, State};
use crate::app::theme::{colour, style};
use crate::export::PictureFormat;

/// Something that can be dragged and clicked, and that the Tab key passes by: copying and exporting have keys.
pub(in crate::app) const HOLD: Sense = Sense::CLICK.union(Sense::DRAG);

/// A grip and a small hemicycle, beside the button that exports.
pub(in crate::app) fn handle(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let tokens = style(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(48.0, 28.0), HOLD);
    let lang = state.lang;
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), lang.text("drag-handle")));
    let visuals = ui.style().interact(&response);
    let painter = ui.painter();
    painter.rect(
        rect,
        6,
        visuals.weak_bg_fill,
        Stroke::new(1.0, colour(tokens.hairline)),
        StrokeKind::Inside,
    );
    for column in 0..2 {
        for row in 0..3 {
            let step = vec2(4.0 * column as f32, 5.0 * row as f32);
            painter.circle_filled(rect.left_center() + vec2(9.0, -5.0) + step, 1.2, colour(tokens.secondary));
        }
    }
    for step in 0..7 {
        let angle = std::f32::consts::PI * step as f32 / 6.0;
        let centre = rect.left_center() + vec2(31.0 - 9.0 * angle.cos(), 4.5 - 9.0 * angle.sin());
        let fill = if step < 3 { tokens.in_favour } else { tokens.against };
        painter.circle_filled(centre, 2.0, colour(fill));
    }
    press(ui, &response, state, commands);
    if response.clicked() {
        commands.send(Command::Drag(DragCommand::Explain));
    }
    response.on_hover_text(lang.text("drag-hint"));
}

/// A press makes the file ready, and moving on carries it: as PNG, or as SVG where Shift was down.
pub(in crate::app) fn press(ui: &Ui, response: &Response, state: &State, commands: &mut Commands) {
    if !state.can_drag {
        return;
    }
    if response.is_pointer_button_down_on() && ui.input(|input| input.pointer.primary_pressed()) {
        let as_drawing = ui.input(|input| input.modifiers.shift);
        let format = if as_drawing { PictureFormat::Svg } else { PictureFormat::Png };
        commands.send(Command::Drag(DragCommand::Prepare(format)));
    }
    if response.drag_started_by(egui::PointerButton::Primary) {
        commands.send(Command::Drag(DragCommand::Start));
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Grab);
    }
}
