//! Which column is what: by header words first, by content where those say nothing.

use super::division::{Codes, Divided, Divider, Division};
use super::finding::{Finder, Found};
use super::mapping::{ColumnChoice, Role};
use super::profile::Profile;
use super::table::Record;
use super::vocabulary::{self, Match};
use super::words::{header_words, plain};
use crate::model::{Position, VoteDate};

/// A cell that denies a flag.
pub(super) fn is_no(cell: &str) -> bool {
    let cell = plain(cell);
    matches!(cell.as_str(), "" | "-" | "--" | "0" | "n" | "false")
        || vocabulary::position(&cell) == Some(Position::Against)
}

/// The columns of a table with their roles. The votes may be missing: the caller says so.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) choices: Vec<ColumnChoice>,
    pub(super) profiles: Vec<Profile>,
    /// Where the votes are.
    pub(super) found: Found,
    /// Whether the rows are one vote or several below one another.
    pub(super) divided: Divided,
}

/// Roles that only one column can have.
const UNIQUE: [Role; 16] = [
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
    Role::CallOrder,
    Role::Proxy,
    Role::DeclaredFor,
    Role::DeclaredAgainst,
    Role::DeclaredAbstain,
];

/// More columns than any roll call has; a bound on memory.
pub(super) const MOST_COLUMNS: usize = 50_000;

/// The headers of a table; a column without one is called by its number.
pub(super) fn headers(header: Option<&Record>, rows: &[Record]) -> Vec<String> {
    let width = match header {
        Some(header) => header.cells.len(),
        None => rows.iter().map(|record| record.cells.len()).max().unwrap_or(0),
    };
    (0..width.min(MOST_COLUMNS))
        .map(|column| match header.map(|header| header.cell(column)) {
            Some(text) if !text.is_empty() => text.to_owned(),
            _ => (column + 1).to_string(),
        })
        .collect()
}

/// Chooses what each column is.
pub(super) fn choose(headers: Vec<String>, has_header: bool, rows: &[Record]) -> Columns {
    let width = headers.len();
    let profiles: Vec<Profile> = (0..width).map(|column| Profile::of(rows, column)).collect();
    let by_header: Vec<Option<(Role, Match)>> = match has_header {
        true => headers.iter().map(|text| vocabulary::role(text)).collect(),
        false => vec![None; width],
    };
    let finder = Finder { headers: &headers, by_header: &by_header, profiles: &profiles, rows, has_header };
    let found = finder.find();
    let (ballots, role) = match &found {
        Found::Nothing => (Vec::new(), Role::Position),
        Found::Column(column) => (vec![*column], Role::Position),
        Found::Columns(columns) => (columns.clone(), Role::Position),
        Found::Flags(columns) => (columns.clone(), Role::Flag),
    };
    let divided = match &found {
        Found::Column(_) | Found::Flags(_) => {
            Divider { by_header: &by_header, profiles: &profiles, rows, ballots: &ballots, has_header }
                .divide()
        }
        Found::Nothing | Found::Columns(_) => Divided::No,
    };
    let has_many_votes = matches!(found, Found::Columns(_)) || divided != Divided::No;
    let is_matrix = matches!(found, Found::Columns(_));
    let roles = vec![None; width];
    let mut chooser = Chooser { headers, profiles, by_header, roles, division: None, has_many_votes };
    for &column in &ballots {
        chooser.roles[column] = Some(role);
    }
    if let Divided::By(division) = &divided {
        chooser.take_division(division, rows, has_header);
    }
    chooser.choose_by_header(rows.len());
    if !is_matrix {
        chooser.choose_declared();
    }
    if chooser.division.is_some() {
        chooser.drop_what_is_not_of_the_vote(rows);
    }
    chooser.mend_names(rows);
    chooser.choose_by_content(rows.len());
    let Chooser { headers, profiles, roles, .. } = chooser;
    let choices =
        headers.into_iter().zip(roles).map(|(header, role)| ColumnChoice { header, role }).collect();
    Columns { choices, profiles, found, divided }
}

struct Chooser {
    headers: Vec<String>,
    profiles: Vec<Profile>,
    by_header: Vec<Option<(Role, Match)>>,
    roles: Vec<Option<Role>>,
    /// How several votes below one another are told apart.
    division: Option<Division>,
    /// Whether the table holds many votes.
    has_many_votes: bool,
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
    fn take_division(&mut self, division: &Division, rows: &[Record], has_header: bool) {
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
    fn choose_declared(&mut self) {
        for column in 0..self.roles.len() {
            let is_free = self.roles[column].is_none() && self.profiles[column].is_numeric();
            let role = match vocabulary::counted_position(&self.headers[column]) {
                Some(Position::For) => Role::DeclaredFor,
                Some(Position::Against) => Role::DeclaredAgainst,
                Some(Position::Abstain) => Role::DeclaredAbstain,
                _ => continue,
            };
            if is_free && self.profiles[column].filled > 0 && !self.roles.contains(&Some(role)) {
                self.roles[column] = Some(role);
            }
        }
    }

    /// A title, day or count that differs inside one vote is the member's, not the vote's.
    fn drop_what_is_not_of_the_vote(&mut self, rows: &[Record]) {
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
    fn choose_by_header(&mut self, num_rows: usize) {
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
            Role::DeclaredFor | Role::DeclaredAgainst | Role::DeclaredAbstain => profile.is_numeric(),
            Role::Weight | Role::CallOrder => profile.is_numeric(),
            Role::Party => !(self.is_mostly_distinct(column) && profile.filled > 8 && profile.is_numeric()),
            _ => true,
        };
        fits.then_some(role)
    }

    /// `nom` beside `prénom` is the last name and `nome` beside `cognome` the first, unless it repeats them;
    /// `nombre` beside no last name is the whole name.
    fn mend_names(&mut self, rows: &[Record]) {
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
    fn choose_by_content(&mut self, num_rows: usize) {
        let has = |roles: &[Option<Role>], role| roles.contains(&Some(role));
        let names = [Role::Name, Role::LastName, Role::FirstName];
        if !names.into_iter().any(|role| has(&self.roles, role)) {
            let best = (0..self.roles.len())
                .filter(|&column| self.roles[column].is_none())
                .filter(|&column| {
                    let profile = &self.profiles[column];
                    self.is_mostly_distinct(column) && !profile.is_numeric() && profile.filled * 2 > num_rows
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
                    is_shared(&self.profiles[column]) && self.profiles[column].filled * 2 > num_rows
                });
            if let Some(column) = best {
                self.roles[column] = Some(Role::Party);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::table::Table;

    fn roles(text: &str) -> Vec<Option<&'static str>> {
        let table = Table::parse(text);
        let headers = headers(table.records.first(), &table.records[1..]);
        let columns = choose(headers, true, &table.records[1..]);
        columns.choices.iter().map(|choice| choice.role.map(Role::key)).collect()
    }

    #[test]
    fn names_in_one_or_several_columns() {
        assert_eq!(
            roles("prenom,nom,groupe,vote\nA,B,X,Pour\nC,D,X,Contre\n"),
            [Some("first-name"), Some("last-name"), Some("party"), Some("position")]
        );
        assert_eq!(roles("nombre,voto\nA B,Sí\nC D,No\n"), [Some("name"), Some("position")]);
        assert_eq!(
            roles(
                "Id,Nombre,ApellidoPaterno,ApellidoMaterno,NombreCompleto,Voto\n1,A,B,C,A B C,Sí\n2,D,E,F,D E F,No\n"
            ),
            [
                Some("id"),
                Some("first-name"),
                Some("last-name"),
                Some("second-last-name"),
                Some("name"),
                Some("position")
            ]
        );
    }

    #[test]
    fn a_number_under_a_name_header_is_an_id() {
        assert_eq!(
            roles("person,name,vote\n300002,Sen. A,Yea\n300011,Sen. B,Nay\n"),
            [Some("id"), Some("name"), Some("position")]
        );
    }

    #[test]
    fn the_finer_of_two_views_of_one_vote() {
        let text =
            "name,description,option_meaning_1\nA A,pro,for\nB B,proti,against\nC C,zdržel se,against\n";
        assert_eq!(roles(text), [Some("name"), Some("position"), None]);
    }

    #[test]
    fn a_result_is_not_a_vote_and_several_votes_are_several() {
        assert_eq!(roles("title,result\nA bill,Agreed\nB bill,No\n"), [Some("vote-title"), Some("result")]);
        let table = Table::parse("name,v1,v2,v3\nA,yes,no,yes\nB,no,no,yes\n");
        let headers = headers(table.records.first(), &table.records[1..]);
        let columns = choose(headers, true, &table.records[1..]);
        assert_eq!(columns.found, Found::Columns(vec![1, 2, 3]));
    }

    #[test]
    fn without_known_headers_content_decides() {
        let text = "who,where,what\nAnn Roe,North,yes\nBob Doe,North,no\nCid Poe,North,yes\n\
                    Dan Low,South,yes\nEve Coe,South,no\nFay Moe,South,yes\n";
        assert_eq!(roles(text), [Some("name"), Some("party"), Some("position")]);
    }
}
