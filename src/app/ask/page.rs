//! The page as a whole: what is asked, three steps below it, and the foot with what can be done.
//!
//! Goes in: an [`Asking`]. Comes out: what egui draws, and answers. Must not know: how a file is read.

use egui::{
    Align, Button, CentralPanel, CornerRadius, Frame, Key, Layout, Modifiers, Panel, Popup, Rect, RichText,
    ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2,
};

use super::asking::Asking;
use super::cards::{self, Thumbnails};
use super::{Answer, codes, columns};
use crate::app::Command;
use crate::app::sprites::Sprites;
use crate::app::state::{Commands, State};
use crate::app::theme::{bold, colour, style};
use crate::lang::{Lang, Message};
use crate::read::About;

/// The page is at most so wide.
const WIDTH: f32 = 1152.0;
/// The space at its sides.
const MARGIN: f32 = 24.0;
/// The height of the foot.
const FOOT: f32 = 60.0;
/// The height of a button in it.
const BUTTON: f32 = 34.0;
/// So many words stand in the heading.
const MOST_WORDS: usize = 5;

/// Draws the page.
pub(in crate::app) fn show(
    ui: &mut Ui,
    thumbnails: &mut Thumbnails,
    sprites: &mut Sprites,
    state: &State,
    commands: &mut Commands,
) {
    let Some(asking) = state.asking() else { return };
    if !state.is_covered() && state.reading.is_none() {
        keys(ui, asking, commands);
    }
    let tokens = style(ui.ctx());
    let ground = Frame::new().fill(colour(tokens.ground));
    Panel::bottom("ask foot")
        .exact_size(FOOT)
        .resizable(false)
        .show_separator_line(false)
        .frame(ground)
        .show(ui, |ui| {
            let area = column(ui.max_rect());
            ui.scope_builder(UiBuilder::new().max_rect(area), |ui| foot(ui, asking, state.lang, commands));
        });
    CentralPanel::default().frame(ground).show(ui, |ui| {
        let scrolled = ScrollArea::vertical().id_salt("ask").auto_shrink([false, false]).show(ui, |ui| {
            let area = column(ui.available_rect_before_wrap());
            ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
                ui.set_width(area.width());
                ui.style_mut().interaction.selectable_labels = false;
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(17.0);
                heading(ui, asking, state.lang);
                columns::show(ui, asking, state.lang, commands);
                codes::show(ui, asking, sprites, state.lang, commands);
                cards::show(ui, asking, (thumbnails, sprites), state.lang, commands);
                ui.add_space(4.0);
            });
        });
        if scrolled.content_size.y > scrolled.inner_rect.height() {
            // More is below.
            let line = Stroke::new(1.0, colour(tokens.hairline));
            ui.painter().hline(ui.max_rect().x_range(), ui.max_rect().bottom() - 0.5, line);
        }
    });
}

/// The column of the page in an area.
fn column(area: Rect) -> Rect {
    let width = (area.width() - 2.0 * MARGIN).clamp(200.0, WIDTH);
    Rect::from_x_y_ranges(area.center().x - width / 2.0..=area.center().x + width / 2.0, area.y_range())
}

/// The keys of the page. A menu that is open has its own, and so has what has the focus.
fn keys(ui: &Ui, asking: &Asking, commands: &mut Commands) {
    if Popup::is_any_open(ui.ctx()) {
        return;
    }
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let mut answer = |answer: Answer| commands.send(Command::Answer(Box::new(answer)));
    for (place, key) in [Key::Num1, Key::Num2, Key::Num3].into_iter().enumerate().take(asking.cards.len()) {
        if pressed(key) {
            answer(Answer::Choose(place));
        }
    }
    let focused = ui.memory(egui::Memory::focused);
    let is_free = focused.is_none_or(|id| asking.chosen().is_some_and(|place| id == cards::id(place)));
    if is_free && asking.is_answered() && pressed(Key::Enter) {
        answer(Answer::Read);
    }
    if pressed(Key::Escape) {
        answer(Answer::Cancel);
    }
    if pressed(Key::U) {
        answer(Answer::LeaveOpen);
    }
}

/// The words of the question, as far as there is room.
fn words(asking: &Asking, lang: Lang) -> String {
    let words: Vec<&str> =
        asking.question().words().iter().take(MOST_WORDS).map(|word| word.word.as_str()).collect();
    let more = asking.question().words().len() - words.len();
    match (words.as_slice(), more) {
        ([before @ .., last], 0) if !before.is_empty() => {
            Message::new("ask-list").with("list", before.join(", ")).with("last", *last).text(lang)
        }
        (words, 0) => words.join(", "),
        (words, more) => {
            Message::new("ask-list-more").with("list", words.join(", ")).with("n", more).text(lang)
        }
    }
}

fn heading(ui: &mut Ui, asking: &Asking, lang: Lang) {
    let question = asking.question();
    let file = &asking.list.reading.file;
    let (title, text) = match &question.about {
        About::Words(asked) => (
            Message::new("ask-title").with("words", words(asking, lang)).with("n", asked.len()),
            Message::new("ask-text").with("n", asked.len()).with("votes", question.votes.len()),
        ),
        About::Columns(columns) if columns.len() > 1 => (
            Message::new("ask-title-columns"),
            Message::new("ask-text-columns").with("columns", columns.join(", ")),
        ),
        About::Columns(_) => (Message::new("ask-title-shape"), Message::new("ask-text-shape")),
    };
    ui.label(bold(title.text(lang), 26.0));
    ui.add_space(4.0);
    let text = text.with("file", file);
    ui.label(RichText::new(text.text(lang)).size(14.0).weak());
}

/// The heading of a step, with something at its right, and a line below.
pub(super) fn step(ui: &mut Ui, number: u32, title: &str, right: impl FnOnce(&mut Ui)) {
    let tokens = style(ui.ctx());
    ui.add_space(11.0);
    ui.horizontal(|ui| {
        ui.set_height(24.0);
        ui.label(bold(format!("{number}  {title}"), 14.0));
        ui.with_layout(Layout::right_to_left(Align::Center), right);
    });
    let (left, width) = (ui.max_rect().left(), ui.max_rect().width());
    let line = Stroke::new(1.0, colour(tokens.hairline));
    ui.painter().hline(left..=left + width, ui.cursor().top() + 2.0, line);
    ui.add_space(8.0);
}

/// Where the answer is kept, and what can be done.
fn foot(ui: &mut Ui, asking: &Asking, lang: Lang, commands: &mut Commands) {
    let tokens = style(ui.ctx());
    let area = ui.max_rect();
    let mut answer = |answer: Answer| commands.send(Command::Answer(Box::new(answer)));
    let buttons = ui.scope_builder(
        UiBuilder::new().max_rect(area).layout(Layout::right_to_left(Align::Center)),
        |ui| {
            ui.spacing_mut().button_padding = vec2(12.0, 6.0);
            let is_ready = asking.is_answered();
            let (ink, fill) =
                if is_ready { (tokens.ground, tokens.ink) } else { (tokens.secondary, tokens.track) };
            let text = bold(lang.text("ask-read"), 13.0).color(colour(ink));
            let key = RichText::new(lang.text("key-enter")).size(11.0).color(colour(ink));
            let read = Button::new(text)
                .shortcut_text(key)
                .fill(colour(fill))
                .corner_radius(CornerRadius::same(6))
                .min_size(vec2(0.0, BUTTON));
            let read = ui.add_enabled(is_ready, read);
            if read.clicked() {
                answer(Answer::Read);
            }
            read.accessible_name(lang.text("ask-read"));
            let leave_open = match asking.question().about {
                About::Words(_) => "ask-leave-open",
                About::Columns(_) => "ask-leave-column-open",
            };
            for (name, key, does) in [
                (leave_open, "U".to_owned(), Answer::LeaveOpen),
                ("button-cancel", lang.text("key-escape"), Answer::Cancel),
            ] {
                let button = Button::new(RichText::new(lang.text(name)).size(13.0))
                    .shortcut_text(RichText::new(key).size(11.0).weak())
                    .min_size(vec2(0.0, BUTTON));
                let button = ui.add(button);
                if button.clicked() {
                    answer(does);
                }
                button.accessible_name(lang.text(name));
            }
            ui.min_rect().left()
        },
    );
    let kept = match asking.kept_in().as_deref().and_then(std::path::Path::file_name) {
        Some(name) => {
            Message::new("ask-kept-in").with("file", name.to_string_lossy().into_owned()).text(lang)
        }
        None => lang.text("ask-kept-nowhere"),
    };
    let left = Rect::from_min_max(area.min, pos2(buttons.inner - 16.0, area.bottom()));
    ui.scope_builder(UiBuilder::new().max_rect(left).layout(Layout::left_to_right(Align::Center)), |ui| {
        ui.add(egui::Label::new(RichText::new(kept).size(12.0).weak()).wrap());
    });
}
