//! The bar at the bottom: what was read, and what was not.

use egui::{Align, Layout, RichText, Ui};

use super::state::{Commands, State};
use super::{Command, Tab};
use crate::chart::{delimiter_name, figures_text};
use crate::lang::Message;
use crate::model::Position;
use crate::read::Origin;

/// The height of the bar.
pub(super) const HEIGHT: f32 = 28.0;

pub(super) fn show(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let lang = state.lang;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if let Some(asking) = state.asking() {
            ui.label(RichText::new(asking.open_words(lang)).size(12.0).weak());
        }
        if let Some(opened) = state.opened.as_ref().filter(|_| !state.is_calling) {
            let unknown = opened.summary.tally.members(Position::Unknown);
            let problems = opened.reading().problems.len();
            let mut parts = Vec::new();
            if unknown > 0 {
                parts.push(Message::new("status-unknown").with("n", unknown).text(lang));
            }
            parts.push(if problems == 0 && unknown > 0 {
                lang.text("status-no-other-problems")
            } else {
                Message::new("status-problems").with("n", problems).text(lang)
            });
            let text = RichText::new(parts.join(" · ")).size(12.0).weak();
            if ui.add(egui::Button::new(text).frame(false)).clicked() {
                commands.send(Command::Show(Tab::Problems));
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if let Some(file) = state.reading.as_ref().filter(|_| state.is_beginning) {
                let percent =
                    state.progress.map_or(0, |progress| progress.done * 100 / progress.total.max(1));
                let text = Message::new("status-reading-on").with("file", file).with("percent", percent);
                under_way(ui, percent as f32, &text.text(lang), Command::CancelReading, state, commands);
                return;
            }
            // The bar of the replay says it itself.
            if let Some(percent) = state.filming.filter(|_| state.playback.is_none()) {
                let text = Message::new("film-progress").with("percent", percent.to_string());
                under_way(ui, percent as f32, &text.text(lang), Command::CancelFilm, state, commands);
                return;
            }
            let text = RichText::new(left(state)).size(12.0).weak();
            ui.add(egui::Label::new(text).truncate());
        });
    });
}

/// How far something is that goes on meanwhile, in percent, and a button that stops it.
fn under_way(ui: &mut Ui, percent: f32, text: &str, stop: Command, state: &State, commands: &mut Commands) {
    ui.add(egui::ProgressBar::new(percent / 100.0).desired_width(96.0).desired_height(6.0));
    ui.label(RichText::new(text).size(12.0).weak());
    let button = RichText::new(state.lang.text("button-stop")).size(12.0);
    if ui.add(egui::Button::new(button).small()).clicked() {
        commands.send(stop);
    }
}

fn left(state: &State) -> String {
    let lang = state.lang;
    if let Some(note) = &state.note {
        return note.text(lang);
    }
    if let Some(journal) = &state.journal {
        return journal.clone();
    }
    if let Some(asking) = state.asking() {
        return asking.about(lang);
    }
    let Some(opened) = state.opened.as_ref().filter(|_| !state.is_calling) else { return String::new() };
    let (reading, summary) = (opened.reading(), &opened.summary);
    let mut members = match summary.composition {
        None => Message::new("status-reading")
            .with("file", &reading.file)
            .with("members", summary.members)
            .text(lang),
        Some(_) => format!("{}: {}", reading.file, figures_text(None, summary.seats, lang)),
    };
    if summary.vacant_seats() > 0 {
        let vacant = Message::new("status-vacant").with("n", summary.vacant_seats()).text(lang);
        members = format!("{members}, {vacant}");
    }
    let groups = summary.parties.iter().filter(|line| line.party.is_some()).count();
    let mut parts = vec![members];
    if groups > 0 {
        parts.push(Message::new("status-groups").with("n", groups).text(lang));
    }
    let delimiter = delimiter_name(reading.mapping.delimiter, lang);
    parts.push(format!("{}, {delimiter}", reading.mapping.encoding.name()));
    if let Origin::Beside { files } = &reading.origin {
        parts.push(Message::new("status-beside").with("files", files.join(", ")).text(lang));
    }
    parts.join(" · ")
}
