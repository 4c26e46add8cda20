//! A mapping that was given, applied to a table: its columns are found by their headers.
//!
//! Goes in: a [`Mapping`] and the records. Comes out: the header and the columns with their roles, or the
//! fault that names the column that is missing. Must not know: how columns are guessed.

use std::collections::{HashMap, HashSet, VecDeque};

use crate::read::ReadError;
use crate::read::infer::coded::Coded;
use crate::read::infer::{Columns, Place};
use crate::read::mapping::{ColumnChoice, Mapping, Role, Shape};
use crate::read::table::Record;
use crate::read::table::heading::HeaderAt;
use crate::read::table::profile::Profile;
use crate::read::vocabulary::words::header_words;

/// The header is looked for in this many records.
const SEARCHED: usize = 40;

/// Headers that differ in case, accents and punctuation alone are the same.
fn reduced(header: &str) -> String {
    let words = header_words(header).join(" ");
    if words.is_empty() { header.trim().to_owned() } else { words }
}

/// Finds the header that a mapping asks for: the first line that, with those above it, has every column.
///
/// # Errors
/// [`ReadError::MappingMisses`] names the first column that no line has.
pub(super) fn header(mapping: &Mapping, records: &[Record], file: &str) -> Result<HeaderAt, ReadError> {
    if mapping.header_line.is_none() {
        return Ok(HeaderAt::Nowhere);
    }
    // A column that is called by its number has no header to be found.
    let is_named = |column: &&ColumnChoice| {
        column.role.is_some() && column.role != mapping.rest && column.header.parse::<usize>().is_err()
    };
    let wanted: Vec<&ColumnChoice> = mapping.columns.iter().filter(is_named).collect();
    let mut found: HashSet<String> = HashSet::new();
    for (index, record) in records.iter().take(SEARCHED).enumerate() {
        found.extend(record.cells.iter().map(reduced));
        if wanted.iter().all(|column| found.contains(&reduced(&column.header))) {
            return Ok(HeaderAt::Record(index));
        }
    }
    let missing = wanted.iter().find(|column| !found.contains(&reduced(&column.header)));
    let column = missing.map_or(String::new(), |column| column.header.clone());
    Err(ReadError::MappingMisses { file: file.to_owned(), column })
}

/// The headers of a table: those that the mapping names, in whichever line above the rows, else as they are.
pub(super) fn headers(mapping: &Mapping, lines: &[Record], mut headers: Vec<String>) -> Vec<String> {
    let named: HashSet<String> = mapping.columns.iter().map(|column| reduced(&column.header)).collect();
    for (column, header) in headers.iter_mut().enumerate() {
        if !named.contains(&reduced(header)) {
            let cells = lines.iter().rev().map(|line| line.cell(column));
            if let Some(cell) =
                cells.filter(|cell| !cell.is_empty()).find(|cell| named.contains(&reduced(cell)))
            {
                cell.clone_into(header);
            }
        }
    }
    headers
}

/// The columns of a table with the roles of a mapping. The n-th column of a name is the n-th in the mapping.
///
/// # Errors
/// [`ReadError::MappingMisses`] where a column is not there.
pub(super) fn columns(
    mapping: &Mapping,
    headers: Vec<String>,
    rows: &[Record],
    file: &str,
) -> Result<Columns, ReadError> {
    let mut by_header: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (index, column) in mapping.columns.iter().enumerate() {
        by_header.entry(reduced(&column.header)).or_default().push_back(index);
    }
    let mut is_taken = vec![false; mapping.columns.len()];
    let mut choices: Vec<ColumnChoice> = Vec::with_capacity(headers.len());
    for header in headers {
        let found = by_header.get_mut(&reduced(&header)).and_then(VecDeque::pop_front);
        let role = match found {
            Some(index) => {
                is_taken[index] = true;
                mapping.columns[index].role
            }
            None => mapping.rest,
        };
        choices.push(ColumnChoice { header, role });
    }
    // Votes and members that the next file does not have are not missed.
    let is_missed = |(column, taken): &(&ColumnChoice, &bool)| {
        !**taken && column.role.is_some() && column.role != mapping.rest
    };
    if let Some((column, _)) = mapping.columns.iter().zip(&is_taken).find(is_missed) {
        return Err(ReadError::MappingMisses { file: file.to_owned(), column: column.header.clone() });
    }
    let table = Coded::of(rows, choices.len());
    let profiles = table.columns.iter().map(Profile::of).collect();
    let with = |role| -> Vec<usize> {
        (0..choices.len()).filter(|&column| choices[column].role == Some(role)).collect()
    };
    let (positions, flags) = (with(Role::Position), with(Role::Flag));
    let place = match (positions.as_slice(), flags.as_slice()) {
        ([], []) => Place::Nothing,
        ([], _) => Place::Marks(flags),
        (&[only], _) if !mapping.shape.is_matrix() => Place::Column(only),
        _ => Place::Columns(positions),
    };
    // Several columns of votes are a matrix whatever the mapping says.
    let shape = match (&place, mapping.shape) {
        (Place::Columns(_), Shape::OneVote | Shape::Long) => Shape::Wide,
        (_, shape) => shape,
    };
    Ok(Columns { choices, profiles, place, shape, ..Columns::default() })
}
