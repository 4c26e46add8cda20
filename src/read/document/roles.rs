//! Which path in the ballots of a document is what.

use super::super::cells::Cells;
use super::super::columns;
use super::super::finding::Found;
use super::super::mapping::{Mapping, Role};
use super::super::table::Record;
use super::super::vocabulary::{self, Match};
use super::super::words::header_words;
use super::search::{Ballot, Paths};

/// The roles of the columns of one document.
#[derive(Debug, Default)]
pub(super) struct Roles {
    /// The role of each column, in the order of [`Paths::names`].
    pub(super) by_column: Vec<Option<Role>>,
    /// The column of words, where the ballots have words of their own.
    pub(super) position: Option<usize>,
    /// True where a header says who the members are.
    is_named: bool,
}

/// Identifiers of which a record may have several, the one that other files use first.
const IDS: [&str; 6] = ["persid", "bioguideid", "personid", "voterid", "memberid", "acteurref"];

/// Identifiers of parties, used where nothing else names them.
const GROUP_IDS: [&str; 6] =
    ["groupid", "partyid", "organizationid", "votergroupid", "organeref", "groupeid"];

impl Roles {
    /// Chooses by the paths and by what a sample of ballots holds; what was chosen before has the last word.
    pub(super) fn choose<'b>(
        paths: &Paths,
        ballots: impl Iterator<Item = &'b Ballot>,
        given: Option<&Mapping>,
    ) -> Self {
        let width = paths.names.len();
        let mut all_have_words = true;
        let rows: Vec<Record> = ballots
            .map(|ballot| {
                all_have_words &= ballot.word.is_some();
                Record { line: 0, raw: String::new(), cells: cells(ballot, width) }
            })
            .collect();
        if rows.is_empty() {
            return Self::default();
        }
        let chosen = columns::choose(paths.names.clone(), true, &rows);
        let mut roles: Vec<Option<Role>> = chosen.choices.iter().map(|choice| choice.role).collect();
        roles.resize(width, None);
        let filled: Vec<bool> = chosen.profiles.iter().map(|profile| profile.filled > 0).collect();
        let mut position = None;
        if !all_have_words {
            let found = roles.iter().position(|role| *role == Some(Role::Position));
            let several = match &chosen.found {
                Found::Columns(columns) => columns.as_slice(),
                _ => &[],
            };
            let named = || {
                several.iter().copied().find(|&column| {
                    let is_whole =
                        vocabulary::role(&paths.names[column]) == Some((Role::Position, Match::Whole));
                    is_whole && chosen.profiles[column].position_words > 0
                })
            };
            position = found.or_else(named).map(|column| {
                let words = |column: usize| chosen.profiles[column].position_words;
                (0..filled.len())
                    .filter(|&other| words(other) > words(column) && mirrors(&rows, column, other))
                    .max_by_key(|&other| words(other))
                    .unwrap_or(column)
            });
        }
        for (column, role) in roles.iter_mut().enumerate() {
            if position == Some(column) {
                *role = Some(Role::Position);
            } else if matches!(role, Some(Role::Position | Role::Flag)) {
                *role = None;
            }
        }
        // A number that nobody named is no name.
        for (column, role) in roles.iter_mut().enumerate() {
            let path = &paths.names[column];
            let is_by_content = *role == Some(Role::Name) && vocabulary::role(path).is_none();
            let profile = &chosen.profiles[column];
            if is_by_content && profile.spaced * 2 < profile.filled {
                *role = None;
            }
        }
        let mut chosen = Self { by_column: roles, position, is_named: false };
        chosen.prefer_ids(paths, &filled);
        chosen.take_group_ids(paths);
        let is_chosen = given.is_some_and(|given| chosen.take(given, paths));
        chosen.is_named = chosen.by_column.iter().zip(&paths.names).any(|(role, path)| {
            matches!(role, Some(Role::Name | Role::FirstName | Role::LastName | Role::Id))
                && (is_chosen || super::words::is_identity(path))
        });
        chosen
    }

    /// Takes the roles of a mapping where it has the paths; true where it has any.
    fn take(&mut self, given: &Mapping, paths: &Paths) -> bool {
        let mut has_any = false;
        for (role, path) in self.by_column.iter_mut().zip(&paths.names) {
            if let Some(choice) = given.columns.iter().find(|choice| choice.header == *path) {
                (*role, has_any) = (choice.role, true);
            }
        }
        if has_any {
            self.position = self.by_column.iter().position(|role| *role == Some(Role::Position));
        }
        has_any
    }

    /// True where the records say who voted, by a header for it.
    pub(super) fn names_members(&self) -> bool {
        self.is_named
    }

    /// True where they say so in parts of a name, which no party has, or beside a party.
    pub(super) fn names_persons(&self) -> bool {
        [Role::FirstName, Role::LastName, Role::Party]
            .iter()
            .any(|role| self.by_column.contains(&Some(*role)))
    }

    fn prefer_ids(&mut self, paths: &Paths, filled: &[bool]) {
        let wanted = IDS.iter().find_map(|id| {
            paths
                .names
                .iter()
                .position(|path| last_words(path, 2) == *id || header_words(path).concat() == *id)
        });
        let Some(wanted) = wanted.filter(|&column| filled.get(column) == Some(&true)) else { return };
        if self.by_column[wanted] == Some(Role::Position) {
            return;
        }
        for role in &mut self.by_column {
            if *role == Some(Role::Id) {
                *role = None;
            }
        }
        self.by_column[wanted] = Some(Role::Id);
    }

    fn take_group_ids(&mut self, paths: &Paths) {
        if self.by_column.iter().any(|role| matches!(role, Some(Role::Party | Role::PartyShort))) {
            return;
        }
        let found = paths.names.iter().position(|path| GROUP_IDS.contains(&last_words(path, 2).as_str()));
        if let Some(column) = found {
            self.by_column[column] = Some(Role::Party);
        }
    }

    /// The column with a role.
    pub(super) fn column(&self, role: Role) -> Option<usize> {
        self.by_column.iter().position(|known| *known == Some(role))
    }
}

fn last_words(path: &str, count: usize) -> String {
    let words = header_words(path);
    words[words.len().saturating_sub(count)..].concat()
}

fn cells(ballot: &Ballot, width: usize) -> Cells {
    let mut cells = vec![""; width];
    for (column, cell) in &ballot.cells {
        if let Some(place) = cells.get_mut(*column as usize) {
            *place = cell;
        }
    }
    cells.iter().collect()
}

/// True where two columns say the same in two writings: `+` and `Yea`.
fn mirrors(rows: &[Record], column: usize, other: usize) -> bool {
    let one_way = |a: usize, b: usize| {
        let mut beside = std::collections::HashMap::new();
        rows.iter().all(|row| *beside.entry(row.cell(a)).or_insert(row.cell(b)) == row.cell(b))
    };
    one_way(column, other) && one_way(other, column)
}
