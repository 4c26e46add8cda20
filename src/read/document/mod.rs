//! Roll calls in documents: JSON, XML, and tables that pack lists into their cells.
//!
//! Goes in: text, and what is known of members and parties. Comes out: an archive with its problems, or what
//! the document is instead of a roll call. Must not know: files, containers.
//!
//! ```text
//! text -> tree (json, xml, packed) -> publishers' codes spelled out -> places of one form (schema, grouping, kinds)
//!      -> rows and what stands above them (anchor, links) -> the anchors that are read (candidate, choice)
//!      -> rows below votes (ballots), or a table (flat) -> the reader of tables
//! ```
//!
//! Nothing is known of a publisher but its codes: where a vote is and what its parts mean is found by the
//! vocabularies, as in tables.

mod anchor;
mod ballots;
mod candidate;
mod cells;
mod choice;
mod directory;
mod facts;
mod fault;
mod flat;
mod grouping;
mod json;
mod kinds;
mod likeness;
mod links;
mod node;
mod outcome;
mod packed;
mod publisher;
mod roles;
mod schema;
mod sources;
mod subject;
mod votes;
mod weighing;
mod words;
mod xml;

pub use fault::DocumentFault;

pub(super) use directory::Directory;
pub(super) use node::Node;
pub(super) use packed::{listed, unpack};

use crate::model::{Position, Votes};
use crate::read::audit::is_row_of_list;
use crate::read::mapping::{Mapping, Shape};
use crate::read::reading::Ways;
use crate::read::report::error::Content;
use crate::read::report::problem::Problems;
use crate::read::rows::RowCount;
use crate::read::tabular::{self, About};
use crate::read::{Encoding, Format, ReadError, Reading};
use choice::Choice;
use flat::AnchorTable;
use schema::Schema;

/// What is known of a document besides its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct AboutDocument<'a> {
    /// The file's name.
    pub(super) file: &'a str,
    /// The encoding its text was in.
    pub(super) encoding: Encoding,
    /// The form it was written in.
    pub(super) format: Format,
    /// A mapping that was given.
    pub(super) given: Option<&'a Mapping>,
}

/// The form a text sets out to have, by how it begins.
pub(super) fn form_of(text: &str) -> Option<Format> {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if let Some(tag) = start.strip_prefix('<') {
        let is_markup = tag.starts_with(|c: char| c.is_alphabetic() || matches!(c, '?' | '!' | '_'));
        return is_markup.then_some(Format::Xml);
    }
    let opens_json = start.starts_with('{')
        || start.strip_prefix('[').is_some_and(|rest| {
            rest.trim_start().starts_with(|c: char| matches!(c, '{' | '[' | '"' | ']') || c.is_ascii_digit())
        });
    (opens_json || resembles_json(start)).then_some(Format::Json)
}

/// Text that was JSON before somebody wrote a name or a comment above it.
fn resembles_json(start: &str) -> bool {
    const LONGEST_PREFIX: usize = 200;
    let opening = start.bytes().take(LONGEST_PREFIX).position(|byte| matches!(byte, b'{' | b'['));
    let Some(opening) = opening else { return false };
    let (before, inside) = start.split_at(opening);
    let is_prefix = !before.contains([',', ';', '\t', '|', '"']) && before.lines().count() <= 5;
    let end = start.trim_end().trim_end_matches([',', ';', ')']);
    is_prefix && end.ends_with(['}', ']']) && inside.contains("\":") && inside.matches('"').count() >= 4
}

/// Reads a text of this form into a tree.
///
/// # Errors
/// [`ReadError::Broken`] with the line and the column; a web page is refused as such.
pub(super) fn parse<'t>(file: &str, text: &'t str, format: Format) -> Result<Node<'t>, ReadError> {
    let text = text.trim_start_matches('\u{feff}');
    let parsed = match format {
        Format::Xml => {
            let head: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
            if head.starts_with("<!doctype html") || head.starts_with("<html") {
                return Err(ReadError::NotDelimited {
                    file: file.to_owned(),
                    found: crate::read::Foreign::Html,
                });
            }
            xml::parse(text)
        }
        _ => json::parse(text),
    };
    let mut node = parsed.map_err(|(place, fault)| ReadError::Broken {
        file: file.to_owned(),
        format,
        line: place.line,
        column: place.column,
        fault,
    })?;
    publisher::spell_out(&mut node);
    Ok(node)
}

/// Reads the votes of a document, whose members and parties a directory knows.
///
/// # Errors
/// [`ReadError::NoBallots`] with what the document is instead.
pub(super) fn read(
    node: &Node<'_>,
    directory: &Directory,
    about: &AboutDocument<'_>,
) -> Result<Reading, ReadError> {
    let schema = Schema::of(node, about.given);
    let choice = choice::choose(&schema, node, about.given);
    let nested = || {
        let has_any = !choice.nested.is_empty();
        let reading = has_any.then(|| nested(&schema, &choice, directory, about));
        reading.filter(|reading| !is_row_of_list(reading))
    };
    if choice.is_certain
        && let Some(reading) = nested()
    {
        return Ok(reading);
    }
    let mut faults = Vec::new();
    let tables = choice.tables.iter().filter_map(|anchor| {
        let table = AnchorTable::of(&schema, anchor);
        table_reading(&table, about).map_err(|fault| faults.push(fault)).ok()
    });
    // The first of those with most to say.
    let tables: Vec<Reading> = tables.filter(|reading| !is_row_of_list(reading)).collect();
    let best = tables.into_iter().rev().max_by_key(weight);
    match best {
        Some(best) if weight(&best).0 || choice.nested.is_empty() => Ok(best),
        best => {
            let found = nested().or(best).or_else(|| void(&schema, &choice, about));
            found.ok_or_else(|| ReadError::NoBallots {
                file: about.file.to_owned(),
                content: content(node, &choice, directory),
            })
        }
    }
}

/// The same, of votes with their members below them and no others.
pub(super) fn read_nested(
    node: &Node<'_>,
    directory: &Directory,
    about: &AboutDocument<'_>,
) -> Option<Reading> {
    let schema = Schema::of(node, about.given);
    let choice = choice::choose(&schema, node, about.given);
    choice.is_certain.then(|| nested(&schema, &choice, directory, about))
}

fn nested(
    schema: &Schema,
    choice: &Choice<'_, '_>,
    directory: &Directory,
    about: &AboutDocument<'_>,
) -> Reading {
    let mut problems = Problems::new(about.file);
    let read = ballots::read(schema, &choice.nested, directory, about.given, about.encoding, &mut problems);
    Reading {
        file: about.file.to_owned(),
        format: about.format,
        archive: read.archive,
        mapping: read.mapping,
        origin: crate::read::Origin::default(),
        companions: Vec::new(),
        rows: read.rows,
        blank_rows: 0,
        problems: problems.into_list(),
        ways: Ways { others: read.others, runner_up: None },
    }
}

/// Reads rows as a table of their own.
fn table_reading(table: &AnchorTable, about: &AboutDocument<'_>) -> Result<Reading, ReadError> {
    let about_table = About {
        file: about.file,
        encoding: about.encoding,
        given: about.given,
        beside: &|_| Vec::new(),
        is_headed: true,
    };
    let mut reading = tabular::read(&table.table, &about_table, Problems::new(about.file))?;
    reading.format = about.format;
    reading.mapping.header_line = None;
    Ok(reading)
}

/// How much a reading says: whether anybody voted for or against, and how many ballots there are.
fn weight(reading: &Reading) -> (bool, usize) {
    let mut has_sides = false;
    let mut num_ballots = 0;
    for roll_call in
        (0..reading.archive.num_roll_calls()).filter_map(|index| reading.archive.roll_call(index))
    {
        let tally = roll_call.tally();
        let sides = [Position::For, Position::Against].map(|side| tally.members(side));
        has_sides |= sides != [0, 0];
        num_ballots += roll_call.votes().len();
    }
    (has_sides, num_ballots)
}

/// Votes with sides and nobody on them, which declare that nobody voted.
fn void(schema: &Schema, choice: &Choice<'_, '_>, about: &AboutDocument<'_>) -> Option<Reading> {
    let anchor = choice.void.as_ref()?;
    let votes = anchor.bottom().checked_sub(1)?;
    let infos: Vec<_> =
        (0..anchor.levels[votes].items.len()).map(|item| votes::info(schema, anchor, votes, item)).collect();
    let is_void = |info: &crate::model::RollCallInfo| {
        info.declared
            .is_some_and(|declared| declared.in_favour == Votes::ZERO && declared.against == Votes::ZERO)
    };
    if infos.is_empty() || !infos.iter().all(is_void) {
        return None;
    }
    let shape = if infos.len() == 1 { Shape::OneVote } else { Shape::Long };
    let infos = infos.into_iter().map(|info| (info, 0)).collect();
    let archive = crate::model::Archive::from_columns(Vec::new(), Vec::new(), infos, &[], Vec::new()).ok()?;
    Some(Reading {
        file: about.file.to_owned(),
        format: about.format,
        archive,
        mapping: Mapping { shape, encoding: about.encoding, ..Mapping::default() },
        origin: crate::read::Origin::default(),
        companions: Vec::new(),
        rows: RowCount::default(),
        blank_rows: 0,
        problems: Vec::new(),
        ways: Ways::default(),
    })
}

/// What a document without ballots is.
fn content(node: &Node<'_>, choice: &Choice<'_, '_>, directory: &Directory) -> Content {
    let totals = num_totals(node);
    if totals > 0 {
        Content::Totals(totals)
    } else if choice.has_history {
        Content::OneMember
    } else if !directory.persons.is_empty() {
        Content::Members(directory.persons.len())
    } else if !directory.groups.is_empty() {
        Content::Parties(directory.groups.len())
    } else {
        Content::Nothing
    }
}

/// How many objects hold numbers for and against.
fn num_totals(node: &Node<'_>) -> usize {
    match node {
        Node::List(items) => items.iter().map(num_totals).sum(),
        Node::Object(entries) => {
            if facts::declared(&facts::facts(node)).is_some() {
                return 1;
            }
            entries.iter().map(|(_, value)| num_totals(value)).sum()
        }
        _ => 0,
    }
}
