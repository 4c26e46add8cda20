//! What one row of ballots says by itself: its vote, its word, and why it is no member's.
//!
//! Goes in: a row and the mapping of its table. Comes out: the key and facts of its vote, its position, its fault. Both engines ask it.
//! Must not know: other rows, what becomes of this one.

use crate::model::{Member, Position, RollCallInfo};
use crate::read::infer::mark;
use crate::read::lookup::companions::Companions;
use crate::read::mapping::{Mapping, Role, Shape};
use crate::read::rows::facts::{OF_VOTE, RoleIndex};
use crate::read::rows::meaning::Meaning;
use crate::read::table::Record;
use crate::read::table::totals::{is_result, is_total};
use crate::read::vocabulary::words::plain;
use crate::read::{ProblemKind, vocabulary};

/// What a row is, as far as it says by itself.
pub(in crate::read) struct RowRules<'a> {
    pub(in crate::read) roles: RoleIndex,
    position: Option<usize>,
    flags: Vec<(usize, Position)>,
    pub(in crate::read) mapping: &'a Mapping,
    meaning: &'a Meaning,
    header: Option<&'a Record>,
    /// The columns of what is so of a vote as a whole; none where the table is one vote.
    facts: Vec<usize>,
}

impl<'a> RowRules<'a> {
    pub(in crate::read) fn new(
        mapping: &'a Mapping,
        meaning: &'a Meaning,
        header: Option<&'a Record>,
    ) -> Self {
        let marked: Vec<usize> = mapping.columns_with(Role::Flag).collect();
        let headers = marked.iter().map(|&column| mapping.header(column));
        let flags = marked
            .iter()
            .copied()
            .zip(vocabulary::counted_positions(headers))
            .filter_map(|(column, position)| Some((column, position?)))
            .collect();
        Self {
            roles: RoleIndex::of(&mapping.columns),
            position: mapping.column(Role::Position),
            flags,
            mapping,
            meaning,
            header,
            facts: match mapping.shape {
                Shape::OneVote => Vec::new(),
                _ => OF_VOTE.into_iter().flat_map(|role| mapping.columns_with(role)).collect(),
            },
        }
    }

    /// True where two rows of one vote say something else of it.
    pub(in crate::read) fn differ_in_facts(&self, first: &Record, row: &Record) -> bool {
        self.facts.iter().any(|&column| first.cell(column) != row.cell(column))
    }

    /// The column to name where the vote itself is at fault.
    pub(in crate::read) fn vote_column(&self) -> Option<usize> {
        self.position.or_else(|| self.flags.first().map(|(column, _)| *column))
    }

    /// What tells the vote of a row apart: its number, else its title and day.
    pub(in crate::read) fn vote_key(&self, row: &Record) -> String {
        let view = self.roles.view(row);
        if self.mapping.shape == Shape::OneVote {
            return String::new();
        }
        let text = |role| view.text(role).unwrap_or_default();
        view.vote_id().unwrap_or_else(|| [Role::VoteTitle, Role::VoteDate].map(text).join("\n"))
    }

    /// What is known of the vote of a row: from above the header, from the row, and from the tables beside.
    pub(in crate::read) fn vote_info(
        &self,
        row: &Record,
        of_table: &RollCallInfo,
        companions: &Companions,
    ) -> RollCallInfo {
        let mut info = of_table.clone();
        if self.mapping.shape != Shape::OneVote {
            self.roles.view(row).complete(&mut info);
        }
        companions.complete_vote(&mut info);
        info
    }

    /// The word of a row, what it means, and whether nobody knows it. Where positions are marks in columns of
    /// their own, the word is the header of the column marked.
    pub(in crate::read) fn position_of(&self, row: &Record) -> (String, Position, bool) {
        if let Some(column) = self.position {
            let word = row.cell(column);
            let (position, is_unknown) = self.meaning.position(word);
            return (word.to_owned(), position, is_unknown);
        }
        let mut marked = self.flags.iter().filter(|(column, _)| mark(row.cell(*column)) == Some(true));
        match (marked.next(), marked.next()) {
            (Some(&(column, position)), None) => (self.mapping.header(column).to_owned(), position, false),
            (Some(_), Some(_)) => {
                let columns = self.flags.iter().filter(|(column, _)| mark(row.cell(*column)) == Some(true));
                let headers = columns.map(|(column, _)| self.mapping.header(*column));
                (headers.collect::<Vec<_>>().join(" + "), Position::Unknown, true)
            }
            (None, _) => (String::new(), Position::Unknown, true),
        }
    }

    /// What a word means in this table, if anybody knows it.
    pub(in crate::read) fn known_position(&self, word: &str) -> Option<Position> {
        let (position, is_unknown) = self.meaning.position(word);
        // A sum may be in another language than the rows.
        if is_unknown { vocabulary::position(word) } else { Some(position) }
    }

    /// Why a row is no member's, if so.
    pub(in crate::read) fn fault_of(&self, row: &Record) -> Option<ProblemKind> {
        let is_same = |header: &Record| {
            let width = row.cells.len().max(header.cells.len());
            (0..width).all(|column| plain(row.cell(column)) == plain(header.cell(column)))
        };
        if self.header.is_some_and(is_same) {
            return Some(ProblemKind::RepeatedHeader);
        }
        let name = self.roles.view(row).name();
        let Some(column) = self.position.or_else(|| self.flags.last().map(|(column, _)| *column)) else {
            return Some(ProblemKind::ShortRow);
        };
        let (word, position, is_unknown) = self.position_of(row);
        let has_names = self.roles.has_names();
        if has_names && is_result(&name) {
            return Some(ProblemKind::TotalRow);
        }
        if word.is_empty() && self.heads_others(row) {
            return Some(ProblemKind::HeadingRow);
        }
        if has_names && is_unknown && (is_total(&name) || (name.is_empty() && is_total(row.cell(0)))) {
            return Some(ProblemKind::TotalRow);
        }
        if is_unknown && self.result_in(row).is_some() {
            return Some(ProblemKind::TotalRow);
        }
        if row.cells.len() <= column {
            return Some(ProblemKind::ShortRow);
        }
        if has_names && name.is_empty() && word.is_empty() && position != Position::Vacant {
            return Some(ProblemKind::NoName);
        }
        None
    }

    /// True for a row with one filled cell in a table of several columns: it heads the rows below it.
    fn heads_others(&self, row: &Record) -> bool {
        const FEWEST_COLUMNS: usize = 3;
        let used = self.mapping.columns.iter().filter(|column| column.role.is_some()).count();
        used >= FEWEST_COLUMNS && row.cells.iter().filter(|cell| !cell.is_empty()).count() == 1
    }

    /// The word of a row that says what became of the vote instead of how a member voted.
    pub(in crate::read) fn result_in<'r>(&'r self, row: &'r Record) -> Option<&'r str> {
        self.roles.view(row).result_word(self.position?)
    }

    /// True for a row with something in a cell beyond the header.
    pub(in crate::read) fn is_long(&self, row: &Record) -> bool {
        row.cells.iter().skip(self.mapping.columns.len()).any(|cell| !cell.is_empty())
    }

    /// What is odd about the name of a member who stays, and its column.
    pub(in crate::read) fn name_fault(
        &self,
        member: &Member,
        position: Position,
    ) -> Option<(ProblemKind, Option<usize>)> {
        if !self.roles.has_names() || position == Position::Vacant {
            return None;
        }
        let kind = if member.name.is_empty() {
            ProblemKind::NoName
        } else if member.name.chars().any(char::is_alphabetic) {
            return None;
        } else {
            ProblemKind::NumberForName
        };
        Some((kind, self.name_column()))
    }

    /// The column with the name, or with the last name.
    pub(in crate::read) fn name_column(&self) -> Option<usize> {
        self.roles.column(Role::Name).or_else(|| self.roles.column(Role::LastName))
    }
}

/// A cell that denies a flag.
pub(in crate::read) fn is_no(cell: &str) -> bool {
    let cell = plain(cell);
    matches!(cell.as_str(), "" | "-" | "--" | "0" | "n" | "false")
        || vocabulary::position(&cell) == Some(Position::Against)
}
