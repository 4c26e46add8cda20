//! What lies over the window: faults, the list of keys, the page about the program, the file being read.

use egui::{Color32, Id, Modal, Ui};

use super::Command;
use super::state::{Commands, State};
use super::theme::{bold, colour, style};
use crate::lang::Message;

const WIDTH: f32 = 420.0;

pub(super) fn show(ui: &Ui, state: &State, commands: &mut Commands) {
    let lang = state.lang;
    if let Some(fault) = &state.fault
        && dialog(ui, "fault", state, |ui| {
            ui.label(fault.text(lang));
        })
    {
        commands.send(Command::DismissFault);
    }
    if state.about
        && dialog(ui, "about", state, |ui| {
            ui.label(bold("Hemicycle", 20.0));
            ui.label(Message::new("about-text").with("version", env!("CARGO_PKG_VERSION")).text(lang));
            ui.weak(lang.text("about-licence"));
        })
    {
        commands.send(Command::About(false));
    }
    if state.shortcuts
        && dialog(ui, "shortcuts", state, |ui| {
            ui.label(bold(lang.text("menu-shortcuts"), 16.0));
            ui.label(lang.text("shortcuts-text"));
        })
    {
        commands.send(Command::Shortcuts(false));
    }
    // The beginning of a large file can be looked at while the rest is read.
    if let Some(file) = state.reading.as_ref().filter(|_| !state.is_beginning) {
        let text = Message::new("loading").with("file", file).text(lang);
        let modal = modal(ui, "reading").show(ui.ctx(), |ui| {
            ui.set_width(WIDTH);
            ui.horizontal(|ui| {
                ui.spinner();
                ui.label(text);
            });
            ui.add_space(8.0);
            if let Some(progress) = state.progress.filter(|progress| progress.total > 0) {
                let share = progress.done as f32 / progress.total as f32;
                ui.add(egui::ProgressBar::new(share).show_percentage());
                ui.add_space(8.0);
            }
            if ui.button(lang.text("button-cancel")).clicked() {
                ui.close();
            }
        });
        if modal.should_close() {
            commands.send(Command::CancelReading);
        }
    }
}

fn modal(ui: &Ui, name: &str) -> Modal {
    let frame = egui::Frame::popup(ui.style()).inner_margin(20).corner_radius(10);
    Modal::new(Id::unique(name.to_owned())).frame(frame)
}

/// A dialog with one button; true once it is to go.
fn dialog(ui: &Ui, name: &str, state: &State, contents: impl FnOnce(&mut Ui)) -> bool {
    let modal = modal(ui, name).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        contents(ui);
        ui.add_space(12.0);
        if ui.button(state.lang.text("button-dismiss")).clicked() {
            ui.close();
        }
    });
    modal.should_close()
}

/// A veil over the window while a file hovers above it.
pub(super) fn show_drop_target(ui: &Ui, state: &State) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let tokens = style(ui.ctx());
    let layer = egui::LayerId::new(egui::Order::Foreground, Id::unique("drop target"));
    let painter = ui.ctx().layer_painter(layer);
    let rect = ui.ctx().content_rect();
    painter.rect_filled(rect, 0, colour(tokens.ground).gamma_multiply(0.85));
    let border = egui::Stroke::new(2.0, colour(tokens.in_favour));
    painter.rect(rect.shrink(16.0), 12, Color32::TRANSPARENT, border, egui::StrokeKind::Inside);
    let font = super::theme::font(crate::chart::scene::Weight::Bold, 20.0);
    let text = state.lang.text("drop-here");
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, text, font, colour(tokens.ink));
}
