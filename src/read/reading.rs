//! The whole way from bytes to a reading.

use super::columns::{self, Columns};
use super::error::Foreign;
use super::heading::{self, Heading};
use super::mapping::{Mapping, Role};
use super::problem::Problems;
use super::rows::{self, RowCount, Words};
use super::table::{Record, Table};
use super::totals::without_footer;
use super::{Done, Problem, ProblemKind, ReadError, Source, encoding, shape};
use crate::model::{Agreement, Archive, RollCall, RollCallInfo, VoteDate, Votes};

/// A file as it was read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The file's name.
    pub file: String,
    /// What it holds.
    pub archive: Archive,
    /// How it was read.
    pub mapping: Mapping,
    /// What became of its rows.
    pub rows: RowCount,
    /// Records all of whose cells are blank.
    pub blank_rows: u64,
    /// What could not be taken as it stood.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// The roll call.
    #[must_use]
    pub fn roll_call(&self) -> Option<RollCall<'_>> {
        self.archive.roll_call(0)
    }
}

/// Reads a roll call of one vote from delimited text.
///
/// # Errors
/// A [`ReadError`] that says what the file is instead, or what it lacks.
pub fn read(source: &Source) -> Result<Reading, ReadError> {
    let file = || source.name.clone();
    if let Some(found) = foreign_by_bytes(&source.bytes) {
        return Err(ReadError::NotDelimited { file: file(), found });
    }
    let decoded = encoding::decode(&source.bytes);
    if decoded.text.trim().is_empty() {
        return Err(ReadError::Empty { file: file() });
    }
    if let Some(found) = foreign_by_text(&decoded.text) {
        return Err(ReadError::NotDelimited { file: file(), found });
    }
    let mut problems = Problems::new(&source.name);
    let table = Table::parse(&decoded.text);
    note_damage(&table, decoded.lossy.then_some(&decoded.text), &mut problems);
    let heading = heading::read(&table, &mut problems);
    let header = heading.header.map(|index| &table.records[index]);
    let rows = &table.records[heading.first_row.min(table.records.len())..];
    if rows.is_empty() {
        return Err(ReadError::NoRows { file: file() });
    }
    let (rows, footer) = rows.split_at(without_footer(rows));
    let columns = columns::choose(header, rows);
    let position_column = position_column(source, &columns, rows)?;
    let words = Words::choose(&columns, position_column);
    let mut mapping = Mapping {
        encoding: decoded.encoding,
        delimiter: char::from(table.delimiter),
        header_line: header.map(|header| header.line),
        columns: columns.choices.clone(),
        words: words.choices.clone(),
        options: words.options.clone(),
    };
    let heading = with_constant_columns(heading, &columns);
    let (archive, row_count) = rows::read(heading, header, rows, footer, &mut mapping, &words, &mut problems);
    check_declared(&archive, &mut problems);
    Ok(Reading {
        file: file(),
        archive,
        mapping,
        rows: row_count,
        blank_rows: table.blank_rows,
        problems: problems.into_list(),
    })
}

fn position_column(source: &Source, columns: &Columns, rows: &[Record]) -> Result<usize, ReadError> {
    let file = || source.name.clone();
    let headers = |indices: &[usize]| -> Vec<String> {
        indices.iter().map(|&column| columns.choices[column].header.clone()).collect()
    };
    if !columns.several_votes.is_empty() {
        return Err(ReadError::VoteInEachColumn { file: file(), columns: headers(&columns.several_votes) });
    }
    let found = columns.choices.iter().position(|choice| choice.role == Some(Role::Position));
    let Some(column) = found else {
        let all: Vec<usize> = (0..columns.choices.len()).collect();
        return Err(ReadError::NoVoteColumn { file: file(), columns: headers(&all) });
    };
    shape::check_one_vote(&source.name, columns, rows)?;
    Ok(column)
}

/// What the vote is called, where a column says the same in every row.
fn with_constant_columns(mut heading: Heading, columns: &Columns) -> Heading {
    let constant = |role: Role| {
        columns.choices.iter().zip(&columns.profiles).find_map(|(choice, profile)| {
            let only = profile.counts.keys().next().filter(|_| profile.counts.len() == 1)?;
            (choice.role == Some(role)).then(|| only.clone())
        })
    };
    let info: &mut RollCallInfo = &mut heading.info;
    info.id = info.id.take().or_else(|| constant(Role::VoteId));
    // `Cllr` under `Title` is not what was voted on.
    let title = constant(Role::VoteTitle).filter(|title| title.contains(' '));
    info.title = info.title.take().or(title);
    info.date = info.date.take().or_else(|| constant(Role::VoteDate).map(|text| VoteDate::from_text(&text)));
    heading
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

/// Compares what is declared with what was counted.
fn check_declared(archive: &Archive, problems: &mut Problems) {
    let Some(roll_call) = archive.roll_call(0) else { return };
    let (info, tally) = (roll_call.info(), roll_call.tally());
    if Agreement::between(info.declared.as_ref(), &tally) == Agreement::No {
        let shown = |a: Votes, b: Votes| format!("{a}–{b}");
        let (in_favour, against) = roll_call.headline(&tally);
        let counted =
            shown(tally.votes(crate::model::Position::For), tally.votes(crate::model::Position::Against));
        let found = format!("{} ≠ {counted}", shown(in_favour, against));
        problems.add(ProblemKind::DeclaredDiffers, Done::Kept, None, None, &found);
    }
    if let Some(seats) = info.seats
        && seats < tally.num_seats()
    {
        let found = format!("{seats} < {}", tally.num_seats());
        problems.add(ProblemKind::TooFewSeats, Done::Ignored, None, None, &found);
    }
}

/// Files that their first bytes give away, and bytes that are no text at all.
fn foreign_by_bytes(bytes: &[u8]) -> Option<Foreign> {
    const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    if bytes.starts_with(b"PK\x03\x04") {
        let contains =
            |needle: &[u8]| bytes.windows(needle.len()).take(1 << 16).any(|window| window == needle);
        let is_spreadsheet = contains(b"xl/") || contains(b"spreadsheet") || contains(b"[Content_Types].xml");
        return Some(if is_spreadsheet { Foreign::Spreadsheet } else { Foreign::Zip });
    }
    if bytes.starts_with(&OLE) {
        return Some(Foreign::Spreadsheet);
    }
    if bytes.starts_with(&[0x1F, 0x8B]) {
        return Some(Foreign::Gzip);
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

fn foreign_by_text(text: &str) -> Option<Foreign> {
    let start = text.trim_start();
    let opens_json = start.starts_with('{')
        || start.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(['{', '[', '"', ']']));
    if opens_json {
        return Some(Foreign::Json);
    }
    (start.starts_with("<?xml") || start.starts_with("<!") || start.starts_with("<html"))
        .then_some(Foreign::Xml)
}
