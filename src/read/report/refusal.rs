//! What a table is instead, where it is no roll call.
//!
//! Goes in: columns without votes. Comes out: the [`ReadError`] that says what the file is and what to open
//! instead. Must not know: how votes are read.

use crate::model::Position;
use crate::read::ReadError;
use crate::read::infer::Columns;
use crate::read::lookup::joins::counts_that_add_up;
use crate::read::mapping::Role;
use crate::read::table::Record;
use crate::read::table::matrix::are_names;
use crate::read::table::profile::Profile;
use crate::read::vocabulary::{self, Match};

/// Says what a table without votes is.
pub(in crate::read) fn of(file: &str, columns: &Columns, rows: &[Record]) -> ReadError {
    let file = file.to_owned();
    let tells_who_was_there = |(_, profile): &(_, &Profile)| {
        profile.is_attendance() && profile.known_words * 10 >= profile.filled * 6
    };
    if let Some((choice, _)) = columns.choices.iter().zip(&columns.profiles).find(tells_who_was_there) {
        return ReadError::Attendance { file, column: choice.header.clone() };
    }
    let headed = |wanted: &[Role], matched: &[Match]| {
        columns.choices.iter().any(|choice| {
            matches!(vocabulary::role(&choice.header), Some((role, found))
                if wanted.contains(&role) && matched.contains(&found))
        })
    };
    let any = [Match::Whole, Match::Part];
    let has_names = headed(&[Role::Name, Role::FirstName, Role::LastName], &any);
    let is_list = headed(&[Role::VoteTitle, Role::VoteDate, Role::VoteId], &[Match::Whole]);
    let counts = counts(columns, rows);
    if counts.len() >= 2 {
        return if has_names && !is_list {
            ReadError::Aggregates { file, columns: counts }
        } else {
            ReadError::TotalsOnly { file, columns: counts }
        };
    }
    let holds_names = columns.choices.iter().zip(&columns.profiles).any(|(choice, profile)| {
        matches!(vocabulary::role(&choice.header), Some((Role::Name, _)))
            && profile.is_mostly_distinct()
            && are_names(profile.counts.keys().map(String::as_str))
    });
    let are_people = headed(&[Role::FirstName, Role::LastName], &[Match::Whole]) || holds_names;
    let has_parties = headed(&[Role::Party, Role::PartyShort, Role::Constituency, Role::Seat], &any);
    let has_person = headed(&[Role::Name], &[Match::Whole]) && has_parties;
    if are_people || (has_person && !is_list) {
        return ReadError::MembersOnly { file };
    }
    if is_list && columns.profiles.iter().any(Profile::is_mostly_distinct) {
        return ReadError::ListOfVotes { file };
    }
    let headers = columns.choices.iter().map(|choice| choice.header.clone()).collect();
    ReadError::NoVoteColumn { file, columns: headers }
}

/// The columns of counts: by their headers, else because four of them are a fifth together.
fn counts(columns: &Columns, rows: &[Record]) -> Vec<String> {
    let by_header: Vec<String> = columns
        .choices
        .iter()
        .zip(&columns.profiles)
        .filter(|(choice, profile)| {
            let counted = vocabulary::counted_position(&choice.header);
            let is_side = matches!(counted, Some(Position::For | Position::Against | Position::Abstain));
            profile.is_numeric() && is_side
        })
        .map(|(choice, _)| choice.header.clone())
        .collect();
    if by_header.len() >= 2 {
        return by_header;
    }
    let first = counts_that_add_up(rows, columns.choices.len());
    let four = first.map_or(0..0, |first| first..first + 4);
    four.map(|column| columns.choices[column].header.clone()).collect()
}
