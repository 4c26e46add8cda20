//! The journal of a roll call as a vote like any other.
//!
//! Goes in: the bytes of a journal, or a roll call under way. Comes out: a [`Reading`]. What a line means is the
//! business of `record`, which stands below. Must not know: how a journal is written.

use crate::read::mapping::{Mapping, Shape};
use crate::read::reading::Ways;
use crate::read::report::origin::Origin;
use crate::read::report::problem::Problems;
use crate::read::rows::RowCount;
use crate::read::{Done, Format, ProblemKind, ReadError, Reading, Source, source::encoding};
use crate::record::{Call, Condition, is_journal, scan};

/// Reads a source that is a journal; `None` for every other one.
pub(super) fn read(source: &Source) -> Option<Result<Reading, ReadError>> {
    if !is_journal(&source.bytes) {
        return None;
    }
    let found = scan(&source.bytes);
    let Some(call) = found.call else {
        let file = source.name.clone();
        return Some(Err(match found.condition {
            Condition::Damaged { damage, .. } => ReadError::BadJournal { file, damage },
            // A first line that was never written to its end: the roll call did not start.
            _ => ReadError::NoRows { file },
        }));
    };
    let mut problems = Problems::new(&source.name);
    match found.condition {
        Condition::Intact => {}
        Condition::Torn { line } => {
            problems.add(ProblemKind::TornLine, Done::Ignored, Some(line), None, "");
        }
        Condition::Damaged { line, damage } => {
            let found = damage.message().to_string();
            problems.add(ProblemKind::DamagedLine, Done::Ignored, Some(line), None, &found);
        }
    }
    Some(reading_of_call(&source.name, &call).map(|mut reading| {
        reading.problems = problems.into_list();
        reading
    }))
}

/// A roll call under way, or closed, as it would be read from its journal.
///
/// # Errors
/// None in practice: every ballot is of a member of the roster.
pub fn reading_of_call(file: &str, call: &Call) -> Result<Reading, ReadError> {
    let unreadable = |cause: String| ReadError::Unreadable { file: file.to_owned(), cause };
    let archive = call.archive().map_err(|error| unreadable(error.to_string()))?;
    let present = call.desks().len() as u64;
    Ok(Reading {
        file: file.to_owned(),
        format: Format::Json,
        archive,
        mapping: Mapping {
            shape: Shape::OneVote,
            encoding: encoding::decode(b"").encoding,
            delimiter: ',',
            header_line: None,
            columns: Vec::new(),
            rest: None,
            words: Vec::new(),
            options: Vec::new(),
        },
        companions: Vec::new(),
        origin: Origin::default(),
        rows: RowCount { present, read: present, set_aside: 0 },
        blank_rows: 0,
        problems: Vec::new(),
        ways: Ways::default(),
    })
}
