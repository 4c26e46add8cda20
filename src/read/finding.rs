//! Which column holds the vote, or which columns hold votes or marks for positions.
//!
//! Goes in: headers and the profiles of the columns. Comes out: [`Found`]. Must not know: names, parties.

use hashbrown::{HashMap, HashSet};

use super::codes::Codes;
use super::letters::Letters;
use super::mapping::Role;
use super::profile::Profile;
use super::table::Record;
use super::vocabulary::{self, Match};
use super::words::plain;
use crate::model::Position;

/// Where the votes are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Found {
    /// Nowhere.
    #[default]
    Nothing,
    /// In one column.
    Column(usize),
    /// In several columns, each a vote.
    Columns(Vec<usize>),
    /// Marks in several columns, each a position (`ja`, `nein`, `Enthaltung`).
    Flags(Vec<usize>),
}

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

/// One vote stands in at most so many columns: what members pressed, and what it was taken for.
const MOST_VIEWS_OF_ONE_VOTE: usize = 2;

/// What is known of the columns before any has a role.
pub(super) struct Finder<'a> {
    pub(super) headers: &'a [String],
    pub(super) by_header: &'a [Option<(Role, Match)>],
    pub(super) profiles: &'a [Profile],
    pub(super) rows: &'a [Record],
    pub(super) has_header: bool,
}

impl Finder<'_> {
    /// Finds the votes.
    pub(super) fn find(&self) -> Found {
        match self.choose_position(self.rows) {
            Found::Nothing => match self.find_flags() {
                Found::Nothing => self.find_codes(),
                found => found,
            },
            found => found,
        }
    }

    /// The columns whose texts are the codes of a publisher that the table gives away: one, or all that are
    /// called by a letter or word and a number (`V1`, `V2`).
    fn find_codes(&self) -> Found {
        const FEWEST: usize = 3;
        let is_numbered = |column: &usize| {
            let header = &self.headers[*column];
            let word = header.trim_end_matches(|c: char| c.is_ascii_digit());
            word.len() < header.len()
                && matches!(word.to_lowercase().as_str(), "v" | "vote" | "rc" | "rollcall")
        };
        let numbered: Vec<usize> = (0..self.profiles.len()).filter(is_numbered).collect();
        let words = numbered.iter().flat_map(|&column| self.profiles[column].counts.keys());
        let codes = Codes::of(self.headers, self.has_header, words.map(String::as_str));
        if numbered.len() >= FEWEST && codes == Some(Codes::CastCodes) {
            return Found::Columns(numbered);
        }
        let is_coded = |column: &usize| {
            let profile = &self.profiles[*column];
            let words = profile.counts.keys().map(String::as_str);
            profile.filled * 10 > self.rows.len() * 9
                && Codes::of(self.headers, self.has_header, words)
                    .is_some_and(|codes| codes == Codes::CzechLetters)
        };
        (0..self.profiles.len()).find(is_coded).map_or(Found::Nothing, Found::Column)
    }

    /// Chooses the vote column: the one whose header says so, else by content. Several candidates are narrowed
    /// down: to those with words for and against, to the one with the finest words (`description` beside
    /// `option_meaning`), to the one whose header speaks of a vote; where that fails, they are returned.
    fn choose_position(&self, rows: &[Record]) -> Found {
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
            [] => return Found::Nothing,
            [only] => Some(*only),
            several => self.finest_of(several, rows).or_else(|| {
                match narrowed(several.to_vec(), &speaks_of_vote).as_slice() {
                    [only] => Some(*only),
                    _ => None,
                }
            }),
        };
        let Some(column) = chosen else { return Found::Columns(self.with_sparse(all)) };
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
            let all = std::iter::once(column).chain(others).collect();
            return Found::Columns(self.with_sparse(all));
        }
        Found::Column(column)
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

    /// Adds the columns of votes in which few took part or nobody took a side. They are told by their words
    /// alone, those of the votes beside them, so this is done only where there are votes enough.
    fn with_sparse(&self, mut votes: Vec<usize>) -> Vec<usize> {
        const FEWEST: usize = 2;
        const MOST_WORDS: usize = 12;
        if votes.len() < FEWEST {
            return votes;
        }
        let words = || votes.iter().flat_map(|&column| self.profiles[column].counts.keys());
        let letters = Letters::of(words().map(String::as_str));
        let known: HashSet<String> =
            words().filter(|word| letters.position(word).is_some()).map(|word| plain(word)).collect();
        let is_known = |word: &str| vocabulary::position(word).is_some() || known.contains(&plain(word));
        let is_sparse_vote = |column: &usize| {
            let profile = &self.profiles[*column];
            let is_something_else = matches!(self.by_header[*column], Some((role, Match::Whole))
                if role != Role::Position);
            if is_something_else || profile.filled == 0 || profile.counts.len() > MOST_WORDS {
                return false;
            }
            let told = |(word, count): (&String, &usize)| if is_known(word) { *count } else { 0 };
            let known: usize = profile.counts.iter().map(told).sum();
            let with_side = profile.position_words > 0
                || profile.counts.keys().any(|word| letters.position(word).is_some());
            known == profile.filled || (with_side && known * 10 >= profile.filled * 6)
        };
        votes.extend((0..self.profiles.len()).filter(is_sparse_vote));
        votes.sort_unstable();
        votes.dedup();
        votes
    }

    /// Columns whose headers are positions and whose cells are marks, with one mark in nearly every row.
    fn find_flags(&self) -> Found {
        let candidates: Vec<usize> = (0..self.profiles.len())
            .filter(|&column| {
                vocabulary::counted_position(&self.headers[column]).is_some()
                    && self.profiles[column].counts.keys().all(|cell| flag(cell).is_some())
            })
            .collect();
        let positions: Vec<Option<Position>> =
            candidates.iter().map(|&column| vocabulary::counted_position(&self.headers[column])).collect();
        let has = |position| positions.contains(&Some(position));
        if !has(Position::For) || !has(Position::Against) {
            return Found::Nothing;
        }
        let num_marks =
            |row: &&Record| candidates.iter().filter(|&&column| flag(row.cell(column)) == Some(true)).count();
        let one_mark = self.rows.iter().filter(|row| num_marks(row) == 1).count();
        if one_mark * 10 >= self.rows.len() * 9 { Found::Flags(candidates) } else { Found::Nothing }
    }
}

/// Whether a cell is marked; `None` for a cell that is no mark.
pub(super) fn flag(cell: &str) -> Option<bool> {
    match cell.trim().to_lowercase().as_str() {
        "1" | "1.0" | "x" | "✓" | "✔" | "☑" | "true" | "wahr" | "vrai" => Some(true),
        "" | "0" | "0.0" | "-" | "false" | "falsch" | "faux" => Some(false),
        _ => None,
    }
}
