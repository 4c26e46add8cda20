//! The first step: what the columns hold, above their first rows, with the column of the vote that is shown in a frame.
//!
//! Goes in: an [`Asking`]. Comes out: what egui draws, and answers. Must not know: how roles are found.

use egui::{Align2, RichText, Role as NodeRole, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::Answer;
use super::asking::Asking;
use super::page::step;
use crate::app::Command;
use crate::app::mapping::{ROWS, role};
use crate::app::state::Commands;
use crate::app::theme::{colour, font, style};
use crate::chart::scene::Weight;
use crate::chart::typeface;
use crate::lang::{Lang, Message};
use crate::read::{About, Mapping, Role};

const COLUMN: f32 = 170.0;
const GAP: f32 = 12.0;
/// Room for what is said of the columns that are not in view.
const MORE: f32 = 72.0;
/// The most columns shown, of which more are than anybody looks over.
const MOST_COLUMNS: usize = 200;
/// The distance of two rows.
const LINE: f32 = 18.5;

pub(super) fn show(ui: &mut Ui, asking: &Asking, lang: Lang, commands: &mut Commands) {
    let mapping = &asking.wanted;
    if mapping.columns.is_empty() {
        // A document has fields, which are not to be looked over one by one.
        return;
    }
    step(ui, 1, &lang.text("ask-step-columns"), |ui| {
        ui.label(RichText::new(about(mapping, lang)).size(12.5).weak());
    });
    let width = ui.available_width();
    let fits = |width: f32| ((width + GAP) / (COLUMN + GAP)).floor().max(1.0) as usize;
    let shown = mapping.columns.len().min(MOST_COLUMNS);
    let is_all = shown <= fits(width);
    let in_view = if is_all { width } else { width - MORE };
    let mut wanted = mapping.clone();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let area =
            ScrollArea::horizontal().id_salt("ask columns").max_width(in_view).auto_shrink([false, true]);
        area.show(ui, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                for (index, column) in wanted.columns.iter_mut().enumerate().take(shown) {
                    ui.vertical(|ui| {
                        ui.set_width(COLUMN);
                        role(ui, lang, index, column, COLUMN);
                        ui.add_space(6.0);
                        cells(ui, asking, index, commands);
                    });
                }
            });
        });
        if !is_all {
            let beyond = mapping.columns.len() - fits(in_view);
            more(ui, asking, beyond, lang);
        }
    });
    if wanted.columns != mapping.columns {
        // What the words mean is asked again: other columns may have others.
        let words = asking.list.reading.mapping.words.clone();
        let options = asking.list.reading.mapping.options.clone();
        let again = Mapping { words, options, ..wanted };
        commands.send(Command::Answer(Box::new(Answer::Columns(Box::new(again)))));
    }
}

/// `17 columns: parties in 1, votes in 16, names in none`
fn about(mapping: &Mapping, lang: Lang) -> String {
    let with = |roles: &[Role]| {
        mapping.columns.iter().filter(|column| column.role.is_some_and(|role| roles.contains(&role))).count()
    };
    Message::new("ask-columns-about")
        .with("n", mapping.columns.len())
        .with("parties", with(&[Role::Party, Role::PartyShort]))
        .with("votes", with(&[Role::Position]))
        .with("names", with(&[Role::Name, Role::FirstName, Role::LastName]))
        .text(lang)
}

/// The header of a column and its first cells. Where it holds a vote that the question is about, that is shown by a click.
fn cells(ui: &mut Ui, asking: &Asking, index: usize, commands: &mut Commands) {
    let tokens = style(ui.ctx());
    let vote = asking.vote_of_column(index);
    let header = asking.wanted.header(index);
    let name = asking.wanted.column_name(index);
    let is_shown = match &asking.question().about {
        About::Words(_) => vote == Some(asking.vote),
        About::Columns(asked) => asked.contains(&name),
    };
    let sense = if vote.is_some() { Sense::click() } else { Sense::hover() };
    let num_rows = asking.rows.len().min(ROWS);
    let size = vec2(COLUMN, 28.0 + LINE * num_rows as f32);
    let (rect, response) = ui.allocate_exact_size(size, sense);
    let texts: Vec<&str> =
        asking.rows.iter().take(num_rows).map(|row| row.get(index).map_or("", String::as_str)).collect();
    if is_shown || response.hovered() || response.has_focus() {
        let is_strong = is_shown || response.has_focus();
        let (width, ink) = if is_strong { (1.5, tokens.ink) } else { (1.0, tokens.hairline) };
        let frame = Stroke::new(width, colour(ink));
        ui.painter().rect_stroke(rect, 4, frame, StrokeKind::Inside);
    }
    let room = f64::from(COLUMN) - 20.0;
    let line = |y: f32, text: &str, weight: Weight, ink| {
        let fitted = typeface::fitted(text, 12.5, weight, room);
        let shown = typeface::in_visual_order(&fitted);
        let at = rect.left_top() + vec2(10.0, y);
        ui.painter().text(at, Align2::LEFT_CENTER, shown, font(weight, 12.5), colour(ink));
    };
    line(12.0, header, Weight::Bold, tokens.ink);
    for (row, text) in texts.iter().enumerate() {
        line(32.0 + LINE * row as f32, text, Weight::Regular, tokens.secondary);
    }
    response.widget_info(|| {
        let name = format!("{header}: {}", texts.join(", "));
        match vote {
            Some(_) => WidgetInfo::selected(NodeRole::RadioButton, true, is_shown, name),
            None => WidgetInfo::labeled(NodeRole::Label, true, name),
        }
    });
    if let Some(vote) = vote.filter(|_| response.clicked()) {
        commands.send(Command::Answer(Box::new(Answer::ShowVote(vote))));
    }
}

/// How many columns are not in view, and how many rows there are.
fn more(ui: &mut Ui, asking: &Asking, beyond: usize, lang: Lang) {
    ui.vertical(|ui| {
        ui.add_space(4.0);
        let text = Message::new("ask-more-columns").with("n", beyond).text(lang);
        ui.label(RichText::new(text).size(12.5));
        ui.add_space(10.0);
        let rows = Message::new("ask-rows").with("n", asking.list.reading.rows.present).text(lang);
        ui.label(RichText::new(rows).size(12.5).weak());
    });
}
