//! The big board: the result of the vote that is open, and who guessed it best.

use egui::{Align, Key, Layout, RichText, ScrollArea, Ui};

use super::super::state::State;
use super::super::theme::{bold, colour, style};
use super::Lesson;
use crate::chart::{result_word, sides};
use crate::classroom::winners;

pub(super) fn show(ui: &mut Ui, state: &State, lesson: &mut Lesson) {
    let lang = state.lang;
    let back = ui.button(lang.text("class-back")).clicked();
    if back || ui.input(|input| input.key_pressed(Key::Escape)) {
        lesson.is_revealed = false;
    }
    let tokens = style(ui.ctx());
    let vote = state.opened.as_ref().and_then(|opened| opened.vote(lang));
    // A composition has no result to guess.
    let Some((vote, [first, second])) = vote.and_then(|vote| Some((vote, sides(&vote, &tokens)?))) else {
        lesson.is_revealed = false;
        return;
    };
    // As large as the window allows, seen from the last row.
    let size = (ui.available_height() * 0.22).min(ui.available_width() * 0.14).clamp(48.0, 260.0);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            ui.label(bold(vote.title(), size * 0.18));
            let width = ui.available_width();
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = size * 0.12;
                let figures =
                    [(&first, bold(first.votes.clone(), size)), (&second, bold(second.votes.clone(), size))];
                let text = |text: &str| {
                    let font = super::super::theme::font(crate::chart::scene::Weight::Bold, size);
                    ui.painter().layout_no_wrap(text.to_owned(), font, egui::Color32::PLACEHOLDER).size().x
                };
                let used = text(&first.votes) + text(&second.votes) + text("–") + size * 0.24;
                ui.add_space(((width - used) / 2.0 - size * 0.12).max(0.0));
                for (place, (side, figure)) in figures.into_iter().enumerate() {
                    if place == 1 {
                        ui.label(RichText::new("–").size(size).weak());
                    }
                    ui.label(figure.color(colour(side.colour)));
                }
            });
            let names = format!("{} – {}", first.name, second.name);
            ui.label(RichText::new(names).size(size * 0.14).weak());
            if let Some(result) = result_word(&vote) {
                ui.label(bold(result, size * 0.2));
            }
            ui.add_space(size * 0.15);
            let standings = lesson.standings(vote.roll_call);
            ui.label(bold(winners(&standings).text(lang), size * 0.2));
            for standing in &standings {
                ui.label(RichText::new(standing.message().text(lang)).size(size * 0.13));
            }
        });
    });
}
