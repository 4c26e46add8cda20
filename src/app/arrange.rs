//! The section that arranges the chamber: shape, rows, span, aisles, order, lines. Every change is drawn at once.

use egui::{ComboBox, Slider, Ui};

use super::Command;
use super::opened::Opened;
use super::state::{Commands, State};
use super::theme::bold;
use crate::analyze::Summary;
use crate::chart::{Arrangement, SeatOrder};
use crate::lang::{Lang, Message};
use crate::layout::{Aisles, LayoutOption, LayoutOptions, Occupants, Plan, Shape, lay_out};

/// The lines offered, as shares of the seats: more than the half, three fifths, two thirds.
const LINES: [(&str, u32, u32); 3] =
    [("line-half", 1, 2), ("line-three-fifths", 3, 5), ("line-two-thirds", 2, 3)];

/// The shapes that need nothing else.
const SHAPES: [(Shape, &str); 7] = [
    (Shape::Hemicycle, "shape-hemicycle"),
    (Shape::Benches, "shape-benches"),
    (Shape::Horseshoe, "shape-horseshoe"),
    (Shape::Circle, "shape-circle"),
    (Shape::Classroom, "shape-classroom"),
    (Shape::Table, "shape-table"),
    (Shape::Grid, "shape-grid"),
];

pub(super) fn show(ui: &mut Ui, opened: &Opened, state: &State, commands: &mut Commands) {
    let lang = state.lang;
    let mut wanted = state.arrangement.clone();
    let seats = opened.summary.seats;
    ui.spacing_mut().slider_width = 160.0;
    heading(ui, lang, "chart-shape");
    shape(ui, lang, &mut wanted, commands);
    if wanted.layout.shape.has(LayoutOption::Rows) {
        rows(ui, lang, &mut wanted.layout, seats as usize);
    }
    if wanted.layout.shape.has(LayoutOption::Inner) {
        inner(ui, lang, &mut wanted.layout, seats as usize);
    }
    if wanted.layout.shape.has(LayoutOption::Span) {
        heading(ui, lang, "chart-span");
        let span = Slider::new(&mut wanted.layout.span, 90.0..=360.0).integer().suffix("°").step_by(5.0);
        ui.add(span).accessible_name(lang.text("chart-span"));
    }
    if wanted.layout.shape.has(LayoutOption::Aisles) {
        aisles(ui, lang, &mut wanted.layout, seats as usize);
    }
    if wanted.layout.shape == Shape::Benches {
        sides(ui, opened, lang, &mut wanted);
    }
    heading(ui, lang, "chart-seat-size");
    let size = Slider::new(&mut wanted.layout.seat_size, 0.2..=1.0).fixed_decimals(2).step_by(0.02);
    ui.add(size).accessible_name(lang.text("chart-seat-size"));
    if !matches!(wanted.layout.shape, Shape::Plan(_)) {
        order(ui, opened, lang, &mut wanted);
    }
    if wanted.layout.shape.has(LayoutOption::Line) {
        lines(ui, lang, &mut wanted, &opened.summary);
    }
    ui.add_space(16.0);
    if ui.button(lang.text("chart-reset")).clicked() {
        wanted = Arrangement::default();
    }
    ui.add_space(16.0);
    if wanted != state.arrangement {
        commands.send(Command::Arrange(wanted));
    }
}

fn heading(ui: &mut Ui, lang: Lang, key: &str) {
    ui.add_space(12.0);
    ui.label(bold(lang.text(key), 12.0));
}

fn shape(ui: &mut Ui, lang: Lang, wanted: &mut Arrangement, commands: &mut Commands) {
    let name = |shape: &Shape| match shape {
        Shape::Plan(plan) => Message::new("shape-plan").with("plan", &plan.name).text(lang),
        shape => SHAPES
            .iter()
            .find(|(listed, _)| listed == shape)
            .map_or_else(String::new, |(_, key)| lang.text(key)),
    };
    let mut chosen = wanted.layout.shape.clone();
    let combo = ComboBox::from_id_salt("shape")
        .width(200.0)
        .height(280.0)
        .selected_text(name(&chosen))
        .show_ui(ui, |ui| {
            for (shape, key) in SHAPES {
                ui.selectable_value(&mut chosen, shape, lang.text(key));
            }
            if ui.selectable_label(false, lang.text("shape-choose-plan")).clicked() {
                commands.send(Command::PlanDialog);
            }
        });
    combo.response.accessible_name(lang.text("chart-shape"));
    if chosen != wanted.layout.shape {
        wanted.take_shape(chosen);
    }
}

/// The chamber as it is drawn, near enough to say how many rows it has.
fn drawn(layout: &LayoutOptions, seats: usize) -> Plan {
    lay_out(&Occupants::new(seats), layout).unwrap_or_else(|_| Plan::hemicycle(seats))
}

fn rows(ui: &mut Ui, lang: Lang, layout: &mut LayoutOptions, seats: usize) {
    heading(ui, lang, "chart-rows");
    let mut is_automatic = layout.rows.is_none();
    ui.checkbox(&mut is_automatic, lang.text("chart-rows-automatic"));
    let mut rows = layout.rows.unwrap_or_else(|| drawn(layout, seats).num_rows);
    let slider = Slider::new(&mut rows, 1..=most_rows(layout, seats)).integer();
    ui.add_enabled(!is_automatic, slider).accessible_name(lang.text("chart-rows"));
    layout.rows = (!is_automatic).then_some(rows);
}

/// The most rows that the seats make.
fn most_rows(layout: &LayoutOptions, seats: usize) -> usize {
    use crate::layout::LayoutError;
    let tried = LayoutOptions { rows: Some(seats + 1), ..layout.clone() };
    match lay_out(&Occupants::new(seats), &tried) {
        // Rows of one seat are no chamber.
        Err(LayoutError::Rows { most, .. }) => most.min(60),
        _ => 1,
    }
}

fn inner(ui: &mut Ui, lang: Lang, layout: &mut LayoutOptions, seats: usize) {
    heading(ui, lang, "chart-inner");
    let plan = drawn(layout, seats);
    let depths = plan.rows.as_ref().map(|rows| rows.depths().to_vec()).unwrap_or_default();
    let share = match (depths.first(), depths.last()) {
        (Some(front), Some(back)) if *back > 0.0 => front / back,
        _ => 0.36,
    };
    let mut inner = layout.inner.unwrap_or(share);
    let slider = Slider::new(&mut inner, 0.05..=0.95).fixed_decimals(2).step_by(0.01);
    if ui.add(slider).accessible_name(lang.text("chart-inner")).changed() {
        layout.inner = Some(inner);
    }
}

fn aisles(ui: &mut Ui, lang: Lang, layout: &mut LayoutOptions, seats: usize) {
    heading(ui, lang, "chart-aisles");
    let mut chosen = layout.aisles;
    let sections = match chosen {
        Aisles::Sections(sections) => sections,
        _ => 4.min(seats / 2).max(1),
    };
    for (aisles, key) in [
        (Aisles::None, "aisles-none"),
        (Aisles::Parties, "aisles-parties"),
        (Aisles::Sections(sections), "aisles-sections"),
    ] {
        ui.radio_value(&mut chosen, aisles, lang.text(key));
    }
    if let Aisles::Sections(sections) = &mut chosen {
        let slider = Slider::new(sections, 1..=(seats / 2).clamp(1, 24)).integer();
        ui.add(slider).accessible_name(lang.text("chart-sections"));
    }
    layout.aisles = chosen;
}

/// On which side of the floor each party sits.
fn sides(ui: &mut Ui, opened: &Opened, lang: Lang, wanted: &mut Arrangement) {
    heading(ui, lang, "chart-sides");
    let Some(roll_call) = opened.roll_call() else { return };
    for party in &roll_call.archive().parties {
        let mut side = wanted.side_of(roll_call, party);
        let before = side;
        ui.horizontal(|ui| {
            let combo = ComboBox::from_id_salt(("side", &party.short))
                .width(120.0)
                .selected_text(lang.text(SIDES[side]))
                .show_ui(ui, |ui| {
                    for (index, key) in SIDES.into_iter().enumerate() {
                        ui.selectable_value(&mut side, index, lang.text(key));
                    }
                });
            combo.response.accessible_name(format!("{}: {}", lang.text("chart-sides"), party.short));
            ui.label(&party.short);
        });
        if side != before {
            wanted.put(roll_call, party, side);
        }
    }
}

/// The sides of opposing benches, in the order of [`Arrangement::side_of`].
const SIDES: [&str; 3] = ["side-government", "side-opposition", "side-cross"];

fn order(ui: &mut Ui, opened: &Opened, lang: Lang, wanted: &mut Arrangement) {
    heading(ui, lang, "chart-order");
    let has_score =
        opened.roll_call().is_some_and(|roll_call| roll_call.votes().any(|vote| vote.member.score.is_some()));
    for (order, key) in [
        (SeatOrder::Vote, "order-vote"),
        (SeatOrder::Name, "order-name"),
        (SeatOrder::Seat, "order-seat"),
        (SeatOrder::Score, "order-score"),
    ] {
        if order != SeatOrder::Score || has_score {
            ui.radio_value(&mut wanted.order, order, lang.text(key));
        }
    }
}

fn lines(ui: &mut Ui, lang: Lang, wanted: &mut Arrangement, summary: &Summary) {
    heading(ui, lang, "chart-lines");
    let seats = summary.seats;
    let mut offered = LINES.map(|(key, above, below)| (key, threshold(seats, above, below))).to_vec();
    let needed = summary.seats_needed().filter(|&needed| needed > 0 && needed < seats);
    if let Some(needed) = needed.filter(|needed| offered.iter().all(|(_, line)| line != needed)) {
        offered.insert(0, ("line-rule", needed));
    }
    for (key, line) in offered {
        let mut is_drawn = wanted.lines.contains(&line);
        let label = Message::new(key).with("n", line).text(lang);
        if ui.checkbox(&mut is_drawn, label).changed() {
            wanted.lines.retain(|&other| other != line);
            if is_drawn {
                wanted.lines.push(line);
            }
        }
    }
}

/// The seats that are more than half, or at least another share, of all.
fn threshold(seats: u32, above: u32, below: u32) -> u32 {
    if (above, below) == (1, 2) { seats / 2 + 1 } else { (seats * above).div_ceil(below) }
}
