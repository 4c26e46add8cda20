//! The members in a file, whether it holds a vote or not: for those who are to be called.
//!
//! Goes in: a path. Comes out: a [`Reading`] with one vote; where the file holds none, one in which nobody's
//! position is known. Must not know: what the members are wanted for.

use std::path::Path;

use crate::model::Position;
use crate::read::reading::{read_beside, table_of};
use crate::read::report::problem::Problems;
use crate::read::table::Table;
use crate::read::table::heading::{self, HeaderAt};
use crate::read::vocabulary::{self, Match};
use crate::read::{Options, ReadError, Reading, Role, Source, open};

/// Opens a file for its members: any file of votes (the first vote counts), a table of members, or a list of
/// names, one a line.
///
/// # Errors
/// A [`ReadError`] that says what the file is instead.
pub fn open_members(path: &Path, options: &Options) -> Result<Reading, ReadError> {
    match open(path, options) {
        Ok(composition) if composition.is_composition() => {
            let mut members = composition.archive.members().iter();
            if members.all(|member| member.name.is_empty()) {
                let columns = composition.mapping.columns.into_iter().map(|column| column.header).collect();
                return Err(ReadError::NoVoteColumn { file: composition.file, columns });
            }
            // The table says more of members than a composition shows: weights, the order of calling.
            read_members(&Source::open(path)?).or(Ok(composition))
        }
        Err(
            fault @ (ReadError::MembersOnly { .. }
            | ReadError::NoVoteColumn { .. }
            | ReadError::Aggregates { .. }
            | ReadError::NoRows { .. }),
        ) => {
            let source = Source::open(path)?;
            // The first fault says more than that of a table made up here.
            read_members(&source).map_err(|_| fault)
        }
        other => other,
    }
}

/// The members of a table without votes.
fn read_members(source: &Source) -> Result<Reading, ReadError> {
    let (table, _) = table_of(source, None)?;
    let text = with_unknown_votes(&table, &source.name);
    read_beside(&Source::new(source.name.clone(), text), None, &|_| Vec::new())
}

/// The table as CSV with a column of votes in which nobody's position is known.
fn with_unknown_votes(table: &Table, file: &str) -> String {
    let is_list = table.records.iter().all(|record| record.cells.len() < 2);
    let heading = heading::read(table, HeaderAt::Unknown, &mut Problems::new(file));
    let is_name =
        |cell: &str| matches!(vocabulary::role(cell), Some((Role::Name | Role::LastName, Match::Whole)));
    let header = if is_list {
        table.records.first().filter(|record| is_name(record.cell(0))).map(|_| 0)
    } else {
        heading.header
    };
    let mut text = String::new();
    for (_, comment) in &table.comments {
        text.push_str(&format!("# {comment}\n"));
    }
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    if header.is_none() && is_list {
        // Writing into memory does not fail.
        writer.write_record(["name", "position"]).ok();
    }
    let first = header.unwrap_or(0);
    for (index, record) in table.records.iter().enumerate().skip(first) {
        let last = if Some(index) == header { "position" } else { Position::Unknown.key() };
        let cells = record.cells.iter().chain([last]);
        writer.write_record(cells).ok();
    }
    text.push_str(&String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default());
    text
}
