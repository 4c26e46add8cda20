//! What one row says of a member, of a party and of a vote, by the roles of its columns.
//!
//! Goes in: a row and the columns' roles, of the table of votes or of one beside it. Comes out: texts and
//! values. Must not know: words for positions, problems.

use super::codes::whole;
use super::mapping::{ColumnChoice, Role};
use super::table::Record;
use crate::model::{Declared, RollCallInfo, VoteDate, Votes};

/// The columns with a role, except those with votes.
#[derive(Clone, Debug, Default)]
pub(super) struct RoleIndex(Vec<(Role, usize)>);

impl RoleIndex {
    pub(super) fn of(columns: &[ColumnChoice]) -> Self {
        let with_role =
            columns.iter().enumerate().filter_map(|(column, choice)| Some((choice.role?, column)));
        Self(with_role.filter(|(role, _)| !matches!(role, Role::Position | Role::Flag)).collect())
    }

    pub(super) fn columns(&self, role: Role) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().filter(move |(known, _)| *known == role).map(|&(_, column)| column)
    }

    pub(super) fn column(&self, role: Role) -> Option<usize> {
        self.columns(role).next()
    }

    pub(super) fn has(&self, role: Role) -> bool {
        self.column(role).is_some()
    }

    pub(super) fn has_names(&self) -> bool {
        [Role::Name, Role::FirstName, Role::LastName].into_iter().any(|role| self.has(role))
    }

    pub(super) fn view<'a>(&'a self, row: &'a Record) -> View<'a> {
        View { roles: self, row }
    }
}

/// A row seen through its roles.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'a> {
    pub(super) roles: &'a RoleIndex,
    pub(super) row: &'a Record,
}

impl View<'_> {
    /// The first filled cell of a role, on one line. `NA` is not filled.
    pub(super) fn text(self, role: Role) -> Option<String> {
        self.cell(role).map(one_line)
    }

    /// The first filled cell of a role as it stands.
    fn cell(&self, role: Role) -> Option<&str> {
        let mut cells = self.roles.columns(role).map(|column| self.row.cell(column));
        cells.find(|cell| is_filled(cell))
    }

    pub(super) fn name(self) -> String {
        if let Some(column) = self.roles.column(Role::Name) {
            return one_line(self.row.cell(column));
        }
        let parts = [Role::FirstName, Role::MiddleName, Role::LastName, Role::SecondLastName];
        let parts = parts.into_iter().filter_map(|role| self.text(role)).collect::<Vec<_>>();
        parts.join(" ")
    }

    /// The publisher's identifier of the member; nothing where it says that there is none.
    pub(super) fn key(self) -> Option<String> {
        let text = self.text(Role::Id)?;
        text.chars().any(char::is_alphanumeric).then(|| whole(&text).to_owned())
    }

    pub(super) fn constituency(self) -> Option<String> {
        let mut places: Vec<String> = Vec::new();
        for column in self.roles.columns(Role::Constituency) {
            let place = one_line(self.row.cell(column));
            if is_filled(&place) && !places.contains(&place) {
                places.push(place);
            }
        }
        (!places.is_empty()).then(|| places.join(", "))
    }

    /// The number of the vote, of all the columns that make it one.
    pub(super) fn vote_id(self) -> Option<String> {
        let mut id = String::new();
        let columns = self.roles.columns(Role::VoteId);
        for part in columns.map(|column| whole(self.row.cell(column))).filter(|part| !part.is_empty()) {
            if !id.is_empty() {
                id.push('-');
            }
            id.push_str(part);
        }
        (!id.is_empty()).then(|| if is_one_line(&id) { id } else { one_line(&id) })
    }

    fn date(self) -> Option<VoteDate> {
        if let Some(text) = self.text(Role::VoteDate) {
            return Some(VoteDate::from_text(&text));
        }
        let number = |role| self.text(role).and_then(|text| whole(&text).parse::<u16>().ok());
        let (year, month) = (number(Role::VoteYear)?, number(Role::VoteMonth)?);
        let day = number(Role::VoteDay)?;
        Some(VoteDate::from_text(&format!("{year:04}-{month:02}-{day:02}")))
    }

    fn declared(self) -> Option<Declared> {
        let votes = |role| self.cell(role).and_then(|cell| whole(cell).parse::<Votes>().ok());
        Some(Declared {
            in_favour: votes(Role::DeclaredFor)?,
            against: votes(Role::DeclaredAgainst)?,
            abstain: votes(Role::DeclaredAbstain),
        })
    }

    /// Adds what the row says of the vote, where it was not known.
    pub(super) fn complete(self, info: &mut RollCallInfo) {
        info.id = info.id.take().or_else(|| self.vote_id());
        info.title = info.title.take().or_else(|| self.text(Role::VoteTitle));
        info.date = info.date.take().or_else(|| self.date());
        info.chamber = info.chamber.take().or_else(|| self.text(Role::Chamber));
        info.declared = info.declared.take().or_else(|| self.declared());
    }
}

/// A cell with something in it. Statistics programs write `NA` and `NULL` for nothing.
fn is_filled(cell: &str) -> bool {
    const LONGEST: usize = 4;
    cell.len() > LONGEST
        || !matches!(cell, "" | "NA" | "N/A" | "n/a" | "NULL" | "null" | "None" | "nan" | "NaN")
}

/// Line breaks and runs of spaces in a cell become one space.
pub(super) fn one_line(cell: &str) -> String {
    if is_one_line(cell) {
        cell.trim().to_owned()
    } else {
        cell.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// True where a text has neither line breaks nor runs of spaces.
fn is_one_line(cell: &str) -> bool {
    let mut has_run = false;
    let mut before = 0;
    let is_ascii = cell.bytes().all(|byte| {
        has_run |= byte == b' ' && before == b' ';
        before = byte;
        byte == b' ' || byte.is_ascii_graphic()
    });
    if is_ascii {
        !has_run
    } else {
        !cell.contains("  ") && !cell.contains(|c: char| c.is_whitespace() && c != ' ')
    }
}
