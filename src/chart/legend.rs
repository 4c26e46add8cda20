//! What each mark means, with how many members it stands for.

use super::scene::{Anchor, Group, Item, Marker, Point, Weight};
use super::words::{Vote, position_name};
use super::{Style, text, typeface};
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
    let lines = lines(entries(vote, size), most_width, gap);
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
pub(super) fn num_lines(vote: &Vote<'_>, most_width: f64, size: f64) -> usize {
    lines(entries(vote, size), most_width, size * 2.2).len()
}

fn entries(vote: &Vote<'_>, size: f64) -> Vec<Entry> {
    let mut counts: Vec<(Position, u32)> =
        vote.summary.tally.occurring().map(|(position, line)| (position, line.members)).collect();
    // Seats declared beyond the rows are vacant too.
    let vacant = vote.summary.vacant_seats();
    counts.retain(|(position, _)| *position != Position::Vacant);
    if vacant > 0 {
        counts.push((Position::Vacant, vacant));
    }
    counts
        .into_iter()
        .map(|(position, count)| {
            let name = position_name(vote.roll_call, position, vote.lang);
            let count = vote.lang.number(u64::from(count));
            let width = size * 1.45
                + typeface::width(&name, size, Weight::Regular)
                + size * 0.55
                + typeface::width(&count, size, Weight::Bold);
            Entry { position, name, count, width }
        })
        .collect()
}

fn lines(entries: Vec<Entry>, most_width: f64, gap: f64) -> Vec<Vec<Entry>> {
    let mut lines: Vec<Vec<Entry>> = Vec::new();
    let mut used = f64::INFINITY;
    for entry in entries {
        if used + gap + entry.width > most_width {
            lines.push(Vec::new());
            used = -gap;
        }
        used += gap + entry.width;
        if let Some(line) = lines.last_mut() {
            line.push(entry);
        }
    }
    lines
}

fn draw(style: &Style, entry: &Entry, x: f64, baseline: f64, size: f64) -> [Item; 3] {
    let (mark, colour) = style.seat(entry.position);
    let centre = Point { x: x + size * 0.45, y: baseline - size * 0.36 };
    let name_x = x + size * 1.45;
    let count_x = x + entry.width;
    let ink = style.ink;
    [
        Item::Marker(Marker { centre, radius: size * 0.45, mark, colour }),
        text(name_x, baseline, Anchor::Start, size, Weight::Regular, ink, entry.name.clone()),
        text(count_x, baseline, Anchor::End, size, Weight::Bold, ink, entry.count.clone()),
    ]
}
