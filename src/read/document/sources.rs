//! Where the words of a vote may stand: in keys, in a cell above the rows, in a column of the rows, or in the name of their list.
//!
//! Goes in: an [`Anchor`]. Comes out: each [`Source`] to be tried. Must not know: what comes of it.

use super::anchor::Anchor;
use super::cells::Source;
use super::grouping::Common;
use super::schema::Schema;
use super::words::{is_party, key_position};
use crate::model::Position;
use crate::read::vocabulary;

/// Where the words of a vote may stand.
pub(super) fn sources(schema: &Schema, anchor: &Anchor<'_, '_>) -> Vec<Source> {
    let bottom = anchor.bottom();
    if bottom == 0 || anchor.rows().is_empty() {
        return Vec::new();
    }
    let keys = |level: usize| schema.places[anchor.levels[level].place].keys();
    if keys(bottom).is_some_and(|keys| keys.common == Common::Words) {
        return vec![Source::Text];
    }
    let mut found = Vec::new();
    // Parties may be called like words of a vote: which keys are the sides is seen by what comes of it.
    let sides = (1..=bottom).rev().filter(|&level| keys(level).is_some_and(super::grouping::Keys::are_sides));
    found.extend(sides.map(Source::Key));
    let has_sides = !found.is_empty();
    if !has_sides {
        let cell =
            (1..bottom).rev().find_map(|level| Some(Source::Cell(level, side_cell(schema, anchor, level)?)));
        found.extend(cell);
    }
    if !anchor.rows().iter().all(|item| item.node.is_plain()) {
        found.push(Source::Column);
    }
    if !has_sides {
        found.extend(named_side(schema, anchor));
    }
    found
}

/// A key above the rows that is a word of a vote, beside others that are none: `{"pairs": {"pair": […]}}`.
fn named_side(schema: &Schema, anchor: &Anchor<'_, '_>) -> Option<Source> {
    let path = schema.path(anchor.levels[anchor.bottom()].place);
    let is_side = |&&place: &&usize| key_position(schema.places[place].name()).is_some();
    let place = path.iter().rev().find(is_side)?;
    // The level that the key is in.
    let level =
        path.iter().take_while(|above| *above != place).filter(|&&p| schema.places[p].repeats).count();
    Some(Source::Name(level + 1, schema.places[*place].name().to_owned()))
}

/// The cell that says on which side the rows below an item are: `[{"option": "yes", "voters": […]}, …]`.
fn side_cell(schema: &Schema, anchor: &Anchor<'_, '_>, level: usize) -> Option<String> {
    const SAMPLE: usize = 200;
    let items = &anchor.levels[level].items;
    let mut paths: Vec<(String, usize, bool)> = Vec::new();
    let sample = &items[..items.len().min(SAMPLE)];
    for item in sample {
        anchor.cells(schema, level, item, &mut |path, text| {
            let Some(position) = vocabulary::position(&text) else { return };
            if position == Position::Unknown || is_party(path) {
                return;
            }
            let decides = matches!(position, Position::For | Position::Against);
            match paths.iter_mut().find(|(known, ..)| known == path) {
                Some((_, count, any)) => {
                    *count += 1;
                    *any |= decides;
                }
                None => paths.push((path.to_owned(), 1, decides)),
            }
        });
    }
    let is_side = |(_, count, decides): &&(String, usize, bool)| *count * 10 >= sample.len() * 6 && *decides;
    (items.len() > 1).then(|| paths.iter().find(is_side).map(|(path, ..)| path.clone())).flatten()
}
