//! What each mark means, with how many members it stands for.

use super::scene::{Anchor, Group, Item, Marker, Point, Weight};
use super::words::{Vote, position_name};
use super::{SeatColour, Style, text};
use crate::model::Position;

/// One entry with its width.
struct Entry {
    position: Position,
    name: String,
    count: String,
    width: f64,
}

/// Draws the legend centred on `centre_x` with its first baseline at `y`, in as many lines as `most_width`
/// makes, and says how many.
pub(super) fn legend(
    vote: &Vote<'_>,
    style: &Style,
    centre_x: f64,
    y: f64,
    most_width: f64,
    size: f64,
) -> (Group, usize) {
    let gap = size * 2.2;
    let lines = lines(entries(vote, style, size, most_width), most_width, gap);
    let mut items = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let width =
            line.iter().map(|entry| entry.width).sum::<f64>() + gap * line.len().saturating_sub(1) as f64;
        let mut x = centre_x - width / 2.0;
        let baseline = y + index as f64 * size * 1.9;
        for entry in line {
            items.extend(draw(style, entry, x, baseline, size));
            x += entry.width + gap;
        }
    }
    (Group { id: "legend".to_owned(), label: None, items }, lines.len())
}

/// The number of lines the legend takes.
pub(super) fn num_lines(vote: &Vote<'_>, style: &Style, most_width: f64, size: f64) -> usize {
    lines(entries(vote, style, size, most_width), most_width, size * 2.2).len()
}

fn entries(vote: &Vote<'_>, style: &Style, size: f64, most_width: f64) -> Vec<Entry> {
    let mut counts: Vec<(Position, u32)> =
        vote.summary.tally.occurring().map(|(position, line)| (position, line.members)).collect();
    // Seats declared beyond the rows are vacant too.
    let vacant = vote.summary.vacant_seats();
    // The seats of a composition have the colours of parties, whose names stand beside them.
    counts.retain(|(position, _)| !matches!(position, Position::Vacant | Position::Seat));
    if vacant > 0 {
        counts.push((Position::Vacant, vacant));
    }
    counts
        .into_iter()
        .map(|(position, count)| {
            let count = vote.lang.number(u64::from(count));
            let beside = size * 2.0 + style.typeface.width(&count, size, Weight::Bold);
            // The name of an option may be wider than the page.
            let name = position_name(vote.roll_call, position, vote.lang);
            let name = style.typeface.fitted(&name, size, Weight::Regular, most_width - beside);
            let width = beside + style.typeface.width(&name, size, Weight::Regular);
            Entry { position, name, count, width }
        })
        .collect()
}

/// The entries in as few lines as the width allows, and those of about one length.
fn lines(entries: Vec<Entry>, most_width: f64, gap: f64) -> Vec<Vec<Entry>> {
    let widths: Vec<f64> = entries.iter().map(|entry| entry.width).collect();
    let fewest = breaks(&widths, most_width, gap).len();
    if fewest == 1 {
        return vec![entries];
    }
    let (mut low, mut high) = (0.0, most_width);
    for _ in 0..12 {
        let middle = f64::midpoint(low, high);
        let is_wide_enough = widths.iter().all(|&width| width <= middle);
        if is_wide_enough && breaks(&widths, middle, gap).len() <= fewest {
            high = middle;
        } else {
            low = middle;
        }
    }
    let mut lines: Vec<Vec<Entry>> = Vec::new();
    let starts = breaks(&widths, high, gap);
    for (index, entry) in entries.into_iter().enumerate() {
        if starts.contains(&index) {
            lines.push(Vec::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(entry);
        }
    }
    lines
}

/// The places of the entries that start a line, each line as full as it can be.
fn breaks(widths: &[f64], most_width: f64, gap: f64) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut used = f64::INFINITY;
    for (index, width) in widths.iter().enumerate() {
        if used + gap + width > most_width {
            starts.push(index);
            used = -gap;
        }
        used += gap + width;
    }
    starts
}

fn draw(style: &Style, entry: &Entry, x: f64, baseline: f64, size: f64) -> Vec<Item> {
    let centre = Point { x: x + size * 0.45, y: baseline - size * 0.36 };
    let name_x = x + size * 1.45;
    let count_x = x + entry.width;
    let ink = style.ink;
    let (marker, ring) = marker(style, entry.position, centre, size * 0.45);
    let mut items: Vec<Item> = ring.into_iter().chain([marker]).map(Item::Marker).collect();
    items.extend([
        text(name_x, baseline, Anchor::Start, size, Weight::Regular, ink, entry.name.clone()),
        text(count_x, baseline, Anchor::End, size, Weight::Bold, ink, entry.count.clone()),
    ]);
    items
}

/// The mark of a position as on the seats, without any party's colour.
fn marker(style: &Style, position: Position, centre: Point, radius: f64) -> (Marker, Option<Marker>) {
    if style.encoding.fill == SeatColour::Party {
        return style.marker(position, style.ring, centre, radius);
    }
    let (mark, colour) = style.seat(position);
    (Marker { centre, radius, mark, colour }, None)
}
