//! Whether the rows are one vote or several below one another.

use std::collections::HashMap;

use super::ReadError;
use super::columns::Columns;
use super::mapping::Role;
use super::table::Record;
use super::vocabulary::{self, Match};

/// Refuses a table in which members come again and again.
///
/// # Errors
/// [`ReadError::VotesBelowOneAnother`].
pub(super) fn check_one_vote(file: &str, columns: &Columns, rows: &[Record]) -> Result<(), ReadError> {
    const FEWEST_ROWS: usize = 10;
    let dividing = dividing_column(columns);
    if rows.len() < FEWEST_ROWS && dividing.is_none() {
        return Ok(());
    }
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

/// The columns that say who voted: names that differ, else an identifier, also one that was given no role
/// because it repeats; without any header for them, a column of texts that stand equally often.
fn member_columns(columns: &Columns) -> Vec<usize> {
    let all = || columns.choices.iter().zip(&columns.profiles).enumerate();
    let with_roles = |roles: &[Role]| -> Vec<usize> {
        all()
            .filter(|(_, (choice, profile))| {
                choice.role.is_some_and(|role| roles.contains(&role)) && profile.counts.len() > 1
            })
            .map(|(column, _)| column)
            .collect()
    };
    let headed = |wanted: Role| -> Vec<usize> {
        all()
            .filter(|(_, (choice, profile))| {
                let is_whole = vocabulary::role(&choice.header) == Some((wanted, Match::Whole));
                choice.role.is_none() && is_whole && profile.counts.len() > 1
            })
            .map(|(column, _)| column)
            .collect()
    };
    let by_content = || -> Vec<usize> {
        all()
            .filter(|(_, (choice, profile))| choice.role.is_none() && profile.repeats_evenly())
            .map(|(column, _)| column)
            .take(1)
            .collect()
    };
    let names = [Role::Name, Role::FirstName, Role::MiddleName, Role::LastName, Role::SecondLastName];
    [with_roles(&[Role::Id]), with_roles(&names), headed(Role::Id), headed(Role::Name), by_content()]
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}
