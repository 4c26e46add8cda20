//! Text to records: the delimiter, found by content, and the records with the lines they came from.

pub(in crate::read) mod cells;
pub(in crate::read) mod codebook;
pub(in crate::read) mod heading;
pub(in crate::read) mod lists;
pub(in crate::read) mod matrix;
pub(in crate::read) mod profile;
pub(in crate::read) mod totals;

use csv::{ReaderBuilder, StringRecord};
use memchr::{memchr, memchr2};

use crate::read::table::cells::Cells;
use crate::read::vocabulary;

/// One record with at least one cell that is not blank.
#[derive(Clone, Debug)]
pub(super) struct Record {
    /// The line it starts on, counted from 1.
    pub(super) line: u64,
    /// Its text as it stands in the file.
    pub(super) raw: String,
    pub(super) cells: Cells,
}

impl Record {
    /// The record that a text is by itself.
    pub(super) fn of(raw: String, line: u64, delimiter: u8) -> Self {
        let cells = Self::cells_of(&raw, delimiter);
        Self { line, raw, cells }
    }

    /// The same, without the text.
    pub(super) fn bare(raw: &str, line: u64, delimiter: u8) -> Self {
        Self { line, raw: String::new(), cells: Self::cells_of(raw, delimiter) }
    }

    fn cells_of(raw: &str, delimiter: u8) -> Cells {
        if raw.contains('"') {
            let mut builder = ReaderBuilder::new();
            builder.has_headers(false).flexible(true).delimiter(delimiter);
            let mut cells = StringRecord::new();
            // Reading text from memory, without a fixed width, cannot fail.
            builder.from_reader(raw.as_bytes()).read_record(&mut cells).unwrap_or(false);
            Cells::of_record(&cells)
        } else {
            // Making a reader takes longer than reading a record.
            Cells::of_line(raw, delimiter)
        }
    }

    /// True where nothing is in any cell.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.are_blank()
    }

    /// The cell; empty where the record is too short.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default()
    }
}

/// A text split into records.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pub(super) delimiter: u8,
    /// The `#` lines above the first record: line number and text without the `#`.
    pub(super) comments: Vec<(u64, String)>,
    pub(super) records: Vec<Record>,
    /// Records all of whose cells are blank.
    pub(super) blank_rows: u64,
    /// Lines on which a quotation mark opens and never closes.
    pub(super) unclosed_quotes: Vec<u64>,
    /// True where there are more records or cells than are kept.
    pub(super) is_cut: bool,
}

/// How much of a text is kept.
#[derive(Clone, Copy, Debug)]
struct Room {
    records: usize,
    cells: usize,
}

/// What fits into the memory of a usual computer.
const ROOM: Room = Room { records: 8_000_000, cells: 200_000_000 };

/// The delimiters tried, most usual first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

impl Table {
    /// Splits a text, with the delimiter that its content speaks for.
    #[cfg(test)]
    pub(super) fn parse(text: &str) -> Self {
        Self::parse_with(text, None)
    }

    /// Splits a text, with the delimiter given, if one is.
    pub(super) fn parse_with(text: &str, delimiter: Option<u8>) -> Self {
        let mut table = Self::default();
        let body_start = table.take_comments(text);
        let (directive, body_start) = separator_directive(text, body_start);
        let body = &text[body_start..];
        table.delimiter = directive.or(delimiter).unwrap_or_else(|| find_delimiter(body));
        for (_, comment) in &mut table.comments {
            // A spreadsheet pads every line to the width of the widest.
            let padding = char::from(table.delimiter);
            comment.truncate(comment.trim_end_matches([padding, ' ']).len());
        }
        table.split(text, body_start, ROOM);
        table
    }

    /// Takes the leading lines that start with `#`, and returns where the records start. A `#` that heads a
    /// column (`#,Name,Vote`) or a number (`#1,Ann,yes`) is not a comment.
    fn take_comments(&mut self, text: &str) -> usize {
        let mut start = 0;
        for (index, line) in lines_of(text).enumerate() {
            let trimmed = line.trim();
            let is_cell = |rest: &str| {
                rest.is_empty()
                    || rest.starts_with([',', ';', '\t', '|', '"'])
                    || rest.starts_with(|c: char| c.is_ascii_digit())
            };
            match trimmed.strip_prefix('#') {
                Some(comment) if !is_cell(comment) => {
                    self.comments.push((index as u64 + 1, comment.trim().to_owned()));
                }
                _ if !trimmed.is_empty() => break,
                _ => {}
            }
            start += line.len();
        }
        start
    }

    /// Splits everything from `start` on. A quotation mark that opens and never closes, or closes rows later,
    /// would swallow the rows between: the line it stands on is read without quoting, and reading goes on
    /// below.
    fn split(&mut self, text: &str, mut start: usize, mut room: Room) {
        const MOST_REPAIRS: usize = 16;
        const USUAL_RECORDS: usize = 1 << 18;
        let mut lines = LineCounter::new(text);
        // Growing would leave copies behind.
        let records = memchr::memchr_iter(b'\n', text.as_bytes()).count() + 1;
        self.records.reserve_exact(records.min(USUAL_RECORDS));
        while start < text.len() {
            let quoting = self.unclosed_quotes.len() < MOST_REPAIRS;
            let Some(faulty) = self.split_records(text, start, text.len(), quoting, &mut lines, &mut room)
            else {
                return;
            };
            self.unclosed_quotes.push(lines.line_at(faulty));
            let line_end = faulty + lines_of(&text[faulty..]).next().unwrap_or_default().len();
            self.split_records(text, faulty, line_end, false, &mut lines, &mut room);
            start = line_end.max(faulty + 1);
        }
    }

    /// Splits a part of the text. Answers where a record starts that swallows others, and stops there.
    fn split_records(
        &mut self,
        text: &str,
        start: usize,
        end: usize,
        quoting: bool,
        lines: &mut LineCounter<'_>,
        room: &mut Room,
    ) -> Option<usize> {
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.delimiter)
            .quoting(quoting)
            .from_reader(&text.as_bytes()[start..end]);
        let mut cells = StringRecord::new();
        let mut from = start;
        // Reading from memory, without a fixed width, text that is known to be UTF-8 cannot fail.
        while reader.read_record(&mut cells).unwrap_or(false) {
            let to = start + reader.position().byte() as usize;
            let is_line_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
            let skipped =
                text.as_bytes()[from..to].iter().copied().take_while(|byte| is_line_end(byte)).count();
            let raw = &text[from + skipped..to];
            let width = self.records.last().map_or(0, |record| record.cells.len());
            if quoting && swallows(raw, to == text.len(), width, self.delimiter) {
                return Some(from + skipped);
            }
            let line = lines.line_at(from + skipped);
            let has_room = room.records > 0 && room.cells >= cells.len();
            let kept = if has_room { Cells::of_record(&cells) } else { Cells::default() };
            if has_room && !kept.are_blank() {
                room.records -= 1;
                room.cells -= kept.len();
                self.records.push(Record { line, raw: raw.to_owned(), cells: kept });
            } else if cells.iter().all(|cell| cell.trim().is_empty()) {
                self.blank_rows += 1;
            } else {
                self.is_cut = true;
                return None;
            }
            from = to;
        }
        None
    }
}

/// True for a record over several lines whose quotation mark is not closed at the end of the file, or whose
/// first two lines are each a whole row of `width` cells by themselves.
pub(super) fn swallows(raw: &str, is_last: bool, width: usize, delimiter: u8) -> bool {
    // Only between quotation marks a record goes over several lines.
    let raw = raw.trim_end();
    if memchr(b'"', raw.as_bytes()).is_none() || memchr2(b'\n', b'\r', raw.as_bytes()).is_none() {
        return false;
    }
    let mut parts = lines_of(raw);
    let (Some(first), Some(second)) = (parts.next(), parts.next()) else { return false };
    let quotes = |part: &str| part.bytes().filter(|&byte| byte == b'"').count();
    if is_last && quotes(raw) % 2 == 1 {
        return true;
    }
    let delimiters = |part: &str| part.bytes().filter(|&byte| byte == delimiter).count();
    let after_quote = first.rsplit('"').next().unwrap_or_default();
    width > 1
        && quotes(first) % 2 == 1
        && delimiters(after_quote) > 0
        && delimiters(first) == width - 1
        && delimiters(second) == width - 1
}

/// The lines of a text with their ends: line feeds, or carriage returns where it has only those.
fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    let line_end = if text.contains('\n') { '\n' } else { '\r' };
    text.split_inclusive(line_end)
}

/// Line numbers for growing offsets: counts line feeds, or carriage returns where a file has only those.
struct LineCounter<'a> {
    bytes: &'a [u8],
    line_end: u8,
    offset: usize,
    line: u64,
}

impl<'a> LineCounter<'a> {
    fn new(text: &'a str) -> Self {
        let line_end = if text.contains('\n') { b'\n' } else { b'\r' };
        Self { bytes: text.as_bytes(), line_end, offset: 0, line: 1 }
    }

    fn line_at(&mut self, offset: usize) -> u64 {
        if offset < self.offset {
            (self.offset, self.line) = (0, 1);
        }
        let passed = &self.bytes[self.offset..offset];
        self.line += memchr::memchr_iter(self.line_end, passed).count() as u64;
        self.offset = offset;
        self.line
    }
}

/// Excel's first line `sep=;` names the delimiter.
fn separator_directive(text: &str, start: usize) -> (Option<u8>, usize) {
    let line = lines_of(&text[start..]).next().unwrap_or_default();
    let body = start + line.len();
    match line.trim_end_matches(['\r', '\n']).trim_matches('"').strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter]) if delimiter.is_ascii() => (Some(*delimiter), body),
        _ => (None, start),
    }
}

/// The delimiter under which the first record, and nearly every other, have the same number of cells, at least two: lists packed
/// into cells have commas of their own. Then the one whose cells hold words for positions; then the one under which most records
/// have the same number of cells, or more of them.
fn find_delimiter(body: &str) -> u8 {
    const SAMPLE_BYTES: usize = 1 << 18;
    const SAMPLE_RECORDS: usize = 400;
    let sample = &body[..body.floor_char_boundary(SAMPLE_BYTES)];
    let score = |delimiter: u8| {
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(sample.as_bytes());
        let mut sampled: Vec<(usize, bool)> = Vec::new();
        let mut cells = StringRecord::new();
        while sampled.len() < SAMPLE_RECORDS && reader.read_record(&mut cells).unwrap_or(false) {
            // A record in one cell counts for no delimiter, whatever it says.
            let has_word = cells.len() > 1 && cells.iter().any(|cell| vocabulary::position(cell).is_some());
            sampled.push((cells.len(), has_word));
        }
        let first = sampled.first().map_or(0, |(width, _)| *width);
        sampled.sort_unstable();
        let widths = sampled.chunk_by(|a, b| a.0 == b.0).filter(|run| run[0].0 > 1);
        let modal = widths.max_by_key(|run| run.len()).unwrap_or_default();
        let twentieths = modal.len() * 20 / sampled.len().max(1);
        let wordy = modal.iter().filter(|(_, has_word)| *has_word).count() * 2 > modal.len();
        let width = modal.first().map_or(1, |(width, _)| *width);
        (twentieths >= 19 && width == first, wordy, twentieths, width)
    };
    DELIMITERS.into_iter().rev().max_by_key(|&delimiter| score(delimiter)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> (char, Vec<(u64, Vec<String>)>) {
        let table = Table::parse(text);
        let rows = table
            .records
            .iter()
            .map(|record| (record.line, record.cells.iter().map(str::to_owned).collect()))
            .collect();
        (char::from(table.delimiter), rows)
    }

    #[test]
    fn finds_each_delimiter() {
        for delimiter in [',', ';', '\t', '|'] {
            let text = "name,party,vote\nA,X,yes\nB,Y,no\n".replace(',', &delimiter.to_string());
            assert_eq!(rows(&text).0, delimiter);
        }
        assert_eq!(rows("name;vote\nDoe, Jane;yes\nRoe, Ann;no\n").0, ';');
        assert_eq!(
            rows("sep=|\nname|vote\nA|yes\n"),
            ('|', vec![(2, vec!["name".into(), "vote".into()]), (3, vec!["A".into(), "yes".into()]),])
        );
        let packed = "id;Yes;No\n7;\"[\"\"A, B\"\", \"\"yes\"\"]\";\"[\"\"C, D\"\", \"\"no\"\"]\"\n";
        assert_eq!(rows(packed).0, ';');
    }

    #[test]
    fn lines_are_those_of_an_editor() {
        let (_, rows) = rows("# a comment\n\nname,vote\n\"A\nB\",yes\n\n,\nC,no");
        let lines: Vec<u64> = rows.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [3, 4, 8]);
        assert_eq!(rows[1].1, ["A\nB", "yes"]);
        assert_eq!(self::rows("name,vote\rA,yes\rB,no").1[2].0, 3, "carriage returns alone");
    }

    #[test]
    fn an_open_quote_costs_one_line_not_the_rest() {
        let table = Table::parse("name,vote\nA,yes\n\"B,no\nC,yes\nD,no\n");
        assert_eq!(table.unclosed_quotes, [3]);
        let names: Vec<&str> = table.records.iter().map(|record| record.cell(0)).collect();
        assert_eq!(names, ["name", "A", "\"B", "C", "D"]);
    }

    #[test]
    fn what_does_not_fit_is_not_kept() {
        let text = "name,vote\nA,yes\nB,no\nC,no\n";
        for (room, kept) in [
            (Room { records: 3, ..ROOM }, 3),
            (Room { cells: 5, ..ROOM }, 2),
            (Room { records: 4, cells: 8 }, 4),
        ] {
            let mut table = Table { delimiter: b',', ..Table::default() };
            table.split(text, 0, room);
            assert_eq!((table.records.len(), table.is_cut), (kept, kept < 4), "{room:?}");
        }
    }

    #[test]
    fn a_hash_that_heads_a_column_is_no_comment() {
        let table = Table::parse("# title: A vote,,\n#,name,vote\n1,A,yes\n");
        assert_eq!(table.comments, [(1, "title: A vote".to_owned())]);
        assert_eq!(table.records.len(), 2);
    }
}
