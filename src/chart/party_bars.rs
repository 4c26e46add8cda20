//! How each party voted, as a bar of the ballots it cast.

use super::scene::{Anchor, Group, Item, Line, Point, Rect, Weight};
use super::words::Vote;
use super::{Area, Style, text, typeface};
use crate::analyze::PartyLine;
use crate::lang::Message;
use crate::model::Position;

/// The height of the heading, in font sizes.
pub(super) const HEADING: f64 = 3.1;
/// The height of one row, in font sizes.
pub(super) const ROW: f64 = 1.86;

/// The parties with at least one ballot cast, the one with most first.
fn voting<'a>(vote: &Vote<'a>) -> Vec<&'a PartyLine> {
    let mut lines: Vec<&PartyLine> =
        vote.summary.parties.iter().filter(|line| line.tally.num_cast() > 0).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.tally.num_cast()));
    lines
}

/// The number of parties with a bar.
pub(super) fn num_bars(vote: &Vote<'_>) -> usize {
    voting(vote).len()
}

/// Draws the bars in one or two columns. Where they do not all fit, the last row counts the others.
pub(super) fn party_bars(vote: &Vote<'_>, style: &Style, area: Area, size: f64, columns: usize) -> Group {
    let lines = voting(vote);
    let mut items = vec![
        text(
            area.x,
            area.y + size,
            Anchor::Start,
            size * 1.07,
            Weight::Bold,
            style.ink,
            vote.lang.text("how-each-voted"),
        ),
        Item::Line(Line {
            from: Point { x: area.x, y: area.y + size * 1.9 },
            to: Point { x: area.right(), y: area.y + size * 1.9 },
            width: 1.0,
            colour: style.hairline,
        }),
    ];
    if lines.len() < vote.summary.parties.len() {
        let note = vote.lang.text("with-a-vote");
        let title_width = typeface::width(&vote.lang.text("how-each-voted"), size * 1.07, Weight::Bold);
        if typeface::width(&note, size, Weight::Regular) + title_width + size < area.width {
            let y = area.y + size;
            items.push(text(area.right(), y, Anchor::End, size, Weight::Regular, style.secondary, note));
        }
    }
    // A hair of tolerance: what fits exactly fits.
    let room = ((area.height / size - HEADING) / ROW + 1e-6).floor().max(0.0) as usize;
    let rows = lines.len().div_ceil(columns).min(room);
    let shown = if rows * columns < lines.len() { (rows * columns).saturating_sub(1) } else { lines.len() };
    let gutter = size * 2.6;
    let column_width = (area.width - gutter * (columns - 1) as f64) / columns as f64;
    let name_width = lines
        .iter()
        .take(shown)
        .map(|line| typeface::width(&short_name(vote, line), size, Weight::Bold))
        .fold(size * 2.0, f64::max)
        .min(column_width * 0.4);
    let widest_label = lines
        .iter()
        .take(shown)
        .map(|line| typeface::width(&figures(line), size, Weight::Regular))
        .fold(0.0, f64::max);
    let track = (column_width - name_width - size * 1.6 - widest_label).max(size);
    let most = lines.first().map_or(1, |line| line.tally.num_cast()).max(1);
    for (index, line) in lines.iter().take(shown).enumerate() {
        let (column, row) = (index / rows.max(1), index % rows.max(1));
        let x = area.x + column as f64 * (column_width + gutter);
        let y = area.y + (HEADING + row as f64 * ROW) * size;
        let name = typeface::fitted(&short_name(vote, line), size, Weight::Bold, name_width);
        items.push(text(x, y + size * 0.36, Anchor::Start, size, Weight::Bold, style.ink, name));
        let start = x + name_width + size;
        let end = bar(style, line, start, y, size, track / f64::from(most), &mut items);
        let figures = figures(line);
        let label_x = end + size * 0.6;
        items.push(text(
            label_x,
            y + size * 0.36,
            Anchor::Start,
            size * 0.93,
            Weight::Regular,
            style.secondary,
            figures,
        ));
    }
    if shown < lines.len() && rows > 0 {
        let x = area.x + (columns - 1) as f64 * (column_width + gutter);
        let y = area.y + (HEADING + (rows - 1) as f64 * ROW) * size + size * 0.36;
        let note = Message::new("and-others").with("n", lines.len() - shown).text(vote.lang);
        items.push(text(x, y, Anchor::Start, size, Weight::Regular, style.secondary, note));
    }
    Group { id: "parties".to_owned(), label: Some(vote.lang.text("how-each-voted")), items }
}

fn short_name(vote: &Vote<'_>, line: &PartyLine) -> String {
    let party = line.party.and_then(|id| vote.roll_call.archive().party(id));
    party.map_or_else(|| vote.lang.text("no-party-short"), |party| party.short.clone())
}

/// The ballots cast, by position: the most frequent first, so that the bar opens with the party's line.
fn segments(line: &PartyLine) -> Vec<(Position, u32)> {
    let mut segments: Vec<(Position, u32)> = line
        .tally
        .occurring()
        .filter(|(position, _)| position.is_cast())
        .map(|(position, line)| (position, line.members))
        .collect();
    segments.sort_by_key(|&(position, members)| (std::cmp::Reverse(members), position));
    segments
}

fn figures(line: &PartyLine) -> String {
    segments(line).iter().map(|(_, members)| members.to_string()).collect::<Vec<_>>().join(" – ")
}

/// Draws one bar and says where it ends.
fn bar(
    style: &Style,
    line: &PartyLine,
    start: f64,
    y: f64,
    size: f64,
    unit: f64,
    items: &mut Vec<Item>,
) -> f64 {
    const BETWEEN: f64 = 1.0;
    let height = size * 0.93;
    let mut x = start;
    for (position, members) in segments(line) {
        let width = f64::from(members) * unit;
        let (_, fill) = style.seat(position);
        let drawn = (width - BETWEEN).max(width * 0.6);
        items.push(Item::Rect(Rect { x, y: y - height / 2.0, width: drawn, height, rounding: 0.0, fill }));
        x += width;
    }
    x
}
