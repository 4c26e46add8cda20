//! The whole way from bytes to a reading.

use rayon::prelude::*;

use super::bundle::{self, Around};
use super::companions::{CompanionUse, TablesBeside};
use super::document::Directory;
use super::encoding::Decoded;
use super::error::Foreign;
use super::mapping::Mapping;
use super::problem::Problems;
use super::rows::RowCount;
use super::table::Table;
use super::tabular::About;
use super::{Done, Format, Problem, ProblemKind, ReadError, Source, container, encoding, tabular};
use crate::model::{Agreement, Archive, Position, RollCall, Votes};

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
    /// The tables beside it that completed it.
    pub companions: Vec<CompanionUse>,
    /// What became of its rows.
    pub rows: RowCount,
    /// Records all of whose cells are blank.
    pub blank_rows: u64,
    /// What could not be taken as it stood.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// The first roll call.
    #[must_use]
    pub fn roll_call(&self) -> Option<RollCall<'_>> {
        self.archive.roll_call(0)
    }

    /// True where rows were set aside, or a file that may hold votes was left out.
    #[must_use]
    pub fn lost_votes(&self) -> bool {
        let is_loss = |problem: &Problem| {
            let cause = problem.cause.as_ref();
            problem.kind == ProblemKind::UnreadFile && cause.is_none_or(|cause| cause.may_lose_votes())
        };
        self.rows.set_aside > 0 || self.problems.iter().any(is_loss)
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
    bundle::read(
        source,
        &Around { given: None, tables: &|_| Vec::new(), directory: &|_| Directory::default() },
    )
}

/// The same, read as a mapping says.
///
/// # Errors
/// Those of [`read`], and [`ReadError::MappingMisses`] where a column of the mapping is not there.
pub fn read_as(source: &Source, mapping: &Mapping) -> Result<Reading, ReadError> {
    bundle::read(
        source,
        &Around { given: Some(mapping), tables: &|_| Vec::new(), directory: &|_| Directory::default() },
    )
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
    let about = About { file: &source.name, encoding: decoded.encoding, given, beside };
    let mut reading = tabular::read(&table, &about, problems)?;
    check_declared(&mut reading);
    Ok(reading)
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
    let decoded = encoding::decode_as(&source.bytes, given.map(|given| given.encoding));
    if decoded.text.trim().is_empty() {
        return Err(ReadError::Empty { file: file() });
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

fn note_damage(table: &Table, lossy_text: Option<&std::borrow::Cow<'_, str>>, problems: &mut Problems) {
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

/// Compares what is declared with what was counted, in every vote.
pub(super) fn check_declared(reading: &mut Reading) {
    let archive = &reading.archive;
    let of_many = archive.num_roll_calls() > 1;
    let found_in = |roll_call: RollCall<'_>| {
        let mut found = Vec::new();
        let (info, tally) = (roll_call.info(), roll_call.tally());
        let vote = || info.id.as_deref().filter(|_| of_many).map_or(String::new(), |id| format!("{id}: "));
        if Agreement::between(info.declared.as_ref(), &tally) == Agreement::No {
            let shown = |a: Votes, b: Votes| format!("{a}–{b}");
            let (in_favour, against) = roll_call.headline(&tally);
            let counted = shown(tally.votes(Position::For), tally.votes(Position::Against));
            let text = format!("{}{} ≠ {counted}", vote(), shown(in_favour, against));
            found.push((ProblemKind::DeclaredDiffers, Done::Kept, text));
        }
        if let Some(seats) = info.seats
            && seats < tally.num_seats()
        {
            let text = format!("{}{seats} < {}", vote(), tally.num_seats());
            found.push((ProblemKind::TooFewSeats, Done::Ignored, text));
        }
        found
    };
    let declares = |vote: &RollCall<'_>| vote.info().declared.is_some() || vote.info().seats.is_some();
    let votes: Vec<RollCall<'_>> =
        (0..archive.num_roll_calls()).filter_map(|n| archive.roll_call(n)).filter(declares).collect();
    if votes.is_empty() {
        return;
    }
    let found: Vec<_> = votes.into_par_iter().flat_map_iter(found_in).collect();
    let mut problems = Problems::new(&reading.file);
    for (kind, done, text) in found {
        problems.add(kind, done, None, None, &text);
    }
    reading.problems.extend(problems.into_list());
}

/// True for bytes that begin like a text.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    foreign_by_bytes(bytes).is_none()
}

/// Files that their first bytes give away, and bytes that are no text at all.
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
    let controls =
        sample.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C)).count();
    (!is_utf_16 && (sample.contains(&0) || controls * 50 > sample.len())).then_some(Foreign::Binary)
}
