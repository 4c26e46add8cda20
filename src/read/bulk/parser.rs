//! Blocks to codes: one worker's part of a bulk reading.
//!
//! Goes in: a block and a [`Plan`]. Comes out: [`Parsed`]: for each record the code of its vote, of its member
//! and of its word, and the records that are unlike the others. A code is the worker's own.
//! Must not know: what a text means.

use csv::{ByteRecord, ReaderBuilder};

use super::blocks::{Block, PADDING};
use super::guess::{Guess, Lines, Segment};
use super::lines::{Line, Splitter, ends_lines_plainly};
use super::texts::{Expected, Piece, Pieces, SPREAD, Texts, WORD, word_at};
use crate::read::table::swallows;
use crate::read::vocabulary::words::plain;

/// Columns that stand side by side, the first and the last.
pub(super) type Stretch = (usize, usize);

/// Which columns a record is told by.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) delimiter: u8,
    /// The number of columns.
    pub(super) width: usize,
    /// What tells the vote.
    pub(super) vote: Vec<Stretch>,
    /// What tells the member, besides what is part of the vote.
    pub(super) member: Vec<Stretch>,
    /// What tells the member, and is part of the vote.
    pub(super) member_in_vote: Vec<Stretch>,
    /// The columns that name the member: a record that has nothing in them and no word is looked at by itself.
    pub(super) names: Vec<usize>,
    /// The column with the word for the position.
    pub(super) word: usize,
    /// The header of that column, plain: a record with it there may be the header again.
    pub(super) header_word: Option<String>,
    /// What stands where in a record, in the order of the columns.
    pub(super) segments: Vec<Segment>,
}

/// Why a file cannot be read in bulk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// The text is not UTF-8.
    Encoding,
    /// A quotation mark swallows records.
    Quotes,
    /// There are more words than a vote has.
    Words,
    /// Members or votes are as many as records: something is amiss with the columns.
    Columns,
}

/// A record as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RawRecord {
    /// Its place among the records of the block.
    pub(super) row: u32,
    /// Its line, counted from the first of the block.
    pub(super) line: u64,
    pub(super) raw: String,
}

/// What a block holds.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// Runs of records of one vote, as long as can be: its code, and how many.
    pub(super) runs: Vec<(u32, u32)>,
    /// The member of each record.
    pub(super) members: Vec<u32>,
    /// The word of each record.
    pub(super) words: Vec<u8>,
    /// How often each word stands there.
    pub(super) counts: Vec<u32>,
    /// The first record of each vote that this worker had not seen, in the order of their codes.
    pub(super) new_votes: Vec<RawRecord>,
    /// The same of members.
    pub(super) new_members: Vec<RawRecord>,
    /// Records that are unlike the others: each has a place above all the same.
    pub(super) irregular: Vec<RawRecord>,
    /// The line of each record, counted from the first of the block; nothing where every line is a record.
    pub(super) lines: Option<Vec<u32>>,
    /// How many line ends there are.
    pub(super) num_lines: u64,
}

impl Parsed {
    fn clear(&mut self) {
        let Self { runs, members, words, counts, new_votes, new_members, irregular, lines, num_lines } = self;
        runs.clear();
        members.clear();
        words.clear();
        counts.clear();
        *lines = None;
        for records in [new_votes, new_members, irregular] {
            records.clear();
        }
        *num_lines = 0;
    }

    /// From the next record on, lines are not counted by records.
    fn tell_lines_apart(&mut self) {
        let records = self.words.len() as u32;
        self.lines.get_or_insert_with(|| (0..records).collect());
    }
}

/// A worker's memory of the texts it has seen.
pub(super) struct Parser<'a> {
    plan: &'a Plan,
    pub(super) votes: Texts,
    pub(super) members: Texts,
    pub(super) words: Words,
    pub(super) parsed: Parsed,
    /// The pieces of the last vote, where it stands in the same block.
    last_vote: Vec<Piece>,
    /// The same as they are expected in the next record, with the delimiters behind them.
    expected: Vec<Expected>,
    pieces: Vec<Piece>,
    guess: Guess,
}

impl<'a> Parser<'a> {
    pub(super) fn new(plan: &'a Plan) -> Self {
        Self {
            plan,
            votes: Texts::default(),
            members: Texts::default(),
            words: Words::new(plan.header_word.clone()),
            parsed: Parsed::default(),
            last_vote: Vec::new(),
            expected: Vec::new(),
            pieces: Vec::new(),
            guess: Guess::default(),
        }
    }

    /// Parses a block.
    pub(super) fn parse(&mut self, block: &Block) -> Result<(), Unfit> {
        self.parse_records(block)?;
        let mut counts = [0; 1 << u8::BITS];
        for &word in &self.parsed.words {
            counts[usize::from(word)] += 1;
        }
        self.parsed.counts.extend_from_slice(&counts[..self.words.texts.len()]);
        Ok(())
    }

    fn parse_records(&mut self, block: &Block) -> Result<(), Unfit> {
        let bytes = block.bytes();
        if !bytes.is_ascii() && std::str::from_utf8(bytes).is_err() {
            return Err(Unfit::Encoding);
        }
        self.parsed.clear();
        self.last_vote.clear();
        self.expected.clear();
        if block.has_quotes || !ends_lines_plainly(bytes) {
            return self.parse_with_care(bytes);
        }
        let plan = self.plan;
        let splitter = Splitter::new(plan.delimiter);
        let lines = Lines { padded: block.padded(), segments: &plan.segments, splitter };
        let mut ends = Vec::new();
        let (mut from, mut number) = (0, 0);
        while from < bytes.len() {
            (from, number) = self.records_as_guessed(&lines, from, number);
            if from == bytes.len() {
                break;
            }
            let (to, next) = splitter.line(lines.padded, from, &mut ends);
            if to > from {
                self.record(lines.padded, Line { from, to, number }, &ends, &bytes[from..to])?;
            } else {
                self.parsed.tell_lines_apart();
            }
            from = next;
            number += 1;
        }
        self.parsed.num_lines = number - u64::from(!bytes.ends_with(b"\n"));
        Ok(())
    }

    /// Takes the records from the one at `from` on that are of the last vote, each of the member who came next
    /// before. Answers where the next record starts, and its line.
    #[inline]
    fn records_as_guessed(&mut self, lines: &Lines<'_>, from: usize, number: u64) -> (usize, u64) {
        let Self { guess, words, parsed, expected, .. } = self;
        if expected.is_empty() {
            return (from, number);
        }
        let (next, right) = guess.follow(lines, from, expected, |member, word| {
            let Some(word) = words.known(lines.padded, word) else { return false };
            parsed.members.push(member);
            parsed.words.push(word);
            true
        });
        if let Some(lines) = &mut parsed.lines {
            lines.extend(number as u32..(number + right) as u32);
        }
        if let Some((_, count)) = parsed.runs.last_mut() {
            *count += right as u32;
        }
        (next, number + right)
    }

    /// Parses a block with quotation marks in it, or with line ends of their own kind.
    fn parse_with_care(&mut self, bytes: &[u8]) -> Result<(), Unfit> {
        let plan = self.plan;
        let mut careful = Careful::new(bytes, plan.delimiter);
        let mut padded = Vec::new();
        let mut ends = Vec::new();
        while let Some((raw, line)) = careful.next() {
            let text = std::str::from_utf8(raw).map_err(|_| Unfit::Encoding)?;
            if swallows(text, careful.is_at_end(), plan.width, plan.delimiter) {
                return Err(Unfit::Quotes);
            }
            // Cells side by side are one text: a delimiter inside of one must not part it.
            let has_delimiter = careful.cells.iter().any(|cell| cell.contains(&plan.delimiter));
            let between = if has_delimiter { INNER_BORDER } else { plan.delimiter };
            padded.clear();
            ends.clear();
            for cell in &careful.cells {
                padded.extend_from_slice(cell);
                ends.push(padded.len());
                padded.push(between);
            }
            padded.extend_from_slice(&[0; PADDING]);
            // Each record is a buffer of its own.
            self.last_vote.clear();
            self.expected.clear();
            let whole = Line { from: 0, to: ends.last().copied().unwrap_or_default(), number: line };
            self.record(&padded, whole, &ends, raw)?;
        }
        self.parsed.num_lines = careful.line;
        Ok(())
    }

    /// Takes a record: its cells end at `ends` in `padded`, and `raw` is how it stands in the file.
    fn record(&mut self, padded: &[u8], line: Line, ends: &[usize], raw: &[u8]) -> Result<(), Unfit> {
        let plan = self.plan;
        let row = self.parsed.words.len() as u32;
        let stretch = |&(first, last): &Stretch| {
            let from =
                if first == 0 { line.from } else { ends.get(first - 1).map_or(line.to, |end| end + 1) };
            let to = ends.get(last).copied().unwrap_or(line.to);
            (from.min(line.to), to)
        };
        // Cells of a record that is too short have no delimiter behind them to compare with.
        let is_whole = ends.len() == plan.width;
        let delimited = |columns: &Stretch| {
            let (from, to) = stretch(columns);
            (from, to + usize::from(columns.1 + 1 < plan.width))
        };
        let is_same_vote = self.last_vote.len() == plan.vote.len()
            && plan.vote.iter().zip(&self.last_vote).all(|(columns, &(from, to))| {
                let (own_from, own_to) = stretch(columns);
                padded[own_from..own_to] == padded[from..to]
            });
        match self.parsed.runs.last_mut() {
            Some((_, count)) if is_same_vote => *count += 1,
            _ => {
                self.last_vote.clear();
                self.last_vote.extend(plan.vote.iter().map(stretch));
                self.expected.clear();
                let pieces = plan.vote.iter().filter(|_| is_whole).map(delimited);
                self.expected.extend(pieces.map(|(from, to)| Expected::at(padded, from, to - from)));
                let (code, is_new) = self.votes.code(Pieces { padded, pieces: &self.last_vote });
                if is_new {
                    self.parsed.new_votes.push(raw_record(row, line, raw));
                }
                match self.parsed.runs.last_mut() {
                    // The same vote in a buffer of its own.
                    Some((last, count)) if *last == code => *count += 1,
                    _ => self.parsed.runs.push((code, 1)),
                }
            }
        }
        self.pieces.clear();
        self.pieces.extend(plan.member_in_vote.iter().map(stretch));
        let shared = Pieces { padded, pieces: &self.pieces };
        if !is_same_vote {
            self.guess.share(shared);
        }
        self.pieces.extend(plan.member.iter().map(stretch));
        let (member, is_new) = self.members.code(Pieces { padded, pieces: &self.pieces });
        if is_new {
            self.parsed.new_members.push(raw_record(row, line, raw));
        }
        self.pieces.clear();
        self.pieces.extend(plan.member.iter().filter(|_| is_new).map(delimited));
        let own = is_whole.then_some(Pieces { padded, pieces: &self.pieces });
        self.guess.learn(member, is_new, own);
        let (word, kind) = self.words.code(padded, stretch(&(plan.word, plan.word))).ok_or(Unfit::Words)?;
        let is_nameless = || {
            plan.names.iter().all(|&column| {
                let (from, to) = stretch(&(column, column));
                is_blank(&padded[from..to])
            })
        };
        let is_regular = is_whole && (kind == WordKind::Text || (kind == WordKind::Blank && !is_nameless()));
        if !is_regular {
            self.parsed.irregular.push(raw_record(row, line, raw));
        }
        if u64::from(row) != line.number {
            self.parsed.tell_lines_apart();
        }
        self.parsed.members.push(member);
        self.parsed.words.push(word);
        if let Some(lines) = &mut self.parsed.lines {
            lines.push(line.number as u32);
        }
        Ok(())
    }
}

/// Between cells that stand side by side where one of them holds a delimiter: no byte of UTF-8.
const INNER_BORDER: u8 = 0xFE;

fn raw_record(row: u32, line: Line, raw: &[u8]) -> RawRecord {
    // Whoever asks has seen that it is UTF-8.
    let raw = std::str::from_utf8(raw).unwrap_or_default();
    RawRecord { row, line: line.number, raw: raw.to_owned() }
}

fn is_blank(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.trim().is_empty())
}

/// The records of a block by the `csv` crate, with the text and the line of each.
pub(super) struct Careful<'a> {
    bytes: &'a [u8],
    reader: csv::Reader<&'a [u8]>,
    cells: ByteRecord,
    from: usize,
    /// The line ends before `from`.
    line: u64,
}

impl<'a> Careful<'a> {
    pub(super) fn new(bytes: &'a [u8], delimiter: u8) -> Self {
        let mut builder = ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(delimiter);
        Self { bytes, reader: builder.from_reader(bytes), cells: ByteRecord::new(), from: 0, line: 0 }
    }

    /// The next record as it stands in the file, and its line, counted from 0.
    pub(super) fn next(&mut self) -> Option<(&'a [u8], u64)> {
        // Reading from memory without a fixed width cannot fail.
        if !self.reader.read_byte_record(&mut self.cells).unwrap_or(false) {
            self.line += line_ends(&self.bytes[self.from..]);
            self.from = self.bytes.len();
            return None;
        }
        let to = self.reader.position().byte() as usize;
        let skipped =
            self.bytes[self.from..to].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        self.line += line_ends(&self.bytes[self.from..self.from + skipped]);
        let (raw, line) = (&self.bytes[self.from + skipped..to], self.line);
        self.line += line_ends(raw);
        self.from = to;
        Some((raw, line))
    }

    fn is_at_end(&self) -> bool {
        self.from == self.bytes.len()
    }
}

fn line_ends(bytes: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', bytes).count() as u64
}

/// What a word is, as far as the bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordKind {
    /// Something.
    Text,
    /// Nothing but white space.
    Blank,
    /// The header of its column.
    Header,
}

/// The distinct words of the vote column, few enough to look at one after the other.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) texts: Vec<Vec<u8>>,
    kinds: Vec<WordKind>,
    header: Option<String>,
    /// The codes of words of one byte that are text; [`Self::MOST`] where there is none.
    of_byte: [u8; 256],
    /// The last longer word found for each hash of its first bytes: looked at first.
    recent: [Recent; 256],
}

/// A word that was found.
#[derive(Clone, Copy, Debug)]
struct Recent {
    /// Its first bytes, at most eight, at the upper end.
    start: u64,
    length: usize,
    code: u8,
}

impl Words {
    /// The last code is kept for records that are taken out.
    const MOST: usize = 255;

    pub(super) fn new(header: Option<String>) -> Self {
        let nothing = Recent { start: 0, length: usize::MAX, code: 0 };
        let of_byte = [Self::MOST as u8; 256];
        Self { texts: Vec::new(), kinds: Vec::new(), header, of_byte, recent: [nothing; 256] }
    }

    /// The code of a word that is text and was found lately, or is short.
    #[inline]
    fn known(&self, padded: &[u8], word: Piece) -> Option<u8> {
        let length = word.1 - word.0;
        if length == 1 {
            let code = self.of_byte[usize::from(*padded.get(word.0)?)];
            return (usize::from(code) != Self::MOST).then_some(code);
        }
        let (start, slot) = Self::start(padded, word);
        let recent = &self.recent[slot];
        let is_same = recent.start == start
            && recent.length == length
            && (length <= WORD || self.texts[usize::from(recent.code)] == padded[word.0..word.1]);
        is_same.then_some(recent.code)
    }

    /// The first bytes of a word, and where a word that begins with them is remembered.
    #[inline]
    fn start(padded: &[u8], (from, to): Piece) -> (u64, usize) {
        let length = to - from;
        // What stands behind a short word is shifted out.
        let start = word_at(padded, from).wrapping_shl((WORD.saturating_sub(length) * 8) as u32);
        (start, ((start ^ length as u64).wrapping_mul(SPREAD) >> 56) as usize)
    }

    /// The code of a word, and what it is.
    fn code(&mut self, padded: &[u8], word: Piece) -> Option<(u8, WordKind)> {
        let text = &padded[word.0..word.1];
        let code = self.add(text)?;
        let kind = self.kinds[usize::from(code)];
        match text {
            _ if kind != WordKind::Text => {}
            &[byte] => self.of_byte[usize::from(byte)] = code,
            text => {
                let (start, slot) = Self::start(padded, word);
                self.recent[slot] = Recent { start, length: text.len(), code };
            }
        }
        Some((code, kind))
    }

    /// The code of a word; `None` where there are too many.
    pub(super) fn add(&mut self, word: &[u8]) -> Option<u8> {
        if let Some(known) = self.texts.iter().position(|text| text == word) {
            return Some(known as u8);
        }
        if self.texts.len() == Self::MOST {
            return None;
        }
        let text = String::from_utf8_lossy(word);
        let kind = if text.trim().is_empty() {
            WordKind::Blank
        } else if self.header.as_ref().is_some_and(|header| plain(&text) == *header) {
            WordKind::Header
        } else {
            WordKind::Text
        };
        self.texts.push(word.to_vec());
        self.kinds.push(kind);
        Some((self.texts.len() - 1) as u8)
    }
}
