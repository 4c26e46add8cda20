//! What one row says of a member, of a party and of a vote, by the roles of its columns.
//!
//! Goes in: a row and the columns' roles, of the table of votes or of one beside it. Comes out: texts and
//! values. Must not know: words for positions, problems.

use crate::model::{Declared, RollCallInfo, Stated, Verdict, VoteDate, Votes};
use crate::read::mapping::{ColumnChoice, Role};
use crate::read::table::Record;
use crate::read::vocabulary::codes::whole;
use crate::read::{vocabulary::majorities, vocabulary::results};

/// The roles of what is so of a vote as a whole, besides its number.
pub(in crate::read) const OF_VOTE: [Role; 7] = [
    Role::VoteTitle,
    Role::VoteDate,
    Role::Result,
    Role::Requirement,
    Role::DeclaredFor,
    Role::DeclaredAgainst,
    Role::DeclaredAbstain,
];

/// The first thing that two rows of one vote say differently of it: `7: “Lamps” ≠ “Bridges”`.
pub(in crate::read) fn contradiction(first: &RollCallInfo, other: &RollCallInfo) -> Option<String> {
    let differ = |first: Option<String>, other: Option<String>| {
        let (first, other) = (first?, other?);
        (first != other).then(|| format!("“{first}” ≠ “{other}”"))
    };
    let day = |info: &RollCallInfo| info.date.as_ref().map(ToString::to_string);
    let result = |info: &RollCallInfo| {
        info.stated.as_ref().map(|stated| stated.text.clone()).filter(|text| !text.is_empty())
    };
    let totals = |info: &RollCallInfo| {
        info.declared.as_ref().map(|declared| format!("{}–{}", declared.in_favour, declared.against))
    };
    let found = differ(first.title.clone(), other.title.clone())
        .or_else(|| differ(day(first), day(other)))
        .or_else(|| differ(result(first), result(other)))
        .or_else(|| differ(totals(first), totals(other)))?;
    let id = first.id.as_deref().map_or(String::new(), |id| format!("{id}: "));
    Some(id + &found)
}

/// The columns with a role, except those with votes.
#[derive(Clone, Debug, Default)]
pub(in crate::read) struct RoleIndex {
    columns: Vec<(Role, usize)>,
    /// What the headers of results state themselves: `is_accepted`.
    stated_by_header: Vec<(usize, Verdict)>,
    /// The columns under which a number is that of votes needed.
    numbers_needed: Vec<usize>,
    /// What codes of a result mean, where the table itself tells.
    result_codes: Vec<(String, Verdict)>,
}

impl RoleIndex {
    pub(in crate::read) fn of(columns: &[ColumnChoice]) -> Self {
        let with_role =
            columns.iter().enumerate().filter_map(|(column, choice)| Some((choice.role?, column)));
        let with_role: Vec<(Role, usize)> =
            with_role.filter(|(role, _)| !matches!(role, Role::Position | Role::Flag)).collect();
        let of = |wanted: Role| {
            let of_role = with_role.iter().filter(move |(role, _)| *role == wanted);
            of_role.map(|&(_, column)| (column, columns[column].header.as_str()))
        };
        let stated_by_header = of(Role::Result)
            .filter_map(|(column, header)| Some((column, results::stated_by(header)?)))
            .collect();
        let numbers_needed = of(Role::Requirement)
            .filter(|(_, header)| majorities::heads_a_number(header))
            .map(|(column, _)| column)
            .collect();
        Self { columns: with_role, stated_by_header, numbers_needed, result_codes: Vec::new() }
    }

    /// The same where codes of a result mean this.
    pub(in crate::read) fn with_results(self, result_codes: Vec<(String, Verdict)>) -> Self {
        Self { result_codes, ..self }
    }

    pub(in crate::read) fn columns(&self, role: Role) -> impl Iterator<Item = usize> + '_ {
        self.columns.iter().filter(move |(known, _)| *known == role).map(|&(_, column)| column)
    }

    pub(in crate::read) fn column(&self, role: Role) -> Option<usize> {
        self.columns(role).next()
    }

    pub(in crate::read) fn has(&self, role: Role) -> bool {
        self.column(role).is_some()
    }

    pub(in crate::read) fn has_names(&self) -> bool {
        [Role::Name, Role::FirstName, Role::LastName].into_iter().any(|role| self.has(role))
    }

    pub(in crate::read) fn view<'a>(&'a self, row: &'a Record) -> View<'a> {
        View { roles: self, row }
    }

    /// The result of a vote and the majority that it needed, in words, by what stands in its columns.
    pub(in crate::read) fn stated<'a>(
        &self,
        cell: impl Fn(usize) -> &'a str,
        declared: Option<&Declared>,
    ) -> Option<Stated> {
        let filled = |column: &usize| is_filled(cell(*column));
        let says = |column: &usize| filled(column) && results::result(cell(*column)).is_some();
        let column = self.columns(Role::Result).find(says);
        let column = column.or_else(|| self.columns(Role::Result).find(filled));
        let header = column.and_then(|column| {
            let known = self.stated_by_header.iter().find(|(other, _)| *other == column);
            known.map(|&(_, stated)| stated)
        });
        let text = column.map(|column| one_line(cell(column))).unwrap_or_default();
        let code = self.result_codes.iter().find(|(code, _)| *code == text);
        let result = code.map(|&(_, result)| result).or_else(|| results::result_under(header, &text));
        let is_number = |column: &usize| cell(*column).parse::<Votes>().is_ok();
        let needed = || self.columns(Role::Requirement).filter(filled);
        let number = needed().find(|column| is_number(column) && self.numbers_needed.contains(column));
        let words = needed().find(|column| !is_number(column));
        let majority =
            majorities::stated(words.map(&cell), number.map(|column| whole(cell(column))), declared);
        Stated { result, text, majority }.some()
    }
}

/// A row seen through its roles.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct View<'a> {
    pub(in crate::read) roles: &'a RoleIndex,
    pub(in crate::read) row: &'a Record,
}

impl<'a> View<'a> {
    /// The first filled cell of a role, on one line. `NA` is not filled.
    pub(in crate::read) fn text(self, role: Role) -> Option<String> {
        self.cell(role).map(one_line)
    }

    /// The first filled cell of a role as it stands.
    fn cell(&self, role: Role) -> Option<&str> {
        let mut cells = self.roles.columns(role).map(|column| self.row.cell(column));
        cells.find(|cell| is_filled(cell))
    }

    pub(in crate::read) fn name(self) -> String {
        if let Some(column) = self.roles.column(Role::Name) {
            return one_line(self.row.cell(column));
        }
        let parts = [Role::FirstName, Role::MiddleName, Role::LastName, Role::SecondLastName];
        let parts = parts.into_iter().filter_map(|role| self.text(role)).collect::<Vec<_>>();
        parts.join(" ")
    }

    /// The publisher's identifier of the member; nothing where it says that there is none.
    pub(in crate::read) fn key(self) -> Option<String> {
        let text = self.text(Role::Id)?;
        text.chars().any(char::is_alphanumeric).then(|| whole(&text).to_owned())
    }

    /// What stands in the column of votes of a row that says what became of the vote: `Result,PASS`.
    pub(in crate::read) fn result_word(self, votes: usize) -> Option<&'a str> {
        let name = self.name();
        let label = if name.is_empty() { self.row.cell(0) } else { &name };
        let word = self.row.cell(votes);
        (results::is_label(label) && results::result(word).is_some()).then_some(word)
    }

    pub(in crate::read) fn constituency(self) -> Option<String> {
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
    pub(in crate::read) fn vote_id(self) -> Option<String> {
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
    pub(in crate::read) fn complete(self, info: &mut RollCallInfo) {
        info.id = info.id.take().or_else(|| self.vote_id());
        info.title = info.title.take().or_else(|| self.text(Role::VoteTitle));
        info.date = info.date.take().or_else(|| self.date());
        info.chamber = info.chamber.take().or_else(|| self.text(Role::Chamber));
        info.declared = info.declared.take().or_else(|| self.declared());
        if info.stated.is_none() {
            let stated = self.roles.stated(|column| self.row.cell(column), info.declared.as_ref());
            info.stated = stated.map(Box::new);
        }
    }
}

/// Notes what a word says of the result of a vote, where nothing is known of it.
pub(in crate::read) fn state(info: &mut RollCallInfo, word: &str, result: Option<Verdict>) {
    let stated = info.stated.get_or_insert_default();
    if stated.text.is_empty() {
        stated.result = result;
        word.clone_into(&mut stated.text);
    }
}

/// A cell with something in it. Statistics programs write `NA` and `NULL` for nothing.
fn is_filled(cell: &str) -> bool {
    const LONGEST: usize = 4;
    cell.len() > LONGEST
        || !matches!(cell, "" | "NA" | "N/A" | "n/a" | "NULL" | "null" | "None" | "nan" | "NaN")
}

/// Line breaks and runs of spaces in a cell become one space.
pub(in crate::read) fn one_line(cell: &str) -> String {
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
