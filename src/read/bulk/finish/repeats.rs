//! Members who stand in one vote again: duplicates, and namesakes.

use std::io;

use hashbrown::{HashMap, HashSet};

use super::{Finisher, NAMESAKE, Person};
use crate::model::{Position, RosterId};
use crate::read::bulk::gather::Gathered;
use crate::read::mapping::Role;
use crate::read::rows::assembly::RollCallNumber;
use crate::read::rows::tells_apart;
use crate::read::{Done, ProblemKind};

/// A record that names a member whom its vote has already.
pub(super) struct Repeat {
    /// Which of the runs, and which of its records.
    ordinal: u64,
    /// The code of its member.
    person: u32,
    /// The first record of that member in the vote.
    first: u64,
    /// How many there are between them, plus one.
    nth: u32,
}

impl Finisher<'_> {
    /// Members who stand in one vote again; `None` where so many do that several votes were taken for one.
    pub(super) fn repeats(
        &self,
        gathered: &Gathered,
        persons: &[Person],
        runs: &[(RollCallNumber, usize)],
    ) -> Option<Vec<Repeat>> {
        const ALWAYS_FINE: usize = 1_000;
        let most = ALWAYS_FINE.max(gathered.num_records() as usize / 20);
        let num_who = persons.iter().filter_map(|person| person.who).max().map_or(0, |most| most + 1);
        // The vote in which somebody was last seen, the record, and how often since.
        let mut seen: Vec<(u32, u64, u32)> = vec![(0, 0, 0); num_who];
        let mut is_free_of_repeats: HashMap<RosterId, bool> = HashMap::new();
        let mut repeats = Vec::new();
        for (turn, of_vote) in (1..).zip(runs.chunk_by(|a, b| a.0 == b.0)) {
            if let [(_, only)] = of_vote {
                let roster = gathered.runs[*only].roster;
                let is_free = *is_free_of_repeats.entry(roster).or_insert_with(|| {
                    let mut met = HashSet::new();
                    let members = gathered.rosters.get(roster).iter();
                    members.filter_map(|member| persons[member.0 as usize].who).all(|who| met.insert(who))
                });
                if is_free {
                    continue;
                }
            }
            for &(_, index) in of_vote {
                let run = gathered.runs[index];
                for (&member, ordinal) in gathered.rosters.get(run.roster).iter().zip(run.first..) {
                    let Some(who) = persons[member.0 as usize].who else { continue };
                    if self.removed.contains(&ordinal) {
                        continue;
                    }
                    let (last, first, times) = &mut seen[who];
                    if *last == turn {
                        if repeats.len() == most {
                            return None;
                        }
                        repeats.push(Repeat { ordinal, person: member.0, first: *first, nth: *times });
                        *times += 1;
                    } else {
                        (*last, *first, *times) = (turn, ordinal, 1);
                    }
                }
            }
        }
        Some(repeats)
    }

    /// Tells duplicates from namesakes: the same identifier, or the very same row, is a duplicate. Answers the
    /// namesakes, each with the number of those before it.
    pub(super) fn settle(
        &mut self,
        gathered: &Gathered,
        persons: &[Person],
        repeats: &[Repeat],
    ) -> io::Result<HashMap<u64, u32>> {
        let mut namesakes = HashMap::new();
        let records = self.fetch(gathered, repeats.iter().flat_map(|r| [r.ordinal, r.first]).collect())?;
        let id = self.known.rules.roles.column(Role::Id);
        // Duplicates do not count among the namesakes of one vote.
        let mut taken_out: HashMap<u64, u32> = HashMap::new();
        for repeat in repeats {
            let (Some(record), Some(first)) = (records.get(&repeat.ordinal), records.get(&repeat.first))
            else {
                continue;
            };
            let member = &persons[repeat.person as usize].member;
            let before = taken_out.entry(repeat.first).or_default();
            let is_same =
                tells_apart(record, &self.known.rules.roles) && record.raw.trim() == first.raw.trim();
            if member.key.is_some() || is_same {
                *before += 1;
                self.set_aside(repeat.ordinal, ProblemKind::DuplicateMember, id, &record.raw);
                continue;
            }
            let nth = repeat.nth - *before;
            namesakes.insert(repeat.ordinal, nth);
            let is_vacant =
                self.known.meaning.position(record.cell(self.known.word_column())).0 == Position::Vacant;
            if self.known.rules.roles.has_names() && !is_vacant {
                let (column, name) = (self.known.rules.name_column(), member.name.clone());
                self.add(repeat.ordinal, NAMESAKE, ProblemKind::SameName, Done::Kept, column, &name);
            }
        }
        Ok(namesakes)
    }
}
