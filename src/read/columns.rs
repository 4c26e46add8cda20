//! Which column is what: by header words first, by content where those say nothing.

use std::collections::HashMap;

use super::mapping::{ColumnChoice, Role};
use super::profile::Profile;
use super::table::Record;
use super::vocabulary::{self, Match};
use super::words::plain;
use crate::model::Position;

/// True where each text of one column stands beside one text of the other only, and never for beside
/// against: both say the same of every member.
fn determines(rows: &[Record], column: usize, other: usize) -> bool {
    let mut beside: HashMap<&str, &str> = HashMap::new();
    let sides = [Position::For, Position::Against];
    rows.iter().all(|row| {
        let (one, two) = (row.cell(column), row.cell(other));
        let contradicts = match (vocabulary::position(one), vocabulary::position(two)) {
            (Some(a), Some(b)) => a != b && sides.contains(&a) && sides.contains(&b),
            _ => false,
        };
        !contradicts && *beside.entry(one).or_insert(two) == two
    })
}

/// A cell that denies a flag.
pub(super) fn is_no(cell: &str) -> bool {
    let cell = plain(cell);
    matches!(cell.as_str(), "" | "-" | "--" | "0" | "n")
        || vocabulary::position(&cell) == Some(Position::Against)
}

/// The columns of a table with their roles. The vote column may be missing: the caller says so.
pub(super) struct Columns {
    pub(super) choices: Vec<ColumnChoice>,
    pub(super) profiles: Vec<Profile>,
    /// More than one column holds votes and none of them speaks for all.
    pub(super) several_votes: Vec<usize>,
}

/// Roles that only one column can have.
const UNIQUE: [Role; 14] = [
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
    let several_votes = chooser.choose_position(rows);
    chooser.choose_by_header(rows.len());
    chooser.mend_names(rows);
    chooser.choose_by_content(rows.len());
    let Chooser { profiles, roles, .. } = chooser;
    let choices =
        headers.into_iter().zip(roles).map(|(header, role)| ColumnChoice { header, role }).collect();
    Columns { choices, profiles, several_votes }
}

/// More columns than any roll call of one vote has; a bound on memory.
const MOST_COLUMNS: usize = 20_000;

/// One vote stands in at most so many columns: what members pressed, and what it was taken for.
const MOST_VIEWS_OF_ONE_VOTE: usize = 2;

struct Chooser {
    profiles: Vec<Profile>,
    by_header: Vec<Option<(Role, Match)>>,
    roles: Vec<Option<Role>>,
}

impl Chooser {
    /// Chooses the vote column: the one whose header says so, else by content. Several candidates are narrowed
    /// down: to those with words for and against, to the one with the finest words (`description` beside
    /// `option_meaning`), to the one whose header speaks of a vote; where that fails, they are returned.
    fn choose_position(&mut self, rows: &[Record]) -> Vec<usize> {
        let all_columns = 0..self.profiles.len();
        let by_content: Vec<usize> =
            all_columns.clone().filter(|&column| self.is_vote_by_content(column, rows.len())).collect();
        let named: Vec<usize> = all_columns.clone().filter(|&column| self.is_named_vote(column)).collect();
        let with_sides = |columns: &[usize]| -> Vec<usize> {
            columns.iter().copied().filter(|&column| self.profiles[column].has_two_sides()).collect()
        };
        let (named_sides, sides) = (with_sides(&named), with_sides(&by_content));
        let candidates = if !named_sides.is_empty() {
            named_sides
        } else if sides.len() > 1 {
            // `vote` says only who was there; the columns beside it say how they voted, on several things.
            sides
        } else if !named.is_empty() {
            named
        } else if !by_content.is_empty() {
            by_content
        } else {
            all_columns.filter(|&column| self.is_coded_vote(column)).take(1).collect()
        };
        let all = candidates.clone();
        let speaks_of_vote = |column: &usize| matches!(self.by_header[*column], Some((Role::Position, _)));
        let has_two_sides = |column: &usize| self.profiles[*column].has_two_sides();
        let narrowed = |candidates: Vec<usize>, is_better: &dyn Fn(&usize) -> bool| -> Vec<usize> {
            let better: Vec<usize> = candidates.iter().copied().filter(is_better).collect();
            // Many columns of votes are many votes, whatever one of their headers says.
            if better.is_empty() || all.len() > MOST_VIEWS_OF_ONE_VOTE + 1 { candidates } else { better }
        };
        let candidates = narrowed(candidates, &has_two_sides);
        let chosen = match candidates.as_slice() {
            [] => return Vec::new(),
            [only] => Some(*only),
            several => self.finest_of(several, rows).or_else(|| {
                match narrowed(several.to_vec(), &speaks_of_vote).as_slice() {
                    [only] => Some(*only),
                    _ => None,
                }
            }),
        };
        let Some(column) = chosen else { return all };
        // Another column that speaks of a vote and says something else is another vote.
        let is_another_vote = |other: &usize| {
            *other != column
                && speaks_of_vote(other)
                && self.is_vote_by_content(*other, rows.len())
                && self.profiles[*other].has_two_sides()
                && !determines(rows, column, *other)
        };
        let others: Vec<usize> = (0..self.profiles.len()).filter(is_another_vote).collect();
        if !others.is_empty() {
            return std::iter::once(column).chain(others).collect();
        }
        self.roles[column] = Some(Role::Position);
        Vec::new()
    }

    /// A header that is a word for the vote, over words for positions or few distinct texts.
    fn is_named_vote(&self, column: usize) -> bool {
        let profile = &self.profiles[column];
        self.is_coded_vote(column) && (profile.position_words > 0 || !profile.is_numeric())
    }

    /// A header that is a word for the vote, over words for positions or few distinct entries of any kind.
    fn is_coded_vote(&self, column: usize) -> bool {
        let profile = &self.profiles[column];
        let few = (profile.filled / 2).clamp(5, 40);
        self.by_header[column] == Some((Role::Position, Match::Whole))
            && profile.filled > 0
            && (profile.position_words > 0 || profile.counts.len() <= few)
    }

    /// Words for positions in most of its cells, under a header that does not say something else.
    fn is_vote_by_content(&self, column: usize, num_rows: usize) -> bool {
        let profile = &self.profiles[column];
        let is_something_else = match self.by_header[column] {
            Some((Role::Position, _)) | None => false,
            Some((Role::Result | Role::Detail, _) | (_, Match::Whole)) => true,
            Some(_) => false,
        };
        // The same letter throughout is a vote only where the header says so: `N` under `void` is not.
        let is_one_letter = profile.counts.len() == 1 && profile.counts.keys().all(|word| word.len() == 1);
        !is_something_else && !is_one_letter && profile.holds_positions() && profile.filled * 2 >= num_rows
    }

    /// The candidate with the most distinct positions, if it determines the other: then they are two views of
    /// one vote, and not two votes.
    fn finest_of(&self, candidates: &[usize], rows: &[Record]) -> Option<usize> {
        let &[a, b] = candidates else { return None };
        let positions = |column: usize| self.profiles[column].positions.len();
        let (finer, other) = if positions(a) >= positions(b) { (a, b) } else { (b, a) };
        determines(rows, finer, other).then_some(finer)
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
            // `Votes` beside the vote, in numbers: the votes that each casts.
            Role::Position if profile.is_numeric() && self.roles.contains(&Some(Role::Position)) => {
                let is_free = !self.by_header.iter().any(|found| matches!(found, Some((Role::Weight, _))));
                return is_free.then_some(Role::Weight);
            }
            // A second column with votes, or a `vote` column without any.
            Role::Position => false,
            // `MP` and `person` head names in one file, numbers in another.
            Role::Name if profile.is_numeric() => {
                return profile.is_mostly_distinct().then_some(Role::Id);
            }
            Role::Name if matched == Match::Part => {
                let has = |role| self.by_header.contains(&Some((role, Match::Whole)));
                let is_in_parts = has(Role::FirstName) && has(Role::LastName);
                !is_in_parts && profile.counts.len() * 10 >= profile.filled * 6
            }
            // A flag, or the name of whoever cast the vote: blank or no for somebody.
            Role::Proxy => profile.filled < num_rows || profile.counts.keys().any(|cell| is_no(cell)),
            Role::Id => profile.is_mostly_distinct(),
            Role::Weight | Role::Score | Role::CallOrder => profile.is_numeric(),
            Role::Party => !(profile.is_mostly_distinct() && profile.filled > 8 && profile.is_numeric()),
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
                    profile.is_mostly_distinct() && !profile.is_numeric() && profile.filled * 2 > num_rows
                })
                .max_by_key(|&column| {
                    (self.profiles[column].spaced, self.profiles[column].counts.len(), usize::MAX - column)
                });
            // A table of countries or cities names its members by their place.
            let place = (0..self.roles.len()).find(|&column| {
                self.roles[column] == Some(Role::Constituency) && self.profiles[column].is_mostly_distinct()
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
