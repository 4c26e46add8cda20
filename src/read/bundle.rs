//! One source to a reading, whatever it is packed in: containers, sheets, documents, tables.
//!
//! Goes in: a source, and what lies around it. Comes out: a [`Reading`]. The form is told by content alone.
//! A zip of tables or of documents becomes one archive.
//! Must not know: how votes stand in a table or a document.

use std::fs::File;
use std::sync::OnceLock;

use hashbrown::HashMap;

use crate::read::document::{self, AboutDocument, Directory};
use crate::read::folder::{Merged, add};
use crate::read::lookup::companions::{Beside, CompanionUse, TablesBeside};
use crate::read::mapping::Mapping;
use crate::read::open::Cancel;
use crate::read::reading::{Reading, read_beside, table_of, zero_bytes};
use crate::read::report::error::Foreign;
use crate::read::report::problem::Problems;
use crate::read::source::container::{self, Container, LIMITS, Unzipped};
use crate::read::source::listing::Listed;
use crate::read::source::workbook::{self, Workbook};
use crate::read::table::Table;
use crate::read::tabular::About;
use crate::read::{
    ContainerFault, Done, Encoding, Format, Problem, ProblemKind, ReadError, Source, journal, lookup::beside,
    source::encoding, table::lists, tabular,
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
            let Unzipped { sources, doubled } = container::unzip(source, LIMITS).map_err(packed)?;
            let items: Vec<Item> = sources.into_iter().map(Item::Source).collect();
            let mut reading = read_items(&source.name, &items, around, depth + 1)?;
            let mut problems = Problems::new(&source.name);
            for name in doubled {
                problems.add(ProblemKind::SameFileName, Done::Kept, None, None, &name);
            }
            reading.problems.extend(problems.into_list());
            Ok(reading)
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
    let of_columns = around.given.filter(|given| !given.is_of_words());
    let decoded = encoding::decode_as(&source.bytes, of_columns.map(|given| given.encoding));
    if let Some(format) = document::form_of(&decoded.text) {
        if let Some((line, count)) = zero_bytes(&decoded.text) {
            return Err(ReadError::ZeroBytes { file: source.name.clone(), line, count });
        }
        let node = document::parse(&source.name, &decoded.text, format)?;
        let mut directory = (around.directory)(source);
        directory.add(&node);
        let about = of_document(&source.name, decoded.encoding, format, around.given);
        return document::read(&node, &directory, &about);
    }
    // The columns of cells that were unpacked are not those of the table, which always has a header.
    if of_columns.is_none_or(|given| given.header_line.is_none()) {
        let (table, _) = table_of(source, None)?;
        // Lists beside columns of votes are facts about them.
        let holds_votes = || {
            let about = About {
                file: &source.name,
                encoding: decoded.encoding,
                given: None,
                beside: &|_| Vec::new(),
                is_headed: false,
            };
            lists::unpivot(&table).is_some()
                || tabular::lay_out(&table, &about, &mut Problems::new(&source.name)).is_ok()
        };
        if let Some(node) = document::unpack(&table).filter(|_| !holds_votes()) {
            let directory = (around.directory)(source);
            let about = of_document(&source.name, decoded.encoding, Format::Text, around.given);
            // Cells can hold lists without holding votes: then it is a table like any other.
            if let Some(reading) = document::read_nested(&node, &directory, &about) {
                return Ok(reading);
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

fn of_document<'a>(
    file: &'a str,
    encoding: Encoding,
    format: Format,
    given: Option<&'a Mapping>,
) -> AboutDocument<'a> {
    AboutDocument { file, encoding, format, given }
}

/// Reads every sheet that holds votes; the others may tell of members and parties.
fn read_workbook(source: &Source, around: &Around<'_>) -> Result<Reading, ReadError> {
    let file = || source.name.clone();
    let Workbook { tables: sheets, unread } =
        workbook::tables(&source.bytes).map_err(|fault| ReadError::Packed { file: file(), fault })?;
    let num_sheets = sheets.len() + unread.len();
    if num_sheets == 0 {
        return Err(ReadError::Empty { file: file() });
    }
    let name = |sheet: &str| if num_sheets == 1 { file() } else { format!("{}, {sheet}", source.name) };
    let read = |(sheet, table): &(String, Table)| {
        let others = |_: &Table| -> Vec<Beside> {
            let others = sheets.iter().filter(|(other, _)| other != sheet);
            others.filter_map(|(other, table)| beside::of_table(other, table.clone())).collect()
        };
        let encoding = encoding::decode(b"").encoding;
        let name = name(sheet);
        let about = About { file: &name, encoding, given: around.given, beside: &others, is_headed: false };
        let mut reading = tabular::read(table, &about, Problems::new(&name))?;
        reading.format = Format::Workbook;
        Ok(reading)
    };
    let unread = unread.iter().map(|(sheet, cause)| {
        let file = name(sheet);
        Err(match cause.clone() {
            Some(cause) => ReadError::BadSheet { file, cause },
            None => ReadError::DoubledSheet { file },
        })
    });
    merge(&source.name, sheets.iter().map(read).chain(unread))
}

/// A source inside something else, or a file that is read when it is needed.
#[derive(Debug)]
pub(super) enum Item {
    Source(Source),
    File { file: Listed, cancel: Cancel },
}

impl Item {
    fn length(&self) -> u64 {
        match self {
            Self::Source(source) => source.bytes.len() as u64,
            Self::File { file, .. } => file.length,
        }
    }

    fn first_line(&self) -> Vec<u8> {
        match self {
            Self::Source(source) => beside::first_line(source.bytes.as_slice()),
            Self::File { file, .. } => File::open(&file.path).map(beside::first_line).unwrap_or_default(),
        }
    }

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
    let mut others = Vec::new();
    let mut faults = Vec::new();
    let mut documents = Vec::new();
    for item in items {
        let known = item.with(|source| {
            let Some(format) = document_form(source) else { return Ok(None) };
            let decoded = encoding::decode(&source.bytes);
            let is_known = directory.add(&document::parse(&source.name, &decoded.text, format)?);
            Ok(Some((format, is_known)))
        });
        match known {
            Ok(Some((format, is_known))) => documents.push((item, format, is_known)),
            Ok(None) => others.push(item),
            Err(error @ ReadError::Cancelled { .. }) => return Err(error),
            Err(error) => faults.push(error),
        }
    }
    let num_documents = documents.len();
    let read_document = |(item, format, is_known): (&Item, Format, bool)| {
        let found = item.with(|source| {
            let decoded = encoding::decode(&source.bytes);
            let node = document::parse(&source.name, &decoded.text, format)?;
            document::read(
                &node,
                &directory,
                &of_document(&source.name, decoded.encoding, format, around.given),
            )
        });
        match found {
            // What tells of members and parties did its part.
            Err(error) if is_known && num_documents > 1 && !matches!(error, ReadError::Cancelled { .. }) => {
                None
            }
            found => Some(found),
        }
    };
    // Found when the first file wants them, and not again for each.
    let shared = OnceLock::new();
    let read_other = |item: &Item| {
        item.with(|source| {
            let tables = |_: &Table| {
                let shared: &Vec<Beside> = shared.get_or_init(|| tables_among(items));
                shared.iter().filter(|table| table.file != source.name).cloned().collect()
            };
            let around = Around { given: around.given, tables: &tables, directory: around.directory };
            read_at(source, &around, depth)
        })
    };
    let read = documents.into_iter().filter_map(read_document).chain(others.into_iter().map(read_other));
    merge(name, read.chain(faults.into_iter().map(Err)))
}

/// The tables without votes among the sources, of those that may belong to all the others.
fn tables_among(items: &[Item]) -> Vec<Beside> {
    let starts: Vec<Vec<u8>> = items.iter().map(Item::first_line).collect();
    let mut times: HashMap<&[u8], usize> = HashMap::new();
    for start in &starts {
        *times.entry(start.as_slice()).or_default() += 1;
    }
    // Many files that begin alike are the votes.
    let is_of_few = |place: &usize| times[starts[*place].as_slice()] <= beside::MOST_TABLES;
    let places: Vec<usize> = (0..items.len()).filter(is_of_few).collect();
    let within = beside::smallest(places.iter().map(|&place| items[place].length()));
    let read =
        |&place: &usize| items[places[place]].with(|source| Ok(beside::of_source(source))).ok().flatten();
    let mut tables: Vec<Beside> = within.iter().filter_map(read).take(beside::MOST_TABLES).collect();
    tables.sort_by(|a, b| a.file.cmp(&b.file));
    tables
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
