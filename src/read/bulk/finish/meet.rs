//! Members and votes, met once each.
//!
//! Goes in: the first record of each, and the tables beside. Comes out: persons, and the votes' numbers.

use std::io;
use std::rc::Rc;

use hashbrown::HashMap;
use hashbrown::hash_map::Entry;
use rayon::prelude::*;

use super::{Finisher, Known, Person, Report};
use crate::model::{Member, MemberId, RollCallInfo};
use crate::read::bulk::gather::{Gathered, Row, Run};
use crate::read::lookup::companions::Companions;
use crate::read::mapping::Role;
use crate::read::report::problem::Problems;
use crate::read::rows::Who;
use crate::read::rows::assembly::{Assembly, RollCallNumber};
use crate::read::rows::facts::contradiction;
use crate::read::rows::member_rows::MemberReader;
use crate::read::table::Record;
use crate::read::{Done, ProblemKind};

/// Everybody met so far.
#[derive(Default)]
struct People {
    by_who: HashMap<Who, usize>,
    /// What was last known of each.
    latest: Vec<Rc<Member>>,
}

impl People {
    /// Meets a member: who it is, and what is known, held once where it is what was known before. Somebody is
    /// mostly the same from one session to the next.
    fn meet(&mut self, member: Member) -> (Option<usize>, Rc<Member>) {
        let next = self.by_who.len();
        let who = Who::of(&member).map(|who| *self.by_who.entry(who).or_insert(next));
        let known = who.and_then(|who| self.latest.get_mut(who));
        let member = match &known {
            Some(known) if ***known == member => Rc::clone(known),
            _ => Rc::new(member),
        };
        match known {
            Some(known) => *known = Rc::clone(&member),
            None if who.is_some() => self.latest.push(Rc::clone(&member)),
            None => {}
        }
        (who, member)
    }
}

/// What the records of a code say of their vote, and its first record does not.
struct Contradiction {
    code: u32,
    /// The first of the records.
    ordinal: u64,
    found: String,
}

/// The codes of first records in the order of the file; those of which none is left are not among them.
fn in_order(rows: &[Row]) -> Vec<usize> {
    let mut codes: Vec<usize> = (0..rows.len()).filter(|&code| rows[code].ordinal != u64::MAX).collect();
    codes.sort_by_key(|&code| rows[code].ordinal);
    codes
}

impl Finisher<'_> {
    /// Meets members and votes, each in the order in which the file first names them.
    pub(super) fn meet(
        &mut self,
        gathered: &mut Gathered,
        companions: &mut Companions,
        assembly: &mut Assembly,
        problems: &mut Problems,
    ) -> io::Result<(Vec<Person>, Vec<RollCallNumber>)> {
        let member_rows = std::mem::take(&mut gathered.member_rows);
        let persons = self.meet_members(gathered, member_rows, companions, assembly)?;
        // Votes need the room.
        companions.forget_members();
        let vote_rows = std::mem::take(&mut gathered.vote_rows);
        let vote_rows = self.first_kept(gathered, vote_rows, |run, _| run.vote)?;
        let (numbers, contradictions) = self.meet_votes(vote_rows, companions, assembly);
        self.note_contradictions(gathered, contradictions, problems);
        Ok((persons, numbers))
    }

    fn meet_members(
        &self,
        gathered: &Gathered,
        rows: Vec<Row>,
        companions: &Companions,
        assembly: &mut Assembly,
    ) -> io::Result<Vec<Person>> {
        // Only weights are looked at together.
        let is_weighted = self.known.rules.roles.has(Role::Weight);
        let weighted = rows.iter().filter(|_| is_weighted);
        let firsts: Vec<Record> = weighted.map(|row| self.record(row)).collect();
        let mut rows = self.first_kept(gathered, rows, |_, member| member.0)?;
        let reader = MemberReader::new(self.known.rules.mapping, &firsts, companions);
        let mut people = People::default();
        let mut persons: Vec<Option<Person>> = rows.iter().map(|_| None).collect();
        for code in in_order(&rows) {
            let record = self.known.record(std::mem::take(&mut rows[code]));
            let mut odd = Problems::new("");
            let member = reader.member(&record, assembly, &mut odd);
            let (who, member) = people.meet(member);
            let bad_weight = odd.into_list().pop();
            let bad_weight = bad_weight.map(|problem| Box::new((problem.column, problem.found)));
            persons[code] = Some(Person { who, bad_weight, id: None, member });
        }
        let nobody = || Person { member: Rc::default(), who: None, bad_weight: None, id: None };
        Ok(persons.into_iter().map(|person| person.unwrap_or_else(nobody)).collect())
    }

    fn meet_votes(
        &self,
        mut rows: Vec<Row>,
        companions: &Companions,
        assembly: &mut Assembly,
    ) -> (Vec<RollCallNumber>, Vec<Contradiction>) {
        const AT_ONCE: usize = 1 << 12;
        let mut by_key: HashMap<String, RollCallNumber> = HashMap::with_capacity(rows.len());
        let mut numbers = vec![RollCallNumber(u32::MAX); rows.len()];
        assembly.reserve_roll_calls(rows.len());
        let mut contradictions = Vec::new();
        for some in in_order(&rows).chunks(AT_ONCE) {
            let of_some: Vec<Row> = some.iter().map(|&code| std::mem::take(&mut rows[code])).collect();
            let ordinals: Vec<u64> = of_some.iter().map(|row| row.ordinal).collect();
            let infos = self.known.vote_infos(of_some, companions);
            for ((&code, ordinal), (key, info)) in some.iter().zip(ordinals).zip(infos) {
                numbers[code] = match by_key.entry(key) {
                    Entry::Occupied(known) => {
                        let first = assembly.info(*known.get());
                        let found = first.and_then(|first| contradiction(first, &info));
                        let code = code as u32;
                        contradictions.extend(found.map(|found| Contradiction { code, ordinal, found }));
                        *known.get()
                    }
                    Entry::Vacant(new) => *new.insert(assembly.roll_call(info)),
                };
            }
        }
        (numbers, contradictions)
    }

    /// Says what records say of their vote and its first does not, with how many say it.
    fn note_contradictions(
        &mut self,
        gathered: &Gathered,
        contradictions: Vec<Contradiction>,
        problems: &mut Problems,
    ) {
        let mut times: HashMap<u32, u64> = contradictions.iter().map(|one| (one.code, 0)).collect();
        for run in gathered.runs.iter().filter(|_| !contradictions.is_empty()) {
            if let Some(times) = times.get_mut(&run.vote) {
                let length = gathered.rosters.get(run.roster).len() as u64;
                let ordinals = run.first..run.first + length;
                *times += ordinals.filter(|ordinal| !self.removed.contains(ordinal)).count() as u64;
            }
        }
        for Contradiction { code, ordinal, found } in contradictions {
            let (kind, done) = (ProblemKind::FactsDiffer, Done::Kept);
            if let Some(more) = times[&code].checked_sub(1).filter(|more| *more > 0) {
                problems.count(kind, done, &found, more);
            }
            self.reports.push(Report { ordinal, turn: 0, kind, done, column: None, found });
        }
    }

    /// The first records that were not taken out; the ordinal is `u64::MAX` where there are none.
    fn first_kept(
        &self,
        gathered: &Gathered,
        mut rows: Vec<Row>,
        code: impl Fn(&Run, MemberId) -> u32,
    ) -> io::Result<Vec<Row>> {
        let mut late: HashMap<u32, Option<u64>> = rows
            .iter()
            .zip(0..)
            .filter(|(row, _)| self.removed.contains(&row.ordinal))
            .map(|(_, code)| (code, None))
            .collect();
        if late.is_empty() {
            return Ok(rows);
        }
        for run in &gathered.runs {
            for (&member, ordinal) in gathered.rosters.get(run.roster).iter().zip(run.first..) {
                if let Some(first @ None) = late.get_mut(&code(run, member))
                    && !self.removed.contains(&ordinal)
                {
                    *first = Some(ordinal);
                }
            }
        }
        let mut records = self.fetch(gathered, late.values().copied().flatten().collect())?;
        for (code, first) in late {
            let row = &mut rows[code as usize];
            match first.and_then(|first| Some((first, records.remove(&first)?))) {
                Some((ordinal, record)) => {
                    *row = Row { ordinal, line: record.line, raw: record.raw };
                }
                None => row.ordinal = u64::MAX,
            }
        }
        Ok(rows)
    }
}

impl Known<'_> {
    /// The key of each vote, and what is known of it.
    fn vote_infos(&self, rows: Vec<Row>, companions: &Companions) -> Vec<(String, RollCallInfo)> {
        let info = |row: Row| {
            let record = self.record(row);
            let info = self.rules.vote_info(&record, &self.of_table, companions);
            (self.rules.vote_key(&record), info)
        };
        rows.into_par_iter().map(info).collect()
    }
}
