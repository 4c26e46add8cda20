//! One source to a reading, whatever it is packed in: containers, sheets, documents, tables.
//!
//! Goes in: a source, and what lies around it. Comes out: a [`Reading`]. The form is told by content alone.
//! A zip of tables or of documents becomes one archive.
//! Must not know: how votes stand in a table or a document.

use super::companions::{Beside, CompanionUse, TablesBeside};
use super::container::{self, Container, LIMITS};
use super::document::{self, Directory, Gathering};
use super::error::Foreign;
use super::folder::{Merged, add};
use super::listing::Listed;
use super::mapping::{Mapping, Shape};
use super::open::Cancel;
use super::problem::Problems;
use super::reading::{Reading, check_declared, read_beside, table_of};
use super::table::Table;
use super::tabular::About;
use super::{
    ContainerFault, Encoding, Format, Problem, ReadError, Source, beside, encoding, journal, tabular,
    workbook,
};

/// What is known around a source.
pub(super) struct Around<'a> {
    /// A mapping that was given.
    pub(super) given: Option<&'a Mapping>,
    /// Answers the tables beside.
    pub(super) tables: &'a TablesBeside<'a>,
    /// Answers the members and parties that documents beside describe.
    pub(super) directory: &'a dyn Fn(&Source) -> Directory,
}

/// A container may hold a container (`votes.csv.gz` in a zip), and that is enough.
const DEEPEST: usize = 2;

/// Reads a source.
///
/// # Errors
/// A [`ReadError`] that says what the source is instead, or what it lacks.
pub(super) fn read(source: &Source, around: &Around<'_>) -> Result<Reading, ReadError> {
    let mut reading = read_at(source, around, 0)?;
    reading.file.clone_from(&source.name);
    Ok(reading)
}

fn read_at(source: &Source, around: &Around<'_>, depth: usize) -> Result<Reading, ReadError> {
    let packed = |fault| ReadError::Packed { file: source.name.clone(), fault };
    match container::kind(&source.bytes) {
        Some(_) if depth > DEEPEST => Err(packed(ContainerFault::TooDeep)),
        Some(Container::Gzip) => {
            let inner = container::gunzip(source, LIMITS).map_err(packed)?;
            read_at(&inner, around, depth + 1)
        }
        Some(Container::Zip) => {
            let items = container::unzip(source, LIMITS).map_err(packed)?;
            let items: Vec<Item> = items.into_iter().map(Item::Source).collect();
            read_items(&source.name, &items, around, depth + 1)
        }
        Some(Container::Workbook) => read_workbook(source, around),
        None => read_text(source, around),
    }
}

fn read_text(source: &Source, around: &Around<'_>) -> Result<Reading, ReadError> {
    if let Some(reading) = journal::read(source) {
        return reading;
    }
    refuse_foreign(source)?;
    if source.bytes.len() as u64 > LIMITS.bytes {
        let megabytes = LIMITS.bytes >> 20;
        return Err(ReadError::TooLarge { file: source.name.clone(), megabytes });
    }
    let decoded = encoding::decode_as(&source.bytes, around.given.map(|given| given.encoding));
    if let Some(format) = document::form_of(&decoded.text) {
        let node = document::parse(&source.name, &decoded.text, format)?;
        let mut directory = (around.directory)(source);
        directory.add(&node);
        let mut gathering = Gathering::new(Problems::new(&source.name), &directory, around.given);
        // Where it has no votes, the end says what it has instead.
        gathering.add(&node).ok();
        return finish(&source.name, gathering, decoded.encoding, format);
    }
    // The columns of cells that were unpacked are not those of the table, which always has a header.
    if around.given.is_none_or(|given| given.header_line.is_none()) {
        let (table, _) = table_of(source, None)?;
        if let Some(node) = document::unpack(&table) {
            let directory = (around.directory)(source);
            let mut gathering = Gathering::new(Problems::new(&source.name), &directory, around.given);
            // Cells can hold lists without holding votes: then it is a table like any other.
            if gathering.add(&node).is_ok() {
                return finish(&source.name, gathering, decoded.encoding, Format::Text);
            }
        }
    }
    read_beside(source, around.given, around.tables)
}

/// What only looks like a file of votes to somebody who does not open it.
fn refuse_foreign(source: &Source) -> Result<(), ReadError> {
    let starts = |magic: &[u8]| source.bytes.starts_with(magic);
    let is_r = starts(b"RDX2\n") || starts(b"RDX3\n") || starts(b"RDA2\n") || starts(b"X\n\0\0");
    let is_compressed = starts(b"BZh")
        || starts(b"\xFD7zXZ\0")
        || starts(b"7z\xBC\xAF\x27\x1C")
        || starts(b"Rar!")
        || starts(b"\x28\xB5\x2F\xFD");
    let found = match (is_r, is_compressed) {
        (true, _) => Foreign::RData,
        (_, true) => Foreign::Compressed,
        _ => return Ok(()),
    };
    Err(ReadError::NotDelimited { file: source.name.clone(), found })
}

fn finish(
    file: &str,
    gathering: Gathering<'_>,
    encoding: Encoding,
    format: Format,
) -> Result<Reading, ReadError> {
    let (assembled, problems) =
        gathering.finish().map_err(|content| ReadError::NoBallots { file: file.to_owned(), content })?;
    let num_votes = assembled.archive.num_roll_calls();
    let mut reading = Reading {
        file: file.to_owned(),
        format,
        archive: assembled.archive,
        mapping: Mapping {
            shape: if num_votes == 1 { Shape::OneVote } else { Shape::Long },
            encoding,
            delimiter: ',',
            header_line: None,
            columns: assembled.columns,
            rest: None,
            words: assembled.words,
            options: assembled.options,
        },
        companions: Vec::new(),
        rows: assembled.rows,
        blank_rows: 0,
        problems,
    };
    check_declared(&mut reading);
    Ok(reading)
}

/// Reads every sheet that holds votes; the others may tell of members and parties.
fn read_workbook(source: &Source, around: &Around<'_>) -> Result<Reading, ReadError> {
    let file = || source.name.clone();
    let sheets =
        workbook::tables(&source.bytes).map_err(|fault| ReadError::Packed { file: file(), fault })?;
    if sheets.is_empty() {
        return Err(ReadError::Empty { file: file() });
    }
    let name = |sheet: &str| if sheets.len() == 1 { file() } else { format!("{}, {sheet}", source.name) };
    let read = |(sheet, table): &(String, Table)| {
        let others = |_: &Table| -> Vec<Beside> {
            let others = sheets.iter().filter(|(other, _)| other != sheet);
            others.filter_map(|(other, table)| beside::of_table(other, table.clone())).collect()
        };
        let encoding = encoding::decode(b"").encoding;
        let name = name(sheet);
        let about = About { file: &name, encoding, given: around.given, beside: &others };
        let mut reading = tabular::read(table, &about, Problems::new(&name))?;
        reading.format = Format::Workbook;
        check_declared(&mut reading);
        Ok(reading)
    };
    merge(&source.name, sheets.iter().map(read))
}

/// A source inside something else, or a file that is read when it is needed.
#[derive(Debug)]
pub(super) enum Item {
    Source(Source),
    File { file: Listed, cancel: Cancel },
}

impl Item {
    fn with<T>(&self, then: impl FnOnce(&Source) -> Result<T, ReadError>) -> Result<T, ReadError> {
        match self {
            Self::Source(source) => then(source),
            Self::File { file, cancel } => {
                cancel.check(&file.name)?;
                then(&file.source()?)
            }
        }
    }
}

/// Reads several sources as one archive: documents together, and tables each with the others beside.
pub(super) fn read_items(
    name: &str,
    items: &[Item],
    around: &Around<'_>,
    depth: usize,
) -> Result<Reading, ReadError> {
    let mut directory = Directory::default();
    let mut first_format = None;
    let mut others = Vec::new();
    let mut faults = Vec::new();
    let mut documents = Vec::new();
    for item in items {
        let known = item.with(|source| {
            let Some(format) = document_form(source) else { return Ok(None) };
            let decoded = encoding::decode(&source.bytes);
            let is_known = directory.add(&document::parse(&source.name, &decoded.text, format)?);
            Ok(Some((format, decoded.encoding, is_known)))
        });
        match known {
            Ok(Some((format, encoding, is_known))) => {
                first_format.get_or_insert((format, encoding));
                documents.push((item, is_known));
            }
            Ok(None) => others.push(item),
            Err(error @ ReadError::Cancelled { .. }) => return Err(error),
            Err(error) => faults.push(error),
        }
    }
    let mut gathering = Gathering::new(Problems::new(name), &directory, around.given);
    for (item, is_known) in documents {
        let found = item.with(|source| {
            let Some(format) = document_form(source) else { return Ok(()) };
            let decoded = encoding::decode(&source.bytes);
            let node = document::parse(&source.name, &decoded.text, format)?;
            gathering
                .add(&node)
                .map_err(|content| ReadError::NoBallots { file: source.name.clone(), content })
        });
        match found {
            Err(error @ ReadError::Cancelled { .. }) => return Err(error),
            // What tells of members and parties did its part.
            Err(error) if !is_known => faults.push(error),
            _ => {}
        }
    }
    let found = first_format.map(|(format, encoding)| {
        let found = finish(name, gathering, encoding, format);
        // Each document has said why already.
        found.map_err(|error| if faults.is_empty() { error } else { faults.remove(0) })
    });
    let read_other = |item: &Item| {
        item.with(|source| {
            let tables = |_: &Table| tables_beside(items, &source.name);
            let around = Around { given: around.given, tables: &tables, directory: around.directory };
            read_at(source, &around, depth)
        })
    };
    let others: Vec<_> = others.into_iter().map(read_other).collect();
    merge(name, found.into_iter().chain(others).chain(faults.into_iter().map(Err)))
}

/// The tables without votes among the sources, but for the one itself.
fn tables_beside(items: &[Item], own: &str) -> Vec<Beside> {
    let beside = |item: &Item| {
        item.with(|source| Ok((source.name != own).then(|| beside::of_source(source)).flatten()))
            .ok()
            .flatten()
    };
    items.iter().filter_map(beside).collect()
}

/// One archive of all that were read, with a problem for each that was not, unless it completed another. Where
/// none could be read, the only one says why.
pub(super) fn merge(
    name: &str,
    readings: impl Iterator<Item = Result<Reading, ReadError>>,
) -> Result<Reading, ReadError> {
    let mut merged = Merged::default();
    let mut all: Option<Reading> = None;
    let mut faults = Vec::new();
    let mut count = 0;
    for found in readings {
        count += 1;
        match found {
            Ok(reading) if all.is_none() => all = Some(reading),
            Ok(reading) => {
                if let Some(first) = all.as_mut().filter(|_| merged.is_empty()) {
                    merged.take(first);
                }
                let mut reading = reading;
                merged.take(&mut reading);
                if let Some(all) = &mut all {
                    add(all, reading);
                }
            }
            Err(
                error @ (ReadError::BadMapping { .. }
                | ReadError::MappingMisses { .. }
                | ReadError::Cancelled { .. }),
            ) => return Err(error),
            Err(error) => faults.push(error),
        }
    }
    let Some(mut reading) = all else {
        let only = (faults.len() == 1).then(|| faults.pop()).flatten();
        return Err(only.unwrap_or(ReadError::NoVotesInFolder { file: name.to_owned(), count }));
    };
    if !merged.is_empty() {
        reading.archive = merged.finish();
    }
    let is_used = |fault: &ReadError| {
        let is_file = |used: &CompanionUse| {
            let sheet = fault.file().strip_suffix(used.file.as_str());
            sheet.is_some_and(|rest| rest.is_empty() || rest.ends_with(", "))
        };
        reading.companions.iter().any(is_file)
    };
    let unread: Vec<Problem> =
        faults.into_iter().filter(|fault| !is_used(fault)).map(Problem::unread).collect();
    reading.problems.extend(unread);
    name.clone_into(&mut reading.file);
    Ok(reading)
}

fn document_form(source: &Source) -> Option<Format> {
    if container::kind(&source.bytes).is_some() {
        return None;
    }
    document::form_of(&encoding::decode(&source.bytes).text)
}
