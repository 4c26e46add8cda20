//! How the file is read, to look over and to change: roles above a preview of the columns, positions beside the words,
//! the result at once.

use egui::{ComboBox, Id, Modal, Response, ScrollArea, Ui, WidgetText};

use super::Command;
use super::opened::Opened;
use super::state::{Commands, State};
use super::theme::bold;
use crate::chart::{figures_text, plain_position_name, unknown_positions};
use crate::lang::{Lang, Message};
use crate::model::{ChoiceId, Position};
use crate::read::{ColumnChoice, Mapping, Role, WordChoice, role_name};

/// The rows of the preview.
pub(super) const ROWS: usize = 6;
/// The most columns and words shown; more than anybody looks over.
const MOST_COLUMNS: usize = 60;
const MOST_WORDS: usize = 200;
const COLUMN: f32 = 150.0;

pub(super) fn show(ui: &Ui, opened: &Opened, state: &State, commands: &mut Commands) {
    if !state.shows_mapping {
        return;
    }
    let lang = state.lang;
    let screen = ui.ctx().content_rect().size();
    let frame = egui::Frame::popup(ui.style()).inner_margin(20).corner_radius(10);
    let modal = Modal::new(Id::unique("mapping")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width((screen.x - 120.0).clamp(320.0, 1000.0));
        ui.label(bold(lang.text("mapping-heading"), 16.0));
        ui.weak(&opened.reading().file);
        ui.add_space(10.0);
        let mut wanted = opened.reading().mapping.clone();
        columns(ui, state, &mut wanted);
        ui.add_space(12.0);
        words(ui, lang, &mut wanted, (screen.y - 460.0).max(120.0));
        ui.add_space(12.0);
        ui.label(bold(result(opened, lang), 13.0));
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            if ui.button(lang.text("mapping-save")).clicked() {
                commands.send(Command::SaveMapping);
            }
            if ui.button(lang.text("mapping-forget")).clicked() {
                commands.send(Command::Remap(None));
            }
            if ui.button(lang.text("button-close")).clicked() {
                ui.close();
            }
        });
        if wanted != opened.reading().mapping {
            without_unused(&mut wanted);
            commands.send(Command::Remap(Some(Box::new(wanted))));
        }
    });
    if modal.should_close() {
        commands.send(Command::ShowMapping(false));
    }
}

fn result(opened: &Opened, lang: Lang) -> String {
    let reading = opened.reading();
    let rows = Message::new("cli-row-count")
        .with("read", reading.rows.read)
        .with("aside", reading.rows.set_aside)
        .with("present", reading.rows.present);
    let votes = Message::new("mapping-votes").with("n", opened.list.lines.len());
    let figures = match opened.vote(lang).filter(|vote| vote.summary.is_unsettled()) {
        Some(vote) => unknown_positions(&vote),
        None => figures_text(opened.summary.headline.as_ref(), opened.summary.seats, lang),
    };
    if opened.summary.composition.is_some() {
        return format!("{figures} · {}", rows.text(lang));
    }
    format!("{figures} · {} · {}", votes.text(lang), rows.text(lang))
}

/// The columns with their roles, and below each its first cells.
fn columns(ui: &mut Ui, state: &State, wanted: &mut Mapping) {
    let lang = state.lang;
    ScrollArea::horizontal().id_salt("columns").auto_shrink([false, true]).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            for (index, column) in wanted.columns.iter_mut().enumerate().take(MOST_COLUMNS) {
                ui.vertical(|ui| {
                    ui.set_width(COLUMN);
                    role(ui, lang, index, column, COLUMN - 16.0);
                    ui.add(egui::Label::new(bold(&column.header, 12.0)).truncate());
                    for row in &state.preview {
                        let cell = row.get(index).map_or("", String::as_str);
                        ui.add(egui::Label::new(egui::RichText::new(cell).size(12.0).weak()).truncate());
                    }
                });
            }
        });
    });
}

/// A menu of what a column holds.
pub(super) fn role(ui: &mut Ui, lang: Lang, index: usize, column: &mut ColumnChoice, width: f32) {
    let name = format!("{}: {}", column.header, lang.text("mapping-role"));
    let combo = ComboBox::from_id_salt(("role", index))
        .width(width)
        .height(320.0)
        .truncate()
        .selected_text(capitalised(&role_name(column.role, lang)))
        .show_ui(ui, |ui| {
            for role in std::iter::once(None).chain(Role::all().map(Some)) {
                ui.selectable_value(&mut column.role, role, capitalised(&role_name(role, lang)));
            }
        });
    combo.response.accessible_name(name);
}

/// A text as it stands alone.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Every word of the vote with the position that it is taken for.
fn words(ui: &mut Ui, lang: Lang, wanted: &mut Mapping, height: f32) {
    if wanted.words.is_empty() {
        return;
    }
    ui.label(bold(lang.text("mapping-words"), 13.0));
    let area = ScrollArea::vertical().id_salt("words").max_height(height).auto_shrink([false, true]);
    area.show(ui, |ui| {
        egui::Grid::new("words").num_columns(3).spacing([16.0, 6.0]).show(ui, |ui| {
            let Mapping { words, options, .. } = wanted;
            for (index, word) in words.iter_mut().enumerate().take(MOST_WORDS) {
                let shown = if word.word.is_empty() { lang.text("mapping-blank") } else { word.word.clone() };
                ui.label(bold(&shown, 13.0));
                ui.weak(lang.number(u64::from(word.count)));
                let meaning = position(word.position, options, lang);
                let menu = meaning_menu(ui, lang, index, (word, options), (180.0, meaning));
                menu.accessible_name(shown);
                ui.end_row();
            }
        });
    });
}

/// A menu of what a word means, of a width and with a text for what it means now. A word whose meaning was chosen is no longer
/// unknown.
pub(super) fn meaning_menu(
    ui: &mut Ui,
    lang: Lang,
    index: usize,
    (word, options): (&mut WordChoice, &mut Vec<String>),
    (width, shown): (f32, impl Into<WidgetText>),
) -> Response {
    let combo = ComboBox::from_id_salt(("word", index))
        .width(width)
        .height(320.0)
        .selected_text(shown.into())
        .show_ui(ui, |ui| {
            choices(ui, lang, word, options);
            for listed in Position::ALL {
                let is_it = word.position == listed && !word.is_unknown;
                if ui.selectable_label(is_it, plain_position_name(listed, lang)).clicked() {
                    (word.position, word.is_unknown) = (listed, false);
                }
            }
        });
    combo.response
}

/// The options of a vote that is not yes or no, and the word as one more of them.
fn choices(ui: &mut Ui, lang: Lang, word: &mut WordChoice, options: &mut Vec<String>) {
    for (option, place) in options.iter().zip(0..) {
        let position = Position::Choice(ChoiceId(place));
        if ui.selectable_label(word.position == position, option).clicked() {
            (word.position, word.is_unknown) = (position, false);
        }
    }
    let is_option = options.contains(&word.word) || word.word.is_empty();
    if !is_option && options.len() < ChoiceId::MAX_COUNT {
        let text = Message::new("mapping-new-option").with("word", &word.word).text(lang);
        if ui.selectable_label(false, text).clicked() {
            (word.position, word.is_unknown) = (Position::Choice(ChoiceId(options.len() as u8)), false);
            options.push(word.word.clone());
        }
    }
    if !is_option || !options.is_empty() {
        ui.separator();
    }
}

/// Leaves out the options that no word stands for any more.
pub(super) fn without_unused(wanted: &mut Mapping) {
    let is_used = |place: usize| {
        let choice = Position::Choice(ChoiceId(place as u8));
        wanted.words.iter().any(|word| word.position == choice)
    };
    let used: Vec<usize> = (0..wanted.options.len()).filter(|&place| is_used(place)).collect();
    for word in &mut wanted.words {
        if let Position::Choice(ChoiceId(place)) = word.position
            && let Some(new) = used.iter().position(|&old| old == usize::from(place))
        {
            word.position = Position::Choice(ChoiceId(new as u8));
        }
    }
    wanted.options = used.into_iter().map(|place| std::mem::take(&mut wanted.options[place])).collect();
}

/// What a word is taken for, in words.
pub(super) fn position(position: Position, options: &[String], lang: Lang) -> String {
    match position {
        Position::Choice(id) => options.get(usize::from(id.0)).cloned().unwrap_or_default(),
        position => plain_position_name(position, lang),
    }
}
