//! What was gathered, given its meaning: codes to members, votes and positions.
//!
//! Goes in: [`Gathered`], and what the beginning of the file told of its columns. Comes out: the same archive
//! and the same problems that the reader of small tables would give, by the same rules of a row. Work is done
//! once for each vote, member, word and roster; single records are looked at only where something is odd.

mod assemble;
mod odd;

use hashbrown::{HashMap, HashSet};
use std::io;
use std::path::Path;
use std::rc::Rc;

use rayon::prelude::*;

use assemble::Ordered;

use super::fetch::fetch;
use super::gather::{Gathered, Row, Run};
use crate::model::{Archive, Ballot, Member, MemberId, Position, RollCallInfo, RosterId};
use crate::read::assembly::{Assembly, RollCallNumber};
use crate::read::companions::Companions;
use crate::read::mapping::Role;
use crate::read::meaning::Meaning;
use crate::read::member_rows::MemberReader;
use crate::read::problem::Problems;
use crate::read::rows::{RowCount, RowRules, Who, tells_apart};
use crate::read::table::Record;
use crate::read::totals::is_total;
use crate::read::{Done, ProblemKind};

/// What is known before the records are.
pub(super) struct Known<'a> {
    pub(super) path: &'a Path,
    pub(super) rules: RowRules<'a>,
    pub(super) meaning: &'a Meaning,
    pub(super) of_table: RollCallInfo,
    pub(super) delimiter: u8,
}

/// What the records became.
pub(super) struct Finished {
    pub(super) archive: Archive,
    pub(super) rows: RowCount,
    pub(super) blank_rows: u64,
    pub(super) word_counts: HashMap<String, u32>,
}

/// A word of the vote column.
struct Word {
    text: String,
    position: Position,
    is_unknown: bool,
}

/// A member as the records tell of them.
struct Person {
    member: Rc<Member>,
    /// Who it is, for finding the same member twice in a vote; `None` where nothing is known of them.
    who: Option<usize>,
    /// A weight that is no number: its column and text.
    bad_weight: Option<Box<(Option<String>, String)>>,
    /// Its place in the archive, once it has one.
    id: Option<MemberId>,
}

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

/// A problem that is to be reported in its turn.
struct Report {
    ordinal: u64,
    /// Its turn among the problems of one record.
    turn: u8,
    kind: ProblemKind,
    done: Done,
    column: Option<String>,
    found: String,
}

/// The record's own problems stand after those of its name and before what is left over.
const NAME: u8 = 1;
const NAMESAKE: u8 = 2;
const WORD: u8 = 3;
const LENGTH: u8 = 4;

/// Who votes in a roll call.
enum Voters {
    /// All of a roster.
    Roster(RosterId),
    /// These.
    Listed(Vec<MemberId>),
}

/// Finishes a bulk reading; `None` where the columns cannot have been understood. `footer` are the places of the records that are the source's own sums.
pub(super) fn finish(
    mut gathered: Gathered,
    known: &Known<'_>,
    mut companions: Companions,
    footer: &[(u64, String)],
    mut assembly: Assembly,
    problems: &mut Problems,
) -> io::Result<Option<Finished>> {
    let words = words_of(&gathered, known.meaning);
    let mut finisher = Finisher { known, words, reports: Vec::new(), removed: HashSet::new(), blank_rows: 0 };
    for (ordinal, raw) in footer {
        finisher.set_aside(*ordinal, ProblemKind::TotalRow, None, raw);
    }
    finisher.look_at_irregular(&gathered);
    finisher.look_at_doubtful(&gathered)?;
    let (mut persons, numbers) = finisher.meet(&mut gathered, &mut companions, &mut assembly)?;
    // The tables beside have told what they know, and make room.
    drop(companions);
    // Runs by vote, in the order of the votes.
    let mut runs: Vec<(RollCallNumber, usize)> =
        gathered.runs.iter().enumerate().map(|(index, run)| (numbers[run.vote as usize], index)).collect();
    runs.sort_by_key(|&(number, index)| (number, index));
    let Some(repeats) = finisher.repeats(&gathered, &persons, &runs) else { return Ok(None) };
    let settled = finisher.settle(&gathered, &persons, &repeats)?;
    finisher.look_at_odd(&gathered, &persons, problems)?;
    let counts = gathered.code_counts(finisher.removed.iter().copied());
    let ordered = Ordered::of(&mut gathered, &runs);
    let (voters, ballots) = finisher.assemble(&gathered, &mut persons, ordered, &settled, &mut assembly);
    let read = ballots.len() as u64;
    let present = finisher.num_records(&gathered);
    finisher.report(&gathered, problems);
    let (parties, members, infos) = assembly.into_facts();
    // Every code is a word's, those that were taken out are not among them.
    let by_code: [Ballot; 1 << u8::BITS] = std::array::from_fn(|code| {
        Ballot::new(finisher.words.get(code).map_or(Position::Unknown, |word| word.position))
    });
    let ballots: Vec<Ballot> = ballots.into_iter().map(|code| by_code[usize::from(code)]).collect();
    let mut word_counts = HashMap::new();
    for (word, count) in finisher.words.iter().zip(counts).filter(|(_, count)| *count > 0) {
        *word_counts.entry(word.text.clone()).or_default() += count as u32;
    }
    // A roster's members have their places by now, or are in no vote.
    let mut rosters = std::mem::take(&mut gathered.rosters);
    rosters.replace(|code| persons[code.0 as usize].id.unwrap_or(MemberId(0)));
    // What told them is not needed any more, and makes room.
    drop(persons);
    drop(gathered);
    let of_roll_calls: Vec<RosterId> = voters
        .into_iter()
        .take(infos.len())
        .map(|voters| match voters {
            Voters::Roster(roster) => roster,
            Voters::Listed(members) => rosters.intern(&members),
        })
        .collect();
    let archive = Archive::from_rosters(parties, members, infos, &of_roll_calls, rosters, ballots);
    let archive = archive.unwrap_or_default();
    let rows = RowCount { present, read, set_aside: present - read };
    Ok(Some(Finished { archive, rows, blank_rows: finisher.blank_rows, word_counts }))
}

/// The words by code.
fn words_of(gathered: &Gathered, meaning: &Meaning) -> Vec<Word> {
    let texts = gathered.words.texts.iter();
    texts
        .map(|bytes| {
            let text = String::from_utf8_lossy(bytes).trim().to_owned();
            let (position, is_unknown) = meaning.position(&text);
            Word { text, position, is_unknown }
        })
        .collect()
}

/// The codes of first records in the order of the file; those of which none is left are not among them.
fn in_order(rows: &[Row]) -> Vec<usize> {
    let mut codes: Vec<usize> = (0..rows.len()).filter(|&code| rows[code].ordinal != u64::MAX).collect();
    codes.sort_by_key(|&code| rows[code].ordinal);
    codes
}

/// A record that names a member whom its vote has already.
struct Repeat {
    /// Which of the runs, and which of its records.
    ordinal: u64,
    /// The code of its member.
    person: u32,
    /// The first record of that member in the vote.
    first: u64,
    /// How many there are between them, plus one.
    nth: u32,
}

struct Finisher<'a> {
    known: &'a Known<'a>,
    words: Vec<Word>,
    reports: Vec<Report>,
    /// Records that are nobody's vote.
    removed: HashSet<u64>,
    blank_rows: u64,
}

impl Finisher<'_> {
    fn set_aside(&mut self, ordinal: u64, kind: ProblemKind, column: Option<usize>, raw: &str) {
        if self.removed.insert(ordinal) {
            self.add(ordinal, 0, kind, Done::SetAside, column, raw.trim());
        }
    }

    fn add(
        &mut self,
        ordinal: u64,
        turn: u8,
        kind: ProblemKind,
        done: Done,
        column: Option<usize>,
        found: &str,
    ) {
        let column = column.map(|column| self.known.rules.mapping.header(column).to_owned());
        self.reports.push(Report { ordinal, turn, kind, done, column, found: found.to_owned() });
    }

    fn record(&self, row: &Row) -> Record {
        self.known.record(row.clone())
    }

    /// Records unlike the others: blank, at fault, or kept with something said.
    fn look_at_irregular(&mut self, gathered: &Gathered) {
        for row in &gathered.irregular {
            let record = self.record(row);
            if self.removed.contains(&row.ordinal) {
                continue;
            }
            if record.is_blank() {
                self.removed.insert(row.ordinal);
                self.blank_rows += 1;
            } else if let Some(kind) = self.known.rules.fault_of(&record) {
                self.set_aside(row.ordinal, kind, None, &row.raw);
            } else if self.known.rules.is_long(&record) {
                let raw = row.raw.trim();
                self.add(row.ordinal, LENGTH, ProblemKind::LongRow, Done::KeptWithout, None, raw);
            }
        }
    }

    /// Sums among the members: a name that labels one, and a word that nobody knows.
    fn look_at_doubtful(&mut self, gathered: &Gathered) -> io::Result<()> {
        let rules = &self.known.rules;
        if !rules.roles.has_names() || self.words.iter().all(|word| !word.is_unknown) {
            return Ok(());
        }
        let doubtful: Vec<bool> =
            gathered.member_rows.iter().map(|row| self.is_doubtful(&self.record(row))).collect();
        let mut found = Vec::new();
        for_each_of(
            gathered,
            |person| doubtful[person.0 as usize],
            |ordinal, _, word| {
                if self.words[usize::from(word)].is_unknown && !self.removed.contains(&ordinal) {
                    found.push(ordinal);
                }
            },
        );
        let records = self.fetch(gathered, found)?;
        for (ordinal, record) in records {
            if let Some(kind) = self.known.rules.fault_of(&record) {
                self.set_aside(ordinal, kind, None, &record.raw);
            }
        }
        Ok(())
    }

    fn is_doubtful(&self, record: &Record) -> bool {
        let name = self.known.rules.roles.view(record).name();
        name.is_empty() || is_total(&name)
    }

    /// Meets members and votes, each in the order in which the file first names them.
    fn meet(
        &self,
        gathered: &mut Gathered,
        companions: &mut Companions,
        assembly: &mut Assembly,
    ) -> io::Result<(Vec<Person>, Vec<RollCallNumber>)> {
        let member_rows = std::mem::take(&mut gathered.member_rows);
        let persons = self.meet_members(gathered, member_rows, companions, assembly)?;
        // Votes need the room.
        companions.forget_members();
        let vote_rows = std::mem::take(&mut gathered.vote_rows);
        let vote_rows = self.first_kept(gathered, vote_rows, |run, _| run.vote)?;
        Ok((persons, self.meet_votes(vote_rows, companions, assembly)))
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
    ) -> Vec<RollCallNumber> {
        const AT_ONCE: usize = 1 << 12;
        let mut by_key: HashMap<String, RollCallNumber> = HashMap::with_capacity(rows.len());
        let mut numbers = vec![RollCallNumber(u32::MAX); rows.len()];
        assembly.reserve_roll_calls(rows.len());
        for some in in_order(&rows).chunks(AT_ONCE) {
            let of_some = some.iter().map(|&code| std::mem::take(&mut rows[code])).collect();
            for (&code, (key, info)) in some.iter().zip(self.known.vote_infos(of_some, companions)) {
                numbers[code] = *by_key.entry(key).or_insert_with(|| assembly.roll_call(info));
            }
        }
        numbers
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

    /// Members who stand in one vote again; `None` where so many do that several votes were taken for one.
    fn repeats(
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
    fn settle(
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
            let is_same = tells_apart(record) && record.raw.trim() == first.raw.trim();
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

    fn fetch(&self, gathered: &Gathered, ordinals: Vec<u64>) -> io::Result<HashMap<u64, Record>> {
        fetch(self.known.path, self.known.delimiter, gathered, ordinals)
    }

    /// The records that are not blank.
    fn num_records(&self, gathered: &Gathered) -> u64 {
        gathered.num_records() - self.blank_rows
    }

    /// Reports everything in the order of the file.
    fn report(&mut self, gathered: &Gathered, problems: &mut Problems) {
        self.reports.sort_by_key(|report| (report.ordinal, report.turn));
        for report in self.reports.drain(..) {
            // A record that was set aside has that said of it and nothing else.
            if report.done != Done::SetAside && self.removed.contains(&report.ordinal) {
                continue;
            }
            let line = Some(gathered.line_of(report.ordinal));
            problems.add(report.kind, report.done, line, report.column.as_deref(), &report.found);
        }
    }
}

impl Known<'_> {
    fn record(&self, row: Row) -> Record {
        Record::of(row.raw, row.line, self.delimiter)
    }

    /// The key of each vote, and what is known of it.
    fn vote_infos(&self, rows: Vec<Row>, companions: &Companions) -> Vec<(String, RollCallInfo)> {
        let info = |row: Row| {
            let record = self.record(row);
            let info = self.rules.vote_info(&record, &self.of_table, companions);
            (self.rules.vote_key(&record), info)
        };
        rows.into_par_iter().map(info).collect()
    }

    /// What is odd about a name, whatever the vote.
    fn name_fault(&self, person: &Person) -> Option<(ProblemKind, Option<usize>)> {
        self.rules.name_fault(&person.member, Position::For)
    }

    fn word_column(&self) -> usize {
        self.rules.mapping.column(Role::Position).unwrap_or_default()
    }
}

/// Goes through the records whose members are wanted, in the order of the file: place, member, word.
fn for_each_of(
    gathered: &Gathered,
    is_wanted: impl Fn(MemberId) -> bool,
    mut each: impl FnMut(u64, MemberId, u8),
) {
    let wanted: HashSet<RosterId> = gathered
        .rosters
        .iter()
        .filter(|(_, members)| members.iter().any(|&member| is_wanted(member)))
        .map(|(roster, _)| roster)
        .collect();
    for run in gathered.runs.iter().filter(|run| wanted.contains(&run.roster)) {
        let members = gathered.rosters.get(run.roster);
        let words = &gathered.ballots[run.first as usize..];
        for ((&member, &word), ordinal) in members.iter().zip(words).zip(run.first..) {
            if is_wanted(member) {
                each(ordinal, member, word);
            }
        }
    }
}
