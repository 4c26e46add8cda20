//! The section that arranges the chamber: rows, span, order, lines. Every change is drawn at once.

use egui::{Slider, Ui};

use super::Command;
use super::state::{Commands, Opened, State};
use super::theme::bold;
use crate::chart::{Arrangement, SeatOrder};
use crate::lang::Message;
use crate::layout::LayoutError;

/// The lines offered, as shares of the seats: more than the half, three fifths, two thirds.
const LINES: [(&str, u32, u32); 3] =
    [("line-half", 1, 2), ("line-three-fifths", 3, 5), ("line-two-thirds", 2, 3)];

pub(super) fn show(ui: &mut Ui, opened: &Opened, state: &State, commands: &mut Commands) {
    let lang = state.lang;
    let mut wanted = state.arrangement.clone();
    let seats = opened.summary.seats;
    ui.spacing_mut().slider_width = 160.0;
    rows(ui, state, &mut wanted, seats as usize);
    ui.add_space(12.0);
    ui.label(bold(lang.text("chart-span"), 12.0));
    let span = Slider::new(&mut wanted.hemicycle.span, 90.0..=360.0).integer().suffix("°").step_by(5.0);
    ui.add(span).accessible_name(lang.text("chart-span"));
    ui.add_space(12.0);
    ui.label(bold(lang.text("chart-order"), 12.0));
    for (order, key) in
        [(SeatOrder::Vote, "order-vote"), (SeatOrder::Name, "order-name"), (SeatOrder::Seat, "order-seat")]
    {
        ui.radio_value(&mut wanted.order, order, lang.text(key));
    }
    ui.add_space(12.0);
    ui.label(bold(lang.text("chart-lines"), 12.0));
    for (key, above, below) in LINES {
        let line = threshold(seats, above, below);
        let mut is_drawn = wanted.lines.contains(&line);
        let label = Message::new(key).with("n", line).text(lang);
        if ui.checkbox(&mut is_drawn, label).changed() {
            wanted.lines.retain(|&other| other != line);
            if is_drawn {
                wanted.lines.push(line);
            }
        }
    }
    ui.add_space(16.0);
    if ui.button(lang.text("chart-reset")).clicked() {
        wanted = Arrangement::default();
    }
    if wanted != state.arrangement {
        commands.send(Command::Arrange(wanted));
    }
}

fn rows(ui: &mut Ui, state: &State, wanted: &mut Arrangement, seats: usize) {
    let lang = state.lang;
    let drawn = wanted.hemicycle(seats).map_or(1, |hemicycle| hemicycle.num_rows);
    ui.label(bold(lang.text("chart-rows"), 12.0));
    let mut is_automatic = wanted.hemicycle.rows.is_none();
    ui.checkbox(&mut is_automatic, lang.text("chart-rows-automatic"));
    let mut rows = wanted.hemicycle.rows.unwrap_or(drawn);
    let slider = Slider::new(&mut rows, 1..=most_rows(wanted, seats)).integer();
    ui.add_enabled(!is_automatic, slider).accessible_name(lang.text("chart-rows"));
    wanted.hemicycle.rows = (!is_automatic).then_some(rows);
}

/// The seats that are more than half, or at least another share, of all.
fn threshold(seats: u32, above: u32, below: u32) -> u32 {
    if (above, below) == (1, 2) { seats / 2 + 1 } else { (seats * above).div_ceil(below) }
}

/// The most rows that the seats make.
fn most_rows(arrangement: &Arrangement, seats: usize) -> usize {
    let mut tried = arrangement.clone();
    tried.hemicycle.rows = Some(seats + 1);
    match tried.hemicycle(seats) {
        Err(LayoutError::Rows { most, .. }) => most,
        _ => 1,
    }
}
