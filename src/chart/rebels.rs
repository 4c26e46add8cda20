//! The list of members who voted otherwise than most of their party.

use super::party_bars::{HEADING, heading};
use super::scene::{Anchor, Group, Item, Marker, Point, Weight};
use super::words::{Vote, member_name};
use super::{Area, Style, text};
use crate::analyze::Rebel;
use crate::lang::Message;

/// The height of one row, in font sizes.
pub(super) const ROW: f64 = 1.6;
/// The least and the most width that a column is given for its names, in font sizes.
const COLUMN: (f64, f64) = (15.0, 32.0);
const GUTTER: f64 = 2.0;
/// About the width of a letter, in font sizes.
const LETTER: f64 = 0.58;

/// The number of columns in a width: as many as leave room for the longest name and party.
fn num_columns(vote: &Vote<'_>, width: f64, size: f64) -> usize {
    let members = vote.roll_call.archive().members();
    let letters = |rebel: &Rebel| {
        members.get(rebel.member.0 as usize).map_or(0, |member| {
            let party = vote.roll_call.party_of(member).map_or(0, |party| party.short.chars().count());
            member.name.chars().count() + party
        })
    };
    let most = vote.summary.rebels.iter().map(letters).max().unwrap_or_default();
    let column = (2.4 + LETTER * most as f64).clamp(COLUMN.0, COLUMN.1);
    ((width / size + GUTTER) / (column + GUTTER)).floor().max(1.0) as usize
}

/// The number of rows that the list takes in a width; none without rebels.
pub(super) fn num_rows(vote: &Vote<'_>, width: f64, size: f64) -> usize {
    vote.summary.rebels.len().div_ceil(num_columns(vote, width, size))
}

/// The height of so many rows under the heading.
pub(super) fn height(rows: usize, size: f64) -> f64 {
    size * (HEADING + ROW * rows as f64 - ROW * 0.5)
}

/// Draws the list in `rows` rows. Where they do not all fit, the last entry counts the others.
pub(super) fn rebels(vote: &Vote<'_>, style: &Style, area: Area, size: f64, rows: usize) -> Group {
    let rebels = &vote.summary.rebels;
    let title = Message::new("rebels-heading").with("n", rebels.len()).text(vote.lang);
    let mut items = heading(style, area, size, &title, None);
    let columns = num_columns(vote, area.width, size);
    let shown = if rows * columns < rebels.len() { (rows * columns).saturating_sub(1) } else { rebels.len() };
    let column_width = (area.width - GUTTER * size * (columns - 1) as f64) / columns as f64;
    let place = |index: usize| {
        let (column, row) = (index / rows.max(1), index % rows.max(1));
        let x = area.x + column as f64 * (column_width + GUTTER * size);
        (x, area.y + (HEADING + row as f64 * ROW) * size + size * 0.1)
    };
    for (index, rebel) in rebels.iter().take(shown).enumerate() {
        let Some(member) = vote.roll_call.archive().members().get(rebel.member.0 as usize) else { continue };
        let (x, y) = place(index);
        let (mark, colour) = style.seat(rebel.position);
        let radius = size * 0.42;
        let centre = Point { x: x + radius, y: y - size * 0.36 };
        items.push(Item::Marker(Marker { centre, radius, mark, colour }));
        let party = vote.roll_call.party_of(member).map_or("", |party| party.short.as_str());
        let party_width = style.typeface.width(party, size, Weight::Regular).min(column_width * 0.35);
        let party = style.typeface.fitted(party, size, Weight::Regular, party_width + 0.01);
        let name_x = x + size * 1.3;
        let room = column_width - size * 1.9 - party_width;
        let name = member_name(member, rebel.member.0 as usize, vote.lang);
        let name = style.typeface.fitted(&name, size, Weight::Regular, room);
        let party_x = name_x + style.typeface.width(&name, size, Weight::Regular) + size * 0.5;
        items.push(text(name_x, y, Anchor::Start, size, Weight::Regular, style.ink, name));
        items.push(text(party_x, y, Anchor::Start, size, Weight::Regular, style.secondary, party));
    }
    if shown < rebels.len() && rows > 0 {
        let (x, y) = place(shown);
        let note = Message::new("and-more-members").with("n", rebels.len() - shown).text(vote.lang);
        let note = style.typeface.fitted(&note, size, Weight::Regular, column_width);
        items.push(text(x, y, Anchor::Start, size, Weight::Regular, style.secondary, note));
    }
    Group { id: "rebels".to_owned(), label: Some(title), items }
}
