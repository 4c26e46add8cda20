//! One way to tell members apart, with every way to tell votes apart that leaves each of them (nearly) one ballot in a vote.
//!
//! Goes in: a [`Search`] and the columns that name members. Comes out: [`Keys`]. Must not know: other ways to tell members apart.

use hashbrown::HashSet;

use super::coded::{BLANK, Groups};
use super::keys::{Breaks, Keys, NAMED, Search};
use super::limits::MOST_KEY_COLUMNS;
use crate::read::audit::Ledger;
use crate::read::audit::laws;

/// One way to tell members apart, tried with every way to tell votes apart.
pub(super) struct Tried<'s> {
    pub(super) search: &'s Search<'s>,
    pub(super) members: &'s [usize],
    pub(super) of_members: &'s Groups,
    pub(super) apart: &'s Groups,
    pub(super) is_weak: bool,
}

impl Tried<'_> {
    /// The keys, and how often a member stands in the table.
    pub(super) fn votes(&self) -> (Vec<Keys>, usize) {
        let search = self.search;
        let rows = search.table.rows;
        let mut found = Vec::new();
        let whole = Groups::whole(rows);
        let times = self.of_members.sizes();
        let repeated: usize = times.iter().filter(|&&times| times > 1).map(|&times| times as usize).sum();
        let one_vote = self.keys(Vec::new(), whole, 0);
        let mut candidates: Vec<usize> = (0..search.heads.len())
            .filter(|&column| !self.members.contains(&column) && search.can_part(column))
            .collect();
        candidates.sort_by_key(|&column| {
            (std::cmp::Reverse(search.rank(column)), std::cmp::Reverse(search.plainness(column)), column)
        });
        let is_one = one_vote.breaks < Breaks::Many;
        // And no code for each word. Namesakes may stand twice.
        if is_one || one_vote.doubles * 5 <= rows {
            let is_code = |&column: &usize| {
                search.ballots.as_ref().is_some_and(|ballots| search.is_code_of(ballots, column))
            };
            candidates.retain(|column| !is_code(column));
        }
        if is_one && let Some(keys) = self.by_chamber(&one_vote.of_votes) {
            found.push(keys);
        }
        for &column in &candidates {
            let rank = search.rank(column);
            // Where every member stands once, only a number of the vote parts the rows.
            if is_one && rank < NAMED {
                continue;
            }
            let mut columns = vec![column];
            let mut groups = Groups::of(search.table, &columns);
            let others = candidates.iter().copied().filter(|&other| other != column);
            for other in others.filter(|_| rank >= NAMED || search.plainness(column) > 1) {
                if columns.len() < MOST_KEY_COLUMNS && search.is_part_of_number(&groups, other) {
                    columns.push(other);
                    groups = groups.with(&search.table.columns[other]);
                }
            }
            let keys = self.keys(columns, groups, rank);
            if keys.breaks < Breaks::Many {
                found.push(keys);
            }
        }
        if found.is_empty() && !is_one {
            found.extend(self.together(&candidates));
        }
        if is_one {
            found.push(one_vote);
        } else if found.is_empty() && repeated * 10 <= rows * 6 {
            // A few members who stand twice are doubles, or namesakes where only their names are known.
            found.push(one_vote);
        } else if found.is_empty()
            && let Some(&column) = candidates.first()
            && search.rank(column) >= NAMED
        {
            // The number of the vote is given: who stands twice in it is a double.
            let keys = self.keys(vec![column], Groups::of(search.table, &[column]), search.rank(column));
            if keys.doubles * 10 <= rows * 7 {
                found.push(keys);
            }
        }
        let average = rows.div_ceil(self.of_members.count.max(1));
        (found, if repeated > 0 { average.max(2) } else { 0 })
    }

    /// One number throughout, in several chambers or sessions: as many votes, even where they share no member.
    fn by_chamber(&self, whole: &Groups) -> Option<Keys> {
        let search = self.search;
        let is_number = |column: &usize| {
            let cells = &search.table.columns[*column];
            search.rank(*column) >= NAMED && cells.is_constant() && !search.taken.contains(column)
        };
        let number = (0..search.heads.len()).find(is_number)?;
        let is_chamber = |column: &usize| {
            search.can_part(*column)
                && !self.members.contains(column)
                && search.is_part_of_number(whole, *column)
        };
        let chamber = (0..search.heads.len()).find(is_chamber)?;
        let columns = vec![number, chamber];
        let groups = Groups::of(search.table, &columns);
        Some(self.keys(columns, groups, NAMED + 1)).filter(|keys| keys.breaks < Breaks::Many)
    }

    /// The fewest columns that tell votes apart only together, those whose headers speak for it first.
    fn together(&self, candidates: &[usize]) -> Option<Keys> {
        let search = self.search;
        let mut columns: Vec<usize> = Vec::new();
        let mut groups = Groups::whole(search.table.rows);
        let mut best = usize::MAX;
        for &column in candidates {
            let with = groups.with(&search.table.columns[column]);
            let doubles = self.doubles(&with);
            if doubles * 100 < best.saturating_mul(99) && columns.len() < MOST_KEY_COLUMNS {
                columns.push(column);
                (groups, best) = (with, doubles);
                let keys = self.keys(
                    columns.clone(),
                    groups.clone(),
                    columns.iter().map(|&c| search.rank(c)).max().unwrap_or(0),
                );
                if keys.breaks < Breaks::Many {
                    return Some(keys);
                }
            }
        }
        None
    }

    pub(super) fn keys(&self, mut votes: Vec<usize>, of_votes: Groups, rank: u8) -> Keys {
        votes.sort_unstable();
        let doubles = self.doubles(&of_votes);
        let ledger = Ledger::of_rows(doubles, self.search.table.rows);
        let breaks = Breaks::of(laws::one_ballot(&ledger).as_ref());
        Keys {
            votes,
            members: self.members.to_vec(),
            of_votes,
            of_members: self.of_members.clone(),
            doubles,
            breaks,
            rank,
        }
    }

    /// Rows of a member who has one in the vote already. The very same row again is a copy, and refutes nothing; so does a row
    /// without a member.
    fn doubles(&self, votes: &Groups) -> usize {
        let search = self.search;
        let mut seen: HashSet<(u32, u32)> = HashSet::with_capacity(search.table.rows);
        let is_blank =
            |row: usize| self.members.iter().all(|&column| search.table.columns[column].codes[row] == BLANK);
        let is_double = |&row: &usize| {
            let pair = (votes.of_row[row], self.apart.of_row[row]);
            !is_blank(row) && !seen.insert(pair) && (self.is_weak || !search.copies[row])
        };
        (0..search.table.rows).filter(is_double).count()
    }
}
