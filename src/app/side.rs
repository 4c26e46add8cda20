//! The right panel: tabs over the parties, the members and the problems.

use egui::{ScrollArea, Sense, Stroke, Ui, vec2};

use super::opened::Opened;
use super::sprites::Sprites;
use super::state::{Commands, State};
use super::theme::{bold, colour, style};
use super::{Command, Tab, arrange, look, majority, members, parties, problems};

/// The width of the panel.
pub(super) const WIDTH: f32 = 336.0;

pub(super) fn show(
    ui: &mut Ui,
    sprites: &mut Sprites,
    opened: &Opened,
    state: &State,
    commands: &mut Commands,
) {
    // The panel keeps its width whatever stands in it.
    ui.set_min_width(ui.available_width());
    tabs(ui, opened, state, commands);
    ui.add_space(12.0);
    match state.tab {
        Tab::Parties => parties::show(ui, opened, state, commands),
        Tab::Members => members::show(ui, sprites, opened, state, commands),
        Tab::Majority => majority::show(ui, opened, state, commands),
        Tab::Chart => {
            pages(ui, state, commands);
            ScrollArea::vertical()
                .id_salt("chamber")
                .auto_shrink([false, false])
                .show(ui, |ui| arrange::show(ui, opened, state, commands));
        }
        Tab::Style => {
            pages(ui, state, commands);
            look::show(ui, opened, state, commands);
        }
        Tab::Problems => problems::show(ui, opened, state, commands),
    }
}

/// The two pages about the chart: how the chamber is arranged, and how the graphic looks.
fn pages(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ui.horizontal(|ui| {
        for (tab, key) in [(Tab::Chart, "page-chamber"), (Tab::Style, "page-style")] {
            let is_open = state.tab == tab;
            let button = egui::Button::new(egui::RichText::new(state.lang.text(key)).size(12.0));
            if ui.add(button.selected(is_open)).clicked() && !is_open {
                commands.send(Command::Show(tab));
            }
        }
        look::undo_and_redo(ui, state, commands);
    });
    ui.add_space(4.0);
}

fn tabs(ui: &mut Ui, opened: &Opened, state: &State, commands: &mut Commands) {
    let tokens = style(ui.ctx());
    let num_problems = opened.reading().problems.len();
    let problems = state.lang.text("tab-problems");
    let problems = if num_problems > 0 { format!("{problems} {num_problems}") } else { problems };
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 7.0;
        ui.set_height(40.0);
        for (tab, name) in [
            (Tab::Parties, state.lang.text("tab-parties")),
            (Tab::Members, state.lang.text("tab-members")),
            (Tab::Majority, state.lang.text("tab-majority")),
            (Tab::Chart, state.lang.text("tab-chart")),
            (Tab::Problems, problems),
        ] {
            let is_open = state.tab == tab || (tab, state.tab) == (Tab::Chart, Tab::Style);
            let text = if is_open { bold(name, 12.0) } else { egui::RichText::new(name).size(12.0).weak() };
            let response =
                ui.add(egui::Button::new(text).frame(false).selected(is_open).sense(Sense::click()));
            if is_open {
                let y = ui.max_rect().bottom();
                let (left, right) = (response.rect.left(), response.rect.right());
                ui.painter().hline(left..=right, y, Stroke::new(2.0, colour(tokens.ink)));
            }
            if response.clicked() {
                commands.send(Command::Show(tab));
            }
        }
    });
    let line = row.response.rect;
    let full = ui.clip_rect();
    ui.painter().hline(
        full.left()..=full.right(),
        line.bottom() + 1.0,
        Stroke::new(1.0, colour(tokens.hairline)),
    );
    ui.allocate_space(vec2(0.0, 2.0));
}
