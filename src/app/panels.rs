//! Where everything stands in the window: bars, panels, and what is between them.

use egui::{CentralPanel, Frame, Panel, Ui};

use super::command::Tab;
use super::update::App;
use super::{ask, calling, chamber, classroom, preview, replay, side, status, theme, top, votes, welcome};

impl App {
    /// Bars, panels and what stands between them.
    pub(super) fn panels(&mut self, ui: &mut Ui) {
        let tokens = theme::style(ui.ctx());
        let panel = Frame::new().fill(theme::colour(tokens.panel));
        let (state, commands) = (&mut self.state, &mut self.commands);
        Panel::top("top")
            .exact_size(top::HEIGHT)
            .resizable(false)
            .frame(panel.inner_margin(egui::Margin::symmetric(20, 0)))
            .show(ui, |ui| top::show(ui, state, commands));
        Panel::bottom("status")
            .exact_size(status::HEIGHT)
            .resizable(false)
            .frame(panel.inner_margin(egui::Margin::symmetric(20, 0)))
            .show(ui, |ui| status::show(ui, state, commands));
        if state.is_calling {
            calling::show(ui, &mut self.calling, &mut self.canvas.sprites, state, commands);
        } else if state.classroom.is_open {
            let ground = Frame::new().fill(theme::colour(tokens.ground)).inner_margin(32);
            CentralPanel::default().frame(ground).show(ui, |ui| classroom::show(ui, state, commands));
        } else if state.asked.is_some() {
            ask::show(ui, &mut self.thumbnails, &mut self.canvas.sprites, state, commands);
        } else if let Some(opened) = state.opened.clone() {
            Panel::right("side")
                .default_size(side::WIDTH)
                .size_range(260.0..=520.0)
                .frame(panel.inner_margin(egui::Margin { left: 24, right: 8, top: 4, bottom: 0 }))
                .show(ui, |ui| {
                    // A replay has not told everything yet.
                    let told = state.told();
                    let told = told.as_ref().unwrap_or(&opened);
                    side::show(ui, &mut self.canvas.sprites, told, state, commands);
                });
            if opened.list.lines.len() > 1 {
                Panel::left("votes")
                    .default_size(votes::WIDTH)
                    .size_range(200.0..=420.0)
                    .frame(panel.inner_margin(egui::Margin { left: 16, right: 4, top: 4, bottom: 0 }))
                    .show(ui, |ui| votes::show(ui, &opened, state, commands));
            }
            if state.playback.is_some() {
                let ground = Frame::new().fill(theme::colour(tokens.ground));
                Panel::bottom("replay")
                    .exact_size(replay::HEIGHT)
                    .resizable(false)
                    .show_separator_line(false)
                    .frame(ground.inner_margin(egui::Margin { left: 32, right: 32, top: 4, bottom: 0 }))
                    .show(ui, |ui| replay::show(ui, &opened, state, commands));
            }
            CentralPanel::no_frame().show(ui, |ui| match state.tab {
                Tab::Style => preview::show(ui, &mut self.preview, &self.worker, state, commands),
                _ => chamber::show(ui, &mut self.canvas, &opened, state, commands),
            });
        } else {
            let ground = Frame::new().fill(theme::colour(tokens.ground));
            CentralPanel::default()
                .frame(ground)
                .show(ui, |ui| welcome::show(ui, state, self.calling.offer.as_ref(), commands));
        }
    }
}
