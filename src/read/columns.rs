//! Which column is what: by header words first, by content where those say nothing.

use std::collections::{HashMap, HashSet};

use super::mapping::{ColumnChoice, Role};
use super::table::Record;
use super::vocabulary::{self, Match};
use crate::model::Position;

/// What the cells of one column are like.
#[derive(Debug, Default)]
pub(super) struct Profile {
    /// Cells that are not blank.
    pub(super) filled: usize,
    /// Cells that are numbers.
    numeric: usize,
    /// Cells with a letter and a space.
    spaced: usize,
    /// Cells whose word stands for a position other than unknown.
    position_words: usize,
    /// The distinct positions among them.
    positions: HashSet<Position>,
    /// Each distinct cell with its count.
    pub(super) counts: HashMap<String, usize>,
}

impl Profile {
    fn of(rows: &[Record], column: usize) -> Self {
        let mut profile = Self::default();
        for row in rows {
            let cell = row.cell(column);
            if cell.is_empty() {
                continue;
            }
            profile.filled += 1;
            match profile.counts.get_mut(cell) {
                Some(count) => *count += 1,
                None => {
                    profile.counts.insert(cell.to_owned(), 1);
                }
            }
        }
        for (cell, count) in &profile.counts {
            profile.numeric += if cell.parse::<f64>().is_ok() { *count } else { 0 };
            let is_spaced = cell.contains(' ') && cell.chars().any(char::is_alphabetic);
            profile.spaced += if is_spaced { *count } else { 0 };
            if let Some(position) = vocabulary::position(cell)
                && position != Position::Unknown
            {
                profile.position_words += count;
                profile.positions.insert(position);
            }
        }
        profile
    }

    fn is_numeric(&self) -> bool {
        self.numeric * 10 > self.filled * 9
    }

    fn holds_positions(&self) -> bool {
        self.filled > 0 && self.position_words * 10 >= self.filled * 6
    }

    /// True where each of several texts stands equally often: members who come once in each vote.
    pub(super) fn repeats_evenly(&self) -> bool {
        const FEWEST: usize = 5;
        let mut times: Vec<usize> = self.counts.values().copied().collect();
        times.sort_unstable();
        let median = times.get(times.len() / 2).copied().unwrap_or_default();
        let as_often = times.iter().filter(|&&count| count == median).count();
        self.counts.len() >= FEWEST && median > 1 && as_often * 10 >= times.len() * 8 && !self.is_numeric()
    }

    /// True where no more than one row in ten repeats another's cell.
    fn is_mostly_distinct(&self) -> bool {
        self.filled > 0 && self.counts.len() * 10 >= self.filled * 9
    }
}

/// The columns of a table with their roles. The vote column may be missing: the caller says so.
pub(super) struct Columns {
    pub(super) choices: Vec<ColumnChoice>,
    pub(super) profiles: Vec<Profile>,
    /// More than one column holds votes and none of them speaks for all.
    pub(super) several_votes: Vec<usize>,
}

/// Roles that only one column can have.
const UNIQUE: [Role; 12] = [
    Role::Name,
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
];

pub(super) fn choose(header: Option<&Record>, rows: &[Record]) -> Columns {
    let width = match header {
        Some(header) => header.cells.len(),
        None => rows.iter().map(|record| record.cells.len()).max().unwrap_or(0),
    };
    let width = width.min(MOST_COLUMNS);
    let headers: Vec<String> = (0..width)
        .map(|column| match header.map(|header| header.cell(column)) {
            Some(text) if !text.is_empty() => text.to_owned(),
            _ => (column + 1).to_string(),
        })
        .collect();
    let profiles: Vec<Profile> = (0..width).map(|column| Profile::of(rows, column)).collect();
    let by_header: Vec<Option<(Role, Match)>> = headers.iter().map(|text| vocabulary::role(text)).collect();
    let mut chooser = Chooser { profiles, by_header, roles: vec![None; width] };
    let several_votes = chooser.choose_position();
    chooser.choose_by_header();
    chooser.mend_names(rows);
    chooser.choose_by_content(rows.len());
    let Chooser { profiles, roles, .. } = chooser;
    let choices =
        headers.into_iter().zip(roles).map(|(header, role)| ColumnChoice { header, role }).collect();
    Columns { choices, profiles, several_votes }
}

/// More columns than any roll call of one vote has; a bound on memory.
const MOST_COLUMNS: usize = 20_000;

struct Chooser {
    profiles: Vec<Profile>,
    by_header: Vec<Option<(Role, Match)>>,
    roles: Vec<Option<Role>>,
}

impl Chooser {
    /// Chooses the vote column. Several candidates are narrowed down to the one that a header names, else to
    /// the one with the finest words where it determines the others (`description` beside
    /// `option_meaning`); where that fails, they are returned.
    fn choose_position(&mut self) -> Vec<usize> {
        let is_named = |column: usize| self.by_header[column] == Some((Role::Position, Match::Whole));
        let is_result = |column: usize| matches!(self.by_header[column], Some((Role::Result, _)));
        let columns = 0..self.profiles.len();
        // The same letter throughout is a vote only where the header says so: `N` under `void` is not.
        let is_candidate = |&column: &usize| {
            let profile = &self.profiles[column];
            let is_one_letter =
                profile.counts.len() == 1 && profile.counts.keys().all(|word| word.len() == 1);
            profile.holds_positions() && !is_result(column) && (!is_one_letter || is_named(column))
        };
        let candidates: Vec<usize> = columns.clone().filter(is_candidate).collect();
        let named: Vec<usize> = candidates.iter().copied().filter(|&column| is_named(column)).collect();
        let chosen = match (candidates.as_slice(), named.as_slice()) {
            ([only], _) | (_, [only]) => Some(*only),
            // No known words: a column whose header says it is the vote, with few distinct entries.
            ([], _) => columns.clone().find(|&column| {
                let profile = &self.profiles[column];
                let most_words = (profile.filled / 2).clamp(2, 40);
                is_named(column) && profile.filled > 0 && profile.counts.len() <= most_words
            }),
            _ => {
                let pool = if named.is_empty() { &candidates } else { &named };
                let finest = self.finest_of(pool);
                if finest.is_none() {
                    return candidates;
                }
                finest
            }
        };
        if let Some(column) = chosen {
            self.roles[column] = Some(Role::Position);
        }
        Vec::new()
    }

    /// The candidate with the most distinct positions, if two candidates never make more than a few columns
    /// of one vote: three or more columns of votes are several votes.
    fn finest_of(&self, candidates: &[usize]) -> Option<usize> {
        const MOST_VIEWS_OF_ONE_VOTE: usize = 2;
        if candidates.len() > MOST_VIEWS_OF_ONE_VOTE {
            return None;
        }
        let positions = |&column: &usize| self.profiles[column].positions.len();
        let most = candidates.iter().map(positions).max()?;
        let finest: Vec<usize> =
            candidates.iter().copied().filter(|column| positions(column) == most).collect();
        match finest.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// Gives each remaining column the role its header names, whole matches before partial ones, each
    /// unique role to one column, and only where the content can be that.
    fn choose_by_header(&mut self) {
        for wanted in [Match::Whole, Match::Part] {
            for column in 0..self.roles.len() {
                let Some((role, matched)) = self.by_header[column] else { continue };
                let is_free = self.roles[column].is_none() && self.profiles[column].filled > 0;
                if matched != wanted || !is_free {
                    continue;
                }
                let role = self.fitting_role(role, matched, column);
                let is_taken = |role| UNIQUE.contains(&role) && self.roles.contains(&Some(role));
                if let Some(role) = role.filter(|&role| !is_taken(role)) {
                    self.roles[column] = Some(role);
                }
            }
        }
    }

    /// The role a header names, corrected by what the cells are.
    fn fitting_role(&self, role: Role, matched: Match, column: usize) -> Option<Role> {
        let profile = &self.profiles[column];
        let fits = match role {
            // A second column with votes, or a `vote` column without any.
            Role::Position => false,
            // `MP` and `person` head names in one file, numbers in another.
            Role::Name if profile.is_numeric() => {
                return profile.is_mostly_distinct().then_some(Role::Id);
            }
            Role::Name => matched == Match::Whole || profile.is_mostly_distinct(),
            Role::Id => profile.is_mostly_distinct(),
            Role::Weight | Role::CallOrder => profile.is_numeric(),
            Role::Party => !(profile.is_mostly_distinct() && profile.filled > 8 && profile.is_numeric()),
            _ => true,
        };
        fits.then_some(role)
    }

    /// `nom` beside `prénom` is the last name, unless it repeats the first name; `nombre` beside no last
    /// name is the whole name.
    fn mend_names(&mut self, rows: &[Record]) {
        let column = |roles: &[Option<Role>], role| roles.iter().position(|&known| known == Some(role));
        let (name, first, last) = (
            column(&self.roles, Role::Name),
            column(&self.roles, Role::FirstName),
            column(&self.roles, Role::LastName),
        );
        match (name, first, last) {
            (Some(name), Some(first), None) => {
                let repeats = rows.iter().filter(|row| row.cell(name).contains(row.cell(first))).count();
                if repeats * 2 < rows.len() {
                    self.roles[name] = Some(Role::LastName);
                }
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
                    profile.is_mostly_distinct() && !profile.is_numeric() && profile.filled * 2 > num_rows
                })
                .max_by_key(|&column| {
                    (self.profiles[column].spaced, self.profiles[column].counts.len(), usize::MAX - column)
                });
            if let Some(column) = best {
                self.roles[column] = Some(Role::Name);
            }
        }
        if !has(&self.roles, Role::Party) && !has(&self.roles, Role::PartyShort) {
            let is_shared = |profile: &Profile| {
                let distinct = profile.counts.len();
                (2..=40).contains(&distinct) && distinct * 3 <= profile.filled && !profile.is_numeric()
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
        let columns = choose(table.records.first(), &table.records[1..]);
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
        let columns = choose(table.records.first(), &table.records[1..]);
        assert_eq!(columns.several_votes, [1, 2, 3]);
    }

    #[test]
    fn without_known_headers_content_decides() {
        let text = "who,where,what\nAnn Roe,North,yes\nBob Doe,North,no\nCid Poe,North,yes\n\
                    Dan Low,South,yes\nEve Coe,South,no\nFay Moe,South,yes\n";
        assert_eq!(roles(text), [Some("name"), Some("party"), Some("position")]);
    }
}
