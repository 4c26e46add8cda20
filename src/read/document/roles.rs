//! Which column of a document's rows is what.
//!
//! The levels of an anchor say what is of the vote and what of the row; the headers and the cells of the rows are
//! then read as those of a table. Must not know: levels, votes.

use hashbrown::HashMap;

use super::cells::{Ballot, Paths};
use super::subject::last_key;
use super::words::is_identity;
use crate::read::infer::{self, Place, Question, Titled};
use crate::read::mapping::{Mapping, Role};
use crate::read::table::Record;
use crate::read::table::cells::Cells;
use crate::read::table::profile::{Profile, is_number};
use crate::read::vocabulary::words::header_words;
use crate::read::vocabulary::{self, Match};

/// The roles of the columns of one document.
#[derive(Debug, Default)]
pub(super) struct Roles {
    /// The role of each column, in the order of [`Paths::names`].
    pub(super) by_column: Vec<Option<Role>>,
    /// The column of words, where the rows have words of their own.
    pub(super) position: Option<usize>,
    /// Columns that may as well be it, and say something else.
    pub(super) tied: Vec<usize>,
    /// Columns that only a vote has: title, day or number, with several texts in one vote.
    pub(super) parts_votes: bool,
    /// True where a header says who the members are.
    pub(super) is_named: bool,
}

/// Identifiers of which a record may have several, the one that other files use first.
const IDS: [&str; 6] = ["persid", "bioguideid", "personid", "voterid", "memberid", "acteurref"];

/// Identifiers of parties, used where nothing else names them.
const GROUP_IDS: [&str; 6] =
    ["groupid", "partyid", "organizationid", "votergroupid", "organeref", "groupeid"];

impl Roles {
    /// Chooses by the paths and by what the rows of one vote hold; what was chosen before has the last word.
    pub(super) fn choose(paths: &Paths, ballots: &[Ballot], given: Option<&Mapping>) -> Self {
        let width = paths.names.len();
        let rows: Vec<Record> = ballots
            .iter()
            .map(|ballot| Record { line: 0, raw: String::new(), cells: cells_of(ballot, width) })
            .collect();
        if rows.is_empty() || width == 0 {
            return Self::default();
        }
        let chosen = infer::infer(&Question {
            headers: paths.names.clone(),
            has_header: true,
            lines: &[],
            rows: &rows,
            titled: Titled::Vote,
            words: given.map_or(&[][..], |given| &given.words),
        });
        let mut roles =
            Self { by_column: chosen.choices.iter().map(|choice| choice.role).collect(), ..Self::default() };
        roles.by_column.resize(width, None);
        let view = View { paths, profiles: &chosen.profiles, rows: &rows };
        if !ballots.iter().all(|ballot| ballot.word.is_some()) {
            (roles.position, roles.tied) = view.position(&chosen.place);
        }
        for (column, role) in roles.by_column.iter_mut().enumerate() {
            if roles.position == Some(column) {
                *role = Some(Role::Position);
            } else if matches!(role, Some(Role::Position | Role::Flag)) || !view.allows(column, *role) {
                *role = None;
            }
        }
        roles.prefer_ids(paths, &chosen.profiles);
        roles.take_parties(paths);
        let is_chosen = given.is_some_and(|given| roles.take(given, paths));
        roles.is_named = roles.by_column.iter().zip(&paths.names).any(|(role, path)| {
            matches!(role, Some(Role::Name | Role::FirstName | Role::LastName | Role::Id))
                && (is_chosen || is_identity(path))
        });
        let parts = |(role, profile): (&Option<Role>, &Profile)| {
            let is_of_vote = matches!(role, Some(Role::VoteId | Role::VoteTitle | Role::VoteDate));
            is_of_vote && profile.counts.len() > 1
        };
        roles.parts_votes = roles.by_column.iter().zip(&chosen.profiles).any(parts);
        roles
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
            self.tied.clear();
        }
        has_any
    }

    /// True where rows say who voted in parts of a name, which no party has, or beside a party.
    pub(super) fn names_persons(&self) -> bool {
        [Role::FirstName, Role::LastName, Role::Party]
            .iter()
            .any(|role| self.by_column.contains(&Some(*role)))
    }

    fn prefer_ids(&mut self, paths: &Paths, profiles: &[Profile]) {
        let wanted = IDS.iter().find_map(|id| {
            paths
                .names
                .iter()
                .position(|path| last_words(path, 2) == *id || header_words(path).concat() == *id)
        });
        let is_filled = |column: &usize| profiles.get(*column).is_some_and(|profile| profile.filled > 0);
        let Some(wanted) = wanted.filter(is_filled) else { return };
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

    /// Parties that an object inside the record names, and those that nothing but a number names.
    fn take_parties(&mut self, paths: &Paths) {
        const NAMES: [&str; 8] = ["name", "label", "libelle", "nom", "navn", "namn", "title", "id"];
        let has = |roles: &[Option<Role>]| {
            roles.iter().any(|role| matches!(role, Some(Role::Party | Role::PartyShort)))
        };
        let is_inside_party = |path: &str| {
            let above = path.strip_suffix(last_key(path)).unwrap_or_default().trim_end_matches('.');
            !above.is_empty() && super::words::is_party(last_key(above))
        };
        for (role, path) in self.by_column.iter_mut().zip(&paths.names) {
            // A party's number or name is not its member's.
            if matches!(role, Some(Role::Id | Role::Name | Role::VoteTitle)) && is_inside_party(path) {
                *role = None;
            }
        }
        if has(&self.by_column) {
            return;
        }
        let inside = NAMES.iter().find_map(|name| {
            paths
                .names
                .iter()
                .position(|path| is_inside_party(path) && header_words(last_key(path)).concat() == *name)
        });
        let numbered =
            || paths.names.iter().position(|path| GROUP_IDS.contains(&last_words(path, 2).as_str()));
        if let Some(column) = inside.or_else(numbered) {
            self.by_column[column] = Some(Role::Party);
        }
    }

    /// The column with a role.
    pub(super) fn column(&self, role: Role) -> Option<usize> {
        self.by_column.iter().position(|known| *known == Some(role))
    }
}

/// The columns of some rows.
struct View<'a> {
    paths: &'a Paths,
    profiles: &'a [Profile],
    rows: &'a [Record],
}

impl View<'_> {
    /// The column in which the rows say how they voted: words for and against before codes, then the header that
    /// says so, then the finer of two views; and the columns of which all that is as true.
    fn position(&self, found: &Place) -> (Option<usize>, Vec<usize>) {
        let ranks: Vec<_> = (0..self.profiles.len()).map(|column| self.rank(column)).collect();
        let best = ranks.iter().max().copied().flatten();
        let mut equal = (0..ranks.len()).filter(|&column| best.is_some() && ranks[column] == best);
        let by_place = match found {
            Place::Column(column) => Some(*column),
            _ => None,
        };
        let Some(column) = equal.next().or(by_place) else { return (None, Vec::new()) };
        let tied = equal.filter(|&other| !mirrors(self.rows, column, other) && self.differ(column, other));
        let tied = tied.collect();
        let words = |column: usize| self.profiles[column].position_words;
        let finer = (0..self.profiles.len())
            .filter(|&other| words(other) > words(column) && mirrors(self.rows, column, other))
            .max_by_key(|&other| words(other));
        (finer.or(Some(column)), tied)
    }

    /// True where a row says another position in two columns. Languages tell those who are away apart in their own ways.
    fn differ(&self, column: usize, other: usize) -> bool {
        let said = |row: &Record, column: usize| {
            let text = row.cell(column);
            vocabulary::position(text).map(infer::cast).ok_or(text.to_owned())
        };
        self.rows.iter().any(|row| said(row, column) != said(row, other))
    }

    fn rank(&self, column: usize) -> Option<(bool, u8, usize, usize)> {
        const MOST_TEXTS: usize = 12;
        let profile = &self.profiles[column];
        let header = match vocabulary::role(&self.paths.names[column]) {
            Some((Role::Position, Match::Whole)) => 2,
            Some((Role::Position, Match::Part)) => 1,
            Some((Role::Result | Role::Detail | Role::Proxy, _) | (_, Match::Whole)) => return None,
            _ => 0,
        };
        // Counts of votes are no codes for them.
        let mut words = profile.counts.keys();
        if profile.filled > 0 && words.all(|word| is_number(word)) {
            let counts = vocabulary::counted_position(&self.paths.names[column]).is_some();
            if counts || !profile.counts.keys().all(|word| infer::is_code(word)) {
                return None;
            }
        }
        let has_sides = profile.has_two_sides() && profile.holds_positions();
        let is_plain = profile.counts.keys().all(|word| infer::is_yes_or_no(word));
        let is_vote = has_sides && (header > 0 || !is_plain);
        let is_coded = header > 0 && profile.filled > 0 && profile.counts.len() <= MOST_TEXTS;
        (is_vote || is_coded).then_some((is_vote, header, profile.positions.len(), profile.position_words))
    }

    /// False for what no row of a document has under such a path.
    fn allows(&self, column: usize, role: Option<Role>) -> bool {
        let (path, profile) = (&self.paths.names[column], &self.profiles[column]);
        let by_header = vocabulary::role(path);
        match role {
            // Only what is declared is a weight.
            Some(Role::Weight) => by_header == Some((Role::Weight, Match::Whole)),
            // A number that nobody named is no name.
            Some(Role::Name) if by_header.is_none() => profile.spaced * 2 >= profile.filled,
            _ => true,
        }
    }
}

fn last_words(path: &str, count: usize) -> String {
    let words = header_words(path);
    words[words.len().saturating_sub(count)..].concat()
}

/// The cells of a row, in the order of the columns.
pub(super) fn cells_of(ballot: &Ballot, width: usize) -> Cells {
    let mut cells = vec![""; width];
    for (column, cell) in ballot.cells.iter().rev() {
        if let Some(place) = cells.get_mut(*column as usize) {
            *place = cell;
        }
    }
    cells.iter().collect()
}

/// True where two columns say the same in two writings: `+` and `Yea`.
fn mirrors(rows: &[Record], column: usize, other: usize) -> bool {
    let one_way = |a: usize, b: usize| {
        let mut beside = HashMap::new();
        rows.iter().all(|row| *beside.entry(row.cell(a)).or_insert(row.cell(b)) == row.cell(b))
    };
    one_way(column, other) && one_way(other, column)
}
