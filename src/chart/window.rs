//! The middle of the window: title, tally with turnout and result, chamber, legend.

use super::chamber::Chamber;
use super::diagram::on_screen;
use super::scene::{Anchor, Group, Item, Scene, Weight};
use super::words::{Vote, date_line, provenance};
use super::{Area, Arrangement, Style, legend, outcome_sentence, tally, text};
use crate::model::{Agreement, Rgb};

const MARGIN: f64 = 32.0;
const TITLE: f64 = 20.0;
const BODY: f64 = 13.0;
const SMALL: f64 = 12.0;

/// Composes the drawing for a panel of `width` by `height` points.
#[must_use]
pub fn window(vote: &Vote<'_>, style: &Style, arrangement: &Arrangement, width: f64, height: f64) -> Scene {
    let mut items = Vec::new();
    let area = Area { x: MARGIN, y: 0.0, width: (width - 2.0 * MARGIN).max(1.0), height };
    let mut y = heading(vote, style, area, &mut items);
    y = result(vote, style, area, y, height, &mut items);
    let legend_lines = legend::num_lines(vote, style, area.width, BODY);
    let legend_height = legend_lines as f64 * BODY * 1.9 + 32.0;
    let chamber = Chamber::new(vote, style, arrangement, chamber_font(width, height));
    let room =
        Area { x: 16.0, y, width: (width - 32.0).max(1.0), height: (height - y - legend_height).max(40.0) };
    let natural = chamber.height_for(room.width).min(room.height);
    let slack = room.height - natural;
    let chamber_area = Area { y: y + slack * 0.4, height: natural, ..room };
    items.extend(chamber.draw(vote, style, chamber_area));
    let legend_y = chamber_area.bottom() + 32.0;
    let (group, _) = legend::legend(vote, style, area.centre_x(), legend_y, area.width, BODY);
    items.push(Item::Group(group));
    Scene { background: Some(style.ground), ..on_screen(vote, style, [width, height], items) }
}

/// Party names on the arc grow a little with the window.
fn chamber_font(width: f64, height: f64) -> f64 {
    (width.min(height) / 64.0).clamp(11.0, 13.0).round()
}

fn heading(vote: &Vote<'_>, style: &Style, area: Area, items: &mut Vec<Item>) -> f64 {
    let mut y = 39.0;
    let mut group = Vec::new();
    // A title that is a little too long is set a little smaller; a long one takes two lines.
    let fits = |size: &f64| style.typeface.width(&vote.title(), *size, Weight::Bold) <= area.width;
    let size = [TITLE, TITLE * 0.9, TITLE * 0.8].into_iter().find(fits).unwrap_or(TITLE * 0.9);
    for line in style.typeface.wrapped(&vote.title(), size, Weight::Bold, area.width, 2) {
        group.push(text(area.x, y, Anchor::Start, size, Weight::Bold, style.ink, line));
        y += size * 1.3;
    }
    let line = style.typeface.fitted(&date_line(vote), BODY, Weight::Regular, area.width);
    if !line.is_empty() {
        group.push(text(area.x, y - 2.0, Anchor::Start, BODY, Weight::Regular, style.secondary, line));
        y += BODY * 1.5;
    }
    items.push(Item::Group(Group { id: "headline".to_owned(), label: None, items: group }));
    y
}

/// What stands around the figures.
struct Aside {
    /// `149 of 575`.
    took_part: String,
    /// What that means.
    turnout: Vec<String>,
    /// Where the figures come from.
    notes: Vec<String>,
    note_colour: Rgb,
}

/// The tally with turnout at its left and the verdict at its right, or both below it where the panel is
/// narrow. Answers where the next part starts.
fn result(vote: &Vote<'_>, style: &Style, area: Area, top: f64, height: f64, items: &mut Vec<Item>) -> f64 {
    // In a low window the figures make room for the chamber.
    let size = (height * 0.105).clamp(48.0, 84.0);
    let baseline = top + size * 0.92;
    items.push(Item::Group(tally::figures(vote, style, area.centre_x(), baseline, size)));
    let bottom = match tally::turnout_lines(vote) {
        Some(turnout) => aside(vote, style, area, turnout, (baseline, size), items),
        None => baseline + size * 0.31 + 16.0,
    };
    let outcome = outcome_sentence(vote);
    let rule = tally::rule_lines(outcome.as_deref(), style, SMALL, area.width, 2);
    let height = rule.len() as f64 * SMALL * tally::LINE;
    items.extend(tally::centred_lines("rule", rule, style, area.centre_x(), bottom + SMALL, SMALL));
    bottom + height
}

/// Turnout and verdict beside figures of a size on a baseline, or below them. Answers where they end.
fn aside(
    vote: &Vote<'_>,
    style: &Style,
    area: Area,
    (took_part, turnout): (String, Vec<String>),
    (baseline, size): (f64, f64),
    items: &mut Vec<Item>,
) -> f64 {
    // A declared result that the rows contradict is a warning.
    let is_contradicted = vote.summary.agreement == Agreement::No;
    let note_colour = if is_contradicted { style.against_text } else { style.secondary };
    let aside = Aside { took_part, turnout, notes: provenance(vote), note_colour };
    let reach = tally::half_width(vote, style, size) + 48.0;
    let wide = |line: &String| style.typeface.width(line, BODY, Weight::Regular);
    let big = style.typeface.width(&aside.took_part, TITLE, Weight::Bold);
    let left_width = aside.turnout.iter().map(wide).fold(big, f64::max);
    let right_width = aside.notes.iter().map(wide).fold(110.0, f64::max);
    if reach + left_width.max(right_width) <= area.width / 2.0 {
        let indent = |wanted: f64| (reach + (area.width / 2.0 - reach - wanted) * 0.45).min(reach + 60.0);
        let left = area.centre_x() - indent(left_width) - left_width;
        let right = area.centre_x() + indent(right_width);
        beside(vote, style, &aside, left, right, baseline - size * 0.32, items);
        baseline + size * 0.31 + 16.0
    } else {
        below(vote, style, &aside, area, baseline + size * 0.31 + 22.0, items)
    }
}

fn beside(
    vote: &Vote<'_>,
    style: &Style,
    aside: &Aside,
    left: f64,
    right: f64,
    first: f64,
    items: &mut Vec<Item>,
) {
    let line = |x: f64, y: f64, fill: Rgb, content: &String| {
        text(x, y, Anchor::Start, BODY, Weight::Regular, fill, content.clone())
    };
    let mut group =
        vec![text(left, first, Anchor::Start, TITLE, Weight::Bold, style.ink, aside.took_part.clone())];
    for (index, content) in aside.turnout.iter().enumerate() {
        group.push(line(left, first + 21.0 + index as f64 * 20.0, style.secondary, content));
    }
    items.push(Item::Group(Group { id: "turnout".to_owned(), label: None, items: group }));
    let mut group = tally::pill(vote, style, right, first - 19.0, BODY);
    for (index, content) in aside.notes.iter().enumerate() {
        group.push(line(right, first + 31.0 + index as f64 * 20.0, aside.note_colour, content));
    }
    items.push(Item::Group(Group { id: "result".to_owned(), label: None, items: group }));
}

fn below(vote: &Vote<'_>, style: &Style, aside: &Aside, area: Area, y: f64, items: &mut Vec<Item>) -> f64 {
    let centre = area.centre_x();
    let line = format!("{} {}", aside.took_part, aside.turnout.join(" · "));
    let line = style.typeface.fitted(&line, BODY, Weight::Regular, area.width);
    let line = text(centre, y, Anchor::Middle, BODY, Weight::Regular, style.secondary, line);
    items.push(Item::Group(Group { id: "turnout".to_owned(), label: None, items: vec![line] }));
    let pill_width = tally::pill_width(vote, style, BODY).map_or(0.0, |width| width + 12.0);
    let notes = style.typeface.fitted(&aside.notes.join(" "), BODY, Weight::Regular, area.width - pill_width);
    let left = centre - f64::midpoint(pill_width, style.typeface.width(&notes, BODY, Weight::Regular));
    let top = y + 10.0;
    let mut group = tally::pill(vote, style, left, top, BODY);
    let baseline = top + BODY * 1.44;
    group.push(text(
        left + pill_width,
        baseline,
        Anchor::Start,
        BODY,
        Weight::Regular,
        aside.note_colour,
        notes,
    ));
    items.push(Item::Group(Group { id: "result".to_owned(), label: None, items: group }));
    top + 38.0
}
