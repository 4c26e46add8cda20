//! Where the cells of a record are, found eight bytes at a time, in a block without quotation marks.
//!
//! Goes in: a block and a place in it. Comes out: where the line and its cells end.
//! Must not know: what the cells hold.

use super::blocks::PADDING;
use super::texts::{WORD, zero_bytes};

/// One record of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it starts.
    pub(super) from: usize,
    /// Where it ends, its line end left out.
    pub(super) to: usize,
    /// Its line, counted from the first of the block.
    pub(super) number: u64,
}

/// Finds delimiters and line ends. A carriage return ends a line only before a line feed: who asks has seen to
/// it that no other is there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Splitter {
    delimiter: u8,
    delimiters: u64,
    line_ends: u64,
}

impl Splitter {
    pub(super) fn new(delimiter: u8) -> Self {
        Self { delimiter, delimiters: repeated(delimiter), line_ends: repeated(b'\n') }
    }

    /// The high bit of each byte of a word that ends a cell.
    #[inline]
    pub(super) fn matches(self, word: u64) -> u64 {
        zero_bytes(word ^ self.delimiters) | zero_bytes(word ^ self.line_ends)
    }

    /// The next delimiter or line feed; `None` where the records end.
    #[inline]
    pub(super) fn next_end(self, padded: &[u8], ends: &mut Ends) -> Option<usize> {
        while ends.matches == 0 {
            let word = padded.get(ends.next..ends.next + WORD)?.first_chunk()?;
            ends.matches = self.matches(u64::from_le_bytes(*word));
            (ends.of, ends.next) = (ends.next, ends.next + WORD);
        }
        let end = ends.of + (ends.matches.trailing_zeros() / u8::BITS) as usize;
        ends.matches &= ends.matches - 1;
        Some(end)
    }

    /// True where a delimiter stands there.
    #[inline]
    pub(super) fn is_delimiter(self, padded: &[u8], at: usize) -> bool {
        padded.get(at) == Some(&self.delimiter)
    }

    /// Finds where the line that starts at `from` ends, and puts the ends of its cells into `ends`. Answers the
    /// end of the line without its line end, and where the next one starts.
    pub(super) fn line(self, padded: &[u8], from: usize, ends: &mut Vec<usize>) -> (usize, usize) {
        let length = padded.len().saturating_sub(PADDING);
        ends.clear();
        let mut found = Ends::from(from);
        loop {
            let at = self.next_end(padded, &mut found).unwrap_or(length);
            if at < length && padded[at] == self.delimiter {
                ends.push(at);
                continue;
            }
            let to = without_return(padded, from, at);
            ends.push(to);
            return (to, (at + 1).min(length));
        }
    }
}

/// How far the ends of cells have been found: those of the last word of eight bytes that were not asked for yet,
/// where it stands, and where the next one does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    matches: u64,
    of: usize,
    next: usize,
}

impl Ends {
    /// Those from `at` on.
    #[inline]
    pub(super) fn from(at: usize) -> Self {
        Self { matches: 0, next: at, of: at }
    }
}

/// The end of a cell at a line end, without the carriage return before it.
#[inline]
pub(super) fn without_return(padded: &[u8], from: usize, end: usize) -> usize {
    end - usize::from(end > from && padded[end - 1] == b'\r')
}

/// Goes through the lines of a block that are not empty and hands each with the ends of its cells to `each`, as
/// long as that wants more.
pub(super) fn for_each_line(padded: &[u8], delimiter: u8, mut each: impl FnMut(Line, &[usize]) -> bool) {
    let length = padded.len().saturating_sub(PADDING);
    let splitter = Splitter::new(delimiter);
    let mut ends = Vec::new();
    let (mut from, mut number) = (0, 0);
    while from < length {
        let (to, next) = splitter.line(padded, from, &mut ends);
        if to > from && !each(Line { from, to, number }, &ends) {
            return;
        }
        number += 1;
        from = next;
    }
}

/// True where every carriage return stands before a line feed.
pub(super) fn ends_lines_plainly(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'\r', bytes).all(|at| bytes.get(at + 1).is_none_or(|&next| next == b'\n'))
}

fn repeated(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells_of(text: &str) -> Vec<(u64, Vec<String>)> {
        let mut padded = text.as_bytes().to_vec();
        padded.extend_from_slice(&[0; PADDING]);
        let mut found = Vec::new();
        for_each_line(&padded, b',', |line, ends| {
            let starts = std::iter::once(line.from).chain(ends.iter().map(|end| end + 1));
            let cells = starts.zip(ends).map(|(from, &to)| text[from..to].to_owned()).collect();
            assert_eq!(ends.last(), Some(&line.to));
            found.push((line.number, cells));
            true
        });
        found
    }

    #[test]
    fn cells_are_those_of_the_csv_reader() {
        for text in [
            "a,b,c\nd,e,f\n",
            "a,b\r\nc,d\r\n\r\ne\n\n\n,,\nlonger than a word,é,日本",
            "",
            "\n\n",
            "a",
            ",",
            "a,b\r",
            "01234567,01234567\n0123456,0123456\n",
        ] {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .quoting(false)
                .from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.expect("text").iter().map(str::to_owned).collect())
                .collect();
            let found: Vec<Vec<String>> = cells_of(text).into_iter().map(|(_, cells)| cells).collect();
            assert_eq!(found, expected, "{text:?}");
        }
        let numbers: Vec<u64> = cells_of("a\n\nb\r\n\r\nc").into_iter().map(|(number, _)| number).collect();
        assert_eq!(numbers, [0, 2, 4]);
    }

    #[test]
    fn lone_carriage_returns_are_seen() {
        assert!(ends_lines_plainly(b"a\r\nb\n") && ends_lines_plainly(b"a\r"));
        assert!(!ends_lines_plainly(b"a\rb\n") && !ends_lines_plainly(b"a\r\r\n"));
    }
}
