//! The parties of a composition with their seats: those that are chosen are summed.

use egui::{Align2, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Command;
use super::state::{Commands, State};
use super::theme::{bold, colour, font, style};
use crate::analyze::{Composition, PartyLine};
use crate::chart::scene::Weight;
use crate::chart::{Arrangement, Vote, majority_sentence, typeface};
use crate::lang::Message;

/// The height of a party's row.
const ROW: f32 = 40.0;
/// The height of the sentence about the majority.
const SENTENCE: f32 = 36.0;
/// Room at the right for the scroll bar.
const SCROLL_ROOM: f32 = 12.0;
/// The width of the column of shares.
const SHARE: f32 = 62.0;
/// The thickness of a bar.
const BAR: f32 = 6.0;

pub(super) fn show(
    ui: &mut Ui,
    vote: &Vote<'_>,
    composition: &Composition,
    state: &State,
    commands: &mut Commands,
) {
    let lang = vote.lang;
    ui.label(bold(lang.text("coalition-heading"), 12.0));
    // Room for two lines, so that the rows stay where they are when another party is chosen.
    ui.allocate_ui(vec2(ui.available_width(), SENTENCE), |ui| {
        ui.set_min_height(SENTENCE);
        ui.label(majority_sentence(composition, lang));
    });
    let chosen = state.arrangement.coalition.len();
    ui.horizontal(|ui| {
        let text = Message::new("coalition-chosen").with("n", chosen).text(lang);
        ui.weak(text);
        let clear = egui::Button::new(lang.text("coalition-clear")).small();
        if ui.add_enabled(chosen > 0, clear).clicked() {
            choose(Vec::new(), state, commands);
        }
    });
    ui.add_space(6.0);
    let mut lines: Vec<&PartyLine> =
        vote.summary.parties.iter().filter(|line| line.num_counted() > 0).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.num_counted()));
    let most = lines.first().map_or(1, |line| line.num_counted());
    ScrollArea::vertical().id_salt("coalition").auto_shrink([false, false]).show(ui, |ui| {
        for line in lines {
            party(ui, vote, composition, (line, most), state, commands);
        }
        ui.add_space(16.0);
    });
}

/// A row: a box to choose the party by, its seats and their share, and a bar.
fn party(
    ui: &mut Ui,
    vote: &Vote<'_>,
    composition: &Composition,
    (line, most): (&PartyLine, u32),
    state: &State,
    commands: &mut Commands,
) {
    let tokens = style(ui.ctx());
    let known = line.party.and_then(|id| Some((usize::from(id.0), vote.roll_call.archive().party(id)?)));
    let name = known.map_or_else(|| vote.lang.text("no-party"), |(_, party)| party.name.clone());
    let seats = vote.lang.number(u64::from(line.num_counted()));
    let share = vote.lang.percent(f64::from(line.num_counted()) / f64::from(composition.seats.max(1)));
    let size = vec2(ui.available_width() - SCROLL_ROOM, ROW);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let middle = rect.top() + 12.0;
    let fill = colour(tokens.party(known));
    let mut is_chosen =
        line.party.is_some() && !composition.leaves_out(line.party) && composition.coalition.is_some();
    let right = rect.right();
    let head = Rect::from_min_max(rect.min, pos2(right - SHARE - 44.0, rect.top() + 24.0));
    // Members of no party are no party to be joined.
    let response = ui.add_enabled_ui(line.party.is_some(), |ui| {
        let shown = typeface::fitted(&name, 12.5, Weight::Regular, f64::from(head.width()) - 46.0);
        let text = egui::RichText::new(typeface::in_visual_order(&shown).into_owned()).size(12.5);
        ui.put(head, |ui: &mut Ui| {
            ui.horizontal_centered(|ui| {
                let (dot, _) = ui.allocate_exact_size(vec2(14.0, 12.0), Sense::hover());
                ui.painter().circle_filled(dot.left_center() + vec2(5.0, 0.0), 5.0, fill);
                ui.checkbox(&mut is_chosen, text)
            })
            .inner
        })
    });
    let response = response.inner;
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::CheckBox,
            line.party.is_some(),
            is_chosen,
            format!("{name}: {seats}, {share}"),
        )
    });
    let figure = |x: f32, text: String, weight: Weight| {
        ui.painter().text(
            pos2(x, middle),
            Align2::RIGHT_CENTER,
            text,
            font(weight, 12.5),
            colour(tokens.ink),
        );
    };
    figure(right - SHARE, seats.clone(), Weight::Bold);
    figure(right, share.clone(), Weight::Regular);
    let left = rect.left() + 22.0;
    let y = rect.top() + 31.0;
    let full = Rect::from_min_max(pos2(left, y - BAR / 2.0), pos2(right, y + BAR / 2.0));
    ui.painter().rect_filled(full, 1, colour(tokens.track));
    let width = full.width() * line.num_counted() as f32 / most.max(1) as f32;
    ui.painter().rect_filled(Rect::from_min_size(full.min, vec2(width, BAR)), 1, fill);
    if response.changed()
        && let Some((_, party)) = known
    {
        let mut names = state.arrangement.coalition.clone();
        names.retain(|name| !party.is_called(name));
        if is_chosen {
            names.push(party.short.clone());
        }
        choose(names, state, commands);
    }
}

fn choose(coalition: Vec<String>, state: &State, commands: &mut Commands) {
    commands.send(Command::Arrange(Arrangement { coalition, ..state.arrangement.clone() }));
}
