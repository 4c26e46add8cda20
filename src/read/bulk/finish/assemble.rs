//! The ballots of each vote, put together.
//!
//! Goes in: runs of records by code. Comes out: who votes in each roll call, and the words in the same order.

use std::ops::Range;

use hashbrown::{HashMap, HashSet};

use super::{Finisher, Person, Voters};
use crate::model::{Member, MemberId, RosterId};
use crate::read::bulk::gather::{Gathered, Run};
use crate::read::rows::assembly::{Assembly, RollCallNumber};

impl Finisher<'_> {
    /// Puts the ballots of each vote together. Answers who votes in each, and the words in the same order.
    pub(super) fn assemble(
        &self,
        gathered: &Gathered,
        persons: &mut [Person],
        ordered: Ordered,
        namesakes: &HashMap<u64, u32>,
        assembly: &mut Assembly,
    ) -> (Vec<Voters>, Vec<u8>) {
        let Ordered { votes, runs, mut ballots } = ordered;
        let odd = Odd::of(self.removed.iter().chain(namesakes.keys()).copied());
        let placed = place_members(gathered, persons, &odd, assembly);
        let mut all_voters = Vec::with_capacity(votes.len());
        let (mut from, mut kept) = (0, 0);
        for of_vote in votes {
            let runs = &runs[of_vote];
            if let [run] = runs
                && let members = gathered.rosters.get(run.roster)
                && placed.contains(&run.roster)
                && !odd.is_in(run, members.len())
            {
                all_voters.push(Voters::Roster(run.roster));
                if kept < from {
                    ballots.copy_within(from..from + members.len(), kept);
                }
                (from, kept) = (from + members.len(), kept + members.len());
                continue;
            }
            let mut voters = Vec::new();
            for run in runs {
                for (&code, ordinal) in gathered.rosters.get(run.roster).iter().zip(run.first..) {
                    let word = ballots[from];
                    from += 1;
                    if self.removed.contains(&ordinal) {
                        continue;
                    }
                    ballots[kept] = word;
                    kept += 1;
                    let person = &mut persons[code.0 as usize];
                    voters.push(match namesakes.get(&ordinal) {
                        Some(&nth) => assembly.namesake(Member::clone(&person.member), nth),
                        None => place(person, assembly),
                    });
                }
            }
            all_voters.push(Voters::Listed(voters));
        }
        ballots.truncate(kept);
        (all_voters, ballots)
    }
}

/// A member's place in the archive: members of whom nothing is known are always new.
fn place(person: &mut Person, assembly: &mut Assembly) -> MemberId {
    if let Some(id) = person.id {
        return id;
    }
    let id = assembly.member(Member::clone(&person.member));
    person.id = person.who.is_some().then_some(id);
    id
}

/// Gives every member who stays a place in the archive, in the order of the file. Answers the rosters whose
/// members all have one: members of whom nothing is known are new in each vote.
fn place_members(
    gathered: &Gathered,
    persons: &mut [Person],
    odd: &Odd,
    assembly: &mut Assembly,
) -> HashSet<RosterId> {
    let mut placed = HashSet::new();
    for run in &gathered.runs {
        let members = gathered.rosters.get(run.roster);
        let has_odd = odd.is_in(run, members.len());
        if placed.contains(&run.roster) && !has_odd {
            continue;
        }
        let mut all_known = true;
        for (code, ordinal) in members.iter().zip(run.first..) {
            let person = &mut persons[code.0 as usize];
            all_known &= person.who.is_some();
            if person.who.is_some() && !(has_odd && odd.0.binary_search(&ordinal).is_ok()) {
                place(person, assembly);
            }
        }
        if all_known && !has_odd {
            placed.insert(run.roster);
        }
    }
    placed
}

/// The places of records that are not as the rest of their run, in order.
struct Odd(Vec<u64>);

impl Odd {
    fn of(ordinals: impl Iterator<Item = u64>) -> Self {
        let mut ordinals: Vec<u64> = ordinals.collect();
        ordinals.sort_unstable();
        Self(ordinals)
    }

    /// True where one is among the `length` records of a run.
    fn is_in(&self, run: &Run, length: usize) -> bool {
        let from = self.0.partition_point(|&ordinal| ordinal < run.first);
        self.0.get(from).is_some_and(|&ordinal| ordinal < run.first + length as u64)
    }
}

/// The runs by vote, and the words of their records in that order.
pub(super) struct Ordered {
    /// Which of the runs are each vote's.
    votes: Vec<Range<usize>>,
    runs: Vec<Run>,
    ballots: Vec<u8>,
}

impl Ordered {
    pub(super) fn of(gathered: &mut Gathered, by_vote: &[(RollCallNumber, usize)]) -> Self {
        let mut votes = Vec::new();
        let mut from = 0;
        // Votes of which every record was taken out have no number.
        for of_vote in by_vote.chunk_by(|a, b| a.0 == b.0) {
            votes.push(from..from + of_vote.len());
            from += of_vote.len();
        }
        let is_ordered = by_vote.windows(2).all(|pair| pair[0].1 < pair[1].1);
        let runs: Vec<Run> = by_vote.iter().map(|&(_, index)| gathered.runs[index]).collect();
        let words = std::mem::take(&mut gathered.ballots);
        if is_ordered {
            return Self { votes, runs, ballots: words };
        }
        let mut ballots = Vec::with_capacity(words.len());
        for run in &runs {
            let first = run.first as usize;
            ballots.extend_from_slice(&words[first..first + gathered.rosters.get(run.roster).len()]);
        }
        Self { votes, runs, ballots }
    }
}
