//! What a table is instead, where it is no roll call.
//!
//! Goes in: columns without votes. Comes out: the [`ReadError`] that says what the file is and what to open
//! instead. Must not know: how votes are read.

use super::ReadError;
use super::columns::Columns;
use super::mapping::Role;
use super::vocabulary;
use crate::model::Position;

/// Says what a table without votes is.
pub(super) fn of(file: &str, columns: &Columns) -> ReadError {
    let file = file.to_owned();
    let has = |role: Role| columns.choices.iter().any(|choice| choice.role == Some(role));
    let has_names = [Role::Name, Role::FirstName, Role::LastName].into_iter().any(has);
    let counts: Vec<String> = columns
        .choices
        .iter()
        .zip(&columns.profiles)
        .filter(|(choice, profile)| {
            let counted = vocabulary::counted_position(&choice.header);
            profile.is_numeric()
                && matches!(counted, Some(Position::For | Position::Against | Position::Abstain))
        })
        .map(|(choice, _)| choice.header.clone())
        .collect();
    let is_list = has(Role::VoteTitle) || has(Role::VoteDate) || has(Role::VoteId);
    if counts.len() >= 2 {
        return if has_names && !is_list {
            ReadError::Aggregates { file, columns: counts }
        } else {
            ReadError::TotalsOnly { file, columns: counts }
        };
    }
    let headers = || columns.choices.iter().map(|choice| choice.header.clone()).collect();
    let is_member_list =
        has(Role::Party) || has(Role::PartyShort) || has(Role::Constituency) || has(Role::Seat);
    let are_people = has(Role::FirstName) || has(Role::LastName);
    if are_people || (has_names && is_member_list) {
        return ReadError::MembersOnly { file };
    }
    if is_list && columns.profiles.iter().any(|profile| profile.is_mostly_distinct()) {
        return ReadError::ListOfVotes { file };
    }
    ReadError::NoVoteColumn { file, columns: headers() }
}
