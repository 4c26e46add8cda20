//! Files inside files: gzip and zip, unpacked in memory within bounds.
//!
//! Goes in: bytes. Comes out: the sources inside, by name. Nothing is ever written, so that a name that leads
//! out of the archive could do no harm; but such an archive was made to do some, and is refused. What a
//! header says of a length is not believed: bytes are counted as they come.
//! Must not know: what the sources hold.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::lang::Message;
use crate::read::{Source, source::zip_entries};

/// What keeps a container from being unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContainerFault {
    /// It grows so far beyond its own length that it was made to fill the memory.
    Bomb,
    /// It holds more than is read.
    TooLarge,
    /// A container in a container in a container.
    TooDeep,
    /// A name inside it leads out of it.
    Escapes(String),
    /// It asks for a password.
    Encrypted,
    /// It is cut off or damaged.
    Damaged,
    /// It holds no file at all.
    Empty,
}

impl ContainerFault {
    /// The sentence to show.
    #[must_use]
    pub fn message(&self) -> Message {
        Message::new(match self {
            Self::Bomb => "container-bomb",
            Self::TooLarge => "container-too-large",
            Self::TooDeep => "container-too-deep",
            Self::Escapes(name) => return Message::new("container-escapes").with("name", name),
            Self::Encrypted => "container-encrypted",
            Self::Damaged => "container-damaged",
            Self::Empty => "container-empty",
        })
    }
}

/// What the first bytes say a source is packed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Container {
    Gzip,
    Zip,
    /// A workbook, which is a zip as well, or in its old form a small file system.
    Workbook,
}

/// How much is unpacked.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct Limits {
    /// All files together.
    pub(in crate::read) bytes: u64,
    /// How many files.
    pub(in crate::read) files: usize,
    /// How many times its own length a container may hold.
    pub(in crate::read) ratio: u64,
}

/// What a member's own computer can hold.
pub(in crate::read) const LIMITS: Limits = Limits { bytes: 1 << 30, files: 100_000, ratio: 250 };

/// A workbook is small; its reader takes many times its length.
const WORKBOOK_LIMITS: Limits = Limits { bytes: 200 << 20, files: 10_000, ratio: 250 };

/// So many archives may have been put behind one another.
const MOST_PARTS: usize = 1000;

/// Up to here any ratio is harmless.
const ALWAYS_FINE: u64 = 8 << 20;

/// Which container, if any.
pub(in crate::read) fn kind(bytes: &[u8]) -> Option<Container> {
    const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    if bytes.starts_with(&[0x1F, 0x8B]) {
        return Some(Container::Gzip);
    }
    if bytes.starts_with(&OLE) {
        return Some(Container::Workbook);
    }
    if !bytes.starts_with(b"PK\x03\x04") && !bytes.starts_with(b"PK\x05\x06") {
        return None;
    }
    let is_workbook = ZipArchive::new(Cursor::new(bytes)).is_ok_and(|archive| {
        ["xl/workbook.xml", "xl/workbook.bin", "content.xml"]
            .into_iter()
            .any(|name| archive.index_for_name(name).is_some())
    });
    Some(if is_workbook { Container::Workbook } else { Container::Zip })
}

/// The one file in a gzip file, which is called like it without its ending.
///
/// # Errors
/// Any [`ContainerFault`] but those of names.
pub(in crate::read) fn gunzip(source: &Source, limits: Limits) -> Result<Source, ContainerFault> {
    let most = allowed(source.bytes.len() as u64, limits)?;
    let bytes = bounded(MultiGzDecoder::new(source.bytes.as_slice()), most)?;
    let name = source.name.strip_suffix(".gz").unwrap_or(&source.name).to_owned();
    Ok(Source { name, bytes })
}

/// The files of a zip archive.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::read) struct Unzipped {
    /// In the order of their names. Of several that have one name the last has it, and the others have their place among
    /// them behind it.
    pub(in crate::read) sources: Vec<Source>,
    /// The names that several files have, each once.
    pub(in crate::read) doubled: Vec<String>,
}

/// The files in a zip archive, and in the archives that others were put behind.
///
/// # Errors
/// Any [`ContainerFault`].
pub(in crate::read) fn unzip(source: &Source, limits: Limits) -> Result<Unzipped, ContainerFault> {
    let mut parts = vec![source.bytes.as_slice()];
    while let Some(before) = parts.last().and_then(|part| zip_entries::archive_before(part)) {
        if parts.len() == MOST_PARTS {
            return Err(ContainerFault::TooLarge);
        }
        parts.push(before);
    }
    let mut left = allowed(source.bytes.len() as u64, limits)?;
    let mut sources = Vec::new();
    for part in parts.into_iter().rev() {
        for entry in zip_entries::hidden(part).map_err(|error| fault(&error))? {
            let name = String::from_utf8_lossy(entry.name).into_owned();
            if is_file(&name) {
                let bytes = bounded(entry.contents()?, left)?;
                entry.check(&bytes)?;
                left -= bytes.len() as u64;
                sources.push(Source { name, bytes });
            }
        }
        left = visit(part, limits, left, |name, bytes| sources.push(Source { name, bytes }))?;
    }
    if sources.is_empty() {
        return Err(ContainerFault::Empty);
    }
    let doubled = number_doubled(&mut sources);
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Unzipped { sources, doubled })
}

/// Numbers the sources whose name another further down has, and answers the names.
fn number_doubled(sources: &mut [Source]) -> Vec<String> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for source in sources.iter() {
        *times.entry(source.name.clone()).or_default() += 1;
    }
    times.retain(|_, times| *times > 1);
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for source in sources {
        let Some(&last) = times.get(&source.name) else { continue };
        let place = places.entry(source.name.clone()).or_default();
        *place += 1;
        if *place < last {
            source.name = format!("{} #{place}", source.name);
        }
    }
    times.into_keys().collect()
}

/// Refuses a workbook that would grow beyond bounds in the hands of its reader.
///
/// # Errors
/// Any [`ContainerFault`].
pub(in crate::read) fn check_workbook(bytes: &[u8], most_cells: usize) -> Result<(), ContainerFault> {
    if !bytes.starts_with(b"PK") {
        return Ok(());
    }
    let (mut size, mut spaces) = (0, 0);
    let most = allowed(bytes.len() as u64, WORKBOOK_LIMITS)?;
    visit(bytes, WORKBOOK_LIMITS, most, |name, contents| {
        if name == "content.xml" {
            let text = String::from_utf8_lossy(&contents);
            (size, spaces) = (opendocument_cells(&text), opendocument_spaces(&text));
        }
    })?;
    if size > most_cells || spaces > MOST_SPACES { Err(ContainerFault::TooLarge) } else { Ok(()) }
}

/// An ODS file writes out at most so many spaces.
const MOST_SPACES: usize = 1 << 24;

/// The spaces that an ODS file counts instead of writing them: `<text:s text:c="2000000000"/>` would fill the memory.
fn opendocument_spaces(text: &str) -> usize {
    let count = |tag: &str| {
        let value = tag.split_once("text:c=").and_then(|(_, rest)| rest.split(['"', '\'']).nth(1));
        value.map_or(1, |value| value.parse().unwrap_or(usize::MAX))
    };
    let tags = text.split('<').skip(1).map(|tag| tag.split_once('>').map_or(tag, |(tag, _)| tag));
    tags.filter(|tag| tag.starts_with("text:s ")).map(count).fold(0, usize::saturating_add)
}

/// The cells of the largest sheet of an ODS file, empty ones among them: its rows and cells are written
/// once with how often they repeat, and a few bytes can stand for billions.
fn opendocument_cells(text: &str) -> usize {
    let repeated = |tag: &str, attribute: &str| -> usize {
        let value = tag.split_once(attribute).and_then(|(_, rest)| rest.split(['"', '\'']).nth(1));
        value.and_then(|value| value.parse().ok()).unwrap_or(1)
    };
    let (mut largest, mut rows, mut last_row, mut width) = (0_usize, 0_usize, 0, 0);
    let (mut repeats, mut cells, mut filled) = (1, 0_usize, 0);
    for tag in text.split('<').skip(1) {
        let tag = tag.split_once('>').map_or(tag, |(tag, _)| tag);
        if tag.starts_with("table:table-row") {
            (repeats, cells, filled) = (repeated(tag, "table:number-rows-repeated"), 0, 0);
        } else if tag.starts_with("table:table-cell") || tag.starts_with("table:covered-table-cell") {
            cells = cells.saturating_add(repeated(tag, "table:number-columns-repeated"));
            if tag.contains("office:value-type") || !tag.ends_with('/') {
                filled = cells;
            }
        } else if tag.starts_with("/table:table-row") {
            rows = rows.saturating_add(repeats);
            if filled > 0 {
                (last_row, width) = (rows, width.max(filled));
            }
        } else if tag == "/table:table" {
            largest = largest.max(last_row.saturating_mul(width));
            (rows, last_row, width) = (0, 0, 0);
        }
    }
    largest
}

/// Hands out the files of an archive by name, and answers how many bytes more there may be.
fn visit(
    bytes: &[u8],
    limits: Limits,
    mut left: u64,
    mut then: impl FnMut(String, Vec<u8>),
) -> Result<u64, ContainerFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
    if archive.len() > limits.files {
        return Err(ContainerFault::TooLarge);
    }
    for index in 0..archive.len() {
        let Some((name, contents)) = entry(&mut archive, index, left)? else { continue };
        left -= contents.len() as u64;
        then(name, contents);
    }
    Ok(left)
}

/// One file of an archive; `None` for folders and for what operating systems leave behind.
fn entry(
    archive: &mut ZipArchive<impl Read + Seek>,
    index: usize,
    most: u64,
) -> Result<Option<(String, Vec<u8>)>, ContainerFault> {
    let file = archive.by_index(index).map_err(|error| fault(&error))?;
    let name = String::from_utf8_lossy(file.name_raw()).into_owned();
    let is_absolute = name.starts_with(['/', '\\']) || name.get(1..2) == Some(":");
    if is_absolute || file.enclosed_name().is_none() {
        return Err(ContainerFault::Escapes(name));
    }
    if file.is_dir() || !is_file(&name) {
        return Ok(None);
    }
    Ok(Some((name, bounded(file, most)?)))
}

/// False for the names of folders, and of what operating systems leave behind.
fn is_file(name: &str) -> bool {
    let is_left_behind =
        name.starts_with("__MACOSX/") || name.ends_with(".DS_Store") || name.ends_with("Thumbs.db");
    !name.ends_with('/') && !is_left_behind
}

/// How many bytes a container of this length may hold.
fn allowed(length: u64, limits: Limits) -> Result<u64, ContainerFault> {
    if length > limits.bytes {
        return Err(ContainerFault::TooLarge);
    }
    Ok(length.saturating_mul(limits.ratio).max(ALWAYS_FINE).min(limits.bytes))
}

/// Everything from a reader, up to so many bytes.
fn bounded(reader: impl Read, most: u64) -> Result<Vec<u8>, ContainerFault> {
    let mut bytes = Vec::new();
    reader.take(most + 1).read_to_end(&mut bytes).map_err(|_| ContainerFault::Damaged)?;
    if bytes.len() as u64 > most { Err(ContainerFault::Bomb) } else { Ok(bytes) }
}

fn fault(error: &ZipError) -> ContainerFault {
    match error {
        ZipError::UnsupportedArchive(text) if text.to_lowercase().contains("password") => {
            ContainerFault::Encrypted
        }
        _ => ContainerFault::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;
    use zip::write::{SimpleFileOptions, ZipWriter};

    fn zipped(files: &[(&str, &[u8])]) -> Source {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
            writer.write_all(bytes).expect("written");
        }
        Source::new("a.zip", writer.finish().expect("an archive").into_inner())
    }

    #[test]
    fn spaces_that_are_counted_do_not_fill_the_memory() {
        let book = |count: &str| {
            let content =
                format!("<table:table><text:p>A<text:s text:c=\"{count}\"/></text:p></table:table>");
            zipped(&[
                ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", content.as_bytes()),
            ])
        };
        assert_eq!(check_workbook(&book("3").bytes, 100), Ok(()));
        for count in ["2000000000", "99999999999999999999999"] {
            assert_eq!(check_workbook(&book(count).bytes, 100), Err(ContainerFault::TooLarge), "{count}");
        }
    }

    fn gzipped(bytes: &[u8]) -> Source {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).expect("written");
        Source::new("votes.csv.gz", encoder.finish().expect("gzip"))
    }

    #[test]
    fn files_come_out_by_name() {
        let archive = zipped(&[("b.csv", b"two"), ("folder/a.csv", b"one"), ("__MACOSX/._b.csv", b"x")]);
        let found = unzip(&archive, LIMITS).expect("files");
        let names: Vec<&str> = found.sources.iter().map(|source| source.name.as_str()).collect();
        assert_eq!((names, found.doubled), (vec!["b.csv", "folder/a.csv"], Vec::new()));
        assert_eq!(gunzip(&gzipped(b"text"), LIMITS), Ok(Source::new("votes.csv", *b"text")));
    }

    #[test]
    fn bombs_are_refused_before_they_go_off() {
        let zeros = vec![0_u8; 64 << 20];
        assert_eq!(gunzip(&gzipped(&zeros), LIMITS), Err(ContainerFault::Bomb));
        assert_eq!(unzip(&zipped(&[("zeros", &zeros)]), LIMITS), Err(ContainerFault::Bomb));
        let halves = zipped(&[("a", &zeros[..6 << 20]), ("b", &zeros[..6 << 20])]);
        assert_eq!(unzip(&halves, LIMITS), Err(ContainerFault::Bomb), "all files together");
        let many: Vec<(String, &[u8])> = (0..20).map(|n| (n.to_string(), &b"x"[..])).collect();
        let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
        assert_eq!(unzip(&zipped(&many), Limits { files: 19, ..LIMITS }), Err(ContainerFault::TooLarge));
    }

    #[test]
    fn names_that_lead_out_are_refused() {
        for name in ["../../x.csv", "/etc/x.csv", "a/../../x.csv"] {
            let found = unzip(&zipped(&[("fine.csv", b"x"), (name, b"x")]), LIMITS);
            assert!(matches!(found, Err(ContainerFault::Escapes(_))), "{name}: {found:?}");
        }
    }

    #[test]
    fn cells_that_repeat_are_counted() {
        let sheet = |rows: &str| format!("<table:table table:name=\"A\">{rows}</table:table>");
        let usual = "<table:table-row><table:table-cell office:value-type=\"float\"><text:p>1</text:p></table:table-cell>\
            <table:table-cell table:number-columns-repeated=\"16383\"/></table:table-row>\
            <table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
        assert_eq!(opendocument_cells(&sheet(usual)), 1, "what is empty at the end does not count");
        let bomb = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
            table:number-columns-repeated=\"16384\" office:value-type=\"float\"/></table:table-row>";
        assert_eq!(opendocument_cells(&sheet(bomb)), 1_048_576 * 16_384);
    }

    #[test]
    fn what_is_cut_off_is_damaged() {
        let whole = zipped(&[("a.csv", b"name,vote\nA,yes\n")]).bytes;
        for length in 4..whole.len() {
            let cut = Source::new("a.zip", &whole[..length]);
            assert!(unzip(&cut, LIMITS).is_err(), "{length}");
        }
        let whole = gzipped(b"name,vote\nA,yes\n").bytes;
        assert_eq!(gunzip(&Source::new("a.gz", &whole[..20]), LIMITS), Err(ContainerFault::Damaged));
    }
}
