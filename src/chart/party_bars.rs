//! How each party voted, as a bar of the ballots it cast.

use super::composition::seat_colour;
use super::scene::{Anchor, Group, HATCH_WIDTH, Item, Line, Mark, Marker, Point, Rect, Weight};
use super::words::Vote;
use super::{Area, Style, text};
use crate::analyze::PartyLine;
use crate::lang::Message;
use crate::model::Position;

/// The height of the heading, in font sizes.
pub(super) const HEADING: f64 = 3.1;
/// The height of one row, in font sizes.
pub(super) const ROW: f64 = 1.86;
/// The height of a bar, in font sizes.
const BAR: f64 = 0.93;
/// From the end of a bar to its figures, in font sizes.
const BEHIND: f64 = 0.6;

/// The parties with at least one ballot cast, or a seat in a composition, the one with most first.
fn voting<'a>(vote: &Vote<'a>) -> Vec<&'a PartyLine> {
    let mut lines: Vec<&PartyLine> =
        vote.summary.parties.iter().filter(|line| line.num_counted() > 0).collect();
    lines.sort_by_cached_key(|line| std::cmp::Reverse(line.num_counted()));
    lines
}

/// The number of parties with a bar.
pub(super) fn num_bars(vote: &Vote<'_>) -> usize {
    voting(vote).len()
}

/// Draws the bars in one or two columns. Where they do not all fit, the last row counts the others.
pub(super) fn party_bars(vote: &Vote<'_>, style: &Style, area: Area, size: f64, columns: usize) -> Group {
    let lines = voting(vote);
    let is_vote = vote.summary.composition.is_none();
    let has_silent = is_vote && lines.len() < vote.summary.parties.len();
    let note = has_silent.then(|| vote.lang.text("with-a-vote"));
    let title = vote.lang.text(if is_vote { "how-each-voted" } else { "party-seats" });
    let mut items = heading(style, area, size, &title, note);
    // A hair of tolerance: what fits exactly fits.
    let room = ((area.height / size - HEADING) / ROW + 1e-6).floor().max(0.0) as usize;
    let rows = lines.len().div_ceil(columns).min(room);
    let shown = if rows * columns < lines.len() { (rows * columns).saturating_sub(1) } else { lines.len() };
    let gutter = size * 2.6;
    let column_width = (area.width - gutter * (columns - 1) as f64) / columns as f64;
    let name_width = lines
        .iter()
        .take(shown)
        .map(|line| style.typeface.width(&short_name(vote, line), size, Weight::Bold))
        .fold(size * 2.0, f64::max)
        .min(column_width * 0.42);
    let told: Vec<_> = lines
        .iter()
        .take(shown)
        .map(|&line| {
            let segments = segments(line);
            let figures = figures(vote, &segments);
            (line, segments, figures)
        })
        .collect();
    let widest_label = told
        .iter()
        .map(|(.., figures)| style.typeface.width(figures, size * 0.93, Weight::Regular))
        .fold(0.0, f64::max);
    let track = (column_width - name_width - size * 1.6 - widest_label).max(size);
    let most = lines.first().map_or(1, |line| line.num_counted()).max(1);
    for (index, (line, segments, figures)) in told.into_iter().enumerate() {
        let (column, row) = (index / rows.max(1), index % rows.max(1));
        let x = area.x + column as f64 * (column_width + gutter);
        let y = area.y + (HEADING + row as f64 * ROW) * size;
        let (name, name_size) = name(style, &short_name(vote, line), size, name_width);
        items.push(text(x, y + size * 0.36, Anchor::Start, name_size, Weight::Bold, style.ink, name));
        let start = x + name_width + size;
        let unit = track / f64::from(most);
        let end = if is_vote {
            bar(style, &segments, start, y, size, unit, &mut items)
        } else {
            seats_bar(vote, style, line, (start, y, size), unit, &mut items)
        };
        let label_x = end + size * BEHIND;
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
        let note = style.typeface.fitted(&note, size, Weight::Regular, column_width);
        items.push(text(x, y, Anchor::Start, size, Weight::Regular, style.secondary, note));
    }
    Group { id: "parties".to_owned(), label: Some(title), items }
}

/// Draws the seats of a party as one bar in its colour, and says where it ends.
fn seats_bar(
    vote: &Vote<'_>,
    style: &Style,
    line: &PartyLine,
    (x, y, size): (f64, f64, f64),
    unit: f64,
    items: &mut Vec<Item>,
) -> f64 {
    let party = line.party.and_then(|id| Some((usize::from(id.0), vote.roll_call.archive().party(id)?)));
    let fill = seat_colour(vote, line.party, style.party(party), style.ground);
    let width = f64::from(line.num_counted()) * unit;
    let height = size * BAR;
    items.push(Item::Rect(Rect { x, y: y - height / 2.0, width, height, rounding: 0.0, fill }));
    x + width
}

/// Makes bars that were drawn for the whole vote tell a part of it: on the same scale, in the same rows.
pub(super) fn retell(items: &mut Vec<Item>, vote: &Vote<'_>, style: &Style, so_far: &[PartyLine]) {
    let mut lines = voting(vote).into_iter();
    let mut told = Vec::with_capacity(items.len());
    let mut rects: Vec<Rect> = Vec::new();
    for item in items.drain(..) {
        match item {
            Item::Rect(rect) => rects.push(rect),
            // The figures stand behind the bar.
            Item::Text(mut figures_text) if !rects.is_empty() => {
                let first = rects.remove(0);
                rects.clear();
                let Some(whole) = lines.next() else { continue };
                let Some(line) = so_far.iter().find(|line| line.party == whole.party) else { continue };
                let size = first.height / BAR;
                let end = figures_text.at.x - size * BEHIND;
                let unit = (end - first.x) / f64::from(whole.num_counted().max(1));
                // In the order of the whole, so that no piece changes its place.
                let told_of = |(position, _)| (position, line.tally.members(position));
                let mut segments: Vec<_> = segments(whole).into_iter().map(told_of).collect();
                segments.retain(|(_, members)| *members > 0);
                let y = first.y + first.height / 2.0;
                let end = bar(style, &segments, first.x, y, size, unit, &mut told);
                figures_text.at.x = end + size * BEHIND;
                figures_text.content = figures(vote, &segments);
                told.push(Item::Text(figures_text));
            }
            other => told.push(other),
        }
    }
    *items = told;
}

fn short_name(vote: &Vote<'_>, line: &PartyLine) -> String {
    let party = line.party.and_then(|id| vote.roll_call.archive().party(id));
    party.map_or_else(|| vote.lang.text("no-party-short"), |party| party.short.clone())
}

/// The ballots cast, or the seats held, by position: the most frequent first, so that the bar opens with the party's line.
fn segments(line: &PartyLine) -> Vec<(Position, u32)> {
    let mut segments: Vec<(Position, u32)> = line
        .tally
        .occurring()
        .filter(|(position, _)| position.is_cast() || *position == Position::Seat)
        .map(|(position, line)| (position, line.members))
        .collect();
    segments.sort_by_key(|&(position, members)| (std::cmp::Reverse(members), position));
    segments
}

/// A name as large as it fits: set smaller before it is cut.
fn name(style: &Style, name: &str, size: f64, most: f64) -> (String, f64) {
    let fits = |size: &f64| style.typeface.width(name, *size, Weight::Bold) <= most + 1e-6;
    let size = [1.0, 0.9, 0.8].map(|share| share * size).into_iter().find(fits).unwrap_or(size * 0.8);
    (style.typeface.fitted(name, size, Weight::Bold, most + 1e-6), size)
}

/// A heading over a hairline, with a note at its right where that has room.
pub(super) fn heading(style: &Style, area: Area, size: f64, title: &str, note: Option<String>) -> Vec<Item> {
    let fits = |share: &f64| style.typeface.width(title, size * share, Weight::Bold) <= area.width;
    let share = [1.07, 1.0, 0.9, 0.8].into_iter().find(fits).unwrap_or(0.75);
    let title = style.typeface.fitted(title, size * share, Weight::Bold, area.width);
    let title_width = style.typeface.width(&title, size * share, Weight::Bold);
    let y = area.y + size;
    let mut items = vec![
        text(area.x, y, Anchor::Start, size * share, Weight::Bold, style.ink, title),
        Item::Line(Line {
            from: Point { x: area.x, y: area.y + size * 1.9 },
            to: Point { x: area.right(), y: area.y + size * 1.9 },
            width: (size / 15.0).max(0.5),
            colour: style.hairline,
        }),
    ];
    let fits =
        |note: &String| style.typeface.width(note, size, Weight::Regular) + title_width + size < area.width;
    if let Some(note) = note.filter(fits) {
        items.push(text(area.right(), y, Anchor::End, size, Weight::Regular, style.secondary, note));
    }
    items
}

fn figures(vote: &Vote<'_>, segments: &[(Position, u32)]) -> String {
    if let (Some(composition), &[(_, seats)]) = (&vote.summary.composition, segments) {
        let share = f64::from(seats) / f64::from(composition.seats.max(1));
        return format!("{} · {}", vote.lang.number(u64::from(seats)), vote.lang.percent(share));
    }
    let numbers = segments.iter().map(|&(_, members)| vote.lang.number(u64::from(members)));
    numbers.collect::<Vec<_>>().join(" – ")
}

/// Draws one bar and says where it ends.
fn bar(
    style: &Style,
    segments: &[(Position, u32)],
    start: f64,
    y: f64,
    size: f64,
    unit: f64,
    items: &mut Vec<Item>,
) -> f64 {
    let between = size / 15.0;
    let height = size * BAR;
    let mut x = start;
    for &(position, members) in segments {
        let width = f64::from(members) * unit;
        let (_, fill) = style.seat(position);
        let drawn = (width - between).max(width * 0.6);
        let rect = Rect { x, y: y - height / 2.0, width: drawn, height, rounding: 0.0, fill };
        items.push(Item::Rect(rect.clone()));
        hatch(&rect, style.pattern(position), items);
        x += width;
    }
    x
}

/// The lines of a pattern over a bar, as far apart for its height as they are on a seat.
fn hatch(bar: &Rect, pattern: Mark, items: &mut Vec<Item>) {
    let Rect { x: left, y: top, width, height, fill, .. } = *bar;
    let (right, bottom) = (left + width, top + height);
    let marker = Marker { centre: Point { x: left, y: top }, radius: height, mark: pattern, colour: fill };
    let mut line = |from: Point, to: Point| {
        items.push(Item::Line(Line {
            from,
            to,
            width: height * HATCH_WIDTH * 0.6,
            colour: marker.core_colour(),
        }));
    };
    match pattern {
        Mark::DiscLevel => {
            for y in [top + height / 3.0, bottom - height / 3.0] {
                line(Point { x: left, y }, Point { x: right, y });
            }
        }
        Mark::DiscRising | Mark::DiscFalling => {
            // Every line crosses the whole height, and is cut off at both ends of the bar.
            let apart = height * 0.6;
            let mut start = left - height + apart / 2.0;
            while start < right {
                let (from, to) = (start.max(left), (start + height).min(right));
                let (low, high) = (bottom - (from - start), bottom - (to - start));
                let (first, last) = if pattern == Mark::DiscRising {
                    (low, high)
                } else {
                    (top + bottom - low, top + bottom - high)
                };
                line(Point { x: from, y: first }, Point { x: to, y: last });
                start += apart;
            }
        }
        _ => {}
    }
}
