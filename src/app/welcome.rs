//! The page without a vote: open a file, or start from a sample.

use egui::{Align, Layout, Sense, Stroke, Ui, UiBuilder, vec2};

use super::state::{Commands, State};
use super::theme::{bold, colour, style};
use super::{Command, Sample, calling};
use crate::lang::Message;

const WIDTH: f32 = 520.0;

pub(super) fn show(ui: &mut Ui, state: &State, offer: Option<&calling::Offer>, commands: &mut Commands) {
    let tokens = style(ui.ctx());
    let lang = state.lang;
    let area = ui.available_rect_before_wrap();
    let width = WIDTH.min(area.width() - 48.0).max(200.0);
    let top = (area.height() - 516.0).max(32.0) * 0.4;
    let left = area.center().x - width / 2.0;
    let column =
        egui::Rect::from_min_size(egui::pos2(left, area.top() + top), vec2(width, area.height() - top));
    ui.scope_builder(UiBuilder::new().max_rect(column).layout(Layout::top_down(Align::Min)), |ui| {
        ui.label(bold(lang.text("welcome-title"), 28.0));
        ui.add_space(8.0);
        ui.label(egui::RichText::new(lang.text("welcome-text")).size(14.0).weak());
        ui.add_space(16.0);
        let text = bold(lang.text("button-open"), 14.0).color(colour(tokens.ground));
        let open = egui::Button::new(text).fill(colour(tokens.ink));
        ui.horizontal(|ui| {
            if ui.add_sized(vec2(168.0, 36.0), open).clicked() {
                commands.send(Command::OpenDialog);
            }
            let call = egui::Button::new(bold(lang.text("menu-call"), 14.0));
            if ui.add_sized(vec2(168.0, 36.0), call).clicked() {
                commands.send(Command::Calling(calling::Command::SetUp));
            }
        });
        if let Some(offer) = offer {
            resume(ui, state, offer, commands);
        }
        ui.add_space(4.0);
        ui.weak(lang.text("welcome-drop"));
        ui.add_space(28.0);
        ui.label(bold(lang.text("welcome-samples"), 13.0));
        ui.add_space(4.0);
        for sample in Sample::ALL {
            sample_row(ui, state, sample, commands);
        }
    });
}

/// A roll call that was left before it was signed.
fn resume(ui: &mut Ui, state: &State, offer: &calling::Offer, commands: &mut Commands) {
    let lang = state.lang;
    let title = offer.title.clone().unwrap_or_else(|| lang.text("untitled"));
    let text = Message::new("calling-go-on")
        .with("title", title)
        .with("n", offer.answered)
        .with("members", offer.members)
        .text(lang);
    ui.add_space(8.0);
    let button = egui::Button::new(bold(text, 13.0)).wrap().min_size(vec2(344.0, 36.0));
    if ui.add(button).clicked() {
        commands.send(Command::Calling(calling::Command::Resume(offer.path.clone())));
    }
}

fn sample_row(ui: &mut Ui, state: &State, sample: Sample, commands: &mut Commands) {
    let tokens = style(ui.ctx());
    let (name, about) = sample.keys();
    let (name, about) = (state.lang.text(name), state.lang.text(about));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 56.0), Sense::click());
    let fill = if response.hovered() || response.has_focus() { tokens.panel } else { tokens.ground };
    let border = if response.has_focus() { tokens.ink } else { tokens.hairline };
    let row = rect.shrink2(vec2(0.0, 3.0));
    ui.painter().rect(row, 8, colour(fill), Stroke::new(1.0, colour(border)), egui::StrokeKind::Inside);
    let at = row.left_top() + vec2(16.0, 8.0);
    let font = super::theme::font(crate::chart::scene::Weight::Bold, 13.0);
    ui.painter().text(at, egui::Align2::LEFT_TOP, &name, font, colour(tokens.ink));
    let font = super::theme::font(crate::chart::scene::Weight::Regular, 12.0);
    ui.painter().text(at + vec2(0.0, 18.0), egui::Align2::LEFT_TOP, &about, font, colour(tokens.secondary));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        commands.send(Command::OpenSample(sample));
    }
}
