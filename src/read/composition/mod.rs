//! A chamber without a vote: parties with the number of their seats, or members with their parties.
//!
//! Goes in: a source, and what came of looking for votes in it. Comes out: a [`Reading`] whose roll calls are
//! [compositions](crate::model::RollCall::is_composition), or what came of it as it was. Must not know: how votes are read.
//!
//! Only headers that say so make a composition: a column of parties beside one of seats, or names beside parties. Votes
//! won at an election are no seats, and who was there is no chamber.

mod members;
mod parties;
mod tree;

use crate::model::Archive;
use crate::read::infer::coded::Coded;
use crate::read::lookup::companions::Companions;
use crate::read::mapping::{ColumnChoice, Mapping, Role, Shape};
use crate::read::reading::{Ways, note_damage, table_of};
use crate::read::report::error::Content;
use crate::read::report::origin::Origin;
use crate::read::report::problem::Problems;
use crate::read::rows::RowCount;
use crate::read::source::container::{self, Container, LIMITS};
use crate::read::source::workbook::Workbook;
use crate::read::table::heading::{self, HeaderAt, Heading};
use crate::read::table::profile::{Profile, is_number};
use crate::read::table::{Record, Table};
use crate::read::tabular::{self, About};
use crate::read::vocabulary::{self, Match};
use crate::read::{
    Encoding, Format, ReadError, Reading, Source, bundle, document, fitting, source::encoding,
    source::workbook,
};

/// What was found in a source by itself, or the composition in it where no vote was found. In a folder or an archive a list
/// of members or parties completes the votes beside it: only a source that is opened alone is a composition.
///
/// # Errors
/// The same error, where the source is no composition.
pub(super) fn or_composition(
    found: Result<Reading, ReadError>,
    source: &Source,
    given: Option<&Mapping>,
) -> Result<Reading, ReadError> {
    // Words for votes say nothing of columns.
    let given = given.filter(|given| !given.is_of_words());
    let is_possible = match &found {
        Ok(vote) => may_be(&vote.mapping),
        Err(error) => leaves_possible(error),
    };
    let composition = is_possible.then(|| of_source(source, given)).flatten();
    composition.map_or(found, |mut reading| {
        reading.file.clone_from(&source.name);
        Ok(reading)
    })
}

/// True for a table of parties and their seats in which another column was taken for votes although its header says nothing
/// of one, as gains and losses (`+`, `-`) or who is in government (`yes`, `no`), or although its cells are numbers: votes
/// won.
fn may_be(mapping: &Mapping) -> bool {
    let role = |header: &str| vocabulary::role(header);
    let has = |wanted: Role| {
        mapping.columns.iter().any(|column| role(&column.header) == Some((wanted, Match::Whole)))
    };
    let are_numbers = mapping.words.iter().all(|word| is_number(&word.word));
    let says_vote =
        |column: usize| matches!(role(mapping.header(column)), Some((Role::Position, _))) && !are_numbers;
    has(Role::Seats) && has(Role::Party) && !mapping.columns_with(Role::Position).any(says_vote)
}

/// The composition in a source; `None` where it is none.
fn of_source(source: &Source, given: Option<&Mapping>) -> Option<Reading> {
    match container::kind(&source.bytes) {
        Some(Container::Gzip) => match container::gunzip(source, LIMITS) {
            Ok(inner) if container::kind(&inner.bytes).is_none() => of_text(&inner, given),
            _ => None,
        },
        Some(Container::Workbook) => of_workbook(source, given),
        Some(Container::Zip) => None,
        None => of_text(source, given),
    }
}

/// True where no vote was found because there is none.
fn leaves_possible(error: &ReadError) -> bool {
    match error {
        ReadError::NoVoteColumn { .. }
        | ReadError::MembersOnly { .. }
        | ReadError::ListOfVotes { .. }
        | ReadError::NoRows { .. }
        | ReadError::NoVotesInFolder { .. } => true,
        ReadError::NoBallots { content, .. } => {
            matches!(content, Content::Nothing | Content::Members(_) | Content::Parties(_))
        }
        _ => false,
    }
}

fn of_text(source: &Source, given: Option<&Mapping>) -> Option<Reading> {
    let decoded = encoding::decode_as(&source.bytes, given.map(|given| given.encoding));
    if let Some(format) = document::form_of(&decoded.text) {
        let node = document::parse(&source.name, &decoded.text, format).ok()?;
        let sheet = Sheet { file: &source.name, encoding: decoded.encoding, format, given };
        return sheet.read(&tree::table(&node)?, Problems::new(&source.name));
    }
    let (table, decoded) = table_of(source, given).ok()?;
    let mut problems = Problems::new(&source.name);
    note_damage(&table, decoded.lossy.then_some(&decoded.text), &mut problems);
    let sheet = Sheet { file: &source.name, encoding: decoded.encoding, format: Format::Text, given };
    sheet.read(&table, problems)
}

/// Every sheet that is a composition; of the others a problem says why they are not read.
fn of_workbook(source: &Source, given: Option<&Mapping>) -> Option<Reading> {
    let Workbook { tables: sheets, unread } = workbook::tables(&source.bytes).ok()?;
    let num_sheets = sheets.len() + unread.len();
    let encoding = encoding::decode(b"").encoding;
    let read = |(name, table): &(String, Table)| {
        let is_only = num_sheets == 1;
        let file = if is_only { source.name.clone() } else { format!("{}, {name}", source.name) };
        let sheet = Sheet { file: &file, encoding, format: Format::Workbook, given };
        sheet.read(table, Problems::new(&file)).map_or_else(
            || {
                let about = About { file: &file, encoding, given, beside: &|_| Vec::new(), is_headed: false };
                let vote = tabular::read(table, &about, Problems::new(&file));
                vote.and(Err(ReadError::NoRows { file: file.clone() }))
            },
            Ok,
        )
    };
    let damaged = unread.iter().map(|(name, cause)| {
        let file = format!("{}, {name}", source.name);
        Err(match cause.clone() {
            Some(cause) => ReadError::BadSheet { file, cause },
            None => ReadError::DoubledSheet { file },
        })
    });
    let found = bundle::merge(&source.name, sheets.iter().map(read).chain(damaged));
    found.ok().filter(Reading::is_composition)
}

/// What is known of a table besides its records.
struct Sheet<'a> {
    file: &'a str,
    encoding: Encoding,
    format: Format,
    given: Option<&'a Mapping>,
}

/// A table with its header.
struct Headed<'a> {
    heading: Heading,
    columns: Vec<Headline>,
    rows: &'a [Record],
}

/// A column with what its header or a mapping says.
struct Headline {
    header: String,
    role: Option<(Role, Match)>,
    profile: Profile,
}

/// What a table became.
struct Composed {
    archive: Archive,
    rows: RowCount,
    /// The columns that were used, by their place.
    used: Vec<(usize, Role)>,
}

impl Sheet<'_> {
    fn read(&self, table: &Table, mut problems: Problems) -> Option<Reading> {
        let header_at = match self.given {
            Some(given) => fitting::header(given, &table.records, self.file).ok()?,
            None => HeaderAt::Unknown,
        };
        let mut heading = heading::read(table, header_at, &mut problems);
        heading.info.declared = None;
        let header = heading.header?;
        let rows = &table.records[header + 1..];
        let headers = tabular::headers(table.records.get(header), rows);
        let headed = Headed { columns: self.columns(headers, rows)?, heading, rows };
        let composed =
            parties::read(&headed, &mut problems).or_else(|| members::read(&headed, &mut problems))?;
        let role =
            |place: usize| composed.used.iter().find(|&&(column, _)| column == place).map(|&(_, role)| role);
        let columns = headed.columns.iter().enumerate();
        let columns = columns
            .map(|(place, column)| ColumnChoice { header: column.header.clone(), role: role(place) })
            .collect();
        let mapping = Mapping {
            shape: Shape::OneVote,
            encoding: self.encoding,
            delimiter: char::from(table.delimiter),
            header_line: table.records.get(header).map(|record| record.line),
            columns,
            ..Mapping::default()
        };
        Some(Reading {
            file: self.file.to_owned(),
            format: self.format,
            archive: composed.archive,
            mapping,
            origin: Origin::default(),
            companions: Vec::new(),
            rows: composed.rows,
            blank_rows: table.blank_rows,
            problems: problems.into_list(),
            ways: Ways::default(),
        })
    }

    /// The columns with what their headers say, or the mapping that was given.
    fn columns(&self, headers: Vec<String>, rows: &[Record]) -> Option<Vec<Headline>> {
        let roles: Vec<Option<(Role, Match)>> = match self.given {
            Some(given) => {
                let fitted = fitting::columns(given, headers.clone(), rows, self.file).ok()?;
                fitted.choices.iter().map(|choice| choice.role.map(|role| (role, Match::Whole))).collect()
            }
            None => headers.iter().map(|header| vocabulary::role(header)).collect(),
        };
        let cells = Coded::of(rows, headers.len());
        let columns = headers.into_iter().zip(roles).zip(&cells.columns);
        let column = |((header, role), cells)| Headline { header, role, profile: Profile::of(cells) };
        Some(columns.map(column).collect())
    }
}

impl Headed<'_> {
    /// The first column with a role: one whose whole header says so before one of which a part does.
    fn column(&self, role: Role) -> Option<usize> {
        let with = |wanted| self.columns.iter().position(|column| column.role == Some((role, wanted)));
        with(Match::Whole).or_else(|| with(Match::Part))
    }

    /// The columns that are used in these roles.
    fn used(&self, roles: &[Role]) -> Vec<(usize, Role)> {
        roles.iter().filter_map(|&role| Some((self.column(role)?, role))).collect()
    }

    /// The choices of columns that are used, for readers of rows.
    fn choices(&self, used: &[(usize, Role)]) -> Vec<ColumnChoice> {
        let columns = self.columns.iter().enumerate();
        columns
            .map(|(place, column)| {
                let role = used.iter().find(|&&(other, _)| other == place).map(|&(_, role)| role);
                ColumnChoice { header: column.header.clone(), role }
            })
            .collect()
    }
}

/// Tables beside complete votes, and not compositions.
fn alone() -> Companions {
    Companions::default()
}
