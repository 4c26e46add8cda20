//! Which columns tell the votes of a long table apart, and which tell its members apart.
//!
//! Goes in: the rows, their profiles and the roles that the headers name. Comes out: a [`Division`]: columns
//! such that a vote and a member together name (nearly) every row once. Must not know: words for positions.

use hashbrown::{HashMap, HashSet};

use super::mapping::Role;
use super::profile::Profile;
use super::table::Record;
use super::vocabulary::Match;

/// The columns that together name every row once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Division {
    /// The columns that say which vote a row belongs to.
    pub(super) votes: Vec<usize>,
    /// The columns that say who voted.
    pub(super) members: Vec<usize>,
    /// How many members there are.
    pub(super) num_members: usize,
}

/// Whether the rows are one vote or several below one another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Divided {
    /// One vote.
    #[default]
    No,
    /// Several votes.
    By(Division),
    /// Several votes, and nothing tells them apart; so often the average member appears.
    Unclear(usize),
}

/// Uniqueness is judged on so many rows.
const SAMPLE: usize = 100_000;
/// Fewer rows than this repeat a member only where a column divides them.
const FEWEST_ROWS: usize = 10;

/// What is known of the columns before they have roles.
pub(super) struct Divider<'a> {
    pub(super) by_header: &'a [Option<(Role, Match)>],
    pub(super) profiles: &'a [Profile],
    pub(super) rows: &'a [Record],
    /// The columns with the votes themselves.
    pub(super) ballots: &'a [usize],
    pub(super) has_header: bool,
}

impl Divider<'_> {
    /// Finds the division.
    pub(super) fn divide(&self) -> Divided {
        let heads_vote = self.headed_division();
        if self.rows.len() < FEWEST_ROWS && heads_vote.is_none() {
            return Divided::No;
        }
        if !self.has_header
            && let Some(division) = self.by_content()
        {
            return Divided::By(division);
        }
        let members = self.member_columns();
        let codes = Codes::of(self.rows, &members);
        let mut times = vec![0_usize; codes.distinct];
        for &code in &codes.of_row {
            times[code as usize] += 1;
        }
        let repeated: usize = times.iter().filter(|&&times| times > 1).sum();
        // A few members named twice are duplicates; a column that divides the votes makes fewer suspicious.
        let is_suspicious = match heads_vote {
            Some(_) => repeated * 10 > self.rows.len() * 3,
            None => !members.is_empty() && repeated * 10 > self.rows.len() * 6,
        };
        if !is_suspicious {
            return Divided::No;
        }
        match self.vote_columns(&members) {
            Some(votes) => {
                let votes = self.with_chambers(votes);
                Divided::By(Division { votes, members, num_members: codes.distinct })
            }
            None => Divided::Unclear(self.rows.len().div_ceil(codes.distinct.max(1))),
        }
    }

    /// The column whose header says that it divides votes: several values, each in several rows.
    fn headed_division(&self) -> Option<usize> {
        [Role::VoteId, Role::VoteTitle, Role::VoteDate].into_iter().find_map(|role| {
            (0..self.profiles.len()).find(|&column| {
                let profile = &self.profiles[column];
                let distinct = profile.counts.len();
                let is_headed = matches!(self.by_header[column], Some((known, _)) if known == role);
                is_headed && distinct > 1 && distinct * 3 <= profile.filled
            })
        })
    }

    /// The columns that say who voted: an identifier, else names that differ; without any header for them, a
    /// column of texts that stand equally often.
    fn member_columns(&self) -> Vec<usize> {
        let headed = |wanted: &[Role], matched: &[Match]| -> Vec<usize> {
            (0..self.profiles.len())
                .filter(|&column| {
                    let is_headed = matches!(self.by_header[column], Some((role, found))
                        if wanted.contains(&role) && matched.contains(&found));
                    is_headed && !self.ballots.contains(&column) && self.profiles[column].counts.len() > 1
                })
                .collect()
        };
        let first = |columns: Vec<usize>| columns.into_iter().take(1).collect::<Vec<_>>();
        let names = [Role::Name, Role::FirstName, Role::MiddleName, Role::LastName, Role::SecondLastName];
        let by_content = || -> Vec<usize> {
            (0..self.profiles.len())
                .filter(|&column| {
                    let is_free = self.by_header[column].is_none() && !self.ballots.contains(&column);
                    is_free && self.profiles[column].repeats_evenly()
                })
                .take(1)
                .collect()
        };
        let identifier = first(headed(&[Role::Id], &[Match::Whole]));
        let is_row_number = identifier.iter().any(|&column| self.is_row_number(column));
        [
            if is_row_number { Vec::new() } else { identifier },
            headed(&names, &[Match::Whole]),
            headed(&names, &[Match::Part]),
            first(headed(&[Role::Id], &[Match::Part])),
            by_content(),
            // A table of countries or cities names its members by their place.
            first(headed(&[Role::Constituency], &[Match::Whole, Match::Part])),
        ]
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
    }

    /// An `id` that every row has for itself numbers the rows, where a name beside it repeats.
    fn is_row_number(&self, column: usize) -> bool {
        let names_repeat = self.by_header.iter().zip(self.profiles).any(|(header, profile)| {
            matches!(header, Some((Role::Name | Role::LastName, Match::Whole)))
                && profile.counts.len() * 2 < profile.filled
        });
        names_repeat && self.profiles[column].is_mostly_distinct()
    }

    /// The columns that, with the members, name every row once: those whose header says so before others.
    fn vote_columns(&self, members: &[usize]) -> Option<Vec<usize>> {
        const UNIQUE: f64 = 0.98;
        let sample = &self.rows[..self.rows.len().min(SAMPLE)];
        let members = Codes::of(sample, members);
        let mut candidates: Vec<(u8, usize, f64)> = (0..self.profiles.len())
            .filter(|&column| self.rank(column) > 0 && self.can_divide(column))
            .map(|column| (self.rank(column), column, uniqueness(&Codes::of(sample, &[column]), &members)))
            .collect();
        candidates.sort_by(|a, b| b.0.cmp(&a.0).then(b.2.total_cmp(&a.2)).then(a.1.cmp(&b.1)));
        let unique = |candidate: &&(u8, usize, f64)| candidate.2 >= UNIQUE;
        if let Some(&(_, column, _)) = candidates.iter().find(unique) {
            return Some(vec![column]);
        }
        let &(rank, first, mut best) = candidates.first()?;
        let mut chosen = vec![first];
        for &(_, column, _) in &candidates[1..] {
            let with: Vec<usize> = chosen.iter().copied().chain([column]).collect();
            let found = uniqueness(&Codes::of(sample, &with), &members);
            if found > best + 0.01 && chosen.len() < 4 {
                (chosen, best) = (with, found);
            }
            if best >= UNIQUE {
                chosen.sort_unstable();
                return Some(chosen);
            }
        }
        // Members who stand twice in a vote whose number is given are duplicates, and reported as such.
        (rank >= NAMED && best > 0.3).then(|| vec![first])
    }

    /// Two chambers, or two sessions, number their votes alike: where one number stands in several of them,
    /// they are part of the number, also where no member sits in both.
    fn with_chambers(&self, mut votes: Vec<usize>) -> Vec<usize> {
        for column in 0..self.profiles.len() {
            let is_headed =
                matches!(self.by_header[column], Some((Role::Chamber | Role::Session, Match::Whole)));
            if !is_headed || votes.contains(&column) || !self.can_divide(column) {
                continue;
            }
            if is_part_of_number(self.rows, &votes, column, self.rows.len()) {
                votes.push(column);
            }
        }
        votes.sort_unstable();
        votes
    }

    fn can_divide(&self, column: usize) -> bool {
        let profile = &self.profiles[column];
        let distinct = profile.counts.len();
        !self.ballots.contains(&column) && distinct > 1 && distinct * 2 <= profile.filled
    }

    /// How well a header speaks for a column that divides votes; 0 where it says something else.
    fn rank(&self, column: usize) -> u8 {
        match self.by_header[column] {
            Some((Role::VoteId, Match::Whole)) => NAMED + 1,
            Some((Role::VoteId, Match::Part)) => NAMED,
            Some((Role::VoteTitle, _)) => 3,
            Some((Role::VoteDate | Role::Session | Role::Chamber, _)) => 2,
            None => 1,
            Some(_) => 0,
        }
    }

    /// Without headers: the column whose values stand in runs is the vote, the one beside it that makes every
    /// row unique is the member.
    fn by_content(&self) -> Option<Division> {
        const MOST_CANDIDATES: usize = 12;
        let sample = &self.rows[..self.rows.len().min(SAMPLE)];
        let candidates: Vec<(usize, Codes)> = (0..self.profiles.len())
            .filter(|&column| {
                self.can_divide(column) && self.profiles[column].filled * 10 >= self.rows.len() * 9
            })
            .take(MOST_CANDIDATES)
            .map(|column| (column, Codes::of(sample, &[column])))
            .collect();
        let pairs = candidates.iter().filter(|(_, votes)| votes.stands_in_runs()).flat_map(|votes| {
            candidates.iter().filter(|members| members.0 != votes.0).map(move |members| (votes, members))
        });
        let best = pairs
            .filter(|(votes, members)| {
                let product = votes.1.distinct * members.1.distinct;
                uniqueness(&votes.1, &members.1) > 0.99 && product * 10 <= sample.len() * 15
            })
            .max_by_key(|(votes, members)| {
                let numeric = |column: usize| self.profiles[column].is_numeric();
                let order = usize::MAX - votes.0 - members.0;
                (numeric(votes.0), numeric(members.0), members.1.distinct, order)
            })?;
        let (votes, members) = best;
        Some(Division { votes: vec![votes.0], members: vec![members.0], num_members: members.1.distinct })
    }
}

/// True where a column of chambers or sessions is part of the number of a vote: one number stands in several of
/// them. The rows hold every number with every chamber it stands in; there are `num_ballots` in all.
pub(super) fn is_part_of_number(rows: &[Record], votes: &[usize], column: usize, num_ballots: usize) -> bool {
    let (before, other) = (Codes::of(rows, votes), Codes::of(rows, &[column]));
    let with: Vec<usize> = votes.iter().copied().chain([column]).collect();
    let num_votes = Codes::of(rows, &with).distinct;
    // The session of a member would part a vote into many.
    let parts_many = num_votes > before.distinct * 2 && num_votes * 4 > num_ballots;
    !before.determines(&other) && !parts_many
}

/// From this rank on, a header names the vote.
const NAMED: u8 = 4;

/// The texts of some columns as numbers, row by row.
pub(super) struct Codes {
    pub(super) of_row: Vec<u32>,
    pub(super) distinct: usize,
}

impl Codes {
    pub(super) fn of(rows: &[Record], columns: &[usize]) -> Self {
        let mut codes = Self { of_row: vec![0; rows.len()], distinct: rows.len().min(1) };
        for &column in columns {
            // The columns before, and this one.
            let mut known: HashMap<(u32, &str), u32> = HashMap::with_capacity(codes.distinct);
            for (code, row) in codes.of_row.iter_mut().zip(rows) {
                let next = known.len() as u32;
                *code = *known.entry((*code, row.cell(column))).or_insert(next);
            }
            codes.distinct = known.len();
        }
        codes
    }

    /// True where equal values stand below one another.
    fn stands_in_runs(&self) -> bool {
        let num_runs = self.of_row.chunk_by(|a, b| a == b).count();
        num_runs <= self.distinct + self.distinct / 20
    }

    /// True where each value of these stands beside one value of the others only, but for a few rows.
    pub(super) fn determines(&self, others: &Self) -> bool {
        let mut beside: Vec<Option<u32>> = vec![None; self.distinct];
        let strays = self
            .of_row
            .iter()
            .zip(&others.of_row)
            .filter(|&(&one, &other)| *beside[one as usize].get_or_insert(other) != other);
        strays.count() * 50 <= self.of_row.len()
    }
}

/// The share of rows that a vote and a member name alone.
fn uniqueness(votes: &Codes, members: &Codes) -> f64 {
    let pairs: HashSet<(u32, u32)> =
        votes.of_row.iter().copied().zip(members.of_row.iter().copied()).collect();
    pairs.len() as f64 / votes.of_row.len().max(1) as f64
}
