//! The columns that may tell the members of a table apart.
//!
//! Goes in: a [`Search`]. Comes out: few sets of columns, the surest first, each with whether it is names: a name alone is a weak key.
//! Must not know: what tells votes apart.

use super::heads::{Head, Sure, is_name, names_a_motion};
use super::keys::Search;
use super::limits::MOST_KEYS;
use crate::read::mapping::Role;
use crate::read::table::profile::is_number;
use crate::read::vocabulary::{self, Match};

impl Search<'_> {
    /// The columns that may say who voted, and whether they are names; the surest first.
    pub(super) fn member_keys(&self) -> Vec<(Vec<usize>, bool)> {
        let headed = |wanted: &[Role], matched: Match| -> Vec<usize> {
            (0..self.heads.len())
                .filter(|&column| {
                    let is_headed = matches!(self.heads[column].role, Some((role, found))
                        if wanted.contains(&role) && found == matched);
                    is_headed && !self.taken.contains(&column) && self.table.columns[column].distinct() > 1
                })
                .collect()
        };
        let names = [Role::Name, Role::FirstName, Role::MiddleName, Role::LastName, Role::SecondLastName];
        let ids = |matched| -> Vec<Vec<usize>> {
            headed(&[Role::Id], matched)
                .into_iter()
                .filter(|&column| !self.numbers_rows(column) && self.fills_rows(column))
                .map(|column| vec![column])
                .collect()
        };
        let mut keys: Vec<(Vec<usize>, bool)> = Vec::new();
        keys.extend(ids(Match::Whole).into_iter().take(2).map(|columns| (columns, false)));
        let whole = headed(&names, Match::Whole);
        let has_names = !whole.is_empty();
        keys.push((whole, true));
        if !has_names {
            keys.push((headed(&names, Match::Part), true));
            let named = self.named_by_content();
            keys.extend(self.parts_of_names().map(|columns| (columns, true)));
            keys.extend(named.into_iter().map(|column| (vec![column], true)));
            keys.extend(ids(Match::Part).into_iter().take(1).map(|columns| (columns, false)));
        }
        // A table of countries, cities or parties names its members by them, where each has a row.
        if keys.iter().all(|(columns, _)| columns.is_empty()) {
            for roles in [[Role::Constituency, Role::Constituency], [Role::Party, Role::PartyShort]] {
                let column =
                    headed(&roles, Match::Whole).into_iter().chain(headed(&roles, Match::Part)).next();
                keys.extend(column.map(|column| (vec![column], false)));
            }
        }
        if keys.iter().all(|(columns, _)| columns.is_empty()) {
            keys.extend(self.numbered_by_content().into_iter().map(|column| (vec![column], false)));
        }
        keys.retain(|(columns, _)| !columns.is_empty());
        keys.truncate(MOST_KEYS);
        keys
    }

    /// An `id` that every row has for itself numbers the rows, where names beside it repeat.
    fn numbers_rows(&self, column: usize) -> bool {
        let cells = &self.table.columns[column];
        let is_each = cells.distinct() * 10 >= cells.filled() * 9;
        let repeats = |(head, cells): (&Head, &super::coded::Column<'_>)| {
            let is_person = matches!(head.role, Some((Role::Name | Role::LastName | Role::Id, Match::Whole)));
            is_person && cells.distinct() * 4 < cells.filled() * 3
        };
        is_each && self.heads.iter().zip(&self.table.columns).any(repeats)
    }

    fn fills_rows(&self, column: usize) -> bool {
        self.table.columns[column].filled() * 10 >= self.table.rows * 8
    }

    /// The columns without a known header whose texts look most like names; of those that look alike the ones with more texts.
    fn named_by_content(&self) -> Vec<usize> {
        const MOST: usize = 3;
        let is_free = |column: &usize| self.heads[*column].role.is_none() && !self.taken.contains(column);
        let free = (0..self.heads.len()).filter(is_free).filter(|&column| self.fills_rows(column));
        let mut named: Vec<(Sure, usize, usize)> = free
            .map(|column| (self.looks_like_names(column), self.table.columns[column].distinct(), column))
            .filter(|&(looks, _, _)| looks != Sure::No)
            .collect();
        named.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.cmp(&a.1)).then(a.2.cmp(&b.2)));
        named.into_iter().take(MOST).map(|(_, _, column)| column).collect()
    }

    /// Two columns of single words side by side, neither of which any header names: a first and a last name.
    fn parts_of_names(&self) -> Option<Vec<usize>> {
        let is_part = |column: usize| {
            let texts = &self.table.columns[column].texts;
            let is_free =
                self.heads[column].role.is_none() && !self.taken.contains(&column) && self.fills_rows(column);
            let is_word = |text: &&&str| {
                !text.contains(' ')
                    && text.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
            };
            // Codes of parties are as short as names of scripts without capitals.
            let is_long = |text: &&str| text.chars().count() > if text.is_ascii() { 3 } else { 1 };
            let single = texts.iter().filter(is_word).count() * 10 >= texts.len() * 9;
            is_free && texts.len() > 2 && single && texts.iter().any(is_long)
        };
        (1..self.heads.len())
            .find(|&column| is_part(column - 1) && is_part(column))
            .map(|column| vec![column - 1, column])
    }

    /// Where nothing names members, the columns of numbers that repeat: one may number them.
    fn numbered_by_content(&self) -> Vec<usize> {
        const MOST: usize = 3;
        let can_be = |column: &usize| {
            let cells = &self.table.columns[*column];
            let is_count = vocabulary::counted_position(&self.heads[*column].text).is_some();
            let is_free = self.heads[*column].role.is_none() && !self.taken.contains(column) && !is_count;
            is_free
                && self.fills_rows(*column)
                && cells.distinct() > 2
                && cells.distinct() * 2 <= cells.filled()
                && self.plainness(*column) > 1
        };
        (0..self.heads.len()).filter(can_be).take(MOST).collect()
    }

    /// How surely the texts of a column are names: words with capitals; else texts without digits that are no titles.
    fn looks_like_names(&self, column: usize) -> Sure {
        let texts = &self.table.columns[column].texts;
        let is_no_name = |text: &&&str| {
            text.contains(|c: char| c.is_ascii_digit())
                || text.contains("://")
                || is_number(text)
                || names_a_motion(text)
        };
        let few = texts.len() < 3 && self.table.rows > 3;
        if texts.is_empty() || few || texts.iter().filter(is_no_name).count() * 5 > texts.len() {
            return Sure::No;
        }
        let names = texts.iter().filter(|text| is_name(text)).count();
        let length: usize = texts.iter().map(|text| text.chars().count()).sum();
        let is_short = length <= texts.len() * 40;
        match names * 10 > texts.len() * 6 {
            true if is_short => Sure::Yes,
            _ if is_short => Sure::Maybe,
            _ => Sure::No,
        }
    }
}
