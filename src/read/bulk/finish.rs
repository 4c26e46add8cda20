//! What was gathered, given its meaning: codes to members, votes and positions.
//!
//! Goes in: [`Gathered`], and what the beginning of the file told of its columns. Comes out: the same archive
//! and the same problems that the reader of small tables would give, by the same rules of a row. Work is done
//! once for each vote, member, word and roster; single records are looked at only where something is odd.

mod assemble;
mod meet;
mod odd;
mod repeats;

use hashbrown::{HashMap, HashSet};
use std::io;
use std::path::Path;
use std::rc::Rc;

use assemble::Ordered;

use super::fetch::fetch;
use super::gather::{Gathered, Row};
use crate::model::{Archive, Ballot, Member, MemberId, Position, RollCallInfo, RosterId};
use crate::read::lookup::companions::Companions;
use crate::read::mapping::Role;
use crate::read::report::problem::Problems;
use crate::read::rows::RowCount;
use crate::read::rows::assembly::{Assembly, RollCallNumber};
use crate::read::rows::meaning::Meaning;
use crate::read::rows::row_rules::RowRules;
use crate::read::table::Record;
use crate::read::table::totals::is_total;
use crate::read::vocabulary::results;
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
const WEIGHT: u8 = 1;
const NAME: u8 = 2;
const NAMESAKE: u8 = 3;
const WORD: u8 = 4;
const LENGTH: u8 = 5;

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
    let (mut persons, numbers) = finisher.meet(&mut gathered, &mut companions, &mut assembly, problems)?;
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
        name.is_empty() || is_total(&name) || results::is_label(&name)
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
            let is_of_vote = report.kind == ProblemKind::FactsDiffer;
            if report.done != Done::SetAside && !is_of_vote && self.removed.contains(&report.ordinal) {
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
