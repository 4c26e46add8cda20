//! The tables that lie beside a file in its folder, where they may belong to it.
//!
//! Goes in: the path of the file and its table. Comes out: tables without votes. Must not know: keys, joins.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::thread::ScopedJoinHandle;

use hashbrown::HashSet;

use crate::read::document::{self, Directory};
use crate::read::infer::{self, Place, Question, Titled};
use crate::read::lookup::companions::Beside;
use crate::read::open::Cancel;
use crate::read::reading::table_of;
use crate::read::report::problem::Problems;
use crate::read::source::Source;
use crate::read::source::encoding;
use crate::read::source::listing::{self, Listed};
use crate::read::table::heading::{self, HeaderAt};
use crate::read::table::totals::without_footer;
use crate::read::table::{Record, Table};
use crate::read::tabular;

/// So many of them are kept, the smallest first.
pub(in crate::read) const MOST_TABLES: usize = 24;
/// A table beside is at most so long.
const MOST_BYTES: u64 = 32 << 20;
/// And all of them together.
const MOST_BYTES_IN_ALL: u64 = 64 << 20;

/// The tables beside `path` that hold no votes, in the order of their names.
pub(in crate::read) fn tables(path: &Path, own: &Table, cancel: &Cancel) -> Vec<Beside> {
    let own_start = own.records.first().map(|record| record.raw.clone()).unwrap_or_default();
    let found = listing::files(path.parent().unwrap_or(Path::new("")), 0, &listing::is_table_file)
        .files
        .into_iter()
        .filter(|other| other.length <= MOST_BYTES && other.path.file_name() != path.file_name())
        .filter(|other| !cancel.is_cancelled() && !starts_with(&other.path, &own_start))
        .collect();
    read_smallest(found, cancel)
}

/// The tables among the files of a folder that may belong to all the others: those whose first line no
/// other file has. Read once, however many files of votes there are.
pub(in crate::read) fn shared(files: &[Listed], cancel: &Cancel) -> Vec<Beside> {
    let mut by_start: BTreeMap<Vec<u8>, Vec<&Listed>> = BTreeMap::new();
    for file in files.iter().take_while(|_| !cancel.is_cancelled()) {
        let start = File::open(&file.path).map(first_line).unwrap_or_default();
        by_start.entry(start).or_default().push(file);
    }
    let alone = by_start.into_values().filter(|files| files.len() == 1).flatten();
    read_smallest(alone.filter(|file| file.length <= MOST_BYTES).cloned().collect(), cancel)
}

/// The first line of a file, or the beginning of it.
pub(in crate::read) fn first_line(file: impl Read) -> Vec<u8> {
    const LONGEST: u64 = 1024;
    let mut start = Vec::new();
    // A file that cannot be read is reported where it is opened itself.
    file.take(LONGEST).read_to_end(&mut start).ok();
    let end = start.iter().position(|&byte| byte == b'\n').unwrap_or(start.len());
    start.truncate(end);
    start
}

/// Reads the smallest files, as many as may be read, and keeps the tables without votes.
fn read_smallest(mut found: Vec<Listed>, cancel: &Cancel) -> Vec<Beside> {
    found.sort();
    let mut left = MOST_BYTES_IN_ALL;
    let mut within = Vec::new();
    for file in found.into_iter().take(MOST_TABLES) {
        if file.length <= left {
            left -= file.length;
            within.push(file);
        }
    }
    within.sort_by(|a, b| a.name.cmp(&b.name));
    let read = |file: &Listed| of_source(&file.source().ok().filter(|_| !cancel.is_cancelled())?);
    // Threads that end leave their memory to the others, which a pool of them does not.
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let parts = within.chunks(within.len().div_ceil(cores).max(1));
    let read_all = |part: &[Listed]| part.iter().filter_map(read).collect::<Vec<Beside>>();
    std::thread::scope(|scope| {
        let threads: Vec<_> = parts
            .map(|part| (part, std::thread::Builder::new().spawn_scoped(scope, move || read_all(part))))
            .collect();
        let of_thread = |(part, thread): (_, std::io::Result<ScopedJoinHandle<'_, _>>)| {
            thread.ok().and_then(|thread| thread.join().ok()).unwrap_or_else(|| read_all(part))
        };
        threads.into_iter().flat_map(of_thread).collect()
    })
}

/// The places of the files that are small enough to be tables beside, the smallest first, as many as may be read in all.
pub(in crate::read) fn smallest(lengths: impl Iterator<Item = u64>) -> Vec<usize> {
    let mut places: Vec<(u64, usize)> =
        lengths.zip(0..).filter(|(length, _)| *length <= MOST_BYTES).collect();
    places.sort_unstable();
    let mut left = MOST_BYTES_IN_ALL;
    let fits = |&(length, _): &(u64, usize)| {
        let fits = length <= left;
        left -= if fits { length } else { 0 };
        fits
    };
    places.into_iter().take_while(fits).map(|(_, place)| place).collect()
}

/// What documents beside `path` say of members and parties.
pub(in crate::read) fn directory(path: &Path, own: &Source) -> Directory {
    const SAME: usize = 48;
    let mut directory = Directory::default();
    let mut left = MOST_BYTES_IN_ALL;
    let start = &own.bytes[..own.bytes.len().min(SAME)];
    let folder = path.parent().unwrap_or(Path::new(""));
    for file in listing::files(folder, 0, &listing::is_document_file).files {
        if file.length > left || file.length > MOST_BYTES || file.path.file_name() == path.file_name() {
            continue;
        }
        left -= file.length;
        // A file that begins like this one is another vote, not a list of members.
        let Some(source) = file.source().ok().filter(|source| !source.bytes.starts_with(start)) else {
            continue;
        };
        let decoded = encoding::decode(&source.bytes);
        let Some(format) = document::form_of(&decoded.text) else { continue };
        if let Ok(node) = document::parse(&source.name, &decoded.text, format) {
            directory.add(&node);
        }
    }
    directory
}

/// True for a file that begins with the same line: another file of the same votes.
fn starts_with(path: &Path, line: &str) -> bool {
    const LONGEST: usize = 1024;
    let wanted = &line.as_bytes()[..line.len().min(LONGEST)];
    let mut start = vec![0; wanted.len() + 3];
    let Ok(length) = File::open(path).and_then(|mut file| file.read(&mut start)) else { return true };
    let start = start[..length].strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&start[..length]);
    !wanted.is_empty() && start.starts_with(wanted)
}

/// A source as a table without votes.
pub(in crate::read) fn of_source(source: &Source) -> Option<Beside> {
    let (table, _) = table_of(source, None).ok()?;
    of_table(&source.name, table)
}

/// A table without votes.
pub(in crate::read) fn of_table(file: &str, mut table: Table) -> Option<Beside> {
    let heading = heading::read(&table, HeaderAt::Unknown, &mut Problems::new(file));
    let mut rows = std::mem::take(&mut table.records);
    let above: Vec<Record> = rows.drain(..heading.first_row.min(rows.len())).collect();
    let header = heading.header.and_then(|index| above.get(index));
    let headers = tabular::headers(header, &rows);
    rows.truncate(without_footer(&rows));
    take_out_repeated(&mut rows);
    let has_header = header.is_some();
    let columns = infer::infer(&Question {
        headers,
        has_header,
        lines: &[],
        rows: &rows,
        titled: Titled::No,
        words: &[],
    });
    let has_votes = matches!(&columns.place, Place::Column(column)
        if columns.profiles[*column].has_two_sides())
        || matches!(columns.place, Place::Columns(_));
    (!has_votes && !rows.is_empty()).then(|| Beside {
        file: file.to_owned(),
        has_header,
        columns: columns.choices,
        profiles: columns.profiles,
        rows,
    })
}

/// Takes out rows that stand there again, and the text of the others: their cells are enough to join them.
fn take_out_repeated(rows: &mut Vec<Record>) {
    let mut seen = HashSet::with_capacity(rows.len());
    let is_first: Vec<bool> = rows.iter().map(|row| seen.insert(row.raw.trim())).collect();
    drop(seen);
    let mut is_first = is_first.into_iter();
    rows.retain_mut(|row| {
        row.raw = String::new();
        is_first.next().unwrap_or(true)
    });
}
