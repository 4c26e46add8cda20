//! The left panel: the votes of an archive, with search, filter and order.

use egui::{
    Align2, ComboBox, EventFilter, Key, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::Command;
use super::opened::Opened;
use super::state::{Commands, State};
use super::theme::{bold, colour, font, style};
use super::vote_list::{ResultFilter, VoteFilter, VoteOrder};
use crate::chart::scene::Weight;
use crate::chart::{NO_FIGURES, date_text, figures_text, typeface, verdict_name};
use crate::lang::Message;

/// The width of the panel.
pub(super) const WIDTH: f32 = 264.0;
/// The height of a vote in the list.
const ROW: f32 = 76.0;

pub(super) fn show(ui: &mut Ui, opened: &Opened, state: &mut State, commands: &mut Commands) {
    ui.set_min_width(ui.available_width());
    heading(ui, state);
    filters(ui, state, commands);
    ui.add_space(6.0);
    let rows = state.listed.len();
    if rows == 0 {
        ui.weak(state.lang.text("votes-none"));
        return;
    }
    let chosen = state.listed.iter().position(|&vote| vote == opened.index);
    let mut area = ScrollArea::vertical().id_salt("votes").auto_shrink([false, false]);
    if std::mem::take(&mut state.shows_vote)
        && let Some(place) = chosen
    {
        // The vote stepped to is brought into the middle.
        let middle = (place as f32 + 0.5) * ROW - ui.available_height() / 2.0;
        area = area.vertical_scroll_offset(middle.max(0.0));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, ROW, rows, |ui, range| {
        for place in range {
            let vote = state.listed[place];
            row(ui, opened, state, vote, commands);
        }
    });
}

fn heading(ui: &mut Ui, state: &State) {
    let lang = state.lang;
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        ui.label(bold(lang.text("votes-heading").to_uppercase(), 11.0).weak());
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let all = state.opened.as_ref().map_or(0, |opened| opened.list.lines.len());
            let count = if state.listed.len() == all {
                lang.number(all as u64)
            } else {
                let shown = lang.number(state.listed.len() as u64);
                Message::new("votes-of").with("n", shown).with("all", lang.number(all as u64)).text(lang)
            };
            ui.weak(egui::RichText::new(count).size(11.0));
        });
    });
}

fn filters(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let lang = state.lang;
    let mut wanted = state.vote_filter.clone();
    let hint = lang.text("votes-find");
    let field = egui::TextEdit::singleline(&mut wanted.text)
        .hint_text(&hint)
        .margin(egui::Margin::symmetric(8, 4))
        .desired_width(ui.available_width());
    ui.add(field).accessible_name(&hint);
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 8.0) / 2.0;
        let results = [
            (ResultFilter::All, "votes-all"),
            (ResultFilter::Adopted, "votes-adopted"),
            (ResultFilter::Rejected, "votes-rejected"),
        ];
        choice(ui, "votes-result", width, &mut wanted.result, &results, state);
        let margins = [
            (None, "votes-any-margin"),
            (Some(1), "votes-within-1"),
            (Some(5), "votes-within-5"),
            (Some(10), "votes-within-10"),
            (Some(25), "votes-within-25"),
        ];
        choice(ui, "votes-margin", width, &mut wanted.margin, &margins, state);
    });
    if state.has_days {
        days(ui, state, &mut wanted);
    }
    ui.horizontal(|ui| {
        let width = ui.available_width();
        let orders = [
            (VoteOrder::File, "votes-file-order"),
            (VoteOrder::Newest, "votes-newest"),
            (VoteOrder::Oldest, "votes-oldest"),
            (VoteOrder::Closest, "votes-closest"),
        ];
        choice(ui, "votes-order", width, &mut wanted.order, &orders, state);
    });
    if wanted != state.vote_filter {
        commands.send(Command::FilterVotes(wanted));
    }
}

/// The first and the last day, typed; and what is wrong with them.
fn days(ui: &mut Ui, state: &State, wanted: &mut VoteFilter) {
    let lang = state.lang;
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 8.0) / 2.0;
        for (text, key) in [(&mut wanted.from, "votes-from"), (&mut wanted.to, "votes-to")] {
            let field = egui::TextEdit::singleline(text)
                .hint_text(lang.text(key))
                .margin(egui::Margin::symmetric(8, 4))
                .desired_width(width);
            ui.add(field).accessible_name(lang.text(key)).on_hover_text(lang.text("votes-date-forms"));
        }
    });
    if let Some(fault) = wanted.date_fault() {
        let red = colour(style(ui.ctx()).against_text);
        ui.label(egui::RichText::new(fault.text(lang)).size(11.0).color(red));
    }
}

fn choice<T: PartialEq + Copy>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    value: &mut T,
    choices: &[(T, &str)],
    state: &State,
) {
    let key = choices.iter().find(|(choice, _)| choice == value).map_or("", |(_, key)| key);
    let combo = ComboBox::from_id_salt(name)
        .width(width)
        .truncate()
        .selected_text(state.lang.text(key))
        .show_ui(ui, |ui| {
            for (choice, key) in choices {
                ui.selectable_value(value, *choice, state.lang.text(key));
            }
        });
    combo.response.accessible_name(state.lang.text(name));
}

/// A vote: number and tally, title, and a bar of those for, abstaining and against.
fn row(ui: &mut Ui, opened: &Opened, state: &State, vote: usize, commands: &mut Commands) {
    let Some(roll_call) = opened.list.reading.archive.roll_call(vote) else { return };
    let (info, line) = (roll_call.info(), &opened.list.lines[vote]);
    let tokens = style(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width() - 8.0, ROW), Sense::click());
    let is_chosen = vote == opened.index;
    // A replay of it has not told the end yet.
    let is_kept = is_chosen && state.playback.as_ref().is_some_and(|playback| !playback.is_told());
    let card = rect.shrink2(vec2(0.0, 3.0));
    let painter = ui.painter();
    if is_chosen || response.hovered() || response.has_focus() {
        let border = if response.has_focus() { tokens.ink } else { tokens.hairline };
        let stroke = Stroke::new(1.0, colour(border));
        painter.rect(card, 6, colour(tokens.ground), stroke, egui::StrokeKind::Inside);
    }
    if is_chosen {
        let side = match line.headline {
            Some(headline) if !is_kept && headline.against > headline.in_favour => tokens.against,
            Some(_) if !is_kept => tokens.in_favour,
            _ => tokens.ring,
        };
        let mark = Rect::from_min_size(card.left_top() + vec2(0.0, 12.0), vec2(3.0, card.height() - 24.0));
        painter.rect_filled(mark, 0, colour(side));
    }
    let inner = card.shrink2(vec2(14.0, 9.0));
    let tally = match &line.headline {
        _ if is_kept => "…".to_owned(),
        None if opened.list.is_unsettled(vote) => NO_FIGURES.to_owned(),
        headline => figures_text(headline.as_ref(), line.seats, state.lang),
    };
    let number = info.id.clone().unwrap_or_else(|| state.lang.number(vote as u64 + 1));
    let date = info.date.as_ref().map(|date| date_text(date, state.lang)).unwrap_or_default();
    let left = if date.is_empty() { number.clone() } else { format!("{number} · {date}") };
    let room = f64::from(inner.width()) - typeface::width(&tally, 11.5, Weight::Bold) - 8.0;
    let left = typeface::fitted(&left, 11.0, Weight::Regular, room);
    painter.text(
        inner.left_top(),
        Align2::LEFT_TOP,
        left,
        font(Weight::Regular, 11.0),
        colour(tokens.secondary),
    );
    painter.text(inner.right_top(), Align2::RIGHT_TOP, &tally, font(Weight::Bold, 11.5), colour(tokens.ink));
    let title = info.title.clone().unwrap_or_else(|| state.lang.text("untitled"));
    let weight = if is_chosen { Weight::Bold } else { Weight::Regular };
    let shown = typeface::fitted(&title, 13.0, weight, f64::from(inner.width()));
    let shown = typeface::in_visual_order(&shown);
    painter.text(
        inner.left_top() + vec2(0.0, 18.0),
        Align2::LEFT_TOP,
        shown,
        font(weight, 13.0),
        colour(tokens.ink),
    );
    if !is_kept {
        let area = Rect::from_min_max(pos2(inner.left(), inner.bottom() - 6.0), inner.right_bottom());
        bar(ui, &tokens, line, area);
    }
    let verdict = match line.verdict.filter(|_| !is_kept) {
        Some(verdict) => verdict_name(verdict, state.lang),
        None if tally == NO_FIGURES => state.lang.text("votes-unsettled"),
        None => String::new(),
    };
    response.widget_info(|| {
        let name = format!("{number}: {title}, {tally}, {verdict}");
        WidgetInfo::selected(Role::ListItem, true, is_chosen, name)
    });
    if response.clicked() {
        response.request_focus();
        commands.send(Command::ShowVote(vote));
    }
    if response.has_focus() {
        let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        for (key, step) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
            if ui.input(|input| input.key_pressed(key)) {
                commands.send(Command::StepVote(step));
            }
        }
    }
}

fn bar(ui: &Ui, tokens: &crate::chart::Style, line: &crate::analyze::VoteLine, rect: Rect) {
    let Some(headline) = line.headline else { return };
    let parts = [
        (headline.in_favour, tokens.in_favour),
        (line.abstain, tokens.abstain),
        (headline.against, tokens.against),
    ];
    let total: f64 = parts.iter().map(|(votes, _)| votes.as_f64()).sum();
    if total == 0.0 {
        ui.painter().rect_filled(rect, 1, colour(tokens.track));
        return;
    }
    let mut x = rect.left();
    for (votes, fill) in parts {
        let width = (votes.as_f64() / total) as f32 * rect.width();
        if width > 0.0 {
            // A hairline of ground parts the colours.
            let part = Rect::from_min_size(pos2(x, rect.top()), vec2((width - 1.5).max(0.75), rect.height()));
            ui.painter().rect_filled(part, 1, colour(fill));
        }
        x += width;
    }
}
