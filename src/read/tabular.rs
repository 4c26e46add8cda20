//! A table to a reading: header, columns, shape, words, companions, rows.
//!
//! Goes in: a [`Table`] from any container, and what is known besides. Comes out: a [`Reading`] or the
//! reason why the table is no roll call. Must not know: bytes, folders.

use hashbrown::HashMap;

use super::codes::Codes;
use super::columns::{self, Columns, MOST_COLUMNS};
use super::companions::{CompanionUse, Companions, TablesBeside, Wanted};
use super::division::Divided;
use super::finding::Found;
use super::heading::{self, HeaderAt, Heading};
use super::mapping::{Mapping, Role, Shape};
use super::matrix;
use super::meaning::Meaning;
use super::problem::Problems;
use super::reading::Reading;
use super::rows::{Input, Output};
use super::table::{Record, Table};
use super::totals::without_footer;
use super::vocabulary;
use super::words::header_words;
use super::{Encoding, Format, ReadError, fitting, matrix_rows, refusal, rows};
use crate::model::{RollCallInfo, VoteDate};

/// What is known of a table besides its records.
pub(super) struct About<'a> {
    /// The file's name.
    pub(super) file: &'a str,
    /// The encoding its text was in.
    pub(super) encoding: Encoding,
    /// A mapping that was given.
    pub(super) given: Option<&'a Mapping>,
    /// Answers the tables beside; asked only once the table is known to hold votes.
    pub(super) beside: &'a TablesBeside<'a>,
}

/// The columns of a table and where its rows are.
pub(super) struct Laid<'a> {
    pub(super) columns: Columns,
    pub(super) shape: Shape,
    /// The records that head the columns.
    pub(super) header: &'a [Record],
    pub(super) rows: &'a [Record],
    pub(super) heading: Heading,
}

/// Reads a table.
///
/// # Errors
/// A [`ReadError`] that says what the table is instead, or what it lacks.
pub(super) fn read(table: &Table, about: &About<'_>, mut problems: Problems) -> Result<Reading, ReadError> {
    let mut laid = lay_out(table, about, &mut problems)?;
    laid.heading = with_constant_columns(laid.heading, &laid.columns, laid.shape);
    let (columns, header) = (&laid.columns, laid.header);
    let (rows, footer) = laid.rows.split_at(without_footer(laid.rows));
    let headers: Vec<String> = columns.choices.iter().map(|choice| choice.header.clone()).collect();
    let ballots: Vec<usize> = match &columns.found {
        Found::Column(column) => vec![*column],
        Found::Columns(columns) | Found::Flags(columns) => columns.clone(),
        Found::Nothing => Vec::new(),
    };
    let counts = word_counts(columns, &ballots);
    let codes = Codes::of(&headers, !header.is_empty(), counts.keys().map(String::as_str));
    let meaning = match columns.found {
        Found::Flags(_) => Meaning::default(),
        _ => Meaning::of(&counts, codes, about.given, !laid.shape.is_matrix()),
    };
    let mapping = mapping(&laid, &meaning, about, table.delimiter);
    let wanted = wanted(columns, &mapping, rows, header, codes, &laid.heading.info, about.file);
    let companions = Companions::join(&wanted, (about.beside)(table));
    let shape = laid.shape;
    let input = Input {
        heading: laid.heading,
        header: header.last(),
        rows,
        footer,
        mapping: &mapping,
        meaning: &meaning,
        companions: &companions,
    };
    let output = if shape.is_matrix() {
        matrix_rows::read(input, header, &mut problems)
    } else {
        rows::read(input, &mut problems)
    };
    Ok(reading(table.blank_rows, about, mapping, companions.used, output, problems))
}

/// Reads some rows of a table in which a row is one member's vote, by themselves.
pub(super) fn read_rows(
    laid: &Laid<'_>,
    rows: &[Record],
    meaning: &Meaning,
    mapping: Mapping,
    companions: &Companions,
    about: &About<'_>,
) -> Reading {
    let mut problems = Problems::new(about.file);
    let input = Input {
        heading: laid.heading.clone(),
        header: laid.header.last(),
        rows,
        footer: &[],
        mapping: &mapping,
        meaning,
        companions,
    };
    let output = rows::read(input, &mut problems);
    reading(0, about, mapping, companions.used.clone(), output, problems)
}

/// How a table was read.
pub(super) fn mapping(laid: &Laid<'_>, meaning: &Meaning, about: &About<'_>, delimiter: u8) -> Mapping {
    let shape = laid.shape;
    Mapping {
        shape,
        encoding: about.encoding,
        delimiter: char::from(delimiter),
        header_line: laid.header.first().map(|header| header.line),
        columns: laid.columns.choices.clone(),
        rest: about.given.map_or_else(|| shape.is_matrix().then_some(Role::Position), |given| given.rest),
        words: meaning.choices.clone(),
        options: meaning.options.clone(),
    }
}

/// The mapping with the words that were read, each with its count: words of rows that were set aside, a
/// repeated header say, are no words of the vote.
pub(super) fn with_word_counts(mut mapping: Mapping, counts: &mut HashMap<String, u32>) -> Mapping {
    mapping.words.retain_mut(|choice| {
        choice.count = counts.remove(&choice.word).unwrap_or_default();
        choice.count > 0
    });
    mapping
}

fn reading(
    blank_rows: u64,
    about: &About<'_>,
    mapping: Mapping,
    companions: Vec<CompanionUse>,
    output: Output,
    problems: Problems,
) -> Reading {
    let Output { archive, rows, mut word_counts } = output;
    Reading {
        file: about.file.to_owned(),
        format: Format::Text,
        archive,
        mapping: with_word_counts(mapping, &mut word_counts),
        companions,
        rows,
        blank_rows,
        problems: problems.into_list(),
    }
}

/// Finds header, columns and shape, or applies the mapping that was given.
pub(super) fn lay_out<'a>(
    table: &'a Table,
    about: &About<'_>,
    problems: &mut Problems,
) -> Result<Laid<'a>, ReadError> {
    let file = || about.file.to_owned();
    let records = &table.records;
    let known_header = match about.given {
        Some(given) => fitting::header(given, records, about.file)?,
        None => HeaderAt::Unknown,
    };
    let heading = heading::read(table, known_header, problems);
    let (header, first_row) = (heading.header, heading.first_row.min(records.len()));
    let rows = &records[first_row..];
    if rows.is_empty() {
        return Err(ReadError::NoRows { file: file() });
    }
    let lines = header.map_or(&records[..0], |header| &records[header..=header]);
    let width = rows.iter().chain(lines).map(|record| record.cells.len()).max().unwrap_or_default();
    if width > MOST_COLUMNS {
        return Err(ReadError::TooManyColumns { file: file(), count: width });
    }
    let choose = |headers: Vec<String>, lines: &[Record], rows: &[Record]| {
        if let Some(given) = about.given {
            let headers = fitting::headers(given, lines, headers);
            return fitting::columns(given, headers, rows, about.file);
        }
        let rows = &rows[..without_footer(rows)];
        Ok(columns::choose(headers, header.is_some(), rows))
    };
    let above = header.map_or(&records[..0], |header| &records[..=header]);
    let columns = choose(columns::headers(lines.last(), rows), above, rows)?;
    match &columns.found {
        Found::Nothing => return Err(refusal::of(about.file, &columns, rows)),
        Found::Column(column) if about.given.is_none() => {
            refuse_attendance(about.file, &columns, *column)?;
        }
        _ => {}
    }
    if let Divided::Unclear(count) = columns.divided {
        return Err(ReadError::VotesBelowOneAnother { file: file(), count });
    }
    let Found::Columns(votes) = &columns.found else {
        let shape = match (about.given, &columns.divided) {
            (Some(given), _) => fitting::shape(given, &columns),
            (None, Divided::By(_)) => Shape::Long,
            (None, _) => Shape::OneVote,
        };
        return Ok(Laid { columns, shape, header: lines, rows, heading });
    };
    let range = matrix::header_lines(records, header, &columns, votes);
    let (lines, rows) = (&records[range.clone()], &records[range.end.max(first_row)..]);
    let mut columns = if lines.len() > 1 {
        choose(matrix::headers(lines, columns.choices.len(), votes), lines, rows)?
    } else {
        columns
    };
    if rows.is_empty() {
        return Err(ReadError::NoRows { file: file() });
    }
    let Found::Columns(votes) = &columns.found else {
        return Err(refusal::of(about.file, &columns, rows));
    };
    let shape = match about.given {
        Some(given) => fitting::shape(given, &columns),
        None => matrix::shape(lines, &columns, votes),
    };
    if shape == Shape::Transposed && about.given.is_none() {
        turn_roles(&mut columns);
    }
    // Lines of the header are no lines of a title.
    let heading = if range.start < header.unwrap_or(0) {
        heading::read(table, HeaderAt::Record(range.start), &mut Problems::new(about.file))
    } else {
        heading
    };
    Ok(Laid { columns, shape, header: lines, rows, heading })
}

/// Who was there is not how they voted.
fn refuse_attendance(file: &str, columns: &Columns, column: usize) -> Result<(), ReadError> {
    let header = &columns.choices[column].header;
    let is_named_vote = matches!(vocabulary::role(header), Some((Role::Position, vocabulary::Match::Whole)));
    if columns.profiles[column].is_attendance() && !is_named_vote {
        return Err(ReadError::Attendance { file: file.to_owned(), column: header.clone() });
    }
    Ok(())
}

/// Where rows are votes, what was taken for a member's name or number is the vote's.
fn turn_roles(columns: &mut Columns) {
    let has = |columns: &Columns, role| columns.choices.iter().any(|choice| choice.role == Some(role));
    for index in 0..columns.choices.len() {
        let role = columns.choices[index].role;
        let is_number = vocabulary::label(&columns.choices[index].header) == Some(vocabulary::Field::Id);
        columns.choices[index].role = match role {
            Some(Role::Id) => Some(Role::VoteId),
            Some(Role::Name | Role::LastName) if !has(columns, Role::VoteTitle) => Some(Role::VoteTitle),
            None | Some(Role::CallOrder) if is_number => Some(Role::VoteId),
            Some(
                Role::Name
                | Role::FirstName
                | Role::LastName
                | Role::MiddleName
                | Role::SecondLastName
                | Role::Party
                | Role::PartyShort
                | Role::Seat
                | Role::Constituency
                | Role::CallOrder
                | Role::CallTime
                | Role::Weight
                | Role::Proxy,
            ) => None,
            other => other,
        };
    }
    // One number is enough: the first that is there.
    let mut seen = false;
    for choice in &mut columns.choices {
        if choice.role == Some(Role::VoteId) {
            choice.role = if seen { None } else { choice.role };
            seen = true;
        }
    }
}

pub(super) fn word_counts(columns: &Columns, ballots: &[usize]) -> HashMap<String, usize> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for &column in ballots {
        for (word, count) in &columns.profiles[column].counts {
            match counts.get_mut(word) {
                Some(known) => *known += count,
                None => {
                    counts.insert(word.clone(), *count);
                }
            }
        }
    }
    counts
}

/// What the tables beside are asked for.
pub(super) fn wanted<'a>(
    columns: &'a Columns,
    mapping: &Mapping,
    rows: &'a [Record],
    header: &[Record],
    codes: Option<Codes>,
    info: &RollCallInfo,
    file: &str,
) -> Wanted<'a> {
    let with = |role| -> Vec<usize> { mapping.columns_with(role).collect() };
    let of_column = |column: usize| {
        let mut numbers: Vec<String> = columns.profiles[column].counts.keys().cloned().collect();
        numbers.sort_unstable();
        (columns.choices[column].header.clone(), numbers)
    };
    // A file of one vote may be called by its number.
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let called = (mapping.shape == Shape::OneVote && info.id.is_none()).then(|| stem.to_owned());
    let votes = match (mapping.shape, with(Role::VoteId).as_slice()) {
        (Shape::Wide, _) => {
            let about = matrix::VoteLines::of(header, &with(Role::Position));
            let line = about.id.and_then(|line| header.get(line));
            let id =
                |column| line.map_or_else(|| mapping.header(column), |line| line.cell(column)).to_owned();
            (String::new(), mapping.columns_with(Role::Position).map(id).collect())
        }
        (Shape::Long | Shape::Transposed, &[column]) => of_column(column),
        (Shape::OneVote, &[column, ..]) if columns.profiles[column].counts.len() == 1 => of_column(column),
        (Shape::OneVote, _) => (String::new(), info.id.clone().or(called.clone()).into_iter().collect()),
        _ => (String::new(), Vec::new()),
    };
    let is_voteview = columns.choices.iter().any(|choice| header_words(&choice.header).concat() == "icpsr");
    Wanted {
        columns: &columns.choices,
        profiles: &columns.profiles,
        rows,
        votes,
        called,
        has_party_codes: is_voteview || codes == Some(Codes::CastCodes),
    }
}

/// What the vote is called, where a column says the same in every row.
fn with_constant_columns(mut heading: Heading, columns: &Columns, shape: Shape) -> Heading {
    let constant = |role: Role| {
        columns.choices.iter().zip(&columns.profiles).find_map(|(choice, profile)| {
            let only = profile.counts.keys().next().filter(|_| profile.counts.len() == 1)?;
            (choice.role == Some(role)).then(|| only.clone())
        })
    };
    let info: &mut RollCallInfo = &mut heading.info;
    info.chamber = info.chamber.take().or_else(|| constant(Role::Chamber));
    if shape != Shape::OneVote {
        return heading;
    }
    info.id = info.id.take().or_else(|| constant(Role::VoteId));
    // `Cllr` under `Title` is not what was voted on.
    let title = constant(Role::VoteTitle).filter(|title| title.contains(' '));
    info.title = info.title.take().or(title);
    info.date = info.date.take().or_else(|| constant(Role::VoteDate).map(|text| VoteDate::from_text(&text)));
    let declared = |role| constant(role).and_then(|text| text.parse().ok());
    if let (None, Some(in_favour), Some(against)) =
        (&info.declared, declared(Role::DeclaredFor), declared(Role::DeclaredAgainst))
    {
        let abstain = declared(Role::DeclaredAbstain);
        info.declared = Some(crate::model::Declared { in_favour, against, abstain });
    }
    heading
}
