//! A table to a reading: header, columns, shape, words, companions, rows.
//!
//! Goes in: a [`Table`] from any container, and what is known besides. Comes out: a [`Reading`] or the
//! reason why the table is no roll call. Must not know: bytes, folders.

use hashbrown::{HashMap, HashSet};

use crate::model::{RollCallInfo, VoteDate};
use crate::read::infer::{self, Columns, Place, Question, Titled};
use crate::read::lookup::companions::{Companions, TablesBeside, Wanted};
use crate::read::mapping::{Mapping, Role, Shape};
use crate::read::reading::{Reading, RunnerUp, Ways};
use crate::read::report::origin::Origin;
use crate::read::report::problem::Problems;
use crate::read::rows::facts::RoleIndex;
use crate::read::rows::meaning::Meaning;
use crate::read::rows::{Input, Output};
use crate::read::table::codebook;
use crate::read::table::heading::{self, HeaderAt, Heading};
use crate::read::table::matrix;
use crate::read::table::totals::{self, without_footer};
use crate::read::table::{Record, Table};
use crate::read::vocabulary;
use crate::read::vocabulary::codes::Codes;
use crate::read::vocabulary::words::{header_words, plain};
use crate::read::{Encoding, Format, ReadError, fitting, report::refusal, rows, rows::matrix_rows};

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
    /// The first record heads the columns, whatever it looks like.
    pub(super) is_headed: bool,
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
    let told = codebook::with_codebook(about.given, table);
    let about = &About { given: told.as_ref().or(about.given), ..*about };
    let sorted =
        if about.given.is_none_or(Mapping::is_of_words) { heading::with_header_first(table) } else { None };
    let table = sorted.as_ref().unwrap_or(table);
    let mut laid = lay_out(table, about, &mut problems)?;
    laid.heading = with_constant_columns(laid.heading, &laid.columns, laid.shape);
    let (columns, header) = (&laid.columns, laid.header);
    let (rows, footer) = laid.rows.split_at(without_footer(laid.rows));
    let headers: Vec<String> = columns.choices.iter().map(|choice| choice.header.clone()).collect();
    let ballots = columns.place.columns();
    let counts = word_counts(columns, &ballots);
    let codes = Codes::of(&headers, !header.is_empty(), counts.keys().map(String::as_str));
    let meaning = match columns.place {
        Place::Marks(_) => Meaning::default(),
        _ => Meaning::of(&counts, codes, about.given, is_election(&laid, rows, about.file, &counts)),
    };
    let mapping = mapping(&laid, &meaning, about, table.delimiter);
    let ways = ways(&laid, about, table.delimiter);
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
        above: None,
    };
    let output = if shape.is_matrix() {
        matrix_rows::read(input, header, &mut problems)
    } else {
        rows::read(input, &mut problems)
    };
    Ok(Reading { ways, ..reading(table.blank_rows, about, mapping, &companions, output, problems) })
}

/// The other ways to read the table. What their words mean is found out when they are taken.
pub(super) fn ways(laid: &Laid<'_>, about: &About<'_>, delimiter: u8) -> Ways {
    let of_other = |columns: &Columns| {
        let mapping = mapping(laid, &Meaning::default(), about, delimiter);
        let rest = columns.shape.is_matrix().then_some(Role::Position);
        Mapping { shape: columns.shape, columns: columns.choices.clone(), rest, ..mapping }
    };
    let behind = laid.columns.runner_up.as_ref();
    Ways {
        others: laid.columns.others.iter().map(of_other).collect(),
        runner_up: behind
            .map(|(columns, behind_in)| RunnerUp { mapping: of_other(columns), behind_in: *behind_in }),
    }
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
        above: None,
    };
    let output = rows::read(input, &mut problems);
    reading(0, about, mapping, companions, output, problems)
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
        rest: about
            .given
            .filter(|given| !given.is_of_words())
            .map_or_else(|| shape.is_matrix().then_some(Role::Position), |given| given.rest),
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
    companions: &Companions,
    output: Output,
    mut problems: Problems,
) -> Reading {
    let Output { mut archive, rows, mut word_counts } = output;
    companions.officers.take_out(&mut archive, &mut problems);
    Reading {
        file: about.file.to_owned(),
        format: Format::Text,
        archive,
        mapping: with_word_counts(mapping, &mut word_counts),
        origin: Origin::default(),
        companions: companions.used.clone(),
        rows,
        blank_rows,
        problems: problems.into_list(),
        ways: Ways::default(),
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
    let given = about.given.filter(|given| !given.is_of_words());
    let known_header = match given {
        _ if about.is_headed => HeaderAt::Record(0),
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
        if let Some(given) = given {
            let headers = fitting::headers(given, lines, headers);
            return fitting::columns(given, headers, rows, about.file);
        }
        let rows = totals::without_notes(rows);
        let (rows, footer) = rows.split_at(without_footer(rows));
        // A last row of results is said of votes.
        let is_of_vote = heading.names_a_vote() || footer.iter().any(|row| totals::is_result(row.cell(0)));
        let title = heading.info.title.as_deref().unwrap_or(about.file);
        let titled = match is_of_vote {
            true => Titled::Vote,
            false if vocabulary::speaks_of_attendance(title) => Titled::Attendance,
            false => Titled::No,
        };
        let words = about.given.map_or(&[][..], |given| &given.words);
        Ok(infer::infer(&Question { headers, has_header: header.is_some(), lines, rows, titled, words }))
    };
    let above = header.map_or(&records[..0], |header| &records[..=header]);
    let columns = choose(headers(lines.last(), rows), above, rows)?;
    if let Some(count) = columns.unclear {
        return Err(ReadError::VotesBelowOneAnother { file: file(), count });
    }
    let votes = match &columns.place {
        Place::Nothing => return Err(refusal::of(about.file, &columns, rows)),
        Place::Column(_) | Place::Marks(_) => {
            let shape = columns.shape;
            return Ok(Laid { columns, shape, header: lines, rows, heading });
        }
        Place::Columns(votes) => votes,
    };
    let mut range = matrix::header_lines(records, header, &columns, votes);
    if range.end.max(first_row) >= records.len() {
        // Two votes in codes may look like two more lines of a header.
        range = header.map_or(range, |header| header..header + 1);
    }
    let (lines, rows) = (&records[range.clone()], &records[range.end.max(first_row)..]);
    let columns = if lines.len() > 1 {
        choose(matrix::headers(lines, columns.choices.len(), votes), lines, rows)?
    } else {
        columns
    };
    if rows.is_empty() {
        return Err(ReadError::NoRows { file: file() });
    }
    if columns.place == Place::Nothing {
        return Err(refusal::of(about.file, &columns, rows));
    }
    let shape = columns.shape;
    // Lines of the header are no lines of a title.
    let heading = if range.start < header.unwrap_or(0) {
        heading::read(table, HeaderAt::Record(range.start), &mut Problems::new(about.file))
    } else {
        heading
    };
    Ok(Laid { columns, shape, header: lines, rows, heading })
}

/// More columns than any roll call has; a bound on memory.
const MOST_COLUMNS: usize = 50_000;

/// How many columns most rows fill: a header may be shorter than its rows.
fn usual_width(rows: &[Record]) -> usize {
    let mut widths: Vec<usize> = rows
        .iter()
        .map(|row| {
            row.cells
                .iter()
                .enumerate()
                .filter(|(_, cell)| !cell.is_empty())
                .map(|(at, _)| at + 1)
                .max()
                .unwrap_or(0)
        })
        .collect();
    widths.sort_unstable();
    // So many rows are at least as wide as the one in the middle.
    widths.get(widths.len() / 2).copied().unwrap_or_default()
}

/// The headers of a table; a column without one is called by its number.
pub(super) fn headers(header: Option<&Record>, rows: &[Record]) -> Vec<String> {
    let width = match header {
        Some(header) => header.cells.len().max(usual_width(rows)),
        None => rows.iter().map(|record| record.cells.len()).max().unwrap_or(0),
    };
    (0..width.min(MOST_COLUMNS))
        .map(|column| match header.map(|header| header.cell(column)) {
            Some(text) if !text.is_empty() => text.to_owned(),
            _ => (column + 1).to_string(),
        })
        .collect()
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

/// True where a vote elects somebody: something about it says so, or what members answered are names in the file.
pub(super) fn is_election(
    laid: &Laid<'_>,
    rows: &[Record],
    file: &str,
    counts: &HashMap<String, usize>,
) -> bool {
    if laid.shape.is_matrix() {
        return false;
    }
    let choices = &laid.columns.choices;
    let titles =
        choices.iter().zip(&laid.columns.profiles).filter(|(choice, _)| choice.role == Some(Role::VoteTitle));
    let mut titles = titles.flat_map(|(_, profile)| profile.counts.keys().take(MOST_TITLES));
    let title = laid.heading.info.title.as_deref().unwrap_or_default();
    let speaks = [title, file].into_iter().any(vocabulary::speaks_of_election)
        || choices.iter().any(|choice| vocabulary::speaks_of_election(&choice.header))
        || titles.any(|title| vocabulary::speaks_of_election(title));
    let unknown: Vec<&String> = counts.keys().filter(|word| vocabulary::position(word).is_none()).collect();
    if speaks || unknown.is_empty() {
        return speaks;
    }
    let names: Vec<usize> = [Role::Name, Role::LastName]
        .into_iter()
        .flat_map(|role| (0..choices.len()).filter(move |&column| choices[column].role == Some(role)))
        .collect();
    let known: HashSet<String> =
        rows.iter().flat_map(|row| names.iter().map(|&column| plain(row.cell(column)))).collect();
    let is_name = |word: &&&String| known.contains(&plain(word));
    unknown.iter().filter(is_name).count() * 2 > unknown.len()
}

/// So many titles are looked at for words of an election.
const MOST_TITLES: usize = 64;

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
    if info.stated.is_none() {
        let only = |column: usize| {
            let mut cells = columns.profiles[column].counts.keys();
            cells.next().filter(|_| cells.next().is_none()).map_or("", String::as_str)
        };
        let stated = RoleIndex::of(&columns.choices).stated(only, info.declared.as_ref());
        info.stated = stated.map(Box::new);
    }
    heading
}
