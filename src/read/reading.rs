//! The whole way from bytes to a reading.

use crate::model::{Archive, RollCall};
use crate::read::audit::{self, Question, Verdict};
use crate::read::bundle::{self, Around};
use crate::read::document::Directory;
use crate::read::infer::Field;
use crate::read::lookup::Chambers;
use crate::read::lookup::companions::{CompanionUse, TablesBeside};
use crate::read::mapping::Mapping;
use crate::read::report::error::Foreign;
use crate::read::report::origin::Origin;
use crate::read::report::problem::Problems;
use crate::read::rows::RowCount;
use crate::read::source::encoding::Decoded;
use crate::read::table::Table;
use crate::read::tabular::About;
use crate::read::{
    Done, Format, Problem, ProblemKind, ReadError, Source, composition, source::container, source::encoding,
    table::lists, tabular,
};

/// A file as it was read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The file's name.
    pub file: String,
    /// The form it was written in.
    pub format: Format,
    /// What it holds.
    pub archive: Archive,
    /// How it was read.
    pub mapping: Mapping,
    /// Where that is from.
    pub origin: Origin,
    /// The tables beside it that completed it.
    pub companions: Vec<CompanionUse>,
    /// What became of its rows.
    pub rows: RowCount,
    /// Records all of whose cells are blank.
    pub blank_rows: u64,
    /// What could not be taken as it stood.
    pub problems: Vec<Problem>,
    /// How else it could be read.
    pub ways: Ways,
}

/// The ways to read a file besides the one that was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// Those that as much speaks for, and that give other ballots: whoever opens the file must say which is meant.
    pub others: Vec<Mapping>,
    /// The best that less speaks for.
    pub runner_up: Option<RunnerUp>,
}

/// A way to read a file that less speaks for than for the one that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunnerUp {
    /// The way.
    pub mapping: Mapping,
    /// The first thing in which more speaks for the one that was taken.
    pub behind_in: Field,
}

impl Reading {
    /// The first roll call.
    #[must_use]
    pub fn roll_call(&self) -> Option<RollCall<'_>> {
        self.archive.roll_call(0)
    }

    /// True for a file without a vote, which is shown as the seats of a chamber.
    #[must_use]
    pub fn is_composition(&self) -> bool {
        self.roll_call().is_some_and(|roll_call| roll_call.is_composition())
    }

    /// True where rows were set aside, a file that may hold votes was left out, or lines of a journal were.
    #[must_use]
    pub fn lost_votes(&self) -> bool {
        let is_loss = |problem: &Problem| match problem.kind {
            ProblemKind::UnreadFile => problem.cause.as_ref().is_none_or(|cause| cause.may_lose_votes()),
            // What is behind the line is not read. A torn line was never confirmed.
            ProblemKind::DamagedLine => true,
            _ => false,
        };
        self.rows.set_aside > 0 || self.problems.iter().any(is_loss)
    }

    /// What the file does not say, where a headline depends on it.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        Question::of(self)
    }

    /// The way to read it in which this column holds the ballots: the one that was taken, one that as much speaks for, or the best
    /// that less speaks for.
    #[must_use]
    pub fn way_with(&self, header: &str) -> Option<&Mapping> {
        self.ways().find(|way| way.ballots().is_some_and(|ballots| ballots == header))
    }

    /// The names of single columns that may hold the ballots, as [`Self::way_with`] takes them.
    pub fn ballot_columns(&self) -> impl Iterator<Item = String> {
        self.ways().filter_map(Mapping::ballots)
    }

    fn ways(&self) -> impl Iterator<Item = &Mapping> {
        let behind = self.ways.runner_up.iter().map(|behind| &behind.mapping);
        [&self.mapping].into_iter().chain(&self.ways.others).chain(behind)
    }

    /// What became of the file.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        if self.is_composition() {
            Verdict::Composition
        } else if self.question().is_some() {
            Verdict::Asks
        } else {
            Verdict::Read
        }
    }

    /// The place of a vote in the archive: the one with this number, also in other capitals, else the n-th
    /// of the list, counted from 1.
    #[must_use]
    pub fn find(&self, vote: &str) -> Option<usize> {
        let wanted = vote.trim();
        let ids = || (0..self.archive.num_roll_calls()).map(|index| (index, self.id(index)));
        let exact = ids().find(|(_, id)| *id == Some(wanted));
        let loose = || ids().find(|(_, id)| id.is_some_and(|id| id.to_lowercase() == wanted.to_lowercase()));
        let place = || wanted.parse::<usize>().ok()?.checked_sub(1);
        exact
            .or_else(loose)
            .map(|(index, _)| index)
            .or_else(|| place().filter(|&index| index < self.archive.num_roll_calls()))
    }

    /// The numbers most like one that is not there, best first.
    #[must_use]
    pub fn near(&self, vote: &str) -> Vec<String> {
        const SHOWN: usize = 5;
        let wanted = vote.trim().to_lowercase();
        let number = wanted.parse::<i64>().ok();
        let mut ids: Vec<(usize, u64, &str)> = (0..self.archive.num_roll_calls())
            .filter_map(|index| self.id(index))
            .map(|id| {
                let plain = id.to_lowercase();
                let shared = plain.chars().zip(wanted.chars()).take_while(|(a, b)| a == b).count();
                let is_part = !wanted.is_empty() && (plain.contains(&wanted) || wanted.contains(&plain));
                let apart = match (number, plain.parse::<i64>().ok()) {
                    (Some(wanted), Some(id)) => wanted.abs_diff(id),
                    _ => u64::MAX,
                };
                (shared + if is_part { wanted.len() } else { 0 }, apart, id)
            })
            .collect();
        ids.sort_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)));
        ids.dedup_by(|a, b| a.2 == b.2);
        ids.into_iter().take(SHOWN).map(|(_, _, id)| id.to_owned()).collect()
    }

    fn id(&self, index: usize) -> Option<&str> {
        self.archive.roll_call(index).and_then(|roll_call| roll_call.info().id.as_deref())
    }
}

/// Reads the roll calls of one source in memory.
///
/// # Errors
/// A [`ReadError`] that says what the file is instead, or what it lacks.
pub fn read(source: &Source) -> Result<Reading, ReadError> {
    let around = Around { given: None, tables: &|_| Vec::new(), directory: &|_| Directory::default() };
    let reading = composition::or_composition(bundle::read(source, &around), source, None)?;
    audit::audit(reading, &Chambers::shipped())
}

/// The same, read as a mapping says.
///
/// # Errors
/// Those of [`read`], and [`ReadError::MappingMisses`] where a column of the mapping is not there.
pub fn read_as(source: &Source, mapping: &Mapping) -> Result<Reading, ReadError> {
    let given = Some(mapping);
    let around = Around { given, tables: &|_| Vec::new(), directory: &|_| Directory::default() };
    let reading = composition::or_composition(bundle::read(source, &around), source, given)?;
    audit::audit(Reading { origin: Origin::Given, ..reading }, &Chambers::shipped())
}

/// The same, with a mapping where one was given, and with the tables beside.
pub(super) fn read_beside(
    source: &Source,
    given: Option<&Mapping>,
    beside: &TablesBeside<'_>,
) -> Result<Reading, ReadError> {
    let (table, decoded) = table_of(source, given)?;
    let mut problems = Problems::new(&source.name);
    note_damage(&table, decoded.lossy.then_some(&decoded.text), &mut problems);
    note_zero_bytes(&decoded.text, &mut problems);
    let about = About { file: &source.name, encoding: decoded.encoding, given, beside, is_headed: false };
    let lists = lists::unpivot(&table);
    tabular::read(lists.as_ref().unwrap_or(&table), &about, problems)
}

/// The table in a source.
pub(super) fn table_of<'a>(
    source: &'a Source,
    given: Option<&Mapping>,
) -> Result<(Table, Decoded<'a>), ReadError> {
    let file = || source.name.clone();
    if let Some(found) = foreign_by_bytes(&source.bytes) {
        return Err(ReadError::NotDelimited { file: file(), found });
    }
    let given = given.filter(|given| !given.is_of_words());
    let decoded = encoding::decode_as(&source.bytes, given.map(|given| given.encoding));
    if decoded.text.trim().is_empty() {
        return Err(ReadError::Empty { file: file() });
    }
    if memchr::memmem::find(decoded.text.as_bytes(), HOLE).is_some()
        && let Some((line, count)) = zero_bytes(&decoded.text)
    {
        return Err(ReadError::ZeroBytes { file: file(), line, count });
    }
    if let Some(line) = long_line(&decoded.text, LONGEST_LINE) {
        return Err(ReadError::LongLine { file: file(), line, megabytes: (LONGEST_LINE >> 20) as u64 });
    }
    let delimiter = given.and_then(|given| u8::try_from(given.delimiter).ok());
    let table = Table::parse_with(&decoded.text, delimiter);
    if table.is_cut {
        return Err(ReadError::TooManyRows { file: file(), count: table.records.len() });
    }
    Ok((table, decoded))
}

/// So many zero bytes in a row are no slip of a program that wrote a cell. A disk that gave up, or a download that went on
/// elsewhere, leaves holes of them, and how many rows stood there nobody knows.
const HOLE: &[u8] = &[0; 8];

/// The line of the first zero byte of a text, and how many it has.
pub(super) fn zero_bytes(text: &str) -> Option<(u64, usize)> {
    let bytes = text.as_bytes();
    let first = memchr::memchr(0, bytes)?;
    Some((1 + line_ends(&bytes[..=first]), memchr::memchr_iter(0, &bytes[first..]).count()))
}

/// How many lines end in a stretch of text that does not begin within a line end.
fn line_ends(bytes: &[u8]) -> u64 {
    let is_last = |&end: &usize| bytes[end] == b'\n' || bytes.get(end + 1) != Some(&b'\n');
    memchr::memchr2_iter(b'\n', b'\r', bytes).filter(is_last).count() as u64
}

/// Lists the lines in which there are zero bytes. They are kept: a lone one may stand for anything, or for nothing.
fn note_zero_bytes(text: &str, problems: &mut Problems) {
    let bytes = text.as_bytes();
    // The line that is looked at, and where it begins.
    let (mut line, mut start) = (1, 0);
    while let Some(next) = memchr::memchr(0, &bytes[start..]) {
        let is_end = |&byte: &u8| matches!(byte, b'\n' | b'\r');
        let zero = start + next;
        let own_start = bytes[start..zero].iter().rposition(is_end).map_or(start, |end| start + end + 1);
        line += line_ends(&bytes[start..own_start]);
        let end = bytes[zero..].iter().position(is_end).map_or(bytes.len(), |end| zero + end);
        let found = text[own_start..end].replace('\0', "\u{2400}");
        problems.add(ProblemKind::ZeroBytes, Done::Kept, Some(line), None, found.trim());
        start = end;
    }
}

/// No row of a table is so long, of however many votes.
const LONGEST_LINE: usize = 8 << 20;

/// The number of the first line that is longer than twice this, and of some that are longer than this.
fn long_line(text: &str, longest: usize) -> Option<u64> {
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    // A part without any end of a line lies within one; of the others only the beginning is looked at.
    let bytes = text.as_bytes();
    let part = bytes.chunks_exact(longest).position(|part| !part.iter().any(is_end))?;
    Some(text[..text.floor_char_boundary(part * longest)].matches('\n').count() as u64 + 1)
}

pub(super) fn note_damage(
    table: &Table,
    lossy_text: Option<&std::borrow::Cow<'_, str>>,
    problems: &mut Problems,
) {
    if let Some(text) = lossy_text {
        let line = text.lines().zip(1..).find(|(line, _)| line.contains('\u{fffd}'));
        let (found, number) = line.map_or(("", None), |(line, number)| (line, Some(number)));
        problems.add(ProblemKind::UndecodableBytes, Done::Kept, number, None, found.trim());
    }
    for &line in &table.unclosed_quotes {
        let found = table.records.iter().find(|record| record.line == line).map_or("", |record| &record.raw);
        problems.add(ProblemKind::UnclosedQuote, Done::Kept, Some(line), None, found.trim());
    }
}

/// True for bytes that begin like a text.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    foreign_by_bytes(bytes).is_none()
}

/// Files that their first bytes give away, and bytes that are no text at all. Zero bytes behind a first line may be a hole
/// in a text.
fn foreign_by_bytes(bytes: &[u8]) -> Option<Foreign> {
    if container::kind(bytes).is_some() {
        return Some(Foreign::Compressed);
    }
    if bytes.starts_with(b"%PDF-") {
        return Some(Foreign::Pdf);
    }
    let encoding = encoding::decode(&bytes[..bytes.len().min(4096)]).encoding.name();
    let is_utf_16 = encoding.starts_with("UTF-16");
    let sample = &bytes[..bytes.len().min(1 << 16)];
    let controls = sample
        .iter()
        .filter(|&&byte| byte < 0x20 && !matches!(byte, 0 | b'\t' | b'\n' | b'\r' | 0x0C))
        .count();
    let is_text_until_zero =
        memchr::memchr(0, sample).is_none_or(|zero| memchr::memchr2(b'\n', b'\r', &sample[..zero]).is_some());
    (!is_utf_16 && (!is_text_until_zero || controls * 50 > sample.len())).then_some(Foreign::Binary)
}
