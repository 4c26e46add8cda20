//! The middle of the window: title, tally with turnout and result, chamber, legend.

use super::chamber::Chamber;
use super::scene::{Anchor, Group, Item, Scene, Weight};
use super::words::{Vote, date_line, description};
use super::{Area, Style, legend, tally, text, typeface};

const MARGIN: f64 = 32.0;
const TITLE: f64 = 20.0;
const BODY: f64 = 13.0;

/// Composes the drawing for a panel of `width` by `height` points.
#[must_use]
pub fn window(vote: &Vote<'_>, style: &Style, width: f64, height: f64) -> Scene {
    let mut items = Vec::new();
    let area = Area { x: MARGIN, y: 0.0, width: (width - 2.0 * MARGIN).max(1.0), height };
    let mut y = heading(vote, style, area, &mut items);
    y = result(vote, style, area, y, height, &mut items);
    let legend_lines = legend::num_lines(vote, area.width, BODY);
    let legend_height = legend_lines as f64 * BODY * 1.9 + 32.0;
    let chamber = Chamber::new(vote, chamber_font(width, height));
    let room =
        Area { x: 16.0, y, width: (width - 32.0).max(1.0), height: (height - y - legend_height).max(40.0) };
    let natural = chamber.height_for(room.width).min(room.height);
    let slack = room.height - natural;
    let chamber_area = Area { y: y + slack * 0.4, height: natural, ..room };
    items.extend(chamber.draw(vote, style, chamber_area));
    let legend_y = chamber_area.bottom() + 32.0;
    let (group, _) = legend::legend(vote, style, area.centre_x(), legend_y, area.width, BODY);
    items.push(Item::Group(group));
    Scene {
        width,
        height,
        lang: vote.lang,
        title: vote.title(),
        description: description(vote),
        background: style.ground,
        items,
    }
}

/// Party names on the arc grow a little with the window.
fn chamber_font(width: f64, height: f64) -> f64 {
    (width.min(height) / 60.0).clamp(11.0, 15.0).round()
}

fn heading(vote: &Vote<'_>, style: &Style, area: Area, items: &mut Vec<Item>) -> f64 {
    let mut y = 39.0;
    let mut group = Vec::new();
    for line in typeface::wrapped(&vote.title(), TITLE, Weight::Bold, area.width, 2) {
        group.push(text(area.x, y, Anchor::Start, TITLE, Weight::Bold, style.ink, line));
        y += TITLE * 1.3;
    }
    let line = typeface::fitted(&date_line(vote), BODY, Weight::Regular, area.width);
    if !line.is_empty() {
        group.push(text(area.x, y - 2.0, Anchor::Start, BODY, Weight::Regular, style.secondary, line));
        y += BODY * 1.5;
    }
    items.push(Item::Group(Group { id: "headline".to_owned(), label: None, items: group }));
    y
}

/// The tally with turnout at its left and the verdict at its right, or both below it where the panel is
/// narrow. Answers where the next part starts.
fn result(vote: &Vote<'_>, style: &Style, area: Area, top: f64, height: f64, items: &mut Vec<Item>) -> f64 {
    // In a low window the figures make room for the chamber.
    let size = (height * 0.105).clamp(48.0, 84.0);
    let centre = area.centre_x();
    let baseline = top + size * 0.92;
    items.push(Item::Group(tally::figures(vote, style, centre, baseline, size)));
    let (big, small) = tally::turnout_lines(vote);
    let notes = tally::result_lines(vote);
    let reach = tally::half_width(vote, style, size) + 48.0;
    let wide = |line: &String| typeface::width(line, BODY, Weight::Regular);
    let left_width = small.iter().map(wide).fold(typeface::width(&big, TITLE, Weight::Bold), f64::max);
    let right_width = notes.iter().map(wide).fold(110.0, f64::max);
    let half = area.width / 2.0;
    if reach + left_width.max(right_width) <= half {
        let column = |room: f64, wanted: f64| (reach + (room - reach - wanted) * 0.45).min(reach + 60.0);
        let left = centre - column(half, left_width) - left_width;
        let right = centre + column(half, right_width);
        let first = baseline - size * 0.32;
        let mut group = vec![text(left, first, Anchor::Start, TITLE, Weight::Bold, style.ink, big)];
        for (index, line) in small.into_iter().enumerate() {
            let y = first + 21.0 + index as f64 * 20.0;
            group.push(text(left, y, Anchor::Start, BODY, Weight::Regular, style.secondary, line));
        }
        items.push(Item::Group(Group { id: "turnout".to_owned(), label: None, items: group }));
        let pill = tally::pill(vote, style, right, first - 19.0, BODY);
        let mut group = pill.map(|(items, _)| items).unwrap_or_default();
        for (index, line) in notes.into_iter().enumerate() {
            let y = first + 31.0 + index as f64 * 20.0;
            group.push(text(right, y, Anchor::Start, BODY, Weight::Regular, style.secondary, line));
        }
        items.push(Item::Group(Group { id: "result".to_owned(), label: None, items: group }));
        return baseline + size * 0.31 + 16.0;
    }
    let mut y = baseline + size * 0.31 + 22.0;
    let line = format!("{big} {} · {}", small[0], small[1]);
    let line = typeface::fitted(&line, BODY, Weight::Regular, area.width);
    items.push(text(centre, y, Anchor::Middle, BODY, Weight::Regular, style.secondary, line));
    if let Some((pill, width)) = tally::pill(vote, style, centre, y + 10.0, BODY) {
        let line = typeface::fitted(&notes.join(": "), BODY, Weight::Regular, area.width - width - 12.0);
        let total = width + 12.0 + wide(&line);
        let left = centre - total / 2.0;
        if let Some((pill_items, _)) = tally::pill(vote, style, left, y + 10.0, BODY) {
            items.extend(pill_items);
        }
        drop(pill);
        let text_y = y + 10.0 + BODY * 1.44;
        items.push(text(
            left + width + 12.0,
            text_y,
            Anchor::Start,
            BODY,
            Weight::Regular,
            style.secondary,
            line,
        ));
        y += 40.0;
    }
    y + 8.0
}
