//! Positions as columns of their own, marked where a member took them.
//!
//! Goes in: headers and cells as codes. Comes out: the columns of marks. Must not know: keys, roles.

use super::ballot_words::{BallotWords, Kind};
use super::coded::{BLANK, Coded};
use super::heads::{Head, Says};
use super::place::{Found, Place};
use crate::model::Position;
use crate::read::vocabulary;

/// The columns of marks without those that count beside them: where two are of one position, what is marked in rows that have another
/// mark (`Total abstain` beside `Abstained`) says how many there were.
fn without_counts(table: &Coded<'_>, positions: Vec<(usize, Position)>) -> Vec<(usize, Position)> {
    let counts = |&(column, position): &(usize, Position)| {
        let others = |other: &&(usize, Position)| other.0 != column && other.1 != position;
        let has_twin = positions.iter().any(|other| other.0 != column && other.1 == position);
        let marked: Vec<usize> = (0..table.rows).filter(|&row| is_marked(table, column, row)).collect();
        let again = marked
            .iter()
            .filter(|&&row| positions.iter().filter(others).any(|other| is_marked(table, other.0, row)));
        has_twin && again.count() * 2 >= marked.len().max(1)
    };
    let counted: Vec<usize> =
        positions.iter().filter(|place| counts(place)).map(|(column, _)| *column).collect();
    positions.into_iter().filter(|(column, _)| !counted.contains(column)).collect()
}

fn is_marked(table: &Coded<'_>, column: usize, row: usize) -> bool {
    let cells = &table.columns[column];
    let code = cells.codes[row];
    code != BLANK && mark(cells.texts[code as usize]) == Some(true)
}

/// Columns whose headers are positions and whose cells are marks, with one mark in nearly every row. A column of marks under
/// a word nobody knows belongs to them where it is marked in rows that have no other mark.
pub(super) fn marks(table: &Coded<'_>, heads: &[Head]) -> Option<Found> {
    let all_marks = |column: &usize| {
        let cells = &table.columns[*column];
        cells.texts.iter().all(|cell| mark(cell).is_some())
    };
    let marked = || (0..table.columns.len()).filter(all_marks);
    let texts: Vec<&str> = marked().map(|column| heads[column].text.as_str()).collect();
    let positions: Vec<(usize, Position)> = marked()
        .zip(vocabulary::counted_positions(texts.iter().copied()))
        .filter_map(|(column, position)| Some((column, position?)))
        .collect();
    let positions = without_counts(table, positions);
    let named: Vec<usize> = positions.iter().map(|(column, _)| *column).collect();
    let has = |wanted| positions.iter().any(|(_, position)| *position == wanted);
    if !has(Position::For) || !has(Position::Against) {
        return None;
    }
    let mut times: Vec<u8> = vec![0; table.rows];
    let add = |column: usize, times: &mut Vec<u8>| {
        for (row, times) in times.iter_mut().enumerate() {
            *times = times.saturating_add(u8::from(is_marked(table, column, row)));
        }
    };
    for &column in &named {
        add(column, &mut times);
    }
    let mut columns = named;
    for column in (0..table.columns.len()).filter(all_marks) {
        let marked: Vec<usize> = (0..table.rows).filter(|&row| is_marked(table, column, row)).collect();
        let is_free = !columns.contains(&column) && heads[column].role.is_none();
        if is_free && !marked.is_empty() && marked.iter().all(|&row| times[row] == 0) {
            add(column, &mut times);
            columns.push(column);
        }
    }
    columns.sort_unstable();
    let once: usize = times.iter().map(|&times| usize::from(times == 1)).sum();
    // A note below the rows fills one cell.
    let filled = |row: usize| table.columns.iter().filter(|cells| cells.codes[row] != BLANK).take(2).count();
    let rows = (0..table.rows).filter(|&row| filled(row) > 1).count();
    if once * 10 < rows * 9 || times.iter().any(|&times| times > 1) && once * 50 < table.rows * 49 {
        return None;
    }
    let words = BallotWords {
        kind: Kind::Sides,
        has_sides: true,
        known: once,
        filled: table.rows,
        ..BallotWords::default()
    };
    // Marks that are the same in every row may as well be counts.
    let is_constant = columns
        .iter()
        .all(|&column| table.columns[column].is_constant() || table.columns[column].filled() == 0);
    let says = if is_constant { Says::Nothing } else { Says::Vote };
    Some(Found { place: Place::Marks(columns), words, says, left: 0 })
}

/// Whether a cell is marked; `None` for a cell that is no mark.
pub(in crate::read) fn mark(cell: &str) -> Option<bool> {
    match cell.trim().to_lowercase().as_str() {
        "1" | "1.0" | "x" | "✓" | "✔" | "☑" | "true" | "wahr" | "vrai" => Some(true),
        "" | "0" | "0.0" | "-" | "false" | "falsch" | "faux" => Some(false),
        _ => None,
    }
}
