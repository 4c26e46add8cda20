//! The blocks of all workers, put together in the order of the file.
//!
//! Goes in: what workers parsed. Comes out: [`Gathered`]: votes, members and words by code, and for each run of
//! records of one vote its roster. Must not know: what a text means.

use hashbrown::HashMap;

use super::parser::{Parsed, Parser, RawRecord, Unfit, Words};
use super::texts::Texts;
use crate::model::{MemberId, RosterId, Rosters};

/// A record that is kept as it stands in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Its place among the records, counted from 0.
    pub(super) ordinal: u64,
    /// Its line in the file, counted from 1.
    pub(super) line: u64,
    pub(super) raw: String,
}

/// A run of records of one vote.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// The vote's code.
    pub(super) vote: u32,
    /// The members of the records.
    pub(super) roster: RosterId,
    /// The place of its first record among all records.
    pub(super) first: u64,
}

/// Where the records of a block stand.
#[derive(Debug)]
pub(super) struct BlockPlace {
    /// Where it starts in the file.
    pub(super) offset: u64,
    /// Its length in bytes.
    pub(super) length: usize,
    /// The place of its first record.
    pub(super) first: u64,
    /// Its first line.
    line: u64,
    /// The line of each record; nothing where every line is a record.
    lines: Option<Box<[u32]>>,
}

/// Everything in a file, by code.
#[derive(Debug)]
pub(super) struct Gathered {
    votes: Texts,
    members: Texts,
    pub(super) words: Words,
    /// The first record of each vote.
    pub(super) vote_rows: Vec<Row>,
    /// The first record of each member.
    pub(super) member_rows: Vec<Row>,
    /// The records that are unlike the others.
    pub(super) irregular: Vec<Row>,
    pub(super) runs: Vec<Run>,
    /// Rosters of members' codes.
    pub(super) rosters: Rosters,
    /// The word of each record.
    pub(super) ballots: Vec<u8>,
    /// How often each word stands there.
    counts: [usize; 1 << u8::BITS],
    pub(super) blocks: Vec<BlockPlace>,
    records: u64,
    lines: u64,
    /// The vote and the members of the run that is not over yet.
    open: (u32, Vec<MemberId>),
}

/// What a worker's codes are among those of the whole file.
#[derive(Debug, Default)]
pub(super) struct Codes {
    votes: Vec<u32>,
    members: Vec<MemberId>,
    words: Vec<u8>,
    /// The members of the last whole run, by the worker's codes, and their roster.
    last_members: Vec<u32>,
    last_roster: Option<RosterId>,
}

impl Gathered {
    /// Nothing yet; the first line of the first block is the `line`-th.
    pub(super) fn new(line: u64) -> Self {
        Self {
            votes: Texts::default(),
            members: Texts::default(),
            words: Words::new(None),
            vote_rows: Vec::new(),
            member_rows: Vec::new(),
            irregular: Vec::new(),
            runs: Vec::new(),
            rosters: Rosters::default(),
            ballots: Vec::new(),
            counts: [0; 1 << u8::BITS],
            blocks: Vec::new(),
            records: 0,
            lines: line,
            open: (u32::MAX, Vec::new()),
        }
    }

    /// Makes room for so many records.
    pub(super) fn reserve(&mut self, records: usize) {
        self.ballots.reserve_exact(records);
    }

    /// Takes the next block.
    pub(super) fn take(
        &mut self,
        parser: &mut Parser<'_>,
        codes: &mut Codes,
        offset: u64,
        length: usize,
    ) -> Result<(), Unfit> {
        let first = self.ballots.len() as u64;
        let line = self.lines;
        let row = |record: RawRecord| Row {
            ordinal: first + u64::from(record.row),
            line: line + record.line,
            raw: record.raw,
        };
        for record in parser.parsed.new_votes.drain(..) {
            let (code, is_new) = self.votes.code_of(&parser.votes, codes.votes.len() as u32);
            codes.votes.push(code);
            self.vote_rows.extend(is_new.then(|| row(record)));
        }
        for record in parser.parsed.new_members.drain(..) {
            let (code, is_new) = self.members.code_of(&parser.members, codes.members.len() as u32);
            codes.members.push(MemberId(code));
            self.member_rows.extend(is_new.then(|| row(record)));
        }
        for word in &parser.words.texts[codes.words.len()..] {
            codes.words.push(self.words.add(word).ok_or(Unfit::Words)?);
        }
        self.irregular.extend(parser.parsed.irregular.drain(..).map(row));
        let Parsed { runs, members, words, counts, lines, num_lines, .. } = &parser.parsed;
        self.blocks.push(BlockPlace { offset, length, first, line, lines: lines.as_deref().map(Into::into) });
        self.lines += num_lines;
        let mut from = 0;
        for (place, &(vote, count)) in runs.iter().enumerate() {
            let vote = codes.votes[vote as usize];
            if self.open.0 != vote {
                self.close(first + from as u64);
                self.open.0 = vote;
            }
            let to = from + count as usize;
            // Only the first and the last run of a block may be parts of longer ones.
            if place > 0 && place + 1 < runs.len() {
                let roster = self.roster_of(&members[from..to], codes);
                self.runs.push(Run { vote, roster, first: first + from as u64 });
            } else {
                self.open.1.extend(members[from..to].iter().map(|&member| codes.members[member as usize]));
            }
            from = to;
        }
        if codes.words.iter().zip(0..).all(|(&word, own)| word == own) {
            self.ballots.extend_from_slice(words);
        } else {
            self.ballots.extend(words.iter().map(|&word| codes.words[usize::from(word)]));
        }
        for (&code, count) in codes.words.iter().zip(counts) {
            self.counts[usize::from(code)] += *count as usize;
        }
        self.records = self.ballots.len() as u64;
        self.check()
    }

    /// The roster of members by the codes of a worker, who mostly has seen the same members vote last.
    fn roster_of(&mut self, members: &[u32], codes: &mut Codes) -> RosterId {
        let known = codes.last_roster.filter(|_| codes.last_members == members);
        known.unwrap_or_else(|| {
            let all: Vec<MemberId> = members.iter().map(|&member| codes.members[member as usize]).collect();
            let roster = self.rosters.intern(&all);
            codes.last_members.clear();
            codes.last_members.extend_from_slice(members);
            codes.last_roster = Some(roster);
            roster
        })
    }

    /// The number of records, blank ones too.
    pub(super) fn num_records(&self) -> u64 {
        self.records
    }

    /// How often each word stands there by code, the records at `but_for` left out.
    pub(super) fn code_counts(&self, but_for: impl Iterator<Item = u64>) -> [usize; 1 << u8::BITS] {
        let mut counts = self.counts;
        for ordinal in but_for {
            counts[usize::from(self.ballots[ordinal as usize])] -= 1;
        }
        counts
    }

    /// The words of the vote column with their counts, those of the records at `but_for` left out.
    pub(super) fn word_counts(&self, but_for: &[(u64, String)]) -> HashMap<String, usize> {
        let by_code = self.code_counts(but_for.iter().map(|(ordinal, _)| *ordinal));
        let mut counts = HashMap::new();
        for (bytes, count) in self.words.texts.iter().zip(by_code).filter(|(_, count)| *count > 0) {
            let text = String::from_utf8_lossy(bytes);
            if !text.trim().is_empty() {
                *counts.entry(text.trim().to_owned()).or_default() += count;
            }
        }
        counts
    }

    /// Ends the last run.
    pub(super) fn finish(&mut self) {
        self.close(self.ballots.len() as u64);
        // Codes are enough from here on.
        (self.votes, self.members) = Default::default();
    }

    /// Ends the run before the record at `end`.
    fn close(&mut self, end: u64) {
        let (vote, members) = &mut self.open;
        if !members.is_empty() {
            let first = end - members.len() as u64;
            self.runs.push(Run { vote: *vote, roster: self.rosters.intern(members), first });
            members.clear();
        }
    }

    /// Members repeat from vote to vote, and votes have many records: where they do not, the columns were not understood.
    fn check(&self) -> Result<(), Unfit> {
        const ALWAYS_FINE: usize = 200_000;
        let is_plausible = |texts: usize| texts < ALWAYS_FINE || texts * 4 < self.ballots.len();
        let are = is_plausible(self.members.len()) && is_plausible(self.vote_rows.len());
        if are { Ok(()) } else { Err(Unfit::Columns) }
    }

    /// The block that a record is in.
    pub(super) fn block_of(&self, ordinal: u64) -> usize {
        self.blocks.partition_point(|block| block.first <= ordinal).saturating_sub(1)
    }

    /// The line of a record.
    pub(super) fn line_of(&self, ordinal: u64) -> u64 {
        let Some(block) = self.blocks.get(self.block_of(ordinal)) else { return 0 };
        let row = ordinal - block.first;
        let line = block.lines.as_ref().and_then(|lines| lines.get(row as usize));
        block.line + line.map_or(row, |&line| u64::from(line))
    }
}
