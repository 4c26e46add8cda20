//! What speaks for a way to read a table, compared field by field: the first difference decides. No weights, no sums.
//!
//! Goes in: a place of ballots, its keys, and the table. Comes out: [`Evidence`], smaller for the better reading. Must not know: how
//! many ways there are.

use super::ballot_words::Kind;
use super::coded::{BLANK, Coded, Groups};
use super::heads::{Head, Says, Sure, is_name, look_like_members, look_like_votes};
use super::keys::{Breaks, Keys};
use crate::model::{Position, VoteDate};
use crate::read::audit::Ledger;
use crate::read::audit::laws::{self, Weight};
use crate::read::mapping::Role;
use crate::read::table::profile::is_number;
use crate::read::vocabulary::{self, Match};

/// How the totals that a file states fit the ballots that a reading counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::read) enum Totals {
    /// They fit.
    Fit,
    /// There are none, or they say nothing: 0–0, equal sides.
    None,
    /// They do not.
    Differ,
}

/// Whether members stand where names are, and votes where numbers, days and titles are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::read) enum Sides {
    /// Both.
    Both,
    /// One of them.
    Half,
    /// Neither.
    Neither,
}

/// How many of the members have a ballot in each vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::read) enum Grid {
    /// Every one in every vote, or nearly.
    Full,
    /// Most.
    Most,
    /// Few.
    Sparse,
}

/// What speaks for a reading, in the order in which it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::read) struct Evidence {
    /// Whether a law is broken.
    pub(in crate::read) breaks: Breaks,
    /// Whether the file's own totals fit.
    pub(in crate::read) totals: Totals,
    /// Whether names, numbers, days and titles stand where they belong.
    pub(in crate::read) sides: Sides,
    /// How surely the words are about votes.
    pub(in crate::read) words: Kind,
    /// What the header says.
    pub(in crate::read) header: Says,
    /// Whether every member is in every vote.
    pub(in crate::read) grid: Grid,
    /// Columns of words for positions that are left out.
    pub(in crate::read) left: bool,
    /// Columns that the keys need.
    pub(in crate::read) simple: usize,
}

/// What decides between two ways to read a table: the fields of the evidence, in the order in which they count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A member has one ballot in a vote.
    Breaks,
    /// The file's own totals fit.
    Totals,
    /// Names, numbers, days and titles stand where they belong.
    Sides,
    /// The words are about votes.
    Words,
    /// The header says vote.
    Header,
    /// Every member is in every vote.
    Grid,
    /// No column of words for positions is left out.
    Left,
    /// Fewer columns tell votes and members apart.
    Simple,
}

impl Field {
    /// The stable name, in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Breaks => "breaks",
            Self::Totals => "totals",
            Self::Sides => "sides",
            Self::Words => "words",
            Self::Header => "header",
            Self::Grid => "grid",
            Self::Left => "left",
            Self::Simple => "simple",
        }
    }
}

impl Evidence {
    /// The first field in which two of them differ; the last where none does.
    pub(super) fn decided_by(&self, other: &Self) -> Field {
        let differ = [
            (self.breaks != other.breaks, Field::Breaks),
            (self.totals != other.totals, Field::Totals),
            (self.sides != other.sides, Field::Sides),
            (self.words != other.words, Field::Words),
            (self.header != other.header, Field::Header),
            (self.grid != other.grid, Field::Grid),
            (self.left != other.left, Field::Left),
        ];
        differ.into_iter().find(|(differs, _)| *differs).map_or(Field::Simple, |(_, field)| field)
    }
}

/// The two sides as one field.
pub(in crate::read) fn sides(members: Sure, votes: Sure) -> Sides {
    match members as u8 + votes as u8 {
        3.. => Sides::Both,
        2 => Sides::Half,
        _ => Sides::Neither,
    }
}

/// How surely the members of a table of ballots are members, and its votes votes.
pub(in crate::read) fn sides_of_rows(table: &Coded<'_>, heads: &[Head], keys: &Keys) -> Sides {
    let is_person = |&column: &usize| match heads[column].role {
        Some((Role::Id, _)) => {
            if vocabulary::is_bare_id(&heads[column].text) {
                Sure::Maybe
            } else {
                Sure::Yes
            }
        }
        Some(_) => Sure::Yes,
        None => look_like_members(&table.columns[column].texts),
    };
    let members = keys.members.iter().map(is_person).max().unwrap_or(Sure::No);
    if !keys.votes.is_empty() {
        return sides(members, Sure::Yes);
    }
    // Titles, days and numbers of votes that change from row to row: the rows are votes.
    let changes = |(head, column): (&Head, &super::coded::Column<'_>)| {
        let is_of_vote =
            matches!(head.role, Some((Role::VoteTitle | Role::VoteDate | Role::VoteId, Match::Whole)));
        is_of_vote && column.distinct() > 1 && column.distinct() * 2 > column.filled()
    };
    let is_list = heads.iter().zip(&table.columns).any(changes);
    sides(members, if is_list { Sure::No } else { Sure::Yes })
}

/// What stands beside a block of ballots, and at its head.
pub(in crate::read) struct Frame<'a> {
    pub(in crate::read) table: &'a Coded<'a>,
    pub(in crate::read) heads: &'a [Head],
    /// The columns of ballots.
    pub(in crate::read) block: &'a [usize],
    /// Labels of further lines of the header, which name what those lines say of the columns.
    pub(in crate::read) labels: &'a [Role],
    /// True where a line of the header says the day of each column.
    pub(in crate::read) has_days: bool,
}

impl Frame<'_> {
    fn leading(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.heads.len()).filter(|column| !self.block.contains(column))
    }

    fn texts(&self) -> Vec<&str> {
        self.block.iter().map(|&column| self.heads[column].text.as_str()).collect()
    }

    /// True where a column beside the block is headed by, and holds, what only votes have.
    fn leads_with_votes(&self) -> Sure {
        let is_day = |text: &&&str| matches!(VoteDate::from_text(text), VoteDate::Day(_));
        let of_column = |column: usize| {
            let (head, texts) = (&self.heads[column], &self.table.columns[column].texts);
            let are_days = !texts.is_empty() && texts.iter().filter(is_day).count() * 10 >= texts.len() * 8;
            if head.is_of_vote() || head.names(Role::VoteId) || are_days && head.names(Role::VoteDate) {
                return Sure::Yes;
            }
            let are_numbers = !texts.is_empty() && texts.iter().all(|text| is_number(text));
            let is_each = texts.len() == self.table.rows && !counts_rows(texts);
            match head.role {
                None if is_each && (are_numbers || are_days || look_like_votes(texts) == Sure::Yes) => {
                    Sure::Yes
                }
                None if is_each && look_like_members(texts) != Sure::Yes => Sure::Maybe,
                Some((Role::Id, _)) if vocabulary::is_bare_id(&head.text) => Sure::Maybe,
                _ => Sure::No,
            }
        };
        self.leading().map(of_column).max().unwrap_or(Sure::Maybe)
    }

    /// True where a column beside the block names members.
    fn leads_with_members(&self) -> Sure {
        let is_of_member = |column: usize| {
            let roles = [Role::Party, Role::PartyShort, Role::Constituency, Role::Seat];
            roles.into_iter().any(|role| self.heads[column].is(role))
        };
        let has_facts = self.leading().any(is_of_member);
        let of_column = |column: usize| {
            let (head, texts) = (&self.heads[column], &self.table.columns[column].texts);
            let are_names = texts.iter().filter(|text| is_name(text)).count() * 10 > texts.len() * 6;
            let are_numbers = !texts.is_empty() && texts.iter().all(|text| is_number(text));
            match head.role {
                // `nombre abstentions` counts, and names nobody.
                Some((Role::Name | Role::FirstName | Role::LastName, _)) if are_numbers => Sure::No,
                // Names of scripts without spaces look like any word; a party beside them tells.
                Some((Role::Name, Match::Whole))
                    if !are_names && !has_facts && self.leads_with_votes() == Sure::Yes =>
                {
                    Sure::Maybe
                }
                Some((Role::Id, _)) if vocabulary::is_bare_id(&head.text) => Sure::Maybe,
                // `co-sponsors` over lists.
                Some((Role::Name, Match::Part)) if !are_names => Sure::No,
                Some((Role::Name | Role::FirstName | Role::LastName | Role::Id, _)) => Sure::Yes,
                Some((Role::Party | Role::PartyShort | Role::Constituency | Role::Seat, Match::Whole)) => {
                    Sure::Maybe
                }
                None => look_like_members(texts),
                Some(_) => Sure::No,
            }
        };
        self.leading().map(of_column).max().unwrap_or(Sure::Maybe)
    }

    /// The sides where rows are members and columns votes.
    pub(in crate::read) fn wide(&self) -> Sides {
        let texts = self.texts();
        let speaks = self.block.iter().filter(|&&column| self.heads[column].says == Says::Part).count() * 2
            > self.block.len();
        let votes = if self.has_days || speaks { Sure::Yes } else { look_like_votes(&texts) };
        let votes = match (votes, look_like_members(&texts)) {
            (Sure::No, Sure::No | Sure::Maybe) => Sure::Maybe,
            // Long names are no titles.
            (Sure::Maybe, Sure::Yes) => Sure::No,
            (known, _) => known,
        };
        let votes = if self.labels.iter().any(|role| is_of_person(*role)) { Sure::No } else { votes };
        let members = match (self.leads_with_members(), self.leads_with_votes()) {
            (Sure::Maybe, Sure::Yes) => Sure::No,
            (known, _) => known,
        };
        sides(members, votes)
    }

    /// The sides where rows are votes and columns members.
    pub(in crate::read) fn transposed(&self) -> Sides {
        let texts = self.texts();
        // Names lead, and nothing but numbers beside them (`born`) looks like votes: rows are members.
        let is_name =
            |column: usize| self.heads[column].is(Role::Name) || self.heads[column].is(Role::LastName);
        let is_vote =
            |column: usize| self.heads[column].is_of_vote() || self.heads[column].names(Role::VoteId);
        let are_members = look_like_members(&texts) != Sure::Yes
            && self.leading().any(is_name)
            && !self.leading().any(is_vote);
        let votes = match (self.leads_with_votes(), self.leads_with_members()) {
            (_, Sure::Yes) if are_members => Sure::No,
            (Sure::Maybe, Sure::Yes) => Sure::No,
            (known, _) => known,
        };
        let members = match look_like_members(&texts) {
            _ if self.labels.iter().any(|role| is_of_person(*role)) => Sure::Yes,
            // Members by number.
            Sure::No if votes == Sure::Yes && texts.iter().all(|text| is_number(text)) && !self.has_days => {
                Sure::Maybe
            }
            known => known,
        };
        sides(members, votes)
    }
}

fn is_of_person(role: Role) -> bool {
    matches!(role, Role::Party | Role::PartyShort | Role::Constituency | Role::Seat | Role::Id)
}

/// True for numbers that go up by one from 0 or 1: rows are counted, whatever they are.
fn counts_rows(texts: &[&str]) -> bool {
    let from = |first: usize| texts.iter().zip(first..).all(|(text, number)| text.parse() == Ok(number));
    from(0) || from(1)
}

/// Votes for and against of each vote, where a row is a ballot.
pub(in crate::read) fn counts(
    table: &Coded<'_>,
    column: usize,
    votes: &Groups,
    position: impl Fn(&str) -> Option<Position>,
) -> Vec<[u32; 4]> {
    let cells = &table.columns[column];
    let places: Vec<usize> = cells
        .texts
        .iter()
        .map(|text| match position(text) {
            Some(Position::For) => 0,
            Some(Position::Against) => 1,
            Some(Position::Abstain) => 2,
            _ => 3,
        })
        .collect();
    let mut counts = vec![[0; 4]; votes.count];
    for (&vote, &code) in votes.of_row.iter().zip(&cells.codes) {
        if code != BLANK {
            counts[vote as usize][places[code as usize]] += 1;
        }
    }
    counts
}

/// How totals that the table states beside its ballots fit what was counted.
pub(in crate::read) fn totals(
    table: &Coded<'_>,
    heads: &[Head],
    votes: &Groups,
    counts: &[[u32; 4]],
) -> Totals {
    let column_of = |wanted: Position| {
        (0..heads.len()).find(|&column| {
            let cells = &table.columns[column];
            vocabulary::counted_position(&heads[column].text) == Some(wanted)
                && cells.distinct() > 0
                && cells.texts.iter().all(|text| is_number(text))
                && votes.determine(cells).holds()
        })
    };
    let (Some(in_favour), Some(against)) = (column_of(Position::For), column_of(Position::Against)) else {
        return Totals::None;
    };
    let number = |column: usize, row: usize| -> Option<u32> {
        let cells = &table.columns[column];
        let code = cells.codes[row];
        if code == BLANK { None } else { cells.texts[code as usize].parse().ok() }
    };
    let mut seen = vec![false; counts.len()];
    let (mut fit, mut differ) = (0, 0);
    for (row, &vote) in votes.of_row.iter().enumerate() {
        if std::mem::replace(&mut seen[vote as usize], true) {
            continue;
        }
        let (Some(stated_for), Some(stated_against)) = (number(in_favour, row), number(against, row)) else {
            continue;
        };
        if stated_for == stated_against {
            continue;
        }
        let [counted_for, counted_against, ..] = counts[vote as usize];
        if (stated_for, stated_against) == (counted_for, counted_against) { fit += 1 } else { differ += 1 }
    }
    let ledger = Ledger::of_rows(0, table.rows).with_totals(differ, fit + differ);
    match laws::totals(&ledger).map(|breach| breach.weight) {
        _ if fit + differ == 0 => Totals::None,
        None | Some(Weight::Says) => Totals::Fit,
        Some(Weight::Ranks | Weight::Excludes) => Totals::Differ,
    }
}

/// A share in hundredths as a step.
pub(in crate::read) fn grid(hundredths: usize) -> Grid {
    match hundredths {
        90.. => Grid::Full,
        50..90 => Grid::Most,
        _ => Grid::Sparse,
    }
}
