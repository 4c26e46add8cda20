//! The beginning of a large file, and samples from all over it, by which its columns are told.
//!
//! Goes in: a path. Comes out: [`Sampled`]; nothing for a file that is small, or no table in UTF-8.
//! Must not know: what the columns are.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use super::Sizes;
use crate::read::mapping::Mapping;
use crate::read::reading::is_text;
use crate::read::table::{Record, Table};
use crate::read::tabular::Laid;
use crate::read::{Encoding, document, source::encoding};

/// So many samples are taken.
const SAMPLES: u64 = 15;

/// The beginning and samples of a file.
pub(super) struct Sampled {
    /// Both as a table.
    pub(super) table: Table,
    pub(super) encoding: Encoding,
    /// The length of the file.
    pub(super) length: u64,
    /// The bytes of the mark at the beginning.
    mark: u64,
    /// The text of the beginning.
    head: String,
}

/// Looks at the beginning of a file, and here and there into the rest.
pub(super) fn sample(path: &Path, sizes: Sizes, given: Option<&Mapping>) -> std::io::Result<Option<Sampled>> {
    let given = given.filter(|given| !given.is_of_words());
    let Ok(mut file) = File::open(path) else { return Ok(None) };
    let data = file.metadata()?;
    let length = data.len();
    if !data.is_file() || length < sizes.least {
        return Ok(None);
    }
    let mut head = Vec::with_capacity(sizes.head.min(length) as usize + 1);
    file.by_ref().take(sizes.head).read_to_end(&mut head)?;
    let is_whole = head.len() as u64 == length;
    let decoded = encoding::decode_as(whole_lines(&head, true, is_whole), given.map(|given| given.encoding));
    let is_plain = decoded.encoding.is_utf_8() && !decoded.lossy && !decoded.text.trim().is_empty();
    if !is_plain || !is_text(&head) || document::form_of(&decoded.text).is_some() {
        return Ok(None);
    }
    let mark = if decoded.encoding.has_bom { 3 } else { 0 };
    let (head_text, encoding) = (decoded.text.into_owned(), decoded.encoding);
    let mut text = head_text.clone();
    let rest = length - head.len() as u64;
    let mut bytes = Vec::new();
    for number in 1..=SAMPLES {
        let from = head.len() as u64 + (rest.saturating_sub(sizes.sample) * number) / SAMPLES;
        if is_whole {
            break;
        }
        bytes.clear();
        file.seek(SeekFrom::Start(from))?;
        file.by_ref().take(sizes.sample).read_to_end(&mut bytes)?;
        let lines = whole_lines(&bytes, false, number == SAMPLES);
        match std::str::from_utf8(lines) {
            // Between quotation marks nobody knows where a record begins.
            Ok(lines) if !lines.contains('"') => {
                if !text.ends_with('\n') {
                    text.push('\n');
                }
                text.push_str(lines);
            }
            Ok(_) => {}
            Err(_) => return Ok(None),
        }
    }
    let table = Table::parse_with(&text, given.and_then(|given| u8::try_from(given.delimiter).ok()));
    let is_sound = table.unclosed_quotes.is_empty();
    Ok(is_sound.then_some(Sampled { table, encoding, length, mark, head: head_text }))
}

/// The lines of a stretch of bytes that are whole.
fn whole_lines(bytes: &[u8], is_start: bool, is_end: bool) -> &[u8] {
    let from = if is_start { 0 } else { memchr::memchr(b'\n', bytes).map_or(bytes.len(), |end| end + 1) };
    let to = if is_end { bytes.len() } else { memchr::memrchr(b'\n', bytes).map_or(0, |end| end + 1) };
    &bytes[from..to.max(from)]
}

impl Sampled {
    /// Where the first row stands in the text of the beginning.
    fn first_row(&self, rows: &[Record]) -> usize {
        let line = rows.first().map_or(1, |row| row.line);
        let ends = memchr::memchr_iter(b'\n', self.head.as_bytes());
        match line.checked_sub(2) {
            Some(before) => ends.map(|end| end + 1).nth(before as usize).unwrap_or(self.head.len()),
            None => 0,
        }
    }

    /// Where the first row stands in the file, and on which line.
    pub(super) fn start_of(&self, rows: &[Record]) -> (u64, u64) {
        (self.mark + self.first_row(rows) as u64, rows.first().map_or(1, |row| row.line))
    }

    /// How many blank rows there are above the first.
    pub(super) fn blank_rows_above(&self, rows: &[Record]) -> u64 {
        let above = &self.head[..self.first_row(rows)];
        Table::parse_with(above, Some(self.table.delimiter)).blank_rows
    }

    /// The rows of the beginning.
    pub(super) fn head_rows<'a>(&self, laid: &Laid<'a>) -> &'a [Record] {
        let lines = memchr::memchr_iter(b'\n', self.head.as_bytes()).count() as u64;
        let count = laid.rows.partition_point(|row| row.line <= lines);
        &laid.rows[..count]
    }
}
