//! Whether the rows are one vote or several below one another.

use std::collections::HashMap;

use super::columns::Columns;
use super::mapping::Role;
use super::table::Record;
use super::{ReadError, vocabulary};

/// Refuses a table in which members come again and again.
///
/// # Errors
/// [`ReadError::VotesBelowOneAnother`].
pub(super) fn check_one_vote(file: &str, columns: &Columns, rows: &[Record]) -> Result<(), ReadError> {
    const FEWEST_ROWS: usize = 10;
    if rows.len() < FEWEST_ROWS {
        return Ok(());
    }
    let dividing = dividing_column(columns);
    let members = member_columns(columns);
    let mut times: HashMap<Vec<&str>, usize> = HashMap::new();
    for row in rows {
        *times.entry(members.iter().map(|&column| row.cell(column)).collect()).or_default() += 1;
    }
    let repeated: usize = times.values().filter(|&&times| times > 1).sum();
    // A few members named twice are duplicates; a column that divides the votes makes fewer suspicious.
    let is_suspicious = match dividing {
        Some(_) => repeated * 10 > rows.len() * 3,
        None => !members.is_empty() && repeated * 10 > rows.len() * 6,
    };
    if !is_suspicious {
        return Ok(());
    }
    let count = match dividing {
        Some(column) => columns.profiles[column].counts.len(),
        None => rows.len().div_ceil(times.len().max(1)),
    };
    let column = dividing.map(|column| columns.choices[column].header.clone());
    Err(ReadError::VotesBelowOneAnother { file: file.to_owned(), column, count })
}

/// The column that says which vote a row belongs to: several values, each in several rows.
fn dividing_column(columns: &Columns) -> Option<usize> {
    [Role::VoteId, Role::VoteTitle, Role::VoteDate].into_iter().find_map(|role| {
        columns.choices.iter().zip(&columns.profiles).position(|(choice, profile)| {
            let distinct = profile.counts.len();
            choice.role == Some(role) && distinct > 1 && distinct * 3 <= profile.filled
        })
    })
}

/// The columns that say who voted. An identifier that repeats was given no role, so headers are
/// asked too; without any header, a column of texts that stand equally often.
fn member_columns(columns: &Columns) -> Vec<usize> {
    let with = |roles: &[Role]| -> Vec<usize> {
        let is_one = |column: &usize| {
            let choice = &columns.choices[*column];
            let named = vocabulary::role(&choice.header).map(|(role, _)| role);
            choice.role.or(named).is_some_and(|role| roles.contains(&role))
                && columns.profiles[*column].counts.len() > 1
        };
        (0..columns.choices.len()).filter(is_one).collect()
    };
    let by_id = with(&[Role::Id]);
    if !by_id.is_empty() {
        return by_id;
    }
    let by_name = with(&[Role::Name, Role::FirstName, Role::LastName]);
    if !by_name.is_empty() {
        return by_name;
    }
    (0..columns.choices.len()).filter(|&column| columns.profiles[column].repeats_evenly()).take(1).collect()
}
