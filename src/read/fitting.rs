//! A mapping that was given, applied to a table: its columns are found by their headers.
//!
//! Goes in: a [`Mapping`] and the records. Comes out: the header and the columns with their roles, or the
//! fault that names the column that is missing. Must not know: how columns are guessed.

use super::ReadError;
use super::columns::Columns;
use super::division::Divided;
use super::finding::Found;
use super::mapping::{ColumnChoice, Mapping, Role, Shape};
use super::profile::Profile;
use super::table::Record;
use super::words::header_words;

/// The header is looked for in this many records.
const SEARCHED: usize = 40;

/// Finds the header that a mapping asks for: the first line that, with those above it, has every column.
///
/// # Errors
/// [`ReadError::MappingMisses`] names the first column that no line has.
pub(super) fn header(mapping: &Mapping, records: &[Record], file: &str) -> Result<Option<usize>, ReadError> {
    if mapping.header_line.is_none() {
        return Ok(None);
    }
    let missing = |end: usize| {
        let has = |column: &&ColumnChoice| {
            let is_it = |line: &Record| line.cells.iter().any(|cell| is_same(cell.trim(), &column.header));
            column.header.parse::<usize>().is_err() && !records[..=end].iter().any(is_it)
        };
        mapping.columns.iter().filter(|column| column.role.is_some()).find(has)
    };
    let last = records.len().min(SEARCHED);
    if let Some(found) = (0..last).find(|&end| missing(end).is_none()) {
        return Ok(Some(found));
    }
    let column = last.checked_sub(1).and_then(missing).map_or(String::new(), |column| column.header.clone());
    Err(ReadError::MappingMisses { file: file.to_owned(), column })
}

/// The headers of a table: those that the mapping names, in whichever line above the rows, else as they are.
pub(super) fn headers(mapping: &Mapping, lines: &[Record], mut headers: Vec<String>) -> Vec<String> {
    let is_named = |text: &str| mapping.columns.iter().any(|column| is_same(&column.header, text));
    for (column, header) in headers.iter_mut().enumerate() {
        let named = lines.iter().rev().map(|line| line.cell(column)).find(|cell| is_named(cell));
        if let Some(named) = named.filter(|_| !is_named(header)) {
            named.clone_into(header);
        }
    }
    headers
}

fn is_same(one: &str, other: &str) -> bool {
    one == other || (!header_words(one).is_empty() && header_words(one) == header_words(other))
}

/// The columns of a table with the roles of a mapping. The n-th column of a name is the n-th in the mapping.
///
/// # Errors
/// [`ReadError::MappingMisses`] where no column has votes.
pub(super) fn columns(
    mapping: &Mapping,
    headers: Vec<String>,
    rows: &[Record],
    file: &str,
) -> Result<Columns, ReadError> {
    let mut is_taken = vec![false; mapping.columns.len()];
    let choices: Vec<ColumnChoice> = headers
        .into_iter()
        .map(|header| {
            let found = (0..mapping.columns.len())
                .find(|&index| !is_taken[index] && mapping.columns[index].header == header)
                .or_else(|| {
                    (0..mapping.columns.len())
                        .find(|&index| !is_taken[index] && is_same(&mapping.columns[index].header, &header))
                });
            let role = match found {
                Some(index) => {
                    is_taken[index] = true;
                    mapping.columns[index].role
                }
                None => mapping.rest,
            };
            ColumnChoice { header, role }
        })
        .collect();
    let missing =
        mapping.columns.iter().zip(&is_taken).find(|(column, taken)| column.role.is_some() && !**taken);
    if let Some((column, _)) = missing {
        return Err(ReadError::MappingMisses { file: file.to_owned(), column: column.header.clone() });
    }
    let profiles = (0..choices.len()).map(|column| Profile::of(rows, column)).collect();
    let with = |role| -> Vec<usize> {
        (0..choices.len()).filter(|&column| choices[column].role == Some(role)).collect()
    };
    let found = match (with(Role::Position), with(Role::Flag)) {
        (positions, _) if mapping.shape.is_matrix() && !positions.is_empty() => Found::Columns(positions),
        (positions, _) if positions.len() == 1 => Found::Column(positions[0]),
        (positions, flags) if positions.is_empty() && !flags.is_empty() => Found::Flags(flags),
        (positions, _) if positions.len() > 1 => Found::Columns(positions),
        _ => Found::Nothing,
    };
    Ok(Columns { choices, profiles, found, divided: Divided::No })
}

/// The shape that a mapping asks for; several columns of votes are a matrix whatever it says.
pub(super) fn shape(mapping: &Mapping, columns: &Columns) -> Shape {
    match (&columns.found, mapping.shape) {
        (Found::Columns(_), Shape::OneVote | Shape::Long) => Shape::Wide,
        (_, shape) => shape,
    }
}
