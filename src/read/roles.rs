//! The roles of the columns beside the votes: by header words first, by content where those say nothing.
//!
//! Goes in: headers, profiles, and how votes are divided. Comes out: a role for each column that has one.
//! Must not know: where the votes are found, words for positions.

use super::columns::is_no;
use super::division::{Codes, Division};
use super::mapping::Role;
use super::profile::Profile;
use super::table::Record;
use super::vocabulary::{self, Match};
use super::words::header_words;
use crate::model::{Position, VoteDate};

/// Roles that only one column can have.
const UNIQUE: [Role; 18] = [
    Role::Name,
    Role::MiddleName,
    Role::FirstName,
    Role::LastName,
    Role::SecondLastName,
    Role::Party,
    Role::PartyShort,
    Role::PartyColour,
    Role::Seat,
    Role::Id,
    Role::Weight,
    Role::Score,
    Role::CallOrder,
    Role::CallTime,
    Role::Proxy,
    Role::DeclaredFor,
    Role::DeclaredAgainst,
    Role::DeclaredAbstain,
];

pub(super) struct Chooser {
    pub(super) headers: Vec<String>,
    pub(super) profiles: Vec<Profile>,
    pub(super) by_header: Vec<Option<(Role, Match)>>,
    pub(super) roles: Vec<Option<Role>>,
    /// How several votes below one another are told apart.
    pub(super) division: Option<Division>,
    /// Whether the table holds many votes.
    pub(super) has_many_votes: bool,
}

impl Chooser {
    /// A header such as `number of votes`.
    fn counts_votes(&self, column: usize) -> bool {
        const COUNTS: [&str; 5] = ["votes", "vote", "voix", "number", "nombre"];
        header_words(&self.headers[column]).iter().any(|word| COUNTS.contains(&word.as_str()))
    }

    /// Gives the columns that divide the votes their roles: their own where one title or day does, else that
    /// of the vote's number. Without headers, what goes with the vote and what with the member is told by
    /// what determines what.
    pub(super) fn take_division(&mut self, division: &Division, rows: &[Record], has_header: bool) {
        self.division = Some(division.clone());
        for &column in &division.votes {
            let own = self.by_header[column].map(|(role, _)| role);
            let is_alone = division.votes.len() == 1;
            let role = own.filter(|role| is_alone && matches!(role, Role::VoteTitle | Role::VoteDate));
            self.roles[column] = Some(role.unwrap_or(Role::VoteId));
        }
        // Another number of the vote would only divide it.
        for column in 0..self.by_header.len() {
            let is_other = !division.votes.contains(&column);
            if is_other && matches!(self.by_header[column], Some((Role::VoteId, _))) {
                self.by_header[column] = None;
            }
        }
        if !has_header {
            self.take_what_goes_with(division, rows);
        }
    }

    fn take_what_goes_with(&mut self, division: &Division, rows: &[Record]) {
        let (votes, members) = (Codes::of(rows, &division.votes), Codes::of(rows, &division.members));
        let num_members = division.num_members;
        let mut names = Vec::new();
        for column in 0..self.profiles.len() {
            let profile = &self.profiles[column];
            let distinct = profile.counts.len();
            if self.roles[column].is_some() || distinct == 0 {
                continue;
            }
            let codes = Codes::of(rows, &[column]);
            let letters = profile.counts.keys().filter(|cell| cell.chars().any(char::is_alphabetic)).count();
            let is_text = letters * 10 > distinct * 9;
            if division.members.contains(&column) {
                if is_text { names.push(column) } else { self.roles[column] = Some(Role::Id) }
            } else if votes.determines(&codes) {
                let is_day = |cell: &String| matches!(VoteDate::from_text(cell), VoteDate::Day(_));
                if profile.counts.keys().all(is_day) {
                    self.roles[column] = Some(Role::VoteDate);
                } else if profile.spaced * 2 > profile.filled && !self.roles.contains(&Some(Role::VoteTitle))
                {
                    self.roles[column] = Some(Role::VoteTitle);
                }
            } else if members.determines(&codes) && is_text {
                if distinct * 2 > num_members {
                    names.push(column);
                } else if distinct * 3 <= profile.filled && !self.roles.contains(&Some(Role::Party)) {
                    self.roles[column] = Some(Role::Party);
                }
            }
        }
        let parts = [Role::FirstName, Role::LastName];
        match names.as_slice() {
            [] => {}
            [only] => self.roles[*only] = Some(Role::Name),
            [first, last, ..] => {
                for (&column, role) in [first, last].into_iter().zip(parts) {
                    self.roles[column] = Some(role);
                }
            }
        }
    }

    /// Counts beside the vote are the declared result, where their headers say so.
    pub(super) fn choose_declared(&mut self, is_one_vote: bool) {
        for column in 0..self.roles.len() {
            let is_free = self.roles[column].is_none() && self.profiles[column].is_numeric();
            let role = match vocabulary::counted_position(&self.headers[column]) {
                Some(Position::For) => Role::DeclaredFor,
                Some(Position::Against) => Role::DeclaredAgainst,
                Some(Position::Abstain) => Role::DeclaredAbstain,
                _ => continue,
            };
            // What is declared of one vote is the same in every row; `No` above 1, 2, 3 numbers the rows.
            let can_be = !is_one_vote || self.profiles[column].counts.len() == 1;
            if is_free && can_be && self.profiles[column].filled > 0 && !self.roles.contains(&Some(role)) {
                self.roles[column] = Some(role);
            }
        }
    }

    /// A title, day or count that differs inside one vote is the member's, not the vote's.
    pub(super) fn drop_what_is_not_of_the_vote(&mut self, rows: &[Record]) {
        let Some(division) = &self.division else { return };
        let votes = Codes::of(rows, &division.votes);
        for column in 0..self.roles.len() {
            let is_of_vote = matches!(
                self.roles[column],
                Some(
                    Role::VoteTitle
                        | Role::VoteDate
                        | Role::VoteYear
                        | Role::VoteMonth
                        | Role::VoteDay
                        | Role::Session
                        | Role::Chamber
                        | Role::DeclaredFor
                        | Role::DeclaredAgainst
                        | Role::DeclaredAbstain
                )
            );
            if is_of_vote
                && !division.votes.contains(&column)
                && !votes.determines(&Codes::of(rows, &[column]))
            {
                self.roles[column] = None;
            }
        }
    }

    /// True where each member has one text in a column, whatever the vote; a member may change party.
    fn goes_with_members(&self, column: usize, rows: &[Record]) -> bool {
        let Some(division) = &self.division else { return true };
        let (members, codes) = (Codes::of(rows, &division.members), Codes::of(rows, &[column]));
        members.determines(&codes)
    }

    /// True where (nearly) every member has a text of its own.
    fn is_mostly_distinct(&self, column: usize) -> bool {
        let distinct = self.profiles[column].counts.len();
        match &self.division {
            Some(division) => {
                distinct * 10 >= division.num_members * 8 && distinct * 10 <= division.num_members * 12 + 10
            }
            None => self.profiles[column].is_mostly_distinct(),
        }
    }

    /// Gives each remaining column the role its header names, whole matches before partial ones, each
    /// unique role to one column, and only where the content can be that.
    pub(super) fn choose_by_header(&mut self, num_rows: usize) {
        for wanted in [Match::Whole, Match::Part] {
            for column in 0..self.roles.len() {
                let Some((role, matched)) = self.by_header[column] else { continue };
                let is_free = self.roles[column].is_none() && self.profiles[column].filled > 0;
                if matched != wanted || !is_free {
                    continue;
                }
                let role = self.fitting_role(role, matched, column, num_rows);
                let is_taken = |role| UNIQUE.contains(&role) && self.roles.contains(&Some(role));
                if let Some(role) = role.filter(|&role| !is_taken(role)) {
                    self.roles[column] = Some(role);
                }
            }
        }
    }

    /// The role a header names, corrected by what the cells are.
    fn fitting_role(&self, role: Role, matched: Match, column: usize, num_rows: usize) -> Option<Role> {
        let profile = &self.profiles[column];
        let fits = match role {
            Role::Name | Role::FirstName | Role::LastName | Role::Party | Role::Id | Role::VoteId
                if profile.are_links() =>
            {
                false
            }
            // Where there are many votes, a number of votes is how often a member took part.
            Role::Weight if self.has_many_votes && (matched == Match::Part || self.counts_votes(column)) => {
                false
            }
            // `Votes` beside the vote, in numbers: the votes that each casts.
            Role::Position if profile.is_numeric() && self.roles.contains(&Some(Role::Position)) => {
                let is_free = !self.by_header.iter().any(|found| matches!(found, Some((Role::Weight, _))));
                return is_free.then_some(Role::Weight);
            }
            // A second column with votes, or a `vote` column without any.
            Role::Position => false,
            // `MP` and `person` head names in one file, numbers in another.
            Role::Name if profile.is_numeric() => {
                return self.is_mostly_distinct(column).then_some(Role::Id);
            }
            Role::Name if matched == Match::Part => {
                let has = |role| self.by_header.contains(&Some((role, Match::Whole)));
                let is_in_parts = has(Role::FirstName) && has(Role::LastName);
                let many = self.division.as_ref().map_or(profile.filled, |division| division.num_members);
                !is_in_parts && profile.counts.len() * 10 >= many * 6
            }
            // A flag, or the name of whoever cast the vote: blank or no for somebody.
            Role::Proxy => profile.filled < num_rows || profile.counts.keys().any(|cell| is_no(cell)),
            Role::Id => self.is_mostly_distinct(column),
            // `last_means`, `first_year`.
            Role::FirstName | Role::MiddleName | Role::LastName | Role::SecondLastName => {
                !profile.is_numeric()
            }
            // An hour or a minute is no day.
            Role::VoteDate => !profile.is_numeric() || profile.counts.keys().all(|cell| cell.len() >= 8),
            Role::Weight
            | Role::Score
            | Role::CallOrder
            | Role::DeclaredFor
            | Role::DeclaredAgainst
            | Role::DeclaredAbstain => profile.is_numeric(),
            Role::Party => !(self.is_mostly_distinct(column) && profile.filled > 8 && profile.is_numeric()),
            _ => true,
        };
        fits.then_some(role)
    }

    /// `nom` beside `prénom` is the last name and `nome` beside `cognome` the first, unless it repeats them;
    /// `nombre` beside no last name is the whole name.
    pub(super) fn mend_names(&mut self, rows: &[Record]) {
        let column = |roles: &[Option<Role>], role| roles.iter().position(|&known| known == Some(role));
        let (name, first, last) = (
            column(&self.roles, Role::Name),
            column(&self.roles, Role::FirstName),
            column(&self.roles, Role::LastName),
        );
        let repeats = |whole: usize, part: usize| {
            let is_repeated = |row: &&Record| row.cell(whole).contains(row.cell(part));
            rows.iter().filter(is_repeated).count() * 2 > rows.len()
        };
        match (name, first, last) {
            (Some(name), Some(first), None) if !repeats(name, first) => {
                self.roles[name] = Some(Role::LastName);
            }
            (Some(name), None, Some(last)) if !repeats(name, last) => {
                self.roles[name] = Some(Role::FirstName);
            }
            (None, Some(first), None) => self.roles[first] = Some(Role::Name),
            _ => {}
        }
    }

    /// Without a header for them: the name is the column with the most distinct texts of several words, the
    /// party a column of few texts that many rows share.
    pub(super) fn choose_by_content(&mut self, rows: &[Record]) {
        let num_rows = rows.len();
        let has = |roles: &[Option<Role>], role| roles.contains(&Some(role));
        let names = [Role::Name, Role::LastName, Role::FirstName];
        if !names.into_iter().any(|role| has(&self.roles, role)) {
            let best = (0..self.roles.len())
                .filter(|&column| self.roles[column].is_none())
                .filter(|&column| {
                    let profile = &self.profiles[column];
                    let is_name = !profile.is_numeric() && !profile.are_links();
                    self.is_mostly_distinct(column) && is_name && profile.filled * 2 > num_rows
                })
                .max_by_key(|&column| {
                    (self.profiles[column].spaced, self.profiles[column].counts.len(), usize::MAX - column)
                });
            // A table of countries or cities names its members by their place.
            let place = (0..self.roles.len()).find(|&column| {
                self.roles[column] == Some(Role::Constituency) && self.is_mostly_distinct(column)
            });
            if let Some(column) = best.or(place) {
                self.roles[column] = Some(Role::Name);
            }
        }
        if !has(&self.roles, Role::Party) && !has(&self.roles, Role::PartyShort) {
            let is_shared = |profile: &Profile| {
                let distinct = profile.counts.len();
                let are_names = profile.counts.keys().all(|cell| cell.chars().count() > 1);
                (2..=40).contains(&distinct)
                    && distinct * 3 <= profile.filled
                    && !profile.is_numeric()
                    && profile.position_words == 0
                    && are_names
            };
            let best = (0..self.roles.len())
                .filter(|&column| self.roles[column].is_none() && self.by_header[column].is_none())
                .find(|&column| {
                    is_shared(&self.profiles[column])
                        && self.profiles[column].filled * 2 > num_rows
                        && self.goes_with_members(column, rows)
                });
            if let Some(column) = best {
                self.roles[column] = Some(Role::Party);
            }
        }
    }
}
