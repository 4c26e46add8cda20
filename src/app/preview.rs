//! The graphic as it will be exported, in the middle of the window while its look is worked on. It is the export's own
//! scene, drawn by the export's own renderer on a thread; the last picture of a vote stands until its next is there, and no
//! picture stands over another vote.

use egui::{
    Align2, Color32, Rect, Role, Sense, Stroke, StrokeKind, TextureHandle, Ui, Vec2, WidgetInfo, vec2,
};

use super::drag;
use super::graphic::Draft;
use super::opened::OpenedId;
use super::state::{Commands, State};
use super::theme::{colour, font, style};
use super::work::Worker;
use crate::chart::scene::{Scene, Weight};
use crate::chart::{Proof, proof};
use crate::export::{ExportFormat, PictureFormat, Resolution, pixels};
use crate::lang::Message;
use crate::project::RenderOptions;

/// The empty space around the picture, in points.
const MARGIN: f32 = 28.0;
/// The height of the line under it.
const LINE: f32 = 22.0;

/// What a picture depends on.
#[derive(Clone, Debug, PartialEq)]
struct DrawnFor {
    opened: OpenedId,
    options: RenderOptions,
    proof: Option<Proof>,
    /// The most pixels it may be wide and high.
    room: [u32; 2],
}

/// The graphic at a size for the screen.
#[derive(Debug)]
pub(super) struct Picture {
    image: egui::ColorImage,
    /// Width and height in units of the scene.
    size: [f64; 2],
    description: String,
    notes: Vec<Message>,
}

/// The last picture, and the one that is being drawn.
#[derive(Default)]
pub(super) struct Preview {
    /// What is being drawn.
    wanted: Option<DrawnFor>,
    /// What was drawn last, or why it could not be.
    drawn_for: Option<DrawnFor>,
    shown: Option<Shown>,
    fault: Option<Message>,
}

struct Shown {
    opened: OpenedId,
    texture: TextureHandle,
    size: [f64; 2],
    description: String,
    notes: Vec<Message>,
}

impl Preview {
    /// Takes a picture that a thread has drawn.
    pub(super) fn take(&mut self, context: &egui::Context, picture: Result<Picture, Message>) {
        let Some(drawn_for) = self.wanted.take() else { return };
        match picture {
            Ok(Picture { image, size, description, notes }) => {
                let texture = context.load_texture("preview", image, egui::TextureOptions::LINEAR);
                let opened = drawn_for.opened.clone();
                self.shown = Some(Shown { opened, texture, size, description, notes });
                self.fault = None;
            }
            Err(fault) => self.fault = Some(fault),
        }
        self.drawn_for = Some(drawn_for);
    }

    /// Drops the picture, or the fault, of any vote but this.
    fn keep_only(&mut self, opened: &OpenedId) {
        if self.shown.as_ref().is_some_and(|shown| shown.opened != *opened) {
            self.shown = None;
        }
        if self.drawn_for.as_ref().is_some_and(|drawn| drawn.opened != *opened) {
            (self.drawn_for, self.fault) = (None, None);
        }
    }

    /// True where what is shown is what is wanted.
    pub(super) fn is_settled(&self) -> bool {
        self.wanted.is_none()
    }
}

/// Draws the panel.
pub(super) fn show(
    ui: &mut Ui,
    preview: &mut Preview,
    worker: &Worker,
    state: &State,
    commands: &mut Commands,
) {
    let area = ui.available_rect_before_wrap();
    ui.painter().rect_filled(area, 0, colour(style(ui.ctx()).track));
    let Some(draft) = state.draft(ExportFormat::Picture(PictureFormat::Svg)) else {
        if let Some(refusal) = state.export_refusal() {
            ui.scope_builder(egui::UiBuilder::new().max_rect(area.shrink(MARGIN)), |ui| {
                ui.add_space(area.height() * 0.4);
                ui.vertical_centered(|ui| ui.label(refusal.text(state.lang)));
            });
        }
        return;
    };
    let mut room = area.shrink(MARGIN);
    room.max.y -= LINE;
    let scale = ui.ctx().pixels_per_point();
    let side = |points: f32| (points.max(64.0) * scale) as u32;
    let wanted = DrawnFor {
        opened: OpenedId::of(draft.opened()),
        options: draft.options.clone(),
        proof: state.graphic.proof,
        room: [side(room.width()), side(room.height())],
    };
    preview.keep_only(&wanted.opened);
    if preview.wanted.is_none() && preview.drawn_for.as_ref() != Some(&wanted) {
        worker.preview(draft, wanted.proof, wanted.room);
        preview.wanted = Some(wanted);
    }
    let response = ui.allocate_rect(area, Sense::hover());
    let lang = state.lang;
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), lang.text("preview-name")));
    if let Some(shown) = &preview.shown {
        let rect = picture(ui, shown, room, preview.fault.is_some());
        if state.can_drag && preview.fault.is_none() {
            let held = ui.interact(rect, response.id.with("held"), drag::HOLD);
            held.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), lang.text("drag-handle")));
            drag::press(ui, &held, state, commands);
        }
        let description = shown.description.clone();
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(description));
    }
    line(ui, preview, area, state);
}

/// Answers where it stands.
fn picture(ui: &Ui, shown: &Shown, room: Rect, is_old: bool) -> Rect {
    let [width, height] = shown.size.map(|side| side as f32);
    let fit = (room.width() / width).min(room.height() / height);
    let rect = Align2::CENTER_CENTER.align_size_within_rect(vec2(width, height) * fit, room);
    // On whole pixels, so that the picture is as sharp as it was drawn.
    let scale = ui.ctx().pixels_per_point();
    let rect = Rect::from_min_size(
        ((rect.min.to_vec2() * scale).round() / scale).to_pos2(),
        ((rect.size() * scale).round() / scale).max(Vec2::splat(1.0)),
    );
    let whole = Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
    let tint = if is_old { Color32::from_white_alpha(90) } else { Color32::WHITE };
    ui.painter().image(shown.texture.id(), rect, whole, tint);
    let border = Stroke::new(1.0, colour(style(ui.ctx()).hairline));
    ui.painter().rect_stroke(rect, 0, border, StrokeKind::Outside);
    rect
}

/// Under the picture: its size, or what is wrong with it.
fn line(ui: &mut Ui, preview: &Preview, area: Rect, state: &State) {
    let tokens = style(ui.ctx());
    let notes = preview.shown.as_ref().map_or(&[][..], |shown| &shown.notes);
    let (text, ink) = match (&preview.fault, notes.first(), &preview.shown) {
        (Some(fault), ..) => (fault.text(state.lang), tokens.against_text),
        (None, Some(note), _) => (note.text(state.lang), tokens.against_text),
        (None, None, Some(shown)) => {
            let [width, height] = shown.size.map(|side| format!("{:.0}", side.round()));
            let size = Message::new("preview-size").with("width", width).with("height", height);
            (size.text(state.lang), tokens.secondary)
        }
        (None, None, None) => (state.lang.text("preview-drawing"), tokens.secondary),
    };
    let place = Rect::from_min_max(egui::pos2(area.left() + 16.0, area.bottom() - 2.0 * LINE), area.max);
    let text = egui::RichText::new(text).font(font(Weight::Regular, 12.0)).color(colour(ink));
    ui.scope_builder(egui::UiBuilder::new().max_rect(place.shrink2(vec2(16.0, 6.0))), |ui| {
        ui.with_layout(egui::Layout::bottom_up(egui::Align::Center), |ui| {
            ui.add(egui::Label::new(text).wrap())
        });
    });
}

/// Draws the graphic so that it fits the room.
///
/// # Errors
/// Why it cannot be drawn.
pub(super) fn draw(draft: &Draft, eyes: Option<Proof>, room: [u32; 2]) -> Result<Picture, Message> {
    let (scene, notes) = draft.scene()?;
    let scene: Scene = match eyes {
        Some(eyes) => proof(&scene, eyes),
        None => scene,
    };
    let [width, height] = room.map(f64::from);
    let scale = (width / scene.width).min(height / scene.height);
    let drawn = pixels(&scene, Resolution::Scale(scale)).map_err(|error| error.message())?;
    let image = egui::ColorImage::from_rgba_unmultiplied(drawn.size.map(|side| side as usize), &drawn.rgba);
    let size = [scene.width, scene.height];
    Ok(Picture { image, size, description: scene.description, notes })
}
